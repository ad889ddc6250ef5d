-- The queue as administrators and upkeep walk it; notices by when they changed, for the live count.

create index job_ended on job_queue (state, due_at, id) where state <> 'waiting';
create index mail_by_day on mail (due_at, id);
create index notification_by_time on notification (at, id);
create index notification_by_read on notification (read_at, id) where read_at is not null;
