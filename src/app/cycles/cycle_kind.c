/* cycle_kind.c: a cycle as a request's subject. It is no one's record. */
#include "cycles/cycles.h"

#include <string.h>

static void *
cycle_ask(struct rq *rq, struct blob who __attribute__((unused)), int64_t id)
{
	return cycle_subject(rq, (cycle_id){ id });
}

static bool
cycle_judge(struct rq *rq __attribute__((unused)), void *asked, struct subject *s)
{
	const struct cycle_head_rows *cycle = asked;

	if (cycle->n == 0)
		return false;
	s->name = cycle->at->name;
	s->state = cycle->at->state;
	return true;
}

const struct subject_kind cycles_kinds[] = {
	{ OF_CYCLE, cycle_ask, cycle_judge },
	{ 0 }
};

const struct phase *
phase_named(const struct phase_rows *phases, const char *name)
{
	for (size_t i = 0; i < phases->n; i++)
		if (strcmp(phases->at[i].name, name) == 0)
			return &phases->at[i];
	return NULL;
}
