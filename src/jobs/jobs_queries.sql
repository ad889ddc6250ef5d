-- Queries of jobs: the queue and mail on its way. No business: ids and words only.

-- type job_due_row: id queued_id, mail mail_id, tries int

-- queue_add(id queued_id, kind word, subject int, now instant) -> done 1 event none: what it does leaves its own
insert into job_queue (id, kind, subject_id, body, due_at, state) values (:id, :kind, :subject, '', :now, 'waiting');

-- jobs_lease(kind word, now instant, until instant, node text, most int) -> done event none: the queue's upkeep
update job_queue set lease_until_at = :until, leased_by = :node
 where id in (select j.id from job_queue j where j.state = 'waiting' and j.due_at <= :now and j.kind = :kind
   and coalesce(j.lease_until_at, 0) < :now order by j.due_at, j.id limit :most);

-- jobs_leased(kind word, node text, now instant) -> job_due_row*  sees all: the queue's own work
select j.id, j.subject_id as mail, j.tries from job_queue j
 where j.state = 'waiting' and j.kind = :kind and j.leased_by = :node and j.lease_until_at > :now and j.due_at <= :now order by j.due_at, j.id;

-- job_done(id queued_id) -> done 1 event none: the queue's upkeep
update job_queue set state = 'done', lease_until_at = null, error = null where id = :id and state = 'waiting';

-- job_later(id queued_id, due_at instant, state word, error text) -> done 1 event none: the queue's upkeep
update job_queue set state = :state, tries = tries + 1, due_at = :due_at, lease_until_at = null, error = :error where id = :id and state = 'waiting';

-- type mail_row: id mail_id, address text, template word, body blob, state word

-- mail_add(id mail_id, person int?, address text, template word, body blob, now instant) -> done 1 event none: what it is about leaves the event
insert into mail (id, person_id, address, template, body, due_at, state) values (:id, :person, :address, :template, :body, :now, 'waiting');

-- mail_drop(id mail_id, person int, now instant, nothing blob) -> done 1 event none: what it was about leaves the event
update mail set state = 'dropped', body = :nothing where id = :id and person_id = :person and state = 'waiting' and due_at > :now;

-- queue_drop(kind word, subject int, now instant) -> done event none: the queue's upkeep
update job_queue set state = 'done', error = null where kind = :kind and subject_id = :subject and state = 'waiting' and due_at > :now;

-- mail_of(id mail_id) -> mail_row?  sees all: the job that carries it
select m.id, m.address, m.template, m.body, m.state from mail m where m.id = :id;

-- mail_sent(id mail_id, now instant, nothing blob) -> done event none: the queue's upkeep
update mail set state = 'sent', sent_at = :now, body = :nothing where id = :id and state = 'waiting';

-- notice_add(id notification_id, person int, verb word, subject_kind word, subject int, now instant) -> done 1 event none: what it is about leaves the event
insert into notification (id, person_id, at, verb, subject_kind, subject_id) values (:id, :person, :now, :verb, :subject_kind, :subject);
