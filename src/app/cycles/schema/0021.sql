-- A cycle grows: second approval, rehearsal, reminders by rule, cases that need a decision, and what people say of it afterwards.

alter table cycle add column approval @int not null default 0 check (approval in (0,1));        -- a second level approves before release
alter table cycle add column rehearsal @int not null default 0 check (rehearsal in (0,1));      -- tried out: no letter leaves, no figure counts it
alter table cycle add column copied_id @id;                                                     -- the cycle it was copied from
alter table cycle add column close_reason @text;                                                -- why it was closed although not all is released
create table reminder_rule (id @id primary key, cycle_id @id not null references cycle, verb @text not null check (verb in ('review.self','review.manager')),
  days @int not null check (days between -60 and 60), escalates_to @text check (escalates_to in ('manager')), active @int not null check (active in (0,1)), version @int not null,
  unique (cycle_id, verb, days));   -- days: before the last day (-3) or after it (4)
create table reminder_done (rule_id @id not null references reminder_rule, subject_id @id not null, primary key (rule_id, subject_id)) @keyed;     -- each thing once a rule, whatever day the program was down
create table cycle_case (id @id primary key, cycle_id @id not null references cycle, person_id @id not null references person,
  kind @text not null check (kind in ('year','manager')), choice @text not null check (choice in ('keep','exclude','short','part','move')),
  reason @text not null, by_id @id not null references person, at @int not null, from_on @text, to_on @text, unique (cycle_id, person_id, kind), check (by_id <> person_id));   -- p
create index cycle_case_of on cycle_case (person_id, cycle_id);
create table cycle_seat (cycle_id @id not null references cycle, person_id @id not null references person, answered @int not null check (answered in (0,1)), primary key (cycle_id, person_id)) @keyed;   -- that somebody answered; never what or when
create table cycle_envelope (cycle_id @id not null references cycle, slip @blob not null, sealed @blob not null, primary key (cycle_id, slip)) @keyed;     -- a random key, the answer sealed and padded; opened all at once, then gone
create table cycle_verdict (cycle_id @id not null references cycle, worth @int not null check (worth between 1 and 5), people @int not null, primary key (cycle_id, worth)) @keyed;
create table cycle_remark (cycle_id @id not null references cycle, slip @blob not null, text @text not null, primary key (cycle_id, slip)) @keyed;   -- beside no mark, in no order

drop view cycle_calendar;
create view cycle_calendar as select p.id as source_id, p.cycle_id as subject_id, c.name as title, p.key as what, p.opens_on as from_on,
  p.closes_on as to_on from cycle_phase p join cycle c on c.id = p.cycle_id where c.state = 'launched' and c.rehearsal = 0;
