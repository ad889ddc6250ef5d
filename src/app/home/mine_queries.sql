-- Queries of what is kept about the viewer: how much, who looked, and all of it to take away.

-- type kept_row: key word, n int
-- type look_line: key event_id, at instant, viewer person_id, name text, kind word, door word
-- type own_profile: number text?, given text, family text, name text, pronouns text?, email text?, phone text?, lang word, zone text?
-- type own_spell: key spell_id, starts_on day, ends_on day, terms text
-- type own_place: key placement_id, starts_on day, ends_on day, unit text, job text?, level text?, location text?
-- type own_lead: key line_id, starts_on day, ends_on day, kind word, name text
-- type own_review_kept: key review_id, cycle text, state word, manager text?, released_at instant?
-- type own_answer: part part_id, question question_id, about text, cycle text, asked text, value milli?, words text?, saved_at instant
-- type own_goal: key goal_id, title text, why text?, state word, outcome word?, opens_on day, due_on day
-- type own_feedback: key feedback_id, given_on day, author text, receiver text, kind word, situation text?, behaviour text, impact text?, next_step text?
-- type own_correction: key correction_id, about word, words text, made_at instant, state word, answer text?
-- type own_task: key task_id, title text, note text?, lane word, due_on day, done_on day?

-- kept_of(viewer person_id) -> kept_row*
-- Only what the viewer may read themself counts: a release to come, or a note another keeps for themself, must not show here.
select x.key, x.n from (
  select 1 as place, 'profile' as key, count(p.id) as n from person p where p.id = :viewer
  union all select 2, 'employment', count(s.id) from spell s where s.person_id = :viewer
  union all select 3, 'placements', count(s.id) from placement s where s.person_id = :viewer
  union all select 4, 'managers', count(l.id) from line l where l.person_id = :viewer
  union all select 5, 'sessions', count(s.digest) from session s join account a on a.id = s.account_id where a.person_id = :viewer
  union all select 6, 'reviews', count(r.id) from review r where r.person_id = :viewer and r.released_at is not null
  union all select 7, 'parts', count(s.id) from review_part s where s.person_id = :viewer
  union all select 8, 'goals', count(g.id) from goal g where g.person_id = :viewer
  union all select 9, 'feedback', count(f.id) from feedback f where f.receiver_id = :viewer and f.withdrawn_at is null
  union all select 10, 'given', count(f.id) from feedback f where f.author_id = :viewer
  union all select 11, 'journal', count(j.id) from journal j where j.author_id = :viewer
  union all select 12, 'tasks', count(t.id) from task t where t.person_id = :viewer
  union all select 13, 'absences', count(b.id) from absence b where b.person_id = :viewer
  union all select 14, 'notices', count(n.id) from notification n where n.person_id = :viewer
  union all select 15, 'drafts', count(d.form_key) from draft d where d.person_id = :viewer
  union all select 17, 'corrections', count(c.id) from correction c where c.person_id = :viewer
  union all select 16, 'looks', count(e.id) from event e where e.person_id = :viewer and e.verb = 'record.looked'
) x order by x.place, x.key;

-- looks_of(viewer person_id, most int) -> look_line*
-- Who saw a record of the viewer's: the first time of each day. Newest first.
select e.id as key, e.at, e.actor_id as viewer, n.shown as name, e.subject_kind as kind, e.door
  from event e join person n on n.id = e.actor_id
 where e.person_id = :viewer and e.verb = 'record.looked' order by e.at desc, e.id desc limit :most;

-- own_corrections(viewer person_id, most int) -> own_correction*
select c.id as key, c.about, c.words, c.made_at, c.state, c.answer from correction c where c.person_id = :viewer order by c.id limit :most;

-- own_profile(viewer person_id) -> own_profile!
select p.number, p.given, p.family, p.shown as name, p.pronouns, p.email, p.phone, p.lang, p.zone from person p where p.id = :viewer;

-- own_spells(viewer person_id) -> own_spell*
select s.id as key, s.starts_on, s.ends_on, s.terms from spell s where s.person_id = :viewer order by s.starts_on, s.id;

-- own_places(viewer person_id) -> own_place*
select s.id as key, s.starts_on, s.ends_on, u.name as unit, j.name as job, v.name as level, o.name as location
  from placement s join unit u on u.id = s.unit_id left join job j on j.id = s.job_id left join level v on v.id = s.level_id left join location o on o.id = s.location_id
 where s.person_id = :viewer order by s.starts_on, s.id;

-- own_leads(viewer person_id) -> own_lead*
select l.id as key, l.starts_on, l.ends_on, l.kind, m.shown as name from line l join person m on m.id = l.manager_id where l.person_id = :viewer order by l.starts_on, l.id;

-- own_reviews_kept(viewer person_id) -> own_review_kept*
select r.id as key, c.name as cycle, r.state, m.shown as manager, r.released_at
  from review r join cycle c on c.id = r.cycle_id left join person m on m.id = r.manager_id
 where r.person_id = :viewer and r.released_at is not null order by r.released_at, r.id;

-- own_answers(viewer person_id, most int) -> own_answer*
-- What the viewer wrote in reviews, their own and others'.
select s.id as part, q.id as question, n.shown as about, c.name as cycle, q.title as asked, a.value_milli as value, a.text as words, a.saved_at
  from review_part s join answer a on a.part_id = s.id join question q on q.id = a.question_id
  join review r on r.id = s.review_id join cycle c on c.id = r.cycle_id join person n on n.id = r.person_id
 where s.person_id = :viewer and s.state <> 'removed' order by s.id, q.id limit :most;

-- own_goals(viewer person_id, most int) -> own_goal*
select g.id as key, g.title, g.why, g.state, g.outcome, g.opens_on, g.due_on from goal g where g.person_id = :viewer order by g.due_on, g.id limit :most;

-- own_feedback(viewer person_id, most int) -> own_feedback*
-- Received and given.
select f.id as key, f.given_on, a.shown as author, r.shown as receiver, f.kind, f.situation, f.behaviour, f.impact, f.next_step
  from feedback f join person a on a.id = f.author_id join person r on r.id = f.receiver_id
 where (f.receiver_id = :viewer and f.withdrawn_at is null) or f.author_id = :viewer order by f.given_on, f.id limit :most;

-- own_tasks(viewer person_id, most int) -> own_task*
select t.id as key, t.title, t.note, t.lane, t.due_on, t.done_on from task t where t.person_id = :viewer order by t.due_on, t.id limit :most;
