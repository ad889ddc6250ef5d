-- The evidence of a year: what the modules below publish, each with the widest circle that may read it. Every item here is known to the person it is about.

create view evidence as
  select 'goals' as source, person_id, on_day, kind, ref_id, words, value_milli, seen_by from goal_evidence
  union all select 'feedback', person_id, on_day, kind, ref_id, words, null, seen_by from feedback_evidence
  union all select 'journal', person_id, on_day, kind, ref_id, words, null, seen_by from journal_evidence
  union all select 'tasks', person_id, on_day, kind, ref_id, words, null, seen_by from task_evidence;
-- Which of a person's items a viewer reads today; what `all` may read needs no row.
create view evidence_right as
  select above_id as viewer_id, below_id as person_id, 'self' as seen_by from chain where depth = 0
  union all select above_id, below_id, 'manager' from chain where depth <= 1
  union all select above_id, below_id, 'line' from chain;
