/* start_pages.c: getting started: the steps of a first set-up, ticked from what is there. Reads, asks, judges, shows. */
#include "home/home.h"
#include "home/start.h"
#include "home_views.h"

int
start_steps(struct rq *rq, const struct start_facts *facts, struct start_step_rows *steps)
{
	struct start_may mine = { .import = may(rq, IMPORT_PEOPLE), .invite = may(rq, RUN_ACCOUNTS), .prepare = may(rq, BEGIN_CYCLE) };

	steps->at = NEW_MANY(rq->arena, struct start_step, START_STEPS);
	steps->n = START_STEPS;
	return start_judge(facts, mine, rq->arena, steps->at);
}

struct reply
start_get(struct rq *rq)
{
	const struct start_facts *facts = start_facts_of(rq, rq->viewer);
	struct start_step_rows steps = { 0 };
	struct start page = { .start = &steps, .start_first = 1 };

	answers(rq);
	if (!fine(rq))
		return nothing();
	page.start_left = start_steps(rq, facts, &steps);
	page.away = facts->away > 0;
	return start_page(rq, &page);
}

struct reply
start_away_post(struct rq *rq)
{
	start_put_away(rq, rq->viewer, rq->now);
	tell_undo(rq, "told.start-away", "/start/back");
	return go(rq, "/");
}

struct reply
start_back_post(struct rq *rq)
{
	start_taken_back(rq, rq->viewer);
	return go(rq, "/");
}
