-- Queries of access, part four: what somebody typed into a form and has not sent. Its author's alone, sealed; no events (drafts leave none).

-- type draft_row: form_key text, subject int, body blob, saved_at instant

-- drafts_asked(who blob, most int) -> draft_row*  sees all: one's own, by the session; asked before the viewer is known
select d.form_key, d.subject_id as subject, d.body, d.saved_at
  from signed_in s join draft d on d.person_id = s.person_id
 where s.digest = :who order by d.saved_at desc, d.form_key, d.subject_id limit :most;

-- type draft_count: n int

-- drafts_beside(viewer person_id, form_key text, subject int) -> draft_count!
select count(d.saved_at) as n from draft d where d.person_id = :viewer and not (d.form_key = :form_key and d.subject_id = :subject);

-- draft_put(person person_id, form_key text, subject int, body blob, now instant) -> done 1 event none: a draft is no record yet
insert into draft (person_id, form_key, subject_id, body, saved_at, version) values (:person, :form_key, :subject, :body, :now, 1)
on conflict (person_id, form_key, subject_id) do update set body = excluded.body, saved_at = excluded.saved_at, version = draft.version + 1;

-- draft_drop(person person_id, form_key text, subject int) -> done event none: a draft is no record yet
delete from draft where person_id = :person and form_key = :form_key and subject_id = :subject;

-- drafts_forget(before instant) -> done event none: upkeep
delete from draft where saved_at < :before;
