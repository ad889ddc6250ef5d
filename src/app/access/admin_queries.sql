-- Queries of access, part four: lists for administrators, roles, health.

-- type account_line: person person_id, name text, email text?, unit text?, account account_id, state word?, last_seen_on day?, password flag, after_key text

-- accounts_list(viewer person_id, words text?, words_end text?, state word?, none flag?, after key?, most int, sort @sort) -> account_line*
--   sort name: n.sort_key, n.person_id
select n.person_id as person, p.shown as name, p.email, u.name as unit, coalesce(a.id, 0) as account, a.state, a.last_seen_on,
       case when a.secret is null then 0 else 1 end as password,
       @key as after_key
  from person_now n join person p on p.id = n.person_id
  left join account a on a.person_id = n.person_id
  left join unit u on u.id = n.unit_id
 where (n.employed = 1 or a.id is not null)
   and exists (select 1 from role_grant g where g.person_id = :viewer and g.role_key = 'admin' and g.active = 1)
?words and exists (select 1 from person_word w where w.person_id = n.person_id and w.word >= :words and w.word < :words_end)
?state and a.state = :state
?none and a.id is null and 1 = :none
?after and @after
 order by @sort
 limit :most;

-- type uninvited: person person_id, name text, email text

-- accounts_missing(viewer person_id, most int) -> uninvited*
select n.person_id as person, p.shown as name, p.email
  from person_now n join person p on p.id = n.person_id
 where n.employed = 1 and p.email is not null and p.email_key is not null
   and not exists (select 1 from account a where a.person_id = n.person_id and a.state <> 'invited')
   and not exists (select 1 from link l where l.person_id = n.person_id and l.kind = 'invite')
   and exists (select 1 from role_grant g where g.person_id = :viewer and g.role_key = 'admin' and g.active = 1)
 order by n.sort_key, n.person_id limit :most;

-- type account_figures: open int, invited int, closed int, missing int, unasked int

-- accounts_figures() -> account_figures!  sees all: counts for the administrator's page
select (select count(a.id) from account a where a.state = 'open') as open,
       (select count(a.id) from account a where a.state = 'invited') as invited,
       (select count(a.id) from account a where a.state = 'closed') as closed,
       (select count(n.person_id) from person_now n where n.employed = 1 and not exists (select 1 from account a where a.person_id = n.person_id)) as missing,
       (select count(n.person_id) from person_now n join person p on p.id = n.person_id where n.employed = 1 and p.email_key is not null
           and not exists (select 1 from account a where a.person_id = n.person_id and a.state <> 'invited')
           and not exists (select 1 from link l where l.person_id = n.person_id and l.kind = 'invite')) as unasked
  from role r where r.key = 'admin';

-- type grant_line: id role_grant_id, person person_id, name text, role word, unit text, starts_on day, ends_on day, giver text, reason text + open_ended flag

-- grants_list(viewer person_id, most int) -> grant_line*
select g.id, g.person_id as person, p.shown as name, g.role_key as role, u.name as unit, g.starts_on, g.ends_on, b.shown as giver, g.reason
  from role_grant g join person p on p.id = g.person_id join unit u on u.id = g.unit_id join person b on b.id = g.given_by_id
 where g.active = 1
   and exists (select 1 from role_grant v where v.person_id = :viewer and v.role_key in ('admin', 'director') and v.active = 1)
 order by p.sort_key, g.role_key, g.id limit :most;

-- grants_of(viewer person_id, person person_id) -> grant_line*
select g.id, g.person_id as person, p.shown as name, g.role_key as role, u.name as unit, g.starts_on, g.ends_on, b.shown as giver, g.reason
  from role_grant g join person p on p.id = g.person_id join unit u on u.id = g.unit_id join person b on b.id = g.given_by_id
 where g.person_id = :person and g.active = 1
   and exists (select 1 from role_grant v where v.person_id = :viewer and v.role_key in ('admin', 'director') and v.active = 1)
 order by g.starts_on, g.id;

-- type role_line: key word, name text, purpose text

-- roles_all() -> role_line*  sees all: what the roles are is no secret
select r.key, r.name, r.purpose from role r order by r.key;

-- grant_add(id role_grant_id, person person_id, role word, unit unit_id, starts_on day, ends_on day, active flag, giver person_id, reason text)
--     -> done 1 event grant.given of grant(:id) about person(:person)
insert into role_grant (id, person_id, role_key, unit_id, starts_on, ends_on, active, given_by_id, reason)
select :id, :person, :role, u.id, :starts_on, :ends_on, :active, :giver, :reason from unit u
 where u.id = :unit and :person <> :giver
   and exists (select 1 from scope_now s where s.viewer_id = :giver and s.role_key in ('admin', 'director') and s.unit_id = u.id);

-- grant_first(id role_grant_id, person person_id, role word, unit unit_id, starts_on day, ends_on day, giver person_id, reason text)
--     -> done 1 event grant.given of grant(:id) about person(:person)
-- The first roles of an organisation, and those of a demo: nobody is there yet to give them.
insert into role_grant (id, person_id, role_key, unit_id, starts_on, ends_on, active, given_by_id, reason)
values (:id, :person, :role, :unit, :starts_on, :ends_on, 1, :giver, :reason);

-- grant_end(id role_grant_id, person person_id, today day, tomorrow day) -> done 1 event grant.ended of grant(:id) about person(:person)
-- A grant that began today keeps its one day: a row that never held would say nothing of what was seen.
update role_grant set active = 0, ends_on = case when starts_on < :today then :today else :tomorrow end
 where id = :id and person_id = :person and active = 1;

-- type grant_left: n int, role word

-- grants_left(id role_grant_id) -> grant_left?  sees all: the last one of a role that keeps the organisation running must stay
select (select count(g.id) from role_grant g where g.role_key = t.role_key and g.active = 1 and g.id <> t.id) as n, t.role_key as role
  from role_grant t where t.id = :id and t.active = 1;

-- type health_row: jobs_waiting int, jobs_late int, jobs_failed int, mail_waiting int, mail_sent int, events int, turned_on day?, people int, sessions int

-- health_now(now instant) -> health_row!  sees all: figures of the system, nobody's record
select (select count(j.id) from job_queue j where j.state = 'waiting') as jobs_waiting,
       (select count(j.id) from job_queue j where j.state = 'waiting' and j.due_at < :now) as jobs_late,
       (select count(j.id) from job_queue j where j.state = 'failed') as jobs_failed,
       (select count(m.id) from mail m where m.state = 'waiting') as mail_waiting,
       (select count(m.id) from mail m where m.state = 'sent') as mail_sent,
       (select count(e.event_id) from event_open e) as events,
       (select t.turned_on from day_turn t where t.one = 1) as turned_on,
       (select count(n.person_id) from person_now n where n.employed = 1) as people,
       (select count(s.digest) from session s where s.ends_at > :now) as sessions
  from role r where r.key = 'admin';

-- type unit_choice: id unit_id, name text, depth int

-- units_given(viewer person_id) -> unit_choice*
-- Where the viewer may give roles: under the units of their own grants.
select u.id, u.name, (select max(c.depth) from unit_chain c where c.below_id = u.id) as depth
  from unit u join unit_place p on p.unit_id = u.id and p.active = 1
 where exists (select 1 from scope_now s where s.viewer_id = :viewer and s.role_key in ('admin', 'director') and s.unit_id = u.id)
 order by depth, u.name, u.id;

-- grants_stop(today day) -> done event none: the turn of the day; the grant said when
update role_grant set active = 0 where active = 1 and ends_on <= :today;

-- grants_start(today day) -> done event none: the turn of the day; the grant said when
update role_grant set active = 1 where active = 0 and starts_on <= :today and ends_on > :today;

-- type head_row: person person_id

-- heads_all() -> head_row*  sees all: who answers for the programme, to be told of what waits for them
select distinct g.person_id as person from role_grant g where g.role_key = 'director' and g.active = 1 order by person;

-- head_waiting(id waiting_id, person person_id, run import_run_id, now instant, due day) -> done event none: import.checked leaves the event
insert into waiting (id, person_id, verb, subject_kind, subject_id, about_id, since_at, due_on, done_at, nudged_at, escalates_on)
values (:id, :person, 'import.check', 'import', :run, null, :now, :due, null, null, null)
on conflict (person_id, verb, subject_id) do update set due_on = excluded.due_on, done_at = null;
