-- Queries of goals, part three: what /find looks through. Few: one's own and one's reports', those of one's units upwards, the organisation's.

-- type found_goal: id goal_id, title text, name text, state word

-- goals_near(viewer person_id, most int) -> found_goal*
select t.id, t.title, t.name, t.state from (
  select g.id, g.title, p.shown as name, g.state, g.due_on from chain c join goal g on g.person_id = c.below_id join person p on p.id = g.person_id
   where c.above_id = :viewer and c.depth <= 1
  union all select g.id, g.title, u.name, g.state, g.due_on from person_now n join unit_chain c on c.below_id = n.unit_id join goal g on g.unit_id = c.above_id join unit u on u.id = g.unit_id
   where n.person_id = :viewer
  union all select g.id, g.title, '', g.state, g.due_on from goal g where g.owner = 'organisation' and g.state in ('open','closed')) t
 where t.state in ('proposed','open','closed') and (select 1 from visible_goal v where v.viewer_id = :viewer and v.goal_id = t.id limit 1) = 1
 order by t.due_on desc, t.id desc limit :most;
