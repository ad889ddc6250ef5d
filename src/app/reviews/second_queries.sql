-- Queries of the second level and of what is taken back: approval, sending back, reopening, withdrawing a release.

-- type approval_line: review review_id, person person_id, name text, unit text, cycle cycle_id, cycle_name text, manager person_id, manager_name text, final milli?, label text?, due day? + first flag
-- type approval_team: manager person_id, manager_name text
-- type approval_mark: manager person_id, label text, value milli, people int
-- type move_line: id move_id, kind word, by_name text, reason text?, at instant
-- type history_line: at instant, kind word, by_name text, reason text?, edition int?
-- type withdrawal: cycle_name text, at instant, by_name text, reason text
-- type second_state: cycle cycle_id, person person_id, manager person_id?, state word, approval flag, cycle_state word, self_part part_id?, self_state word?, self_due day?, manager_part part_id?, manager_state word?, manager_due day?, version int

-- second_state(review review_id) -> second_state! sees all: what a change of the review must know; shown to nobody
select r.cycle_id as cycle, r.person_id as person, r.manager_id as manager, r.state, c.approval, c.state as cycle_state, s.id as self_part, s.state as self_state, s.due_on as self_due,
       m.id as manager_part, m.state as manager_state, m.due_on as manager_due, r.version
  from review r join cycle c on c.id = r.cycle_id
  left join review_part s on s.review_id = r.id and s.relation = 'self' left join review_part m on m.review_id = r.id and m.relation = 'manager'
 where r.id = :review;

-- review_second_level(review review_id) -> done 1 event none: part of review.computed
-- The manager's manager as of the cycle's day of reckoning; nobody: HR approves. Never the employee, never who wrote it.
update review set approver_id = (select l.manager_id from line l join cycle c on c.id = review.cycle_id join person_now n on n.person_id = l.manager_id and n.employed = 1
    where l.person_id = review.manager_id and l.kind = 'solid' and l.starts_on <= c.as_of_on and l.ends_on > c.as_of_on
      and l.manager_id <> review.person_id and l.manager_id <> review.manager_id order by l.id limit 1)
 where id = :review;

-- waiting_second(first int, review review_id, now instant, most int) -> done event none: review.computed leaves the event
-- One line for the approver, or for each director and performance manager who may, until nothing of the cycle awaits them.
insert into waiting (id, person_id, verb, subject_kind, subject_id, about_id, since_at, due_on)
select :first + row_number() over (order by g.viewer_id), g.viewer_id, 'review.approve', 'approval', r.cycle_id, null, :now, f.opens_on
  from (select distinct v.viewer_id from review_approves v join review x on x.id = v.review_id left join role_grant o on o.person_id = v.viewer_id and o.active = 1 and o.role_key in ('director','performance')
      where v.review_id = :review and (v.viewer_id = x.approver_id or o.id is not null) order by v.viewer_id limit :most) g
  join review r on r.id = :review join cycle c on c.id = r.cycle_id and c.rehearsal = 0 join cycle_phase f on f.cycle_id = r.cycle_id and f.key = 'release'
 where :now > 0
on conflict (person_id, verb, subject_id) do update set done_at = null;

-- waiting_second_heirs(first int, now instant, most int) -> done event none: review.computed left the event; who approved has left since
-- What awaits the approval of somebody who no longer works here awaits HR: one line a person and cycle, once a day.
insert into waiting (id, person_id, verb, subject_kind, subject_id, about_id, since_at, due_on)
select :first + row_number() over (order by g.cycle_id, g.viewer_id), g.viewer_id, 'review.approve', 'approval', g.cycle_id, null, :now, f.opens_on
  from (select distinct r.cycle_id, v.viewer_id from review r join cycle c on c.id = r.cycle_id and c.state = 'launched' and c.rehearsal = 0 and c.approval = 1
      join review_approves v on v.review_id = r.id join role_grant o on o.person_id = v.viewer_id and o.active = 1 and o.role_key in ('director','performance')
      where r.state in ('written','calibrated') and r.approver_id is not null and not exists (select 1 from person_now a where a.person_id = r.approver_id and a.employed = 1)
        and not exists (select 1 from waiting w where w.person_id = v.viewer_id and w.verb = 'review.approve' and w.subject_id = r.cycle_id and w.done_at is null)
      order by r.cycle_id, v.viewer_id limit :most) g
  join cycle_phase f on f.cycle_id = g.cycle_id and f.key = 'release'
 where :now > 0
on conflict (person_id, verb, subject_id) do update set done_at = null;

-- waiting_second_closed(cycle cycle_id, now instant) -> done event none: the change that closes it leaves the event
update waiting set done_at = :now where verb = 'review.approve' and subject_id = :cycle and done_at is null
   and not exists (select 1 from review r join review_approves v on v.review_id = r.id and v.viewer_id = waiting.person_id where r.cycle_id = :cycle and r.state in ('written','calibrated'));

-- approvals(viewer person_id, cycle cycle_id?, most int) -> approval_line*
-- What awaits the viewer's approval, by who wrote it: the highest first.
select r.id as review, r.person_id as person, n.shown as name, u.name as unit, r.cycle_id as cycle, c.name as cycle_name, r.manager_id as manager, w.shown as manager_name,
       r.final_milli as final, r.final_label as label, f.opens_on as due
  from review_approves v join review r on r.id = v.review_id and r.state in ('written','calibrated') join cycle c on c.id = r.cycle_id
  join cycle_member m on m.id = r.member_id join unit u on u.id = m.unit_id join person n on n.id = r.person_id join person w on w.id = r.manager_id
  left join cycle_phase f on f.cycle_id = r.cycle_id and f.key = 'release'
 where v.viewer_id = :viewer and r.person_id <> :viewer
?cycle and r.cycle_id = :cycle
 order by w.sort_key, r.manager_id, coalesce(r.final_milli, 0) desc, n.sort_key, r.id limit :most;

-- approval_teams(viewer person_id, cycle cycle_id?) -> approval_team*
-- The managers whose reviews the viewer approves, with what awaits and what is approved.
select r.manager_id as manager, w.shown as manager_name
  from review_approves v join review r on r.id = v.review_id and r.state in ('written','calibrated','approved') join person w on w.id = r.manager_id
 where v.viewer_id = :viewer and r.person_id <> :viewer
?cycle and r.cycle_id = :cycle
 group by w.sort_key, r.manager_id, w.shown order by w.sort_key, r.manager_id;

-- approval_marks(viewer person_id, cycle cycle_id?) -> approval_mark*
-- How each of those managers rated, level by level: only reviews the viewer approves.
select r.manager_id as manager, coalesce(r.final_label, '') as label, max(coalesce(r.final_milli, 0)) as value, count(r.id) as people
  from review_approves v join review r on r.id = v.review_id and r.state in ('written','calibrated','approved') join person w on w.id = r.manager_id
 where v.viewer_id = :viewer and r.person_id <> :viewer
?cycle and r.cycle_id = :cycle
 group by w.sort_key, r.manager_id, r.final_label order by w.sort_key, r.manager_id, max(coalesce(r.final_milli, 0)) desc, coalesce(r.final_label, '');

-- review_approve(review review_id, person person_id, viewer person_id, now instant) -> done 1 event review.approved of review(:review) about person(:person)
update review set state = 'approved', approved_at = :now, approved_by_id = :viewer, version = version + 1
 where id = :review and person_id = :person and state in ('written','calibrated') and person_id <> :viewer and coalesce(manager_id, 0) <> :viewer;

-- review_send_back(review review_id, person person_id, version int) -> done 1 event review.sent_back of review(:review) about person(:person)
update review set state = 'open', formula_key = null, computed_milli = null, final_milli = null, final_label = null, computed_at = null, approved_at = null, approved_by_id = null,
  version = version + 1 where id = :review and person_id = :person and version = :version and state in ('written','calibrated');

-- review_reopen(review review_id, person person_id, side word, version int) -> done 1 event review.reopened of review(:review) about person(:person)
update review set state = 'open', formula_key = null, computed_milli = null, final_milli = null, final_label = null, computed_at = null, approved_at = null, approved_by_id = null,
  version = version + 1 where id = :review and person_id = :person and version = :version and state in ('open','written','calibrated','approved') and :side in ('self','manager');

-- inputs_clear(review review_id) -> done event none: the change that opens it again leaves the event; they are worked out anew
delete from review_input where review_id = :review;

-- counts_part_back(part part_id, due day, source int) -> done event none: the change that opens it again leaves the event
-- One handed in less, one more to come by its new day.
insert into cycle_delta (cycle_id, unit_id, fact_key, source_id, people)
select r.cycle_id, c.above_id, case when f.n < 0 then p.relation else 'due:' || :due end, :source, f.n
  from review_part p join review r on r.id = p.review_id join cycle_member m on m.id = r.member_id
  join unit_chain c on c.below_id = m.unit_id join (select 1 as n union all select -1 as n) f on f.n <> 0
 where p.id = :part and p.relation in ('self','manager') and p.state = 'submitted';

-- part_back(part part_id, review review_id, due day) -> done 1 event none: the change that opens it again leaves the event
update review_part set state = 'writing', submitted_at = null, due_on = :due, version = version + 1 where id = :part and review_id = :review and state = 'submitted';

-- review_withdraw(review review_id, person person_id, viewer person_id, version int, now instant) -> done 1 event review.withdrawn of review(:review) about person(:person)
update review set state = case when approved_at is null then 'written' else 'approved' end, released_at = null, released_by_id = null, locked_at = null, withdrawn_at = :now,
  version = version + 1 where id = :review and person_id = :person and person_id <> :viewer and version = :version and state in ('released','acknowledged','locked');

-- move_add(move move_id, review review_id, viewer person_id, kind word, reason text?, told flag, now instant) -> done 1 event none: the change beside it leaves the event
insert into review_move (id, review_id, by_id, kind, reason, told, at) values (:move, :review, :viewer, :kind, :reason, :told, :now);

-- review_history(viewer person_id, review review_id, told flag?) -> history_line*
-- What was done with it, in the order of time. told: only what the employee reads.
select h.at, h.kind, n.shown as by_name, h.reason, h.edition
  from (select m.id, m.at, m.kind, m.by_id, m.reason, null as edition from review_move m where m.review_id = :review
?told and m.told = :told
    union all select x.event_id, x.at, coalesce(x.kind, case when x.edition = 1 then 'released' else 'amended' end), x.by_id, x.reason, x.edition from review_record x where x.review_id = :review
    union all select w.id, w.at, w.kind, w.by_id, null, null from review_word w where w.review_id = :review and w.kind in ('acknowledged','disagreed')) h
  join person n on n.id = h.by_id
 where :viewer > 0 order by h.at, h.id;

-- review_withdrawal(viewer person_id, review review_id) -> withdrawal?
-- The last time it was taken back, as the employee is told.
select c.name as cycle_name, x.at, n.shown as by_name, x.reason from review_record x join review r on r.id = x.review_id join cycle c on c.id = r.cycle_id join person n on n.id = x.by_id
 where x.review_id = :review and x.kind = 'withdrawn' and :viewer > 0
   and x.edition = (select max(y.edition) from review_record y where y.review_id = :review and y.kind = 'withdrawn');

-- part_reopened(viewer person_id, part part_id) -> move_line?
-- Why the part is open again: for who writes it.
select v.id, v.kind, n.shown as by_name, v.reason, v.at from review_part p join review_move v on v.review_id = p.review_id join person n on n.id = v.by_id
 where p.id = :part and p.state in ('asked','writing') and :viewer > 0
   and v.id = (select max(y.id) from review_move y where y.review_id = p.review_id
     and ((y.kind in ('sent-back','reopened-manager') and p.relation = 'manager') or (y.kind = 'reopened-self' and p.relation = 'self')));
