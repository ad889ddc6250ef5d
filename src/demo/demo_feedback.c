/* demo_feedback.c: what colleagues of the demo tell each other, ask and note. Knows a few sentences; no page. */
#include "demo/demo_world.h"
#include "feedback/feedback.h"
#include "feedback_queries.h"
#include "people_queries.h"

enum { EVERY = 5, LATE_DAYS = 90 };

static const struct { const char *name, *meaning; } values[] = {
	{ "We finish what we promise", "A date given is a date kept, or moved early and openly." },
	{ "We say it to each other", "Praise and doubt reach the person first, and soon." },
	{ "Customers notice", "What we do well is seen by those who use it." },
};

static const struct { const char *kind, *seen_by, *situation, *behaviour, *impact, *next_step; } gifts[] = {
	{ "praise", "all", "In the handover on Monday", "You had written down the three open questions and who answers them, before anybody asked.", "Nobody had to be called on the weekend.", NULL },
	{ "suggestion", "manager", "At the plan for the next quarter", "You answered every doubt yourself, so the two new colleagues said nothing.", "We found their point a week later.", "Ask them first, then add what is missing." },
	{ "praise", "receiver", NULL, "Thank you for the patience with my many questions this week.", NULL, NULL },
	{ "observation", "manager", "On the call with the supplier", "You wrote the summary while we talked and read it out at the end.", "Both sides left with the same list.", NULL },
	{ "suggestion", "receiver", "In the last two reviews of drafts", "Your notes came an evening before the date, when little could be changed.", NULL, "Two days earlier would help most." },
};

static void
make_values(struct rq *rq, void *arg)
{
	struct world *w = arg;

	rq->viewer = w->people[plan_with(w->plan, ROLE_DIRECTOR, NOBODY)];
	for (size_t i = 0; i < COUNT(values); i++)
		company_value_add(rq, (company_value_id){ new_id(rq) }, values[i].name, values[i].meaning, rq->today, DAY_EVER);
}

/* The manager, or another report of the same manager. */
static int
colleague_of(const struct world *w, int who)
{
	const struct plan *p = w->plan;
	int boss = p->people[who].manager, last = NOBODY;

	for (int i = 0; i < p->employed; i++)
		if (i != who && p->people[i].manager == boss)
			last = i;
	return who % 3 == 0 || last == NOBODY ? boss : last;
}

static void
give(struct rq *rq, struct world *w, int who, int to)
{
	size_t i = (size_t)mix(w->seed, (uint64_t)who, 91) % COUNT(gifts);
	int boss = w->plan->people[to].manager;
	struct feedback_gift gift = {
		.said = { gifts[i].kind, gifts[i].situation, gifts[i].behaviour, gifts[i].impact, gifts[i].next_step,
		    i % 2 ? rq->today : (struct day){ 0 }, rq->today },
		.author = w->people[who], .receiver = w->people[to], .seen_by = gifts[i].seen_by, .goal = NONE,
	};
	feedback_id id;

	rq->viewer = w->people[who];
	id = feedback_give(rq, &gift, boss == NOBODY ? (person_id){ 0 } : w->people[boss]);
	rq->viewer = w->people[to];
	if (who % 2)
		feedback_thank(rq, id, w->people[to], rq->now);
	if (who % 4)
		feedback_mark(rq, id, w->people[to], who % 3 != 0);
	if (who % 10 == 0)
		feedback_reply_add(rq, (reply_id){ new_id(rq) }, id, w->people[to], rq->now, "Can you tell me which part you mean? I would like to keep it.");
}

/* One in five says something, in the slice's days. */
static void
speak(struct rq *rq, void *arg)
{
	struct world *w = arg;

	for (size_t who = w->from; who < w->to; who++) {
		int to = who % EVERY ? NOBODY : colleague_of(w, (int)who);

		if (to != NOBODY && w->plan->people[who].manager != NOBODY)
			give(rq, w, (int)who, to);
	}
}

static void
ask_some(struct rq *rq, void *arg)
{
	struct world *w = arg;
	int who = plan_employee(w->plan), boss = w->plan->people[who].manager, other = colleague_of(w, who);
	ask_id id = { new_id(rq) };

	if (boss == NOBODY || other == NOBODY || other == boss)
		return;
	rq->viewer = w->people[who];
	ask_add(rq, id, w->people[who], w->people[who], "How was the talk on Thursday for you?", day_plus(rq->today, 10), rq->now);
	asked_add(rq, id, w->people[boss]);
	asked_add(rq, id, w->people[other]);
	asked_waits(rq, (waiting_id){ new_id(rq) }, id, w->people[other], w->people[who], rq->now, day_plus(rq->today, 10));
	rq->viewer = w->people[boss];
	asked_declined(rq, id, w->people[boss], "I was not there, I am sorry.");
}

bool
world_feedback(struct world *w)
{
	size_t n = (size_t)w->plan->employed, slice = n / 12 + 1;

	w->at = working_hour(day_plus(w->plan->today, -LATE_DAYS), 11);
	if (!world_change(w, make_values))
		return false;
	for (size_t from = 0, step = 0; from < n; from += slice, step++) {
		w->from = from;
		w->to = from + slice < n ? from + slice : n;
		w->at = working_hour(day_plus(w->plan->today, -LATE_DAYS + 5 + 7 * (int)step), step);
		if (!world_change(w, speak))
			return false;
	}
	w->at = working_hour(day_plus(w->plan->today, -1), 12);
	return world_change(w, ask_some);
}
