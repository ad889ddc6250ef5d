/* scope.c: whom a viewer's grants reach, kept beside the grants. Knows no request. */
#include "access/access.h"
#include "access/draft.h"

void
scope_build(struct rq *rq, person_id person)
{
	scope_clear(rq, person);
	scope_fill(rq, person);
	reach_clear(rq, person);
	reach_fill(rq, person);
}

void
access_rebuild(struct rq *rq)
{
	scope_clear_all(rq);
	scope_fill_all(rq);
	reach_clear_all(rq);
	reach_fill_all(rq);
}

void
access_leavers(struct rq *rq)
{
	accounts_close_leavers(rq);
}

void
access_turn(struct rq *rq)
{
	grants_stop(rq, rq->today);
	access_leavers(rq);
	grants_start(rq, rq->today);
	access_rebuild(rq);
	access_upkeep(rq);
}

/* Tries and ended sessions are kept a day, links a week beyond their end: so that "used" can be said. */
void
access_upkeep(struct rq *rq)
{
	static const int64_t DAY = INT64_C(86400) * 1000000;

	tries_forget(rq, rq->now - DAY);
	sessions_forget(rq, rq->now - DAY);
	links_forget(rq, rq->now - 7 * DAY);
	drafts_forget(rq, rq->now - DRAFT_DAYS * DAY);
}
