-- Circles of goals. Who keeps a unit's goals: its head; where none is named, whoever in it has reports and no manager inside.
-- A pair may come twice: these views are probed for one row, never joined into a list.

create view unit_keeper as
  select p.unit_id, p.head_id as person_id from unit_place p where p.active = 1 and p.head_id is not null
  union all select n.unit_id, n.person_id from person_now n join unit_place p on p.unit_id = n.unit_id and p.active = 1
    where p.head_id is null and n.employed = 1 and n.reports > 0
      and not exists (select 1 from person_now m where m.person_id = n.manager_id and m.unit_id = n.unit_id);
create view unit_relation as
  select k.person_id as viewer_id, k.unit_id, 'keeper' as relation from unit_keeper k
  union all select s.viewer_id, s.unit_id, 'keeper' from scope_now s where s.role_key in ('partner','director','performance','executive')
  union all select c.above_id, k.unit_id, 'above' from unit_keeper k join chain c on c.below_id = k.person_id where c.depth > 0;
create view goal_relation as
  select x.viewer_id, g.id as goal_id, x.relation from goal g join relation_to x on x.person_id = g.person_id
    where x.relation in ('self','manager','above','dotted','partner','director','performance')
  union all select x.viewer_id, g.id, x.relation from goal g join unit_relation x on x.unit_id = g.unit_id
  union all select r.person_id, g.id, 'keeper' from goal g cross join unit_place p join role_grant r on r.unit_id = p.unit_id
    where g.owner = 'organisation' and p.parent_id is null and p.active = 1 and r.active = 1 and r.role_key in ('director','performance','executive')
  union all select k.person_id, g.id, 'keeper' from goal g cross join unit_place p join unit_keeper k on k.unit_id = p.unit_id
    where g.owner = 'organisation' and p.parent_id is null and p.active = 1
  union all select n.person_id, g.id, 'reader' from goal g cross join person_now n
    where g.seen_by = 'all' or (g.seen_by = 'unit' and g.owner = 'organisation')
  union all select v.person_id, g.id, 'reader' from goal g join person_now o on o.person_id = g.person_id join unit_chain c on c.above_id = o.unit_id join person_now v on v.unit_id = c.below_id
    where g.seen_by = 'unit'
  union all select v.person_id, g.id, 'reader' from goal g join unit_chain c on c.above_id = g.unit_id join person_now v on v.unit_id = c.below_id
    where g.seen_by = 'unit';
create view visible_goal as
  select r.viewer_id, r.goal_id, r.relation as circle from goal_relation r join goal g on g.id = r.goal_id
    where r.relation <> 'reader' or g.state in ('open','closed');
