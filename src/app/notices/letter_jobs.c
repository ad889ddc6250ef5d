/* letter_jobs.c: may a letter go now? Its reader's choices decide; then it goes on as mail. Knows no text of it. */
#include "notices/notices.h"
#include "notices/notices_jobs.h"
#include "notices/notices_judge.h"

#include "base/text.h"
#include "jobs/mail.h"
#include "jobs/notice.h"
#include "jobs_queries.h"
#include "views/views.h"

void
letter_read(struct rq *rq, struct job *j)
{
	j->with = letter_reader(rq, (mail_id){ j->subject });
}

/* Nobody's any more: it goes as it is (the reader left no choice behind). */
void
letter_write_on(struct rq *rq, struct job *j)
{
	const struct letter_reader_rows *reader = j->with;
	const struct letter_reader *r = reader->n ? reader->at : NULL;
	int64_t until = r ? quiet_until(rq->now, r->zone, r->quiet_from, r->quiet_to) : rq->now;

	if (r && !letter_goes(r->rhythm)) {
		mail_drop(rq, (mail_id){ j->subject }, rq->now, (struct blob){ "", 0 });
		return;
	}
	if (until == rq->now)
		job_turn(rq, (queued_id){ j->id }, "mail", rq->now);
	job_waits(j, until);
}

void
notice_job_read(struct rq *rq, struct job *j)
{
	j->with = notice_letter(rq, (notification_id){ j->subject });
}

/* One notice, one letter: what happened, and where; never of whom, nor a word of it. */
void
notice_job_write(struct rq *rq, struct job *j)
{
	const struct notice_letter_rows *found = j->with;
	const struct notice_letter *n = found->n ? found->at : NULL;
	const char *what;

	if (!n || !n->email)
		return;
	rq->lang = n->lang;
	what = words(rq->lang, arena_print(rq->arena, "notice.%s", n->verb));
	mail_chosen(rq, n->person.n, n->email, "notice", words_value(rq, "mail.notice.subject", what),
	    arena_print(rq->arena, "%s:\n%s/notices/%lld", what, site_url(), (long long)j->subject),
	    quiet_until(rq->now, n->zone, n->quiet_from, n->quiet_to), arena_print(rq->arena, "notice:%lld", (long long)j->subject));
}

static void
left(struct rq *rq, int64_t person, int64_t notice)
{
	notice_each(rq, (queued_id){ new_id(rq) }, (notification_id){ notice }, (person_id){ person }, rq->now);
}

void
notices_begin(void)
{
	notice_left = left;
}
