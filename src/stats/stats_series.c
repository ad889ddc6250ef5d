/* stats_series.c: one change of the mean and the trend of a series. Knows no KPI and no calendar. */
#include "stats/stats_series.h"

#include "stats/stats_distribution.h"
#include "stats/stats_random.h"
#include "stats/stats_sample.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define BAI_95 11.03             /* 0.975 quantile of argmax of two-sided Brownian motion with drift, Bai (1997, table) */
enum { TREND_MOST = 5000 };      /* pairwise slopes are n^2/2 numbers in memory */

enum stats_refusal
series_refusal(const double *x, size_t n, size_t least)
{
	if (n < least)
		return STATS_TOO_FEW;
	if (!sample_is_finite(x, n))
		return STATS_NOT_A_NUMBER;
	for (size_t i = 0; i < n; i++)
		if (fabs(x[i]) > SERIES_LARGEST)
			return STATS_OUT_OF_RANGE;
	return STATS_GIVEN;
}

/* The k in 1..n-1 with the largest gain, of centred x; the gain is rss_without - rss. */
static size_t
best_split(const double *x, size_t n, double *gain)
{
	double sum = 0;
	size_t best = 0;

	*gain = -1;
	for (size_t k = 1; k < n; k++) {
		double g;

		sum += x[k - 1];
		g = sum * sum * (double)n / ((double)k * (double)(n - k));
		if (g > *gain * (1 + 1e-12)) {
			*gain = g;
			best = k;
		}
	}
	return best;
}

static double
squares(const double *x, size_t n, double about)
{
	double s = 0;

	for (size_t i = 0; i < n; i++)
		s += (x[i] - about) * (x[i] - about);
	return s;
}

/* Share of shuffles that split as well as the series does. */
static double
shuffled_share(double *x, size_t n, double gain, size_t draws, uint64_t seed)
{
	struct random_source r = random_from(seed);
	size_t as_good = 1;

	if (draws == 0)
		return NAN;
	for (size_t d = 0; d < draws; d++) {
		double g;

		for (size_t i = n; i > 1; i--) {
			size_t j = random_below(&r, i);
			double kept = x[i - 1];

			x[i - 1] = x[j];
			x[j] = kept;
		}
		best_split(x, n, &g);
		as_good += g >= gain * (1 - 1e-9);
	}
	return (double)as_good / (double)(draws + 1);
}

static struct stats_estimate
break_interval(const struct series_break *b, size_t n)
{
	double shift = b->mean_after - b->mean_before, width = floor(BAI_95 * (b->rss / (double)n) / (shift * shift)) + 1;

	if (!(width < (double)n) || ((double)b->k - width < 1 && (double)b->k + width > (double)n - 1))
		return stats_refused(STATS_TOO_WIDE, n, 0);
	return (struct stats_estimate){ (double)b->k, fmax(1, (double)b->k - width), fmin((double)n - 1, (double)b->k + width), 0.95, n, 0, 0 };
}

struct series_break
series_break(struct arena *a, const double *x, size_t n, size_t draws, uint64_t seed)
{
	struct series_break b = { stats_refused(series_refusal(x, n, 4), n, n < 4 ? 4 : 0), 0, NAN, NAN, NAN, NAN, NAN, NAN, series_refusal(x, n, 4) };
	double *centred = NEW_MANY(a, double, n), mean, gain;

	if (b.refusal != STATS_GIVEN)
		return b;
	mean = sample_mean(x, n);
	for (size_t i = 0; i < n; i++)
		centred[i] = x[i] - mean;
	b.rss_without = squares(x, n, mean);
	if (!(b.rss_without > 0)) {
		b.refusal = STATS_NO_SPREAD;
		b.last_before = stats_refused(STATS_NO_SPREAD, n, 0);
		return b;
	}
	b.k = best_split(centred, n, &gain);
	b.mean_before = sample_mean(x, b.k);
	b.mean_after = sample_mean(x + b.k, n - b.k);
	b.rss = squares(x, b.k, b.mean_before) + squares(x + b.k, n - b.k, b.mean_after);
	b.f = (b.rss_without - b.rss) / (b.rss / (double)(n - 2));
	b.p = shuffled_share(centred, n, gain, draws, seed);
	b.last_before = break_interval(&b, n);
	return b;
}

static int
ascending(const void *i, const void *j)
{
	double x = *(const double *)i, y = *(const double *)j;

	return x < y ? -1 : x > y;
}

static double
middle(const double *sorted, size_t n)
{
	return n % 2 ? sorted[n / 2] : 0.5 * (sorted[n / 2 - 1] + sorted[n / 2]);
}

/* Kendall's S of x against time, and its variance with the ties of x; tied: pairs of equal x. */
static double
kendall(struct arena *a, const double *x, size_t n, double *variance, double *tied)
{
	double s = 0, m = (double)n, *sorted = NEW_MANY(a, double, n);

	for (size_t i = 0; i < n; i++)
		for (size_t j = i + 1; j < n; j++)
			s += (x[j] > x[i]) - (x[j] < x[i]);
	*variance = m * (m - 1) * (2 * m + 5);
	*tied = 0;
	memcpy(sorted, x, n * sizeof *x);
	qsort(sorted, n, sizeof *sorted, ascending);
	for (size_t i = 0, j; i < n; i = j) {
		double t;

		for (j = i + 1; j < n && sorted[j] == sorted[i]; j++)
			;
		t = (double)(j - i);
		*variance -= t * (t - 1) * (2 * t + 5);
		*tied += t * (t - 1) / 2;
	}
	*variance /= 18;
	return s;
}

/* Hamed & Rao's factor for the variance of S: at least 1. */
static double
stretch(struct arena *a, const double *x, size_t n, double slope)
{
	double *left = NEW_MANY(a, double, n), *rank, m = (double)n, sum = 0, all, mean = (m + 1) / 2;

	for (size_t i = 0; i < n; i++)
		left[i] = x[i] - slope * (double)(i + 1);
	rank = sample_ranks(a, left, n);
	all = squares(rank, n, mean);
	for (size_t lag = 1; lag < n - 2 && all > 0; lag++) {
		double k = (double)lag, r = 0;

		for (size_t i = lag; i < n; i++)
			r += (rank[i] - mean) * (rank[i - lag] - mean);
		r /= all;
		if (fabs(r) > STATS_Z95 / sqrt(m))
			sum += (m - k) * (m - k - 1) * (m - k - 2) * r;
	}
	return fmax(1, 1 + 2 * sum / (m * (m - 1) * (m - 2)));
}

static struct stats_estimate
slope_interval(const double *slopes, size_t count, size_t n, double variance)
{
	double half = STATS_Z95 * sqrt(variance), low = floor(((double)count - half) / 2), high = ceil(((double)count + half) / 2);
	size_t from = low < 1 ? 0 : (size_t)low - 1, to = high >= (double)count ? count - 1 : (size_t)high;

	return (struct stats_estimate){ middle(slopes, count), slopes[from], slopes[to], 0.95, n, 0, 0 };
}

struct series_trend
series_trend(struct arena *a, const double *x, size_t n)
{
	enum stats_refusal why = n > TREND_MOST ? STATS_OUT_OF_RANGE : series_refusal(x, n, 3);
	struct series_trend t = { stats_refused(why, n, why == STATS_TOO_FEW ? 3 : 0), NAN, NAN, NAN, NAN };
	double *slopes, *rest, s, variance, tied, pairs = (double)n * ((double)n - 1) / 2;
	size_t count = 0;

	if (why != STATS_GIVEN)
		return t;
	slopes = NEW_MANY(a, double, n * (n - 1) / 2);
	rest = NEW_MANY(a, double, n);
	for (size_t i = 0; i < n; i++)
		for (size_t j = i + 1; j < n; j++)
			slopes[count++] = (x[j] - x[i]) / (double)(j - i);
	qsort(slopes, count, sizeof *slopes, ascending);
	s = kendall(a, x, n, &variance, &tied);
	t.slope = slope_interval(slopes, count, n, variance);
	for (size_t i = 0; i < n; i++)
		rest[i] = x[i] - t.slope.value * (double)(i + 1);
	qsort(rest, n, sizeof *rest, ascending);
	t.intercept = middle(rest, n);
	if (!(variance > 0))
		return t;
	t.tau = s / sqrt(pairs * (pairs - tied));
	t.p = 2 * normal_above(fabs(s) / sqrt(variance));
	if (n >= 10)
		t.p_corrected = 2 * normal_above(fabs(s) / sqrt(variance * stretch(a, x, n, t.slope.value)));
	return t;
}
