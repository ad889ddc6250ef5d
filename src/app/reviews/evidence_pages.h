/* evidence_pages.h: the evidence beside a part: asked for, judged for the page, cited. For part_pages.c. */
#ifndef REVIEWS_EVIDENCE_PAGES_H
#define REVIEWS_EVIDENCE_PAGES_H

#include "goals/goals.h"
#include "reviews/evidence.h"
#include "reviews/review_pages.h"

/* What is asked while somebody writes; nothing of it for readers, but the citations. */
struct evidence_asks {
	struct evidence_filter filter;
	struct part_item_rows *items;
	const struct evidence_count_rows *counts;
	struct part_cite_rows *cites;
	struct earlier_review_rows *earlier;
	struct goal_results goals;
	const struct reads_line_rows *line;
};

/* writing: beside the form; else citations only. */
struct evidence_asks evidence_ask(struct rq *rq, part_id part, bool writing);
/* After answers: fills what the page shows of it, and numbers questions and citations. */
void evidence_judge(struct rq *rq, const struct evidence_asks *asks, struct part_form *page);
/* Items of the period that can be cited. */
int64_t evidence_citable(const struct evidence_count_rows *counts);

/* The goals as they stand when a part is handed in; in a change. The results are judged here. */
void evidence_goals_keep(struct rq *rq, review_id review, const struct evidence_asks *asks);

/* What the buttons beside the form ask: cite, take away, filter. Refuses. */
void evidence_do(struct rq *rq, part_id part, const struct evidence_step *step, const struct part_cite_rows *cites);
bool evidence_is_asked(const struct evidence_step *step);
/* Back to the form, with the filter in the address. */
struct reply evidence_back(struct rq *rq, part_id part, const struct evidence_step *step);

#endif
