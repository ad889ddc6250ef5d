-- Queries of people, part one: the directory and one person's page.

-- type person_line: person person_id, name text, job text?, unit text?, manager person_id?, manager_name text?, employed flag, after_key text + hired day?
-- type person_line_full: person person_id, name text, job text?, unit text?, manager person_id?, manager_name text?, employed flag, hired day?, after_key text
-- type people_count: n int
-- type people_unit: id unit_id, name text, depth int + chosen flag

-- people_list(viewer person_id, words text?, words_end text?, more text?, more_end text?, unit unit_id?, employed flag, after key?, most int, sort @sort) -> person_line*
--   sort name: n.sort_key, n.person_id
-- Name, job, unit and manager are for everyone signed in; number and e-mail find only whom the viewer may see; hire days are not, so no order here tells them.
select n.person_id as person, p.shown as name, j.name as job, u.name as unit, n.manager_id as manager, m.shown as manager_name,
       n.employed, @key as after_key
  from person_now n join person p on p.id = n.person_id
  left join unit u on u.id = n.unit_id left join job j on j.id = n.job_id left join person m on m.id = n.manager_id
 where n.employed = :employed and exists (select 1 from person v where v.id = :viewer)
?words and exists (select 1 from person_word w where w.person_id = n.person_id and w.word >= :words and w.word < :words_end and (w.closed = 0 or (select 1 from visible_person v where v.viewer_id = :viewer and v.person_id = n.person_id limit 1) = 1))
?more  and exists (select 1 from person_word w where w.person_id = n.person_id and w.word >= :more and w.word < :more_end and (w.closed = 0 or (select 1 from visible_person v where v.viewer_id = :viewer and v.person_id = n.person_id limit 1) = 1))
?unit  and exists (select 1 from unit_chain c where c.above_id = :unit and c.below_id = n.unit_id)
?after and @after
 order by @sort
 limit :most;

-- people_mine(viewer person_id, words text?, words_end text?, more text?, more_end text?, unit unit_id?, employed flag, after key?, most int, sort @sort) -> person_line_full*
--   sort name: n.sort_key, n.person_id · hired: coalesce(n.hired_on, ''), n.person_id · newest: coalesce(n.hired_on, '') desc, n.person_id desc
-- Those whose record the viewer may see: with the hire day, and in its order.
select n.person_id as person, p.shown as name, j.name as job, u.name as unit, n.manager_id as manager, m.shown as manager_name,
       n.employed, n.hired_on as hired, @key as after_key
  from person_now n join person p on p.id = n.person_id
  left join unit u on u.id = n.unit_id left join job j on j.id = n.job_id left join person m on m.id = n.manager_id
 where n.employed = :employed and @sees(n.person_id, visible_person)
?words and exists (select 1 from person_word w where w.person_id = n.person_id and w.word >= :words and w.word < :words_end)
?more  and exists (select 1 from person_word w where w.person_id = n.person_id and w.word >= :more and w.word < :more_end)
?unit  and exists (select 1 from unit_chain c where c.above_id = :unit and c.below_id = n.unit_id)
?after and @after
 order by @sort
 limit :most;

-- people_total(viewer person_id, words text?, words_end text?, more text?, more_end text?, unit unit_id?, employed flag, most int) -> people_count!
select count(x.id) as n from (select n.person_id as id
  from person_now n
 where n.employed = :employed and exists (select 1 from person v where v.id = :viewer)
?words and exists (select 1 from person_word w where w.person_id = n.person_id and w.word >= :words and w.word < :words_end and (w.closed = 0 or (select 1 from visible_person v where v.viewer_id = :viewer and v.person_id = n.person_id limit 1) = 1))
?more  and exists (select 1 from person_word w where w.person_id = n.person_id and w.word >= :more and w.word < :more_end and (w.closed = 0 or (select 1 from visible_person v where v.viewer_id = :viewer and v.person_id = n.person_id limit 1) = 1))
?unit  and exists (select 1 from unit_chain c where c.above_id = :unit and c.below_id = n.unit_id)
 limit :most) x;

-- people_mine_total(viewer person_id, words text?, words_end text?, more text?, more_end text?, unit unit_id?, employed flag, most int) -> people_count!
select count(x.id) as n from (select n.person_id as id
  from person_now n
 where n.employed = :employed and @sees(n.person_id, visible_person)
?words and exists (select 1 from person_word w where w.person_id = n.person_id and w.word >= :words and w.word < :words_end)
?more  and exists (select 1 from person_word w where w.person_id = n.person_id and w.word >= :more and w.word < :more_end)
?unit  and exists (select 1 from unit_chain c where c.above_id = :unit and c.below_id = n.unit_id)
 limit :most) x;

-- units_tree() -> people_unit*  sees all: the unit tree is for everyone signed in
-- By name; depth tells how far below the root.
select u.id, u.name, (select max(c.depth) from unit_chain c where c.below_id = u.id) as depth
  from unit u join unit_place p on p.unit_id = u.id and p.active = 1
 order by u.name, u.id;

-- type unit_line: id unit_id, name text, parent text?, people int, head person_id?, head_name text?

-- units_list(viewer person_id) -> unit_line*
select u.id, u.name, w.name as parent,
       (select count(n.person_id) from person_now n where n.unit_id = u.id and n.employed = 1) as people, p.head_id as head, h.shown as head_name
  from unit u join unit_place p on p.unit_id = u.id and p.active = 1 left join unit w on w.id = p.parent_id left join person h on h.id = p.head_id
 where exists (select 1 from person v where v.id = :viewer)
 order by u.name, u.id;

-- type person_open: person person_id, name text, pronouns text?, email text?, job text?, unit text?, unit_id unit_id?, location text?, manager person_id?, manager_name text?, employed flag

-- person_card_of(person person_id) -> person_open!  sees all: the open part of a page is for everyone signed in
select p.id as person, p.shown as name, p.pronouns, p.email, j.name as job, u.name as unit, n.unit_id, l.name as location,
       n.manager_id as manager, m.shown as manager_name, coalesce(n.employed, 0) as employed
  from person p left join person_now n on n.person_id = p.id
  left join unit u on u.id = n.unit_id left join job j on j.id = n.job_id left join location l on l.id = n.location_id
  left join person m on m.id = n.manager_id
 where p.id = :person;

-- type report_line: person person_id, name text, job text?

-- person_reports(person person_id) -> report_line*  sees all: who reports to whom is for everyone signed in
select n.person_id as person, p.shown as name, j.name as job
  from person_now n join person p on p.id = n.person_id left join job j on j.id = n.job_id
 where n.manager_id = :person and n.employed = 1
 order by n.sort_key, n.person_id;

-- type person_spell: spell spell_id, number text?, phone text?, level text?, starts_on day, ends_on day, reason text? + last day, first flag, ended flag

-- person_spells(viewer person_id, person person_id) -> person_spell*
select s.id as spell, p.number, p.phone, v.name as level, s.starts_on, s.ends_on, s.end_reason as reason
  from spell s join person p on p.id = s.person_id left join person_now n on n.person_id = p.id left join level v on v.id = n.level_id
 where s.person_id = :person and @sees(s.person_id, visible_person)
 order by s.starts_on desc, s.id desc;

-- type person_placed: id placement_id, unit text, job text?, level text?, location text?, starts_on day, ends_on day + last day, ended flag

-- person_placements(viewer person_id, person person_id) -> person_placed*
select pl.id, u.name as unit, j.name as job, v.name as level, l.name as location, pl.starts_on, pl.ends_on
  from placement pl join unit u on u.id = pl.unit_id left join job j on j.id = pl.job_id
  left join level v on v.id = pl.level_id left join location l on l.id = pl.location_id
 where pl.person_id = :person and @sees(pl.person_id, visible_person)
 order by pl.starts_on desc, pl.id desc;

-- type person_lined: id line_id, manager person_id, manager_name text, kind word, starts_on day, ends_on day + last day, ended flag

-- person_lines(viewer person_id, person person_id) -> person_lined*
select l.id, l.manager_id as manager, m.shown as manager_name, l.kind, l.starts_on, l.ends_on
  from line l join person m on m.id = l.manager_id
 where l.person_id = :person and @sees(l.person_id, visible_person)
 order by l.starts_on desc, l.id desc;

-- type chart_step: person person_id, name text, job text?, depth int
-- type chart_line: person person_id, name text, job text?, unit text?, reports int

-- chart_path(person person_id) -> chart_step*  sees all: who reports to whom is for everyone signed in
-- From the top down to the person, who is the last.
select c.above_id as person, p.shown as name, j.name as job, c.depth
  from chain c join person p on p.id = c.above_id left join person_now n on n.person_id = c.above_id left join job j on j.id = n.job_id
 where c.below_id = :person order by c.depth desc, c.above_id;

-- chart_reports(person person_id, most int) -> chart_line*  sees all: who reports to whom is for everyone signed in
select n.person_id as person, p.shown as name, j.name as job, u.name as unit, n.reports
  from person_now n join person p on p.id = n.person_id left join job j on j.id = n.job_id left join unit u on u.id = n.unit_id
 where n.manager_id = :person and n.employed = 1
 order by n.sort_key, n.person_id limit :most;

-- absence_add(id absence_id, person person_id, from day, back day) -> done 1 event absence.noted of absence(:id) about person(:person)
-- Days only, never why. back: the first day somebody works again.
insert into absence (id, person_id, starts_on, ends_on) values (:id, :person, :from, :back);
