/* review_second.c: the second level: approved, or handed back to who wrote it. Knows no page. */
#include "reviews/second.h"

#include "jobs/notice.h"

#include <string.h>

static void
approve_one(struct rq *rq, const struct approval_line *l)
{
	review_approve(rq, l->review, l->person, rq->viewer, rq->now);
	move_add(rq, (move_id){ new_id(rq) }, l->review, rq->viewer, "approved", NULL, 1, rq->now);
	review_is_ready(rq, l->review, l->cycle);
	notice_leave(rq, l->manager.n, "review.approved", "review", l->review.n);
}

void
reviews_approve(struct rq *rq, const struct approval_line_rows *lines)
{
	for (size_t i = 0; i < lines->n; i++)
		approve_one(rq, &lines->at[i]);
	for (size_t i = 0; i < lines->n; i++)
		if (i == 0 || lines->at[i].cycle.n != lines->at[i - 1].cycle.n)
			waiting_second_closed(rq, lines->at[i].cycle, rq->now);
}

static bool
is(const char *state, const char *word)
{
	return state != NULL && strcmp(state, word) == 0;
}

/* Counted as ready to release: approved, or nobody has to. */
static bool
is_ready(const struct second_state *s)
{
	return is(s->state, "approved") || (!s->approval && (is(s->state, "written") || is(s->state, "calibrated")));
}

void
part_again(struct rq *rq, review_id review, const struct second_state *s, bool self, struct day due)
{
	part_id part = self ? s->self_part : s->manager_part;
	person_id writer = self ? s->person : s->manager;

	if (is_ready(s))
		counts_review(rq, review, new_id(rq), "ready", -1);
	counts_part_back(rq, part, due, new_id(rq));
	inputs_clear(rq, review);
	part_back(rq, part, review, due);
	waiting_opened(rq, (waiting_id){ new_id(rq) }, writer, self ? "review.self" : "review.manager", "part", part.n, s->person, rq->now, due);
	waiting_second_closed(rq, s->cycle, rq->now);
	waiting_hr_closed(rq, s->cycle, rq->now);
}
