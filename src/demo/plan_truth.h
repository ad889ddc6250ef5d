/* plan_truth.h: what is planted in the demo: how people did each month, and how their managers rate. No rows. */
#ifndef DEMO_PLAN_TRUTH_H
#define DEMO_PLAN_TRUTH_H

#include "demo/demo_plan.h"

/* How somebody rates. All in thousandths; severity of a level, halo and recency of the whole. */
struct plan_rater {
	int64_t severity;       /* above 0: stricter than others, takes that much off every mark */
	int64_t halo;           /* 0: sees each strength by itself; 1000: one impression colours all */
	int64_t recency;        /* 0: weighs all months alike; 1000: sees the last quarter only */
};
struct plan_rater plan_rater(const struct plan *p, int who);

/* Months are counted from the year 0: 12 * year + month - 1. */
int plan_month_of(struct day d);
/* How well somebody did in a month: thousandths of a level, 3300 on the whole. */
int64_t plan_month(const struct plan *p, int who, int month);
/* How much better or worse than on the whole at what one question asks. */
int64_t plan_trait(const struct plan *p, int who, size_t question);
/* The mean over the months from..to (both of them), and over the last quarter of these. */
int64_t plan_mean(const struct plan *p, int who, int from, int to);
int64_t plan_last_quarter(const struct plan *p, int who, int from, int to);

/* The level `rater` gives for a question over those months: 1000, 2000 … 5000. rater == who: of oneself. */
int64_t plan_mark(const struct plan *p, int rater, int who, size_t question, int from, int to);

/* The truth as JSON: raters with severity, halo, recency; people with their months. ids: of people, by index. */
char *plan_truth(struct arena *a, const struct plan *p, const int64_t *ids, int from, int to);

#endif
