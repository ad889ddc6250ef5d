-- Queries of tasks: lists, one task, its steps and what is said about it.

-- type task_asked: person person_id, name text, lane word
-- type task_line: id task_id, title text, due day, lane word, done_on day?, asked_by person_id, asked_by_name text, from_kind word?, every int?, items int, items_done int, version int, after_key text + near word, tone word, given flag
-- type task_head: id task_id, person person_id, name text, manager person_id?, asked_by person_id, asked_by_name text, title text, note text?, from_kind word?, from_id int?, due day, every int?, lane word, done_on day?, seen_by word, place int, version int
-- type task_step: id item_id, words text, done flag
-- type task_remark: id comment_id, by person_id, name text, at instant, words text
-- type task_open: open int, late int
-- type task_goal: id goal_id, title text + chosen flag
-- type task_whom: person person_id, name text, manager person_id?

-- task_subject(task task_id) -> task_asked? sees all: asked before the viewer is known
select t.person_id as person, n.shown as name, t.lane from task t join person n on n.id = t.person_id where t.id = :task;

-- task_relations(who blob, task task_id) -> held* sees all: what the viewer is to a task, asked before the viewer is known
select v.circle as relation from visible_task v join signed_in s on s.digest = :who where v.task_id = :task and v.viewer_id = s.person_id order by v.circle;

-- tasks_list(viewer person_id, person person_id, open flag?, lane word?, before day?, from day?, after key?, most int, sort @sort) -> task_line*
--   sort due: t.due_on, t.id · done: coalesce(t.done_on, '') desc, t.id desc
select t.id, t.title, t.due_on as due, t.lane, t.done_on, t.asked_by_id as asked_by, a.shown as asked_by_name, t.from_kind, t.every_days as every,
       (select count(i.id) from task_item i where i.task_id = t.id) as items, (select count(i.id) from task_item i where i.task_id = t.id and i.done = 1) as items_done,
       t.version, @key as after_key
  from task t join visible_task v on v.task_id = t.id and v.viewer_id = :viewer join person a on a.id = t.asked_by_id
 where t.person_id = :person
?open and :open = 1 and t.lane in ('todo','doing')
?lane and t.lane = :lane
?before and t.due_on < :before
?from and t.due_on >= :from
?after and @after
 order by @sort limit :most;

-- tasks_open(viewer person_id, person person_id, today day) -> task_open!
select count(t.id) as open, coalesce(sum(case when t.due_on < :today then 1 else 0 end), 0) as late
  from task t join visible_task v on v.task_id = t.id and v.viewer_id = :viewer where t.person_id = :person and t.lane in ('todo','doing');

-- task_head(viewer person_id, task task_id) -> task_head!
select t.id, t.person_id as person, n.shown as name, p.manager_id as manager, t.asked_by_id as asked_by, a.shown as asked_by_name, t.title, t.note, t.from_kind, t.from_id,
       t.due_on as due, t.every_days as every, t.lane, t.done_on, t.seen_by, t.place, t.version
  from task t join person n on n.id = t.person_id join person_now p on p.person_id = t.person_id join person a on a.id = t.asked_by_id
 where t.id = :task and :viewer > 0;

-- task_steps(viewer person_id, task task_id) -> task_step*
select i.id, i.words, i.done from task_item i where i.task_id = :task and :viewer > 0 order by i.place, i.id;

-- task_remarks(viewer person_id, task task_id) -> task_remark*
select c.id, c.by_id as by, n.shown as name, c.at, c.text as words from task_comment c join person n on n.id = c.by_id where c.task_id = :task and :viewer > 0 order by c.id;

-- task_whom(viewer person_id, person person_id) -> task_whom!
select n.id as person, n.shown as name, p.manager_id as manager from person n join person_now p on p.person_id = n.id where n.id = :person and :viewer > 0;

-- task_goals(viewer person_id, person person_id, goal goal_id?, most int) -> task_goal*
-- What a task may serve: the person's running goals, and one the viewer came from, as far as the viewer sees them.
select c.goal_id as id, c.title from goal_card c
 where c.state in ('proposed','open') and (c.person_id = :person or c.goal_id = coalesce(:goal, 0))
   and (select 1 from visible_goal v where v.viewer_id = :viewer and v.goal_id = c.goal_id limit 1) = 1
 order by c.due_on, c.goal_id limit :most;

-- task_serves(viewer person_id, task task_id) -> task_goal?
-- The goal it serves, if the viewer sees that too.
select c.goal_id as id, c.title from task t join goal_card c on c.goal_id = t.serves_id
 where t.id = :task and t.serves_kind = 'goal' and (select 1 from visible_goal v where v.viewer_id = :viewer and v.goal_id = c.goal_id limit 1) = 1;

-- task_add(task task_id, person person_id, viewer person_id, title text, note text?, from_kind word?, from_id int?, serves_kind word?, serves_id int?, due day, every int?, seen_by word) -> done 1 event task.given of task(:task) about person(:person)
insert into task (id, person_id, asked_by_id, title, note, from_kind, from_id, serves_kind, serves_id, due_on, every_days, lane, place, done_on, seen_by, version)
values (:task, :person, :viewer, :title, :note, :from_kind, :from_id, :serves_kind, :serves_id, :due, :every, 'todo', 0, null, :seen_by, 1);

-- task_change(task task_id, person person_id, title text, note text?, due day, every int?, version int) -> done 1 event task.changed of task(:task) about person(:person)
update task set title = :title, note = :note, due_on = :due, every_days = :every, version = version + 1
 where id = :task and person_id = :person and version = :version and lane in ('todo','doing');

-- task_move(task task_id, person person_id, lane word, done_on day?, version int) -> done 1 event task.moved of task(:task) about person(:person)
update task set lane = :lane, done_on = :done_on, version = version + 1 where id = :task and person_id = :person and version = :version and lane <> :lane;

-- task_again(task task_id, next task_id, person person_id, due day) -> done 1 event task.given of task(:next) about person(:person)
-- The next of a task that comes again, once this one is done.
insert into task (id, person_id, asked_by_id, title, note, from_kind, from_id, serves_kind, serves_id, due_on, every_days, lane, place, done_on, seen_by, version)
select :next, t.person_id, t.asked_by_id, t.title, t.note, 'task', t.id, t.serves_kind, t.serves_id, :due, t.every_days, 'todo', t.place, null, t.seen_by, 1
  from task t where t.id = :task and t.person_id = :person;

-- task_again_steps(task task_id, next task_id, first int) -> done event none: part of task.given
insert into task_item (id, task_id, place, words, done)
select :first + row_number() over (order by i.place, i.id) - 1, :next, i.place, i.words, 0 from task_item i where i.task_id = :task;

-- task_not_again(task task_id) -> done event none: task.moved of the one it came from leaves the event
-- The one before is not done after all: its follower goes, if nobody touched it.
update task set lane = 'dropped', version = version + 1 where from_kind = 'task' and from_id = :task and version = 1 and lane = 'todo';

-- task_step_add(item item_id, task task_id, words text) -> done 1 event none: what is in a task; its dates and lanes leave events
insert into task_item (id, task_id, place, words, done)
select :item, t.id, (select count(i.id) from task_item i where i.task_id = t.id) + 1, :words, 0 from task t where t.id = :task and t.lane in ('todo','doing')
   and (select count(i.id) from task_item i where i.task_id = t.id) < 50;

-- task_step_set(item item_id, task task_id, done flag) -> done 1 event none: what is in a task; its dates and lanes leave events
update task_item set done = :done where id = :item and task_id = :task;

-- task_remark_add(comment comment_id, task task_id, person person_id, viewer person_id, words text, now instant) -> done 1 event task.remarked of task(:task) about person(:person)
insert into task_comment (id, task_id, by_id, at, text)
select :comment, t.id, :viewer, :now, :words from task t where t.id = :task and t.person_id = :person and (select count(c.id) from task_comment c where c.task_id = t.id) < 500;

-- task_waiting_opened(waiting waiting_id, person person_id, task int, about person_id, now instant, due day) -> done event none: task.given leaves the event
insert into waiting (id, person_id, verb, subject_kind, subject_id, about_id, since_at, due_on)
values (:waiting, :person, 'task.do', 'task', :task, :about, :now, :due)
on conflict (person_id, verb, subject_id) do update set due_on = excluded.due_on, done_at = null;

-- task_waiting_due(task int, due day) -> done event none: task.changed leaves the event
update waiting set due_on = :due where verb = 'task.do' and subject_id = :task and done_at is null;

-- task_waiting_closed(task int, now instant) -> done event none: task.moved leaves the event
update waiting set done_at = :now where verb = 'task.do' and subject_id = :task and done_at is null;

-- task_waiting_again(task int) -> done event none: task.moved leaves the event
update waiting set done_at = null where verb = 'task.do' and subject_id = :task;
