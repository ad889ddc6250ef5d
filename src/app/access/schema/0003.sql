-- Tables of access. Types by macro (@id @int @text @blob @keyed); STRICT is added on SQLite.

create table account (id @id primary key, person_id @id unique references person, sign_in_key @text not null unique, secret @text, state @text not null check (state in ('invited','open','closed')),
  epoch @int not null, last_seen_on @text, version @int not null);           -- epoch up: all sessions, tokens, feeds of it end
create table session (digest @blob primary key, account_id @id not null references account, epoch @int not null, began_at @int not null, seen_at @int not null, ends_at @int not null, agent @text) @keyed;   -- p agent
create index session_of on session (account_id);
create table token (id @id primary key, digest @blob not null unique, account_id @id not null references account, epoch @int not null, name @text not null, scopes @text not null, made_at @int not null,
  ends_at @int not null, used_on @text, ended_at @int);
create table link (digest @blob primary key, kind @text not null check (kind in ('setup','invite','sign-in','reset','review','feedback','survey','feed','kiosk')), person_id @id references person, subject_id @id,
  made_at @int not null, ends_at @int not null, uses_left @int) @keyed;
create table sign_in_try (name_digest @blob not null, from_digest @blob not null, at @int not null, good @int not null check (good in (0,1)), primary key (name_digest, at, from_digest)) @keyed;
create table role (key @text primary key, name @text not null, purpose @text not null, pay_link @text, growth_link @text, succession_link @text, version @int not null);
create table role_grant (id @id primary key, person_id @id not null references person, role_key @text not null references role, unit_id @id not null references unit, starts_on @text not null,
  ends_on @text not null,
  active @int not null check (active in (0,1)), given_by_id @id not null references person, reason @text not null, check (starts_on < ends_on), check (given_by_id <> person_id));
create index role_grant_now on role_grant (person_id, role_key, unit_id) where active = 1;
create index role_grant_unit on role_grant (unit_id, role_key) where active = 1;
create table stand_in (id @id primary key, person_id @id not null references person, for_id @id not null references person, starts_on @text not null, ends_on @text not null,
  active @int not null check (active in (0,1)), reason @text not null, check (person_id <> for_id));
create view scope_now as select g.person_id as viewer_id, g.role_key, u.below_id as unit_id from role_grant g join unit_chain u on u.above_id = g.unit_id where g.active = 1;
create view relation_to as
  select above_id as viewer_id, below_id as person_id, case depth when 0 then 'self' when 1 then 'manager' else 'above' end as relation from chain
  union all select manager_id, person_id, 'dotted' from dotted_now
  union all select s.viewer_id, n.person_id, s.role_key from scope_now s join person_now n on n.unit_id = s.unit_id
    where not exists (select 1 from chain x where x.above_id = n.person_id and x.below_id = s.viewer_id)
  union all select s.person_id, c.below_id, 'stand-in' from stand_in s join chain c on c.above_id = s.for_id where s.active = 1 and c.depth > 0
    and not exists (select 1 from chain x where x.above_id = c.below_id and x.below_id = s.person_id);
create table scope_unit (viewer_id @id not null, unit_id @id not null, primary key (viewer_id, unit_id)) @keyed;     -- units whose people a viewer sees by any people-seeing grant; kept
create unique index scope_unit_up on scope_unit (unit_id, viewer_id);
create table reach (viewer_id @id primary key references person, people @int not null);      -- kept with scope_unit: which form of a list to use
create view visible_person as
  select above_id as viewer_id, below_id as person_id from chain
  union all select d.manager_id, d.person_id from dotted_now d where not exists (select 1 from chain c where c.above_id = d.manager_id and c.below_id = d.person_id)
  union all select s.viewer_id, n.person_id from scope_unit s join person_now n on n.unit_id = s.unit_id
    where not exists (select 1 from chain c where c.above_id = s.viewer_id and c.below_id = n.person_id) and not exists (select 1 from dotted_now d where d.manager_id = s.viewer_id and d.person_id =
    n.person_id) and not exists (select 1 from chain x where x.above_id = n.person_id and x.below_id = s.viewer_id);
create view signed_in as
  select s.digest, a.id as account_id, a.person_id, s.ends_at, s.seen_at, 'web' as door_key, '' as scopes from session s join account a on a.id = s.account_id and a.epoch = s.epoch and a.state = 'open'
  union all select t.digest, a.id, a.person_id, t.ends_at, t.made_at, 'api', t.scopes from token t join account a on a.id = t.account_id and a.epoch = t.epoch and a.state = 'open'
    where t.ended_at is null;   -- who a digest stands for; whether it has run out is judged with the clock (subject.c)
insert into role (key, name, purpose, version) values
  ('director', 'HR director', 'Answers for the programme: runs cycles, releases reviews, gives roles.', 1),
  ('performance', 'Performance manager', 'Runs cycles: forms, dates, reminders, completion.', 1),
  ('partner', 'HR business partner', 'Looks after the people of some units.', 1),
  ('analyst', 'Analyst', 'Reads figures about groups, never about one person.', 1),
  ('executive', 'Executive', 'Reads the organisation''s figures.', 1),
  ('admin', 'Administrator', 'Keeps the system running: accounts, jobs, settings. Sees no performance data.', 1);
