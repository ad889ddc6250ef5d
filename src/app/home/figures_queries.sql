-- Queries of figures about groups: sums of a cycle by unit, of the units a viewer's role covers. Never a person.

-- type figures_choice: id cycle_id, name text, state word + chosen flag
-- type figures_top: id unit_id, name text
-- type figures_unit: id unit_id, parent unit_id?, name text, people int?, selves int?, managers int?, released int?, late int? + shown flag, share percent
-- type figures_level: label text, value milli, people int

-- figures_cycles(viewer person_id, most int) -> figures_choice*
select c.id, c.name, c.state from cycle c where c.state in ('launched','closed') and c.rehearsal = 0 and :viewer > 0 order by c.launched_at desc, c.id desc limit :most;

-- figures_tops(viewer person_id, most int) -> figures_top*
select u.id, u.name from unit u
 where exists (select 1 from role_grant g where g.unit_id = u.id and g.person_id = :viewer and g.active = 1 and g.role_key in ('partner','director','performance','analyst','executive'))
 order by u.name, u.id limit :most;

-- figures_units(viewer person_id, cycle int, unit int, today day) -> figures_unit*
-- 0: the newest cycle, the first of the viewer's own tops. The top of the tree, and the children of every unit from there down to this one: what may be shown is judged from the top,
-- the same for every viewer. None when no role of the viewer covers the unit.
with up as (select c.above_id as unit_id from unit_chain c where c.below_id = (select w.id from unit w where w.id = :unit or (:unit = 0 and exists (select 1 from role_grant h
      where h.unit_id = w.id and h.person_id = :viewer and h.active = 1 and h.role_key in ('partner','director','performance','analyst','executive'))) order by w.name, w.id limit 1)
    and exists (select 1 from role_grant g join unit_chain s on s.above_id = g.unit_id and s.below_id = c.below_id
      where g.person_id = :viewer and g.active = 1 and g.role_key in ('partner','director','performance','analyst','executive'))),
 line as (select p.unit_id, p.parent_id from up join unit_place p on p.unit_id = up.unit_id and p.active = 1 and p.parent_id is null
  union all select p.unit_id, p.parent_id from up join unit_place p on p.parent_id = up.unit_id and p.active = 1),
 x as (select k.unit_id, k.fact_key, k.people from cycle c cross join line l cross join cycle_count k
    where k.cycle_id = c.id and k.unit_id = l.unit_id and c.id = (select y.id from cycle y where y.state in ('launched','closed') and y.rehearsal = 0 and (y.id = :cycle or :cycle = 0) order by y.launched_at desc, y.id desc limit 1) and c.state in ('launched','closed') and c.rehearsal = 0
  union all select d.unit_id, d.fact_key, d.people from cycle c cross join line l cross join cycle_delta d
    where d.cycle_id = c.id and d.unit_id = l.unit_id and c.id = (select y.id from cycle y where y.state in ('launched','closed') and y.rehearsal = 0 and (y.id = :cycle or :cycle = 0) order by y.launched_at desc, y.id desc limit 1) and c.state in ('launched','closed') and c.rehearsal = 0)
select l.unit_id as id, l.parent_id as parent, u.name,
       coalesce(sum(case when x.fact_key = 'people' then x.people else 0 end), 0) as people,
       coalesce(sum(case when x.fact_key = 'self' then x.people else 0 end), 0) as selves,
       coalesce(sum(case when x.fact_key = 'manager' then x.people else 0 end), 0) as managers,
       coalesce(sum(case when x.fact_key = 'released' then x.people else 0 end), 0) as released,
       coalesce(sum(case when x.fact_key >= 'due:' and x.fact_key < 'due:' || :today then x.people else 0 end), 0) as late
  from line l join unit u on u.id = l.unit_id left join x on x.unit_id = l.unit_id
 group by l.unit_id, l.parent_id, u.name order by u.name, l.unit_id;

-- figures_levels(viewer person_id, cycle int) -> figures_level*
-- Of a closed cycle, for the organisation as a whole only: no part of it can be had by taking another away.
with x as (select k.fact_key, k.people from cycle c cross join unit_place t cross join cycle_count k
    where k.cycle_id = c.id and k.unit_id = t.unit_id and c.id = (select y.id from cycle y where y.state in ('launched','closed') and y.rehearsal = 0 and (y.id = :cycle or :cycle = 0) order by y.launched_at desc, y.id desc limit 1) and t.active = 1 and t.parent_id is null and k.fact_key between 'rated:' and 'released'
  union all select d.fact_key, d.people from cycle c cross join unit_place t cross join cycle_delta d
    where d.cycle_id = c.id and d.unit_id = t.unit_id and c.id = (select y.id from cycle y where y.state in ('launched','closed') and y.rehearsal = 0 and (y.id = :cycle or :cycle = 0) order by y.launched_at desc, y.id desc limit 1) and t.active = 1 and t.parent_id is null and d.fact_key between 'rated:' and 'released')
select m.label, m.value_milli as value, (select coalesce(sum(x.people), 0) from x where x.fact_key = 'rated:' || m.label) as people
  from cycle c join cycle_form f on f.cycle_id = c.id and f.relation = 'manager'
  join scale_mark m on m.scale_id = (select max(q.scale_id) from question q where q.form_id = f.form_id and q.kind in ('rating','goals') and q.weight_milli > 0)
 where c.id = (select y.id from cycle y where y.state in ('launched','closed') and y.rehearsal = 0 and (y.id = :cycle or :cycle = 0) order by y.launched_at desc, y.id desc limit 1) and c.state = 'closed' and c.kind = 'review' and c.rehearsal = 0
   and exists (select 1 from role_grant g join unit_place t on t.unit_id = g.unit_id and t.active = 1 and t.parent_id is null
     where g.person_id = :viewer and g.active = 1 and g.role_key in ('director','performance','analyst','executive'))
 order by m.value_milli desc;
