-- Queries of home: what awaits the viewer, and how things stand in the running cycles.

-- type need: id waiting_id, verb word, kind word, subject int, about text?, due day + first flag, days int, link text, icon word, tone word, pill word
-- type home_cycle: id cycle_id, name text, review review_id?, review_state word?, self_state word?, self_due day?
-- type home_phase: id phase_id, cycle cycle_id, key word, opens_on day, closes_on day + stands word, says word
-- type team_line: id review_id, cycle text, person person_id, name text, state word, self_state word?, part part_id?, own_state word?, due day?, talk_on day? + late flag
-- type home_progress: id cycle_id, name text, people int, selves int, managers int, released int, acknowledged int, late int, closes_on day? + share percent
-- type own_review: id review_id, cycle text, state word, released_at instant?

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

-- home_team(viewer person_id, most int) -> team_line*
-- Of the newest cycle only: the older ones are on the team's own page.
select r.id, c.name as cycle, r.person_id as person, p.shown as name, r.state, s.state as self_state, o.id as part, o.state as own_state, o.due_on as due, r.talk_on
  from review r join cycle c on c.id = r.cycle_id join person p on p.id = r.person_id
  left join review_part s on s.review_id = r.id and s.relation = 'self'
  left join review_part o on o.review_id = r.id and o.relation = 'manager' and o.person_id = r.manager_id
 where r.manager_id = :viewer and r.state <> 'cancelled'
   and c.id = (select k.id from review q join cycle k on k.id = q.cycle_id where q.manager_id = :viewer and k.state = 'launched' and k.rehearsal = 0
     order by k.launched_at desc, k.id desc limit 1)
 order by p.sort_key, r.id limit :most;

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
