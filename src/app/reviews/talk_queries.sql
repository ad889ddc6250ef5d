-- Queries of what follows a review: the conversation, and the next steps that were agreed in it.

-- type talk_line: talked_on day, words text, by_name text, at instant, own_words text?, own_at instant?
-- type agreed_step: id task_id, person person_id, name text, title text, due day, lane word, done_on day?, cycle_name text, opens flag + near word, tone word
-- type review_neighbours: before review_id?, before_name text?, next review_id?, next_name text?

-- talk_of(viewer person_id, review review_id) -> talk_line?
select t.talked_on, t.words, n.shown as by_name, t.at, t.own_words, t.own_at from review_talk t join person n on n.id = t.by_id where t.review_id = :review and :viewer > 0;

-- talk_put(review review_id, viewer person_id, talked_on day, words text, now instant) -> done 1 event none: review.talked, beside it, leaves the event
insert into review_talk (review_id, talked_on, words, by_id, at, own_words, own_at, version) values (:review, :talked_on, :words, :viewer, :now, null, null, 1)
on conflict (review_id) do update set talked_on = excluded.talked_on, words = excluded.words, by_id = excluded.by_id, at = excluded.at, version = review_talk.version + 1;

-- talk_own_put(review review_id, viewer person_id, words text, now instant) -> done 1 event review.talk_answered of review(:review) about person(:viewer)
update review_talk set own_words = :words, own_at = :now, version = version + 1
 where review_id = :review and (select r.person_id from review r where r.id = review_talk.review_id) = :viewer;

-- waiting_talk_day(review review_id, due day) -> done event none: review.talked leaves the event
-- The day is named: until then it is not late.
update waiting set due_on = :due where verb = 'review.talk' and subject_id = :review and done_at is null;

-- agreed_steps(viewer person_id, review review_id) -> agreed_step*
-- What was agreed in this review, for whoever reads it; opens: the viewer may see the task itself.
select t.id, t.person_id as person, n.shown as name, t.title, t.due_on as due, t.lane, t.done_on, c.name as cycle_name,
       case when exists (select 1 from visible_task v where v.task_id = t.id and v.viewer_id = :viewer) then 1 else 0 end as opens
  from task t join review r on r.id = t.from_id join cycle c on c.id = r.cycle_id join person n on n.id = t.person_id
 where t.from_kind = 'review' and t.from_id = :review and t.lane <> 'dropped' order by t.due_on, t.id;

-- earlier_steps(viewer person_id, review review_id, most int) -> agreed_step*
-- What is still open of the employee's earlier reviews: only tasks the viewer may see themself.
select t.id, t.person_id as person, n.shown as name, t.title, t.due_on as due, t.lane, t.done_on, c.name as cycle_name, 1 as opens
  from review r join cycle k on k.id = r.cycle_id join review e on e.person_id = r.person_id and e.id <> r.id join cycle c on c.id = e.cycle_id and c.period_to_on < k.period_to_on
  join task t on t.from_id = e.id and t.from_kind = 'review' and t.lane in ('todo','doing') join person n on n.id = t.person_id
 where r.id = :review and exists (select 1 from visible_task v where v.task_id = t.id and v.viewer_id = :viewer)
 order by t.due_on, t.id limit :most;

-- review_beside(viewer person_id, review review_id) -> review_neighbours?
-- The one before and the one after among those of the same cycle that the viewer is the manager of, by name.
select b.id as before, bn.shown as before_name, x.id as next, xn.shown as next_name
  from review r join person n on n.id = r.person_id
  left join review b on b.id = (select y.id from review y join person p on p.id = y.person_id where y.manager_id = :viewer and y.cycle_id = r.cycle_id and y.state <> 'cancelled'
      and (p.sort_key < n.sort_key or (p.sort_key = n.sort_key and y.id < r.id)) order by p.sort_key desc, y.id desc limit 1)
  left join person bn on bn.id = b.person_id
  left join review x on x.id = (select y.id from review y join person p on p.id = y.person_id where y.manager_id = :viewer and y.cycle_id = r.cycle_id and y.state <> 'cancelled'
      and (p.sort_key > n.sort_key or (p.sort_key = n.sort_key and y.id > r.id)) order by p.sort_key, y.id limit 1)
  left join person xn on xn.id = x.person_id
 where r.id = :review and r.manager_id = :viewer;
