-- The review after writing: a second level approves; what was taken back and why; the conversation and what was agreed.

alter table review add column approver_id @id references person check (approver_id <> person_id);   -- the manager's manager on the cycle's day of reckoning; null: HR
alter table review add column approved_at @int;
alter table review add column approved_by_id @id references person check (approved_by_id <> person_id);
alter table review add column withdrawn_at @int;        -- the last time a release was taken back
alter table review_record add column kind @text check (kind in ('released','amended','locked','withdrawn'));    -- null: an edition of before, see record_kind
create index review_approver on review (approver_id, cycle_id, state) where approver_id is not null;
create table review_move (id @id primary key, review_id @id not null references review, by_id @id not null references person,
  kind @text not null check (kind in ('approved','sent-back','reopened-self','reopened-manager')), reason @text, told @int not null check (told in (0,1)), at @int not null);   -- p; told: the employee reads it too
create index review_move_of on review_move (review_id, id);
create table review_talk (review_id @id primary key references review, talked_on @text not null, words @text not null, by_id @id not null references person, at @int not null,
  own_words @text, own_at @int, version @int not null);   -- p

drop view visible_review;
create view visible_review as
  select person_id as viewer_id, id as review_id, 'subject' as circle from review where (released_at is not null or withdrawn_at is not null) and state <> 'cancelled'
  union all select p.person_id, p.review_id, 'writer' from review_part p join review r on r.id = p.review_id
    where p.relation <> 'self' and p.state in ('asked','writing','submitted') and r.state <> 'cancelled'
  union all select manager_id, id, 'manager' from review where manager_id is not null and state <> 'cancelled'
  union all select approver_id, id, 'approver' from review where approver_id is not null and state not in ('open','cancelled')
  union all select c.above_id, r.id, 'above' from review r join chain c on c.below_id = r.person_id where c.depth > 0 and r.state not in ('open','cancelled')
  union all select s.viewer_id, r.id, 'hr' from review r join person_now n on n.person_id = r.person_id join scope_now s on s.unit_id = n.unit_id
    where s.role_key in ('partner','director','performance') and r.state <> 'cancelled'
      and not exists (select 1 from chain x where x.below_id = s.viewer_id and x.above_id = r.person_id);
-- Whose approval a review waits for: the one frozen, while employed; else HR of today, but not who wrote it.
create view review_approves as
  select r.approver_id as viewer_id, r.id as review_id from review r join cycle c on c.id = r.cycle_id and c.approval = 1
    join person_now n on n.person_id = r.approver_id and n.employed = 1 where r.approver_id <> coalesce(r.manager_id, 0)
  union all select s.viewer_id, r.id from review r join cycle c on c.id = r.cycle_id and c.approval = 1 join person_now n on n.person_id = r.person_id
    join scope_unit s on s.unit_id = n.unit_id
    where not exists (select 1 from person_now a where a.person_id = r.approver_id and a.employed = 1) and s.viewer_id <> coalesce(r.manager_id, 0)
      and not exists (select 1 from chain x where x.below_id = s.viewer_id and x.above_id = r.person_id);
