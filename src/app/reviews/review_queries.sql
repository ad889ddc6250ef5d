-- Queries of one review as a whole: both sides, the rating, release, words, the signed record.

-- type review_asked: person person_id, name text, state word
-- type review_head: id review_id, cycle cycle_id, cycle_name text, person person_id, name text, title text?, unit text, manager person_id?, manager_name text?, state word, period_from day, period_to day, computed milli?, final milli?, label text?, formula word?, released_at instant?, released_by text?, talk_on day?, talk_from day?, locked_at instant?, version int, self_part part_id?, self_state word?, manager_part part_id?, manager_state word?, release_on day?, approval flag, approver text?, approved_at instant?, approved_by_id person_id?, approved_by text?, withdrawn_at instant?, rehearsal flag
-- type review_answer: question question_id, relation word, name text, value milli?, label text?, words text?
-- type review_question: id question_id, section section_id, kind word, title text + apart word
-- type rating_line: place int, what word, title text, weight milli, value milli? + weighs milli, share milli
-- type rating_answer: section section_id, section_weight milli, question question_id, weight milli, value milli?
-- type rating_scale: value milli, label text
-- type review_state: cycle cycle_id, kind word, talk_until day?, approval flag, person person_id, manager person_id?, state word, self_state word?, self_due day?, manager_state word?, computed milli?, version int, rehearsal flag
-- type word_line: id word_id, kind word, name text, words text?, at instant
-- type record_line: edition int, kind word, at instant, digest blob, signature blob, body blob, by_name text, reason text? + stands flag
-- type team_review: id review_id, cycle_name text, person person_id, name text, state word, label text?, released_at instant?, self_state word?, manager_state word?, manager_part part_id?, approver text?, talk_on day?, talked flag, changed_at instant?
-- type record_last: edition int
-- type my_part: id part_id, review review_id, name text, relation word, state word, cycle_name text, opens day?, due day, answered int, asked int + phase word
-- type cycle_review: id review_id, person person_id, name text, unit text, state word, label text?, self_state word?, manager_state word?, after_key text
-- type my_review: id review_id, cycle_name text, name text, state word, label text?, released_at instant?, self_state word?, manager_state word?, manager_part part_id?

-- review_subject(review review_id) -> review_asked? sees all: asked before the viewer is known
-- The state as the policy names it: both sides in and not yet approved; or taken back after release, in whatever state it now is.
select r.person_id as person, n.shown as name,
       case when r.released_at is null and r.withdrawn_at is not null and r.state = 'open' then 'withdrawn-open'
         when r.released_at is null and r.withdrawn_at is not null and r.state in ('written','calibrated') and c.approval = 1 then 'withdrawn-unapproved'
         when r.released_at is null and r.withdrawn_at is not null then 'withdrawn'
         when r.state in ('written','calibrated') and c.approval = 1 then 'unapproved' else r.state end as state
  from review r join person n on n.id = r.person_id join cycle c on c.id = r.cycle_id where r.id = :review and r.state <> 'cancelled';

-- review_relations(who blob, review review_id) -> held* sees all: what the viewer is to a review, asked before the viewer is known
-- The manager is the one fixed at launch; today's other one is above. Writing the self review is no circle: it would open the review early.
select t.relation from (
  select 'reviewer' as relation from review_part p join signed_in s on s.digest = :who
    where p.review_id = :review and p.person_id = s.person_id and p.relation <> 'self' and p.state in ('asked','writing','submitted')
  union all select 'manager' from review r join signed_in s on s.digest = :who where r.id = :review and r.manager_id = s.person_id
  union all select 'approver' from review_approves v join signed_in s on s.digest = :who where v.review_id = :review and v.viewer_id = s.person_id
  union all select case when x.relation = 'manager' then 'above' else x.relation end
    from review r join signed_in s on s.digest = :who join relation_to x on x.viewer_id = s.person_id and x.person_id = r.person_id
    where r.id = :review and x.relation in ('self','manager','above','partner','director','performance')
) t order by t.relation;

-- review_head(viewer person_id, review review_id) -> review_head!
select r.id, r.cycle_id as cycle, c.name as cycle_name, r.person_id as person, n.shown as name, j.name as title, u.name as unit,
       r.manager_id as manager, w.shown as manager_name, r.state, m.from_on as period_from, m.to_on as period_to,
       r.computed_milli as computed, r.final_milli as final, r.final_label as label, r.formula_key as formula,
       r.released_at, b.shown as released_by, r.talk_on,
       (select f.opens_on from cycle_phase f where f.cycle_id = r.cycle_id and f.key = 'talk') as talk_from, r.locked_at, r.version,
       sp.id as self_part, sp.state as self_state, mp.id as manager_part, mp.state as manager_state,
       (select f.opens_on from cycle_phase f where f.cycle_id = r.cycle_id and f.key = 'release') as release_on,
       c.approval, v.shown as approver, r.approved_at, r.approved_by_id, a.shown as approved_by, r.withdrawn_at, c.rehearsal
  from review r join cycle c on c.id = r.cycle_id join cycle_member m on m.id = r.member_id join person n on n.id = r.person_id
  left join person v on v.id = r.approver_id left join person a on a.id = r.approved_by_id
  join unit u on u.id = m.unit_id left join job j on j.id = m.job_id left join person w on w.id = r.manager_id
  left join person b on b.id = r.released_by_id
  left join review_part sp on sp.review_id = r.id and sp.relation = 'self' left join review_part mp on mp.review_id = r.id and mp.relation = 'manager'
 where r.id = :review and :viewer > 0;

-- review_sections(viewer person_id, review review_id) -> section*
-- Of the manager's form; nothing while the review is open: then neither side shows.
select s.id, s.place, s.title, s.help, s.weight_milli / 10 as weight
  from form_section s join review_part p on p.form_id = s.form_id and p.relation = 'manager' join review r on r.id = p.review_id
 where r.id = :review and r.state <> 'open' and :viewer > 0 order by s.place, s.id;

-- review_questions(viewer person_id, review review_id, own flag?) -> review_question*
-- own: as the employee sees it, without what the manager's answer does not show them.
select q.id, q.section_id as section, q.kind, q.title
  from question q join form_section s on s.id = q.section_id
  join review_part p on p.form_id = q.form_id and p.relation = 'manager' join review r on r.id = p.review_id
 where r.id = :review and r.state <> 'open' and q.kind in ('rating','text','goals') and :viewer > 0
?own and (q.shared = :own or q.asks <> 'manager')
 order by s.place, s.id, q.place, q.id;

-- review_answers(viewer person_id, review review_id, own flag?) -> review_answer*
-- What is handed in, self first; nothing while the review is open.
select a.question_id as question, p.relation, n.shown as name, a.value_milli as value, x.label, a.text as words
  from review r join review_part p on p.review_id = r.id and p.state = 'submitted' join person n on n.id = p.person_id
  join answer a on a.part_id = p.id join question q on q.id = a.question_id and q.asks in (p.relation, 'both')
  join form_section s on s.id = q.section_id
  left join question_anchor x on x.question_id = q.id and x.value_milli = a.value_milli
 where r.id = :review and r.state <> 'open' and q.kind in ('rating','text','goals') and :viewer > 0
?own and (q.shared = :own or p.relation = 'self')
 order by s.place, s.id, q.place, q.id, p.relation desc, p.id;

-- review_formula(viewer person_id, review review_id, own flag?) -> rating_line*
-- own: without questions whose answer the employee is not shown; they do not count (forms see to it).
select i.place, i.what_key as what, coalesce(q.title, s.title, '') as title, i.weight_milli as weight, i.value_milli as value
  from review_input i left join question q on q.id = i.ref_id and i.what_key = 'question' left join form_section s on s.id = i.ref_id and i.what_key = 'section'
 where i.review_id = :review and :viewer > 0
?own and coalesce(q.shared, 1) = :own
 order by i.place;

-- review_words(viewer person_id, review review_id) -> word_line*
select w.id, w.kind, n.shown as name, w.text as words, w.at from review_word w join person n on n.id = w.by_id
 where w.review_id = :review and :viewer > 0 order by w.id;

-- review_state(review review_id) -> review_state! sees all: what a change of the review must know; shown to nobody
select r.cycle_id as cycle, c.kind, (select f.closes_on from cycle_phase f where f.cycle_id = c.id and f.key = 'talk') as talk_until,
       c.approval, r.person_id as person, r.manager_id as manager, r.state, s.state as self_state, s.due_on as self_due, m.state as manager_state,
       r.computed_milli as computed, r.version, c.rehearsal
  from review r join cycle c on c.id = r.cycle_id left join review_part s on s.review_id = r.id and s.relation = 'self' left join review_part m on m.review_id = r.id and m.relation = 'manager'
 where r.id = :review;

-- rating_answers(review review_id) -> rating_answer* sees all: the inputs of the rating; shown by review_formula only
-- Every rated question the manager was asked, answered or not.
select s.id as section, s.weight_milli as section_weight, q.id as question, q.weight_milli as weight, a.value_milli as value
  from review_part p join question q on q.form_id = p.form_id and q.kind in ('rating','goals') and q.asks in ('manager','both')
  join form_section s on s.id = q.section_id left join answer a on a.part_id = p.id and a.question_id = q.id
 where p.review_id = :review and p.relation = 'manager' and s.weight_milli > 0 order by s.place, s.id, q.place, q.id;

-- rating_scale(review review_id) -> rating_scale* sees all: the marks of the form's scale
-- The scale of the first question that counts; publishing made sure that all have the same.
select m.value_milli as value, m.label from scale_mark m where m.scale_id = (select q.scale_id from review_part p
    join question q on q.form_id = p.form_id and q.kind in ('rating','goals') and q.asks in ('manager','both') and q.weight_milli > 0
    where p.review_id = :review and p.relation = 'manager' order by q.id limit 1)
 order by m.value_milli;

-- input_add(review review_id, place int, what word, ref question_id, weight milli, value milli?) -> done 1 event none: part of review.computed
insert into review_input (review_id, place, what_key, ref_id, weight_milli, value_milli, people) values (:review, :place, :what, :ref, :weight, :value, null);

-- review_compute(review review_id, person person_id, formula word, computed milli?, label text?, now instant) -> done 1 event review.computed of review(:review) about person(:person)
update review set state = 'written', formula_key = :formula, computed_milli = :computed, final_milli = :computed, final_label = :label, computed_at = :now,
  version = version + 1 where id = :review and person_id = :person and state = 'open';

-- review_release(review review_id, person person_id, viewer person_id, now instant) -> done 1 event review.released of review(:review) about person(:person)
update review set state = 'released', released_at = :now, released_by_id = :viewer, version = version + 1
 where id = :review and person_id = :person and person_id <> :viewer
   and (state = 'approved' or (state in ('written','calibrated') and (select c.approval from cycle c where c.id = review.cycle_id) = 0));

-- review_amend(review review_id, person person_id, final milli?, label text?, version int) -> done 1 event review.amended of review(:review) about person(:person)
update review set state = 'released', final_milli = :final, final_label = :label, version = version + 1
 where id = :review and person_id = :person and version = :version and state in ('released','acknowledged','locked');

-- review_talk(review review_id, person person_id, talk_on day, version int) -> done 1 event review.talked of review(:review) about person(:person)
update review set talk_on = :talk_on, version = version + 1 where id = :review and person_id = :person and version = :version;

-- review_acknowledge(review review_id, viewer person_id, verdict word, version int) -> done 1 event review.acknowledged of review(:review) about person(:viewer)
update review set state = 'acknowledged', version = version + 1
 where id = :review and person_id = :viewer and version = :version and state = 'released' and :verdict in ('acknowledged','disagreed');

-- review_lock(review review_id, person person_id, version int, now instant) -> done 1 event review.locked of review(:review) about person(:person)
update review set state = 'locked', locked_at = :now, version = version + 1
 where id = :review and person_id = :person and version = :version and state in ('released','acknowledged');

-- word_add(word word_id, review review_id, viewer person_id, kind word, words text?, now instant) -> done 1 event none: the change beside it leaves the event
insert into review_word (id, review_id, by_id, kind, text, at) values (:word, :review, :viewer, :kind, :words, :now);

-- record_add(review review_id, viewer person_id, kind word, now instant, body blob, digest blob, signature blob, reason text?) -> done 1 event none: review.released or review.amended leaves the event, which it names
insert into review_record (review_id, edition, kind, at, body, digest, signature, by_id, reason, event_id)
select r.id, coalesce((select max(x.edition) from review_record x where x.review_id = r.id), 0) + 1, :kind, :now, :body, :digest, :signature, :viewer, :reason,
       (select max(e.id) from event e where e.subject_id = r.id)
  from review r where r.id = :review;

-- record_last(review review_id) -> record_last! sees all: the number of the newest edition, for the next one
select coalesce(max(x.edition), 0) as edition from review_record x where x.review_id = :review;

-- review_records(viewer person_id, review review_id) -> record_line*
-- Newest first.
select x.edition, coalesce(x.kind, case when x.edition = 1 then 'released' else 'amended' end) as kind, x.at, x.digest, x.signature, x.body, n.shown as by_name, x.reason
  from review_record x join person n on n.id = x.by_id
 where x.review_id = :review and :viewer > 0 order by x.edition desc;

-- my_parts(viewer person_id) -> my_part*
-- What this person writes, the open ones first.
select p.id, p.review_id as review, n.shown as name, p.relation, p.state, c.name as cycle_name,
       (select f.opens_on from cycle_phase f where f.cycle_id = r.cycle_id and f.key = p.relation) as opens, p.due_on as due,
       (select count(a.question_id) from answer a where a.part_id = p.id and (a.value_milli is not null or a.text is not null)) as answered,
       (select count(q.id) from question q where q.form_id = p.form_id and q.asks in (p.relation, 'both')) as asked
  from review_part p join review r on r.id = p.review_id join cycle c on c.id = r.cycle_id join person n on n.id = r.person_id
 where p.person_id = :viewer and p.state in ('asked','writing','submitted') and r.state <> 'cancelled'
 order by case when p.state = 'submitted' then 1 else 0 end, p.due_on, p.relation desc, n.sort_key, p.id;

-- my_reviews(viewer person_id) -> my_review*
-- Released, or released once and taken back: then only that.
select r.id, c.name as cycle_name, n.shown as name, case when r.released_at is null then 'withdrawn' else r.state end as state,
       case when r.released_at is not null then r.final_label else null end as label, coalesce(r.released_at, r.withdrawn_at) as released_at,
       null as self_state, null as manager_state, null as manager_part
  from review r join cycle c on c.id = r.cycle_id join person n on n.id = r.person_id
 where r.person_id = :viewer and (r.released_at is not null or r.withdrawn_at is not null) and r.state <> 'cancelled'
 order by coalesce(r.released_at, r.withdrawn_at) desc, r.id desc;

-- team_reviews(viewer person_id) -> team_review*
-- Reviews this person is the manager of, by cycle and name. changed_at: the last that others did since the viewer's last look.
select r.id, c.name as cycle_name, r.person_id as person, n.shown as name,
       case when r.released_at is null and r.withdrawn_at is not null and r.state <> 'open' then 'withdrawn'
         when r.state in ('written','calibrated') and c.approval = 1 then 'unapproved' else r.state end as state,
       r.final_label as label, r.released_at, s.state as self_state, m.state as manager_state, m.id as manager_part, v.shown as approver,
       case when t.review_id is not null then t.talked_on else r.talk_on end as talk_on, case when t.review_id is null then 0 else 1 end as talked,
       (select max(e.at) from event e where e.subject_id = r.id and e.actor_id <> :viewer and e.verb <> 'record.looked'
          and e.at > coalesce((select max(o.at) from look l join event o on o.id = l.event_id where l.subject_id = r.id and l.viewer_id = :viewer), e.at)) as changed_at
  from review r join cycle c on c.id = r.cycle_id join person n on n.id = r.person_id left join person v on v.id = r.approver_id left join review_talk t on t.review_id = r.id
  left join review_part s on s.review_id = r.id and s.relation = 'self' left join review_part m on m.review_id = r.id and m.relation = 'manager'
 where r.manager_id = :viewer and r.state <> 'cancelled' order by c.period_to_on desc, c.id desc, n.sort_key, r.id;

-- cycle_reviews(viewer person_id, cycle cycle_id, state word?, ready flag?, late day?, unit unit_id?, after key?, most int, sort @sort) -> cycle_review*
--   sort name: n.sort_key, n.id
-- People in their order, from where the last page ended, each with their review: `cross join` keeps SQLite to that way.
-- `is not null`, not `= 1`: PostgreSQL then expects many of them and walks in order too (3 ms, not 960, at 10,000 people).
-- Only what opens: of whom the viewer looks after today, never their own nor of anybody above them.
select r.id, n.id as person, n.shown as name, u.name as unit, r.state, r.final_label as label, s.state as self_state, m.state as manager_state, @key as after_key
  from person n cross join review r join cycle_member c on c.id = r.member_id join unit u on u.id = c.unit_id
  left join review_part s on s.review_id = r.id and s.relation = 'self' left join review_part m on m.review_id = r.id and m.relation = 'manager'
 where r.person_id = n.id and r.cycle_id = :cycle and r.state <> 'cancelled'
   and (select 1 from visible_review x where x.viewer_id = :viewer and x.review_id = r.id and x.circle = 'hr' limit 1) is not null
?state and r.state = :state
?ready and :ready = 1 and (r.state = 'approved' or (r.state in ('written','calibrated') and (select y.approval from cycle y where y.id = r.cycle_id) = 0))
?late and exists (select 1 from review_part p where p.review_id = r.id and p.relation in ('self','manager') and p.state in ('asked','writing') and p.due_on < :late)
?unit and exists (select 1 from unit_chain v where v.above_id = :unit and v.below_id = c.unit_id)
?after and @after
 order by @sort limit :most;

-- review_phases(review review_id) -> phase* sees all: the days of a cycle are known to everyone in it
select p.id, p.cycle_id as cycle, p.key as name, p.place, p.opens_on as opens, p.closes_on as closes
  from cycle_phase p join review r on r.cycle_id = p.cycle_id where r.id = :review order by p.place, p.id;
