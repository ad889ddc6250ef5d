/* talk_pages.c: the conversation about a review, in both people's words, and what was agreed. Reads, asks, judges, shows. */
#include "jobs/notice.h"
#include "reviews/review_pages.h"
#include "tasks/tasks.h"

#include <string.h>

/* The day is named; the conversation waits for it. */
struct reply
talk_post(struct rq *rq)
{
	struct talk_entry typed = talk_entry_read(rq);

	if (refused(rq))
		return again(rq);
	review_talk(rq, rq_review(rq), review_whose(rq), typed.talk_on, typed.version);
	waiting_talk_day(rq, rq_review(rq), typed.talk_on);
	return review_back(rq, "told.talk");
}

/* It was held: when, and what both agreed. */
struct reply
talked_post(struct rq *rq)
{
	struct talked_entry typed = talked_entry_read(rq);

	if (!day_none(typed.talked_on) && day_compare(typed.talked_on, rq->today) > 0)
		refuse(rq, "talked_on", "refused.talk-ahead");
	if (refused(rq))
		return again(rq);
	review_talk(rq, rq_review(rq), review_whose(rq), typed.talked_on, typed.version);
	talk_put(rq, rq_review(rq), rq->viewer, typed.talked_on, typed.agreed, rq->now);
	waiting_closed(rq, rq_review(rq).n, "review.talk", rq->now);
	notice_leave(rq, review_whose(rq).n, "review.talked", "review", rq_review(rq).n);
	return review_back(rq, "told.talked");
}

struct reply
talk_own_post(struct rq *rq)
{
	struct talk_own_entry typed = talk_own_entry_read(rq);
	const struct second_state *s = second_state(rq, rq_review(rq));

	if (!answers(rq))
		return nothing();
	if (refused(rq))
		return again(rq);
	talk_own_put(rq, rq_review(rq), rq->viewer, typed.own_words, rq->now);
	notice_leave(rq, s->manager.n, "review.talk_answered", "review", rq_review(rq).n);
	return review_back(rq, "told.talk-own");
}

/* The employee adds what they take on; the manager what either does. What the manager takes on is on their own list alone. */
struct reply
steps_post(struct rq *rq)
{
	struct agreed_entry typed = agreed_entry_read(rq);
	const struct second_state *s = second_state(rq, rq_review(rq));
	bool own, mine;

	if (!answers(rq))
		return nothing();
	own = s->person.n == rq->viewer.n;
	mine = !own && typed.who != NULL && strcmp(typed.who, "manager") == 0;
	if (!day_none(typed.step_due) && day_compare(typed.step_due, rq->today) < 0)
		refuse(rq, "step_due", "refused.task-day");
	if (refused(rq))
		return again(rq);
	task_give(rq, &(struct task_wish){ mine ? rq->viewer : s->person, typed.step, NULL, "review", rq_review(rq).n, typed.step_due, NONE, mine ? "self" : "pair" });
	return review_back(rq, "told.step");
}
