-- Tables of tasks: own work and what was agreed with somebody. What other modules expect of a person is `waiting`, not a task.

create table task (id @id primary key, person_id @id not null references person, asked_by_id @id not null references person, title @text not null, note @text,                         -- p
  from_kind @text, from_id @id, serves_kind @text, serves_id @id, due_on @text not null, every_days @int check (every_days between 1 and 366),
  lane @text not null check (lane in ('todo','doing','done','dropped')), place @int not null, done_on @text, seen_by @text not null check (seen_by in ('self','pair','line')), version @int not null,
  check ((lane = 'done') = (done_on is not null)), check ((from_kind is null) = (from_id is null)), check ((serves_kind is null) = (serves_id is null)));
create index task_person on task (person_id, due_on, id) where done_on is null;
create index task_done on task (person_id, done_on, id) where done_on is not null;
create index task_from on task (from_id) where from_id is not null;
create index task_serves on task (serves_id) where serves_id is not null;
create table task_item (id @id primary key, task_id @id not null references task, place @int not null, words @text not null, done @int not null check (done in (0,1)));   -- p
create index task_item_of on task_item (task_id, place, id);
create table task_comment (id @id primary key, task_id @id not null references task, by_id @id not null references person, at @int not null, text @text not null);   -- p
create index task_comment_of on task_comment (task_id, id);

-- Who reads a task today: the person; with `pair` today's manager too; with `line` everybody above.
create view visible_task as
  select c.above_id as viewer_id, t.id as task_id, case c.depth when 0 then 'self' when 1 then 'manager' else 'above' end as circle
  from task t join chain c on c.below_id = t.person_id
  where c.depth = 0 or (c.depth = 1 and t.seen_by = 'pair') or t.seen_by = 'line';

create view task_card as select id as task_id, person_id, title, due_on, lane, done_on, seen_by, from_kind, from_id, serves_kind, serves_id from task;

-- What was agreed in a review and became of it: value 1000 done, 0 still open. Open ones stand on the day they are due.
create index task_evidence_of on task (person_id, due_on, id) where from_kind = 'review';
create view task_evidence as select person_id, coalesce(done_on, due_on) as on_day, 'task' as kind, id as ref_id, title as words,
    case lane when 'done' then 1000 else 0 end as value_milli, case seen_by when 'line' then 'line' when 'pair' then 'manager' else 'self' end as seen_by
  from task where from_kind = 'review' and lane <> 'dropped';
