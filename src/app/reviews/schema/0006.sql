-- Tables of reviews. Types by macro (@id @int @text @blob @keyed); STRICT is added on SQLite.

create table review (id @id primary key, cycle_id @id not null references cycle, member_id @id not null, person_id @id not null references person, manager_id @id references person,
  state @text not null check (state in ('open','written','calibrated','approved','released','acknowledged','locked','cancelled')), formula_key @text, computed_milli @int, final_milli @int,
    final_label @text, computed_at @int,
  released_at @int, released_by_id @id references person, talk_on @text, locked_at @int, version @int not null, unique (member_id), unique (id, person_id), foreign key (member_id,
    person_id) references cycle_member (id, person_id),
  check (manager_id <> person_id), check (released_by_id <> person_id));
create index review_person on review (person_id, cycle_id);
create index review_manager on review (manager_id, cycle_id, person_id);
create index review_cycle on review (cycle_id, state, id);
create table review_part (id @id primary key, review_id @id not null references review, person_id @id not null references person,
  relation @text not null check (relation in ('self','manager','above','peer','report','external','panel')), mode @text not null check (mode in ('named','confidential')),
  form_id @id not null references form, state @text not null check (state in ('nominated','asked','writing','submitted','declined','removed')), due_on @text not null, submitted_at @int, late_reason @text,
    nominated_by_id @id, approved_by_id @id, typed_by_id @id, recent_share_milli @int, version @int not null, unique (review_id, person_id, relation));   -- p
create index review_part_writer on review_part (person_id, state, due_on, id);
create table answer (part_id @id not null references review_part, question_id @id not null references question, value_milli @int, text @text, not_seen @int not null default 0 check (not_seen in (0,1)),
  saved_at @int not null, version @int not null, primary key (part_id, question_id)) @keyed;   -- p
create table review_input (review_id @id not null references review, place @int not null, what_key @text not null, ref_id @id, weight_milli @int not null, value_milli @int, people @int,
  primary key (review_id, place)) @keyed;
create table review_word (id @id primary key, review_id @id not null references review, by_id @id not null references person,
  kind @text not null check (kind in ('comment','acknowledged','disagreed','reminder','extension')), text @text, at @int not null);   -- p
create index review_word_of on review_word (review_id, id);
create table review_record (review_id @id not null references review, edition @int not null, at @int not null, body @blob not null, digest @blob not null, signature @blob not null,
  by_id @id not null references person, reason @text, event_id @id not null, primary key (review_id, edition));   -- p; reason: of an amendment
create view visible_review as
  select person_id as viewer_id, id as review_id, 'subject' as circle from review where released_at is not null
  union all select p.person_id, p.review_id, 'writer' from review_part p where p.relation <> 'self' and p.state in ('asked','writing','submitted')
  union all select manager_id, id, 'manager' from review where manager_id is not null
  union all select c.above_id, r.id, 'above' from review r join chain c on c.below_id = r.person_id where c.depth > 0 and r.state <> 'open'
  union all select s.viewer_id, r.id, 'hr' from review r join person_now n on n.person_id = r.person_id join scope_now s on s.unit_id = n.unit_id
    where s.role_key in ('partner','director','performance') and not exists (select 1 from chain x where x.below_id = s.viewer_id and x.above_id = r.person_id);
