/* demo_cases.c: leave and transfers in the cycle that runs, what HR decided and what former managers said. Knows one cycle at work. */
#include "demo/demo_cycles.h"
#include "people_queries.h"
#include "reviews/formers.h"

#include <string.h>

enum { AWAY = 140, LEAVES = 2, ASKED = 3, FORMERS = 5 };

static const struct demo_review *
review_about(const struct review_plan *c, person_id person)
{
	for (size_t i = 0; i < c->n; i++)
		if (c->reviews[i].person.n == person.n)
			return &c->reviews[i];
	return NULL;
}

static void
decide(struct rq *rq, const struct world *w, person_id person, const char *choice, const char *reason, struct day from, struct day to)
{
	case_put(rq, rq->viewer, (case_id){ new_id(rq) }, w->cycle->id, person, "year", choice, reason, from, to, rq->now);
}

/* Two were away for months: of one, the days that were worked count; the other still needs a decision. */
static void
leaves(struct rq *rq, struct world *w)
{
	const struct review_plan *c = w->cycle;
	struct day away = day_plus(c->period_from, 20), back = day_plus(away, AWAY);
	int found = 0;

	for (size_t i = c->n; i-- > 0 && found < LEAVES;) {
		int who = world_index(w, c->reviews[i].person);
		const struct plan_person *p = &w->plan->people[who];

		if (p->role != ROLE_NONE || who == plan_employee(w->plan) || who == plan_lead(w->plan) || p->reports > 0 || !day_none(p->moved))
			continue;
		absence_add(rq, (absence_id){ new_id(rq) }, c->reviews[i].person, away, back);
		if (found++ > 0)
			continue;
		const struct case_state *s = case_state(rq, rq->viewer, c->id, c->reviews[i].person);
		if (!answers(rq))
			return;
		case_days(rq, s->member, back, c->period_to);
		decide(rq, w, c->reviews[i].person, "part", "Back since the early summer: what was done from then on.", back, c->period_to);
	}
}

/* One who led them before is asked; what they are asked is left open by the second, declined by the third. */
static void
ask_former(struct rq *rq, struct world *w, int who)
{
	const struct plan_person *p = &w->plan->people[who];
	const struct demo_review *r = review_about(w->cycle, w->people[who]);
	struct former_wish wish;
	struct former_line one = { .person = w->people[p->earlier_manager], .from_on = p->hired, .until_on = p->moved };
	const struct case_state *s;

	if (r == NULL || r->manager.n == one.person.n)
		return;
	s = case_state(rq, rq->viewer, w->cycle->id, r->person);
	if (!answers(rq) || strcmp(s->manager_state, "submitted") == 0)
		return;
	wish = (struct former_wish){ r->id, r->person, w->cycle->phases[1].closes, 1, false };
	former_asks(rq, &wish, &one);
	decide(rq, w, r->person, "keep", "Changed teams in the autumn; who led them before is asked as well.", (struct day){ 0 }, (struct day){ 0 });
}

/* The last of them moved when the forms were out: who led them before still writes, and HR has not decided yet. */
static void
moved_since(struct rq *rq, struct world *w, int who)
{
	const struct plan_person *p = &w->plan->people[who];
	const struct demo_review *r = review_about(w->cycle, w->people[who]);
	person_id before = w->people[p->earlier_manager];
	const struct case_state *s;

	if (r == NULL || r->manager.n == before.n)
		return;
	s = case_state(rq, rq->viewer, w->cycle->id, r->person);
	if (!answers(rq) || strcmp(s->manager_state, "asked") != 0)
		return;
	waiting_closed(rq, r->manager_part.n, "review.manager", rq->now);
	case_review_moves(rq, r->id, r->person, before);
	case_part_moves(rq, r->manager_part, before);
	waiting_opened(rq, (waiting_id){ new_id(rq) }, before, "review.manager", "part", r->manager_part.n, r->person, rq->now, w->cycle->phases[1].closes);
}

static void
decides(struct rq *rq, void *arg)
{
	struct world *w = arg;

	rq->door = DOOR_WEB;
	rq->viewer = w->people[plan_with(w->plan, ROLE_PERFORMANCE, NOBODY)];
	rq->today = day_of_instant(rq->now);
	leaves(rq, w);
	for (int i = 0; i < w->plan->n_transfers && i < ASKED; i++)
		ask_former(rq, w, w->plan->transfers[i]);
	if (w->plan->n_transfers == PLAN_TRANSFERS)
		moved_since(rq, w, w->plan->transfers[PLAN_TRANSFERS - 1]);
	answers(rq);
}

static void
answer_one(struct rq *rq, const struct my_former *f, const struct former_head *head, bool declines)
{
	if (declines)
		former_declined(rq, f->id, rq->viewer, head->person, "We met twice in that time; whoever worked with them every week can say more.", head->version, rq->now);
	else
		former_given(rq, f->id, rq->viewer, head->person,
		    "Until the move they kept the weekly list for the whole team, and told us early when something would not hold. In spring they took over a topic nobody wanted and wrote it up so that others could go on with it.",
		    "Time for one larger thing of their own, and somebody to talk it through with.", head->version, rq->now);
	waiting_closed(rq, f->id.n, "review.former", rq->now);
}

/* The first writes, the third declines; the second has it on the home page. */
static void
answer(struct rq *rq, void *arg)
{
	struct world *w = arg;

	rq->door = DOOR_WEB;
	rq->today = day_of_instant(rq->now);
	for (int i = 0; i < w->plan->n_transfers && i < ASKED; i += 2) {
		const struct plan_person *p = &w->plan->people[w->plan->transfers[i]];
		const struct my_former_rows *mine;

		rq->viewer = w->people[p->earlier_manager];
		mine = my_formers(rq, rq->viewer, FORMERS);
		if (!answers(rq))
			return;
		for (size_t k = 0; k < mine->n; k++) {
			const struct former_head *head = former_head(rq, rq->viewer, mine->at[k].id);

			if (!answers(rq))
				return;
			if (head->person.n == w->people[w->plan->transfers[i]].n)
				answer_one(rq, &mine->at[k], head, i > 0);
		}
	}
	answers(rq);
}

bool
cycle_cases(struct world *w)
{
	w->at = working_hour(day_plus(w->plan->today, -3), 4);
	if (!world_change(w, decides))
		return false;
	w->at = working_hour(day_plus(w->plan->today, -1), 6);
	return world_change(w, answer);
}
