/* demo_cycles.h: a cycle of the demo while it is written. Inside demo only. */
#ifndef DEMO_CYCLES_H
#define DEMO_CYCLES_H

#include "demo/demo_world.h"
#include "reviews/reviews.h"

struct demo_question {
	question_id id;
	bool rated;
	int64_t place;
};

struct review_plan {
	const char *kind, *name;
	form_id form;
	struct day period_from, period_to;
	struct phase_days phases[PHASES];
	int last;                       /* index of its last phase */
	struct day since;               /* first day of the six months that texts speak of */
	cycle_id id;
	struct demo_review *reviews;    /* in the order of their numbers */
	size_t n;
	struct demo_question *questions;
	size_t n_questions;
	int by;                         /* who releases: an index of the plan */
};

/* What moments of a cycle are; who: an index of its reviews. */
enum { SELF_SUBMITS, SELF_DRAFTS, SELF_WAIVED, MANAGER_SUBMITS, MANAGER_DRAFTS, TALKS_AND_ANSWERS };

/* The slice of moments, written (demo_reviews.c). */
void review_moments(struct rq *rq, void *world);
/* Leave, transfers and what HR decided about them, in the cycle that runs (demo_cases.c). */
bool cycle_cases(struct world *w);
/* The slice of reviews, released as far as w->cycle->by may. */
void review_releases(struct rq *rq, void *world);

#endif
