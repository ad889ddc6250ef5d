/* demo_corrections.c: what a few people of the demo say is wrong, and what HR answered. Knows one person at a time. */
#include "corrections/corrections.h"
#include "demo/demo_plan.h"
#include "demo/demo_world.h"

static const struct { const char *about, *words, *verdict, *answer; } said[] = {
	{ "employment", "My first day was a Monday, one day earlier than it says here.", "mended", "You are right: the contract says so too. It comes right with the next import." },
	{ "feedback", "This thanks me for the audit; that was my colleague's work.", "declined", "It stays her words. We asked her to write to you both, and she will." },
	{ "goal", "The target was lowered in spring; we both agreed it by mail.", NULL, NULL },
};

static void
say(struct rq *rq, void *world)
{
	struct world *w = world;

	rq->door = DOOR_WEB;
	rq->today = day_of_instant(rq->now);
	for (size_t i = 0; i < COUNT(said); i++) {
		struct correction_head head = { 0 };

		rq->viewer = head.person = w->people[plan_employee(w->plan) + (int)i];
		head.id = correction_ask(rq, said[i].about, NONE, said[i].words);
		head.version = 1;
		if (!said[i].verdict)
			continue;
		rq->viewer = w->people[plan_with(w->plan, ROLE_DIRECTOR, NOBODY)];
		correction_close(rq, &head, said[i].verdict, said[i].answer);
	}
	answers(rq);
}

bool
world_corrections(struct world *w)
{
	w->at = working_hour(day_plus(w->plan->today, -6), 5);
	return world_change(w, say);
}
