-- Queries of what former managers are asked to say: who may be asked, asking, answering, reading. Never of the review itself.

-- type former_asked: person person_id, name text, state word
-- type former_head: id former_id, review review_id, person person_id, name text, title text?, unit text, writer_name text, by person_id, by_name text, cycle cycle_id, cycle_name text, from_on day, until_on day, due day, shared flag, state word, did text?, next_step text?, reason text?, answered_at instant?, manager person_id?, manager_part part_id?, version int
-- type former_line: id former_id?, member member_id, person person_id, name text, from_on day, until_on day, state word?, due day?
-- type former_word: id former_id, review review_id, name text, from_on day, until_on day, did text, next_step text?, answered_at instant
-- type my_former: id former_id, name text, cycle_name text, state word, due day

-- former_subject(former former_id) -> former_asked? sees all: asked before the viewer is known
-- lapsed: the review is written, or its cycle is over, and nobody answered; shared: the employee reads it.
select r.person_id as person, n.shown as name,
       case when f.state = 'asked' and (c.state <> 'launched' or r.state <> 'open' or not exists (select 1 from review_part p where p.review_id = r.id and p.relation = 'manager' and p.state in ('asked','writing'))) then 'lapsed'
         when f.state = 'given' and f.shared = 1 and r.released_at is not null then 'shared' else f.state end as state
  from former_word f join review r on r.id = f.review_id join cycle c on c.id = r.cycle_id join person n on n.id = r.person_id
 where f.id = :former and r.state <> 'cancelled';

-- former_relations(who blob, former former_id) -> held* sees all: what the viewer is to it, asked before the viewer is known
-- The manager is who writes the review now; those above and a second level have no part in it.
select t.relation from (
  select 'reviewer' as relation from former_word f join signed_in s on s.digest = :who where f.id = :former and f.person_id = s.person_id
  union all select 'manager' from former_word f join review r on r.id = f.review_id join signed_in s on s.digest = :who where f.id = :former and r.manager_id = s.person_id
  union all select x.relation from former_word f join review r on r.id = f.review_id join signed_in s on s.digest = :who
    join relation_to x on x.viewer_id = s.person_id and x.person_id = r.person_id
    where f.id = :former and x.relation in ('self','partner','director','performance')
) t order by t.relation;

-- former_head(viewer person_id, former former_id) -> former_head!
select f.id, f.review_id as review, r.person_id as person, n.shown as name, j.name as title, u.name as unit, w.shown as writer_name, f.by_id as by, b.shown as by_name, r.cycle_id as cycle,
       c.name as cycle_name, f.from_on, f.until_on, f.due_on as due, f.shared, f.state, f.did, f.next_step, f.reason, f.answered_at, r.manager_id as manager, mp.id as manager_part, f.version
  from former_word f join review r on r.id = f.review_id join cycle c on c.id = r.cycle_id join cycle_member m on m.id = r.member_id join person n on n.id = r.person_id
  join unit u on u.id = m.unit_id left join job j on j.id = m.job_id join person w on w.id = f.person_id join person b on b.id = f.by_id
  left join review_part mp on mp.review_id = r.id and mp.relation = 'manager'
 where f.id = :former and :viewer > 0;

-- case_formers(viewer person_id, cycle cycle_id, person person_id?, most int) -> former_line*
-- Who led somebody within the period, works here, does not write the review nor lead them today: asked already, or who may be.
select k.id, m.id as member, o.id as person, o.shown as name, min(l.from_on) as from_on, max(l.until_on) as until_on, k.state, k.due_on as due
  from cycle_member m join review r on r.member_id = m.id join case_fact l on l.member_id = m.id and l.what = 'led'
  join person o on o.id = l.other_id join person_now e on e.person_id = o.id and e.employed = 1 join person p on p.id = m.person_id join person_now n on n.person_id = p.id
  left join former_word k on k.review_id = r.id and k.person_id = o.id
 where m.cycle_id = :cycle and m.person_id <> :viewer and o.id <> r.manager_id and (n.manager_id is null or o.id <> n.manager_id)
   and (select 1 from scope_now v where v.viewer_id = :viewer and v.unit_id = m.unit_id and v.role_key in ('partner','director','performance') limit 1) = 1
   and not exists (select 1 from chain x where x.above_id = m.person_id and x.below_id = :viewer)
?person and m.person_id = :person
 group by p.sort_key, m.id, o.id, o.shown, k.id, k.state, k.due_on order by p.sort_key, m.id, o.id limit :most;

-- former_ask(viewer person_id, former former_id, review review_id, person person_id, asked person_id, from day, until day, due day, shared flag, now instant) -> done 1 event former.asked of review(:review) about person(:person)
insert into former_word (id, review_id, person_id, by_id, from_on, until_on, due_on, shared, state, asked_at, version)
select :former, r.id, :asked, :viewer, :from, :until, :due, :shared, 'asked', :now, 1 from review r
 where r.id = :review and r.person_id = :person and r.state = 'open' and :asked <> r.person_id;

-- former_given(former former_id, viewer person_id, person person_id, did text, next_step text?, version int, now instant) -> done 1 event former.given of former(:former) about person(:person)
update former_word set state = 'given', did = :did, next_step = :next_step, answered_at = :now, version = version + 1
 where id = :former and person_id = :viewer and state = 'asked' and version = :version and (select r.person_id from review r where r.id = former_word.review_id) = :person;

-- former_declined(former former_id, viewer person_id, person person_id, reason text, version int, now instant) -> done 1 event former.declined of former(:former) about person(:person)
update former_word set state = 'declined', reason = :reason, answered_at = :now, version = version + 1
 where id = :former and person_id = :viewer and state = 'asked' and version = :version and (select r.person_id from review r where r.id = former_word.review_id) = :person;

-- former_words(viewer person_id, part part_id?, review review_id?, own flag?) -> former_word*
-- What was given, for who may read it: beside the manager's part, or beside the review. own: what of it the employee is shown.
select f.id, f.review_id as review, w.shown as name, f.from_on, f.until_on, coalesce(f.did, '') as did, f.next_step, f.answered_at
  from former_word f join person w on w.id = f.person_id
 where f.state = 'given' and exists (select 1 from visible_former v where v.viewer_id = :viewer and v.former_id = f.id)
?part and f.review_id = (select p.review_id from review_part p where p.id = :part and p.relation = 'manager')
?review and f.review_id = :review
?own and f.shared = :own
 order by f.from_on, f.id;

-- my_formers(viewer person_id, most int) -> my_former*
-- What the viewer is asked about people they led, in running cycles, and what they gave.
select f.id, n.shown as name, c.name as cycle_name, case when f.state = 'asked' and r.state <> 'open' then 'lapsed' else f.state end as state, f.due_on as due
  from former_word f join review r on r.id = f.review_id and r.state <> 'cancelled' join cycle c on c.id = r.cycle_id and c.state = 'launched' and c.rehearsal = 0 join person n on n.id = r.person_id
 where f.person_id = :viewer order by f.id desc limit :most;

-- former_waiting_closed(review review_id, now instant) -> done event none: part.submitted or case.decided leaves the event
-- Whoever has not answered is no longer asked: the review is written, or there is none.
update waiting set done_at = :now where verb = 'review.former' and done_at is null and subject_id in (select f.id from former_word f where f.review_id = :review);

-- former_waiting_back(review review_id) -> done event none: case.decided leaves the event
update waiting set done_at = null where verb = 'review.former' and subject_id in (select f.id from former_word f where f.review_id = :review and f.state = 'asked');
