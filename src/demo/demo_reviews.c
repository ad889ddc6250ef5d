/* demo_reviews.c: what people answer in a cycle and what follows. Knows one review at a time. */
#include "base/out.h"
#include "demo/demo_cycles.h"
#include "tasks/tasks.h"
#include "demo/plan_truth.h"

enum { DRAFTED = 4 };

static const struct plan_person *
person_of(const struct world *w, person_id person)
{
	return &w->plan->people[world_index(w, person)];
}

/* As it is planted (plan_truth.h): by the months of the period that are over. */
static int64_t
level_of(const struct world *w, const struct demo_review *r, size_t question, bool self)
{
	const struct review_plan *c = w->cycle;
	struct day over = day_compare(c->period_to, w->plan->today) < 0 ? c->period_to : w->plan->today;
	int who = world_index(w, r->person), rater = self ? who : world_index(w, r->manager);

	return plan_mark(w->plan, rater, who, question, plan_month_of(c->period_from), plan_month_of(over));
}

/* The first `most` questions of the form. */
static void
answer(struct rq *rq, struct world *w, const struct demo_review *r, bool self, size_t most)
{
	const struct review_plan *c = w->cycle;
	int about = world_index(w, r->person);
	part_id part = self ? r->self_part : r->manager_part;
	size_t texts = 0, met = 0;

	for (size_t i = 0; i < c->n_questions; i++)
		texts += !c->questions[i].rated;
	for (size_t i = 0; i < c->n_questions && i < most; i++) {
		const struct demo_question *q = &c->questions[i];

		if (q->rated) {
			answer_put(rq, part, q->id, level_of(w, r, i, self), NULL, 0, rq->now);
			continue;
		}
		answer_put(rq, part, q->id, NONE, plan_text(rq->arena, w->plan, about, self, c->since, met, texts), 0, rq->now);
		met++;
	}
}

static void
submit(struct rq *rq, struct world *w, const struct demo_review *r, bool self)
{
	rq->viewer = self ? r->person : r->manager;
	answer(rq, w, r, self, w->cycle->n_questions);
	if (!self)
		demo_cites(rq, r->manager_part, r->person, rq->today, rq->now);
	part_hand_in(rq, self ? r->self_part : r->manager_part, r->id, r->person, self ? "self" : "manager", 1);
}

static void
draft(struct rq *rq, struct world *w, const struct demo_review *r, bool self)
{
	rq->viewer = self ? r->person : r->manager;
	part_begun(rq, self ? r->self_part : r->manager_part);
	answer(rq, w, r, self, DRAFTED);
	if (!self)
		demo_cites(rq, r->manager_part, r->person, rq->today, rq->now);
}

/* Without an e-mail nobody could ask: HR goes on without the self review. */
static void
waive(struct rq *rq, struct world *w, const struct demo_review *r)
{
	rq->viewer = w->people[plan_with(w->plan, ROLE_PERFORMANCE, NOBODY)];
	review_waive(rq, r->id, r->person);
}

/* What was agreed in the conversation, and one step for either of them. */
static void
agree(struct rq *rq, struct world *w, const struct demo_review *r, uint64_t roll)
{
	static const char *const agreed[] = {
		"Fewer things at once. We look every two weeks at what can wait.", "The hand-over is written down, and somebody else learns it.",
		"One topic of your own in spring, with time set aside for it.", "I give you the customer meetings; you say early when it gets too much.",
	}, *const steps[] = { "Write the hand-over down", "Find a topic for spring", "Sit in on the customer meeting", "Show the others how the list is made" };
	bool mine = roll % 5 == 0;

	talk_put(rq, r->id, rq->viewer, rq->today, agreed[roll % COUNT(agreed)], rq->now);
	if (roll % 3 == 0)
		task_give(rq, &(struct task_wish){ mine ? r->manager : r->person, steps[roll / 7 % COUNT(steps)], NULL, "review", r->id.n,
			day_plus(rq->today, 90 + (int)(roll % 60)), NONE, mine ? "self" : "pair" });
}

/* Most read and agree, some disagree, some have not answered yet. */
static void
talk_and_answer(struct rq *rq, struct world *w, const struct demo_review *r)
{
	const struct plan_person *who = person_of(w, r->person);
	struct writing about = plan_writing(w->plan, world_index(w, r->person), true, w->cycle->since);
	uint64_t roll = mix(w->seed, (uint64_t)r->person.n, 51);
	bool differs = roll % 16 == 5;
	size_t pick = (size_t)(mix(about.team, 9, 0) + about.rank);
	const char *words = differs ? demo_differs[pick % demo_differs_n] : demo_agrees[pick % demo_agrees_n];

	rq->viewer = r->manager;
	review_talk(rq, r->id, r->person, rq->today, 3);
	waiting_closed(rq, r->id.n, "review.talk", rq->now);
	agree(rq, w, r, roll);
	if (who->email == NULL || roll % 8 == 0)
		return;
	rq->viewer = r->person;
	rq->now += INT64_C(2400) * 1000000;
	counts_review(rq, r->id, new_id(rq), "acknowledged", 1);
	review_acknowledge(rq, r->id, r->person, differs ? "disagreed" : "acknowledged", 4);
	word_add(rq, (word_id){ new_id(rq) }, r->id, r->person, differs ? "disagreed" : "acknowledged",
	    differs || roll % 3 ? pattern_fill(rq->arena, &about, words, roll) : NULL, rq->now);
	waiting_closed(rq, r->id.n, "review.acknowledge", rq->now);
}

void
review_moments(struct rq *rq, void *world)
{
	struct world *w = world;

	rq->door = DOOR_WEB;
	for (size_t m = w->from; m < w->to && fine(rq); m++) {
		const struct demo_review *r = &w->cycle->reviews[w->moments[m].who];
		int what = w->moments[m].what;

		rq->now = w->moments[m].at;
		rq->today = day_of_instant(rq->now);
		if (what == SELF_SUBMITS || what == MANAGER_SUBMITS)
			submit(rq, w, r, what == SELF_SUBMITS);
		else if (what == SELF_DRAFTS || what == MANAGER_DRAFTS)
			draft(rq, w, r, what == SELF_DRAFTS);
		else if (what == SELF_WAIVED)
			waive(rq, w, r);
		else
			talk_and_answer(rq, w, r);
	}
	answers(rq);
}

/* The director releases all but their own; the chief, as their manager, that one. */
void
review_releases(struct rq *rq, void *world)
{
	struct world *w = world;
	const struct review_plan *c = w->cycle;
	int director = plan_with(w->plan, ROLE_DIRECTOR, NOBODY);
	struct ready_line *ready = NEW_MANY(rq->arena, struct ready_line, w->to - w->from);
	struct ready_line_rows rows = { 0, ready };

	rq->door = DOOR_WEB;
	rq->viewer = w->people[c->by];
	rq->today = day_of_instant(rq->now);
	for (size_t i = w->from; i < w->to; i++) {
		bool own = world_index(w, c->reviews[i].person) == director;

		if (own == (c->by != director))
			ready[rows.n++] = (struct ready_line){ c->reviews[i].id, c->reviews[i].person };
	}
	reviews_release(rq, &rows, w->plan->people[c->by].shown);
	answers(rq);
}
