/* jobs.c: the queue: what is due is leased, done in slices and marked. Knows no kind of work. */
#include "jobs/schedule.h"

#include "base/chance.h"
#include "base/clock.h"
#include "base/log.h"
#include "jobs_queries.h"

#include <stdatomic.h>
#include <string.h>

enum { AT_ONCE = 20, TRIES = 14, DOUBLINGS = 8, ROUND_S = 60, KINDS_SHOWN = 50 };
static const int64_t MINUTE = INT64_C(60) * 1000000;

const struct job_kind *const *jobs_known;
static atomic_bool stopped;

/* One round of one kind; its memory is the round's. */
struct round {
	struct arena *arena;
	struct store *store;
	const struct job_kind *kind;
	int64_t now, until;             /* until: of the steady clock; nothing is begun after it */
	char node[17];
	struct kind_due_rows *kinds;
	struct job_due_row_rows *due;
	struct job *job, after;         /* the one being done; as the write left it */
};

void
jobs_kinds(const struct job_kind *const *lists)
{
	jobs_known = lists;
}

static const struct job_kind *
kind_of(const char *name)
{
	for (size_t i = 0; jobs_known && jobs_known[i]; i++)
		for (const struct job_kind *k = jobs_known[i]; k->kind; k++)
			if (strcmp(k->kind, name) == 0)
				return k;
	return NULL;
}

void
jobs_stop(bool stop)
{
	atomic_store(&stopped, stop);
}

bool
jobs_stopping(void)
{
	return atomic_load(&stopped);
}

void
job_more(struct job *j, const char *place)
{
	j->end = JOB_MORE;
	j->place = place;
}

void
job_waits(struct job *j, int64_t due_at)
{
	j->end = JOB_WAITS;
	j->due_at = due_at;
}

void
job_again(struct job *j, const char *why)
{
	j->end = JOB_AGAIN;
	j->why = why;
}

void
job_fails(struct job *j, const char *why)
{
	j->end = JOB_FAILED;
	j->why = why;
}

void
job_leave(struct rq *rq, const char *kind, int64_t subject, const char *body, int64_t due_at, const char *once)
{
	queue_add(rq, (queued_id){ new_id(rq) }, kind, subject ? subject : NONE, body, due_at, once);
}

static struct rq *
job_rq(struct round *r, struct arena *a, struct conn *c)
{
	struct rq *rq = rq_new(a, r->store, c, r->now, clock_today(r->now));

	rq->door = DOOR_JOB;
	return rq;
}

static void
look(struct conn *c, void *arg)
{
	struct round *r = arg;
	struct rq *rq = job_rq(r, r->arena, c);

	r->kinds = kinds_due(rq, r->now, KINDS_SHOWN);
	answers(rq);
}

static bool
lease(struct conn *c, void *arg)
{
	struct round *r = arg;
	struct rq *rq = job_rq(r, r->arena, c);

	jobs_lease(rq, r->kind->kind, r->now, r->now + 2 * MINUTE, r->node, AT_ONCE);
	return answers(rq);
}

static void
read_leased(struct conn *c, void *arg)
{
	struct round *r = arg;
	struct rq *rq = job_rq(r, r->arena, c);

	r->due = jobs_leased(rq, r->kind->kind, r->node, r->now);
	answers(rq);
}

static void
read_job(struct conn *c, void *arg)
{
	struct round *r = arg;
	struct rq *rq = job_rq(r, r->arena, c);

	r->kind->read(rq, r->job);
	if (!answers(rq))
		job_again(r->job, rq->why ? rq->why : "what it needs could not be read");
}

/* The wait doubles: one minute, two, four, up to four hours; it is given up after a day and a quarter. */
static void
mark(struct rq *rq, struct round *r, const struct job *j)
{
	int64_t id = j->id, wait = MINUTE << (j->tries < DOUBLINGS ? j->tries : DOUBLINGS);

	switch (j->end) {
	case JOB_DONE:
		job_done(rq, (queued_id){ id }, r->node, r->now);
		break;
	case JOB_MORE:
		job_put(rq, (queued_id){ id }, r->node, r->now, j->place);
		break;
	case JOB_WAITS:
		job_put(rq, (queued_id){ id }, r->node, j->due_at, j->place);
		break;
	case JOB_AGAIN:
		job_later(rq, (queued_id){ id }, r->node, r->now + wait, j->tries + 1 < TRIES ? "waiting" : "failed", j->why);
		break;
	case JOB_FAILED:
		job_later(rq, (queued_id){ id }, r->node, r->now, "failed", j->why);
		break;
	}
}

/* May run twice: each time from the job as the work left it. */
static bool
write_job(struct conn *c, void *arg)
{
	struct round *r = arg;
	struct arena *a = arena_new();
	struct rq *rq = job_rq(r, a, c);
	struct job j = *r->job;

	if (r->kind->write && j.end != JOB_AGAIN && j.end != JOB_WAITS)
		r->kind->write(rq, &j);
	answers(rq);
	mark(rq, r, &j);
	bool keep = answers(rq) && rq->outcome == FINE;
	r->after = j;
	r->after.why = j.why ? arena_copy(r->arena, j.why) : NULL;
	if (!keep)
		r->after.why = arena_copy(r->arena, rq->why ? rq->why : "what it did could not be kept");
	arena_free(a);
	r->after.end = keep ? j.end : JOB_AGAIN;
	return keep;
}

static bool
mark_only(struct conn *c, void *arg)
{
	struct round *r = arg;
	struct rq *rq = job_rq(r, r->arena, c);

	mark(rq, r, r->job);
	return answers(rq);
}

static bool
give_back(struct conn *c, void *arg)
{
	struct round *r = arg;
	struct rq *rq = job_rq(r, r->arena, c);

	jobs_unlease(rq, r->kind->kind, r->node);
	return answers(rq);
}

/* "digest:2026-11-24": the day of a scheduled one. */
static struct day
day_of(const char *once)
{
	struct day d = { 0 };
	const char *colon = once ? strrchr(once, ':') : NULL;

	if (colon)
		day_read(colon + 1, &d);
	return d;
}

/* True when it is done for good. A write that came to nothing counts as a try, or it would run for ever. */
static bool
do_one(struct round *r, const struct job_due_row *row)
{
	struct job j = { .id = row->id.n, .subject = row->subject == NONE ? 0 : row->subject, .tries = row->tries, .place = row->body,
		.day = day_of(row->once) };

	r->job = &j;
	if (r->kind->read && store_read(r->store, read_job, r, 0) != FAULT_NONE)
		job_again(&j, "the database did not answer");
	if (j.end == JOB_DONE && r->kind->work)
		r->kind->work(r->arena, &j);
	r->after = j;
	enum fault fault = store_change(r->store, write_job, r);
	if (fault != FAULT_NONE || (r->after.end == JOB_AGAIN && j.end != JOB_AGAIN)) {
		job_again(&j, r->after.why ? r->after.why : "the database did not answer");
		store_change(r->store, mark_only, r);
		r->after = j;
	}
	if (r->after.end == JOB_AGAIN || r->after.end == JOB_FAILED)
		log_fault("job.failed", "kind=%s id=%lld try=%lld why=\"%s\"", r->kind->kind, (long long)j.id, (long long)j.tries + 1,
		    r->after.why);
	return r->after.end == JOB_DONE;
}

/* How many were done; -1: the database did not answer. *more: there may be others. */
static int
one_round(struct round *r, bool *more)
{
	int done = 0;
	size_t i = 0;

	chance_hex(r->node, 8);
	if (store_change(r->store, lease, r) != FAULT_NONE || store_read(r->store, read_leased, r, 0) != FAULT_NONE)
		return -1;
	r->until = clock_steady() + ROUND_S * MINUTE / 60;
	for (; i < r->due->n && clock_steady() < r->until && !jobs_stopping(); i++)
		done += do_one(r, &r->due->at[i]);
	if (i < r->due->n)
		store_change(r->store, give_back, r);
	*more |= r->due->n > 0;
	return done;
}

static bool
is_of(const struct job_kind *k, enum job_lane lane)
{
	return k && (lane == JOBS_ALL || k->slow == (lane == JOBS_SLOW));
}

/* One look at the queue, and a round of each kind that has something due. */
static int
sweep(struct round *r, enum job_lane lane, bool *more)
{
	int done = 0;

	*more = false;
	if (store_read(r->store, look, r, 0) != FAULT_NONE)
		return -1;
	for (size_t i = 0; i < r->kinds->n && !jobs_stopping(); i++) {
		r->kind = kind_of(r->kinds->at[i].kind);
		if (!is_of(r->kind, lane))
			continue;
		int some = one_round(r, more);
		if (r->kind->rest)
			r->kind->rest();
		if (some < 0)
			return -1;
		done += some;
	}
	return done;
}

int
jobs_run(struct store *s, int64_t now, enum job_lane lane)
{
	int done = 0, some = 0;
	bool more = true;

	while (more && !jobs_stopping()) {
		struct round r = { .arena = arena_new(), .store = s, .now = now };

		some = sweep(&r, lane, &more);
		arena_free(r.arena);
		if (some < 0)
			return -1;
		done += some;
	}
	return done;
}
