-- Queries of what a running cycle does by itself, in slices: who is told of a phase, who is reminded.

-- type errand: id queued_id, kind word, subject int, place text
-- type errand_phase: id phase_id, cycle cycle_id, cycle_name text, name word, rehearsal flag
-- type errand_person: person person_id, email text?, subject int
-- type errand_rule: id reminder_id, cycle cycle_id, cycle_name text, verb word, days int, escalates word?, rehearsal flag
-- type errand_due: person person_id, email text?, subject int, due day, boss person_id?, boss_email text?
-- type errand_cycle: id cycle_id, name text, rehearsal flag, state word

-- errand_next() -> errand? sees all: the queue's own work
select j.id, j.kind, j.subject_id as subject, j.body as place from job_queue j
 where j.state = 'waiting' and j.kind in ('cycle.nudge','cycle.phase','cycle.remind','cycle.say') order by j.due_at, j.id limit 1;

-- errand_goes_on(id queued_id, was text, place text) -> done 1 event none: the queue's upkeep
update job_queue set body = :place where id = :id and state = 'waiting' and body = :was;

-- errand_ends(id queued_id, was text) -> done 1 event none: the queue's upkeep
update job_queue set state = 'done' where id = :id and state = 'waiting' and body = :was;

-- errand_cycle(cycle cycle_id) -> errand_cycle? sees all: a job; a cycle is no one's record
select c.id, c.name, c.rehearsal, c.state from cycle c where c.id = :cycle;

-- errand_phase(phase phase_id) -> errand_phase? sees all: a job; a phase is no one's record
select p.id, p.cycle_id as cycle, c.name as cycle_name, p.key as name, c.rehearsal
  from cycle_phase p join cycle c on c.id = p.cycle_id and c.state = 'launched' where p.id = :phase;

-- errand_writers(cycle cycle_id, relation word, after int, most int) -> errand_person* sees all: a job asks whom a phase concerns
select w.id as person, w.email, min(p.id) as subject from person w join review_part p on p.person_id = w.id
  join review r on r.id = p.review_id and r.cycle_id = :cycle
 where w.id > :after and p.relation = :relation and p.state in ('asked','writing') and r.state <> 'cancelled'
 group by w.id, w.email order by w.id limit :most;

-- errand_releasers(after int, most int) -> errand_person* sees all: a job asks who releases
select w.id as person, w.email, w.id as subject from person w
 where w.id > :after and exists (select 1 from role_grant g where g.person_id = w.id and g.active = 1 and g.role_key in ('director','performance'))
 order by w.id limit :most;

-- errand_talkers(cycle cycle_id, after int, most int) -> errand_person* sees all: a job asks who has a conversation ahead
select w.id as person, w.email, min(r.id) as subject from person w join review r on r.manager_id = w.id and r.cycle_id = :cycle
 where w.id > :after and r.released_at is not null and r.state <> 'cancelled' group by w.id, w.email order by w.id limit :most;

-- errand_rule(after int) -> errand_rule? sees all: a job goes through the rules of running cycles
select t.id, c.id as cycle, c.name as cycle_name, t.verb, t.days, t.escalates_to as escalates, c.rehearsal
  from reminder_rule t join cycle c on c.id = t.cycle_id and c.state = 'launched' where t.active = 1 and t.id >= :after order by t.id limit 1;

-- errand_due(rule reminder_id, cycle cycle_id, relation word, from day, until day, after int, most int) -> errand_due* sees all: a job asks whom a rule reminds
-- Each once a rule: what was reminded of is kept beside it.
select w.id as person, w.email, min(p.id) as subject, min(p.due_on) as due, b.id as boss, b.email as boss_email
  from person w join review_part p on p.person_id = w.id join review r on r.id = p.review_id and r.cycle_id = :cycle
  left join person_now n on n.person_id = w.id left join person b on b.id = n.manager_id
 where w.id > :after and p.relation = :relation and p.state in ('asked','writing') and p.due_on between :from and :until and r.state <> 'cancelled'
   and not exists (select 1 from reminder_done d where d.rule_id = :rule and d.subject_id = p.id)
 group by w.id, w.email, b.id, b.email order by w.id limit :most;

-- reminded_by_rule(rule reminder_id, cycle cycle_id, person person_id, relation word, from day, until day) -> done event reminder.sent of cycle(:cycle) about person(:person)
insert into reminder_done (rule_id, subject_id)
select :rule, p.id from review_part p join review r on r.id = p.review_id and r.cycle_id = :cycle
 where p.person_id = :person and p.relation = :relation and p.state in ('asked','writing') and p.due_on between :from and :until
   and not exists (select 1 from reminder_done d where d.rule_id = :rule and d.subject_id = p.id);

-- late_slice(viewer person_id, cycle cycle_id, today day, since instant, after int, most int) -> errand_person*
-- Whom one click reminds next: late, with an address, not reminded today yet.
select w.id as person, w.email, min(p.id) as subject from person w join review_part p on p.person_id = w.id
  join review r on r.id = p.review_id and r.cycle_id = :cycle and r.state <> 'cancelled'
  left join waiting x on x.subject_id = p.id and x.person_id = p.person_id and x.verb in ('review.self','review.manager')
 where w.id > :after and w.email is not null and p.state in ('asked','writing') and p.due_on < :today and p.relation in ('self','manager')
   and exists (select 1 from cycle_member m join scope_unit u on u.unit_id = m.unit_id and u.viewer_id = :viewer where m.id = r.member_id)
 group by w.id, w.email having coalesce(max(x.nudged_at), 0) < :since order by w.id limit :most;

-- errand_participants(cycle cycle_id, after int, most int) -> errand_person* sees all: a job asks who took part
select w.id as person, w.email, w.id as subject from person w join person_now n on n.person_id = w.id and n.employed = 1
 where w.id > :after and exists (select 1 from review r where r.cycle_id = :cycle and r.released_at is not null and r.state <> 'cancelled' and (r.person_id = w.id or r.manager_id = w.id))
 order by w.id limit :most;
