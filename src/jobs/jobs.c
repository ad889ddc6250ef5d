/* jobs.c: the queue: what is due is leased, done and marked. Knows one kind yet: mail. */
#include "jobs/jobs.h"

#include "base/chance.h"
#include "base/log.h"
#include "jobs/mail.h"
#include "jobs/spool.h"
#include "jobs_queries.h"

#include <string.h>

enum { AT_ONCE = 50, TRIES = 8 };
static const int64_t MINUTE = INT64_C(60) * 1000000;

/* One round: what was leased, and its letters. */
struct round {
	struct arena *arena;
	struct store *store;
	int64_t now;
	char node[17];
	struct job_due_row_rows *due;
	struct mail_row_rows **letters;
	const char **faults;            /* of each; NULL when it was done */
};

static struct rq *
job_rq(struct round *r, struct conn *c)
{
	struct rq *rq = rq_new(r->arena, r->store, c, r->now, day_of_instant(r->now));

	rq->door = DOOR_JOB;
	return rq;
}

static bool
lease(struct conn *c, void *arg)
{
	struct round *r = arg;
	struct rq *rq = job_rq(r, c);

	jobs_lease(rq, "mail", r->now, r->now + 2 * MINUTE, r->node, AT_ONCE);
	return answers(rq);
}

static void
read_leased(struct conn *c, void *arg)
{
	struct round *r = arg;
	struct rq *rq = job_rq(r, c);

	r->due = jobs_leased(rq, "mail", r->node, r->now);
	answers(rq);
	r->letters = NEW_MANY(r->arena, struct mail_row_rows *, r->due->n);
	r->faults = NEW_MANY(r->arena, const char *, r->due->n);
	for (size_t i = 0; i < r->due->n; i++)
		r->letters[i] = mail_of(rq, r->due->at[i].mail);
	answers(rq);
}

/* NULL when it lies in the folder (or need not). */
static const char *
carry(struct round *r, const struct mail_row *m)
{
	const char *folder = spool_folder(r->arena, store_path(r->store)), *letter;
	struct blob plain;
	char *subject, *text;

	if (strcmp(m->state, "waiting") != 0)
		return NULL;
	if (!unseal(r->arena, "mail", m->body, &plain))
		return "sealed with another key";
	subject = arena_copy_n(r->arena, plain.at, plain.n);
	text = strchr(subject, '\n');
	if (text)
		*text++ = '\0';
	letter = spool_letter(r->arena, m->id.n, r->now, m->address, subject, text ? text : "");
	return letter ? spool_write(r->arena, folder, m->id.n, letter) : "no address";
}

static void
mark(struct rq *rq, const struct job_due_row *j, const char *fault)
{
	int64_t wait = MINUTE << (j->tries < 10 ? j->tries : 10);

	if (fault) {
		job_later(rq, j->id, rq->now + wait, j->tries + 1 < TRIES ? "waiting" : "failed", fault);
		return;
	}
	mail_sent(rq, j->mail, rq->now, (struct blob){ "", 0 });
	job_done(rq, j->id);
}

static bool
mark_all(struct conn *c, void *arg)
{
	struct round *r = arg;
	struct rq *rq = job_rq(r, c);

	for (size_t i = 0; i < r->due->n; i++)
		mark(rq, &r->due->at[i], r->faults[i]);
	return answers(rq);
}

/* How many were done; -1: the database did not answer. *more: there may be others. */
static int
one_round(struct round *r, bool *more)
{
	int done = 0;

	*more = false;
	if (store_change(r->store, lease, r) != FAULT_NONE || store_read(r->store, read_leased, r, 0) != FAULT_NONE)
		return -1;
	for (size_t i = 0; i < r->due->n; i++) {
		r->faults[i] = r->letters[i]->n ? carry(r, r->letters[i]->at) : "the letter is gone";
		if (r->faults[i])
			log_fault("job.failed", "kind=mail id=%lld why=\"%s\"", (long long)r->due->at[i].id.n, r->faults[i]);
		done += r->faults[i] == NULL;
	}
	if (r->due->n && store_change(r->store, mark_all, r) != FAULT_NONE)
		return -1;
	*more = r->due->n == AT_ONCE;
	return done;
}

int
jobs_run(struct store *s, int64_t now)
{
	struct arena *a = arena_new();
	int done = 0, some = 0;
	bool more = true;

	while (more) {
		struct round r = { .arena = a, .store = s, .now = now };

		chance_hex(r.node, 8);
		some = one_round(&r, &more);
		if (some < 0)
			break;
		done += some;
	}
	arena_free(a);
	return some < 0 ? -1 : done;
}
