/* case_judge.h: who of a running cycle needs a decision, and why. Knows days and thresholds; no clock, no page. */
#ifndef REVIEWS_CASE_JUDGE_H
#define REVIEWS_CASE_JUDGE_H

#include "reviews/reviews.h"

/* An absence counts when all of somebody's take more than a quarter of the period; a former manager from so many days on. */
enum { CASE_SHARE = 4, CASE_LED_DAYS = 30 };

struct case_asks {
	const struct case_fact_rows *facts;
	struct case_move_rows *moves;
};

struct cases {
	struct case_line_rows *lines;
	struct case_reason_rows *reasons;
	int64_t undecided;
};

/* Days of [from, until) that lie within the period, whose both ends count. */
int64_t case_days_within(struct day from, struct day until, struct day period_from, struct day period_to);
/* One line a person whose facts weigh enough, in the order of the facts, which stand together by person. */
struct cases cases_judge(struct arena *arena, const struct case_fact_rows *facts);
/* Marks the moves that still need a decision: also one moved before, when the manager has changed again. Their number. */
int64_t moves_judge(struct case_move_rows *moves);

/* In two halves around answers(): what is asked, all of it or only what needs a decision, and how many need a decision (case_pages.c). */
struct case_asks cases_ask(struct rq *rq, cycle_id cycle, bool undecided);
int64_t cases_undecided(struct rq *rq, const struct case_asks *asks);

#endif
