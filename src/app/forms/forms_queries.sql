-- Queries of forms: editions, their sections, questions and levels. A published edition is never touched:
-- each change goes through form_touch, which takes drafts only.

-- type form_line: id form_id, name text, edition int, state word, sections int, questions int
-- type form_head: id form_id, family form_id, name text, intro text?, edition int, state word, version int
-- type section: id section_id, place int, title text, help text?, weight percent + weighed percent, number int
-- type question: id question_id, section section_id, place int, kind word, title text, help text?, weight percent, asks word, required flag, shared flag, evidence word, scale scale_id?
-- type anchor: question question_id, level level_id, value milli, label text, behaviour text?
-- type form_flaw: code word, where text
-- type scale_line: id scale_id, name text
-- type scale_step: value milli, label text

-- forms_list() -> form_line* sees all: templates are no one's record; the route's policy says who opens them
select f.id, f.name, f.edition, f.state,
       (select count(s.id) from form_section s where s.form_id = f.id) as sections,
       (select count(q.id) from question q where q.form_id = f.id) as questions
  from form f where f.use = 'review' and f.state <> 'retired'
 order by f.name, f.edition desc, f.id;

-- form_subject(form form_id) -> form_head? sees all: asked before the viewer is known; a template is no one's record
select f.id, f.family_id as family, f.name, f.intro, f.edition, f.state, f.version from form f where f.id = :form;

-- form_head(form form_id) -> form_head! sees all: the route's policy says who opens a template
select f.id, f.family_id as family, f.name, f.intro, f.edition, f.state, f.version from form f where f.id = :form;

-- form_sections(form form_id) -> section* sees all: the route's policy says who opens a template
select s.id, s.place, s.title, s.help, s.weight_milli / 10 as weight from form_section s where s.form_id = :form order by s.place, s.id;

-- form_questions(form form_id) -> question* sees all: the route's policy says who opens a template
select q.id, q.section_id as section, q.place, q.kind, q.title, q.help, q.weight_milli / 10 as weight, q.asks, q.required, q.shared, q.evidence, q.scale_id as scale
  from question q join form_section s on s.id = q.section_id
 where q.form_id = :form order by s.place, s.id, q.place, q.id;

-- form_anchors(form form_id) -> anchor* sees all: the route's policy says who opens a template
select a.question_id as question, a.value_milli as level, a.value_milli as value, a.label, a.behaviour
  from question_anchor a join question q on q.id = a.question_id join form_section s on s.id = q.section_id
 where q.form_id = :form order by s.place, s.id, q.place, q.id, a.value_milli;

-- form_draft_of(family form_id) -> form_line? sees all: is there a draft of this template already
select f.id, f.name, f.edition, f.state, 0 as sections, 0 as questions from form f where f.family_id = :family and f.state = 'draft';

-- form_scales() -> scale_line* sees all: scales are no one's record
select s.id, s.name from scale s order by s.id;

-- form_scale_steps(scale scale_id) -> scale_step* sees all: scales are no one's record
select m.value_milli as value, m.label from scale_mark m where m.scale_id = :scale order by m.value_milli;

-- form_add(form form_id, family form_id, edition int, name text, intro text?, lang word) -> done 1 event form.begun of form(:form)
insert into form (id, family_id, edition, use, name, intro, state, lang, published_at, version)
values (:form, :family, :edition, 'review', :name, :intro, 'draft', :lang, null, 1);

-- form_touch(form form_id, version int) -> done 1 event form.edited of form(:form)
update form set version = version + 1 where id = :form and version = :version and state = 'draft';

-- form_rename(form form_id, name text, intro text?) -> done 1 event none: form_touch beside it leaves the event
update form set name = :name, intro = :intro where id = :form and state = 'draft';

-- form_publish(form form_id, version int, now instant) -> done 1 event form.published of form(:form)
update form set state = 'published', published_at = :now, version = version + 1 where id = :form and version = :version and state = 'draft';

-- form_scale_freeze(form form_id) -> done event none: part of form.published
update scale set frozen = 1 where id in (select q.scale_id from question q where q.form_id = :form) and frozen = 0;

-- section_add(section section_id, form form_id, title text, help text?, weight milli) -> done 1 event none: form_touch leaves the event
insert into form_section (id, form_id, place, title, help, weight_milli)
select :section, f.id, coalesce((select max(s.place) from form_section s where s.form_id = f.id), 0) + 1, :title, :help, :weight from form f where f.id = :form;

-- section_change(section section_id, form form_id, title text, help text?, weight milli) -> done 1 event none: form_touch leaves the event
update form_section set title = :title, help = :help, weight_milli = :weight where id = :section and form_id = :form;

-- section_place(section section_id, form form_id, place int) -> done 1 event none: form_touch leaves the event
update form_section set place = :place where id = :section and form_id = :form;

-- section_remove(section section_id, form form_id) -> done 1 event none: form_touch leaves the event
delete from form_section where id = :section and form_id = :form;

-- section_anchors_remove(section section_id, form form_id) -> done event none: form_touch leaves the event
delete from question_anchor where question_id in (select q.id from question q where q.section_id = :section and q.form_id = :form);

-- section_questions_remove(section section_id, form form_id) -> done event none: form_touch leaves the event
delete from question where section_id = :section and form_id = :form;

-- question_add(question question_id, form form_id, section section_id, kind word, title text, help text?, scale scale_id?, weight milli, asks word, required flag, shared flag, evidence word) -> done 1 event none: form_touch leaves the event
insert into question (id, form_id, section_id, place, kind, title, help, scale_id, weight_milli, asks, required, shared, evidence)
select :question, s.form_id, s.id, coalesce((select max(q.place) from question q where q.section_id = s.id), 0) + 1, :kind, :title, :help, :scale, :weight, :asks, :required, :shared, :evidence
  from form_section s where s.id = :section and s.form_id = :form;

-- question_change(question question_id, form form_id, title text, help text?, weight milli, asks word, required flag, shared flag, evidence word) -> done 1 event none: form_touch leaves the event
update question set title = :title, help = :help, weight_milli = :weight, asks = :asks, required = :required, shared = :shared, evidence = :evidence
 where id = :question and form_id = :form;

-- question_place(question question_id, form form_id, place int) -> done 1 event none: form_touch leaves the event
update question set place = :place where id = :question and form_id = :form;

-- question_keep(question question_id, form form_id, now instant) -> done 1 event none: form_touch leaves the event
-- As it is, for as long as its removal can be taken back.
insert into question_gone (id, form_id, section_id, place, kind, title, help, scale_id, weight_milli, asks, required, shared, evidence, gone_at)
select q.id, q.form_id, q.section_id, q.place, q.kind, q.title, q.help, q.scale_id, q.weight_milli, q.asks, q.required, q.shared, q.evidence, :now from question q where q.id = :question and q.form_id = :form;

-- anchors_keep(question question_id, form form_id) -> done event none: form_touch leaves the event
insert into question_gone_anchor (question_id, value_milli, label, behaviour)
select a.question_id, a.value_milli, a.label, a.behaviour from question_anchor a join question q on q.id = a.question_id where q.id = :question and q.form_id = :form;

-- type question_gone: section section_id, gone_at instant

-- question_gone_of(question question_id, form form_id) -> question_gone?  sees all: the route's policy says who opens a template
select g.section_id as section, g.gone_at from question_gone g where g.id = :question and g.form_id = :form;

-- question_bring(question question_id, form form_id) -> done 1 event none: form_touch leaves the event
-- Where it was; behind the others when another stands there now. Its section may have gone: then nothing comes back.
insert into question (id, form_id, section_id, place, kind, title, help, scale_id, weight_milli, asks, required, shared, evidence)
select g.id, g.form_id, s.id, case when exists (select 1 from question o where o.section_id = s.id and o.place = g.place) then (select max(o.place) from question o where o.section_id = s.id) + 1 else g.place end,
       g.kind, g.title, g.help, g.scale_id, g.weight_milli, g.asks, g.required, g.shared, g.evidence
  from question_gone g join form_section s on s.id = g.section_id and s.form_id = g.form_id where g.id = :question and g.form_id = :form;

-- anchors_bring(question question_id, form form_id) -> done event none: form_touch leaves the event
insert into question_anchor (question_id, value_milli, label, behaviour)
select a.question_id, a.value_milli, a.label, a.behaviour from question_gone_anchor a join question_gone g on g.id = a.question_id join question q on q.id = g.id where g.id = :question and g.form_id = :form;

-- gone_anchors_forget(form form_id, before instant) -> done event none: what can no longer be taken back
delete from question_gone_anchor where question_id in (select g.id from question_gone g where g.form_id = :form and g.gone_at < :before);

-- gone_forget(form form_id, before instant) -> done event none: what can no longer be taken back
delete from question_gone where form_id = :form and gone_at < :before;

-- gone_anchors_brought(question question_id, form form_id) -> done event none: it is back among the others
delete from question_gone_anchor where question_id in (select g.id from question_gone g where g.id = :question and g.form_id = :form);

-- gone_brought(question question_id, form form_id) -> done 1 event none: it is back among the others
delete from question_gone where id = :question and form_id = :form;

-- question_remove(question question_id, form form_id) -> done 1 event none: form_touch leaves the event
delete from question where id = :question and form_id = :form;

-- anchors_remove(question question_id, form form_id) -> done event none: form_touch leaves the event
delete from question_anchor where question_id in (select q.id from question q where q.id = :question and q.form_id = :form);

-- anchor_add(question question_id, form form_id, value milli, label text, behaviour text?) -> done 1 event none: form_touch leaves the event
insert into question_anchor (question_id, value_milli, label, behaviour)
select q.id, :value, :label, :behaviour from question q where q.id = :question and q.form_id = :form;

-- anchors_of_scale(question question_id, scale scale_id) -> done event none: form_touch leaves the event
insert into question_anchor (question_id, value_milli, label, behaviour)
select q.id, m.value_milli, m.label, m.meaning from question q join scale_mark m on m.scale_id = :scale where q.id = :question;

-- scale_add(scale scale_id, name text, low milli, high milli) -> done 1 event scale.made of scale(:scale)
insert into scale (id, name, low_milli, high_milli, frozen) values (:scale, :name, :low, :high, 0);

-- scale_mark_add(scale scale_id, value milli, label text, meaning text?) -> done 1 event none: part of scale.made
insert into scale_mark (scale_id, value_milli, label, meaning) values (:scale, :value, :label, :meaning);

-- form_newest_of(family form_id) -> form_line? sees all: which edition comes next
select f.id, f.name, f.edition, f.state, 0 as sections, 0 as questions from form f
 where f.family_id = :family and not exists (select 1 from form g where g.family_id = f.family_id and g.edition > f.edition);
