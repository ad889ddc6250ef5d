-- Queries of people, part two: what an import compares with, and its runs.

-- type import_person: id person_id, kind word, number text?, number_key text?, email text?, email_key text?, given text, family text, phone text?, lang word, employed flag, spell spell_id?, starts_on day?, ends_on day?, end_reason text?, placement placement_id?, placed_on day?, unit unit_id?, job job_id?, level level_id?, location location_id?, line line_id?, lined_on day?, manager person_id?

-- import_people(today day) -> import_person*  sees all: an import compares everybody, and shows only names of those it would end
-- The last spell, its last placement, and the solid line that holds or will hold.
select p.id, p.kind, p.number, p.number_key, p.email, p.email_key, p.given, p.family, p.phone, p.lang, coalesce(n.employed, 0) as employed,
       s.id as spell, s.starts_on, s.ends_on, s.end_reason,
       pl.id as placement, pl.starts_on as placed_on, pl.unit_id as unit, pl.job_id as job, pl.level_id as level, pl.location_id as location,
       l.id as line, l.starts_on as lined_on, l.manager_id as manager
  from person p left join person_now n on n.person_id = p.id
  left join spell s on s.id = n.spell_id
  left join placement pl on pl.id = (select x.id from placement x where x.person_id = p.id order by x.starts_on desc limit 1)
  left join line l on l.id = (select y.id from line y where y.person_id = p.id and y.kind = 'solid' and y.ends_on > :today
                               order by y.starts_on desc, y.id desc limit 1)
 where p.erased_at is null
 order by p.id;

-- type import_unit: id unit_id, key text, name text, parent unit_id?

-- import_units() -> import_unit*  sees all: the unit tree is for everyone signed in
select u.id, u.code_key as key, u.name, p.parent_id as parent
  from unit u join unit_place p on p.unit_id = u.id and p.active = 1 order by u.id;

-- type import_word: id int, key text, name text

-- import_jobs() -> import_word*  sees all: jobs are no one's record
select j.id, j.code_key as key, j.name from job j order by j.id;
-- import_levels() -> import_word*  sees all: levels are no one's record
select v.id, v.code_key as key, v.name from level v order by v.id;
-- import_locations() -> import_word*  sees all: locations are no one's record
select l.id, l.name as key, l.name from location l order by l.id;

-- type import_setting: name word, value text

-- import_settings() -> import_setting*  sees all: settings of the organisation are no one's record
select s.key as name, s.value from setting s where s.key in ('zone', 'organisation', 'lang') order by s.key;

-- type import_known_map: mapping text

-- import_map_find(digest blob) -> import_known_map?  sees all: which column holds what is no one's record
select m.mapping from import_map m where m.header_digest = :digest;

-- import_map_put(id import_map_id, digest blob, mapping text) -> done event none: part of import.applied
insert into import_map (id, kind, header_digest, mapping) values (:id, 'people', :digest, :mapping)
on conflict (header_digest) do update set mapping = excluded.mapping;

-- type import_run_line: id import_run_id, by_name text?, at instant, file text, state word, rows int, inserted int, updated int, same int, ended int, bad int, applied_at instant?
-- type import_run: id import_run_id, by_name text?, at instant, file text, mapping text, state word, rows int, inserted int, updated int, same int, ended int, bad int, applied_at instant?, undone_at instant?, bytes int, upload file_id?

-- import_runs(viewer person_id, most int) -> import_run_line*
select r.id, p.shown as by_name, r.at, r.file, r.state, r.rows, r.inserted, r.updated, r.same, r.ended, r.bad, r.applied_at
  from import_run r left join person p on p.id = r.by_id
 where exists (select 1 from person v where v.id = :viewer)
 order by r.at desc, r.id desc limit :most;

-- import_run_of(run import_run_id) -> import_run!  sees all: the route's policy has let the viewer in
select r.id, p.shown as by_name, r.at, r.file, r.mapping, r.state, r.rows, r.inserted, r.updated, r.same, r.ended, r.bad, r.applied_at, r.undone_at,
       coalesce(f.bytes, 0) as bytes, f.id as upload
  from import_run r left join person p on p.id = r.by_id
  left join file f on f.owner_id = r.id and f.kind = 'upload'
 where r.id = :run;

-- type import_state: state word, file text

-- import_state_of(run import_run_id) -> import_state?  sees all: only the state, asked before the policy
select r.state, r.file from import_run r where r.id = :run;

-- A column of the file, by its place: filled in C.
-- type import_column: id column_id, header text, sample text?, field word?

-- type file_piece: place int, body blob

-- import_upload(run import_run_id) -> file_piece*  sees all: the route's policy has let the viewer in
select p.place, p.body from file f join file_part p on p.file_id = f.id
 where f.owner_id = :run and f.kind = 'upload' order by p.place, p.file_id;

-- import_upload_head(run import_run_id) -> file_piece*  sees all: the route's policy has let the viewer in
select p.place, p.body from file f join file_part p on p.file_id = f.id
 where f.owner_id = :run and f.kind = 'upload' and p.place = 0 order by p.place, p.file_id;

-- import_run_add(run import_run_id, who int, now instant, file text, digest blob, mapping text) -> done 1 event import.checked of import(:run)
insert into import_run (id, kind, by_id, at, file, digest, mapping, state, rows, inserted, updated, same, ended, bad, applied_at, undone_at)
values (:run, 'people', :who, :now, :file, :digest, :mapping, 'checked', 0, 0, 0, 0, 0, 0, null, null);

-- import_run_checked(run import_run_id, now instant, mapping text, rows int, inserted int, updated int, same int, ended int, bad int) -> done 1 event none: still only looked at
update import_run set looked_at = :now, mapping = :mapping, rows = :rows, inserted = :inserted, updated = :updated, same = :same, ended = :ended, bad = :bad
 where id = :run and state = 'checked';

-- import_run_applied(run import_run_id, now instant, rows int, inserted int, updated int, same int, ended int, bad int) -> done 1 event import.applied of import(:run)
update import_run set state = 'applied', applied_at = :now, rows = :rows, inserted = :inserted, updated = :updated, same = :same, ended = :ended, bad = :bad
 where id = :run and state = 'checked';

-- import_run_refused(run import_run_id, now instant) -> done 1 event import.refused of import(:run)
update import_run set state = 'refused', away_at = :now where id = :run and state = 'checked';

-- import_run_back(run import_run_id, away_at instant) -> done 1 event import.back of import(:run)
update import_run set state = 'checked', away_at = null where id = :run and state = 'refused' and away_at = :away_at;

-- import_run_expire(run import_run_id, now instant, before instant) -> done 1 event import.expired of import(:run)
update import_run set state = 'refused', away_at = :now where id = :run and state = 'checked' and coalesce(looked_at, at) < :before;

-- type import_away: state word, away_at instant?

-- import_away_of(run import_run_id) -> import_away?  sees all: whether it is over, and since when
select r.state, r.away_at from import_run r where r.id = :run;

-- type import_old: id import_run_id

-- imports_idle(before instant, most int) -> import_old*  sees all: the upkeep's own work
select r.id from import_run r where r.state = 'checked' and coalesce(r.looked_at, r.at) < :before order by r.at, r.id limit :most;

-- imports_flawed(before instant, most int) -> import_old*  sees all: the upkeep's own work
select r.id from import_run r where r.state <> 'checked' and coalesce(r.applied_at, r.away_at, r.at) < :before
   and exists (select 1 from import_flaw f where f.run_id = r.id) order by r.at, r.id limit :most;

-- import_file_add(id file_id, run import_run_id, who int, now instant, name text, bytes int, digest blob) -> done 1 event none: part of import.checked
insert into file (id, kind, owner_kind, owner_id, person_id, added_by_id, at, name, media, bytes, digest)
values (:id, 'upload', 'import', :run, :who, :who, :now, :name, 'text/csv', :bytes, :digest);

-- import_part_add(file file_id, place int, body blob) -> done 1 event none: part of import.checked
insert into file_part (file_id, place, body) values (:file, :place, :body);

-- import_parts_drop(run import_run_id) -> done event none: the staged bytes go when the run is done
delete from file_part where file_id in (select f.id from file f where f.owner_id = :run and f.kind = 'upload');

-- import_file_drop(run import_run_id) -> done event none: the staged bytes go when the run is done
delete from file where owner_id = :run and kind = 'upload';

-- import_rows_drop(run import_run_id) -> done event none: a check made anew
delete from import_row where run_id = :run;

-- import_flaws_drop(run import_run_id) -> done event none: a check made anew
delete from import_flaw where run_id = :run;

-- import_row_add(run import_run_id, line int, verdict word, person person_id, number text?, shown text, changes text) -> done 1 event none: only looked at
insert into import_row (run_id, line, verdict, person_id, number, shown, changes) values (:run, :line, :verdict, :person, :number, :shown, :changes);

-- import_flaw_add(run import_run_id, place int, line int, field text, reason word, value text, other int, warning flag) -> done 1 event none: only looked at
insert into import_flaw (run_id, place, line, field, reason_key, value, other_line, warning) values (:run, :place, :line, :field, :reason, :value, :other, :warning);

-- type flaw_line: line int, field text, reason word, value text, other int, warning flag + words text

-- import_flaws(run import_run_id, most int) -> flaw_line*  sees all: the route's policy has let the viewer in
select f.line, f.field, f.reason_key as reason, f.value, f.other_line as other, f.warning
  from import_flaw f where f.run_id = :run order by f.place limit :most;

-- type staged_row: line int, verdict word, person person_id?, number text?, shown text, changes text + words text

-- import_rows(run import_run_id, most int) -> staged_row*  sees all: the route's policy has let the viewer in
select r.line, r.verdict, r.person_id as person, r.number, r.shown, r.changes
  from import_row r where r.run_id = :run and r.line > 0 order by r.line limit :most;

-- import_missing(run import_run_id, most int) -> staged_row*  sees all: the route's policy has let the viewer in
select r.line, r.verdict, r.person_id as person, r.number, r.shown, r.changes
  from import_row r where r.run_id = :run and r.line < 0 order by r.line desc limit :most;

-- import_missing_count(run import_run_id) -> people_count!  sees all: the route's policy has let the viewer in
select count(r.line) as n from import_row r where r.run_id = :run and r.line < 0;

-- type import_open: id import_run_id

-- import_open_unattended() -> import_open*  sees all: files of a watched folder that wait for HR
select r.id from import_run r where r.by_id = 0 and r.state = 'checked' order by r.id;

-- import_waiting_closed(run import_run_id, now instant) -> done event none: import.applied or import.refused leaves the event
update waiting set done_at = :now where verb = 'import.check' and subject_id = :run and done_at is null;
