-- Tables of the platform. Types by macro (@id @int @text @blob @keyed); STRICT is added on SQLite.

create table id_lease (line @text primary key, next_id @id not null);
create table setting (key @text primary key, value @text not null, version @int not null);
create table day_turn (one @int primary key check (one = 1), turned_on @text not null);
create table wording (subject_id @id not null, field @text not null, lang @text not null, text @text not null,
  primary key (subject_id, field, lang)) @keyed;
create table event (id @id primary key, at @int not null, actor_id @id, behalf_id @id, door @text not null check (door in ('web','api','job','command','link','mail')),
  verb @text not null, subject_kind @text not null, subject_id @id not null, person_id @id, digest @blob not null);  -- person_id: whose record it is
create index event_of_person on event (person_id, at, id);
create index event_of_subject on event (subject_id, at, id);
create index event_by_time on event (at, id);
create table event_fact (event_id @id primary key references event, salt @blob not null, facts @text not null);   -- p; JSON, opaque to SQL
create table event_open (event_id @id primary key references event) @keyed;
create table seal (id @id primary key, at @int not null, events @int not null, members @blob not null, root @blob not null, head @blob not null,
  pruned @int not null default 0 check (pruned in (0,1)));            -- id 1, 2, 3 …: the one table numbered by itself
create table look (subject_id @id not null, viewer_id @id not null, day_on @text not null, event_id @id not null, primary key (subject_id, viewer_id, day_on)) @keyed;
create table waiting (id @id primary key, person_id @id not null, verb @text not null, subject_kind @text not null, subject_id @id not null, about_id @id,
  since_at @int not null, due_on @text not null, done_at @int, nudged_at @int, escalates_on @text, unique (person_id, verb, subject_id));
create index waiting_open on waiting (person_id, due_on, id) where done_at is null;
create index waiting_of_subject on waiting (subject_id);
create index waiting_escalates on waiting (escalates_on, id) where done_at is null and escalates_on is not null;
create table job_queue (id @id primary key, kind @text not null, subject_id @id, body @text not null, due_at @int not null, state @text not null check (state in ('waiting','done','failed')),
  tries @int not null default 0, lease_until_at @int, leased_by @text, error @text, once_key @text unique);
create index job_due on job_queue (due_at, id) where state = 'waiting';
create table mail (id @id primary key, person_id @id, address @text not null, template @text not null, body @blob not null, due_at @int not null,   -- p; body sealed
  state @text not null check (state in ('waiting','sent','bounced','dropped')), sent_at @int, once_key @text unique);
create table draft (person_id @id not null, form_key @text not null, subject_id @id not null, body @blob not null, saved_at @int not null, version @int not null,   -- p; sealed
  primary key (person_id, form_key, subject_id)) @keyed;
create table file (id @id primary key, kind @text not null check (kind in ('attachment','export','upload')), owner_kind @text not null, owner_id @id not null, person_id @id not null, added_by_id @id not null,
  at @int not null, name @text not null, media @text not null, bytes @int not null check (bytes between 0 and 268435456), digest @blob,   -- p; digest null while it arrives; an attachment has at most 25 MiB and no rights of its own: asks its owner's policy
  check (kind <> 'attachment' or bytes <= 26214400));
create index file_of on file (owner_id, id);
create table file_part (file_id @id not null references file, place @int not null, body @blob not null check (length(body) <= 262144), primary key (file_id, place));   -- p
create table retry_key (account_id @id not null, key @text not null, route @text not null, body_digest @blob not null, at @int not null, status @int not null, goes_to @text,   -- a guest without account: the link's person
  primary key (account_id, key)) @keyed;
