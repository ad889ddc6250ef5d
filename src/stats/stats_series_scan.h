/* stats_series_scan.h: which of many series left their season, and whether one leads another. Knows no KPI and no calendar. */
#ifndef STATS_SERIES_SCAN_H
#define STATS_SERIES_SCAN_H

#include "stats/stats.h"

/* ---- Scan. The first `baseline` values of each series give mean and one harmonic of the season (d = 3; d = 1 for period 1), SD s with
 * baseline - d df, and the lag-1 autocorrelation phi (less what those columns take from it), shrunk
 * over the series. Of the W values after: every residual alone, T = e / (s sqrt(1 + d/n)),
 * and the mean of the last k = 2..W, T = mean / (s sqrt((1 + phi)/((1 - phi) k) + d/n)); p = min(1, 2 min(W p_spike, (W - 1) p_shift)); Benjamini &
 * Hochberg over the series. A drift is found as a shift. INSIGHTS h. */
enum scan_shape { SCAN_SPIKE, SCAN_SHIFT };
struct scan_finding {
	struct stats_estimate size;      /* of the spike or the mean of the last values, units of x above what was expected; 95 % t interval,
	                                  * not widened for the search. Refused: not finite, no spread in the baseline */
	enum scan_shape shape;           /* the less likely by chance of the two */
	size_t at;                       /* index from 0: of the spike, or of the first of the last values */
	double p, adjusted, sigma, phi;
	double score;                    /* as p before it is cut at 1: puts series in order; smaller is stranger */
	bool flagged;                    /* adjusted <= q */
};
struct scan {
	enum stats_refusal refusal;      /* STATS_TOO_FEW: baseline < 2 periods, < d + 8, or fewer than 2 values after it; q outside 0..1 */
	size_t flagged;
	struct scan_finding *found;      /* [series] */
};
/* x [series][length], row by row. The pages ask for 24 months. */
struct scan series_scan(struct arena *a, const double *x, size_t series, size_t length, size_t baseline, size_t period, double q);

/* ---- Lead and lag. An AR of x (Yule & Walker, order 0..4 by AIC) is taken out of both series (Box & Jenkins 1976, ch. 11); correlation of
 * what is left at lags -6..6. Season and trend are to be taken out before. */
enum { LAG_MOST = 6, LAGS = 2 * LAG_MOST + 1 };
struct lead_lag {
	enum stats_refusal refusal;      /* n < 30 (needs), not finite, no spread in either */
	size_t n, order;
	struct stats_estimate r[LAGS];   /* r[LAG_MOST + k]: x now with y k steps on; Fisher's z interval, n - |k| - order values */
	double p[LAGS], adjusted[LAGS];
	int lag;                         /* of the smallest p */
	double gain;                     /* share by which x that many steps ago lessens the mean |error| of one-step forecasts of y over the last
	                                  * third (least squares on what was before, against y's own last value); NaN when lag < 1 */
	bool leads;                      /* adjusted <= q, lag >= 1 and gain >= 0.05: otherwise say "not shown to lead" */
};
/* adjusted and leads stand only after lead_lag_family. */
struct lead_lag lead_lag(struct arena *a, const double *x, const double *y, size_t n);
/* Benjamini & Hochberg over all pairs and lags; how many lead. */
size_t lead_lag_family(struct arena *a, struct lead_lag *pair, size_t pairs, double q);

#endif
