/* stats_recency.h: how much more a mark leans on the last months than on the first. Knows no people. */
#ifndef STATS_RECENCY_H
#define STATS_RECENCY_H

#include "stats/stats.h"

/* y_i = b0 + b1 sum_t w_t x_it / sum_t w_t + e, w_t = exp(-lambda (T - t)) over the bins observed. */
struct recency {
	struct stats_estimate lambda;    /* per bin; 0 is even-handed; interval by profile likelihood, -1 or 3 when not reached */
	double half_life;                /* log 2 / lambda, in bins */
	struct stats_estimate last_quarter;      /* weight of the last three bins (months); 3 / bins is even */
	double slope, sse, sse_flat, lr, p;      /* likelihood ratio against lambda = 0, chi-square(1) */
};

/* x [n][bins] row by row, NaN where not observed; y [n]. Rows with fewer than min_bins observed, or y not finite, are left
 * out. lambda is the global minimum of the squared error over [-1, 3]. Refused: fewer than 4 rows, fewer than 2 bins,
 * y without spread, x without spread at every lambda. The product shows it from 60 rows on (100 for an organisation). */
struct recency recency(struct arena *a, const double *x, const double *y, size_t n, size_t bins, size_t min_bins);

/* ---- per rater: y = a_rater + b mean(x) + slope_rater d + e, d = mean of the last third of the bins - mean of the rest.
 * Slopes vary between raters by N(mean_slope, slope_sd^2); REML. An even-handed rater has slope 0. Noise in the evidence
 * and shrinkage bring slopes nearer to 0: individual flags are rare, and so worded. */
enum { RECENCY_PEOPLE = 6, RECENCY_ALL = 60 };  /* the least of a rater, and of all */
struct rater_recency {
	struct stats_estimate slope;     /* 95 % normal interval; refused below 6 rows */
	double error;                    /* 1 - P(slope > threshold | data) */
	bool flagged;
};
struct recency_by_rater {
	enum stats_refusal refusal;      /* STATS_TOO_FEW below 60 rows or 3 raters; STATS_NO_SPREAD */
	size_t n, flagged;
	double mean_slope, mean_slope_se, slope_sd;
	struct rater_recency *rater;     /* [raters] */
};
/* As recency, with rater [n] below `raters`. threshold 0: 0.15; q 0: Bayes FDR 0.05. */
struct recency_by_rater recency_by_rater(struct arena *a, const double *x, const double *y, const uint32_t *rater, size_t n,
	size_t raters, size_t bins, size_t min_bins, double threshold, double q);

#endif
