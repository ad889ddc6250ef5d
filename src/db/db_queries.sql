-- Queries of the platform: the line of numbers, the history, who looked. No business.

-- type id_line: next int
-- type look_row: event int

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

-- looks_today(subject int, looker int, day day) -> look_row? sees all: only whether it is there
select event_id as event from look where subject_id = :subject and viewer_id = :looker and day_on = :day;

-- look_add(subject int, looker int, day day, event int) -> done event none: its event is left beside it
-- Two at once: PostgreSQL then runs one of them again, which finds the other's row.
insert into look (subject_id, viewer_id, day_on, event_id) values (:subject, :looker, :day, :event)
on conflict (subject_id, viewer_id, day_on) do nothing;
