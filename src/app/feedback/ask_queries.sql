-- Queries of requests for feedback: who asks whom about whom, what came of it.

-- type ask_about: by person_id, person person_id, name text, due day, state word?
-- type ask_head: id ask_id, by person_id, by_name text, about person_id, about_name text, manager_name text?, why text?, due day, made instant
-- type asked_line: person person_id, name text, state word, reason text?, given feedback_id? + stands word
-- type ask_line: id ask_id, by_name text, about person_id, about_name text, why text?, due day, made instant, asked int, given int, declined int, state word?, after_key text + stands word
-- type askable: person person_id, name text

-- ask_subject(who blob, request ask_id) -> ask_about? sees all: asked before the viewer is known
select a.by_id as by, a.by_id as person, p.shown as name, a.due_on as due,
       (select x.state from feedback_asked x join signed_in s on s.digest = :who where x.ask_id = a.id and x.person_id = s.person_id) as state
  from feedback_ask a join person p on p.id = a.by_id where a.id = :request;

-- ask_head(viewer person_id, request ask_id) -> ask_head!
select a.id, a.by_id as by, b.shown as by_name, a.about_id as about, p.shown as about_name, m.shown as manager_name, a.why, a.due_on as due, a.made_at as made
  from feedback_ask a join person b on b.id = a.by_id join person p on p.id = a.about_id left join person_now n on n.person_id = a.about_id left join person m on m.id = n.manager_id
 where a.id = :request and :viewer > 0;

-- ask_people(viewer person_id, request ask_id) -> asked_line*
-- Only for who asked: whom, and what came of it.
select x.person_id as person, p.shown as name, x.state, x.reason,
       (select f.id from feedback f where f.ask_id = x.ask_id and f.author_id = x.person_id and f.withdrawn_at is null) as given
  from feedback_asked x join feedback_ask a on a.id = x.ask_id join person p on p.id = x.person_id
 where x.ask_id = :request and a.by_id = :viewer order by p.sort_key, x.person_id;

-- asks_of_me(viewer person_id, after key?, most int, sort @sort) -> ask_line*
--   sort latest: a.due_on desc, a.id desc
select a.id, b.shown as by_name, a.about_id as about, p.shown as about_name, a.why, a.due_on as due, a.made_at as made, 0 as asked, 0 as given, 0 as declined, x.state, @key as after_key
  from feedback_asked x join feedback_ask a on a.id = x.ask_id join person b on b.id = a.by_id join person p on p.id = a.about_id
 where x.person_id = :viewer
?after and @after
 order by @sort limit :most;

-- asks_of_mine(viewer person_id, after key?, most int, sort @sort) -> ask_line*
--   sort latest: a.due_on desc, a.id desc
select a.id, b.shown as by_name, a.about_id as about, p.shown as about_name, a.why, a.due_on as due, a.made_at as made,
       (select count(x.person_id) from feedback_asked x where x.ask_id = a.id) as asked,
       (select count(x.person_id) from feedback_asked x where x.ask_id = a.id and x.state = 'given') as given,
       (select count(x.person_id) from feedback_asked x where x.ask_id = a.id and x.state = 'declined') as declined, null as state, @key as after_key
  from feedback_ask a join person b on b.id = a.by_id join person p on p.id = a.about_id
 where a.by_id = :viewer
?after and @after
 order by @sort limit :most;

-- ask_askable(viewer person_id, person person_id) -> askable?
-- Who works here and is not the one who asks.
select n.person_id as person, p.shown as name from person_now n join person p on p.id = n.person_id
 where n.person_id = :person and n.employed = 1 and n.person_id <> :viewer;

-- ask_add(request ask_id, by person_id, person person_id, why text?, due day, now instant) -> done 1 event ask.made of ask(:request) about person(:person)
insert into feedback_ask (id, by_id, about_id, why, due_on, made_at) values (:request, :by, :person, :why, :due, :now);

-- asked_add(request ask_id, asked person_id) -> done 1 event none: part of ask.made
insert into feedback_asked (ask_id, person_id, state, reason) values (:request, :asked, 'open', null);

-- asked_waits(waiting waiting_id, request ask_id, asked person_id, person person_id, now instant, due day) -> done 1 event none: part of ask.made
insert into waiting (id, person_id, verb, subject_kind, subject_id, about_id, since_at, due_on)
values (:waiting, :asked, 'feedback.answer', 'ask', :request, :person, :now, :due);

-- asked_given(request ask_id, asked person_id) -> done 1 event ask.answered of ask(:request)
update feedback_asked set state = 'given' where ask_id = :request and person_id = :asked and state = 'open';

-- asked_declined(request ask_id, asked person_id, reason text) -> done 1 event ask.declined of ask(:request)
update feedback_asked set state = 'declined', reason = :reason where ask_id = :request and person_id = :asked and state = 'open';

-- asked_lapsed(today day) -> done event none: the day that was said has passed; nobody did anything
update feedback_asked set state = 'lapsed' where state = 'open' and ask_id in (select a.id from feedback_ask a where a.due_on < :today);

-- asked_lapsed_closed(today day, now instant) -> done event none: kept beside asked_lapsed
update waiting set done_at = :now where verb = 'feedback.answer' and done_at is null and due_on < :today;

-- type open_asks: n int

-- asks_open(viewer person_id, today day) -> open_asks!
select count(x.ask_id) as n from feedback_asked x join feedback_ask a on a.id = x.ask_id where x.person_id = :viewer and x.state = 'open' and a.due_on >= :today;

-- ask_about_of(viewer person_id, request ask_id) -> feedback_to!
select p.id as person, p.shown as name, m.shown as manager_name, m.id as manager from feedback_ask a join person p on p.id = a.about_id
  left join person_now n on n.person_id = p.id left join person m on m.id = n.manager_id where a.id = :request and :viewer > 0;

-- feedback_reports(viewer person_id, most int) -> colleague*
select n.person_id as person, p.shown as name, j.name as title from person_now n join person p on p.id = n.person_id left join job j on j.id = n.job_id
 where n.manager_id = :viewer and n.employed = 1 order by n.sort_key, n.person_id limit :most;
