-- Queries of one part of a review: the writer's own form, its answers, handing it in.

-- type part_asked: person person_id, writer person_id, name text, state word, relation word, opens day?, due day, both flag, released flag, over flag, period_from day, period_to day
-- type part_head: id part_id, review review_id, kind word, person person_id, name text, title text?, unit text, relation word, state word, opens day?, due day, cycle cycle_id, cycle_name text, release_on day?, version int, submitted_at instant?, both flag, manager_name text?, period_from day, period_to day
-- type part_question: id question_id, section section_id, kind word, title text, help text?, required flag, shared flag, evidence word, value milli?, words text?, version int, saved_at instant? + number text, here flag, asks_reason flag, other_words text?, other_label text?
-- type part_anchor: question question_id, value milli, label text, behaviour text?, chosen flag
-- type next_part: part part_id, name text

-- part_subject(part part_id) -> part_asked? sees all: asked before the viewer is known
select r.person_id as person, p.person_id as writer, n.shown as name, p.state, p.relation,
       (select f.opens_on from cycle_phase f where f.cycle_id = r.cycle_id and f.key = p.relation) as opens, p.due_on as due,
       case when r.state in ('written','calibrated','approved','released','acknowledged','locked') then 1 else 0 end as both,
       case when r.released_at is not null then 1 else 0 end as released,
       case when c.state = 'launched' then 0 else 1 end as over, m.from_on as period_from, m.to_on as period_to
  from review_part p join review r on r.id = p.review_id join cycle c on c.id = r.cycle_id join cycle_member m on m.id = r.member_id join person n on n.id = r.person_id
 where p.id = :part and r.state <> 'cancelled';

-- part_relations(who blob, part part_id) -> held* sees all: what the viewer is to a part, asked before the viewer is known
select t.relation from (
  select 'reviewer' as relation from review_part p join signed_in s on s.digest = :who where p.id = :part and p.person_id = s.person_id
  union all select 'manager' from review_part p join review r on r.id = p.review_id join signed_in s on s.digest = :who
    where p.id = :part and r.manager_id = s.person_id
  union all select case when x.relation = 'manager' then 'above' else x.relation end
    from review_part p join review r on r.id = p.review_id join signed_in s on s.digest = :who
    join relation_to x on x.viewer_id = s.person_id and x.person_id = r.person_id
    where p.id = :part and x.relation in ('self','manager','above','partner','director','performance')
) t order by t.relation;

-- part_head(viewer person_id, part part_id) -> part_head!
select p.id, p.review_id as review, c.kind, r.person_id as person, n.shown as name, j.name as title, u.name as unit, p.relation, p.state,
       (select f.opens_on from cycle_phase f where f.cycle_id = r.cycle_id and f.key = p.relation) as opens, p.due_on as due,
       r.cycle_id as cycle, c.name as cycle_name,
       (select f.opens_on from cycle_phase f where f.cycle_id = r.cycle_id and f.key = 'release') as release_on, p.version, p.submitted_at,
       case when r.state = 'open' then 0 else 1 end as both, w.shown as manager_name, m.from_on as period_from, m.to_on as period_to
  from review_part p join review r on r.id = p.review_id join cycle c on c.id = r.cycle_id join cycle_member m on m.id = r.member_id
  join person n on n.id = r.person_id join unit u on u.id = m.unit_id left join job j on j.id = m.job_id
  left join person w on w.id = r.manager_id
 where p.id = :part and :viewer > 0;

-- part_sections(viewer person_id, part part_id) -> section*
select s.id, s.place, s.title, s.help, s.weight_milli / 10 as weight from form_section s join review_part p on p.form_id = s.form_id
 where p.id = :part and :viewer > 0 order by s.place, s.id;

-- part_questions(viewer person_id, part part_id) -> part_question*
select q.id, q.section_id as section, q.kind, q.title, q.help, q.required, q.shared, q.evidence, a.value_milli as value, a.text as words,
       coalesce(a.version, 0) as version, a.saved_at
  from review_part p join question q on q.form_id = p.form_id and q.asks in (p.relation, 'both') and q.kind in ('rating','text','goals')
  join form_section s on s.id = q.section_id left join answer a on a.part_id = p.id and a.question_id = q.id
 where p.id = :part and :viewer > 0 order by s.place, s.id, q.place, q.id;

-- part_anchors(viewer person_id, part part_id) -> part_anchor*
select x.question_id as question, x.value_milli as value, x.label, x.behaviour, case when a.value_milli = x.value_milli then 1 else 0 end as chosen
  from review_part p join question q on q.form_id = p.form_id and q.asks in (p.relation, 'both') and q.kind in ('rating','goals')
  join form_section s on s.id = q.section_id join question_anchor x on x.question_id = q.id
  left join answer a on a.part_id = p.id and a.question_id = q.id
 where p.id = :part and :viewer > 0 order by s.place, s.id, q.place, q.id, x.value_milli;

-- part_next(viewer person_id, part part_id) -> next_part?
-- The next one this person still has to write in the same cycle, by due day.
select x.id as part, n.shown as name from review_part p join review r on r.id = p.review_id
  join review_part x on x.person_id = :viewer and x.relation = p.relation and x.state in ('asked','writing') and x.id > p.id
  join review y on y.id = x.review_id and y.cycle_id = r.cycle_id join person n on n.id = y.person_id
 where p.id = :part and x.id = (select min(z.id) from review_part z join review v on v.id = z.review_id
   where z.person_id = :viewer and z.relation = p.relation and z.state in ('asked','writing') and z.id > p.id and v.cycle_id = r.cycle_id);

-- part_before(viewer person_id, part part_id) -> next_part?
-- The one before it, of those this person still has to write in the same cycle.
select x.id as part, n.shown as name from review_part p join review r on r.id = p.review_id
  join review_part x on x.person_id = :viewer and x.relation = p.relation and x.state in ('asked','writing') and x.id < p.id
  join review y on y.id = x.review_id and y.cycle_id = r.cycle_id join person n on n.id = y.person_id
 where p.id = :part and x.id = (select max(z.id) from review_part z join review v on v.id = z.review_id
   where z.person_id = :viewer and z.relation = p.relation and z.state in ('asked','writing') and z.id < p.id and v.cycle_id = r.cycle_id);

-- answer_put(part part_id, question question_id, value milli?, words text?, version int, now instant) -> done 1 event none: a draft until the part is handed in
-- By its own version: somebody's newer answer is a conflict, not overwritten.
insert into answer (part_id, question_id, value_milli, text, not_seen, saved_at, version)
select p.id, q.id, :value, :words, 0, :now, 1 from review_part p join question q on q.form_id = p.form_id and q.asks in (p.relation, 'both')
 where p.id = :part and q.id = :question and p.state in ('asked','writing')
on conflict (part_id, question_id) do update set value_milli = excluded.value_milli, text = excluded.text, saved_at = excluded.saved_at,
  version = answer.version + 1 where answer.version = :version;

-- part_begun(part part_id) -> done event none: a draft
update review_part set state = 'writing' where id = :part and state = 'asked';

-- part_submit(part part_id, review review_id, person person_id, relation word, version int, now instant) -> done 1 event part.submitted of review(:review) about person(:person)
update review_part set state = 'submitted', submitted_at = :now, version = version + 1
 where id = :part and review_id = :review and relation = :relation and version = :version and state in ('asked','writing')
   and (select r.person_id from review r where r.id = review_part.review_id) = :person;

-- waiting_closed(subject int, verb word, now instant) -> done event none: the change that closes it leaves the event
update waiting set done_at = :now where subject_id = :subject and verb = :verb and done_at is null;

-- waiting_opened(waiting waiting_id, person person_id, verb word, kind word, subject int, about person_id, now instant, due day) -> done event none: the change that opens it leaves the event
-- Never of a rehearsal: nothing of it is on anybody's home page.
insert into waiting (id, person_id, verb, subject_kind, subject_id, about_id, since_at, due_on)
select :waiting, :person, :verb, :kind, :subject, :about, :now, :due
 where not exists (select 1 from review r join cycle c on c.id = r.cycle_id and c.rehearsal = 1 where r.id = :subject and :kind = 'review')
   and not exists (select 1 from review_part p join review r on r.id = p.review_id join cycle c on c.id = r.cycle_id and c.rehearsal = 1 where p.id = :subject and :kind = 'part')
on conflict (person_id, verb, subject_id) do update set since_at = excluded.since_at, due_on = excluded.due_on, done_at = null;

-- waiting_hr(first int, cycle cycle_id, now instant, most int) -> done event none: review.computed leaves the event
-- One line for each director and performance manager, until nothing is left to release.
insert into waiting (id, person_id, verb, subject_kind, subject_id, about_id, since_at, due_on)
select :first + row_number() over (order by g.person_id), g.person_id, 'review.release', 'cycle', c.id, null, :now, f.closes_on
  from (select distinct x.person_id from role_grant x where x.active = 1 and x.role_key in ('director','performance') order by x.person_id limit :most) g
  join cycle c on c.id = :cycle and c.rehearsal = 0 join cycle_phase f on f.cycle_id = c.id and f.key = 'release'
 where :now > 0
on conflict (person_id, verb, subject_id) do update set done_at = null;

-- waiting_hr_closed(cycle cycle_id, now instant) -> done event none: review.released leaves the event
update waiting set done_at = :now where verb = 'review.release' and subject_id = :cycle and done_at is null
   and not exists (select 1 from review r join cycle y on y.id = r.cycle_id
     where r.cycle_id = :cycle and (r.state = 'approved' or (r.state in ('written','calibrated') and y.approval = 0)));
