-- A review that was cancelled is in nobody's circle: its page is not there either.

drop view visible_review;
create view visible_review as
  select person_id as viewer_id, id as review_id, 'subject' as circle from review where released_at is not null and state <> 'cancelled'
  union all select p.person_id, p.review_id, 'writer' from review_part p join review r on r.id = p.review_id
    where p.relation <> 'self' and p.state in ('asked','writing','submitted') and r.state <> 'cancelled'
  union all select manager_id, id, 'manager' from review where manager_id is not null and state <> 'cancelled'
  union all select c.above_id, r.id, 'above' from review r join chain c on c.below_id = r.person_id where c.depth > 0 and r.state not in ('open','cancelled')
  union all select s.viewer_id, r.id, 'hr' from review r join person_now n on n.person_id = r.person_id join scope_now s on s.unit_id = n.unit_id
    where s.role_key in ('partner','director','performance') and r.state <> 'cancelled'
      and not exists (select 1 from chain x where x.below_id = s.viewer_id and x.above_id = r.person_id);
