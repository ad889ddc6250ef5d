-- Queries of notices: what is new for a person, how they want to be told, letters that sum it up.

-- type notice_line: id notification_id, at instant, verb word, kind word, subject int, read_at instant? + head flag

-- notices_of(viewer person_id, most int) -> notice_line*
select n.id, n.at, n.verb, n.subject_kind as kind, n.subject_id as subject, n.read_at
  from notification n where n.person_id = :viewer order by n.at desc, n.id desc limit :most;

-- notice_of(viewer person_id, notice notification_id) -> notice_line?
select n.id, n.at, n.verb, n.subject_kind as kind, n.subject_id as subject, n.read_at
  from notification n where n.person_id = :viewer and n.id = :notice;

-- notice_read(viewer person_id, notice notification_id, now instant) -> done event none: who read their own notice when is nobody's history
update notification set read_at = :now where id = :notice and person_id = :viewer and read_at is null;

-- notices_read(viewer person_id, now instant) -> done event none: who read their own notices when is nobody's history
update notification set read_at = :now where person_id = :viewer and read_at is null;

-- type notices_moved: person person_id

-- notices_moved(since instant, most int) -> notices_moved*  sees all: whose open pages are to be told a number
select m.person_id as person from (
  select n.person_id from notification n where n.at > :since
  union all select n.person_id from notification n where n.read_at > :since) m
 group by m.person_id order by m.person_id limit :most;

-- type stream_state: person person_id, unread int

-- stream_state(who blob, now instant, idle_from instant) -> stream_state?  sees all: the viewer's own number, while the session lives
select s.person_id as person, (select count(n.id) from notification n where n.person_id = s.person_id and n.read_at is null) as unread
  from signed_in s where s.digest = :who and s.door_key = 'web' and s.ends_at > :now and s.seen_at > :idle_from;

-- type notice_choice: rhythm word, quiet_from int?, quiet_to int?, version int

-- notice_choice_of(viewer person_id) -> notice_choice?
select d.rhythm, d.quiet_from_min as quiet_from, d.quiet_to_min as quiet_to, d.version from digest_choice d where d.person_id = :viewer;

-- notice_choice_put(person person_id, rhythm word, quiet_from int?, quiet_to int?, version int) -> done 1 event notices.chosen of person(:person) about person(:person)
insert into digest_choice (person_id, rhythm, quiet_from_min, quiet_to_min, version) values (:person, :rhythm, :quiet_from, :quiet_to, 1)
on conflict (person_id) do update set rhythm = excluded.rhythm, quiet_from_min = excluded.quiet_from_min, quiet_to_min = excluded.quiet_to_min,
  version = digest_choice.version + 1 where digest_choice.version = :version;

-- type letter_reader: rhythm word, quiet_from int?, quiet_to int?, zone text

-- letter_reader(mail mail_id) -> letter_reader?  sees all: the job that asks whether a letter may go
select coalesce(d.rhythm, 'usual') as rhythm, d.quiet_from_min as quiet_from, d.quiet_to_min as quiet_to,
       coalesce(p.zone, (select g.value from setting g where g.key = 'zone'), 'UTC') as zone
  from mail m join person p on p.id = m.person_id left join digest_choice d on d.person_id = p.id
 where m.id = :mail and m.state = 'waiting';

-- notice_each(job queued_id, notice notification_id, person person_id, now instant) -> done event none: the notice stands
-- Only for those who asked for a letter each.
insert into job_queue (id, kind, subject_id, body, due_at, state)
select :job, 'notice', :notice, '', :now, 'waiting' from digest_choice d where d.person_id = :person and d.rhythm = 'each';

-- type digest_reader: id person_id, name text, email text, lang word, zone text, quiet_from int?, quiet_to int?, sent_at instant?, fresh int, newly int, waits int, due day?

-- digest_readers(after int, weekly flag, most int) -> digest_reader*  sees all: the job that writes to everybody
select p.id, p.given as name, p.email, p.lang, coalesce(p.zone, (select g.value from setting g where g.key = 'zone'), 'UTC') as zone,
       d.quiet_from_min as quiet_from, d.quiet_to_min as quiet_to, d.sent_at,
       (select count(n.id) from notification n where n.person_id = p.id and n.read_at is null and n.at > coalesce(d.sent_at, 0)) as fresh,
       (select count(w.id) from waiting w where w.person_id = p.id and w.done_at is null and w.since_at > coalesce(d.sent_at, 0)) as newly,
       (select count(w.id) from waiting w where w.person_id = p.id and w.done_at is null) as waits,
       (select min(w.due_on) from waiting w where w.person_id = p.id and w.done_at is null) as due
  from account a join person p on p.id = a.person_id left join digest_choice d on d.person_id = p.id
 where a.state = 'open' and p.erased_at is null and p.email is not null and p.id > :after
   and ((:weekly = 1 and d.rhythm = 'weekly') or (:weekly = 0 and coalesce(d.rhythm, 'usual') in ('usual', 'daily')))
 order by p.id limit :most;

-- type digest_wait: verb word, kind word, subject int, due day

-- digest_waits(person person_id, most int) -> digest_wait*  sees all: the letter to that person
select w.verb, w.subject_kind as kind, w.subject_id as subject, w.due_on as due from waiting w
 where w.person_id = :person and w.done_at is null order by w.due_on, w.id limit :most;

-- type digest_new: id notification_id, verb word

-- digest_news(person person_id, since instant, most int) -> digest_new*  sees all: the letter to that person
select n.id, n.verb from notification n
 where n.person_id = :person and n.read_at is null and n.at > :since order by n.at desc, n.id desc limit :most;

-- digest_mark(person person_id, now instant) -> done event none: when the last digest went
insert into digest_choice (person_id, rhythm, sent_at, version) values (:person, 'usual', :now, 0)
on conflict (person_id) do update set sent_at = excluded.sent_at;

-- type notice_letter: person person_id, email text?, lang word, zone text, quiet_from int?, quiet_to int?, verb word, rhythm word

-- notice_letter(notice notification_id) -> notice_letter?  sees all: the letter to that person; none once it is read
select p.id as person, p.email, p.lang, coalesce(p.zone, (select g.value from setting g where g.key = 'zone'), 'UTC') as zone,
       d.quiet_from_min as quiet_from, d.quiet_to_min as quiet_to, n.verb, d.rhythm
  from notification n join person p on p.id = n.person_id join digest_choice d on d.person_id = p.id
 where n.id = :notice and n.read_at is null and p.erased_at is null;
