/* why.c: what the viewer is to the subject, in words a page can list. Decides nothing. */
#include "access/access.h"
#include "access/policy_words.h"
#include "views/views.h"

static bool
may_view(struct rq *rq, int capability)
{
	return may(rq, capability);
}

void
access_begin(void)
{
	rq_may = may_view;
}

struct held_rows *
why_of(struct rq *rq)
{
	struct held_rows *why = NEW(rq->arena, struct held_rows);
	uint32_t set = rq_subject(rq)->relations;

	why->at = NEW_MANY(rq->arena, struct held, RELATIONS);
	for (int r = 0; r < RELATIONS; r++)
		if (set & (1u << r))
			why->at[why->n++].relation = relation_word(r);
	return why;
}
