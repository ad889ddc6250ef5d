/* cycle_run_jobs.c: takes up the next piece of work of running cycles and does a slice of it. Knows kinds, not what they say. */
#include "reviews/cycle_run_jobs.h"

#include "base/clock.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

static const struct errand_kind kinds[] = {
	{ "cycle.phase", phase_errand_read, phase_errand_write },
	{ "cycle.remind", remind_errand_read, remind_errand_write },
	{ "cycle.say", say_errand_read, say_errand_write },
	{ "cycle.nudge", nudge_errand_read, nudge_errand_write },
};

void
errand_place(const char *place, int64_t *first, int64_t *second)
{
	const char *colon = strchr(place, ':');

	*first = strtoll(place, NULL, 10);
	*second = colon ? strtoll(colon + 1, NULL, 10) : 0;
}

const char *
errand_after(struct rq *rq, const char *first, const struct errand_person_rows *people)
{
	if (people->n < ERRAND_SLICE)
		return NULL;
	return arena_print(rq->arena, "%s:%lld", first, (long long)people->at[people->n - 1].person.n);
}

struct slice {
	struct arena *arena;
	struct store *store;
	int64_t now;
	const struct errand_kind *kind;
	struct errand_now errand;
};

static struct rq *
slice_rq(struct slice *s, struct conn *c)
{
	struct rq *rq = rq_new(s->arena, s->store, c, s->now, clock_today(s->now));

	rq->door = DOOR_JOB;
	return rq;
}

static void
read_slice(struct conn *c, void *arg)
{
	struct slice *s = arg;
	struct rq *rq = slice_rq(s, c);
	const struct errand_rows *next = errand_next(rq);

	if (!answers(rq) || next->n == 0)
		return;
	for (size_t i = 0; i < COUNT(kinds); i++)
		if (strcmp(kinds[i].kind, next->at->kind) == 0)
			s->kind = &kinds[i];
	s->errand.row = next->at;
	s->kind->read(rq, &s->errand);
	if (!answers(rq))
		s->kind = NULL;
}

static bool
write_slice(struct conn *c, void *arg)
{
	struct slice *s = arg;
	struct rq *rq = slice_rq(s, c);

	s->errand.next = NULL;
	s->kind->write(rq, &s->errand);
	if (s->errand.next == NULL)
		errand_ends(rq, s->errand.row->id, s->errand.row->place);
	else
		errand_goes_on(rq, s->errand.row->id, s->errand.row->place, s->errand.next);
	return answers(rq);
}

bool
cycle_errands(struct store *store)
{
	struct slice s = { .arena = arena_new(), .store = store, .now = clock_now() };
	bool did = store_read(store, read_slice, &s, 0) == FAULT_NONE && s.kind != NULL
	    && store_change(store, write_slice, &s) == FAULT_NONE;

	arena_free(s.arena);
	return did;
}
