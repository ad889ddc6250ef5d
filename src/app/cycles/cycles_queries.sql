-- Queries of cycles: what a cycle is, its phases, whom it takes. A draft is edited; launched, it stands.

-- type cycle_line: id cycle_id, kind word, name text, period_from day, period_to day, state word, people int, done int
-- type cycle_head: id cycle_id, name text, period_from day, period_to day, as_of day, state word, version int, form form_id?, form_name text?, kind word, approval int, rehearsal int, close_reason text?
-- type phase: id phase_id, cycle cycle_id, name word, place int, opens day, closes day + state word
-- type rule_line: id rule_id, takes flag, what word, name text
-- type cycle_unit: id unit_id, name text
-- type cycle_form_line: id form_id, name text, edition int, chosen flag
-- type population: people int, no_manager int, no_address int
-- type population_gap: person person_id, name text, unit text, gap word

-- cycles_list() -> cycle_line* sees all: that a cycle runs is no one's record; the route's policy says who opens the list
select c.id, c.kind, c.name, c.period_from_on as period_from, c.period_to_on as period_to, c.state,
       (select count(m.id) from cycle_member m where m.cycle_id = c.id and m.left_out is null) as people, 0 as done
  from cycle c where c.kind in ('review','midyear') and (c.rehearsal = 0 or c.state = 'launched') order by c.period_to_on desc, c.id desc;

-- cycle_subject(cycle cycle_id) -> cycle_head? sees all: asked before the viewer is known; a cycle is no one's record
select c.id, c.name, c.period_from_on as period_from, c.period_to_on as period_to, c.as_of_on as as_of, c.state, c.version, null as form, null as form_name, c.kind, c.approval, c.rehearsal, c.close_reason
  from cycle c where c.id = :cycle;

-- cycle_head(cycle cycle_id) -> cycle_head! sees all: the route's policy says who opens a cycle
select c.id, c.name, c.period_from_on as period_from, c.period_to_on as period_to, c.as_of_on as as_of, c.state, c.version,
       f.id as form, f.name as form_name, c.kind, c.approval, c.rehearsal, c.close_reason
  from cycle c left join cycle_form cf on cf.cycle_id = c.id and cf.relation = 'manager' left join form f on f.id = cf.form_id
 where c.id = :cycle;

-- cycle_phases(cycle cycle_id) -> phase* sees all: the days of a cycle are known to everyone in it
select p.id, p.cycle_id as cycle, p.key as name, p.place, p.opens_on as opens, p.closes_on as closes
  from cycle_phase p where p.cycle_id = :cycle order by p.place, p.id;

-- cycle_rules(cycle cycle_id) -> rule_line* sees all: units and rules, no one's record
select r.id, r.takes, r.what, coalesce(u.name, p.shown, '') as name
  from cycle_rule r left join unit u on u.id = r.target_id and r.what = 'unit' left join person p on p.id = r.target_id and r.what = 'person'
 where r.cycle_id = :cycle order by r.takes desc, r.id;

-- cycle_units(today day) -> cycle_unit* sees all: names of units are for everyone signed in
select u.id, u.name from unit u where u.starts_on <= :today and :today < u.ends_on order by u.name, u.id;

-- cycle_form_choices(cycle cycle_id) -> cycle_form_line* sees all: templates are no one's record
select f.id, f.name, f.edition, case when cf.form_id is null then 0 else 1 end as chosen
  from form f left join cycle_form cf on cf.form_id = f.id and cf.cycle_id = :cycle and cf.relation = 'manager'
 where f.use = 'review' and f.state = 'published' order by f.name, f.edition desc, f.id;

-- cycle_population(cycle cycle_id) -> population! sees all: three counts, before anybody is in the cycle
select count(x.person_id) as people, coalesce(sum(case when x.manager_id is null then 1 else 0 end), 0) as no_manager,
       coalesce(sum(case when p.email is null and a.id is null then 1 else 0 end), 0) as no_address
  from cycle_candidate x join person p on p.id = x.person_id left join account a on a.person_id = p.id and a.state <> 'closed'
 where x.cycle_id = :cycle;

-- cycle_gaps(cycle cycle_id, most int) -> population_gap* sees all: names and units are for everyone signed in
select x.person_id as person, p.shown as name, u.name as unit, case when x.manager_id is null then 'no-manager' else 'no-address' end as gap
  from cycle_candidate x join person p on p.id = x.person_id join unit u on u.id = x.unit_id
  left join account a on a.person_id = p.id and a.state <> 'closed'
 where x.cycle_id = :cycle and (x.manager_id is null or (p.email is null and a.id is null))
 order by x.sort_key, x.person_id limit :most;

-- cycle_add(cycle cycle_id, kind word, name text, period_from day, period_to day, as_of day) -> done 1 event cycle.begun of cycle(:cycle)
insert into cycle (id, kind, name, period_from_on, period_to_on, as_of_on, stage, pilot, state, launched_at, closed_at, version)
values (:cycle, :kind, :name, :period_from, :period_to, :as_of, 'planning', 0, 'draft', null, null, 1);

-- cycle_touch(cycle cycle_id, version int) -> done 1 event cycle.edited of cycle(:cycle)
update cycle set version = version + 1 where id = :cycle and version = :version and state = 'draft';

-- cycle_change(cycle cycle_id, name text, period_from day, period_to day, as_of day, approval int) -> done 1 event none: cycle_touch leaves the event
update cycle set name = :name, period_from_on = :period_from, period_to_on = :period_to, as_of_on = :as_of, approval = :approval where id = :cycle and state = 'draft';

-- phase_add(phase phase_id, cycle cycle_id, name word, place int, opens day, closes day) -> done 1 event none: cycle.begun leaves the event
insert into cycle_phase (id, cycle_id, key, place, opens_on, closes_on, state) values (:phase, :cycle, :name, :place, :opens, :closes, 'ahead');

-- phase_move(phase phase_id, cycle cycle_id, opens day, closes day) -> done 1 event none: cycle_touch leaves the event
update cycle_phase set opens_on = :opens, closes_on = :closes where id = :phase and cycle_id = :cycle;

-- cycle_form_set(cycle cycle_id, relation word, form form_id) -> done 1 event none: cycle_touch leaves the event
insert into cycle_form (cycle_id, relation, form_id, mode) values (:cycle, :relation, :form, 'named')
on conflict (cycle_id, relation) do update set form_id = excluded.form_id;

-- rule_add(rule rule_id, cycle cycle_id, takes flag, what word, target unit_id?) -> done 1 event none: cycle_touch leaves the event
insert into cycle_rule (id, cycle_id, takes, what, target_id, day_on) values (:rule, :cycle, :takes, :what, :target, null);

-- rule_remove(rule rule_id, cycle cycle_id) -> done 1 event none: cycle_touch leaves the event
delete from cycle_rule where id = :rule and cycle_id = :cycle;

-- ---- kept sums: people of a unit with all below it, by fact. Changes write rows of cycle_delta; a job folds them. ----
-- Facts: people self manager ready released acknowledged, and due:DAY, parts not handed in by their last day.

-- type unfolded: unit unit_id

-- counts_unfolded() -> unfolded? sees all: whether a job has anything to do
select d.unit_id as unit from cycle_delta d limit 1;

-- counts_fold(most int) -> done event none: upkeep of sums; the changes themselves left events
insert into cycle_count (cycle_id, unit_id, fact_key, people)
select d.cycle_id, d.unit_id, d.fact_key, sum(d.people)
  from (select x.cycle_id, x.unit_id, x.fact_key, x.people from cycle_delta x order by x.cycle_id, x.unit_id, x.fact_key, x.source_id limit :most) d
 where d.cycle_id > 0 group by d.cycle_id, d.unit_id, d.fact_key
on conflict (cycle_id, unit_id, fact_key) do update set people = cycle_count.people + excluded.people;

-- counts_folded(most int) -> done event none: upkeep of sums; the same rows in the same order as counts_fold
delete from cycle_delta where (cycle_id, unit_id, fact_key, source_id) in (select x.cycle_id, x.unit_id, x.fact_key, x.source_id
  from cycle_delta x order by x.cycle_id, x.unit_id, x.fact_key, x.source_id limit :most);

-- counts_clear(cycle cycle_id) -> done event none: upkeep of sums; they are counted anew at once
delete from cycle_count where cycle_id = :cycle;

-- deltas_clear(cycle cycle_id) -> done event none: upkeep of sums; they are counted anew at once
delete from cycle_delta where cycle_id = :cycle;

-- type running_cycle: id cycle_id

-- cycles_running() -> running_cycle* sees all: the upkeep of sums asks which
select c.id from cycle c where c.state = 'launched' order by c.id;

-- cycle_close(cycle cycle_id, now instant) -> done 1 event cycle.closed of cycle(:cycle)
update cycle set state = 'closed', stage = 'reviewing', closed_at = :now, version = version + 1 where id = :cycle and state = 'launched';

-- ---- the turn of the day, and what is done beside it in slices ----

-- type turning_phase: id phase_id, cycle cycle_id, opens day, closes day

-- phases_turning(today day) -> turning_phase* sees all: the turn of the day asks which
select p.id, p.cycle_id as cycle, p.opens_on as opens, p.closes_on as closes
  from cycle_phase p join cycle c on c.id = p.cycle_id and c.state = 'launched'
 where (p.state = 'ahead' and p.opens_on <= :today) or (p.state = 'open' and p.closes_on < :today) order by p.cycle_id, p.place, p.id;

-- phase_opens(phase phase_id, cycle cycle_id, today day) -> done 1 event phase.opened of cycle(:cycle)
update cycle_phase set state = 'open' where id = :phase and cycle_id = :cycle and state = 'ahead' and opens_on <= :today;

-- phase_ends(phase phase_id, cycle cycle_id, today day) -> done 1 event phase.closed of cycle(:cycle)
update cycle_phase set state = 'closed' where id = :phase and cycle_id = :cycle and state in ('ahead','open') and closes_on < :today;

-- errand_leave(id queued_id, kind word, subject int, place text, now instant, once text?) -> done event none: what it does leaves its own
insert into job_queue (id, kind, subject_id, body, due_at, state, once_key) values (:id, :kind, :subject, :place, :now, 'waiting', :once)
on conflict (once_key) do nothing;

-- ---- reminders by rule ----

-- type reminder_line: id reminder_id, verb word, days int, escalates word? + apart int, side word

-- cycle_reminders(cycle cycle_id) -> reminder_line* sees all: when a cycle reminds is no one's record
select r.id, r.verb, r.days, r.escalates_to as escalates from reminder_rule r where r.cycle_id = :cycle and r.active = 1 order by r.verb desc, r.days, r.id;

-- reminder_add(id reminder_id, cycle cycle_id, verb word, days int, escalates word?) -> done 1 event reminder.set of cycle(:cycle)
insert into reminder_rule (id, cycle_id, verb, days, escalates_to, active, version) values (:id, :cycle, :verb, :days, :escalates, 1, 1)
on conflict (cycle_id, verb, days) do update set active = 1, escalates_to = excluded.escalates_to, version = reminder_rule.version + 1;

-- reminder_stop(id reminder_id, cycle cycle_id) -> done 1 event reminder.stopped of cycle(:cycle)
update reminder_rule set active = 0, version = version + 1 where id = :id and cycle_id = :cycle and active = 1;

-- ---- a cycle again ----

-- cycle_copied(cycle cycle_id, source cycle_id, name text, period_from day, period_to day, as_of day) -> done 1 event cycle.begun of cycle(:cycle)
insert into cycle (id, kind, name, period_from_on, period_to_on, as_of_on, stage, pilot, state, launched_at, closed_at, version, approval, rehearsal, copied_id)
select :cycle, c.kind, :name, :period_from, :period_to, :as_of, 'planning', 0, 'draft', null, null, 1, c.approval, 0, c.id from cycle c where c.id = :source;

-- forms_copied(cycle cycle_id, source cycle_id) -> done event none: cycle.begun leaves the event
-- The newest published edition of each template.
insert into cycle_form (cycle_id, relation, form_id, mode)
select :cycle, x.relation, coalesce((select max(n.id) from form n where n.family_id = f.family_id and n.state = 'published'
    and n.edition = (select max(e.edition) from form e where e.family_id = f.family_id and e.state = 'published')), x.form_id), x.mode
  from cycle_form x join form f on f.id = x.form_id where x.cycle_id = :source;

-- rules_copied(cycle cycle_id, source cycle_id, first int, most int) -> done event none: cycle.begun leaves the event
insert into cycle_rule (id, cycle_id, takes, what, target_id, day_on)
select t.id, :cycle, t.takes, t.what, t.target_id, t.day_on from (
  select :first + row_number() over (order by r.id) - 1 as id, r.takes, r.what, r.target_id, r.day_on from cycle_rule r where r.cycle_id = :source order by r.id limit :most) t;

-- reminders_copied(cycle cycle_id, source cycle_id, first int, most int) -> done event none: cycle.begun leaves the event
insert into reminder_rule (id, cycle_id, verb, days, escalates_to, active, version)
select t.id, :cycle, t.verb, t.days, t.escalates_to, 1, 1 from (
  select :first + row_number() over (order by r.id) - 1 as id, r.verb, r.days, r.escalates_to from reminder_rule r
   where r.cycle_id = :source and r.active = 1 order by r.id limit :most) t;

-- cycle_rehearses(cycle cycle_id) -> done 1 event none: cycle.launched leaves the event
update cycle set rehearsal = 1 where id = :cycle and state = 'draft';

-- cycle_discarded(cycle cycle_id, now instant) -> done 1 event cycle.discarded of cycle(:cycle)
-- Only a rehearsal: what was written in it is nobody's any more.
update cycle set state = 'cancelled', closed_at = :now, version = version + 1 where id = :cycle and state = 'launched' and rehearsal = 1;

-- cycle_close_reason(cycle cycle_id, reason text) -> done 1 event none: cycle.closed leaves the event
update cycle set close_reason = :reason where id = :cycle and state = 'closed';

-- type cycle_rates: ratings int

-- cycle_rates(cycle cycle_id) -> cycle_rates! sees all: how many ratings its templates ask for; templates are no one's record
select count(q.id) as ratings from cycle_form f join question q on q.form_id = f.form_id and q.kind in ('rating','goals') where f.cycle_id = :cycle;

-- members_of_import(run import_run_id) -> people_count!  sees all: a count, for the import that is to be taken back
select count(m.id) as n from cycle_member m join import_was w on w.person_id = m.person_id and w.run_id = :run and w.kind <> 'changed';
