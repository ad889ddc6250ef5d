-- Queries of what people say of a cycle: that they answered, and what was said, with no way from the one to the other.
-- No event, no instant, no number that tells an order. Opened once, when the cycle is closed.

-- type say_asked: person person_id, name text, state word
-- type say_envelope: slip blob, sealed blob
-- type verdict_line: worth int, people int + label word
-- type remark_line: words text

-- say_subject(who blob, cycle cycle_id) -> say_asked? sees all: asked before the viewer is known; only who had a review released in it, or led one who had
select s.person_id as person, c.name, case when c.state <> 'launched' then 'over'
       when exists (select 1 from cycle_seat t where t.cycle_id = c.id and t.person_id = s.person_id) then 'answered' else 'open' end as state
  from signed_in s join cycle c on c.id = :cycle and c.state in ('launched','closed') and c.rehearsal = 0
 where s.digest = :who and exists (select 1 from review r where r.cycle_id = c.id and r.released_at is not null and r.state <> 'cancelled'
   and (r.person_id = s.person_id or r.manager_id = s.person_id));

-- say_seat(viewer person_id, cycle cycle_id) -> done 1 event none: answers without a name leave no history
insert into cycle_seat (cycle_id, person_id, answered)
select c.id, :viewer, 1 from cycle c where c.id = :cycle and c.state = 'launched'
   and not exists (select 1 from cycle_seat t where t.cycle_id = c.id and t.person_id = :viewer);

-- say_envelope_add(cycle cycle_id, slip blob, sealed blob) -> done 1 event none: answers without a name leave no history
insert into cycle_envelope (cycle_id, slip, sealed) values (:cycle, :slip, :sealed);

-- say_asked_no_more(viewer person_id, cycle cycle_id) -> done event none: gone, not marked as done: a mark would hold the time
delete from waiting where person_id = :viewer and verb = 'cycle.say' and subject_id = :cycle;

-- say_envelopes(cycle cycle_id, most int) -> say_envelope* sees all: the job that opens them all at once
select e.slip, e.sealed from cycle_envelope e where e.cycle_id = :cycle order by e.slip limit :most;

-- verdict_add(cycle cycle_id, worth int, people int) -> done 1 event none: answers without a name leave no history
insert into cycle_verdict (cycle_id, worth, people) values (:cycle, :worth, :people);

-- remark_add(cycle cycle_id, slip blob, words text) -> done 1 event none: answers without a name leave no history
insert into cycle_remark (cycle_id, slip, text) values (:cycle, :slip, :words);

-- say_envelopes_gone(cycle cycle_id) -> done event none: they are opened, or too few to be
delete from cycle_envelope where cycle_id = :cycle;

-- say_seats_rewritten(cycle cycle_id) -> done event none: all at once, so that no row tells when it was written
update cycle_seat set answered = 1 where cycle_id = :cycle;

-- say_waiting_gone(cycle cycle_id) -> done event none: asked no more once it is closed
delete from waiting where verb = 'cycle.say' and subject_id = :cycle;

-- cycle_verdicts(cycle cycle_id) -> verdict_line* sees all: nobody's; there only when enough answered
select v.worth, v.people from cycle_verdict v where v.cycle_id = :cycle order by v.worth desc;

-- cycle_remarks(cycle cycle_id, most int) -> remark_line* sees all: nobody's; there only when enough answered
select r.text as words from cycle_remark r where r.cycle_id = :cycle order by r.slip limit :most;
