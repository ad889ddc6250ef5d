-- Changes of goals: each leaves its event, in the same transaction.

-- goal_add(goal goal_id, owner word, person person_id?, unit unit_id?, parent goal_id?, title text, why text?, lever text?, success text?, opens day, due day, seen_by word, state word, opened_at instant?, viewer person_id, now instant)
--     -> done 1 event goal.proposed of goal(:goal) about person(:person)
insert into goal (id, style, owner, person_id, unit_id, cycle_id, parent_id, title, why, lever, success, ambition, weight_milli, opens_on, due_on, seen_by, state, opened_at, made_by_id, made_at, version)
values (:goal, 'smart', :owner, :person, :unit, null, :parent, :title, :why, :lever, :success, 'committed', 0, :opens, :due, :seen_by, :state, :opened_at, :viewer, :now, 1);

-- goal_terms(goal goal_id, person person_id?, parent goal_id?, title text, why text?, lever text?, success text?, opens day, due day, seen_by word, state word, version int)
--     -> done 1 event goal.changed of goal(:goal) about person(:person)
update goal set parent_id = :parent, title = :title, why = :why, lever = :lever, success = :success, opens_on = :opens, due_on = :due, seen_by = :seen_by, state = :state, version = version + 1
 where id = :goal and version = :version and state in ('proposed','open') and coalesce(person_id, 0) = coalesce(:person, 0);

-- measure_add(measure measure_id, goal goal_id, place int, name text, kind word, better word, unit text?, currency text?, decimals int, baseline milli, target milli, low milli?, high milli?, weight int, every int?)
--     -> done 1 event none: goal.proposed or goal.changed leaves the event
insert into measure (id, goal_id, place, name, kind, better, unit, currency, decimals, baseline_milli, target_milli, low_milli, high_milli, weight_milli, every_days)
values (:measure, :goal, :place, :name, :kind, :better, :unit, :currency, :decimals, :baseline, :target, :low, :high, :weight, :every);

-- measure_terms(measure measure_id, goal goal_id, name text, kind word, better word, unit text?, currency text?, decimals int, baseline milli, target milli, low milli?, high milli?, weight int, every int?)
--     -> done 1 event none: goal.changed leaves the event
update measure set name = :name, kind = :kind, better = :better, unit = :unit, currency = :currency, decimals = :decimals, baseline_milli = :baseline, target_milli = :target, low_milli = :low,
  high_milli = :high, weight_milli = :weight, every_days = :every where id = :measure and goal_id = :goal;

-- measure_remove(measure measure_id, goal goal_id) -> done 1 event none: goal.changed leaves the event
delete from measure where id = :measure and goal_id = :goal;

-- goal_change_add(change goal_change_id, goal goal_id, viewer person_id, now instant, what word, was text?, became text?, reason text) -> done 1 event none: goal.changed or goal.handed_over leaves the event
insert into goal_change (id, goal_id, at, by_id, what, was, became, reason) values (:change, :goal, :now, :viewer, :what, :was, :became, :reason);

-- assent_put(goal goal_id, part word, viewer person_id, person person_id?, now instant, digest blob) -> done 1 event goal.agreed of goal(:goal) about person(:person)
insert into goal_assent (goal_id, part, person_id, at, terms_digest) select g.id, :part, :viewer, :now, :digest from goal g where g.id = :goal and coalesce(g.person_id, 0) = coalesce(:person, 0)
on conflict (goal_id, part) do update set person_id = excluded.person_id, at = excluded.at, terms_digest = excluded.terms_digest;

-- assents_clear(goal goal_id) -> done event none: goal.changed or goal.handed_over leaves the event
delete from goal_assent where goal_id = :goal;

-- goal_touch(goal goal_id, version int) -> done 1 event none: the change beside it leaves the event
update goal set version = version + 1 where id = :goal and version = :version;

-- goal_open(goal goal_id, person person_id?, now instant) -> done 1 event goal.opened of goal(:goal) about person(:person)
update goal set state = 'open', opened_at = coalesce(opened_at, :now) where id = :goal and state = 'proposed' and coalesce(person_id, 0) = coalesce(:person, 0);

-- goal_drop(goal goal_id, person person_id?, today day, words text, version int) -> done 1 event goal.dropped of goal(:goal) about person(:person)
update goal set state = 'dropped', closed_on = :today, look_back = :words, version = version + 1
 where id = :goal and coalesce(person_id, 0) = coalesce(:person, 0) and version = :version and state in ('proposed','open');

-- goal_close(goal goal_id, person person_id?, today day, outcome word, realistic flag, words text, version int) -> done 1 event goal.closed of goal(:goal) about person(:person)
update goal set state = 'closed', closed_on = :today, outcome = :outcome, realistic = :realistic, look_back = :words, version = version + 1
 where id = :goal and coalesce(person_id, 0) = coalesce(:person, 0) and version = :version and state = 'open';

-- goal_hand_over(goal goal_id, person person_id?, heir person_id, version int) -> done 1 event goal.handed_over of goal(:goal) about person(:person)
update goal set person_id = :heir, state = 'proposed', version = version + 1 where id = :goal and person_id = :person and version = :version and state in ('proposed','open');

-- step_add(step step_id, measure measure_id, goal goal_id, person person_id?, on_day day, value milli, confidence int?, note text?, viewer person_id, now instant) -> done 1 event step.added of goal(:goal) about person(:person)
insert into step (id, measure_id, goal_id, owner_id, on_day, value_milli, confidence, note, source, by_id, at, corrects_id, void)
select :step, m.id, m.goal_id, :person, :on_day, :value, :confidence, :note, 'typed', :viewer, :now, null, 0 from measure m where m.id = :measure and m.goal_id = :goal;

-- step_void(step step_id, goal goal_id) -> done 1 event none: step.corrected leaves the event
update step set void = 1 where id = :step and goal_id = :goal and void = 0;

-- step_correct(step step_id, corrects step_id, goal goal_id, person person_id?, on_day day, value milli, confidence int?, note text?, viewer person_id, now instant)
--     -> done 1 event step.corrected of goal(:goal) about person(:person)
-- Whose step it was stays: a correction after a handing over is still the former owner's.
insert into step (id, measure_id, goal_id, owner_id, on_day, value_milli, confidence, note, source, by_id, at, corrects_id, void)
select :step, s.measure_id, s.goal_id, s.owner_id, :on_day, :value, :confidence, :note, 'typed', :viewer, :now, s.id, 0 from step s
 where s.id = :corrects and s.goal_id = :goal and coalesce(:person, 0) >= 0;

-- measure_keep(measure measure_id, goal goal_id) -> done 1 event none: kept beside the steps
update measure set
  reached_milli = (select s.value_milli from step s where s.measure_id = measure.id and s.void = 0 order by s.on_day desc, s.id desc limit 1),
  reached_on = (select s.on_day from step s where s.measure_id = measure.id and s.void = 0 order by s.on_day desc, s.id desc limit 1),
  confidence = (select s.confidence from step s where s.measure_id = measure.id and s.void = 0 order by s.on_day desc, s.id desc limit 1)
 where id = :measure and goal_id = :goal;

-- goal_comment_add(comment goal_comment_id, goal goal_id, viewer person_id, person person_id?, now instant, words text) -> done 1 event goal.commented of goal(:goal) about person(:person)
insert into goal_comment (id, goal_id, by_id, at, text) select :comment, g.id, :viewer, :now, :words from goal g where g.id = :goal and coalesce(g.person_id, 0) = coalesce(:person, 0);

-- goal_wait_opened(waiting waiting_id, person person_id, goal goal_id, about person_id?, now instant, due day) -> done 1 event none: the change that opens it leaves the event
insert into waiting (id, person_id, verb, subject_kind, subject_id, about_id, since_at, due_on) values (:waiting, :person, 'goal.agree', 'goal', :goal, :about, :now, :due)
on conflict (person_id, verb, subject_id) do update set since_at = excluded.since_at, due_on = excluded.due_on, done_at = null;

-- goal_waits_closed(goal goal_id, now instant, person person_id?) -> done event none: the change that closes it leaves the event
update waiting set done_at = :now where subject_id = :goal and verb in ('goal.agree','goal.step') and done_at is null
?person and person_id = :person
;

-- type wait_count: n int
-- type quiet_goal: id goal_id, person person_id, opens day, due day, asked int

-- goals_heard(after int, most int) -> quiet_goal* sees all: the job that reminds owners of steps
select g.id, g.person_id as person, g.opens_on as opens, g.due_on as due,
       (select count(w.id) from waiting w where w.person_id = g.person_id and w.verb = 'goal.step' and w.subject_id = g.id and w.done_at is null) as asked
  from goal g join person_now n on n.person_id = g.person_id
 where g.state = 'open' and n.employed = 1 and g.id > :after order by g.id limit :most;

-- goals_heard_measures(after int, upto int) -> measure* sees all: the job that reminds owners of steps
select m.id, m.goal_id as goal, m.place, m.name, m.kind, m.better, coalesce(m.currency, m.unit) as unit, m.decimals, m.baseline_milli as baseline, m.target_milli as target, m.high_milli as high,
       m.weight_milli / 10 as weight, m.every_days as every, m.reached_milli as reached, m.reached_on, m.confidence, 0 as steps
  from goal g join measure m on m.goal_id = g.id
 where g.state = 'open' and g.person_id is not null and g.id > :after and g.id <= :upto order by m.goal_id, m.place, m.id;

-- goal_step_wanted(waiting waiting_id, person person_id, goal goal_id, now instant, due day) -> done event none: a reminder of what has its own events
insert into waiting (id, person_id, verb, subject_kind, subject_id, about_id, since_at, due_on) values (:waiting, :person, 'goal.step', 'goal', :goal, :person, :now, :due)
on conflict (person_id, verb, subject_id) do update set since_at = excluded.since_at, due_on = excluded.due_on, done_at = null where waiting.done_at is not null;

-- goal_step_heard(goal goal_id, now instant) -> done event none: the step leaves the event
update waiting set done_at = :now where verb = 'goal.step' and subject_id = :goal and done_at is null;

-- goal_steps_unwanted(now instant) -> done event none: the change that ended it left an event
-- Of goals that are closed, dropped, agreed anew, another's, or whose owner has left.
update waiting set done_at = :now where verb = 'goal.step' and done_at is null
   and not exists (select 1 from goal g join person_now n on n.person_id = g.person_id where g.id = waiting.subject_id and g.state = 'open' and g.person_id = waiting.person_id and n.employed = 1);

-- goal_waits_gone(now instant) -> done event none: kept beside the lines, whose change left an event
-- Who is neither owner nor today's manager is asked no more.
update waiting set done_at = :now where verb = 'goal.agree' and done_at is null
   and not exists (select 1 from goal g left join person_now n on n.person_id = g.person_id
    where g.id = waiting.subject_id and g.state = 'proposed' and (waiting.person_id = g.person_id or waiting.person_id = n.manager_id));

-- goal_waits_missing() -> wait_count! sees all: how many proposals a new manager has not been asked about
select count(g.id) as n from goal g join person_now n on n.person_id = g.person_id
 where g.state = 'proposed' and n.manager_id is not null and not exists (select 1 from goal_assent a where a.goal_id = g.id and a.part = 'manager')
   and not exists (select 1 from waiting w where w.person_id = n.manager_id and w.verb = 'goal.agree' and w.subject_id = g.id and w.done_at is null);

-- goal_waits_fill(first int, now instant, due day) -> done event none: kept beside the lines, whose change left an event
insert into waiting (id, person_id, verb, subject_kind, subject_id, about_id, since_at, due_on)
select :first + row_number() over (order by g.id) - 1, n.manager_id, 'goal.agree', 'goal', g.id, g.person_id, :now, :due
  from goal g join person_now n on n.person_id = g.person_id
 where g.state = 'proposed' and n.manager_id is not null and not exists (select 1 from goal_assent a where a.goal_id = g.id and a.part = 'manager')
   and not exists (select 1 from waiting w where w.person_id = n.manager_id and w.verb = 'goal.agree' and w.subject_id = g.id and w.done_at is null)
on conflict (person_id, verb, subject_id) do update set since_at = excluded.since_at, due_on = excluded.due_on, done_at = null;
