-- Circles of goals. Who keeps a unit's goals: its head; where none is named, whoever in it has reports and no manager inside.
-- A pair may come twice: these views are probed for one row, never joined into a list. Each arm stands alone, so that a
-- probe by viewer and goal is searched by keys: nested compounds would be built whole for each.

create view unit_relation as
  select p.head_id as viewer_id, p.unit_id, 'keeper' as relation from unit_place p where p.active = 1 and p.head_id is not null
  union all select n.person_id, n.unit_id, 'keeper' from person_now n join unit_place p on p.unit_id = n.unit_id and p.active = 1
    where p.head_id is null and n.employed = 1 and n.reports > 0
      and not exists (select 1 from person_now m where m.person_id = n.manager_id and m.unit_id = n.unit_id)
  union all select r.person_id, u.below_id, 'keeper' from role_grant r join unit_chain u on u.above_id = r.unit_id
    where r.active = 1 and r.role_key in ('partner','director','performance','executive')
  union all select c.above_id, p.unit_id, 'above' from unit_place p join chain c on c.below_id = p.head_id where p.active = 1 and c.depth > 0
  union all select c.above_id, n.unit_id, 'above' from person_now n join unit_place p on p.unit_id = n.unit_id and p.active = 1 join chain c on c.below_id = n.person_id
    where p.head_id is null and n.employed = 1 and n.reports > 0 and c.depth > 0
      and not exists (select 1 from person_now m where m.person_id = n.manager_id and m.unit_id = n.unit_id);
create view goal_relation as
  select c.above_id as viewer_id, g.id as goal_id, g.state, case c.depth when 0 then 'self' when 1 then 'manager' else 'above' end as relation
    from goal g join chain c on c.below_id = g.person_id
  union all select d.manager_id, g.id, g.state, 'dotted' from goal g join dotted_now d on d.person_id = g.person_id
  union all select r.person_id, g.id, g.state, r.role_key from goal g join person_now n on n.person_id = g.person_id
    join unit_chain u on u.below_id = n.unit_id join role_grant r on r.unit_id = u.above_id
    where r.active = 1 and r.role_key in ('partner','director','performance')
      and not exists (select 1 from chain x where x.above_id = g.person_id and x.below_id = r.person_id)
  union all select p.head_id, g.id, g.state, 'keeper' from goal g join unit_place p on p.unit_id = g.unit_id where p.active = 1 and p.head_id is not null
  union all select n.person_id, g.id, g.state, 'keeper' from goal g join person_now n on n.unit_id = g.unit_id join unit_place p on p.unit_id = g.unit_id and p.active = 1
    where p.head_id is null and n.employed = 1 and n.reports > 0
      and not exists (select 1 from person_now m where m.person_id = n.manager_id and m.unit_id = n.unit_id)
  union all select r.person_id, g.id, g.state, 'keeper' from goal g join unit_chain u on u.below_id = g.unit_id join role_grant r on r.unit_id = u.above_id
    where r.active = 1 and r.role_key in ('partner','director','performance','executive')
  union all select c.above_id, g.id, g.state, 'above' from goal g join unit_place p on p.unit_id = g.unit_id join chain c on c.below_id = p.head_id where p.active = 1 and c.depth > 0
  union all select c.above_id, g.id, g.state, 'above' from goal g join person_now n on n.unit_id = g.unit_id join unit_place p on p.unit_id = g.unit_id and p.active = 1 join chain c on c.below_id = n.person_id
    where p.head_id is null and n.employed = 1 and n.reports > 0 and c.depth > 0
      and not exists (select 1 from person_now m where m.person_id = n.manager_id and m.unit_id = n.unit_id)
  union all select r.person_id, g.id, g.state, 'keeper' from goal g cross join unit_place p join role_grant r on r.unit_id = p.unit_id
    where g.owner = 'organisation' and p.parent_id is null and p.active = 1 and r.active = 1 and r.role_key in ('director','performance','executive')
  union all select p.head_id, g.id, g.state, 'keeper' from goal g cross join unit_place p
    where g.owner = 'organisation' and p.parent_id is null and p.active = 1 and p.head_id is not null
  union all select n.person_id, g.id, g.state, 'keeper' from goal g cross join unit_place p join person_now n on n.unit_id = p.unit_id
    where g.owner = 'organisation' and p.parent_id is null and p.active = 1 and p.head_id is null and n.employed = 1 and n.reports > 0
      and not exists (select 1 from person_now m where m.person_id = n.manager_id and m.unit_id = n.unit_id)
  union all select n.person_id, g.id, g.state, 'reader' from goal g cross join person_now n
    where g.seen_by = 'all' or (g.seen_by = 'unit' and g.owner = 'organisation')
  union all select v.person_id, g.id, g.state, 'reader' from goal g join person_now o on o.person_id = g.person_id join unit_chain c on c.above_id = o.unit_id join person_now v on v.unit_id = c.below_id
    where g.seen_by = 'unit'
  union all select v.person_id, g.id, g.state, 'reader' from goal g join unit_chain c on c.above_id = g.unit_id join person_now v on v.unit_id = c.below_id
    where g.seen_by = 'unit';
create view visible_goal as
  select viewer_id, goal_id, relation as circle from goal_relation where relation <> 'reader' or state in ('open','closed');
