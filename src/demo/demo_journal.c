/* demo_journal.c: a few notes of the demo's journals; what one employee shares. Knows a few sentences; no page. */
#include "demo/demo_world.h"
#include "feedback/feedback.h"
#include "feedback_queries.h"

static const char SHARED[] = "The new list was used in all three handovers this week.";

/* The employee and their manager note something; one note is shared. */
static void
note_some(struct rq *rq, void *arg)
{
	struct world *w = arg;
	int who = plan_employee(w->plan), boss = w->plan->people[who].manager;
	person_id me = w->people[who];
	note_id note;

	rq->door = DOOR_WEB;
	rq->viewer = me;
	note_write(rq, me, me, day_plus(rq->today, -20), "learning", "The supplier answers on Thursdays. Ask on Wednesday.");
	note = note_write(rq, me, me, day_plus(rq->today, -9), "achievement", SHARED);
	note_share(rq, (shared_id){ new_id(rq) }, note, me, "achievement", day_plus(rq->today, -9), SHARED, 0, rq->now);
	if (boss == NOBODY)
		return;
	rq->viewer = w->people[boss];
	note_write(rq, w->people[boss], me, day_plus(rq->today, -4), "challenge", "Takes on too much at the end of a month. Ask what could wait.");
}

bool
world_journal(struct world *w)
{
	w->at = working_hour(day_plus(w->plan->today, -1), 13);
	return world_change(w, note_some);
}
