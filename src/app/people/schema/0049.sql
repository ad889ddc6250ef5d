-- Which units somebody leads: those they are named the head of; where none is named, the unit of whoever in it has reports and no manager inside.

create view unit_led as
  select p.head_id as viewer_id, p.unit_id, p.parent_id from unit_place p where p.active = 1 and p.head_id is not null
  union all select n.person_id, p.unit_id, p.parent_id from person_now n join unit_place p on p.unit_id = n.unit_id and p.active = 1
    where p.head_id is null and n.employed = 1 and n.reports > 0
      and not exists (select 1 from person_now m where m.person_id = n.manager_id and m.unit_id = n.unit_id);
