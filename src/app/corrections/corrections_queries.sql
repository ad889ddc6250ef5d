-- Queries of corrections: what somebody says is wrong in a record about them, and what HR answers.

-- type correction_asked: person person_id, name text, state word
-- type correction_line: id correction_id, person person_id, name text, about word, words text, made_at instant, state word
-- type correction_head: id correction_id, person person_id, name text, about word, ref int?, words text, made_at instant, state word, answer text?, answered_by text?, answered_at instant?, version int

-- correction_subject(correction correction_id) -> correction_asked? sees all: asked before the viewer is known
select c.person_id as person, n.shown as name, c.state from correction c join person n on n.id = c.person_id where c.id = :correction;

-- correction_relations(who blob, correction correction_id) -> held* sees all: what the viewer is to it, asked before the viewer is known
select v.circle as relation from visible_correction v join signed_in s on s.digest = :who where v.correction_id = :correction and v.viewer_id = s.person_id order by v.circle;

-- corrections_own(viewer person_id, most int) -> correction_line*
select c.id, c.person_id as person, n.shown as name, c.about, c.words, c.made_at, c.state from correction c join person n on n.id = c.person_id
 where c.person_id = :viewer order by c.id desc limit :most;

-- corrections_open(viewer person_id, most int) -> correction_line*
-- Those that wait for an answer, of the people the viewer answers for; the longest waiting first.
select c.id, c.person_id as person, n.shown as name, c.about, c.words, c.made_at, c.state from correction c join person n on n.id = c.person_id
 where c.state = 'open' and exists (select 1 from visible_correction v where v.viewer_id = :viewer and v.correction_id = c.id and v.circle <> 'self')
 order by c.made_at, c.id limit :most;

-- correction_head(viewer person_id, correction correction_id) -> correction_head!
select c.id, c.person_id as person, n.shown as name, c.about, c.ref_id as ref, c.words, c.made_at, c.state, c.answer, b.shown as answered_by, c.answered_at, c.version
  from correction c join person n on n.id = c.person_id left join person b on b.id = c.answered_by_id where c.id = :correction and :viewer > 0;

-- correction_add(correction correction_id, viewer person_id, about word, ref int?, words text, now instant) -> done 1 event correction.asked of correction(:correction) about person(:viewer)
insert into correction (id, person_id, about, ref_id, words, made_at, state, version)
select :correction, :viewer, :about, :ref, :words, :now, 'open', 1
 where (select count(o.id) from correction o where o.person_id = :viewer and o.state = 'open') < 20;

-- correction_waits(first int, correction correction_id, person person_id, now instant, due day, most int) -> done event none: correction.asked leaves the event
-- One line for each partner over the person; where there is none, for each director over them.
insert into waiting (id, person_id, verb, subject_kind, subject_id, about_id, since_at, due_on)
select :first + row_number() over (order by g.viewer_id) - 1, g.viewer_id, 'correction.answer', 'correction', :correction, :person, :now, :due
  from (select distinct r.viewer_id from relation_to r where r.person_id = :person and r.viewer_id <> :person
           and (r.relation = 'partner' or (r.relation = 'director' and not exists (select 1 from relation_to p where p.person_id = :person and p.relation = 'partner' and p.viewer_id <> :person)))
         order by r.viewer_id limit :most) g
 where :now > 0;

-- correction_answer(correction correction_id, viewer person_id, person person_id, verdict word, answer text, version int, now instant) -> done 1 event correction.answered of correction(:correction) about person(:person)
update correction set state = :verdict, answer = :answer, answered_by_id = :viewer, answered_at = :now, version = version + 1
 where id = :correction and person_id = :person and person_id <> :viewer and state = 'open' and version = :version;

-- correction_waits_no_more(correction correction_id, now instant) -> done event none: correction.answered leaves the event
update waiting set done_at = :now where verb = 'correction.answer' and subject_id = :correction and done_at is null;
