/* cycle_counts.c: the kept sums of a cycle: filled at launch and when the tree of units changed. No page. */
#include "reviews/reviews.h"

void
cycle_recount(struct rq *rq, cycle_id cycle)
{
	counts_clear(rq, cycle);
	deltas_clear(rq, cycle);
	counts_fill(rq, cycle);
}

void
cycles_recount(struct rq *rq)
{
	const struct running_cycle_rows *running = cycles_running(rq);

	if (!answers(rq))
		return;
	for (size_t i = 0; i < running->n; i++)
		cycle_recount(rq, running->at[i].id);
}
