/* stats_multiple.c: many questions at once. Knows no question. */
#include "stats/stats_multiple.h"

#include "stats/stats_sample.h"

#include <math.h>

/* How many of p are tests; SIZE_MAX when one is no probability. */
static size_t
family(const double *p, size_t n)
{
	size_t m = 0;

	for (size_t i = 0; i < n; i++) {
		if (p[i] < 0 || p[i] > 1)
			return SIZE_MAX;
		m += !isnan(p[i]);
	}
	return m;
}

static bool
step_up(struct arena *a, const double *p, size_t n, double factor, double *adjusted)
{
	size_t m = family(p, n);
	const size_t *order = sample_order(a, p, n);
	double least = 1;

	for (size_t i = 0; i < n; i++)
		adjusted[i] = NAN;
	if (m == SIZE_MAX)
		return false;
	for (size_t i = m; i-- > 0;) {
		least = fmin(least, factor * (double)m * p[order[i]] / (double)(i + 1));
		adjusted[order[i]] = least;
	}
	return true;
}

bool
adjust_bh(struct arena *a, const double *p, size_t n, double *adjusted)
{
	return step_up(a, p, n, 1, adjusted);
}

bool
adjust_by(struct arena *a, const double *p, size_t n, double *adjusted)
{
	size_t m = family(p, n);
	double sum = 0;

	for (size_t i = 1; m != SIZE_MAX && i <= m; i++)
		sum += 1 / (double)i;
	return step_up(a, p, n, sum, adjusted);
}

bool
adjust_holm(struct arena *a, const double *p, size_t n, double *adjusted)
{
	size_t m = family(p, n);
	const size_t *order = sample_order(a, p, n);
	double most = 0;

	for (size_t i = 0; i < n; i++)
		adjusted[i] = NAN;
	if (m == SIZE_MAX)
		return false;
	for (size_t i = 0; i < m; i++) {
		most = fmax(most, (double)(m - i) * p[order[i]]);
		adjusted[order[i]] = fmin(most, 1);
	}
	return true;
}

size_t
bayes_fdr(struct arena *a, const double *error, size_t n, double q, bool *marked)
{
	const size_t *order = sample_order(a, error, n);
	size_t longest = 0;
	double sum = 0;

	for (size_t i = 0; i < n && !isnan(error[order[i]]); i++) {
		sum += error[order[i]];
		if (sum <= q * (double)(i + 1))
			longest = i + 1;
	}
	for (size_t i = 0; i < n; i++)
		marked[order[i]] = i < longest;
	return longest;
}
