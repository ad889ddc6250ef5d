/* cycle_run_midyear.c: both sides of a mid-year conversation are in: both read both, and talk. No page, no rating. */
#include "reviews/reviews.h"

#include "jobs/notice.h"

void
review_shared(struct rq *rq, review_id review, const struct review_state *s)
{
	counts_review(rq, review, new_id(rq), "released", 1);
	review_shown_to_both(rq, review, s->person, rq->now);
	if (s->rehearsal)
		return;
	notice_leave(rq, s->person.n, "review.shared", "review", review.n);
	if (s->manager.n == 0)
		return;
	notice_leave(rq, s->manager.n, "review.shared", "review", review.n);
	waiting_opened(rq, (waiting_id){ new_id(rq) }, s->manager, "review.talk", "review", review.n, s->person, rq->now,
	    day_none(s->talk_until) ? rq->today : s->talk_until);
}
