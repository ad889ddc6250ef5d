-- Queries of access, part one: who asks, and what they are to a person.

-- type who_row: account account_id, person person_id, name text, given text, title text?, lang word, zone text, ends_at instant, seen_at instant, door word, scopes text, reach int, waiting int, unread int, reports int
-- type held: relation word

-- who_asks(who blob) -> who_row?  sees all: this is how the viewer becomes known
select s.account_id as account, p.id as person, p.shown as name, p.given, j.name as title, p.lang,
       coalesce(p.zone, (select g.value from setting g where g.key = 'zone'), 'UTC') as zone,
       s.ends_at, s.seen_at, s.door_key as door, s.scopes,
       coalesce((select r.people from reach r where r.viewer_id = p.id), 0) as reach,
       (select count(w.id) from waiting w where w.person_id = p.id and w.done_at is null) as waiting,
       (select count(u.id) from notification u where u.person_id = p.id and u.read_at is null) as unread,
       coalesce(n.reports, 0) as reports
  from signed_in s join person p on p.id = s.person_id
  left join person_now n on n.person_id = p.id left join job j on j.id = n.job_id
 where s.digest = :who;

-- who_roles(who blob) -> held*  sees all: the viewer's own grants, asked before the viewer is known
select g.role_key as relation from role_grant g
 where g.person_id = (select s.person_id from signed_in s where s.digest = :who) and g.active = 1
 order by g.role_key, g.id;

-- who_relations(who blob, person person_id) -> held*  sees all: what the viewer is to one person, asked before the viewer is known
-- The same word may come twice (two grants): they become one bit.
select r.relation from (
  select t.relation from relation_to t where t.viewer_id = (select s.person_id from signed_in s where s.digest = :who) and t.person_id = :person
  union all select 'report' from person_now n where n.person_id = (select s.person_id from signed_in s where s.digest = :who) and n.manager_id = :person
  union all select 'peer' from person_now a join person_now b on b.manager_id = a.manager_id
    where a.person_id = (select s.person_id from signed_in s where s.digest = :who) and b.person_id = :person and b.person_id <> a.person_id
) r order by r.relation;

-- type person_name: name text, employed flag

-- who_person(person person_id) -> person_name?  sees all: a name and whether they work here are for everyone signed in
select p.shown as name, coalesce(n.employed, 0) as employed from person p left join person_now n on n.person_id = p.id where p.id = :person;

-- session_seen(who blob, now instant) -> done event none: session upkeep
update session set seen_at = :now where digest = :who;

-- type setting_row: value text

-- setting_of(name word) -> setting_row?  sees all: settings of the organisation are no one's record
select s.value from setting s where s.key = :name;

-- setting_put(name word, value text) -> done event none: only the set-up writes it, and leaves its own event
insert into setting (key, value, version) values (:name, :value, 1)
on conflict (key) do update set value = excluded.value, version = setting.version + 1;

-- scope_clear(person person_id) -> done event none: kept beside the grants, whose change left an event
delete from scope_unit where viewer_id = :person;

-- scope_fill(person person_id) -> done event none: kept beside the grants, whose change left an event
insert into scope_unit (viewer_id, unit_id)
select distinct g.person_id, u.below_id from role_grant g join unit_chain u on u.above_id = g.unit_id
 where g.person_id = :person and g.active = 1 and g.role_key in ('partner', 'director', 'performance');

-- reach_clear(person person_id) -> done event none: kept beside the grants, whose change left an event
delete from reach where viewer_id = :person;

-- reach_fill(person person_id) -> done event none: kept beside the grants, whose change left an event
insert into reach (viewer_id, people)
select p.id, (select count(v.person_id) from visible_person v where v.viewer_id = :person) from person p where p.id = :person;

-- scope_clear_all() -> done event none: rebuilt after an import, whose event stands
delete from scope_unit;

-- scope_fill_all() -> done event none: rebuilt after an import, whose event stands
insert into scope_unit (viewer_id, unit_id)
select distinct g.person_id, u.below_id from role_grant g join unit_chain u on u.above_id = g.unit_id
 where g.active = 1 and g.role_key in ('partner', 'director', 'performance');

-- reach_clear_all() -> done event none: rebuilt after an import, whose event stands
delete from reach;

-- reach_fill_all() -> done event none: rebuilt after an import, whose event stands
insert into reach (viewer_id, people) select v.viewer_id, count(v.person_id) from visible_person v group by v.viewer_id;
