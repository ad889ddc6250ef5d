-- Queries of people, part four: an import taken back.

-- type import_was_row: person person_id, kind word, number text?, email text?, given text, family text, phone text?, lang word, spell spell_id?, starts_on day?, ends_on day?, end_reason text?, unit unit_id?, job job_id?, level level_id?, location location_id?, manager person_id?

-- import_was_add(run import_run_id, person person_id, kind word, number text?, email text?, given text, family text, phone text?, lang word,
--   spell spell_id?, starts_on day?, ends_on day?, end_reason text?, unit unit_id?, job job_id?, level level_id?, location location_id?, manager person_id?) -> done event none: part of import.applied
insert into import_was (run_id, person_id, kind, number, email, given, family, phone, lang, spell_id, starts_on, ends_on, end_reason, unit_id, job_id, level_id, location_id, manager_id)
values (:run, :person, :kind, :number, :email, :given, :family, :phone, :lang, :spell, :starts_on, :ends_on, :end_reason, :unit, :job, :level, :location, :manager)
on conflict (run_id, person_id) do nothing;

-- import_was_of(run import_run_id) -> import_was_row*  sees all: the route's policy has let the viewer in
select w.person_id as person, w.kind, w.number, w.email, w.given, w.family, w.phone, w.lang, w.spell_id as spell, w.starts_on, w.ends_on, w.end_reason,
       w.unit_id as unit, w.job_id as job, w.level_id as level, w.location_id as location, w.manager_id as manager
  from import_was w where w.run_id = :run order by w.person_id;

-- import_was_count(run import_run_id) -> people_count!  sees all: the route's policy has let the viewer in
select count(w.person_id) as n from import_was w where w.run_id = :run;

-- type import_rests: person person_id, name text

-- import_rests_on(run import_run_id, at instant, today day, most int) -> import_rests*  sees all: whose later changes keep an import from being taken back; the route's policy has let the viewer in
-- Changed again since; or new here, and something is written about them or by them; or somebody outside the import reports to them.
select p.id as person, p.shown as name from person p
 where p.id in (
   select w.person_id from import_was w join event e on e.person_id = w.person_id and e.at > :at
    where w.run_id = :run and (e.verb in ('person.joined', 'person.renamed', 'person.corrected', 'person.moved', 'person.left', 'person.returned')
       or (w.kind <> 'changed' and e.subject_kind in ('review', 'cycle', 'goal', 'task', 'feedback', 'ask', 'grant', 'former', 'shared')))
   union all
   select w.person_id from event e join import_was w on w.run_id = :run and w.person_id = e.actor_id and w.kind <> 'changed'
    where e.at > :at and e.subject_kind in ('review', 'cycle', 'goal', 'task', 'feedback', 'ask', 'grant', 'former', 'shared')
   union all
   select w.person_id from import_was w join line l on l.manager_id = w.person_id and l.ends_on > :today
    where w.run_id = :run and w.kind <> 'changed' and not exists (select 1 from import_was x where x.run_id = :run and x.person_id = l.person_id))
 order by p.sort_key, p.id limit :most;

-- import_run_undone(run import_run_id, now instant) -> done 1 event import.undone of import(:run)
update import_run set state = 'undone', undone_at = :now where id = :run and state = 'applied';

-- own_lines_drop(person person_id) -> done event none: part of person.unmade; the employment was a mistake
delete from line where person_id = :person;

-- placements_drop(spell spell_id) -> done event none: part of person.unmade
delete from placement where spell_id = :spell;

-- spell_drop(spell spell_id, person person_id) -> done 1 event person.unmade of person(:person) about person(:person)
delete from spell where id = :spell and person_id = :person;

-- now_unmake(person person_id) -> done event none: part of person.unmade
update person_now set employed = 0, spell_id = null, hired_on = null, manager_id = null where person_id = :person;

-- joined_drop(person person_id) -> done event none: part of person.unmade
update person set joined_on = null, version = version + 1 where id = :person;

-- import_was_forget(before instant) -> done event none: kept for a month
delete from import_was where run_id in (select r.id from import_run r where r.applied_at < :before);

-- import_flaws_forget(before instant) -> done event none: kept for a month
delete from import_flaw where run_id in (select r.id from import_run r where r.at < :before);
