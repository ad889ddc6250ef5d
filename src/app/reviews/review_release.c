/* review_release.c: releasing reviews, each with its signed record and what it asks next. No page. */
#include "reviews/record_ask.h"

#include "jobs/notice.h"

/* The employee reads, the manager talks: both by the end of the conversation phase. */
static void
ask_next(struct rq *rq, const struct review_head *h, struct day due)
{
	waiting_opened(rq, (waiting_id){ new_id(rq) }, h->person, "review.acknowledge", "review", h->id.n, h->person, rq->now, due);
	if (h->manager.n != 0)
		waiting_opened(rq, (waiting_id){ new_id(rq) }, h->manager, "review.talk", "review", h->id.n, h->person, rq->now, due);
}

static void
release_one(struct rq *rq, struct record_facts *facts, const struct phase_rows *phases, const char *by)
{
	const struct phase *talk = phase_named(phases, "talk");

	facts->by_name = by;
	facts->kind = "released";
	counts_review(rq, facts->head->id, new_id(rq), "ready", -1);
	counts_review(rq, facts->head->id, new_id(rq), "released", 1);
	counts_rated(rq, facts->head->id, new_id(rq), 1);
	review_release(rq, facts->head->id, facts->head->person, rq->viewer, rq->now);
	record_keep(rq, facts);
	if (facts->head->rehearsal != 1)
		notice_leave(rq, facts->head->person.n, "review.released", "review", facts->head->id.n);
	ask_next(rq, facts->head, talk == NULL ? rq->today : talk->closes);
}

void
reviews_release(struct rq *rq, const struct ready_line_rows *ready, const char *by)
{
	struct record_facts *facts = NEW_MANY(rq->arena, struct record_facts, ready->n);
	const struct phase_rows **phases = NEW_MANY(rq->arena, const struct phase_rows *, ready->n);

	for (size_t i = 0; i < ready->n; i++) {
		facts[i] = record_ask(rq, ready->at[i].review, ready->at[i].person);
		phases[i] = review_phases(rq, ready->at[i].review);
	}
	if (!answers(rq))
		return;
	for (size_t i = 0; i < ready->n; i++)
		release_one(rq, &facts[i], phases[i], by);
	if (ready->n > 0)
		waiting_hr_closed(rq, facts[0].head->cycle, rq->now);
}
