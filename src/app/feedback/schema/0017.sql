-- Feedback: from one author to one receiver about one thing; who is asked for it; what was answered back.

create table feedback_ask (id @id primary key, by_id @id not null references person, about_id @id not null references person, why @text, due_on @text not null, made_at @int not null);   -- p
create index feedback_ask_by on feedback_ask (by_id, id);
create index feedback_ask_about on feedback_ask (about_id, id);
create table feedback_asked (ask_id @id not null references feedback_ask, person_id @id not null references person, state @text not null check (state in ('open','given','declined','lapsed')), reason @text,
  primary key (ask_id, person_id)) @keyed;   -- p
create index feedback_asked_of on feedback_asked (person_id, ask_id);
create table feedback (id @id primary key, author_id @id not null references person, receiver_id @id not null references person,
  kind @text not null check (kind in ('praise','suggestion','observation','answer')),
  ask_id @id references feedback_ask, situation @text, behaviour @text not null, impact @text, next_step @text,   -- p
  happened_on @text not null, given_at @int not null, given_on @text not null, seen_by @text not null check (seen_by in ('receiver','manager','all')),
  value_id @id references company_value, about_kind @text, about_ref_id @id,
  has_example @int not null check (has_example in (0,1)), has_date @int not null check (has_date in (0,1)), has_impact @int not null check (has_impact in (0,1)),
  has_next @int not null check (has_next in (0,1)), words @int not null, useful @int check (useful in (0,1)), thanked_at @int, withdrawn_at @int, version @int not null,
  check (author_id <> receiver_id), check (seen_by <> 'all' or kind = 'praise'));
create index feedback_receiver on feedback (receiver_id, given_on, id);
create index feedback_author on feedback (author_id, given_on, id);
create index feedback_of_ask on feedback (ask_id, id);
create index feedback_open on feedback (given_on, id) where seen_by = 'all' and withdrawn_at is null;
create table feedback_reply (id @id primary key, feedback_id @id not null references feedback, by_id @id not null references person, at @int not null, text @text not null);   -- p
create index feedback_reply_of on feedback_reply (feedback_id, id);

-- Author, receiver, the receiver's manager where the author let them, and who asked while they still lead the receiver. Praise for all is everybody's besides.
create view visible_feedback as
  select author_id as viewer_id, id as feedback_id from feedback
  union all select receiver_id, id from feedback where withdrawn_at is null
  union all select n.manager_id, f.id from feedback f join person_now n on n.person_id = f.receiver_id
    where f.seen_by in ('manager','all') and f.withdrawn_at is null and n.manager_id <> f.author_id
  union all select a.by_id, f.id from feedback f join feedback_ask a on a.id = f.ask_id join chain c on c.above_id = a.by_id and c.below_id = f.receiver_id and c.depth > 1
    where f.seen_by = 'manager' and f.withdrawn_at is null and a.by_id <> f.author_id;
create view feedback_evidence as select receiver_id as person_id, happened_on as on_day, kind, id as ref_id, behaviour as words, 0 as value_milli,
  case seen_by when 'receiver' then 'self' when 'manager' then 'manager' else 'all' end as seen_by
  from feedback where withdrawn_at is null;
create view feedback_quality as select receiver_id, author_id, given_on, happened_on, has_example, has_date, has_impact, has_next, words, useful from feedback where withdrawn_at is null;
