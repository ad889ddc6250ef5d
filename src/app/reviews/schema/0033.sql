-- What a former manager is asked to say about the time they led somebody. It is no part of the review: nothing that reads
-- parts, answers, sums or ratings ever meets it, and who writes it is in no circle of the review.

create table former_word (id @id primary key, review_id @id not null references review, person_id @id not null references person, by_id @id not null references person,
  from_on @text not null, until_on @text not null, due_on @text not null, shared @int not null check (shared in (0,1)), state @text not null check (state in ('asked','given','declined')),
  did @text, next_step @text, reason @text, asked_at @int not null, answered_at @int, version @int not null, unique (review_id, person_id));   -- p
create index former_word_of on former_word (person_id, id);
-- Who reads what was given: who writes the review, HR of today, the employee after release where it is shared. Its writer is asked for apart from these.
create view visible_former as
  select r.manager_id as viewer_id, f.id as former_id, 'manager' as circle from former_word f join review r on r.id = f.review_id where f.state = 'given' and r.manager_id is not null and r.state <> 'cancelled'
  union all select r.person_id, f.id, 'subject' from former_word f join review r on r.id = f.review_id where f.state = 'given' and f.shared = 1 and r.released_at is not null and r.state <> 'cancelled'
  union all select s.viewer_id, f.id, 'hr' from former_word f join review r on r.id = f.review_id join person_now n on n.person_id = r.person_id join scope_now s on s.unit_id = n.unit_id
    where f.state = 'given' and s.role_key in ('partner','director','performance') and r.state <> 'cancelled'
      and not exists (select 1 from chain x where x.below_id = s.viewer_id and x.above_id = r.person_id);
