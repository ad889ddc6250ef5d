-- Queries of evidence: a person's items beside the form, what an answer cites, what is copied at release.
-- An item is read when everyone may, or when the viewer holds its right today (evidence_right).

-- type part_item: ref evidence_id, source word, kind word, on_day day, words text, value milli? + month int, icon word, tone word, quoted flag
-- type reads_line: yes flag
-- type review_goal: id goal_id, title text, weight percent, progress percent?, frozen day
-- type item_month: month int, month_of int, year int
-- type item_mark: item evidence_id, number text
-- type empty_month: month int, follows word
-- type evidence_kind: source word, n int, here flag
-- type evidence_about: total int, shown int, more flag, source word?, oldest flag, earlier flag, says flag, warns flag, cited int, recent int, recent_from day?, months int, recent_months int
-- type evidence_count: month text, source word, n int
-- type part_cite: question question_id, ref evidence_id?, kind word?, on_day day?, words text?, value milli?, may flag + number int
-- type review_cite: question question_id, relation word, kind word?, on_day day?, words text?, value milli?, may flag + hidden int
-- type record_cite: question question_id, relation word, kind word, on_day day, ref evidence_id, words text?, value milli?, seen_by word?
-- type earlier_review: review review_id, cycle_name text, label text?, released_at instant

-- part_items(viewer person_id, part part_id, person person_id, today day, source word?, most int, sort @sort) -> part_item*
--   sort newest: e.on_day desc, e.ref_id desc · oldest: e.on_day, e.ref_id
-- Of the period, up to today, that the viewer may read. The person is named so that SQLite asks each source by its
-- index: without a value it would build the evidence of everybody first.
select e.ref_id as ref, e.source, e.kind, e.on_day, e.words, e.value_milli as value
  from review_part p join review r on r.id = p.review_id join cycle_member m on m.id = r.member_id join evidence e on e.person_id = :person and e.person_id = r.person_id
 where p.id = :part and e.on_day >= m.from_on and e.on_day <= m.to_on and e.on_day <= :today
   and (e.seen_by = 'all' or (select 1 from evidence_right x where x.viewer_id = :viewer and x.person_id = e.person_id and x.seen_by = e.seen_by limit 1) = 1)
?source and e.source = :source
 order by @sort limit :most;

-- part_counts(viewer person_id, part part_id, person person_id, today day) -> evidence_count*
select substr(e.on_day, 1, 7) as month, e.source, count(e.ref_id) as n
  from review_part p join review r on r.id = p.review_id join cycle_member m on m.id = r.member_id join evidence e on e.person_id = :person and e.person_id = r.person_id
 where p.id = :part and e.on_day >= m.from_on and e.on_day <= m.to_on and e.on_day <= :today
   and (e.seen_by = 'all' or (select 1 from evidence_right x where x.viewer_id = :viewer and x.person_id = e.person_id and x.seen_by = e.seen_by limit 1) = 1)
 group by substr(e.on_day, 1, 7), e.source order by substr(e.on_day, 1, 7), e.source;

-- part_cites(viewer person_id, part part_id, person person_id) -> part_cite*
-- In the order of the form; of an item the viewer may not read, or that is gone, only that it is cited.
select t.question, case when t.may = 1 then t.ref end as ref, case when t.may = 1 then t.kind end as kind, case when t.may = 1 then t.on_day end as on_day,
       case when t.may = 1 then t.words end as words, case when t.may = 1 then t.value_milli end as value, t.may
  from (select c.question_id as question, c.evidence_id as ref, c.evidence_kind as kind, c.on_day, coalesce(c.words, e.words) as words, coalesce(c.value_milli, e.value_milli) as value_milli,
           s.place as section_place, q.place as question_place, c.place,
           case when coalesce(c.seen_by, e.seen_by) = 'all' or (select 1 from evidence_right x where x.viewer_id = :viewer and x.person_id = r.person_id
             and x.seen_by = coalesce(c.seen_by, e.seen_by) limit 1) = 1 then 1 else 0 end as may
      from citation c join review_part p on p.id = c.part_id join review r on r.id = p.review_id join question q on q.id = c.question_id join form_section s on s.id = q.section_id
      left join evidence e on e.person_id = :person and e.person_id = r.person_id and e.kind = c.evidence_kind and e.ref_id = c.evidence_id
     where c.part_id = :part) t
 order by t.section_place, t.question_place, t.question, t.place, t.ref;

-- cite_add(viewer person_id, part part_id, person person_id, question question_id, ref evidence_id, today day, now instant) -> done 1 event none: a draft until the part is handed in
-- Only what the writer may read, of this person and period; citing twice changes nothing.
insert into citation (part_id, question_id, evidence_kind, evidence_id, on_day, place, at, words, value_milli, seen_by)
select p.id, q.id, e.kind, e.ref_id, e.on_day, coalesce((select max(z.place) from citation z where z.part_id = p.id and z.question_id = q.id), 0) + 1, :now, null, null, null
  from review_part p join review r on r.id = p.review_id join cycle_member m on m.id = r.member_id
  join question q on q.form_id = p.form_id and q.asks in (p.relation, 'both') and q.evidence <> 'no'
  join evidence e on e.person_id = :person and e.person_id = r.person_id and e.ref_id = :ref
 where p.id = :part and q.id = :question and p.person_id = :viewer and p.state in ('asked','writing')
   and e.on_day >= m.from_on and e.on_day <= m.to_on and e.on_day <= :today
   and (e.seen_by = 'all' or (select 1 from evidence_right x where x.viewer_id = :viewer and x.person_id = e.person_id and x.seen_by = e.seen_by limit 1) = 1)
on conflict (part_id, question_id, evidence_kind, evidence_id) do update set place = citation.place;

-- cite_remove(part part_id, question question_id, ref evidence_id) -> done event none: a draft until the part is handed in
delete from citation where part_id = :part and question_id = :question and evidence_id = :ref;

-- part_recent(part part_id, share milli?) -> done 1 event none: part.submitted beside it leaves the event
update review_part set recent_share_milli = :share where id = :part;

-- earlier_review(viewer person_id, part part_id) -> earlier_review?
-- The newest released one of the same person, if the viewer may read it.
select y.id as review, c.name as cycle_name, y.final_label as label, y.released_at
  from review_part p join review r on r.id = p.review_id join review y on y.person_id = r.person_id and y.id <> r.id and y.released_at is not null join cycle c on c.id = y.cycle_id
 where p.id = :part and (select 1 from visible_review x where x.viewer_id = :viewer and x.review_id = y.id limit 1) = 1
 order by y.released_at desc, y.id desc limit 1;

-- review_cites(viewer person_id, review review_id, person person_id, own flag?) -> review_cite*
-- Of parts that are in, once both sides are; own: as the employee sees it.
select t.question, t.relation, case when t.may = 1 then t.kind end as kind, case when t.may = 1 then t.on_day end as on_day,
       case when t.may = 1 then t.words end as words, case when t.may = 1 then t.value_milli end as value, t.may
  from (select c.question_id as question, p.relation, c.evidence_id as ref, c.evidence_kind as kind, c.on_day, coalesce(c.words, e.words) as words, coalesce(c.value_milli, e.value_milli) as value_milli,
           s.place as section_place, q.place as question_place, c.place,
           case when coalesce(c.seen_by, e.seen_by) = 'all' or (select 1 from evidence_right x where x.viewer_id = :viewer and x.person_id = r.person_id
             and x.seen_by = coalesce(c.seen_by, e.seen_by) limit 1) = 1 then 1 else 0 end as may
      from review r join review_part p on p.review_id = r.id and p.state = 'submitted' join citation c on c.part_id = p.id
      join question q on q.id = c.question_id and q.asks in (p.relation, 'both') join form_section s on s.id = q.section_id
      left join evidence e on e.person_id = :person and e.person_id = r.person_id and e.kind = c.evidence_kind and e.ref_id = c.evidence_id
     where r.id = :review and r.state <> 'open'
?own and (q.shared = :own or p.relation = 'self')
  ) t
 order by t.section_place, t.question_place, t.question, t.relation desc, t.may desc, t.place, t.ref;

-- record_cites(review review_id, person person_id, own flag) -> record_cite* sees all: bound into the signed record by digest; shown to nobody
select c.question_id as question, p.relation, c.evidence_kind as kind, c.on_day, c.evidence_id as ref, coalesce(c.words, e.words) as words,
       coalesce(c.value_milli, e.value_milli) as value, coalesce(c.seen_by, e.seen_by) as seen_by
  from review r join review_part p on p.review_id = r.id and p.state = 'submitted' join citation c on c.part_id = p.id
  join question q on q.id = c.question_id and q.asks in (p.relation, 'both') join form_section s on s.id = q.section_id
  left join evidence e on e.person_id = :person and e.person_id = r.person_id and e.kind = c.evidence_kind and e.ref_id = c.evidence_id
 where r.id = :review and (q.shared = :own or p.relation = 'self')
 order by s.place, q.place, c.question_id, p.relation desc, c.place, c.evidence_id, c.part_id;

-- cites_freeze(review review_id, person person_id) -> done event none: review.released beside it leaves the event
-- What is cited is copied, with who may read it; what is gone by then stays without words.
update citation set
  words = (select e.words from evidence e where e.person_id = :person and e.kind = citation.evidence_kind and e.ref_id = citation.evidence_id),
  value_milli = (select e.value_milli from evidence e where e.person_id = :person and e.kind = citation.evidence_kind and e.ref_id = citation.evidence_id),
  seen_by = (select e.seen_by from evidence e where e.person_id = :person and e.kind = citation.evidence_kind and e.ref_id = citation.evidence_id)
 where words is null and part_id in (select p.id from review_part p where p.review_id = :review);

-- reads_line(viewer person_id, person person_id) -> reads_line?
-- Does the viewer read today what is kept to the person's line?
select 1 as yes from evidence_right x where x.viewer_id = :viewer and x.person_id = :person and x.seen_by = 'line';

-- review_goals(viewer person_id, review review_id) -> review_goal*
-- As they stood when a part was handed in last; nothing while the review is open.
select g.goal_id as id, g.title, g.weight_milli / 10 as weight, g.progress_milli / 10 as progress, g.frozen_on as frozen
  from review_goal g join review r on r.id = g.review_id where g.review_id = :review and r.state <> 'open' and :viewer > 0 order by g.weight_milli desc, g.goal_id;

-- review_goals_clear(review review_id) -> done event none: part.submitted leaves the event
delete from review_goal where review_id = :review;

-- review_goal_put(review review_id, goal goal_id, title text, weight milli, progress milli?, today day) -> done 1 event none: part.submitted leaves the event
insert into review_goal (review_id, goal_id, title, weight_milli, progress_milli, frozen_on) values (:review, :goal, :title, :weight, :progress, :today);
