-- Queries of the kept sums of a cycle: what each change adds and takes. A row for the unit and each unit above it.
-- Run ahead of the change itself: the state it reads is the one that ends. `source` is a new number for each.

-- counts_part_in(part part_id, source int) -> done event none: part.submitted leaves the event
-- One more handed in, one less to come by its day.
insert into cycle_delta (cycle_id, unit_id, fact_key, source_id, people)
select r.cycle_id, c.above_id, case when f.n > 0 then p.relation else 'due:' || p.due_on end, :source, f.n
  from review_part p join review r on r.id = p.review_id join cycle_member m on m.id = r.member_id
  join unit_chain c on c.below_id = m.unit_id join (select 1 as n union all select -1 as n) f on f.n <> 0
 where p.id = :part and p.relation in ('self','manager') and p.state in ('asked','writing');

-- counts_self_waived(review review_id, source int) -> done event none: part.removed leaves the event
insert into cycle_delta (cycle_id, unit_id, fact_key, source_id, people)
select r.cycle_id, c.above_id, 'due:' || p.due_on, :source, -1
  from review r join review_part p on p.review_id = r.id and p.relation = 'self' join cycle_member m on m.id = r.member_id
  join unit_chain c on c.below_id = m.unit_id
 where r.id = :review and p.state in ('asked','writing');

-- counts_review(review review_id, source int, fact word, more int) -> done event none: the change beside it leaves the event
insert into cycle_delta (cycle_id, unit_id, fact_key, source_id, people)
select r.cycle_id, c.above_id, :fact, :source, :more
  from review r join cycle_member m on m.id = r.member_id join unit_chain c on c.below_id = m.unit_id where r.id = :review;

-- counts_rated(review review_id, source int, more int) -> done event none: the change beside it leaves the event
-- Under the rating the review bears at this moment; one without adds nothing.
insert into cycle_delta (cycle_id, unit_id, fact_key, source_id, people)
select r.cycle_id, c.above_id, 'rated:' || r.final_label, :source, :more
  from review r join cycle_member m on m.id = r.member_id join unit_chain c on c.below_id = m.unit_id where r.id = :review and r.final_label is not null;

-- counts_extended(phase phase_id, cycle cycle_id, person person_id, until day, source int) -> done event none: extension.given leaves the event
insert into cycle_delta (cycle_id, unit_id, fact_key, source_id, people)
select t.cycle_id, t.unit_id, t.fact, :source, sum(t.n)
  from (select r.cycle_id, c.above_id as unit_id, f.n, case when f.n > 0 then 'due:' || :until else 'due:' || p.due_on end as fact
      from review_part p join review r on r.id = p.review_id and r.cycle_id = :cycle and r.state <> 'cancelled' join cycle_phase h on h.cycle_id = r.cycle_id and h.key = p.relation
      join cycle_member m on m.id = r.member_id join unit_chain c on c.below_id = m.unit_id
      join (select 1 as n union all select -1 as n) f on f.n <> 0
     where p.person_id = :person and p.state in ('asked','writing') and p.due_on < :until and h.id = :phase) t
 group by t.cycle_id, t.unit_id, t.fact;

-- counts_case(review review_id, source int, more int) -> done event none: case.decided leaves the event
-- All an open review counts for: taken (-1) when it is left out, given (1) when it comes back.
insert into cycle_delta (cycle_id, unit_id, fact_key, source_id, people)
select t.cycle_id, t.unit_id, t.fact, :source, sum(case when :more < 0 then -1 else 1 end)
  from (select r.cycle_id, c.above_id as unit_id, 'people' as fact from review r join cycle_member m on m.id = r.member_id join unit_chain c on c.below_id = m.unit_id where r.id = :review
    union all select r.cycle_id, c.above_id, case when p.state = 'submitted' then p.relation else 'due:' || p.due_on end
      from review r join review_part p on p.review_id = r.id and p.relation in ('self','manager') and p.state in ('asked','writing','submitted')
      join cycle_member m on m.id = r.member_id join unit_chain c on c.below_id = m.unit_id where r.id = :review) t
 group by t.cycle_id, t.unit_id, t.fact;

-- counts_fill(cycle cycle_id) -> done event none: upkeep of sums: a launch, or a tree of units that changed
-- The recount; what the rows of changes come to must be the same at any time.
insert into cycle_count (cycle_id, unit_id, fact_key, people)
select t.cycle_id, c.above_id, t.fact, sum(t.people)
  from (select r.cycle_id, m.unit_id, 'people' as fact, count(r.id) as people from review r join cycle_member m on m.id = r.member_id
      where r.cycle_id = :cycle and r.state <> 'cancelled' group by r.cycle_id, m.unit_id
    union all select r.cycle_id, m.unit_id, 'ready', count(r.id) from review r join cycle y on y.id = r.cycle_id join cycle_member m on m.id = r.member_id
      where r.cycle_id = :cycle and (r.state = 'approved' or (r.state in ('written','calibrated') and y.approval = 0)) group by r.cycle_id, m.unit_id
    union all select r.cycle_id, m.unit_id, 'released', count(r.id) from review r join cycle_member m on m.id = r.member_id
      where r.cycle_id = :cycle and r.released_at is not null group by r.cycle_id, m.unit_id
    union all select r.cycle_id, m.unit_id, 'rated:' || r.final_label, count(r.id) from review r join cycle_member m on m.id = r.member_id
      where r.cycle_id = :cycle and r.released_at is not null and r.state <> 'cancelled' and r.final_label is not null group by r.cycle_id, m.unit_id, r.final_label
    union all select r.cycle_id, m.unit_id, 'acknowledged', count(r.id) from review r join cycle_member m on m.id = r.member_id
      where r.cycle_id = :cycle and r.state in ('acknowledged','locked') group by r.cycle_id, m.unit_id
    union all select r.cycle_id, m.unit_id, p.relation, count(p.id) from review r join cycle_member m on m.id = r.member_id
      join review_part p on p.review_id = r.id and p.state = 'submitted' and p.relation in ('self','manager')
      where r.cycle_id = :cycle and r.state <> 'cancelled' group by r.cycle_id, m.unit_id, p.relation
    union all select r.cycle_id, m.unit_id, 'due:' || p.due_on, count(p.id) from review r join cycle_member m on m.id = r.member_id
      join review_part p on p.review_id = r.id and p.state in ('asked','writing') and p.relation in ('self','manager')
      where r.cycle_id = :cycle and r.state <> 'cancelled' group by r.cycle_id, m.unit_id, p.due_on) t
  join unit_chain c on c.below_id = t.unit_id
 group by t.cycle_id, c.above_id, t.fact;
