/* takeback_pages.c: what HR takes back with a reason: a part handed in by mistake, a release. Reads, asks, judges, shows. */
#include "jobs/notice.h"
#include "reviews/record_ask.h"
#include "reviews/review_pages.h"
#include "reviews/second.h"

#include <string.h>

static void
refuse_reopening(struct rq *rq, const struct second_state *s, const struct reopen_entry *typed, bool self)
{
	const char *state = self ? s->self_state : s->manager_state;

	if (strcmp(s->cycle_state, "launched") != 0)
		refuse(rq, "side", "refused.cycle-closed");
	else if (typed->side != NULL && (state == NULL || strcmp(state, "submitted") != 0))
		refuse(rq, "side", "refused.not-handed-in");
	if (!day_none(typed->until) && day_compare(typed->until, rq->today) < 0)
		refuse(rq, "until", "refused.day-passed");
}

struct reply
reopen_post(struct rq *rq)
{
	struct reopen_entry typed = reopen_entry_read(rq);
	const struct second_state *s = second_state(rq, rq_review(rq));
	bool self = typed.side != NULL && strcmp(typed.side, "self") == 0;
	part_id part;

	if (!answers(rq))
		return nothing();
	refuse_reopening(rq, s, &typed, self);
	if (refused(rq))
		return again(rq);
	part = self ? s->self_part : s->manager_part;
	review_reopen(rq, rq_review(rq), s->person, typed.side, typed.version);
	part_again(rq, rq_review(rq), s, self, typed.until);
	move_add(rq, (move_id){ new_id(rq) }, rq_review(rq), rq->viewer, self ? "reopened-self" : "reopened-manager", typed.reopen_reason, self, rq->now);
	notice_leave(rq, self ? s->person.n : s->manager.n, "review.reopened", "part", part.n);
	return review_back(rq, "told.reopened");
}

/* What was released is no longer; its edition stays, and the next one says that it was taken back, and why. */
static void
withdraw(struct rq *rq, struct record_facts *facts, const struct withdraw_entry *typed)
{
	const struct review_head *h = facts->head;

	if (strcmp(h->state, "released") != 0)
		counts_review(rq, h->id, new_id(rq), "acknowledged", -1);
	counts_review(rq, h->id, new_id(rq), "released", -1);
	counts_rated(rq, h->id, new_id(rq), -1);
	review_withdraw(rq, h->id, h->person, rq->viewer, typed->version, rq->now);
	facts->kind = "withdrawn";
	facts->reason = typed->withdraw_reason;
	facts->by_name = rq_who(rq)->name;
	record_keep(rq, facts);
	waiting_closed(rq, h->id.n, "review.acknowledge", rq->now);
	waiting_closed(rq, h->id.n, "review.talk", rq->now);
	review_is_ready(rq, h->id, h->cycle);
	notice_leave(rq, h->person.n, "review.withdrawn", "review", h->id.n);
	notice_leave(rq, h->manager.n, "review.withdrawn", "review", h->id.n);
}

struct reply
withdraw_post(struct rq *rq)
{
	struct withdraw_entry typed = withdraw_entry_read(rq);
	struct record_facts facts = record_ask(rq, rq_review(rq), rq_subject(rq)->person);

	if (!answers(rq))
		return nothing();
	if (strcmp(facts.head->state, "released") != 0 && typed.sure != 1)
		refuse(rq, "sure", "refused.withdraw-read");
	if (refused(rq))
		return again(rq);
	withdraw(rq, &facts, &typed);
	return review_back(rq, "told.withdrawn");
}
