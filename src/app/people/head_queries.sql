-- Queries of people, heads of units: who is named from when on.

-- type headless: unit unit_id

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
