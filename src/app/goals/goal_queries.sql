-- Queries of goals: one goal, its measures, steps, agreement and history; who sees one stands in visible_goal.
-- What a page may show of one goal is the route's policy; lists ask visible_goal for each row, or hold one's own people.

-- type goal_asked: person person_id?, owner word, name text, state word
-- type held_goal: relation word
-- type unit_asked: name text
-- type goal_head: id goal_id, owner word, person person_id?, unit unit_id?, name text, manager person_id?, manager_name text?, employed flag?, style word, parent goal_id?, title text, why text?, lever text?, success text?, opens day, due day, seen_by word, state word, opened_at instant?, outcome word?, closed_on day?, look_back text?, realistic flag?, weight percent, made_by text, version int
-- type measure: id measure_id, goal goal_id, place int, name text, kind word, better word, unit text?, decimals int, baseline milli, target milli, high milli?, weight percent, every int?, reached milli?, reached_on day?, confidence int?, steps int + come percent?, line percent, silent int, rhythm int, from text, now text, to text, arrow word, progress percent?, progress_bar int, progress_line int?, progress_tone word, spark text?, spark_end text?, spark_n int, spark_first milli?, spark_last milli?, spark_tone word
-- type step_line: id step_id, measure measure_id, measure_name text, on_day day, value milli, confidence int?, note text?, name text, at instant, replaced flag, corrects step_id?, corrected_by step_id? + figure text, may_correct flag
-- type comment_line: id goal_comment_id, name text, at instant, words text
-- type change_line: id goal_change_id, what word, was text?, became text?, reason text, name text, at instant
-- type assent_line: goal goal_id, part word, person person_id, name text, at instant
-- type goal_up: depth int, id goal_id?, title text?, owner word, name text
-- type goal_line: id goal_id, owner word, person person_id?, name text, title text, state word, opens day, due day, outcome word?, agreed int, below int + health word, tone word, said int, measures int, silent int, progress percent?, progress_bar int, progress_line int?, progress_tone word
-- type goal_task: id task_id, title text, name text, due day, lane word + late flag
-- type manager_row: manager person_id
-- type smart_line: rule word, found word, good flag
-- type goal_draft: title text?, why text?, lever text?, success text?, opens day?, due day?, seen_by word, version int, opened flag
-- type goal_slot: id measure_id, place int, name text?, kind word, better word, unit text?, decimals int?, baseline milli?, target milli?, high milli?, weight int?, every int?, steps int, filled flag
-- type team_member: id person_id, name text, running int, health word, tone word
-- type parent_choice: id goal_id, title text, owner word, name text + chosen flag
-- type person_choice: id person_id, name text

-- goal_subject(goal goal_id) -> goal_asked? sees all: asked before the viewer is known
select g.person_id as person, g.owner, coalesce(p.shown, u.name, '') as name, g.state
  from goal g left join person p on p.id = g.person_id left join unit u on u.id = g.unit_id where g.id = :goal;

-- goal_relations(who blob, goal goal_id) -> held_goal* sees all: what the viewer is to a goal, asked before the viewer is known
select r.relation from signed_in s join goal_relation r on r.viewer_id = s.person_id where s.digest = :who and r.goal_id = :goal order by r.relation;

-- unit_subject(unit unit_id) -> unit_asked? sees all: how the organisation is divided is no secret
select u.name from unit u join unit_place p on p.unit_id = u.id and p.active = 1 where u.id = :unit;

-- unit_relations(who blob, unit unit_id) -> held_goal* sees all: what the viewer is to a unit, asked before the viewer is known
select r.relation from signed_in s join unit_relation r on r.viewer_id = s.person_id where s.digest = :who and r.unit_id = :unit order by r.relation;

-- unit_is_top(unit unit_id) -> unit_asked? sees all: the top unit's goals are the organisation's
select u.name from unit u join unit_place p on p.unit_id = u.id and p.active = 1 where u.id = :unit and p.parent_id is null;

-- goal_head(viewer person_id, goal goal_id) -> goal_head!
select g.id, g.owner, g.person_id as person, g.unit_id as unit, coalesce(p.shown, u.name, '') as name, n.manager_id as manager, m.shown as manager_name, n.employed,
       g.style, g.parent_id as parent, g.title, g.why, g.lever, g.success, g.opens_on as opens, g.due_on as due, g.seen_by, g.state, g.opened_at, g.outcome, g.closed_on, g.look_back,
       g.realistic, g.weight_milli / 10 as weight, b.shown as made_by, g.version
  from goal g join person b on b.id = g.made_by_id left join person p on p.id = g.person_id left join unit u on u.id = g.unit_id
  left join person_now n on n.person_id = g.person_id left join person m on m.id = n.manager_id
 where g.id = :goal and :viewer > 0;

-- goal_measures(viewer person_id, goal goal_id) -> measure*
select m.id, m.goal_id as goal, m.place, m.name, m.kind, m.better, coalesce(m.currency, m.unit) as unit, m.decimals, m.baseline_milli as baseline, m.target_milli as target, m.high_milli as high,
       m.weight_milli / 10 as weight, m.every_days as every, m.reached_milli as reached, m.reached_on, m.confidence,
       (select count(s.id) from step s where s.measure_id = m.id) as steps
  from measure m where m.goal_id = :goal and :viewer > 0 order by m.place, m.id;

-- goal_steps(viewer person_id, goal goal_id, most int) -> step_line*
-- Newest first; what was corrected stays, marked.
select s.id, s.measure_id as measure, m.name as measure_name, s.on_day, s.value_milli as value, s.confidence, s.note, p.shown as name, s.at, s.void as replaced, s.corrects_id as corrects,
       (select c.id from step c where c.corrects_id = s.id) as corrected_by
  from step s join measure m on m.id = s.measure_id join person p on p.id = s.by_id
 where s.goal_id = :goal and :viewer > 0 order by s.on_day desc, s.id desc limit :most;

-- goal_step(viewer person_id, goal goal_id, step step_id) -> step_line?
select s.id, s.measure_id as measure, m.name as measure_name, s.on_day, s.value_milli as value, s.confidence, s.note, p.shown as name, s.at, s.void as replaced, s.corrects_id as corrects, null as corrected_by
  from step s join measure m on m.id = s.measure_id join person p on p.id = s.by_id
 where s.id = :step and s.goal_id = :goal and s.void = 0 and :viewer > 0;

-- goal_comments(viewer person_id, goal goal_id) -> comment_line*
select c.id, p.shown as name, c.at, c.text as words from goal_comment c join person p on p.id = c.by_id where c.goal_id = :goal and :viewer > 0 order by c.id;

-- goal_changes(viewer person_id, goal goal_id) -> change_line*
-- Which goal stood above is said by the page as far as the viewer sees it, not here.
select c.id, c.what, case when c.what <> 'parent' then c.was end as was, case when c.what <> 'parent' then c.became end as became, c.reason, p.shown as name, c.at from goal_change c join person p on p.id = c.by_id where c.goal_id = :goal and :viewer > 0 order by c.id desc;

-- goal_assents(viewer person_id, goal goal_id) -> assent_line*
select a.goal_id as goal, a.part, a.person_id as person, p.shown as name, a.at from goal_assent a join person p on p.id = a.person_id where a.goal_id = :goal and :viewer > 0 order by a.part desc;

-- goal_upwards(viewer person_id, goal goal_id) -> goal_up*
-- The line to the top; of a goal the viewer may not see neither name nor title nor number.
with recursive up (id, parent_id, depth) as (
  select g.id, g.parent_id, 0 from goal g where g.id = :goal
  union all select p.id, p.parent_id, u.depth + 1 from up u join goal p on p.id = u.parent_id where u.depth < 7)
select t.depth, case when t.seen = 1 then t.id end as id, case when t.seen = 1 then t.title end as title, t.owner, case when t.seen = 1 then t.name else '' end as name
  from (select u.depth, g.id, g.title, g.owner, coalesce(p.shown, n.name, '') as name, (select 1 from visible_goal v where v.viewer_id = :viewer and v.goal_id = g.id limit 1) as seen
          from up u join goal g on g.id = u.id left join person p on p.id = g.person_id left join unit n on n.id = g.unit_id where u.depth > 0) t
 order by t.depth;

-- goal_below(viewer person_id, goal goal_id, most int) -> goal_line*
select g.id, g.owner, g.person_id as person, coalesce(p.shown, u.name, '') as name, g.title, g.state, g.opens_on as opens, g.due_on as due, g.outcome,
       (select count(a.part) from goal_assent a where a.goal_id = g.id) as agreed, (select count(x.id) from goal x where x.parent_id = g.id) as below
  from goal g left join person p on p.id = g.person_id left join unit u on u.id = g.unit_id
 where g.parent_id = :goal and g.state in ('proposed','open','closed') and (select 1 from visible_goal v where v.viewer_id = :viewer and v.goal_id = g.id limit 1) = 1
 order by g.state desc, g.due_on, g.id limit :most;

-- goal_below_measures(viewer person_id, goal goal_id) -> measure*
select m.id, m.goal_id as goal, m.place, m.name, m.kind, m.better, coalesce(m.currency, m.unit) as unit, m.decimals, m.baseline_milli as baseline, m.target_milli as target, m.high_milli as high,
       m.weight_milli / 10 as weight, m.every_days as every, m.reached_milli as reached, m.reached_on, m.confidence, 0 as steps
  from goal g join measure m on m.goal_id = g.id
 where g.parent_id = :goal and (select 1 from visible_goal v where v.viewer_id = :viewer and v.goal_id = g.id limit 1) = 1
 order by m.goal_id, m.place, m.id;

-- goal_tasks(viewer person_id, goal goal_id, most int) -> goal_task*
-- Of what people do for it, that which the viewer sees: who sees a goal does not see everybody's tasks.
select t.task_id as id, t.title, p.shown as name, t.due_on as due, t.lane from task_card t join person p on p.id = t.person_id
 where t.serves_kind = 'goal' and t.serves_id = :goal and t.lane <> 'dropped' and (select 1 from visible_task v where v.viewer_id = :viewer and v.task_id = t.task_id limit 1) = 1
 order by t.due_on, t.task_id limit :most;

-- goal_tops(viewer person_id, most int) -> goal_line*
-- Where the tree begins: the organisation's goals, then those of units that support none.
select g.id, g.owner, g.person_id as person, coalesce(u.name, '') as name, g.title, g.state, g.opens_on as opens, g.due_on as due, g.outcome,
       0 as agreed, (select count(x.id) from goal x where x.parent_id = g.id) as below
  from goal g left join unit u on u.id = g.unit_id
 where g.owner <> 'person' and g.parent_id is null and g.state in ('open','closed') and (select 1 from visible_goal v where v.viewer_id = :viewer and v.goal_id = g.id limit 1) = 1
 order by g.owner, g.state desc, g.due_on, g.id limit :most;

-- goal_top_measures(viewer person_id) -> measure*
select m.id, m.goal_id as goal, m.place, m.name, m.kind, m.better, coalesce(m.currency, m.unit) as unit, m.decimals, m.baseline_milli as baseline, m.target_milli as target, m.high_milli as high,
       m.weight_milli / 10 as weight, m.every_days as every, m.reached_milli as reached, m.reached_on, m.confidence, 0 as steps
  from goal g join measure m on m.goal_id = g.id
 where g.owner <> 'person' and g.parent_id is null and (select 1 from visible_goal v where v.viewer_id = :viewer and v.goal_id = g.id limit 1) = 1
 order by m.goal_id, m.place, m.id;

-- units_kept(viewer person_id, most int) -> person_choice*
-- Units whose goals the viewer sets.
select u.id, u.name from unit u join unit_place p on p.unit_id = u.id and p.active = 1
 where (select 1 from unit_relation r where r.viewer_id = :viewer and r.unit_id = u.id and r.relation = 'keeper' limit 1) = 1
 order by u.name, u.id limit :most;

-- person_goals(viewer person_id, person person_id, running flag?, sort @sort, most int) -> goal_line*
--   sort due: g.due_on, g.id · newest: g.opens_on desc, g.id desc
-- Of somebody in the viewer's widest circle, which sees all of a person's goals.
select g.id, g.owner, g.person_id as person, p.shown as name, g.title, g.state, g.opens_on as opens, g.due_on as due, g.outcome,
       (select count(a.part) from goal_assent a where a.goal_id = g.id) as agreed, (select count(x.id) from goal x where x.parent_id = g.id) as below
  from goal g join person p on p.id = g.person_id
 where g.person_id = :person and @sees(g.person_id, visible_person)
?running and (g.state in ('proposed','open')) = (:running = 1)
 order by @sort limit :most;

-- person_measures(viewer person_id, person person_id) -> measure*
select m.id, m.goal_id as goal, m.place, m.name, m.kind, m.better, coalesce(m.currency, m.unit) as unit, m.decimals, m.baseline_milli as baseline, m.target_milli as target, m.high_milli as high,
       m.weight_milli / 10 as weight, m.every_days as every, m.reached_milli as reached, m.reached_on, m.confidence, 0 as steps
  from goal g join measure m on m.goal_id = g.id
 where g.person_id = :person and @sees(g.person_id, visible_person) order by m.goal_id, m.place, m.id;

-- team_people(viewer person_id, most int) -> person_choice*
select n.person_id as id, p.shown as name from person_now n join person p on p.id = n.person_id
 where n.manager_id = :viewer and n.employed = 1 order by n.sort_key, n.person_id limit :most;

-- team_goals(viewer person_id, most int) -> goal_line*
select g.id, g.owner, g.person_id as person, p.shown as name, g.title, g.state, g.opens_on as opens, g.due_on as due, g.outcome,
       (select count(a.part) from goal_assent a where a.goal_id = g.id) as agreed, 0 as below
  from person_now n join goal g on g.person_id = n.person_id join person p on p.id = n.person_id
 where n.manager_id = :viewer and n.employed = 1 and g.state in ('proposed','open') order by n.sort_key, n.person_id, g.due_on, g.id limit :most;

-- team_measures(viewer person_id) -> measure*
select m.id, m.goal_id as goal, m.place, m.name, m.kind, m.better, coalesce(m.currency, m.unit) as unit, m.decimals, m.baseline_milli as baseline, m.target_milli as target, m.high_milli as high,
       m.weight_milli / 10 as weight, m.every_days as every, m.reached_milli as reached, m.reached_on, m.confidence, 0 as steps
  from person_now n join goal g on g.person_id = n.person_id join measure m on m.goal_id = g.id
 where n.manager_id = :viewer and n.employed = 1 and g.state in ('proposed','open') order by m.goal_id, m.place, m.id;

-- goals_in_period(viewer person_id, person person_id, from_on day, to_on day) -> goal_line*
-- Agreed goals whose time overlaps the period; for reviews, whose page judged who reads.
select g.id, g.owner, g.person_id as person, p.shown as name, g.title, g.state, g.opens_on as opens, g.due_on as due, g.outcome,
       g.weight_milli / 10 as agreed, 0 as below
  from goal g join person p on p.id = g.person_id
 where g.person_id = :person and g.state in ('open','closed') and g.opens_on <= :to_on and g.due_on >= :from_on and :viewer > 0
 order by g.due_on, g.id;

-- measures_in_period(viewer person_id, person person_id, from_on day, to_on day) -> measure*
-- What was reached by the last day of the period, from the steps that hold.
select m.id, m.goal_id as goal, m.place, m.name, m.kind, m.better, coalesce(m.currency, m.unit) as unit, m.decimals, m.baseline_milli as baseline, m.target_milli as target, m.high_milli as high,
       m.weight_milli / 10 as weight, m.every_days as every,
       (select s.value_milli from step s where s.measure_id = m.id and s.void = 0 and s.on_day <= :to_on order by s.on_day desc, s.id desc limit 1) as reached,
       (select s.on_day from step s where s.measure_id = m.id and s.void = 0 and s.on_day <= :to_on order by s.on_day desc, s.id desc limit 1) as reached_on,
       m.confidence, 0 as steps
  from goal g join measure m on m.goal_id = g.id
 where g.person_id = :person and g.state in ('open','closed') and g.opens_on <= :to_on and g.due_on >= :from_on and :viewer > 0
 order by m.goal_id, m.place, m.id;

-- goal_parents(viewer person_id, person person_id?, most int) -> parent_choice*
-- What a goal could support: open goals of the organisation, of units, and of the managers above, as far as the viewer sees them.
select g.id, g.title, g.owner, coalesce(p.shown, u.name, '') as name
  from goal g left join person p on p.id = g.person_id left join unit u on u.id = g.unit_id
 where g.state = 'open' and (g.owner <> 'person' or (select 1 from chain c where c.below_id = :person and c.above_id = g.person_id and c.depth > 0 limit 1) = 1)
   and (select 1 from visible_goal v where v.viewer_id = :viewer and v.goal_id = g.id limit 1) = 1
 order by g.owner, g.due_on, g.id limit :most;

-- goal_parent_seen(viewer person_id, parent goal_id) -> goal_asked?
select g.person_id as person, g.owner, '' as name, g.state from goal g
 where g.id = :parent and g.state in ('open','closed','proposed') and (select 1 from visible_goal v where v.viewer_id = :viewer and v.goal_id = g.id limit 1) = 1;

-- goal_heirs(viewer person_id, goal goal_id, most int) -> person_choice*
-- To whom a goal can be handed over: whoever of the viewer's people works here, not its owner.
select n.person_id as id, p.shown as name from person_now n join person p on p.id = n.person_id
 where n.employed = 1 and n.person_id <> :viewer and @sees(n.person_id, visible_person)
   and n.person_id <> coalesce((select g.person_id from goal g where g.id = :goal), 0)
 order by n.sort_key, n.person_id limit :most;

-- goal_heir(viewer person_id, person person_id) -> person_choice?
select n.person_id as id, p.shown as name from person_now n join person p on p.id = n.person_id
 where n.person_id = :person and n.employed = 1 and n.person_id <> :viewer and @sees(n.person_id, visible_person);

-- goal_line_seen(viewer person_id, goal goal_id) -> goal_line?
select g.id, g.owner, g.person_id as person, coalesce(p.shown, u.name, '') as name, g.title, g.state, g.opens_on as opens, g.due_on as due, g.outcome, 0 as agreed, 0 as below
  from goal g left join person p on p.id = g.person_id left join unit u on u.id = g.unit_id
 where g.id = :goal and (select 1 from visible_goal v where v.viewer_id = :viewer and v.goal_id = g.id limit 1) = 1;

-- goal_line_up(goal goal_id) -> goal_up* sees all: only to see that a goal does not come to stand above itself; shown to nobody
with recursive up (id, parent_id, depth) as (
  select g.id, g.parent_id, 0 from goal g where g.id = :goal
  union all select p.id, p.parent_id, u.depth + 1 from up u join goal p on p.id = u.parent_id where u.depth < 20)
select u.depth, u.id, null as title, '' as owner, '' as name from up u order by u.depth, u.id;

-- goal_manager(person person_id) -> manager_row? sees all: whom a proposal also waits for
select n.manager_id as manager from person_now n where n.person_id = :person and n.manager_id is not null;
