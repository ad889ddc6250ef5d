-- Queries of access, part five: who is HR and who heads what, when nobody has been told yet. Names, jobs and roles as grants_list shows them.

-- type titled: person person_id, name text, job text, role word?
-- type hr_line: person person_id, name text, job text?, role word
-- type hr_choice: id person_id, name text, job text + proposed word

-- titles_given(viewer person_id, most int) -> titled*
-- Whom the viewer may give a role, with their job and a role they hold already.
select n.person_id as person, p.shown as name, j.name as job, (select min(g.role_key) from role_grant g where g.person_id = n.person_id and g.active = 1) as role
  from person_now n join person p on p.id = n.person_id join job j on j.id = n.job_id
 where n.employed = 1 and n.person_id <> :viewer
   and exists (select 1 from scope_now s where s.viewer_id = :viewer and s.role_key in ('admin', 'director') and s.unit_id = n.unit_id)
 order by n.sort_key, n.person_id limit :most;

-- hr_now(viewer person_id) -> hr_line*
select g.person_id as person, p.shown as name, j.name as job, g.role_key as role from role_grant g join person p on p.id = g.person_id
  left join person_now n on n.person_id = p.id left join job j on j.id = n.job_id
 where g.active = 1 and g.role_key in ('director', 'partner', 'performance')
   and exists (select 1 from role_grant v where v.person_id = :viewer and v.role_key in ('admin', 'director') and v.active = 1)
 order by p.sort_key, g.role_key, g.id;

-- type headed_unit: id unit_id, name text, people int, head person_id? + proposed person_id?, why word
-- type head_choice: unit unit_id, person person_id, name text, job text?, led int, inside flag + chosen flag

-- units_headed(viewer person_id) -> headed_unit*
-- With all below it; where the viewer may give roles.
select u.id, u.name, count(n.person_id) as people, w.head_id as head
  from unit u join unit_place w on w.unit_id = u.id and w.active = 1
  join unit_chain c on c.above_id = u.id left join person_now n on n.unit_id = c.below_id and n.employed = 1
 where exists (select 1 from scope_now s where s.viewer_id = :viewer and s.role_key in ('admin', 'director') and s.unit_id = u.id)
 group by u.id, u.name, w.head_id having count(n.person_id) > 0 order by u.name, u.id;

-- head_choices() -> head_choice*  sees all: lines are for everyone signed in
-- Who leads somebody of a unit, and is led by nobody of it; and who is named already.
select t.unit, t.person, t.name, t.job, t.led, t.inside from (
  select c.above_id as unit, x.person_id as person, p.shown as name, j.name as job, count(n.person_id) as led,
         case when exists (select 1 from unit_chain k where k.above_id = c.above_id and k.below_id = x.unit_id) then 1 else 0 end as inside
    from unit_chain c join person_now n on n.unit_id = c.below_id and n.employed = 1
    join person_now x on x.person_id = n.manager_id and x.employed = 1
    join person p on p.id = x.person_id left join job j on j.id = x.job_id
   where not exists (select 1 from person_now m join unit_chain k on k.below_id = m.unit_id where m.person_id = x.manager_id and m.employed = 1 and k.above_id = c.above_id)
   group by c.above_id, x.person_id, p.shown, j.name, x.unit_id
  union all select w.unit_id, p.id, p.shown, j.name, 0, 0 from unit_place w join person p on p.id = w.head_id
    left join person_now x on x.person_id = p.id left join job j on j.id = x.job_id
   where w.active = 1 and (not exists (select 1 from person_now n join unit_chain k on k.below_id = n.unit_id where n.manager_id = w.head_id and n.employed = 1 and k.above_id = w.unit_id)
      or exists (select 1 from person_now m join unit_chain k on k.below_id = m.unit_id where m.person_id = x.manager_id and m.employed = 1 and k.above_id = w.unit_id))) t
 order by t.unit, t.inside desc, t.led desc, t.name, t.person;
