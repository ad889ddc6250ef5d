/* stats_series.h: values in time order: where they changed, whether they rise. Knows no KPI and no calendar. */
#ifndef STATS_SERIES_H
#define STATS_SERIES_H

#include "stats/stats.h"

#define SERIES_LARGEST 1e100     /* beyond this in size squares of squares overflow: STATS_OUT_OF_RANGE */

/* Why x[0..n) cannot be worked on: fewer than `least`, not finite, too large in size. STATS_GIVEN when it can. */
enum stats_refusal series_refusal(const double *x, size_t n, size_t least);

/* ---- One change of the mean (least squares). Refused: n < 4, no spread. */
struct series_break {
	struct stats_estimate last_before;       /* values before the change (the index, from 1, of the last of them); 95 % interval:
	                                          * k -+ (floor(11.03 s2 / shift^2) + 1), Bai (1997, eq. 15), one variance on both sides;
	                                          * refused (STATS_TOO_WIDE) when it covers the series */
	size_t k;                                /* as last_before.value; the smallest when tied */
	double mean_before, mean_after, rss, rss_without;
	double f;                                /* (rss_without - rss) / (rss / (n - 2)); its largest over k: not F-distributed; infinite when rss is 0 */
	double p;                                /* share of `draws` shuffles (and the series itself) with as large an f; NaN when draws is 0.
	                                          * Assumes exchangeable values: autocorrelation makes it too small */
	enum stats_refusal refusal;
};
struct series_break series_break(struct arena *a, const double *x, size_t n, size_t draws, uint64_t seed);

/* ---- Trend: Theil (1950), Sen (1968), Kendall (1938). Time is 1..n. Refused: n < 3, n > 5000; tau and p need spread. */
struct series_trend {
	struct stats_estimate slope;     /* median of all pairwise slopes, units of x a step; 95 % interval of Sen (1968, eq. 2.6) */
	double intercept;                /* median of x - slope t */
	double tau, p;                   /* tau-b; two-sided normal with ties of x, no continuity correction; NaN without spread */
	double p_corrected;              /* the variance of S stretched for autocorrelation of the detrended ranks (Hamed & Rao 1998, eq. 9,
	                                  * lags beyond their 95 % limits only); never below p; NaN without spread or n < 10 */
};
struct series_trend series_trend(struct arena *a, const double *x, size_t n);

/* ---- Local level: y = level + noise, the level a random walk; maximum likelihood, diffuse start. */
struct local_level {
	double var_level, var_noise;     /* variances, units of x squared; either may be exactly 0 */
	double loglik;                   /* diffuse, of n - 1 innovations */
	struct stats_estimate level;     /* at the last value, 95 % normal interval, variances taken as known */
};
/* Durbin & Koopman (2012, sec. 2.10). Refused: n < 4, no spread. */
struct local_level local_level(const double *x, size_t n);

#endif
