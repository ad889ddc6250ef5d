/* stats_bootstrap.c: intervals by drawing again. Knows not what is drawn. */
#include "stats/stats_bootstrap.h"

#include "stats/stats_distribution.h"
#include "stats/stats_random.h"
#include "stats/stats_sample.h"

#include <math.h>

/* The values that were defined, into at; how many. */
static size_t
draw(struct arena *a, size_t n, size_t draws, uint64_t seed, bootstrap_statistic *statistic, void *with, double *at)
{
	struct random_source r = random_from(seed);
	size_t *pick = NEW_MANY(a, size_t, n), kept = 0;

	for (size_t d = 0; d < draws; d++) {
		double v;

		for (size_t i = 0; i < n; i++)
			pick[i] = random_below(&r, n);
		v = statistic(with, pick, n);
		if (isfinite(v))
			at[kept++] = v;
	}
	return kept;
}

/* Skewness of the jackknife values over six (Efron 1987, eq. 6.6); 0 when they have no spread. */
static double
acceleration(struct arena *a, size_t n, bootstrap_statistic *statistic, void *with)
{
	size_t *pick = NEW_MANY(a, size_t, n);
	double *left = NEW_MANY(a, double, n), mean, s2 = 0, s3 = 0;

	for (size_t i = 0; i < n; i++) {
		for (size_t j = 0, k = 0; j < n; j++)
			if (j != i)
				pick[k++] = j;
		left[i] = statistic(with, pick, n - 1);
		if (!isfinite(left[i]))
			return 0;
	}
	mean = sample_mean(left, n);
	for (size_t i = 0; i < n; i++) {
		double d = mean - left[i];

		s2 += d * d;
		s3 += d * d * d;
	}
	return s2 > 0 ? s3 / (6 * s2 * sqrt(s2)) : 0;
}

/* The share of draws below the value (ties by half), kept off 0 and 1. */
static double
share_below(const double *at, size_t n, double value)
{
	double below = 0;

	for (size_t i = 0; i < n; i++)
		below += at[i] < value ? 1 : at[i] == value ? 0.5 : 0;
	return fmax(0.5, fmin((double)n - 0.5, below)) / (double)n;
}

static double
shifted(double z0, double acc, double z)
{
	return normal_below(z0 + (z0 + z) / (1 - acc * (z0 + z)));
}

struct stats_estimate
bootstrap(struct arena *a, enum bootstrap_kind kind, size_t n, size_t draws, uint64_t seed, double level,
	bootstrap_statistic *statistic, void *with)
{
	struct stats_estimate e = { .level = level, .n = n };
	double *at = NEW_MANY(a, double, draws), low = (1 - level) / 2, high = (1 + level) / 2;
	size_t *all = NEW_MANY(a, size_t, n), kept;

	if (n < 3)
		return stats_refused(STATS_TOO_FEW, n, 3);
	if (draws < 100 || !(level > 0) || !(level < 1))
		return stats_refused(STATS_OUT_OF_RANGE, n, 0);
	for (size_t i = 0; i < n; i++)
		all[i] = i;
	e.value = statistic(with, all, n);
	if (!isfinite(e.value))
		return stats_refused(STATS_NOT_A_NUMBER, n, 0);
	kept = draw(a, n, draws, seed, statistic, with, at);
	if (kept < draws / 2)
		return stats_refused(STATS_NOT_SETTLED, n, 0);
	if (kind == BOOTSTRAP_BCA) {
		double z0 = normal_quantile(share_below(at, kept, e.value)), acc = acceleration(a, n, statistic, with);

		low = shifted(z0, acc, normal_quantile(low));
		high = shifted(z0, acc, normal_quantile(high));
	}
	e.low = sample_quantile(a, at, kept, low);
	e.high = sample_quantile(a, at, kept, high);
	return e;
}
