/* record_text.h: the canonical text of a released review (docs/record.md). Knows rows; no page, no key. */
#ifndef REVIEWS_RECORD_TEXT_H
#define REVIEWS_RECORD_TEXT_H

#include "base/out.h"
#include "forms_queries.h"
#include "reviews/review_rating.h"
#include "reviews_queries.h"

/* All a record says. */
struct record_facts {
	const struct review_head *head;
	const struct section_rows *sections;
	const struct review_question_rows *questions;
	const struct review_answer_rows *answers;
	const struct rating_line_rows *formula;
	const struct review_goal_rows *goals;   /* as they stood at hand-in; NULL: none */
	const struct record_cite_rows *cites;   /* what the answers rest on; NULL: nothing */
	const struct word_line_rows *told;      /* what the employee answered; NULL: nothing, as below */
	const struct talk_line_rows *talk;      /* the conversation */
	const struct agreed_step_rows *agreed;  /* the next steps */
	const struct record_last *last; /* the edition before, asked when it is kept; NULL: edition is given */
	const char *kind;               /* "released", "amended", "locked", "withdrawn"; NULL: by the edition */
	int64_t edition;                /* 1, 2, … */
	int64_t at;                     /* the instant of release, or of the amendment */
	person_id by;
	const char *by_name;
	const char *reason;             /* of an amendment or a withdrawal; else NULL */
};

/* Line by line; the same facts always make the same bytes. */
struct blob record_text(struct arena *a, const struct record_facts *f);

/* "2026-12-14T09:00:00Z" */
char *instant_text(struct arena *a, int64_t at);

/*
 * What the inputs come to, and how much of the form they are; fills each line's weighs and share, in
 * thousandths of a percent.
 */
struct rating formula_judge(struct arena *a, struct rating_line_rows *formula);

#endif
