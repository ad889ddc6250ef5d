/* release_pages.c: release, acknowledgement, lock, amendment. Reads, asks, judges, shows. */
#include "reviews/record_ask.h"
#include "reviews/review_pages.h"

#include <string.h>

enum { REREAD_DAYS = 14 };      /* to read an amended review again */

struct reply
review_back(struct rq *rq, const char *told)
{
	tell(rq, told);
	return go(rq, "/reviews/%lld", (long long)rq_review(rq).n);
}

person_id
review_whose(const struct rq *rq)
{
	return rq_subject(rq)->person;
}

struct reply
release_post(struct rq *rq)
{
	struct ready_line one = { rq_review(rq), review_whose(rq) };

	reviews_release(rq, &(struct ready_line_rows){ 1, &one }, rq_who(rq)->name);
	return review_back(rq, "told.released");
}

struct reply
acknowledge_post(struct rq *rq)
{
	struct acknowledge_entry typed = acknowledge_entry_read(rq);

	if (refused(rq))
		return again(rq);
	counts_review(rq, rq_review(rq), new_id(rq), "acknowledged", 1);
	review_acknowledge(rq, rq_review(rq), rq->viewer, typed.verdict, typed.version);
	word_add(rq, (word_id){ new_id(rq) }, rq_review(rq), rq->viewer, typed.verdict, typed.comment, rq->now);
	waiting_closed(rq, rq_review(rq).n, "review.acknowledge", rq->now);
	return review_back(rq, "told.acknowledged");
}

struct reply
lock_post(struct rq *rq)
{
	struct review_step typed = review_step_read(rq);
	struct record_facts facts = record_ask(rq, rq_review(rq), rq_subject(rq)->person);

	if (!answers(rq))
		return nothing();
	if (refused(rq))
		return again(rq);
	if (strcmp(rq_subject(rq)->state, "released") == 0)
		counts_review(rq, rq_review(rq), new_id(rq), "acknowledged", 1);
	review_lock(rq, rq_review(rq), review_whose(rq), typed.version, rq->now);
	facts.kind = "locked";
	facts.by_name = rq_who(rq)->name;
	record_keep(rq, &facts);
	waiting_closed(rq, rq_review(rq).n, "review.acknowledge", rq->now);
	waiting_closed(rq, rq_review(rq).n, "review.talk", rq->now);
	return review_back(rq, "told.locked");
}

/* The mark with that value, or NULL. */
static const struct rating_scale *
mark_of(const struct rating_scale_rows *scale, int64_t value)
{
	for (size_t i = 0; i < scale->n; i++)
		if (scale->at[i].value == value)
			return &scale->at[i];
	return NULL;
}

/* The record's next edition: the head as it now is, and why. */
static void
amend(struct rq *rq, struct record_facts *facts, const struct amend_entry *typed, const struct rating_scale *mark)
{
	struct review_head *head = NEW(rq->arena, struct review_head);

	*head = *facts->head;
	if (mark != NULL) {
		head->final = mark->value;
		head->label = mark->label;
	}
	facts->head = head;
	facts->kind = "amended";
	facts->reason = typed->reason;
	facts->by_name = rq_who(rq)->name;
	if (strcmp(head->state, "released") != 0)
		counts_review(rq, head->id, new_id(rq), "acknowledged", -1);
	counts_rated(rq, head->id, new_id(rq), -1);
	review_amend(rq, head->id, head->person, head->final, head->label, typed->version);
	counts_rated(rq, head->id, new_id(rq), 1);
	record_keep(rq, facts);
	waiting_opened(rq, (waiting_id){ new_id(rq) }, head->person, "review.acknowledge", "review", head->id.n, head->person, rq->now,
	    day_plus(rq->today, REREAD_DAYS));
}

struct reply
amend_post(struct rq *rq)
{
	struct amend_entry typed = amend_entry_read(rq);
	struct record_facts facts = record_ask(rq, rq_review(rq), rq_subject(rq)->person);
	const struct rating_scale_rows *scale = rating_scale(rq, rq_review(rq));

	answers(rq);
	if (typed.rating != NONE && mark_of(scale, typed.rating) == NULL)
		refuse(rq, "rating", "refused.not_a_choice");
	if (refused(rq))
		return again(rq);
	amend(rq, &facts, &typed, mark_of(scale, typed.rating));
	return review_back(rq, "told.amended");
}
