/* import_kind.c: a run of an import as a request's subject. It is no one's record. */
#include "people/people.h"

static void *
import_run_ask(struct rq *rq, struct blob who __attribute__((unused)), int64_t id)
{
	return import_state_of(rq, (import_run_id){ id });
}

static bool
import_run_judge(struct rq *rq __attribute__((unused)), void *asked, struct subject *s)
{
	const struct import_state_rows *run = asked;

	if (run->n == 0)
		return false;
	s->name = run->at->file;
	s->state = run->at->state;
	return true;
}

const struct subject_kind people_kinds[] = {
	{ OF_IMPORT, import_run_ask, import_run_judge },
	{ 0 }
};
