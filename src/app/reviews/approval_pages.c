/* approval_pages.c: the second level: what awaits it, approving, sending back. Reads, asks, judges, shows. */
#include "jobs/notice.h"
#include "reviews/review_pages.h"
#include "reviews/second.h"

#include "base/text.h"

#include <string.h>

enum { MOST = 200, BACK_DAYS = 7 };

/* Of one cycle, when the address names it. */
static cycle_id
cycle_asked(struct rq *rq)
{
	const char *said = rq_query(rq, "cycle");
	cycle_id cycle = { 0 };

	if (said != NULL)
		text_int(said, &cycle.n);
	return cycle;
}

struct reply
approvals_get(struct rq *rq)
{
	cycle_id cycle = cycle_asked(rq);
	struct approval_list page = {
		.teams = approval_teams(rq, rq->viewer, cycle), .marks = approval_marks(rq, rq->viewer, cycle),
		.lines = approvals(rq, rq->viewer, cycle, MOST),
	};

	answers(rq);
	for (size_t i = 0; i < page.lines->n; i++)
		page.lines->at[i].first = i == 0 || page.lines->at[i].manager.n != page.lines->at[i - 1].manager.n;
	return approval_list_page(rq, &page);
}

static bool
is_marked(const struct approve_entry *typed, review_id review)
{
	for (size_t i = 0; i < typed->n_review; i++)
		if (typed->review[i].n == review.n)
			return true;
	return false;
}

/* Of what still awaits the viewer, only what was marked; what somebody else settled meanwhile is left alone. */
struct reply
approvals_post(struct rq *rq)
{
	struct approve_entry typed = approve_entry_read(rq);
	struct approval_line_rows *lines = approvals(rq, rq->viewer, (cycle_id){ 0 }, MOST);
	size_t kept = 0;

	answers(rq);
	for (size_t i = 0; i < lines->n; i++)
		if (is_marked(&typed, lines->at[i].review))
			lines->at[kept++] = lines->at[i];
	lines->n = kept;
	if (kept == 0)
		refuse(rq, "", "refused.nothing-to-approve");
	if (refused(rq))
		return again(rq);
	reviews_approve(rq, lines);
	tell(rq, kept == 1 ? "told.approved" : "told.approved-all");
	return go(rq, "/approvals");
}

struct reply
approve_post(struct rq *rq)
{
	const struct second_state *s = second_state(rq, rq_review(rq));
	struct approval_line one = { .review = rq_review(rq) };

	if (!answers(rq))
		return nothing();
	one.person = s->person;
	one.cycle = s->cycle;
	one.manager = s->manager;
	reviews_approve(rq, &(struct approval_line_rows){ 1, &one });
	tell(rq, "told.approved");
	return go(rq, "/approvals");
}

struct reply
send_back_post(struct rq *rq)
{
	struct send_back_entry typed = send_back_entry_read(rq);
	const struct second_state *s = second_state(rq, rq_review(rq));
	struct day due;

	if (!answers(rq))
		return nothing();
	if (!refused(rq) && strcmp(s->cycle_state, "launched") != 0)
		refuse(rq, "back_reason", "refused.cycle-closed");
	if (refused(rq))
		return again(rq);
	due = day_plus(rq->today, BACK_DAYS);
	if (day_compare(s->manager_due, due) > 0)
		due = s->manager_due;
	review_send_back(rq, rq_review(rq), s->person, typed.version);
	part_again(rq, rq_review(rq), s, false, due);
	move_add(rq, (move_id){ new_id(rq) }, rq_review(rq), rq->viewer, "sent-back", typed.back_reason, 0, rq->now);
	notice_leave(rq, s->manager.n, "review.sent_back", "part", s->manager_part.n);
	tell(rq, "told.sent-back");
	return go(rq, "/approvals");
}
