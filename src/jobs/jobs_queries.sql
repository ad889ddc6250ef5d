-- Queries of jobs: the queue and mail on its way. No business: ids and words only.

-- type kind_due: kind word
-- type job_due_row: id queued_id, subject int?, body text, tries int, once text?

-- queue_add(id queued_id, kind word, subject int?, body text, due_at instant, once text?) -> done event none: what it does leaves its own
insert into job_queue (id, kind, subject_id, body, due_at, state, once_key) values (:id, :kind, :subject, :body, :due_at, 'waiting', :once)
on conflict (once_key) do nothing;

-- queue_once(id queued_id, kind word, now instant, once text) -> done event none: the schedule; what it does leaves its own
insert into job_queue (id, kind, subject_id, body, due_at, state, once_key) values (:id, :kind, null, '', :now, 'waiting', :once)
on conflict (once_key) do nothing;

-- kinds_due(now instant, most int) -> kind_due*  sees all: the queue's own work
select j.kind from job_queue j where j.state = 'waiting' and j.due_at <= :now and coalesce(j.lease_until_at, 0) < :now
 group by j.kind order by min(j.due_at), j.kind limit :most;

-- jobs_lease(kind word, now instant, until instant, node text, most int) -> done event none: the queue's upkeep
update job_queue set lease_until_at = :until, leased_by = :node
 where id in (select j.id from job_queue j where j.state = 'waiting' and j.due_at <= :now and j.kind = :kind
   and coalesce(j.lease_until_at, 0) < :now order by j.due_at, j.id limit :most);

-- jobs_leased(kind word, node text, now instant) -> job_due_row*  sees all: the queue's own work
select j.id, j.subject_id as subject, j.body, j.tries, j.once_key as once from job_queue j
 where j.state = 'waiting' and j.kind = :kind and j.leased_by = :node and j.lease_until_at > :now and j.due_at <= :now order by j.due_at, j.id;

-- jobs_unlease(kind word, node text) -> done event none: the queue's upkeep
update job_queue set lease_until_at = null where state = 'waiting' and kind = :kind and leased_by = :node;

-- job_done(id queued_id, node text, now instant) -> done 1 event none: the queue's upkeep
-- Whoever lost the lease finds nothing here, and keeps nothing of what it did.
update job_queue set state = 'done', due_at = :now, lease_until_at = null, error = null where id = :id and state = 'waiting' and leased_by = :node;

-- job_put(id queued_id, node text, due_at instant, place text) -> done 1 event none: the queue's upkeep
update job_queue set due_at = :due_at, body = :place, tries = 0, lease_until_at = null, error = null where id = :id and state = 'waiting' and leased_by = :node;

-- job_turn(id queued_id, kind word, now instant) -> done event none: the queue's upkeep
-- The same subject goes on as another kind.
update job_queue set kind = :kind, due_at = :now where id = :id and state = 'waiting';

-- job_later(id queued_id, node text, due_at instant, state word, error text) -> done 1 event none: the queue's upkeep
update job_queue set state = :state, tries = tries + 1, due_at = :due_at, lease_until_at = null, error = :error
 where id = :id and state = 'waiting' and leased_by = :node;

-- type failed_work: id queued_id, kind word, state word, due_at instant, tries int, error text?, address text?

-- work_failed(most int) -> failed_work*  sees all: kinds and causes, and whose address a letter did not reach; for administrators
select j.id, j.kind, j.state, j.due_at, j.tries, j.error, m.address from job_queue j left join mail m on m.id = j.subject_id and j.kind in ('mail', 'letter')
 where j.state = 'failed' or (j.state = 'waiting' and j.error is not null) order by j.state, j.due_at desc, j.id desc limit :most;

-- job_once_more(id queued_id, now instant) -> done 1 event job.asked_again of job(:id)
update job_queue set state = 'waiting', tries = 0, due_at = :now, lease_until_at = null where id = :id and (state = 'failed' or (state = 'waiting' and error is not null));

-- mail_once_more(id queued_id) -> done event none: with the job, whose event stands
update mail set state = 'waiting' where state = 'bounced' and id = (select j.subject_id from job_queue j where j.id = :id and j.kind in ('mail', 'letter'));

-- type mail_row: id mail_id, address text, body blob, state word, due_at instant

-- mail_add(id mail_id, person int?, address text, template word, body blob, due_at instant, once text?) -> done event none: what it is about leaves the event
insert into mail (id, person_id, address, template, body, due_at, state, once_key) values (:id, :person, :address, :template, :body, :due_at, 'waiting', :once)
on conflict (once_key) do nothing;

-- mail_recall(id mail_id, person int, template word, now instant, nothing blob) -> done 1 event none: what it was about leaves the event
update mail set state = 'dropped', body = :nothing where id = :id and person_id = :person and template = :template and state = 'waiting' and due_at > :now;

-- queue_drop(subject int, now instant) -> done event none: the queue's upkeep
update job_queue set state = 'done', error = null where kind in ('mail', 'letter') and subject_id = :subject and state = 'waiting' and due_at > :now;

-- mail_of(id mail_id) -> mail_row?  sees all: the job that carries it
select m.id, m.address, m.body, m.state, m.due_at from mail m where m.id = :id;

-- mail_sent(id mail_id, now instant, nothing blob) -> done event none: the queue's upkeep
update mail set state = 'sent', sent_at = :now, body = :nothing where id = :id and state = 'waiting';

-- mail_bounced(id mail_id) -> done event none: the queue's upkeep
update mail set state = 'bounced' where id = :id and state = 'waiting';

-- mail_drop(id mail_id, now instant, nothing blob) -> done event none: its reader wants no such letter
update mail set state = 'dropped', sent_at = :now, body = :nothing where id = :id and state = 'waiting';

-- notice_add(id notification_id, person int, verb word, subject_kind word, subject int, now instant) -> done 1 event none: what it is about leaves the event
insert into notification (id, person_id, at, verb, subject_kind, subject_id) values (:id, :person, :now, :verb, :subject_kind, :subject);

-- type left_over: rows int

-- upkeep_left(day_ago instant, month_ago instant, quarter_ago instant) -> left_over!  sees all: counts of what is too old
select (select count(r.key) from retry_key r where r.at < :day_ago) + (select count(d.form_key) from draft d where d.saved_at < :quarter_ago)
     + (select count(m.id) from mail m where m.state in ('sent', 'dropped', 'bounced') and m.due_at < :month_ago)
     + (select count(j.id) from job_queue j where j.state = 'done' and j.due_at < :month_ago)
     + (select count(n.id) from notification n where n.at < :quarter_ago) as rows
  from id_lease l where l.line = 'main';

-- upkeep_retry(before instant, most int) -> done event none: retention
delete from retry_key where (account_id, key) in (select r.account_id, r.key from retry_key r where r.at < :before order by r.account_id, r.key limit :most);

-- upkeep_draft(before instant, most int) -> done event none: retention; drafts are read by their author alone and leave no event
delete from draft where (person_id, form_key, subject_id) in
  (select d.person_id, d.form_key, d.subject_id from draft d where d.saved_at < :before order by d.person_id, d.form_key, d.subject_id limit :most);

-- upkeep_mail(before instant, most int) -> done event none: retention
delete from mail where id in (select m.id from mail m where m.state in ('sent', 'dropped', 'bounced') and m.due_at < :before order by m.id limit :most);

-- upkeep_done(before instant, most int) -> done event none: retention
delete from job_queue where id in (select j.id from job_queue j where j.state = 'done' and j.due_at < :before order by j.id limit :most);

-- upkeep_notice(before instant, most int) -> done event none: retention
delete from notification where id in (select n.id from notification n where n.at < :before order by n.id limit :most);
