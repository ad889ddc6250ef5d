/* stats_sample.c: order, ranks and moments of a sample. Knows nothing of where it came from. */
#include "stats/stats_sample.h"

#include "stats/stats_distribution.h"

#include <math.h>
#include <stdlib.h>

bool
sample_is_finite(const double *x, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (!isfinite(x[i]))
			return false;
	return true;
}

static int
by_value(const void *i, const void *j, void *values)
{
	const double *x = values;
	size_t p = *(const size_t *)i, q = *(const size_t *)j;

	if (isnan(x[p]) != isnan(x[q]))
		return isnan(x[p]) ? 1 : -1;
	if (x[p] < x[q] || x[p] > x[q])
		return x[p] < x[q] ? -1 : 1;
	return p < q ? -1 : p > q;
}

size_t *
sample_order(struct arena *a, const double *x, size_t n)
{
	size_t *order = NEW_MANY(a, size_t, n);

	for (size_t i = 0; i < n; i++)
		order[i] = i;
	qsort_r(order, n, sizeof *order, by_value, (void *)(uintptr_t)x);
	return order;
}

double *
sample_ranks(struct arena *a, const double *x, size_t n)
{
	const size_t *order = sample_order(a, x, n);
	double *rank = NEW_MANY(a, double, n);

	for (size_t i = 0, j; i < n; i = j) {
		for (j = i + 1; j < n && x[order[j]] == x[order[i]]; j++)
			;
		for (size_t k = i; k < j; k++)
			rank[order[k]] = (double)(i + j + 1) / 2;
	}
	return rank;
}

double
sample_mean(const double *x, size_t n)
{
	double s = 0, rest = 0, m;

	for (size_t i = 0; i < n; i++)
		s += x[i] / (double)n;
	m = s;
	for (size_t i = 0; i < n; i++)
		rest += x[i] - m;
	return n == 0 ? NAN : m + rest / (double)n;
}

double
sample_covariance(const double *x, const double *y, size_t n)
{
	double mx = sample_mean(x, n), my = sample_mean(y, n), s = 0;

	for (size_t i = 0; i < n; i++)
		s += (x[i] - mx) * (y[i] - my);
	return n < 2 ? NAN : s / (double)(n - 1);
}

double
sample_variance(const double *x, size_t n)
{
	return sample_covariance(x, x, n);
}

double
sample_deviation(const double *x, size_t n)
{
	return sqrt(sample_variance(x, n));
}

double
sample_correlation(const double *x, const double *y, size_t n)
{
	double sx = sample_deviation(x, n), sy = sample_deviation(y, n), r;

	if (!(sx > 0) || !(sy > 0))
		return NAN;
	r = sample_covariance(x, y, n) / sx / sy;
	return fmax(-1, fmin(1, r));
}

double
sample_spearman(struct arena *a, const double *x, const double *y, size_t n)
{
	return sample_correlation(sample_ranks(a, x, n), sample_ranks(a, y, n), n);
}

double
sample_quantile(struct arena *a, const double *x, size_t n, double p)
{
	const size_t *order;
	double at;
	size_t low;

	if (n == 0 || !(p >= 0) || !(p <= 1))
		return NAN;
	order = sample_order(a, x, n);
	at = p * (double)(n - 1);
	low = (size_t)at;
	if (low + 1 >= n)
		return x[order[n - 1]];
	return x[order[low]] + (at - (double)low) * (x[order[low + 1]] - x[order[low]]);
}

double
sample_median(struct arena *a, const double *x, size_t n)
{
	return sample_quantile(a, x, n, 0.5);
}

double
sample_mad(struct arena *a, const double *x, size_t n)
{
	double *off = NEW_MANY(a, double, n), m = sample_median(a, x, n);

	for (size_t i = 0; i < n; i++)
		off[i] = fabs(x[i] - m);
	return 1.482602218505602 * sample_median(a, off, n);
}

struct stats_estimate
sample_mean_estimate(const double *x, size_t n)
{
	struct stats_estimate e = { .level = 0.95, .n = n };
	double half;

	if (n < 2)
		return stats_refused(STATS_TOO_FEW, n, 2);
	if (!sample_is_finite(x, n))
		return stats_refused(STATS_NOT_A_NUMBER, n, 0);
	half = student_quantile(0.975, (double)(n - 1)) * sample_deviation(x, n) / sqrt((double)n);
	e.value = sample_mean(x, n);
	e.low = e.value - half;
	e.high = e.value + half;
	return e;
}

struct stats_estimate
sample_share(double x, double n)
{
	const double z2 = STATS_Z95 * STATS_Z95;
	struct stats_estimate e = { .level = 0.95 };
	double p, centre, half;

	if (isnan(x) || isnan(n) || isinf(n))
		return stats_refused(STATS_NOT_A_NUMBER, 0, 0);
	if (n < 1)
		return stats_refused(STATS_TOO_FEW, 0, 1);
	if (x < 0 || x > n || n > 1e15)
		return stats_refused(STATS_OUT_OF_RANGE, 0, 0);
	p = x / n;
	centre = (p + z2 / (2 * n)) / (1 + z2 / n);
	half = STATS_Z95 * sqrt(p * (1 - p) / n + z2 / (4 * n * n)) / (1 + z2 / n);
	e.n = (size_t)n;
	e.value = p;
	e.low = centre - half;
	e.high = centre + half;
	return e;
}
