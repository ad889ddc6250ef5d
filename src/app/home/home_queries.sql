-- Queries of home: what awaits the viewer, and how things stand in the running cycles.

-- type need: id waiting_id, verb word, kind word, subject int, about text?, due day + first flag, days int, link text, icon word, tone word, pill word
-- type home_cycle: id cycle_id, name text, review review_id?, review_state word?, self_state word?, self_due day?
-- type home_phase: id phase_id, cycle cycle_id, key word, opens_on day, closes_on day + stands word, says word
-- type glance: person person_id, name text, report flag, hired_on day?, given_on day?, heard_on day?, review review_id?, review_state word?, talked flag, self_state word?, part part_id?, own_state word?, due day? + goals int, behind int, silent int, waiting int, health word, tone word, late flag, weight int
-- type own_glance: manager person_id?, hired_on day?, given_on day?, heard_on day? + goals int, behind int, silent int, waiting int, health word, tone word
-- type home_progress: id cycle_id, name text, people int, selves int, managers int, released int, acknowledged int, late int, closes_on day? + share percent
-- type home_feedback: id notification_id, name text, kind word, given day
-- type own_review: id review_id, cycle text, state word, released_at instant?
-- type home_unit: id unit_id, name text, below int, cycle cycle_id, cycle_name text, people int, selves int, managers int, released int, late int + share percent
-- type home_rated: cycle cycle_id, name text, label text, value milli, people int, released int

-- home_needs(viewer person_id, most int) -> need*
select w.id, w.verb, w.subject_kind as kind, w.subject_id as subject, p.shown as about, w.due_on as due
  from waiting w left join person p on p.id = w.about_id and p.id <> w.person_id
 where w.person_id = :viewer and w.done_at is null
 order by w.due_on, w.id limit :most;

-- home_cycle(viewer person_id) -> home_cycle?
select c.id, c.name, r.id as review, r.state as review_state, s.state as self_state, s.due_on as self_due
  from cycle_member m join cycle c on c.id = m.cycle_id
  left join review r on r.member_id = m.id
  left join review_part s on s.review_id = r.id and s.relation = 'self'
 where m.person_id = :viewer and m.left_out is null and c.state = 'launched' and c.rehearsal = 0
 order by c.launched_at desc, c.id desc limit 1;

-- home_phases(viewer person_id) -> home_phase*
select p.id, p.cycle_id as cycle, p.key, p.opens_on, p.closes_on
  from cycle_phase p
 where p.cycle_id = (select c.id from cycle_member m join cycle c on c.id = m.cycle_id
   where m.person_id = :viewer and m.left_out is null and c.state = 'launched' and c.rehearsal = 0 order by c.launched_at desc, c.id desc limit 1)
 order by p.place, p.id;

-- home_team(viewer person_id, most int) -> glance*
-- Whoever reports to the viewer, and whose review of the newest cycle is the viewer's to write; the older ones are on the team's own page.
select t.person_id as person, p.shown as name, t.report, t.hired_on,
       case when t.report = 1 then (select max(q.given_on) from feedback_quality q where q.author_id = :viewer and q.receiver_id = t.person_id) end as given_on,
       case when t.report = 1 then (select max(e.on_day) from feedback_evidence e where e.person_id = t.person_id and e.seen_by in ('manager','all')) end as heard_on,
       r.id as review, r.state as review_state, case when k.review_id is null then 0 else 1 end as talked,
       s.state as self_state, o.id as part, o.state as own_state, o.due_on as due
  from (select n.person_id, n.sort_key, n.hired_on, 1 as report from person_now n where n.manager_id = :viewer and n.employed = 1
    union all select n.person_id, n.sort_key, n.hired_on, 0 from review x join person_now n on n.person_id = x.person_id
      where x.manager_id = :viewer and x.state <> 'cancelled' and (n.employed = 0 or coalesce(n.manager_id, 0) <> :viewer)
        and x.cycle_id = (select c.id from review q join cycle c on c.id = q.cycle_id where q.manager_id = :viewer and c.state = 'launched' and c.rehearsal = 0
          order by c.launched_at desc, c.id desc limit 1)) t
  join person p on p.id = t.person_id
  left join review r on r.person_id = t.person_id and r.manager_id = :viewer and r.state <> 'cancelled'
    and r.cycle_id = (select c.id from review q join cycle c on c.id = q.cycle_id where q.manager_id = :viewer and c.state = 'launched' and c.rehearsal = 0
      order by c.launched_at desc, c.id desc limit 1)
  left join review_talk k on k.review_id = r.id
  left join review_part s on s.review_id = r.id and s.relation = 'self'
  left join review_part o on o.review_id = r.id and o.relation = 'manager' and o.person_id = r.manager_id
 order by t.sort_key, t.person_id limit :most;

-- home_own(viewer person_id) -> own_glance?
-- The same days of oneself that one's manager reads of their team.
select n.manager_id as manager, n.hired_on, (select max(q.given_on) from feedback_quality q where q.author_id = n.manager_id and q.receiver_id = n.person_id) as given_on,
       (select max(e.on_day) from feedback_evidence e where e.person_id = n.person_id and e.seen_by in ('manager','all')) as heard_on
  from person_now n where n.person_id = :viewer and n.employed = 1;

-- home_progress(viewer person_id, today day) -> home_progress*
-- From the kept sums, of where the viewer's part of the organisation begins: a director's is everybody.
with x as (select k.cycle_id, k.fact_key, k.people from cycle c cross join scope_top t join cycle_count k on k.cycle_id = c.id and k.unit_id = t.unit_id
    where c.state = 'launched' and c.rehearsal = 0 and t.viewer_id = :viewer
  union all select d.cycle_id, d.fact_key, d.people from cycle c cross join scope_top t join cycle_delta d on d.cycle_id = c.id and d.unit_id = t.unit_id
    where c.state = 'launched' and c.rehearsal = 0 and t.viewer_id = :viewer)
select c.id, c.name, coalesce(sum(case when x.fact_key = 'people' then x.people else 0 end), 0) as people,
       coalesce(sum(case when x.fact_key = 'self' then x.people else 0 end), 0) as selves,
       coalesce(sum(case when x.fact_key = 'manager' then x.people else 0 end), 0) as managers,
       coalesce(sum(case when x.fact_key = 'released' then x.people else 0 end), 0) as released,
       coalesce(sum(case when x.fact_key = 'acknowledged' then x.people else 0 end), 0) as acknowledged,
       coalesce(sum(case when x.fact_key >= 'due:' and x.fact_key < 'due:' || :today then x.people else 0 end), 0) as late,
       (select max(p.closes_on) from cycle_phase p where p.cycle_id = c.id) as closes_on
  from cycle c left join x on x.cycle_id = c.id where c.state = 'launched' and c.rehearsal = 0
 group by c.id, c.name, c.launched_at order by c.launched_at desc, c.id desc limit 5;

-- home_reviews(viewer person_id) -> own_review*
select r.id, c.name as cycle, r.state, r.released_at from review r join cycle c on c.id = r.cycle_id
 where r.person_id = :viewer and r.released_at is not null order by r.released_at desc, r.id desc limit 5;

-- home_feedback(viewer person_id, most int) -> home_feedback*
-- Given to the viewer and not looked at yet: who and of what kind, no word of it.
select n.id, p.shown as name, f.kind, f.given_on as given
  from notification n join feedback f on f.id = n.subject_id join person p on p.id = f.author_id
 where n.person_id = :viewer and n.read_at is null and n.subject_kind = 'feedback' and f.receiver_id = :viewer and f.withdrawn_at is null
 order by n.at desc, n.id desc limit :most;

-- home_units(viewer person_id, today day, most int) -> home_unit*
-- The newest cycle from the kept sums: where the viewer's part of the organisation begins and the units directly below. HR's part, else the units one leads.
with top as (select t.unit_id from scope_top t where t.viewer_id = :viewer
  union all select l.unit_id from unit_led l where l.viewer_id = :viewer
    and not exists (select 1 from scope_unit s where s.viewer_id = :viewer and s.unit_id = l.unit_id)
    and not exists (select 1 from unit_led a where a.viewer_id = :viewer and a.unit_id = l.parent_id)),
 line as (select t.unit_id, 0 as below from top t
  union all select p.unit_id, 1 from top t join unit_place p on p.parent_id = t.unit_id and p.active = 1),
 newest as (select c.id, c.name from cycle c where c.state = 'launched' and c.rehearsal = 0 order by c.launched_at desc, c.id desc limit 1),
 x as (select k.unit_id, k.fact_key, k.people from newest c cross join line l cross join cycle_count k
    where k.cycle_id = c.id and k.unit_id = l.unit_id
  union all select d.unit_id, d.fact_key, d.people from newest c cross join line l cross join cycle_delta d
    where d.cycle_id = c.id and d.unit_id = l.unit_id)
select l.unit_id as id, u.name, l.below, c.id as cycle, c.name as cycle_name,
       coalesce(sum(case when x.fact_key = 'people' then x.people else 0 end), 0) as people,
       coalesce(sum(case when x.fact_key = 'self' then x.people else 0 end), 0) as selves,
       coalesce(sum(case when x.fact_key = 'manager' then x.people else 0 end), 0) as managers,
       coalesce(sum(case when x.fact_key = 'released' then x.people else 0 end), 0) as released,
       coalesce(sum(case when x.fact_key >= 'due:' and x.fact_key < 'due:' || :today then x.people else 0 end), 0) as late
  from newest c cross join line l join unit u on u.id = l.unit_id left join x on x.unit_id = l.unit_id
 group by l.unit_id, u.name, l.below, c.id, c.name
 order by l.below, late desc, u.name, l.unit_id limit :most;

-- home_rated(viewer person_id) -> home_rated*
-- How the released reviews of HR's part of the organisation are rated, the newest cycle first, every mark of its scale.
with x as (select c.id as cycle_id, k.fact_key, k.people from scope_top t cross join cycle c join cycle_count k on k.cycle_id = c.id and k.unit_id = t.unit_id
    where t.viewer_id = :viewer and c.kind = 'review' and c.rehearsal = 0 and k.fact_key between 'rated:' and 'released'
  union all select c.id, d.fact_key, d.people from scope_top t cross join cycle c join cycle_delta d on d.cycle_id = c.id and d.unit_id = t.unit_id
    where t.viewer_id = :viewer and c.kind = 'review' and c.rehearsal = 0 and d.fact_key between 'rated:' and 'released')
select c.id as cycle, c.name, m.label, m.value_milli as value,
       (select coalesce(sum(x.people), 0) from x where x.cycle_id = c.id and x.fact_key = 'rated:' || m.label) as people,
       (select coalesce(sum(x.people), 0) from x where x.cycle_id = c.id and x.fact_key = 'released') as released
  from cycle c join cycle_form f on f.cycle_id = c.id and f.relation = 'manager'
  join scale_mark m on m.scale_id = (select max(q.scale_id) from question q where q.form_id = f.form_id and q.kind in ('rating','goals') and q.weight_milli > 0)
 where c.id = (select y.id from cycle y where y.kind = 'review' and exists (select 1 from x where x.cycle_id = y.id and x.fact_key = 'released' and x.people > 0)
   order by y.launched_at desc, y.id desc limit 1)
 order by m.value_milli desc;

-- home_unit_goals(viewer person_id, most int) -> goal_line*
-- The targets of the units one leads and of those directly below.
select g.id, g.owner, g.person_id as person, u.name, g.title, g.state, g.opens_on as opens, g.due_on as due, g.outcome, 0 as agreed, 0 as below
  from (select distinct y.unit_id from (select l.unit_id from unit_led l where l.viewer_id = :viewer
    union all select p.unit_id from unit_led l join unit_place p on p.parent_id = l.unit_id and p.active = 1 where l.viewer_id = :viewer) y) t
  join goal g on g.unit_id = t.unit_id and g.owner = 'unit' and g.state in ('proposed','open') join unit u on u.id = g.unit_id
 where (select 1 from visible_goal v where v.viewer_id = :viewer and v.goal_id = g.id limit 1) = 1
 order by g.due_on, g.id limit :most;

-- home_unit_measures(viewer person_id) -> measure*
select m.id, m.goal_id as goal, m.place, m.name, m.kind, m.better, coalesce(m.currency, m.unit) as unit, m.decimals, m.baseline_milli as baseline, m.target_milli as target, m.high_milli as high,
       m.weight_milli / 10 as weight, m.every_days as every, m.reached_milli as reached, m.reached_on, m.confidence, 0 as steps
  from (select distinct y.unit_id from (select l.unit_id from unit_led l where l.viewer_id = :viewer
    union all select p.unit_id from unit_led l join unit_place p on p.parent_id = l.unit_id and p.active = 1 where l.viewer_id = :viewer) y) t
  join goal g on g.unit_id = t.unit_id and g.owner = 'unit' and g.state in ('proposed','open') join measure m on m.goal_id = g.id
 where (select 1 from visible_goal v where v.viewer_id = :viewer and v.goal_id = g.id limit 1) = 1
 order by m.goal_id, m.place, m.id;

-- home_strategy(viewer person_id, most int) -> goal_line*
-- The organisation's own goals, as far as the viewer sees them.
select g.id, g.owner, g.person_id as person, '' as name, g.title, g.state, g.opens_on as opens, g.due_on as due, g.outcome, 0 as agreed,
       (select count(x.id) from goal x where x.parent_id = g.id) as below
  from goal g where g.owner = 'organisation' and g.state in ('proposed','open')
   and (select 1 from visible_goal v where v.viewer_id = :viewer and v.goal_id = g.id limit 1) = 1
 order by g.due_on, g.id limit :most;

-- home_strategy_measures(viewer person_id) -> measure*
select m.id, m.goal_id as goal, m.place, m.name, m.kind, m.better, coalesce(m.currency, m.unit) as unit, m.decimals, m.baseline_milli as baseline, m.target_milli as target, m.high_milli as high,
       m.weight_milli / 10 as weight, m.every_days as every, m.reached_milli as reached, m.reached_on, m.confidence, 0 as steps
  from goal g join measure m on m.goal_id = g.id where g.owner = 'organisation' and g.state in ('proposed','open')
   and (select 1 from visible_goal v where v.viewer_id = :viewer and v.goal_id = g.id limit 1) = 1
 order by m.goal_id, m.place, m.id;
