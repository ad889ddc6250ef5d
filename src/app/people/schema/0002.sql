-- Tables of people. Types by macro (@id @int @text @blob @keyed); STRICT is added on SQLite.

create table location (id @id primary key, name @text not null, country @text, zone @text not null, version @int not null);
create table job (id @id primary key, code_key @text not null unique, name @text not null, family @text, leads @int not null default 0 check (leads in (0,1)),
  exposed @int not null default 0 check (exposed in (0,1)),
  purpose @text, version @int not null);                                                         -- exposed: high-visibility role, plans need HR control
create table level (id @id primary key, code_key @text not null unique, name @text not null, place @int not null, version @int not null);
create table unit (id @id primary key, code_key @text not null unique, name @text not null, kind @text not null, starts_on @text not null, ends_on @text not null, version @int not null);
create table unit_place (id @id primary key, unit_id @id not null references unit, parent_id @id references unit, name @text not null, head_id @id,   -- name and head as they were then
  starts_on @text not null, ends_on @text not null, active @int not null check (active in (0,1)), check (starts_on < ends_on), unique (unit_id, starts_on));
create unique index unit_place_now on unit_place (unit_id) where active = 1;
create index unit_place_under on unit_place (parent_id, unit_id) where active = 1;
create table unit_chain (above_id @id not null, below_id @id not null, depth @int not null, primary key (above_id, below_id)) @keyed;
create unique index unit_chain_up on unit_chain (below_id, above_id);
create table person (id @id primary key, kind @text not null check (kind in ('employee','outside','guest')), number @text, number_key @text unique, email_key @text unique,
  given @text not null, family @text not null, shown @text not null, pronouns @text, sort_key @text not null, email @text, phone @text,        -- p all
  lang @text not null, zone @text, photo_id @id, joined_on @text, erased_at @int, version @int not null);
create table person_source (source @text not null, source_key @text not null, person_id @id not null references person, primary key (source, source_key)) @keyed;   -- the HR system's own keys: re-import finds the same person
create table person_word (word @text not null, person_id @id not null references person, closed @int not null check (closed in (0,1)), primary key (word, person_id)) @keyed;   -- p; folded words of the name, and (closed: found only by those who may see the person) of number and e-mail
create index person_word_of on person_word (person_id);
create table spell (id @id primary key, person_id @id not null references person, starts_on @text not null, ends_on @text not null, terms @text not null,
  end_reason @text, voluntary @int check (voluntary in (0,1)), regretted @int check (regretted in (0,1)), check (starts_on < ends_on), unique (person_id, starts_on));
create index spell_ends on spell (ends_on, person_id);
create table placement (id @id primary key, person_id @id not null references person, spell_id @id not null references spell, unit_id @id not null references unit, job_id @id references job,
  level_id @id references level,
  location_id @id references location, share_milli @int not null check (share_milli between 0 and 1000), starts_on @text not null, ends_on @text not null, check (starts_on < ends_on), unique (person_id,
    starts_on));
create index placement_unit on placement (unit_id, starts_on, ends_on);
create index placement_turn on placement (starts_on, id);
create table line (id @id primary key, person_id @id not null references person, manager_id @id not null references person, kind @text not null check (kind in ('solid','dotted')), starts_on @text not null,
  ends_on @text not null,
  active @int not null check (active in (0,1)), check (starts_on < ends_on), check (person_id <> manager_id), unique (person_id, kind, manager_id, starts_on));
create unique index line_solid_now on line (person_id) where kind = 'solid' and active = 1;          -- one manager today; gaps and overlaps in the past: doctor
create index line_down on line (manager_id, kind, starts_on, ends_on);
create table chain (above_id @id not null, below_id @id not null, depth @int not null, primary key (above_id, below_id)) @keyed;
create unique index chain_up on chain (below_id, above_id);
create table dotted_now (manager_id @id not null, person_id @id not null, primary key (manager_id, person_id)) @keyed;
create table person_now (person_id @id primary key references person, employed @int not null check (employed in (0,1)), sort_key @text not null, spell_id @id, hired_on @text, manager_id @id, unit_id @id,
  job_id @id, level_id @id, location_id @id, reports @int not null default 0);
create index person_now_sort on person_now (employed, sort_key, person_id);
create index person_now_team on person_now (manager_id, sort_key, person_id);
create index person_now_unit on person_now (unit_id, sort_key, person_id);
create table protected (person_id @id not null references person, trait @text not null, value @text not null, primary key (trait, person_id)) @keyed;       -- p
create table scale (id @id primary key, name @text not null, low_milli @int not null, high_milli @int not null, frozen @int not null check (frozen in (0,1)), check (low_milli < high_milli));
create table scale_mark (scale_id @id not null references scale, value_milli @int not null, label @text not null, meaning @text, primary key (scale_id, value_milli)) @keyed;
create view person_card as select n.person_id, p.shown, p.pronouns, p.email, p.lang, p.zone, p.photo_id, n.employed, n.sort_key, n.manager_id, n.unit_id, n.job_id, n.level_id, n.location_id, n.hired_on,
  n.reports
  from person_now n join person p on p.id = n.person_id;

create table import_run (id @id primary key, kind @text not null, by_id @id not null, at @int not null, file @text not null, digest @blob not null, mapping @text not null,   -- by_id 0: the command
  state @text not null check (state in ('checked','refused','applied','undone')), rows @int not null, inserted @int not null, updated @int not null, same @int not null, ended @int not null, bad @int not null, applied_at @int);
create index import_run_at on import_run (at, id);
create table import_row (run_id @id not null references import_run, line @int not null, person_id @id, verdict @text not null check (verdict in ('insert','update','end')), number @text,
  shown @text not null, changes @text not null,
  primary key (run_id, line)) @keyed;   -- p; what a run would do, the first 200, and below 0 who is missing from the file; the bytes themselves are staged as a file; gone when the run is applied or refused
create table import_flaw (run_id @id not null references import_run, place @int not null, line @int not null, field @text not null, reason_key @text not null, value @text not null,   -- p; kept 30 days
  other_line @int not null, warning @int not null check (warning in (0,1)),
  primary key (run_id, place)) @keyed;
create table import_map (id @id primary key, kind @text not null, header_digest @blob not null unique, mapping @text not null);
