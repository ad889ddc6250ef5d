-- What an answer rests on: citations, and the goals a review was written with.

create table citation (part_id @id not null references review_part, question_id @id not null references question, evidence_kind @text not null, evidence_id @id not null, on_day @text not null,
  place @int not null, at @int not null, words @text, value_milli @int, seen_by @text check (seen_by in ('self','manager','line','all')),   -- p words; copied at release, null until then
  primary key (part_id, question_id, evidence_kind, evidence_id)) @keyed;
create table review_goal (review_id @id not null references review, goal_id @id not null, title @text not null, weight_milli @int not null, progress_milli @int, frozen_on @text not null,
  primary key (review_id, goal_id)) @keyed;   -- p title
