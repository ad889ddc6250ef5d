/* goal_terms.h: what a goal says it wants: are its figures in order, is it SMART, what changed. Rules; no requests, no rows. */
#ifndef GOALS_GOAL_TERMS_H
#define GOALS_GOAL_TERMS_H

#include "goals_queries.h"

enum { MEASURES_MOST = 5 };

/* A measure as somebody wrote it. For a range target is the lower end and high the upper one. */
struct measure_terms {
	int64_t place;
	const char *name, *kind, *better;
	const char *unit;               /* of money: the currency's three letters */
	int64_t decimals, baseline, target, high, weight, every;        /* NONE: not said */
};

/* What is wrong with it, as a refusal's code, *field the field it stands beside; NULL: nothing. */
const char *measure_flaw(const struct measure_terms *m, const char **field);
/* More decimals than said? NONE is not. */
bool measure_too_fine(int64_t value, int64_t decimals);
/* What was left out gets its meaning: yes or no has no figures to write, decimals are none, no upper end. */
void measure_complete(struct arena *a, struct measure_terms *m);
struct measure_terms measure_terms_of(const struct measure *m);
/* "Satisfaction: 78 to 85 percent, up": for the history of changes, the same for the same terms. */
const char *measure_text(struct arena *a, const struct measure_terms *m);

/* A goal as it stands to be agreed. */
struct goal_terms {
	const char *title, *why, *lever, *success, *seen_by;
	struct day opens, due;
	goal_id parent;
	const struct measure_terms *measures;
	size_t n;
};

/* What both sides agree to: SHA-256 of every term in a fixed order. */
struct blob terms_digest(struct arena *a, const struct goal_terms *g);



/*
 * The five lines S, M, A, R, T, each judged over the terms alone. found: "good", or what could be clearer.
 * It helps and never refuses.
 */
struct smart_line_rows *goal_smart(struct arena *a, const struct goal_terms *g);

#endif
