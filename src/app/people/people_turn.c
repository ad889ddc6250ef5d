/* people_turn.c: the turn of the day: what was dated becomes so. Asks; judges nothing. */
#include "people/people.h"

void
people_turn(struct rq *rq)
{
	const struct turn_leaver_rows *leavers = turn_leavers(rq, rq->today);
	const struct headless_rows *headless = heads_left(rq, rq->today);

	if (!answers(rq))
		return;
	turn_lines_end(rq, rq->today);
	turn_people_end(rq, rq->today);
	for (size_t i = 0; i < leavers->n; i++)
		if (people_hooks.account_close_for != NULL)
			people_hooks.account_close_for(rq, leavers->at[i].person);
	people_turn_heads(rq, headless);
	turn_people_begin(rq, rq->today);
	turn_lines_begin(rq, rq->today);
	turn_placed(rq, rq->today);
	people_chains(rq);
}
