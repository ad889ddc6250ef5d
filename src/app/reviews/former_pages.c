/* former_pages.c: what a former manager says when HR asks; asking itself. Reads, asks, judges, shows. Knows nothing of the review. */
#include "reviews/formers.h"
#include "reviews/review_pages.h"

#include "jobs/notice.h"
#include "views/views.h"

#include <string.h>

struct reply
former_get(struct rq *rq)
{
	struct former_show page = { .head = former_head(rq, rq->viewer, rq_former(rq)), .stands = rq_subject(rq)->state };

	answers(rq);
	page.side = rq_subject(rq)->relations & relation_bit("reviewer") ? "writer" : "reader";
	return former_show_page(rq, &page);
}

static void
answered(struct rq *rq, const struct former_head *head)
{
	waiting_closed(rq, head->id.n, "review.former", rq->now);
}

struct reply
former_post(struct rq *rq)
{
	struct former_entry typed = former_entry_read(rq);
	const struct former_head *head = former_head(rq, rq->viewer, rq_former(rq));

	if (!answers(rq) && !refused(rq))
		return nothing();
	if (refused(rq))
		return again(rq);
	former_given(rq, head->id, rq->viewer, head->person, typed.did, typed.next_step, typed.version, rq->now);
	answered(rq, head);
	notice_leave(rq, head->manager.n, "former.given", "part", head->manager_part.n);
	notice_leave(rq, head->by.n, "former.answered", "former", head->id.n);
	tell(rq, "told.former-given");
	return go(rq, "/formers/%lld", (long long)head->id.n);
}

struct reply
former_decline_post(struct rq *rq)
{
	struct former_decline typed = former_decline_read(rq);
	const struct former_head *head = former_head(rq, rq->viewer, rq_former(rq));

	if (!answers(rq) && !refused(rq))
		return nothing();
	if (refused(rq))
		return again(rq);
	former_declined(rq, head->id, rq->viewer, head->person, typed.reason, typed.version, rq->now);
	answered(rq, head);
	notice_leave(rq, head->by.n, "former.declined", "former", head->id.n);
	tell(rq, "told.former-declined");
	return go(rq, "/formers/%lld", (long long)head->id.n);
}

void
former_asks(struct rq *rq, const struct former_wish *w, const struct former_line *one)
{
	former_id id = { new_id(rq) };
	struct day due = former_due(rq->today, w->due);
	struct day until = day_compare(one->until_on, rq->today) > 0 ? rq->today : day_plus(one->until_on, -1);

	former_ask(rq, rq->viewer, id, w->review, w->person, one->person, one->from_on, until, due, w->shared, rq->now);
	if (w->rehearsal)
		return;
	waiting_opened(rq, (waiting_id){ new_id(rq) }, one->person, "review.former", "former", id.n, w->person, rq->now, due);
	notice_leave(rq, one->person.n, "former.asked", "former", id.n);
}
