/* stats_stl.h: a series as season, trend and remainder, by loess. Knows no KPI and no calendar. */
#ifndef STATS_STL_H
#define STATS_STL_H

#include "stats/stats.h"

/* Cleveland, Cleveland, McRae & Terpenning (1990) with a season that repeats itself exactly. Units of y; season + trend + remainder = y. */
struct stl {
	enum stats_refusal refusal;      /* n < 2 period + 1 (needs), period < 2, not finite */
	size_t n, period, needs;
	double *season, *trend, *remainder;      /* [n] */
	double *weight;                  /* [n]: robustness weights of the last pass, 1 when not robust; below 0.5: an outlier */
	double remainder_sd, remainder_mad;      /* SD (n - 1); 1.4826 median |r - median r| */
};
/* robust: 15 passes with bisquare weights after the first; the pages use it from 3 cycles on. */
struct stl stl(struct arena *a, const double *y, size_t n, size_t period, bool robust);

#endif
