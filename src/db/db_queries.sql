-- Queries of the platform: the line of numbers, the history, who looked. No business.

-- type id_line: next int

-- id_line_now() -> id_line? sees all: a counter
select next_id as next from id_lease where line = 'main';

-- id_line_move(next int) -> done event none: the counter itself; never backwards
update id_lease set next_id = :next where line = 'main' and next_id < :next;

-- id_line_take(many int) -> done 1 event none: a block leased from the counter
update id_lease set next_id = next_id + :many where line = 'main';

-- event_add(id int, at int, actor int?, behalf int?, door text, verb text, kind text, subject int, person int?, digest blob) -> done 1 event none: it is the event
insert into event (id, at, actor_id, behalf_id, door, verb, subject_kind, subject_id, person_id, digest)
values (:id, :at, :actor, :behalf, :door, :verb, :kind, :subject, :person, :digest);

-- event_fact_add(event int, salt blob, facts text) -> done 1 event none: part of the event
insert into event_fact (event_id, salt, facts) values (:event, :salt, :facts);

-- event_open_add(event int) -> done 1 event none: part of the event
insert into event_open (event_id) values (:event);

-- look_event_add(id int, at int, viewer int, behalf int?, door text, kind text, subject int, person int, digest blob, day day) -> done event none: it is the event
-- The first of the day alone; nothing is asked before, so that a look costs a page no round of its own.
insert into event (id, at, actor_id, behalf_id, door, verb, subject_kind, subject_id, person_id, digest)
select :id, :at, :viewer, :behalf, :door, 'record.looked', :kind, :subject, :person, :digest
 where not exists (select 1 from look l where l.subject_id = :subject and l.viewer_id = :viewer and l.day_on = :day);

-- look_fact_add(event int, salt blob) -> done event none: part of the event
insert into event_fact (event_id, salt, facts) select e.id, :salt, '{}' from event e where e.id = :event;

-- look_open_add(event int) -> done event none: part of the event
insert into event_open (event_id) select e.id from event e where e.id = :event;

-- look_add(event int, day day) -> done event none: its event is left beside it
-- Two at once: both events stay, one of them is the day's.
insert into look (subject_id, viewer_id, day_on, event_id) select e.subject_id, e.actor_id, :day, e.id from event e where e.id = :event
on conflict (subject_id, viewer_id, day_on) do nothing;
