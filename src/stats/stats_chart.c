/* stats_chart.c: XmR limits, Nelson's rules and CUSUM. Knows no KPI and no calendar. */
#include "stats/stats_chart.h"

#include "stats/stats_sample.h"
#include "stats/stats_series.h"

#include <math.h>

#define D2 1.128379167095513             /* mean range of two N(0, 1): 2 / sqrt(pi) */
#define D4 3.266531827                   /* 1 + 3 d3 / d2 for two */
#define MEDIAN_RANGE 0.9538725524        /* median range of two N(0, 1): sqrt(2) times the 0.75 quantile */

struct xmr
xmr(struct arena *a, const double *x, size_t n, size_t baseline)
{
	size_t b = baseline > 0 ? baseline : n;
	enum stats_refusal why = b > n ? STATS_OUT_OF_RANGE : b < 2 ? STATS_TOO_FEW : series_refusal(x, n, 2);
	struct xmr r = { stats_refused(why, n, why == STATS_TOO_FEW ? 2 : 0), NAN, NAN, NAN, NAN, NAN, NAN, NAN, NEW_MANY(a, bool, n), NEW_MANY(a, bool, n) };
	double *range = NEW_MANY(a, double, n);

	if (why != STATS_GIVEN)
		return r;
	for (size_t i = 1; i < n; i++)
		range[i - 1] = fabs(x[i] - x[i - 1]);
	r.centre = sample_mean_estimate(x, b);
	r.range_mean = sample_mean(range, b - 1);
	r.range_median = sample_median(a, range, b - 1);
	r.range_high = D4 * r.range_mean;
	r.sigma = r.range_mean / D2;
	r.sigma_median = r.range_median / MEDIAN_RANGE;
	r.low = r.centre.value - 3 * r.sigma;
	r.high = r.centre.value + 3 * r.sigma;
	for (size_t i = 0; i < n; i++) {
		r.beyond[i] = x[i] > r.high || x[i] < r.low;
		r.range_beyond[i] = i > 0 && range[i - 1] > r.range_high;
	}
	return r;
}

/* How many of the last `span` values ending at i lie beyond `limit` on the side of sign; the last one must. */
static size_t
beyond(const double *z, size_t i, size_t span, double limit, int sign)
{
	size_t count = 0;

	if (i + 1 < span || !(sign * z[i] > limit))
		return 0;
	for (size_t j = i + 1 - span; j <= i; j++)
		count += sign * z[j] > limit;
	return count;
}

static bool
rises(const double *x, size_t i, size_t span, int sign)
{
	for (size_t j = i + 1 - span; j < i; j++)
		if (!(sign * (x[j + 1] - x[j]) > 0))
			return false;
	return true;
}

static bool
alternates(const double *x, size_t i, size_t span)
{
	for (size_t j = i + 2 - span; j <= i; j++) {
		double step = x[j] - x[j - 1];

		if (step == 0 || (j > i + 2 - span && (step > 0) == (x[j - 1] - x[j - 2] > 0)))
			return false;
	}
	return true;
}

/* Of the last `span` values: how many lie outside one sigma, and on which sides. */
static size_t
outside_one(const double *z, size_t i, size_t span, bool *both)
{
	size_t above = 0, below = 0;

	for (size_t j = i + 1 - span; j <= i; j++) {
		above += z[j] > 1;
		below += z[j] < -1;
	}
	*both = above > 0 && below > 0;
	return above + below;
}

/* Fifteen strictly within one sigma. */
static bool
hugs(const double *z, size_t i, size_t span)
{
	for (size_t j = i + 1 - span; j <= i; j++)
		if (!(fabs(z[j]) < 1))
			return false;
	return true;
}

static uint8_t
rules_at(const double *x, const double *z, size_t i)
{
	unsigned set = fabs(z[i]) > 3;
	bool both = false;

	set |= (unsigned)(beyond(z, i, 9, 0, 1) == 9 || beyond(z, i, 9, 0, -1) == 9) << 1;
	set |= (unsigned)(i >= 5 && (rises(x, i, 6, 1) || rises(x, i, 6, -1))) << 2;
	set |= (unsigned)(i >= 13 && alternates(x, i, 14)) << 3;
	set |= (unsigned)(beyond(z, i, 3, 2, 1) >= 2 || beyond(z, i, 3, 2, -1) >= 2) << 4;
	set |= (unsigned)(beyond(z, i, 5, 1, 1) >= 4 || beyond(z, i, 5, 1, -1) >= 4) << 5;
	set |= (unsigned)(i >= 14 && hugs(z, i, 15)) << 6;
	set |= (unsigned)(i >= 7 && outside_one(z, i, 8, &both) == 8 && both) << 7;
	return (uint8_t)set;
}

static enum stats_refusal
why_no_z(const struct xmr *chart)
{
	return chart->centre.refusal != STATS_GIVEN ? chart->centre.refusal : chart->sigma > 0 ? STATS_GIVEN : STATS_NO_SPREAD;
}

struct nelson
nelson(struct arena *a, const double *x, size_t n, size_t baseline)
{
	struct nelson r = { xmr(a, x, n, baseline), NEW_MANY(a, uint8_t, n), STATS_GIVEN };
	double *z = NEW_MANY(a, double, n);

	r.refusal = why_no_z(&r.chart);
	if (r.refusal != STATS_GIVEN)
		return r;
	for (size_t i = 0; i < n; i++)
		z[i] = (x[i] - r.chart.centre.value) / r.chart.sigma;
	for (size_t i = 0; i < n; i++)
		r.rules[i] = rules_at(x, z, i);
	return r;
}

struct cusum
cusum(struct arena *a, const double *x, size_t n, size_t baseline, double k, double h)
{
	struct xmr chart = xmr(a, x, n, baseline);
	struct cusum r = { NEW_MANY(a, double, n), NEW_MANY(a, double, n), 0, why_no_z(&chart) };
	double high = 0, low = 0;

	if (r.refusal == STATS_GIVEN && (!(k > 0) || !(h > 0) || isinf(k) || isinf(h)))
		r.refusal = STATS_OUT_OF_RANGE;
	for (size_t i = 0; r.refusal == STATS_GIVEN && i < n; i++) {
		double z = (x[i] - chart.centre.value) / chart.sigma;

		r.high[i] = high = fmax(0, high + z - k);
		r.low[i] = low = fmax(0, low - z - k);
		if (r.first_signal == 0 && (high > h || low > h))
			r.first_signal = i + 1;
	}
	return r;
}
