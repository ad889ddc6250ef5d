-- Tables of goals. Types by macro (@id @int @text @blob @keyed); STRICT is added on SQLite.

create table goal (id @id primary key, style @text not null check (style in ('smart','okr','mbo')), owner @text not null check (owner in ('person','unit','organisation')), person_id @id references person,
  unit_id @id references unit, cycle_id @id references cycle, parent_id @id references goal, parent_weight_milli @int not null default 0 check (parent_weight_milli between 0 and 1000),
  title @text not null, why @text, lever @text, success @text,                                                            -- p
  ambition @text not null check (ambition in ('committed','aspirational')), weight_milli @int not null check (weight_milli between 0 and 1000), opens_on @text not null, due_on @text not null,
  seen_by @text not null check (seen_by in ('all','unit','line')), state @text not null check (state in ('draft','proposed','open','closed','dropped')),
  opened_at @int, outcome @text check (outcome in ('met','partly','missed')), closed_on @text, look_back @text, realistic @int check (realistic in (0,1)),   -- p look_back
  health_key @text, health_on @text, made_by_id @id not null references person, made_at @int not null, version @int not null,
  check ((owner = 'person') = (person_id is not null)), check ((owner = 'unit') = (unit_id is not null)), check (opens_on < due_on),
  check ((state in ('closed','dropped')) = (closed_on is not null)), check ((state = 'closed') = (outcome is not null)));
create index goal_person on goal (person_id, state, due_on, id);
create index goal_unit on goal (unit_id, state, due_on, id);
create index goal_parent on goal (parent_id, id);
create index goal_cycle on goal (cycle_id, id);
create index goal_top on goal (owner, state, due_on, id) where owner <> 'person';
create table goal_assent (goal_id @id not null references goal, part @text not null check (part in ('owner','manager','start','end')), person_id @id not null references person, at @int not null,
  terms_digest @blob not null, primary key (goal_id, part)) @keyed;
create table goal_change (id @id primary key, goal_id @id not null references goal, at @int not null, by_id @id not null references person,
  what @text not null, was @text, became @text, reason @text not null);   -- p was became reason
create index goal_change_of on goal_change (goal_id, id);
create table measure (id @id primary key, goal_id @id not null references goal, place @int not null, name @text not null,   -- p name
  kind @text not null check (kind in ('number','percent','money','yesno','zones')), better @text not null check (better in ('up','down','within')), unit @text, currency @text,
  decimals @int not null check (decimals between 0 and 3), baseline_milli @int not null, commit_milli @int, target_milli @int not null, stretch_milli @int, low_milli @int, high_milli @int,
  weight_milli @int not null check (weight_milli between 0 and 1000), every_days @int check (every_days between 1 and 366), fed_by_kind @text, fed_by_id @id,
  reached_milli @int, reached_on @text, confidence @int check (confidence between 0 and 10),   -- kept from the newest step that holds; null: nothing said yet
  check (better <> 'within' or low_milli <= high_milli), check ((kind = 'money') = (currency is not null)), check ((reached_milli is null) = (reached_on is null)), unique (goal_id, place));
create index measure_fed on measure (fed_by_id) where fed_by_id is not null;
create table step (id @id primary key, measure_id @id not null references measure, goal_id @id not null references goal, owner_id @id references person,   -- whose goal it was then
  on_day @text not null, value_milli @int not null, confidence @int check (confidence between 0 and 10), note @text,   -- p note
  source @text not null check (source in ('typed','import','api','kpi','meeting')), by_id @id not null references person, at @int not null, corrects_id @id unique references step,
  void @int not null check (void in (0,1)));
create index step_of on step (measure_id, on_day, id);
create index step_goal on step (goal_id, on_day, id);
create index step_owner on step (owner_id, on_day, id) where void = 0;
create table goal_comment (id @id primary key, goal_id @id not null references goal, by_id @id not null references person, at @int not null, text @text not null);   -- p text
create index goal_comment_of on goal_comment (goal_id, id);
create view goal_card as select id as goal_id, style, owner, person_id, unit_id, cycle_id, parent_id, title, opens_on, due_on, state, outcome, health_key, weight_milli, seen_by from goal;
create view goal_evidence as
  select s.owner_id as person_id, s.on_day, 'step' as kind, s.id as ref_id, g.title as words, s.value_milli,
    case when g.seen_by = 'all' and g.state in ('open','closed') then 'all' else 'line' end as seen_by, g.id as goal_id
    from step s join goal g on g.id = s.goal_id where s.owner_id is not null and s.void = 0
  union all select g.person_id, g.closed_on, 'goal', g.id, g.title, null, case when g.seen_by = 'all' then 'all' else 'line' end, g.id
    from goal g where g.person_id is not null and g.state = 'closed';   -- a step was made while the goal was this person's; a closed goal is its owner's
