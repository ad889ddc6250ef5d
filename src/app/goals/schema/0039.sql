-- The verdict on a goal is a rule's over figures and the day: judged where it is shown and filtered, kept nowhere.
drop view goal_card;
alter table goal drop column health_key;
alter table goal drop column health_on;
create view goal_card as select id as goal_id, style, owner, person_id, unit_id, cycle_id, parent_id, title, opens_on, due_on, state, outcome, weight_milli, seen_by from goal;
