/* stats_landing.h: the chance that what grows step by step is there in time. Knows no goals and no calendar. */
#ifndef STATS_LANDING_H
#define STATS_LANDING_H

#include "stats/stats.h"

/* Progress in percent at equal steps: at[0] the start, at[n - 1] now; `remaining` steps until it is due. There means 100. */
struct progress {
	const double *at;
	size_t n, remaining;
};
struct landing {
	struct stats_estimate chance;    /* P(100 or more when due); interval: the rate at the ends of its 95 % interval */
	struct stats_estimate steps;     /* from now until 100 at this rate; ends may be infinite; 0 when there. Refused (STATS_TOO_WIDE) when the rate is not positive */
	double rate;                     /* per step, drawn to the others */
};
/* Rates v_i ~ N(mean, tau^2) over the portfolio (moments: DerSimonian & Laird 1986), one variance of a step for all;
 * P = Phi((now + r v - 100) / sqrt(r s2 + r^2 var(v))), INSIGHTS i. Fewer than 10 usable goals: each by its own rate alone.
 * Each refused: fewer than 4 updates (5 values), not finite; no spread in any step at all. */
struct landing *landings(struct arena *a, const struct progress *goal, size_t goals);

/* Platt (1999): logit of the true chance as a line in the logit of the chance said, with his smoothed targets. */
struct recalibration {
	enum stats_refusal refusal;      /* below 200 finished (needs 200), only one outcome, chances outside 0..1, no spread */
	size_t n;
	double intercept, slope;         /* slope below 1: what was said was too sure */
};
struct recalibration recalibration(const double *chance, const bool *landed, size_t n);
double recalibrated(const struct recalibration *r, double chance);      /* chance itself when r is refused */

/* Mean (chance - outcome)^2 (Brier 1950); NaN for n = 0 or a chance outside 0..1. */
double brier_score(const double *chance, const bool *landed, size_t n);
/* Share landed among those with a chance in [k/bins, (k + 1)/bins), with Wilson's interval; said [bins]: their mean chance. */
void reliability_table(const double *chance, const bool *landed, size_t n, size_t bins, struct stats_estimate *share, double *said);

#endif
