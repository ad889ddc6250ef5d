-- Queries of access, part three: the first set-up of an empty organisation.

-- type count_row: n int

-- accounts_count() -> count_row!  sees all: is there anybody yet?
select count(a.id) as n from account a;

-- type unit_row: id unit_id, name text

-- unit_roots() -> unit_row*  sees all: the unit tree is for everyone signed in
select u.id, u.name from unit u join unit_place p on p.unit_id = u.id and p.active = 1 where p.parent_id is null order by u.id;

-- setup_unit(unit unit_id, code text, name text, today day, ever day) -> done 1 event unit.made of unit(:unit)
insert into unit (id, code_key, name, kind, starts_on, ends_on, version) values (:unit, :code, :name, 'organisation', :today, :ever, 1);

-- setup_unit_place(id unit_place_id, unit unit_id, name text, today day, ever day) -> done 1 event none: with unit.made
insert into unit_place (id, unit_id, parent_id, name, head_id, starts_on, ends_on, active) values (:id, :unit, null, :name, null, :today, :ever, 1);

-- setup_unit_chain(unit unit_id) -> done 1 event none: with unit.made
insert into unit_chain (above_id, below_id, depth) values (:unit, :unit, 0);

-- setup_person(person person_id, kind word, email_key text?, given text, family text, shown text, sort_key text, email text?, today day)
--     -> done 1 event person.joined of person(:person) about person(:person)
insert into person (id, kind, number_key, email_key, given, family, shown, pronouns, sort_key, email, phone, lang, zone, photo_id, joined_on, erased_at, version)
values (:person, :kind, null, :email_key, :given, :family, :shown, null, :sort_key, :email, null, 'en', null, null, :today, null, 1);

-- setup_word(word text, person person_id, closed flag) -> done event none: with person.joined
insert into person_word (word, person_id, closed) values (:word, :person, :closed) on conflict (word, person_id) do nothing;

-- setup_spell(spell spell_id, person person_id, today day, ever day) -> done 1 event none: with person.joined
insert into spell (id, person_id, starts_on, ends_on, terms) values (:spell, :person, :today, :ever, 'permanent');

-- setup_placement(id placement_id, person person_id, spell spell_id, unit unit_id, today day, ever day) -> done 1 event none: with person.joined
insert into placement (id, person_id, spell_id, unit_id, job_id, level_id, location_id, share_milli, starts_on, ends_on)
values (:id, :person, :spell, :unit, null, null, null, 1000, :today, :ever);

-- setup_now(person person_id, sort_key text, spell spell_id, today day, unit unit_id) -> done 1 event none: with person.joined
insert into person_now (person_id, employed, sort_key, spell_id, hired_on, manager_id, unit_id, job_id, level_id, location_id, reports)
values (:person, 1, :sort_key, :spell, :today, null, :unit, null, null, null, 0);

-- setup_chain(person person_id) -> done 1 event none: with person.joined
insert into chain (above_id, below_id, depth) values (:person, :person, 0);

-- type person_key: id person_id, name text

-- person_of_email(key text) -> person_key?  sees all: asked after the policy, when a role is given or an account made
select p.id, p.shown as name from person p where p.email_key = :key;

-- person_outside(shown text) -> person_key*  sees all: finds the outside person that set-up acts as
select p.id, p.shown as name from person p where p.kind = 'outside' and p.shown = :shown order by p.id;
