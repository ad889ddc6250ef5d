/* demo_notices.c: how some of the demo's people wish to be told, and what some typed and have not sent. Knows no page. */
#include "access/access.h"
#include "demo/demo_world.h"
#include "http/body.h"
#include "notices/notices.h"

/* The first people are those tests sign in as: they chose nothing. */
enum { FROM = 24, EVENING = 19 * 60, MORNING = 7 * 60, CHOOSERS = 9, WRITERS = 11 };

static void
choose(struct rq *rq, struct world *w, int who)
{
	static const char *const rhythms[] = { "weekly", "daily", "each", "never" };
	bool quiet = who % 2;

	notice_choice_put(rq, w->people[who], rhythms[who / CHOOSERS % 4], quiet ? EVENING : NONE, quiet ? MORNING : NONE, 0);
}

static void
choose_and_leave(struct rq *rq, void *arg)
{
	static const struct field typed = { .name = "title", .value = "Ask for the figures of the third quarter" };
	struct world *w = arg;

	rq->door = DOOR_WEB;
	for (int i = FROM; i < w->plan->n_people; i++) {
		if (!day_none(w->plan->people[i].left))
			continue;
		rq->viewer = w->people[i];
		if (i % CHOOSERS == 0)
			choose(rq, w, i);
		if (i % WRITERS == 0)
			draft_keep(rq, "task", 0, &typed);
	}
}

bool
world_notices(struct world *w)
{
	w->at = working_hour(day_plus(w->plan->today, -1), 15);
	return world_change(w, choose_and_leave);
}
