/* schedule.c: kinds that queue themselves each day or week, once over all nodes. Knows days and hours; no kind's work. */
#include "jobs/schedule.h"

#include "base/clock.h"
#include "jobs_queries.h"

#include <stdatomic.h>
#include <stdio.h>

enum { KINDS_MOST = 64 };
static atomic_int queued[KINDS_MOST];   /* the day last queued, of each kind in its order: saves asking */

struct turn {
	struct store *store;
	const struct job_kind *kind;
	int64_t now;
	const char *once;
};

static bool
queue_day(struct conn *c, void *arg)
{
	struct turn *t = arg;
	struct arena *a = arena_new();
	struct rq *rq = rq_new(a, t->store, c, t->now, clock_today(t->now));

	rq->door = DOOR_JOB;
	queue_once(rq, (queued_id){ new_id(rq) }, t->kind->kind, t->now, t->once);
	bool keep = answers(rq);
	arena_free(a);
	return keep;
}

struct day
schedule_day(const struct job_kind *k, struct day today, int hour)
{
	int back = k->rhythm == WEEKLY ? (day_weekday(today) - k->weekday + 7) % 7 : 0;

	if (k->rhythm == WHEN_LEFT)
		return (struct day){ 0 };
	if (back == 0 && hour < k->hour)
		return k->rhythm == WEEKLY ? day_plus(today, -7) : (struct day){ 0 };
	return day_plus(today, -back);
}

static void
schedule_one(struct store *s, const struct job_kind *k, size_t at, int64_t now)
{
	struct day d = schedule_day(k, clock_today(now), clock_hour(now));
	int number = d.y * 10000 + d.m * 100 + d.d;
	char day[11], once[96];
	struct turn t = { s, k, now, once };

	if (day_none(d) || at >= KINDS_MOST || atomic_load(&queued[at]) == number)
		return;
	day_write(d, day);
	snprintf(once, sizeof once, "%s:%s", k->kind, day);
	if (store_change(s, queue_day, &t) == FAULT_NONE)
		atomic_store(&queued[at], number);
}

void
jobs_schedule(struct store *s, int64_t now)
{
	size_t at = 0;

	for (size_t i = 0; jobs_known && jobs_known[i]; i++)
		for (const struct job_kind *k = jobs_known[i]; k->kind; k++)
			schedule_one(s, k, at++, now);
}
