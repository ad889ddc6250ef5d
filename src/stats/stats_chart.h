/* stats_chart.h: control charts of single values: XmR, Nelson's rules, CUSUM. Knows no KPI and no calendar. */
#ifndef STATS_CHART_H
#define STATS_CHART_H

#include "stats/stats.h"

/* Centre and sigma of the first `baseline` values (0: all): mean, and mean moving range / 1.128379167 (d2 of two normals;
 * Wheeler 1993). Library minimum 2; the pages ask for 8 and freeze the baseline from 12. */
struct xmr {
	struct stats_estimate centre;    /* t interval of the baseline's mean, values taken as independent */
	double sigma, low, high;         /* units of x; limits are centre -+ 3 sigma */
	double range_mean, range_median, range_high;     /* of the moving ranges; range_high 3.266531827 range_mean */
	double sigma_median;             /* range_median / 0.9538725524: not moved by one spike */
	bool *beyond, *range_beyond;     /* [n] each: x outside the limits; the moving range to this value above range_high */
};
/* Refused: baseline < 2 or > n, not finite. All equal: sigma is 0 and the limits are the centre. */
struct xmr xmr(struct arena *a, const double *x, size_t n, size_t baseline);

/* Nelson (1984): bit k - 1 of rules[i] says that rule k's pattern ends at i. z = (x - centre) / sigma.
 * 1 |z| > 3; 2 nine on one side; 3 six rising or falling; 4 fourteen alternating; 5 two of three beyond 2 on one side, the last
 * among them; 6 four of five beyond 1, the last among them; 7 fifteen within 1; 8 eight outside 1, on both sides.
 * All eight at once alarm often on clean series: for display, never for flags (series_scan is). */
enum { NELSON_RULES = 8 };
struct nelson {
	struct xmr chart;
	uint8_t *rules;                  /* [n] */
	enum stats_refusal refusal;      /* as xmr; STATS_NO_SPREAD when sigma is 0 */
};
struct nelson nelson(struct arena *a, const double *x, size_t n, size_t baseline);

/* CUSUM (Page 1954): high = max(0, high + z - k), low = max(0, low - z - k) from 0, in sigmas of the baseline.
 * k 0.5 and h 5 find a shift of one sigma in some ten values, and alarm falsely once in some 930 (465 per side doubled). */
struct cusum {
	double *high, *low;              /* [n] */
	size_t first_signal;             /* index from 1 of the first value with either above h; 0: none */
	enum stats_refusal refusal;      /* as nelson; STATS_OUT_OF_RANGE for k or h not positive */
};
struct cusum cusum(struct arena *a, const double *x, size_t n, size_t baseline, double k, double h);

#endif
