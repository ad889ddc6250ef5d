-- Queries of access, part five: who is HR, when nobody has been told yet. Names, jobs and roles as grants_list shows them.

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
