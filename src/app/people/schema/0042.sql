-- Undo of an import: who was changed, and how they were before. Kept for a month.

create table import_was (run_id @id not null references import_run, person_id @id not null references person, kind @text not null check (kind in ('new','again','changed')),
  number @text, email @text, given @text not null, family @text not null, phone @text, lang @text not null,                 -- p
  spell_id @id, starts_on @text, ends_on @text, end_reason @text, unit_id @id, job_id @id, level_id @id, location_id @id, manager_id @id,   -- p
  primary key (run_id, person_id)) @keyed;
alter table import_run add column undone_at @int;
