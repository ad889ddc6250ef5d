-- Queries of people, heads of units: who is named, and who could be. Names, jobs and lines are for everyone signed in.

-- type headed_unit: id unit_id, name text, people int, head person_id? + proposed person_id?, why word
-- type head_choice: unit unit_id, person person_id, name text, job text?, led int, inside flag + chosen flag
-- type headless: unit unit_id

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

-- heads_left(today day) -> headless*  sees all: the turn of the day asks whose head has gone
select w.unit_id as unit from unit_place w join person_now n on n.person_id = w.head_id left join spell s on s.id = n.spell_id
 where w.active = 1 and (n.employed = 0 or s.ends_on <= :today) order by w.unit_id;

-- unit_place_ends(unit unit_id, today day) -> done event none: unit.headed leaves the event
update unit_place set ends_on = :today, active = 0 where unit_id = :unit and active = 1 and starts_on < :today;

-- unit_place_goes_on(id unit_place_id, unit unit_id, today day) -> done event none: unit.headed leaves the event
insert into unit_place (id, unit_id, parent_id, name, head_id, starts_on, ends_on, active)
select :id, w.unit_id, w.parent_id, w.name, w.head_id, :today, u.ends_on, 1 from unit_place w join unit u on u.id = w.unit_id
 where w.unit_id = :unit and w.ends_on = :today and not exists (select 1 from unit_place x where x.unit_id = :unit and x.active = 1);

-- unit_head_set(unit unit_id, head person_id?) -> done 1 event unit.headed of unit(:unit) about person(:head)
update unit_place set head_id = :head where unit_id = :unit and active = 1;
