-- Queries of cycles, framework: what the organisation said of itself, and the way of working it chose. No one's record.

-- type framework_row: id framework_id, by_name text, at instant, people int, growth word, oversight word, council word, frequency word, goals word, data_use word, fairness word, manager_part word, employee_part word,
--   proposed word, style word?, rhythm word?, reason text?, chosen_on day?, cycle cycle_id?, cycle_name text?, cycle_state word?, version int
-- type framework_line: id framework_id, by_name text, at instant, proposed word, style word?, reason text?
-- type pilot_unit: id unit_id, name text, people int, no_manager int, no_address int, head person_id?, head_name text? + verdict word, best flag
-- type head_count: people int

-- framework_now() -> framework_row? sees all: the route's policy says who opens it; it is the organisation's
select f.id, p.shown as by_name, f.at, f.people, f.growth, f.oversight, f.council, f.frequency, f.goals, f.data_use, f.fairness, f.manager_part, f.employee_part,
       f.proposed, f.style, f.rhythm, f.reason, f.chosen_on, f.cycle_id as cycle, c.name as cycle_name, c.state as cycle_state, f.version
  from framework f join person p on p.id = f.by_id left join cycle c on c.id = f.cycle_id
 where f.id = (select max(x.id) from framework x);

-- framework_earlier(most int) -> framework_line* sees all: as framework_now
select f.id, p.shown as by_name, f.at, f.proposed, f.style, f.reason from framework f join person p on p.id = f.by_id
 where f.id <> (select max(x.id) from framework x) order by f.id desc limit :most;

-- framework_add(id framework_id, viewer person_id, now instant, people int, growth word, oversight word, council word, frequency word, goals word, data_use word, fairness word,
--   manager_part word, employee_part word, proposed word) -> done 1 event framework.answered of framework(:id)
insert into framework (id, by_id, at, people, growth, oversight, council, frequency, goals, data_use, fairness, manager_part, employee_part, proposed, style, rhythm, reason, chosen_on, cycle_id, version)
values (:id, :viewer, :now, :people, :growth, :oversight, :council, :frequency, :goals, :data_use, :fairness, :manager_part, :employee_part, :proposed, null, null, null, null, null, 1);

-- framework_choose(id framework_id, style word, rhythm word, reason text?, today day, cycle cycle_id?, version int) -> done 1 event framework.chosen of framework(:id)
update framework set style = :style, rhythm = :rhythm, reason = :reason, chosen_on = :today, cycle_id = :cycle, version = version + 1 where id = :id and version = :version;

-- framework_people() -> head_count! sees all: one number
select count(n.person_id) as people from person_now n where n.employed = 1;

-- pilot_units(today day) -> pilot_unit* sees all: units, counts and heads are for everyone signed in
-- Each unit with all below it, as a cycle would take it.
select u.id, u.name, count(n.person_id) as people, coalesce(sum(case when n.person_id is not null and m.person_id is null then 1 else 0 end), 0) as no_manager,
       coalesce(sum(case when n.person_id is not null and p.email is null and a.id is null then 1 else 0 end), 0) as no_address, w.head_id as head, h.shown as head_name
  from unit u join unit_place w on w.unit_id = u.id and w.active = 1
  join unit_chain c on c.above_id = u.id
  left join person_now n on n.unit_id = c.below_id and n.employed = 1
  left join person_now m on m.person_id = n.manager_id and m.employed = 1
  left join person p on p.id = n.person_id
  left join account a on a.person_id = n.person_id and a.state <> 'closed'
  left join person h on h.id = w.head_id
 where u.starts_on <= :today and :today < u.ends_on
 group by u.id, u.name, w.head_id, h.shown order by u.name, u.id;

-- cycle_is_pilot(cycle cycle_id, approval int) -> done 1 event none: cycle.begun leaves the event
update cycle set pilot = 1, approval = :approval where id = :cycle and state = 'draft';

-- type made_form: id form_id

-- framework_form(use word) -> made_form? sees all: templates are no one's record
-- The newest published template that was made for it: one with ratings, or one in words only.
select max(f.id) as id from form f where f.use = 'review' and f.state = 'published'
   and (case when exists (select 1 from question q where q.form_id = f.id and q.kind in ('rating','goals')) then 'standard' else 'light' end) = :use
 having max(f.id) > 0;
