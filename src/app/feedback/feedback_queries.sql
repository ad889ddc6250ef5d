-- Queries of feedback: given, read, answered back; who may be given some. No query shows HR a text.

-- type feedback_asked_about: person person_id, name text, seen_by word, given_at instant, withdrawn_at instant?
-- type feedback_line: id feedback_id, kind word, other person_id, name text, about person_id, about_name text, behaviour text, given day, seen_by word, useful flag?, thanked flag, replies int, after_key text
-- type feedback_head: id feedback_id, kind word, author person_id, author_name text, receiver person_id, receiver_name text, manager_name text?, asker person_id?, asker_name text?, ask ask_id?, why text?, situation text?, behaviour text, impact text?, next_step text?, happened day, given day, given_at instant, dated flag, seen_by word, value company_value_id?, value_name text?, goal int?, useful flag?, thanked_at instant?, withdrawn_at instant?, version int
-- type feedback_reply: id reply_id, by person_id, name text, at instant, words text
-- type value_choice: id company_value_id, name text + chosen flag
-- type colleague: person person_id, name text, title text? + chosen flag
-- type feedback_to: person person_id, name text, manager_name text?, manager person_id?
-- type feedback_note: code word

-- feedback_subject(feedback feedback_id) -> feedback_asked_about? sees all: asked before the viewer is known
select f.receiver_id as person, p.shown as name, f.seen_by, f.given_at, f.withdrawn_at
  from feedback f join person p on p.id = f.receiver_id where f.id = :feedback;

-- feedback_relations(who blob, feedback feedback_id) -> held* sees all: what the viewer is to it, asked before the viewer is known
-- Who asked about somebody further down their line is above, as long as they lead them; others above are nothing here.
select t.relation from (
  select 'reviewer' as relation from feedback f join signed_in s on s.digest = :who where f.id = :feedback and f.author_id = s.person_id
  union all select 'manager' from feedback f join signed_in s on s.digest = :who join person_now n on n.person_id = f.receiver_id
    where f.id = :feedback and n.manager_id = s.person_id
  union all select 'above' from feedback f join signed_in s on s.digest = :who join feedback_ask a on a.id = f.ask_id
    join chain c on c.above_id = a.by_id and c.below_id = f.receiver_id and c.depth > 1
    where f.id = :feedback and a.by_id = s.person_id
) t order by t.relation;

-- feedback_head(viewer person_id, feedback feedback_id) -> feedback_head!
select f.id, f.kind, f.author_id as author, a.shown as author_name, f.receiver_id as receiver, r.shown as receiver_name, m.shown as manager_name,
       k.by_id as asker, q.shown as asker_name, f.ask_id as ask, k.why, f.situation, f.behaviour, f.impact, f.next_step, f.happened_on as happened, f.given_on as given, f.given_at,
       f.has_date as dated, f.seen_by, f.value_id as value, v.name as value_name, case when f.about_kind = 'goal' then f.about_ref_id end as goal, f.useful, f.thanked_at, f.withdrawn_at, f.version
  from feedback f join person a on a.id = f.author_id join person r on r.id = f.receiver_id left join person_now n on n.person_id = f.receiver_id
  left join person m on m.id = n.manager_id left join feedback_ask k on k.id = f.ask_id left join person q on q.id = k.by_id
  left join company_value v on v.id = f.value_id
 where f.id = :feedback and :viewer > 0;

-- feedback_replies(viewer person_id, feedback feedback_id) -> feedback_reply*
select r.id, r.by_id as by, p.shown as name, r.at, r.text as words from feedback_reply r join person p on p.id = r.by_id
 where r.feedback_id = :feedback and :viewer > 0 order by r.at, r.id;

-- feedback_received(viewer person_id, kind word?, after key?, most int, sort @sort) -> feedback_line*
--   sort newest: f.given_on desc, f.id desc
select f.id, f.kind, f.author_id as other, p.shown as name, f.receiver_id as about, r.shown as about_name, f.behaviour, f.given_on as given, f.seen_by, f.useful, case when f.thanked_at is null then 0 else 1 end as thanked,
       (select count(x.id) from feedback_reply x where x.feedback_id = f.id) as replies, @key as after_key
  from feedback f join person p on p.id = f.author_id join person r on r.id = f.receiver_id
 where f.receiver_id = :viewer and f.withdrawn_at is null
?kind  and f.kind = :kind
?after and @after
 order by @sort limit :most;

-- feedback_given(viewer person_id, kind word?, after key?, most int, sort @sort) -> feedback_line*
--   sort newest: f.given_on desc, f.id desc
select f.id, f.kind, f.receiver_id as other, p.shown as name, f.receiver_id as about, p.shown as about_name, f.behaviour, f.given_on as given, f.seen_by, f.useful, case when f.thanked_at is null then 0 else 1 end as thanked,
       (select count(x.id) from feedback_reply x where x.feedback_id = f.id) as replies, @key as after_key
  from feedback f join person p on p.id = f.receiver_id
 where f.author_id = :viewer and f.withdrawn_at is null
?kind  and f.kind = :kind
?after and @after
 order by @sort limit :most;

-- feedback_of_team(viewer person_id, kind word?, after key?, most int, sort @sort) -> feedback_line*
--   sort newest: f.given_on desc, f.id desc
-- About the viewer's own reports, where the author let their manager read it.
select f.id, f.kind, f.author_id as other, p.shown as name, f.receiver_id as about, r.shown as about_name, f.behaviour, f.given_on as given, f.seen_by, f.useful, case when f.thanked_at is null then 0 else 1 end as thanked,
       (select count(x.id) from feedback_reply x where x.feedback_id = f.id) as replies, @key as after_key
  from person_now n join feedback f on f.receiver_id = n.person_id join person p on p.id = f.author_id join person r on r.id = f.receiver_id
 where n.manager_id = :viewer and f.seen_by in ('manager','all') and f.withdrawn_at is null
?kind  and f.kind = :kind
?after and @after
 order by @sort limit :most;

-- feedback_praise(viewer person_id, after key?, most int, sort @sort) -> feedback_line*
--   sort newest: f.given_on desc, f.id desc
-- Praise that its author gave before everybody.
select f.id, f.kind, f.author_id as other, p.shown as name, f.receiver_id as about, r.shown as about_name, f.behaviour, f.given_on as given, f.seen_by, f.useful, case when f.thanked_at is null then 0 else 1 end as thanked,
       (select count(x.id) from feedback_reply x where x.feedback_id = f.id) as replies, @key as after_key
  from feedback f join person p on p.id = f.author_id join person r on r.id = f.receiver_id
 where f.seen_by = 'all' and f.withdrawn_at is null and :viewer > 0
?after and @after
 order by @sort limit :most;

-- feedback_to_of(viewer person_id, person person_id) -> feedback_to!
-- Who is given something, and who else may come to read it.
select p.id as person, p.shown as name, m.shown as manager_name, m.id as manager from person p left join person_now n on n.person_id = p.id left join person m on m.id = n.manager_id
 where p.id = :person and :viewer > 0;

-- feedback_add(feedback feedback_id, author person_id, person person_id, kind word, request ask_id?, situation text?, behaviour text, impact text?, next_step text?, happened day, now instant, today day, seen_by word, value company_value_id?, about_kind word?, about_ref int?, has_example flag, has_date flag, has_impact flag, has_next flag, words int) -> done 1 event feedback.given of feedback(:feedback) about person(:person)
insert into feedback (id, author_id, receiver_id, kind, ask_id, situation, behaviour, impact, next_step, happened_on, given_at, given_on, seen_by, value_id, about_kind, about_ref_id,
  has_example, has_date, has_impact, has_next, words, useful, thanked_at, withdrawn_at, version)
values (:feedback, :author, :person, :kind, :request, :situation, :behaviour, :impact, :next_step, :happened, :now, :today, :seen_by, :value, :about_kind, :about_ref,
  :has_example, :has_date, :has_impact, :has_next, :words, null, null, null, 1);

-- feedback_thank(feedback feedback_id, person person_id, now instant) -> done 1 event feedback.thanked of feedback(:feedback) about person(:person)
update feedback set thanked_at = :now, version = version + 1 where id = :feedback and receiver_id = :person and thanked_at is null and withdrawn_at is null;

-- feedback_mark(feedback feedback_id, person person_id, useful flag) -> done 1 event feedback.marked of feedback(:feedback) about person(:person)
update feedback set useful = :useful, version = version + 1 where id = :feedback and receiver_id = :person and withdrawn_at is null;

-- feedback_withdraw(feedback feedback_id, author person_id, now instant) -> done 1 event feedback.withdrawn of feedback(:feedback)
update feedback set withdrawn_at = :now, version = version + 1 where id = :feedback and author_id = :author and withdrawn_at is null;

-- feedback_reply_add(reply reply_id, feedback feedback_id, by person_id, now instant, text text) -> done 1 event feedback.replied of feedback(:feedback)
insert into feedback_reply (id, feedback_id, by_id, at, text) values (:reply, :feedback, :by, :now, :text);

-- type reply_count: n int

-- feedback_replies_by(feedback feedback_id, by person_id) -> reply_count! sees all: a limit, of the writer's own
select count(r.id) as n from feedback_reply r where r.feedback_id = :feedback and r.by_id = :by;

-- feedback_values(today day) -> value_choice* sees all: the organisation's values are everybody's
select v.id, v.name from company_value v where v.starts_on <= :today and v.ends_on > :today order by v.place, v.id;

-- feedback_people(viewer person_id, words text, words_end text, more text?, more_end text?, most int) -> colleague*
-- By the words of a name, which everybody signed in may look for; numbers and e-mails find nobody here.
select n.person_id as person, p.shown as name, j.name as title
  from person_now n join person p on p.id = n.person_id left join job j on j.id = n.job_id
 where n.employed = 1 and n.person_id <> :viewer
   and exists (select 1 from person_word w where w.person_id = n.person_id and w.closed = 0 and w.word >= :words and w.word < :words_end)
?more  and exists (select 1 from person_word w where w.person_id = n.person_id and w.closed = 0 and w.word >= :more and w.word < :more_end)
 order by n.sort_key, n.person_id limit :most;

-- feedback_near(viewer person_id, most int) -> colleague*
-- Manager, own team, peers: who one most likely has a word for.
select n.person_id as person, p.shown as name, j.name as title
  from person_now me join person_now n on (n.person_id = me.manager_id or n.manager_id = me.person_id or n.manager_id = me.manager_id)
  join person p on p.id = n.person_id left join job j on j.id = n.job_id
 where me.person_id = :viewer and n.employed = 1 and n.person_id <> :viewer
 order by n.sort_key, n.person_id limit :most;

-- feedback_recent(viewer person_id, most int) -> colleague*
-- Those the viewer gave feedback to or had it from, newest first.
select t.person, p.shown as name, j.name as title
  from (select x.person, max(x.at) as at from (
          select f.receiver_id as person, f.id as at from feedback f where f.author_id = :viewer and f.withdrawn_at is null
          union all select f.author_id, f.id from feedback f where f.receiver_id = :viewer and f.withdrawn_at is null) x group by x.person) t
  join person p on p.id = t.person join person_now n on n.person_id = t.person and n.employed = 1 left join job j on j.id = n.job_id
 order by t.at desc, t.person limit :most;

-- feedback_waiting_closed(subject int, verb word, person person_id, now instant) -> done event none: the change that closes it leaves the event
update waiting set done_at = :now where subject_id = :subject and verb = :verb and person_id = :person and done_at is null;
