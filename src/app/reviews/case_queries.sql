-- Queries of cases: people of a running cycle who need a decision, and what each decision changes.
-- Always of the units the viewer looks after as HR, never the viewer's own case nor that of anybody above them.

-- type case_fact: member member_id, person person_id, name text, unit text, what word, from_on day, until_on day, other text?, state word, manager_state word?, choice word?, reason text?, by_name text?, at instant?, days_from day, days_to day, period_from day, period_to day
-- type case_move: person person_id, name text, unit text, manager_name text, heir_name text, choice word?, reason text?, by_name text?, at instant? + needs flag, refused_here flag
-- type case_state: review review_id, member member_id, state word, self_state word?, manager_state word?, choice word?, period_from day, period_to day, manager_due day?, rehearsal flag
-- type move_state: review review_id, part part_id, heir person_id, former person_id, due day, rehearsal flag
-- type case_form_line: id form_id, name text, edition int
-- type case_person: person person_id
-- type case_line: id member_id, person person_id, name text, unit text, choice word?, reason text?, by_name text?, at instant?, days_from day, days_to day, needs flag, fixed flag, refused_here flag, asks flag
-- type case_reason: member member_id, what word, from_on day, until_on day?, other text?

-- case_facts(viewer person_id, cycle cycle_id, undecided flag?, most int) -> case_fact*
select m.id as member, m.person_id as person, p.shown as name, u.name as unit, f.what, f.from_on, f.until_on, o.shown as other, r.state, mp.state as manager_state,
       k.choice, k.reason, b.shown as by_name, k.at, m.from_on as days_from, m.to_on as days_to, c.period_from_on as period_from, c.period_to_on as period_to
  from cycle_member m join cycle c on c.id = m.cycle_id join review r on r.member_id = m.id join case_fact f on f.member_id = m.id
  join person p on p.id = m.person_id join unit u on u.id = m.unit_id left join person o on o.id = f.other_id
  left join review_part mp on mp.review_id = r.id and mp.relation = 'manager'
  left join cycle_case k on k.cycle_id = m.cycle_id and k.person_id = m.person_id and k.kind = 'year' left join person b on b.id = k.by_id
 where m.cycle_id = :cycle and m.person_id <> :viewer
   and (select 1 from scope_now v where v.viewer_id = :viewer and v.unit_id = m.unit_id and v.role_key in ('partner','director','performance') limit 1) = 1
   and not exists (select 1 from chain x where x.above_id = m.person_id and x.below_id = :viewer)
?undecided and :undecided = 1 and k.id is null and r.state = 'open' and mp.state in ('asked','writing')
 order by p.sort_key, m.id, f.what, f.from_on, f.fact_id limit :most;

-- case_moves(viewer person_id, cycle cycle_id, most int) -> case_move*
-- Led by somebody else today than who writes, while the manager's part is not in.
select m.person_id as person, p.shown as name, u.name as unit, w.shown as manager_name, h.shown as heir_name, k.choice, k.reason, b.shown as by_name, k.at
  from cycle_member m join review r on r.member_id = m.id and r.state = 'open' join person p on p.id = m.person_id join unit u on u.id = m.unit_id
  join person w on w.id = r.manager_id join person_now n on n.person_id = m.person_id
  join person_now e on e.person_id = n.manager_id and e.employed = 1 join person h on h.id = e.person_id
  join review_part mp on mp.review_id = r.id and mp.relation = 'manager' and mp.state in ('asked','writing')
  left join cycle_case k on k.cycle_id = m.cycle_id and k.person_id = m.person_id and k.kind = 'manager' left join person b on b.id = k.by_id
 where m.cycle_id = :cycle and n.manager_id <> r.manager_id and m.person_id <> :viewer
   and (select 1 from scope_now v where v.viewer_id = :viewer and v.unit_id = m.unit_id and v.role_key in ('partner','director','performance') limit 1) = 1
   and not exists (select 1 from chain x where x.above_id = m.person_id and x.below_id = :viewer)
 order by p.sort_key, m.id limit :most;

-- case_state(viewer person_id, cycle cycle_id, person person_id) -> case_state!
select r.id as review, m.id as member, r.state, sp.state as self_state, mp.state as manager_state, k.choice, c.period_from_on as period_from, c.period_to_on as period_to,
       mp.due_on as manager_due, c.rehearsal
  from cycle_member m join cycle c on c.id = m.cycle_id join review r on r.member_id = m.id
  left join review_part sp on sp.review_id = r.id and sp.relation = 'self' left join review_part mp on mp.review_id = r.id and mp.relation = 'manager'
  left join cycle_case k on k.cycle_id = m.cycle_id and k.person_id = m.person_id and k.kind = 'year'
 where m.cycle_id = :cycle and m.person_id = :person and m.person_id <> :viewer
   and (select 1 from scope_now v where v.viewer_id = :viewer and v.unit_id = m.unit_id and v.role_key in ('partner','director','performance') limit 1) = 1
   and not exists (select 1 from chain x where x.above_id = m.person_id and x.below_id = :viewer);

-- move_state(viewer person_id, cycle cycle_id, person person_id) -> move_state?
select r.id as review, mp.id as part, e.person_id as heir, r.manager_id as former, mp.due_on as due, c.rehearsal
  from cycle_member m join cycle c on c.id = m.cycle_id join review r on r.member_id = m.id and r.state = 'open' join person_now n on n.person_id = m.person_id
  join person_now e on e.person_id = n.manager_id and e.employed = 1
  join review_part mp on mp.review_id = r.id and mp.relation = 'manager' and mp.state in ('asked','writing')
 where m.cycle_id = :cycle and m.person_id = :person and n.manager_id <> r.manager_id and m.person_id <> :viewer
   and (select 1 from scope_now v where v.viewer_id = :viewer and v.unit_id = m.unit_id and v.role_key in ('partner','director','performance') limit 1) = 1
   and not exists (select 1 from chain x where x.above_id = m.person_id and x.below_id = :viewer);

-- case_forms(cycle cycle_id) -> case_form_line* sees all: templates are no one's record
-- A conversation half way is of words only, so there is no other form for it.
select f.id, f.name, f.edition from form f join cycle c on c.id = :cycle and c.kind = 'review'
 where f.use = 'review' and f.state = 'published' order by f.name, f.edition desc, f.id;

-- case_person(viewer person_id, cycle cycle_id, key text) -> case_person?
-- By e-mail or number, only of the viewer's own units.
select m.person_id as person from cycle_member m join person p on p.id = m.person_id
 where m.cycle_id = :cycle and (p.email_key = :key or p.number_key = :key) and m.person_id <> :viewer
   and (select 1 from scope_now v where v.viewer_id = :viewer and v.unit_id = m.unit_id and v.role_key in ('partner','director','performance') limit 1) = 1
   and not exists (select 1 from chain x where x.above_id = m.person_id and x.below_id = :viewer);

-- case_put(viewer person_id, id case_id, cycle cycle_id, person person_id, kind word, choice word, reason text, from day?, to day?, now instant) -> done 1 event case.decided of cycle(:cycle) about person(:person)
insert into cycle_case (id, cycle_id, person_id, kind, choice, reason, by_id, at, from_on, to_on)
select :id, m.cycle_id, m.person_id, :kind, :choice, :reason, :viewer, :now, :from, :to from cycle_member m
 where m.cycle_id = :cycle and m.person_id = :person and m.person_id <> :viewer
   and (select 1 from scope_now v where v.viewer_id = :viewer and v.unit_id = m.unit_id and v.role_key in ('partner','director','performance') limit 1) = 1
   and not exists (select 1 from chain x where x.above_id = m.person_id and x.below_id = :viewer)
on conflict (cycle_id, person_id, kind) do update set choice = excluded.choice, reason = excluded.reason, by_id = excluded.by_id, at = excluded.at, from_on = excluded.from_on, to_on = excluded.to_on;

-- case_out(review review_id) -> done 1 event none: case.decided leaves the event
-- In nobody's circle any more; its parts stay as they are, for it may come back.
update review set state = 'cancelled', version = version + 1 where id = :review and state = 'open';

-- case_in(review review_id) -> done 1 event none: case.decided leaves the event
update review set state = 'open', version = version + 1 where id = :review and state = 'cancelled';

-- case_member(member member_id, left_out word?) -> done 1 event none: case.decided leaves the event
update cycle_member set left_out = :left_out where id = :member;

-- case_waiting_closed(review review_id, now instant) -> done event none: case.decided leaves the event
update waiting set done_at = :now where done_at is null and subject_kind = 'part' and subject_id in (select p.id from review_part p where p.review_id = :review);

-- case_waiting_back(review review_id) -> done event none: case.decided leaves the event
-- A rehearsal has none, so none comes back.
update waiting set done_at = null where subject_kind = 'part'
   and exists (select 1 from review_part p where p.review_id = :review and p.id = waiting.subject_id and p.person_id = waiting.person_id and p.state in ('asked','writing')
     and waiting.verb = 'review.' || p.relation);

-- case_days(member member_id, from day, to day) -> done 1 event none: case.decided leaves the event
update cycle_member set from_on = :from, to_on = :to where id = :member;

-- case_days_back(member member_id) -> done 1 event none: case.decided leaves the event
-- As at the launch: the days of the period that were worked.
update cycle_member set from_on = (select case when s.starts_on > c.period_from_on then s.starts_on else c.period_from_on end from spell s join cycle c on c.id = cycle_member.cycle_id where s.id = cycle_member.spell_id),
  to_on = (select case when s.ends_on < c.period_to_on then s.ends_on else c.period_to_on end from spell s join cycle c on c.id = cycle_member.cycle_id where s.id = cycle_member.spell_id)
 where id = :member;

-- case_form(review review_id, form form_id) -> done event none: case.decided leaves the event
update review_part set form_id = :form, version = version + 1 where review_id = :review and state = 'asked';

-- case_form_back(review review_id) -> done event none: case.decided leaves the event
update review_part set version = version + 1, form_id = (select f.form_id from review r join cycle_form f on f.cycle_id = r.cycle_id where r.id = review_part.review_id and f.relation = review_part.relation)
 where review_id = :review and state = 'asked' and relation in ('self','manager');

-- case_review_moves(review review_id, person person_id, heir person_id) -> done 1 event review.moved of review(:review) about person(:person)
update review set manager_id = :heir, version = version + 1 where id = :review and person_id = :person and state = 'open';

-- case_part_moves(part part_id, heir person_id) -> done 1 event none: review.moved leaves the event
update review_part set person_id = :heir, state = 'asked', recent_share_milli = null, version = version + 1 where id = :part and state in ('asked','writing');

-- case_answers_clear(part part_id) -> done event none: a draft, its writer's alone: it is not passed on
delete from answer where part_id = :part;

-- case_cites_clear(part part_id) -> done event none: a draft, its writer's alone: it is not passed on
delete from citation where part_id = :part;
