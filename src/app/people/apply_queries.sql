-- Queries of people, part three: what an import changes. One event a person and change; the rest says which.

-- unit_add(unit unit_id, key text, name text, kind word, starts_on day, ends_on day) -> done 1 event unit.made of unit(:unit)
insert into unit (id, code_key, name, kind, starts_on, ends_on, version) values (:unit, :key, :name, :kind, :starts_on, :ends_on, 1);

-- unit_place_add(id unit_place_id, unit unit_id, parent unit_id, name text, starts_on day, ends_on day) -> done 1 event none: part of unit.made
insert into unit_place (id, unit_id, parent_id, name, head_id, starts_on, ends_on, active) values (:id, :unit, :parent, :name, null, :starts_on, :ends_on, 1);

-- job_add(job job_id, key text, name text) -> done 1 event job.made of job(:job)
insert into job (id, code_key, name, family, leads, exposed, purpose, version) values (:job, :key, :name, null, 0, 0, null, 1);

-- level_add(level level_id, key text, name text, place int) -> done 1 event level.made of level(:level)
insert into level (id, code_key, name, place, version) values (:level, :key, :name, :place, 1);

-- location_add(location location_id, name text, zone text) -> done 1 event location.made of location(:location)
insert into location (id, name, country, zone, version) values (:location, :name, null, :zone, 1);

-- person_add(person person_id, number text?, number_key text?, email text?, email_key text?, given text, family text, shown text, sort_key text, phone text?, lang word, joined_on day?) -> done 1 event person.joined of person(:person) about person(:person)
insert into person (id, kind, number, number_key, email_key, given, family, shown, pronouns, sort_key, email, phone, lang, zone, photo_id, joined_on, erased_at, version)
values (:person, 'employee', :number, :number_key, :email_key, :given, :family, :shown, null, :sort_key, :email, :phone, :lang, null, null, :joined_on, null, 1);

-- person_source_add(key text, person person_id) -> done event none: part of person.joined
insert into person_source (source, source_key, person_id) values ('import', :key, :person) on conflict (source, source_key) do nothing;

-- person_words_drop(person person_id) -> done event none: kept beside the name
delete from person_word where person_id = :person;

-- person_word_add(word text, person person_id, closed flag) -> done event none: kept beside the name
insert into person_word (word, person_id, closed) values (:word, :person, :closed) on conflict (word, person_id) do nothing;

-- person_words_add(person person_id, open int, w0 text, w1 text?, w2 text?, w3 text?, w4 text?, w5 text?, w6 text?, w7 text?) -> done event none: kept beside the name
-- Eight at once: of words a person has more rows than of all else. The first `open` are of the name.
insert into person_word (word, person_id, closed)
select w.word, :person, case when w.place < :open then 0 else 1 end
  from (select 0 as place, :w0 as word union all select 1, :w1 union all select 2, :w2 union all select 3, :w3
        union all select 4, :w4 union all select 5, :w5 union all select 6, :w6 union all select 7, :w7) w
 where w.word is not null
on conflict (word, person_id) do nothing;

-- person_rename(person person_id, number text?, number_key text?, email text?, email_key text?, given text, family text, shown text, sort_key text) -> done 1 event person.renamed of person(:person) about person(:person)
update person set number = :number, number_key = :number_key, email = :email, email_key = :email_key, given = :given, family = :family, shown = :shown,
       sort_key = :sort_key, version = version + 1 where id = :person;

-- person_reach(person person_id, phone text?, lang word) -> done 1 event person.corrected of person(:person) about person(:person)
update person set phone = :phone, lang = :lang, version = version + 1 where id = :person;

-- spell_add(spell spell_id, person person_id, starts_on day, ends_on day, reason text?) -> done 1 event none: part of person.joined or person.returned
insert into spell (id, person_id, starts_on, ends_on, terms, end_reason, voluntary, regretted) values (:spell, :person, :starts_on, :ends_on, 'permanent', :reason, null, null);

-- spell_end(spell spell_id, person person_id, ends_on day, reason text?) -> done 1 event person.left of person(:person) about person(:person)
update spell set ends_on = :ends_on, end_reason = :reason where id = :spell and person_id = :person;

-- spell_resume(spell spell_id, person person_id, ends_on day) -> done 1 event person.returned of person(:person) about person(:person)
update spell set ends_on = :ends_on, end_reason = null where id = :spell and person_id = :person;

-- person_return(person person_id, spell spell_id, starts_on day) -> done 1 event person.returned of person(:person) about person(:person)
update person set version = version + 1 where id = :person and exists (select 1 from spell s where s.id = :spell and s.starts_on = :starts_on);

-- spell_shift(spell spell_id, person person_id, was_on day, starts_on day) -> done 1 event person.corrected of person(:person) about person(:person)
update spell set starts_on = :starts_on where id = :spell and person_id = :person and starts_on = :was_on;

-- joined_shift(person person_id, starts_on day) -> done event none: part of person.corrected
update person set joined_on = :starts_on
 where id = :person and not exists (select 1 from spell s where s.person_id = :person and s.starts_on < :starts_on);

-- placements_shift(spell spell_id, was_on day, starts_on day) -> done event none: part of person.corrected
update placement set starts_on = :starts_on where spell_id = :spell and starts_on = :was_on and ends_on > :starts_on;

-- lines_shift(person person_id, was_on day, starts_on day) -> done event none: part of person.corrected
update line set starts_on = :starts_on where person_id = :person and kind = 'solid' and starts_on = :was_on and ends_on > :starts_on;

-- placement_add(id placement_id, person person_id, spell spell_id, unit unit_id, job job_id?, level level_id?, location location_id?, starts_on day, ends_on day) -> done 1 event none: part of person.joined, moved or returned
insert into placement (id, person_id, spell_id, unit_id, job_id, level_id, location_id, share_milli, starts_on, ends_on)
values (:id, :person, :spell, :unit, :job, :level, :location, 1000, :starts_on, :ends_on);

-- placement_close(id placement_id, ends_on day) -> done event none: the next row's event says it
update placement set ends_on = :ends_on where id = :id and starts_on < :ends_on;

-- placement_change(id placement_id, unit unit_id, job job_id?, level level_id?, location location_id?) -> done 1 event none: part of person.moved
-- A row that begins today or later is changed in its place.
update placement set unit_id = :unit, job_id = :job, level_id = :level, location_id = :location where id = :id;

-- placements_end(person person_id, ends_on day) -> done event none: part of person.left
update placement set ends_on = :ends_on where person_id = :person and starts_on < :ends_on and ends_on > :ends_on;

-- placements_resume(spell spell_id, was_on day, ends_on day) -> done event none: part of person.returned
update placement set ends_on = :ends_on where spell_id = :spell and ends_on = :was_on;

-- placements_late_drop(person person_id, ends_on day) -> done event none: part of person.left; it never began
delete from placement where person_id = :person and starts_on >= :ends_on
 and exists (select 1 from placement x where x.person_id = :person and x.starts_on < :ends_on);

-- person_move(person person_id, unit unit_id, job job_id?, level level_id?, location location_id?, manager person_id?) -> done 1 event person.moved of person(:person) about person(:person)
update person_now set unit_id = :unit, job_id = :job, level_id = :level, location_id = :location, manager_id = :manager where person_id = :person;

-- line_add(id line_id, person person_id, manager person_id, starts_on day, ends_on day, active flag) -> done 1 event none: part of person.joined, moved or returned
insert into line (id, person_id, manager_id, kind, starts_on, ends_on, active) values (:id, :person, :manager, 'solid', :starts_on, :ends_on, :active);

-- line_stop(id line_id, ends_on day) -> done event none: part of person.moved
update line set ends_on = :ends_on, active = 0 where id = :id and starts_on < :ends_on;

-- line_change(id line_id, manager person_id) -> done event none: part of person.moved; it begins today or later
update line set manager_id = :manager where id = :id;

-- line_drop(id line_id) -> done event none: part of person.moved; it begins today or later, so it never held
delete from line where id = :id;

-- lines_end(person person_id, ends_on day, active flag) -> done event none: part of person.left
-- active: the day is still to come, so lines that hold go on until then.
update line set ends_on = :ends_on, active = case when :active = 1 then active else 0 end
 where (person_id = :person or manager_id = :person) and starts_on < :ends_on and ends_on > :ends_on;

-- lines_resume(person person_id, was_on day, ends_on day, today day) -> done event none: part of person.returned or left
-- Only a line that still holds goes on; one that ended with the person is over.
update line set ends_on = :ends_on where person_id = :person and kind = 'solid' and ends_on = :was_on and ends_on > :today;

-- lines_late_drop(person person_id, ends_on day) -> done event none: part of person.left; they never began
delete from line where (person_id = :person or manager_id = :person) and starts_on >= :ends_on;

-- now_put(person person_id, employed flag, sort_key text, spell spell_id, hired_on day?, manager person_id?, unit unit_id, job job_id?, level level_id?, location location_id?) -> done event none: today's row, kept beside what changed
insert into person_now (person_id, employed, sort_key, spell_id, hired_on, manager_id, unit_id, job_id, level_id, location_id, reports)
values (:person, :employed, :sort_key, :spell, :hired_on, :manager, :unit, :job, :level, :location, 0)
on conflict (person_id) do update set employed = excluded.employed, sort_key = excluded.sort_key, spell_id = excluded.spell_id, hired_on = excluded.hired_on,
  manager_id = excluded.manager_id, unit_id = excluded.unit_id, job_id = excluded.job_id, level_id = excluded.level_id, location_id = excluded.location_id;

-- now_leave(person person_id) -> done event none: part of person.left
update person_now set employed = 0, manager_id = null where person_id = :person;

-- trait_put(person person_id, trait word, value text) -> done event none: part of import.applied; no event tells a protected trait
insert into protected (person_id, trait, value) values (:person, :trait, :value)
on conflict (trait, person_id) do update set value = excluded.value where protected.value <> excluded.value;

-- managers_now() -> done event none: today's rows, kept beside the lines
update person_now set manager_id = (select l.manager_id from line l where l.person_id = person_now.person_id and l.kind = 'solid' and l.active = 1)
 where coalesce(manager_id, 0) <> coalesce((select l.manager_id from line l where l.person_id = person_now.person_id and l.kind = 'solid' and l.active = 1), 0);

-- reports_now() -> done event none: today's rows, kept beside the lines
-- Counted in one go: one count a person took PostgreSQL 6 s for 10,000 people before it knew its own tables.
update person_now set reports = c.reports
  from (select n.person_id, coalesce(t.people, 0) as reports from person_now n
          left join (select x.manager_id, count(x.person_id) as people from person_now x where x.manager_id is not null group by x.manager_id) t
            on t.manager_id = n.person_id) c
 where c.person_id = person_now.person_id and person_now.reports <> c.reports;

-- chain_clear() -> done event none: rebuilt beside the lines
delete from chain;

-- chain_build() -> done event none: rebuilt beside the lines
insert into chain (above_id, below_id, depth)
with recursive up (above_id, below_id, depth) as (
  select n.person_id, n.person_id, 0 from person_now n
  union all select l.manager_id, u.below_id, u.depth + 1 from up u join line l on l.person_id = u.above_id and l.kind = 'solid' and l.active = 1 where u.depth < 60)
select up.above_id, up.below_id, up.depth from up;

-- unit_chain_clear() -> done event none: rebuilt beside the units
delete from unit_chain;

-- unit_chain_build() -> done event none: rebuilt beside the units
insert into unit_chain (above_id, below_id, depth)
with recursive up (above_id, below_id, depth) as (
  select p.unit_id, p.unit_id, 0 from unit_place p where p.active = 1
  union all select p.parent_id, u.below_id, u.depth + 1 from up u join unit_place p on p.unit_id = u.above_id and p.active = 1 and p.parent_id is not null where u.depth < 60)
select up.above_id, up.below_id, up.depth from up;

-- The turn of the day: what ends goes first, then what begins.

-- turn_lines_end(today day) -> done event none: the days were said when they were set
update line set active = 0 where active = 1 and ends_on <= :today;

-- turn_people_end(today day) -> done event none: the day was said in person.left
update person_now set employed = 0 where employed = 1 and exists (select 1 from spell s where s.id = person_now.spell_id and s.ends_on <= :today);

-- turn_people_begin(today day) -> done event none: the day was said in person.joined
update person_now set employed = 1 where employed = 0 and exists (select 1 from spell s where s.id = person_now.spell_id and s.starts_on <= :today and s.ends_on > :today);

-- turn_lines_begin(today day) -> done event none: the days were said when they were set
update line set active = 1 where active = 0 and starts_on <= :today and ends_on > :today
 and exists (select 1 from person_now n where n.person_id = line.person_id and n.employed = 1)
 and exists (select 1 from person_now m where m.person_id = line.manager_id and m.employed = 1);

-- type turn_leaver: person person_id

-- turn_leavers(today day) -> turn_leaver*  sees all: whose last day is past, so that their accounts end
select n.person_id as person from person_now n join spell s on s.id = n.spell_id
 where n.employed = 1 and s.ends_on <= :today order by n.person_id;

-- turn_placed(today day) -> done event none: today's rows, kept beside the placements
update person_now set
  unit_id = coalesce((select p.unit_id from placement p where p.person_id = person_now.person_id and p.starts_on <= :today and p.ends_on > :today), unit_id),
  job_id = (select p.job_id from placement p where p.person_id = person_now.person_id and p.starts_on <= :today and p.ends_on > :today),
  level_id = (select p.level_id from placement p where p.person_id = person_now.person_id and p.starts_on <= :today and p.ends_on > :today),
  location_id = (select p.location_id from placement p where p.person_id = person_now.person_id and p.starts_on <= :today and p.ends_on > :today)
 where exists (select 1 from placement p where p.person_id = person_now.person_id and p.starts_on = :today);
