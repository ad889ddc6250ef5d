-- Why somebody in a launched cycle may need a decision: facts only, with their days; which of them weigh enough is judged in C.

create view case_fact as
  select m.id as member_id, 'led' as what, l.id as fact_id, l.starts_on as from_on, l.ends_on as until_on, l.manager_id as other_id
    from cycle_member m join cycle c on c.id = m.cycle_id join review r on r.member_id = m.id
    join line l on l.person_id = m.person_id and l.kind = 'solid' and l.starts_on <= c.period_to_on and l.ends_on > c.period_from_on
    where l.manager_id <> r.manager_id
  union all select m.id, 'joined', s.id, s.starts_on, s.ends_on, null
    from cycle_member m join cycle c on c.id = m.cycle_id join spell s on s.id = m.spell_id where s.starts_on > c.period_from_on and s.starts_on <= c.period_to_on
  union all select m.id, 'ended', s.id, s.starts_on, s.ends_on, null
    from cycle_member m join cycle c on c.id = m.cycle_id join spell s on s.id = m.spell_id where s.ends_on <= c.period_to_on
  union all select m.id, 'absence', a.id, a.starts_on, a.ends_on, null
    from cycle_member m join cycle c on c.id = m.cycle_id join absence a on a.person_id = m.person_id and a.starts_on <= c.period_to_on and a.ends_on > c.period_from_on;
