-- Queries of a launch and of a running cycle: who is asked, how far they are, who is late.
-- A launch writes a block of six numbers a person: member, review, self part, manager part, two waitings.

-- type completion: people int, self_in int, manager_in int, ready int, released int, acknowledged int, late int
-- type completion_unit: unit unit_id, name text, place int, people int, self_in int, manager_in int, released int, total int
-- type late_line: writer person_id, writer_name text, own int, others int, due day, nudged_at instant? + nudged flag
-- type late_letter: person person_id, email text?, nudged_at instant?
-- type unreleased: reviews int
-- type left_out_line: person person_id, name text, why word, total int
-- type ready_line: review review_id, person person_id

-- cycle_launch(cycle cycle_id, version int, now instant) -> done 1 event cycle.launched of cycle(:cycle)
update cycle set state = 'launched', stage = 'evaluating', launched_at = :now, version = version + 1
 where id = :cycle and version = :version and state = 'draft';

-- launch_members(cycle cycle_id, first int) -> done event none: part of cycle.launched
insert into cycle_member (id, cycle_id, person_id, spell_id, unit_id, manager_id, job_id, level_id, location_id, from_on, to_on, left_out)
select :first + 6 * (row_number() over (order by x.person_id) - 1), x.cycle_id, x.person_id, x.spell_id, x.unit_id, x.manager_id, x.job_id, x.level_id,
       x.location_id, x.from_on, x.to_on, case when x.manager_id is null then 'no-manager' else null end
  from cycle_candidate x where x.cycle_id = :cycle;

-- launch_reviews(cycle cycle_id) -> done event none: part of cycle.launched
insert into review (id, cycle_id, member_id, person_id, manager_id, state, version)
select m.id + 1, m.cycle_id, m.id, m.person_id, m.manager_id, 'open', 1 from cycle_member m where m.cycle_id = :cycle and m.left_out is null;

-- launch_self_parts(cycle cycle_id) -> done event none: part of cycle.launched
insert into review_part (id, review_id, person_id, relation, mode, form_id, state, due_on, version)
select r.id + 1, r.id, r.person_id, 'self', f.mode, f.form_id, 'asked', p.closes_on, 1
  from review r join cycle_form f on f.cycle_id = r.cycle_id and f.relation = 'self'
  join cycle_phase p on p.cycle_id = r.cycle_id and p.key = 'self' where r.cycle_id = :cycle;

-- launch_manager_parts(cycle cycle_id) -> done event none: part of cycle.launched
insert into review_part (id, review_id, person_id, relation, mode, form_id, state, due_on, version)
select r.id + 2, r.id, r.manager_id, 'manager', f.mode, f.form_id, 'asked', p.closes_on, 1
  from review r join cycle_form f on f.cycle_id = r.cycle_id and f.relation = 'manager'
  join cycle_phase p on p.cycle_id = r.cycle_id and p.key = 'manager' where r.cycle_id = :cycle;

-- launch_waiting(cycle cycle_id, relation word, verb word, now instant) -> done event none: part of cycle.launched
insert into waiting (id, person_id, verb, subject_kind, subject_id, about_id, since_at, due_on)
select p.id + 2, p.person_id, :verb, 'part', p.id, r.person_id, :now, p.due_on
  from review_part p join review r on r.id = p.review_id where r.cycle_id = :cycle and p.relation = :relation;

-- launch_phase_states(cycle cycle_id, today day) -> done event none: part of cycle.launched; pages judge the days anew
update cycle_phase set state = case when opens_on > :today then 'ahead' when closes_on < :today then 'closed' else 'open' end where cycle_id = :cycle;

-- type address: person person_id, email text

-- launch_addresses(cycle cycle_id) -> address* sees all: whom the launch writes to; nothing of it is shown
select distinct p.id as person, p.email
  from review_part t join review r on r.id = t.review_id join person p on p.id = t.person_id
 where r.cycle_id = :cycle and t.relation = 'self' and p.email is not null order by p.id;

-- completion(viewer person_id, cycle cycle_id, today day, whole flag?, unit unit_id?) -> completion!
-- From the kept sums: whole, of all the viewer looks after; or of one unit of it.
with t as (select s.unit_id from scope_unit s where s.viewer_id = :viewer
?whole and :whole = 1 and exists (select 1 from scope_top o where o.viewer_id = s.viewer_id and o.unit_id = s.unit_id)
?unit and s.unit_id = :unit
), x as (select k.fact_key, k.people from t join cycle_count k on k.cycle_id = :cycle and k.unit_id = t.unit_id
  union all select d.fact_key, d.people from t join cycle_delta d on d.cycle_id = :cycle and d.unit_id = t.unit_id)
select coalesce(sum(case when x.fact_key = 'people' then x.people else 0 end), 0) as people,
       coalesce(sum(case when x.fact_key = 'self' then x.people else 0 end), 0) as self_in,
       coalesce(sum(case when x.fact_key = 'manager' then x.people else 0 end), 0) as manager_in,
       coalesce(sum(case when x.fact_key = 'ready' then x.people else 0 end), 0) as ready,
       coalesce(sum(case when x.fact_key = 'released' then x.people else 0 end), 0) as released,
       coalesce(sum(case when x.fact_key = 'acknowledged' then x.people else 0 end), 0) as acknowledged,
       coalesce(sum(case when x.fact_key >= 'due:' and x.fact_key < 'due:' || :today then x.people else 0 end), 0) as late
  from x;

-- completion_units(viewer person_id, cycle cycle_id, whole flag?, unit unit_id?, most int) -> completion_unit*
-- Where the viewer's part begins, or the one unit, then those right below, each with all below it; only units with people.
with t as (select s.unit_id from scope_unit s where s.viewer_id = :viewer
?whole and :whole = 1 and exists (select 1 from scope_top o where o.viewer_id = s.viewer_id and o.unit_id = s.unit_id)
?unit and s.unit_id = :unit
), l as (select t.unit_id, 0 as place from t
  union all select p.unit_id, 1 from t join unit_place p on p.parent_id = t.unit_id and p.active = 1
), x as (select l.unit_id, l.place, k.fact_key, k.people from l join cycle_count k on k.cycle_id = :cycle and k.unit_id = l.unit_id
  union all select l.unit_id, l.place, d.fact_key, d.people from l join cycle_delta d on d.cycle_id = :cycle and d.unit_id = l.unit_id)
select x.unit_id as unit, n.name, x.place,
       sum(case when x.fact_key = 'people' then x.people else 0 end) as people,
       sum(case when x.fact_key = 'self' then x.people else 0 end) as self_in,
       sum(case when x.fact_key = 'manager' then x.people else 0 end) as manager_in,
       sum(case when x.fact_key = 'released' then x.people else 0 end) as released, count(*) over () as total
  from x join unit n on n.id = x.unit_id
 group by x.unit_id, n.name, x.place having sum(case when x.fact_key = 'people' then x.people else 0 end) > 0
 order by x.place, n.name, x.unit_id limit :most;

-- completion_late(viewer person_id, cycle cycle_id, today day, unit unit_id?, look int, most int) -> late_line*
-- Who has something to hand in whose day has passed, the longest first: found among the first `look` parts that are late.
with f as (select p.person_id, p.due_on
    from review_part p cross join review r join cycle c on c.id = r.cycle_id and c.state = 'launched' join cycle_member m on m.id = r.member_id
   where p.state in ('asked','writing') and p.due_on < :today and p.relation in ('self','manager') and r.id = p.review_id and r.cycle_id = :cycle and r.state <> 'cancelled'
     and (select 1 from scope_unit u where u.viewer_id = :viewer and u.unit_id = m.unit_id) is not null
?unit and exists (select 1 from unit_chain v where v.above_id = :unit and v.below_id = m.unit_id)
   order by p.due_on, p.id limit :look
), l as (select f.person_id, min(f.due_on) as due_on from f group by f.person_id)
select w.id as writer, w.shown as writer_name, sum(case when p.relation = 'self' then 1 else 0 end) as own,
       sum(case when p.relation = 'manager' then 1 else 0 end) as others, l.due_on as due, max(x.nudged_at) as nudged_at
  from l join person w on w.id = l.person_id
  join review_part p on p.person_id = l.person_id and p.state in ('asked','writing') and p.due_on < :today and p.relation in ('self','manager')
  join review r on r.id = p.review_id and r.cycle_id = :cycle and r.state <> 'cancelled' join cycle_member m on m.id = r.member_id
  left join waiting x on x.person_id = p.person_id and x.verb in ('review.self','review.manager') and x.subject_id = p.id
 where (select 1 from scope_unit u where u.viewer_id = :viewer and u.unit_id = m.unit_id) is not null
 group by w.id, w.shown, w.sort_key, l.due_on order by l.due_on, w.sort_key, w.id limit :most;

-- late_letters(viewer person_id, cycle cycle_id, today day, person person_id?, most int) -> late_letter*
-- Whom a reminder would go to, those longest without one first.
select w.id as person, w.email, max(x.nudged_at) as nudged_at
  from review_part p join review r on r.id = p.review_id and r.cycle_id = :cycle and r.state <> 'cancelled' join cycle_member m on m.id = r.member_id
  join person w on w.id = p.person_id
  left join waiting x on x.subject_id = p.id and x.person_id = p.person_id and x.verb in ('review.self','review.manager')
 where p.state in ('asked','writing') and p.due_on < :today and p.relation in ('self','manager')
   and (select 1 from scope_unit u where u.viewer_id = :viewer and u.unit_id = m.unit_id limit 1) is not null
?person and p.person_id = :person
 group by w.id, w.email order by coalesce(max(x.nudged_at), 0), w.id limit :most;

-- nudge_mark(cycle cycle_id, person person_id, now instant) -> done event nudge.sent of cycle(:cycle) about person(:person)
update waiting set nudged_at = :now where person_id = :person and done_at is null and subject_kind = 'part'
   and subject_id in (select p.id from review_part p join review r on r.id = p.review_id
     where r.cycle_id = :cycle and p.person_id = :person and p.state in ('asked','writing'));

-- nudge_unmark(cycle cycle_id, person person_id, nudged_at instant) -> done event nudge.taken_back of cycle(:cycle) about person(:person)
update waiting set nudged_at = null where person_id = :person and done_at is null and subject_kind = 'part' and nudged_at = :nudged_at
   and subject_id in (select p.id from review_part p join review r on r.id = p.review_id
     where r.cycle_id = :cycle and p.person_id = :person and p.state in ('asked','writing'));

-- nudge_mark_quiet(cycle cycle_id, person person_id, now instant) -> done event none: reminder.sent leaves the event
update waiting set nudged_at = :now where person_id = :person and done_at is null and subject_kind = 'part'
   and subject_id in (select p.id from review_part p join review r on r.id = p.review_id
     where r.cycle_id = :cycle and p.person_id = :person and p.state in ('asked','writing'));

-- completion_left_out(viewer person_id, cycle cycle_id, most int) -> left_out_line*
select c.person_id as person, p.shown as name, c.left_out as why, count(*) over () as total
  from cycle_member c join person p on p.id = c.person_id
 where c.cycle_id = :cycle and c.left_out is not null
   and (select 1 from scope_unit u where u.viewer_id = :viewer and u.unit_id = c.unit_id limit 1) = 1
 order by p.sort_key, c.person_id limit :most;

-- cycle_unreleased(cycle cycle_id) -> unreleased! sees all: a number of the whole cycle, for whoever may close it
select count(r.id) as reviews from review r where r.cycle_id = :cycle and r.state in ('open','written','calibrated','approved');

-- waiting_cycle_closed(cycle cycle_id, now instant) -> done event none: cycle.closed leaves the event
-- What can still be done stays: reading, acknowledging, the conversation.
update waiting set done_at = :now where done_at is null and ((verb = 'review.release' and subject_id = :cycle)
   or (verb in ('review.self','review.manager') and subject_id in (select p.id from review r join review_part p on p.review_id = r.id where r.cycle_id = :cycle))
   or (verb = 'review.former' and subject_id in (select f.id from review r join former_word f on f.review_id = r.id where r.cycle_id = :cycle)));

-- extension_add(viewer person_id, extension extension_id, cycle cycle_id, phase phase_id, person person_id, until day, reason text) -> done 1 event extension.given of cycle(:cycle) about person(:person)
insert into cycle_extension (id, phase_id, person_id, until_on, reason, by_id)
select :extension, f.id, :person, :until, :reason, :viewer from cycle_phase f
 where f.id = :phase and f.cycle_id = :cycle and :person <> :viewer and exists (select 1 from review_part p join review r on r.id = p.review_id
   join cycle_member c on c.id = r.member_id join scope_unit u on u.viewer_id = :viewer and u.unit_id = c.unit_id
   where r.cycle_id = f.cycle_id and p.person_id = :person and p.relation = f.key);

-- extension_parts(phase phase_id, cycle cycle_id, person person_id, until day) -> done event none: extension.given leaves the event
update review_part set due_on = :until
 where person_id = :person and state in ('asked','writing') and due_on < :until
   and relation = (select f.key from cycle_phase f where f.id = :phase and f.cycle_id = :cycle)
   and review_id in (select r.id from review r where r.cycle_id = :cycle);

-- extension_waiting(cycle cycle_id, person person_id) -> done event none: extension.given leaves the event
update waiting set due_on = (select p.due_on from review_part p where p.id = waiting.subject_id)
 where person_id = :person and done_at is null and subject_kind = 'part'
   and subject_id in (select p.id from review_part p join review r on r.id = p.review_id where r.cycle_id = :cycle and p.person_id = :person);

-- releasable(viewer person_id, cycle cycle_id, most int) -> ready_line*
-- Ready, in the viewer's scope as HR, and not the viewer's own or of anybody above them: relation_to, asked the short way.
select r.id as review, r.person_id as person from review r
 where r.cycle_id = :cycle and r.person_id <> :viewer
   and (r.state = 'approved' or (r.state in ('written','calibrated') and (select y.approval from cycle y where y.id = r.cycle_id) = 0))
   and (select 1 from person_now n join scope_unit u on u.unit_id = n.unit_id and u.viewer_id = :viewer where n.person_id = r.person_id) is not null
   and not exists (select 1 from chain x where x.above_id = r.person_id and x.below_id = :viewer)
 order by r.id limit :most;

-- overdue_self(viewer person_id, cycle cycle_id, today day, most int) -> ready_line*
-- The manager's part is in and the day of the self review has passed.
select r.id as review, r.person_id as person from review r
  join review_part m on m.review_id = r.id and m.relation = 'manager' and m.state = 'submitted'
  join review_part s on s.review_id = r.id and s.relation = 'self' and s.state in ('asked','writing') and s.due_on < :today
 where r.cycle_id = :cycle and r.state = 'open' and r.person_id <> :viewer
   and (select 1 from person_now n join scope_unit u on u.unit_id = n.unit_id and u.viewer_id = :viewer where n.person_id = r.person_id) is not null
   and not exists (select 1 from chain x where x.above_id = r.person_id and x.below_id = :viewer)
 order by r.id limit :most;

-- self_waived(review review_id, person person_id) -> done 1 event part.removed of review(:review) about person(:person)
-- HR goes on without it; nothing written in it is shown to anybody.
update review_part set state = 'removed', version = version + 1 where review_id = :review and person_id = :person and relation = 'self' and state in ('asked','writing');

-- waiting_self_closed(review review_id, now instant) -> done event none: part.removed leaves the event
update waiting set done_at = :now where verb = 'review.self' and done_at is null
   and subject_id in (select p.id from review_part p where p.review_id = :review and p.relation = 'self');

-- reviews_discarded(cycle cycle_id) -> done event none: cycle.discarded leaves the event
-- A cancelled review is in nobody's circle.
update review set state = 'cancelled', version = version + 1 where cycle_id = :cycle and state <> 'cancelled';

-- waiting_discarded(cycle cycle_id, now instant) -> done event none: cycle.discarded leaves the event
update waiting set done_at = :now where done_at is null and ((verb = 'review.release' and subject_id = :cycle)
   or (subject_kind = 'review' and subject_id in (select r.id from review r where r.cycle_id = :cycle))
   or (subject_kind = 'part' and subject_id in (select p.id from review r join review_part p on p.review_id = r.id where r.cycle_id = :cycle)));

-- review_shown_to_both(review review_id, person person_id, now instant) -> done 1 event review.shared of review(:review) about person(:person)
-- A mid-year conversation needs no release: nobody releases it.
update review set state = 'released', released_at = :now, version = version + 1 where id = :review and person_id = :person and state = 'written';
