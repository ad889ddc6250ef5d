-- The journal: one's own running notes, sealed; what of it its author has shared with their manager.

create table journal (id @id primary key, author_id @id not null references person, about_id @id not null references person, happened_on @text not null, body @blob not null, version @int not null);   -- p; sealed
create index journal_of on journal (author_id, about_id, happened_on, id);
create table journal_shared (id @id primary key, journal_id @id not null unique references journal, author_id @id not null references person, kind @text not null check (kind in ('achievement','challenge','learning')),
  happened_on @text not null, words @text not null, with_files @int not null check (with_files in (0,1)), shared_at @int not null);   -- p
create index journal_shared_of on journal_shared (author_id, happened_on, id);

create view journal_evidence as select author_id as person_id, happened_on as on_day, kind, id as ref_id, words, 0 as value_milli, 'manager' as seen_by from journal_shared;
