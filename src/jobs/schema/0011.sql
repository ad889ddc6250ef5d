-- Notices inside the product: who, what kind of thing, which record; never a text of anybody's.

create table notification (id @id primary key, person_id @id not null, at @int not null, verb @text not null, subject_kind @text not null, subject_id @id not null, read_at @int);
create index notification_unread on notification (person_id, at, id) where read_at is null;
create index notification_of on notification (person_id, at, id);
