-- Queries of home, getting started: what is there already. Counts only.

-- type start_facts: people int, units int, headed int, hr int, chosen int, invited int, cycles int, cycle cycle_id?, launched int, away int
-- type start_step: key word, state word, link text, n int, of int, mine flag

-- start_facts_of(viewer person_id) -> start_facts!
select (select count(n.person_id) from person_now n where n.employed = 1) as people,
       (select count(w.unit_id) from unit_place w where w.active = 1 and exists (select 1 from unit_chain c join person_now n on n.unit_id = c.below_id and n.employed = 1 where c.above_id = w.unit_id)) as units,
       (select count(w.unit_id) from unit_place w where w.active = 1 and w.head_id is not null) as headed,
       (select count(distinct g.person_id) from role_grant g where g.active = 1 and g.role_key in ('director','partner','performance')) as hr,
       (select count(f.id) from framework f) as chosen,
       (select count(a.id) from account a where a.state = 'open' or exists (select 1 from link l where l.person_id = a.person_id and l.kind = 'invite')) as invited,
       (select count(c.id) from cycle c where c.kind in ('review','midyear') and c.rehearsal = 0 and c.state <> 'cancelled') as cycles,
       (select max(c.id) from cycle c where c.kind in ('review','midyear') and c.rehearsal = 0 and c.state = 'draft') as cycle,
       (select count(c.id) from cycle c where c.kind in ('review','midyear') and c.rehearsal = 0 and c.state in ('launched','closed')) as launched,
       (select count(s.person_id) from start_away s where s.person_id = :viewer) as away
  from role r where r.key = 'admin';

-- start_put_away(viewer person_id, now instant) -> done event none: whether one's own page shows a list
insert into start_away (person_id, at) values (:viewer, :now) on conflict (person_id) do nothing;

-- start_taken_back(viewer person_id) -> done event none: whether one's own page shows a list
delete from start_away where person_id = :viewer;
