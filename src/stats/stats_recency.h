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

#endif
