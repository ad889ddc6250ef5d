-- Queries of the calendar: what every module publishes that has a day. The programme's days are everyone's, the rest one's own.

-- type calendar_line: id int, kind word, what word, title text, from_on day, to_on day, yours flag + link text, tone word

-- calendar_lines(viewer person_id, from day, to day, most int) -> calendar_line*
-- A conversation: the manager's, and the employee's once the review is released to them.
select t.id, t.kind, t.what, t.title, t.from_on, t.to_on, t.yours from (
  select v.subject_id as id, 'phase' as kind, v.what, v.title, v.from_on, v.to_on, v.source_id as place,
         case when exists (select 1 from cycle_member m where m.cycle_id = v.subject_id and m.person_id = :viewer and m.left_out is null)
           or exists (select 1 from review r where r.cycle_id = v.subject_id and r.manager_id = :viewer and r.state <> 'cancelled') then 1 else 0 end as yours
    from cycle_calendar v where v.from_on <= :to and v.to_on >= :from
  union all select r.id, 'review', 'meeting', p.shown, r.talk_on, r.talk_on, r.id, 1
    from review r join person p on p.id = r.person_id where r.manager_id = :viewer and r.talk_on between :from and :to and r.state <> 'cancelled'
  union all select r.id, 'review', 'meeting', p.shown, r.talk_on, r.talk_on, r.id, 1
    from review r join person p on p.id = r.manager_id where r.person_id = :viewer and r.released_at is not null and r.talk_on between :from and :to and r.state <> 'cancelled'
  union all select g.goal_id, 'goal', 'goal', g.title, g.due_on, g.due_on, g.goal_id, 1
    from goal_card g where g.person_id = :viewer and g.state = 'open' and g.due_on between :from and :to
) t order by t.from_on, t.to_on, t.place, t.id limit :most;
