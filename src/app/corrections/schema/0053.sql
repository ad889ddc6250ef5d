-- What somebody says is wrong in a record about them, and what HR answered.

create table correction (id @id primary key, person_id @id not null references person, about @text not null check (about in ('profile','employment','review','goal','feedback','other')), ref_id @id,
  words @text not null, made_at @int not null, state @text not null check (state in ('open','mended','declined')), answer @text, answered_by_id @id references person, answered_at @int,
  version @int not null, check ((state = 'open') = (answered_at is null)), check (answered_by_id <> person_id));   -- p
create index correction_of on correction (person_id, id);
create index correction_open on correction (made_at, id) where state = 'open';
create view visible_correction as
  select person_id as viewer_id, id as correction_id, 'self' as circle from correction
  union all select r.viewer_id, c.id, r.relation from correction c join relation_to r on r.person_id = c.person_id where r.relation in ('director','partner');
