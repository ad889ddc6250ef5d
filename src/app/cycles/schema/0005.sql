-- Tables of cycles. Types by macro (@id @int @text @blob @keyed); STRICT is added on SQLite.

create table cycle (id @id primary key, kind @text not null check (kind in ('review','midyear','goals','kpi','pulse','upward')), name @text not null,
  period_from_on @text not null, period_to_on @text not null,
  as_of_on @text not null, stage @text not null check (stage in ('planning','monitoring','developing','evaluating','rewarding','reviewing')), pilot @int not null check (pilot in (0,1)),
  state @text not null check (state in ('draft','launched','closed','cancelled')), launched_at @int, closed_at @int, version @int not null, check (period_from_on < period_to_on));
create table cycle_phase (id @id primary key, cycle_id @id not null references cycle, key @text not null, place @int not null, opens_on @text not null, closes_on @text not null,
  state @text not null check (state in ('ahead','open','closed')), check (opens_on < closes_on), unique (cycle_id, key));
create index cycle_phase_turn on cycle_phase (state, opens_on, closes_on);
create table cycle_form (cycle_id @id not null references cycle, relation @text not null, form_id @id not null references form, mode @text not null check (mode in ('named','confidential','anonymous')),
  primary key (cycle_id, relation)) @keyed;
create table cycle_rule (id @id primary key, cycle_id @id not null references cycle, takes @int not null check (takes in (0,1)),
  what @text not null check (what in ('unit','job','level','location','hired_before','hired_after','person','all')), target_id @id, day_on @text);
create table cycle_member (id @id primary key, cycle_id @id not null references cycle, person_id @id not null references person, spell_id @id not null references spell,
  unit_id @id not null references unit, manager_id @id references person,
  job_id @id, level_id @id, location_id @id, from_on @text not null, to_on @text not null, left_out @text, unique (cycle_id, person_id), unique (id, person_id));
create index cycle_member_unit on cycle_member (cycle_id, unit_id, person_id);
create index cycle_member_manager on cycle_member (cycle_id, manager_id, person_id);
create index cycle_member_person on cycle_member (person_id, cycle_id);
create table cycle_extension (id @id primary key, phase_id @id not null references cycle_phase, person_id @id not null references person, until_on @text not null, reason @text not null,
  by_id @id not null references person, check (by_id <> person_id));
create table cycle_count (cycle_id @id not null references cycle, unit_id @id not null references unit, fact_key @text not null, people @int not null, primary key (cycle_id, unit_id, fact_key)) @keyed;   -- the unit with all below it; 'self', 'manager', 'rated:3000' …
create table cycle_delta (cycle_id @id not null, unit_id @id not null, fact_key @text not null, source_id @id not null, people @int not null, primary key (cycle_id, unit_id, fact_key, source_id)) @keyed;   -- not yet folded
create view cycle_calendar as select p.id as source_id, p.cycle_id as subject_id, c.name as title, p.key as what, p.opens_on as from_on,
  p.closes_on as to_on from cycle_phase p join cycle c on c.id = p.cycle_id where c.state = 'launched';
-- Who a cycle would take: as of its day, by its rules, still employed. The reviewer is the manager of that day, or
-- today's where that one has left; null: nobody who could write.
create view cycle_candidate as
  select c.id as cycle_id, p.person_id, p.spell_id, p.unit_id, p.job_id, p.level_id, p.location_id, n.sort_key,
    coalesce((select l.manager_id from line l join person_now m on m.person_id = l.manager_id and m.employed = 1
        where l.person_id = p.person_id and l.kind = 'solid' and l.starts_on <= c.as_of_on and c.as_of_on < l.ends_on
        order by l.starts_on desc, l.id desc limit 1),
      (select m.person_id from person_now m where m.person_id = n.manager_id and m.employed = 1)) as manager_id,
    case when s.starts_on > c.period_from_on then s.starts_on else c.period_from_on end as from_on,
    case when s.ends_on < c.period_to_on then s.ends_on else c.period_to_on end as to_on
  from cycle c join placement p on p.starts_on <= c.as_of_on and c.as_of_on < p.ends_on
  join spell s on s.id = p.spell_id
  join person_now n on n.person_id = p.person_id and n.employed = 1
  where not exists (select 1 from placement q where q.person_id = p.person_id and q.starts_on > p.starts_on
      and q.starts_on <= c.as_of_on and c.as_of_on < q.ends_on)
    and exists (select 1 from cycle_rule r where r.cycle_id = c.id and r.takes = 1 and (r.what = 'all' or (r.what = 'unit'
      and (select u.depth from unit_chain u where u.above_id = r.target_id and u.below_id = p.unit_id) is not null)))
    and not exists (select 1 from cycle_rule r where r.cycle_id = c.id and r.takes = 0 and ((r.what = 'person' and r.target_id = p.person_id)
      or (r.what = 'unit' and (select u.depth from unit_chain u where u.above_id = r.target_id and u.below_id = p.unit_id) is not null)));
