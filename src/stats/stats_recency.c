/* stats_recency.c: the recency profile by its likelihood. Knows no people. */
#include "stats/stats_recency.h"

#include "stats/stats_distribution.h"
#include "stats/stats_sample.h"

#include <math.h>

#define LOWEST (-1.0)
#define HIGHEST 3.0
#define CHI95 3.841458820694124
enum { GRID = 400 };

struct profile {
	const double *x;
	double *y, *mean;
	const double **row;
	size_t n, bins;
	double yy;               /* sum of squares of y about its mean */
	double slope;            /* of the last fit */
};

/* Weighted mean of one row; the largest exponent is taken out so that nothing overflows. */
static double
leaning(const double *x, size_t bins, double lambda)
{
	double sum = 0, weight = 0, most = lambda < 0 ? -lambda * (double)(bins - 1) : 0;

	for (size_t t = 0; t < bins; t++) {
		double w = exp(-lambda * (double)(bins - 1 - t) - most);

		if (isfinite(x[t])) {
			sum += w * x[t];
			weight += w;
		}
	}
	return sum / weight;
}

static double
squared_error(struct profile *p, double lambda)
{
	double xx, xy;

	for (size_t i = 0; i < p->n; i++)
		p->mean[i] = leaning(p->row[i], p->bins, lambda);
	xx = sample_variance(p->mean, p->n) * (double)(p->n - 1);
	xy = sample_covariance(p->mean, p->y, p->n) * (double)(p->n - 1);
	p->slope = xx > 0 ? xy / xx : 0;
	return xx > 0 ? fmax(0, p->yy - xy * xy / xx) : p->yy;
}

/* Golden section in [low, high]. */
static double
narrow(struct profile *p, double low, double high)
{
	const double g = 0.6180339887498949;
	double a = high - g * (high - low), b = low + g * (high - low), fa = squared_error(p, a), fb = squared_error(p, b);

	while (high - low > 1e-11) {
		if (fa < fb) {
			high = b, b = a, fb = fa;
			a = high - g * (high - low);
			fa = squared_error(p, a);
		} else {
			low = a, a = b, fa = fb;
			b = low + g * (high - low);
			fb = squared_error(p, b);
		}
	}
	return 0.5 * (low + high);
}

static double
grid_point(int i)
{
	return LOWEST + (HIGHEST - LOWEST) * i / GRID;
}

static double
best_lambda(struct profile *p, double *sse)
{
	double least = INFINITY, lambda, end;
	int at = 0;

	for (int i = 0; i <= GRID; i++) {
		double e = squared_error(p, grid_point(i));

		if (e < least) {
			least = e;
			at = i;
		}
	}
	lambda = narrow(p, grid_point(at > 0 ? at - 1 : 0), grid_point(at < GRID ? at + 1 : GRID));
	end = at == 0 ? LOWEST : at == GRID ? HIGHEST : lambda;
	*sse = squared_error(p, lambda);
	if (squared_error(p, end) <= *sse) {
		lambda = end;
		*sse = squared_error(p, end);
	}
	return lambda;
}

static double
excess(struct profile *p, double lambda, double least)
{
	return (double)p->n * log(squared_error(p, lambda) / least) - CHI95;
}

/* Where the profile first reaches the limit on the way from lambda to `end`. */
static double
limit(struct profile *p, double lambda, double end, double least)
{
	double inside = lambda, outside = end, step = (end - lambda) / 100;

	for (int i = 1; i <= 100; i++) {
		outside = i == 100 ? end : lambda + step * i;
		if (excess(p, outside, least) >= 0)
			break;
		if (i == 100)
			return end;
		inside = outside;
	}
	for (int i = 0; i < 60; i++) {
		double middle = 0.5 * (inside + outside);

		if (excess(p, middle, least) >= 0)
			outside = middle;
		else
			inside = middle;
	}
	return 0.5 * (inside + outside);
}

/* Share of all bins' weight that the last three have. */
static double
last_quarter(double lambda, size_t bins)
{
	size_t last = bins < 3 ? bins : 3;
	double sum = 0, all = 0, most = lambda < 0 ? -lambda * (double)(bins - 1) : 0;

	for (size_t t = 0; t < bins; t++) {
		double w = exp(-lambda * (double)(bins - 1 - t) - most);

		all += w;
		sum += t >= bins - last ? w : 0;
	}
	return sum / all;
}

static struct recency
refused(enum stats_refusal why, size_t n)
{
	struct stats_estimate none = stats_refused(why, n, why == STATS_TOO_FEW ? 4 : 0);

	return (struct recency){ none, NAN, none, NAN, NAN, NAN, NAN, NAN };
}

static struct profile
rows_of(struct arena *a, const double *x, const double *y, size_t n, size_t bins, size_t min_bins)
{
	struct profile p = { x, NEW_MANY(a, double, n), NEW_MANY(a, double, n), NEW_MANY(a, const double *, n), 0, bins, 0, 0 };

	for (size_t i = 0; i < n; i++) {
		size_t seen = 0;

		for (size_t t = 0; t < bins; t++)
			seen += isfinite(x[i * bins + t]) != 0;
		if (seen < min_bins || seen == 0 || !isfinite(y[i]))
			continue;
		p.y[p.n] = y[i];
		p.row[p.n++] = x + i * bins;
	}
	return p;
}

struct recency
recency(struct arena *a, const double *x, const double *y, size_t n, size_t bins, size_t min_bins)
{
	struct profile p = rows_of(a, x, y, n, bins, min_bins);
	struct recency r;
	double lambda;

	if (p.n < 4 || bins < 2)
		return refused(STATS_TOO_FEW, p.n);
	p.yy = sample_variance(p.y, p.n) * (double)(p.n - 1);
	if (!(p.yy > 0) || isinf(p.yy))
		return refused(STATS_NO_SPREAD, p.n);
	lambda = best_lambda(&p, &r.sse);
	r.slope = p.slope;
	if (!(r.sse > 0) || r.slope == 0)
		return refused(STATS_NO_SPREAD, p.n);
	r.lambda = (struct stats_estimate){ lambda, limit(&p, lambda, LOWEST, r.sse), limit(&p, lambda, HIGHEST, r.sse), 0.95, p.n, 0, 0 };
	r.half_life = log(2) / lambda;
	r.last_quarter = r.lambda;
	r.last_quarter.value = last_quarter(lambda, bins);
	r.last_quarter.low = last_quarter(r.lambda.low, bins);
	r.last_quarter.high = last_quarter(r.lambda.high, bins);
	r.sse_flat = squared_error(&p, 0);
	r.lr = fmax(0, (double)p.n * log(r.sse_flat / r.sse));
	r.p = chi_square_above(r.lr, 1);
	return r;
}
