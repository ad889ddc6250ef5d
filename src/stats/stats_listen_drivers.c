/* stats_listen_drivers.c: how much of an outcome goes with each of several items. Knows no people or questions. */
#include "stats/stats_listen.h"

#include "stats/stats_dense.h"
#include "stats/stats_random.h"
#include "stats/stats_sample.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Correlations of p items and the outcome, the outcome last: [m][m], m = p + 1. */
struct work {
	size_t p, m;
	double *corr;
	double *level;          /* [p + 1][m][m] one matrix for each depth of the search */
	double *r2;             /* [2^p] of each set of items */
	double *weight;         /* [p] of a set's size */
	double *vectors, *values, *turn;
};

/* What the items after `from` explain beside those in `set`: each is swept out in turn. */
static void
subsets(struct work *w, size_t depth, size_t from, uint32_t set, double r2)
{
	size_t m = w->m;
	const double *at = w->level + depth * m * m;
	double *next = w->level + (depth + 1) * m * m;

	w->r2[set] = r2;
	for (size_t j = from; j < w->p; j++) {
		double pivot = at[j * m + j], gain = pivot > 1e-10 ? at[j * m + w->p] * at[j * m + w->p] / pivot : 0;

		for (size_t k = j + 1; k < m; k++)
			for (size_t l = j + 1; l < m; l++)
				next[k * m + l] = at[k * m + l] - (pivot > 1e-10 ? at[j * m + k] * at[j * m + l] / pivot : 0);
		subsets(w, depth + 1, j + 1, set | 1u << j, r2 + gain);
	}
}

static void
shapley(struct work *w, double *share)
{
	memcpy(w->level, w->corr, w->m * w->m * sizeof *w->corr);
	subsets(w, 0, 0, 0, 0);
	memset(share, 0, w->p * sizeof *share);
	for (uint32_t set = 0; set < 1u << w->p; set++)
		for (size_t j = 0; j < w->p; j++)
			if (!(set >> j & 1))
				share[j] += w->weight[__builtin_popcount(set)] * (w->r2[set | 1u << j] - w->r2[set]);
}

/* Turns rows and columns i, j of a symmetric matrix so that (i, j) is 0. */
static void
turn(double *x, double *v, size_t p, size_t i, size_t j)
{
	double theta = (x[j * p + j] - x[i * p + i]) / (2 * x[i * p + j]), t = copysign(1, theta) / (fabs(theta) + sqrt(theta * theta + 1));
	double c = 1 / sqrt(t * t + 1), s = t * c;

	for (size_t k = 0; k < p; k++) {
		double a = x[k * p + i], b = x[k * p + j];

		x[k * p + i] = c * a - s * b;
		x[k * p + j] = s * a + c * b;
	}
	for (size_t k = 0; k < p; k++) {
		double a = x[i * p + k], b = x[j * p + k], e = v[k * p + i], f = v[k * p + j];

		x[i * p + k] = c * a - s * b;
		x[j * p + k] = s * a + c * b;
		v[k * p + i] = c * e - s * f;
		v[k * p + j] = s * e + c * f;
	}
}

/* Eigenvectors (columns of v) and values of x [p][p], which is used up: Jacobi (1846). */
static void
eigen(double *x, double *v, double *value, size_t p)
{
	for (size_t k = 0; k < p * p; k++)
		v[k] = k % (p + 1) == 0;
	for (int sweep = 0; sweep < 60; sweep++) {
		double off = 0;

		for (size_t i = 0; i < p; i++)
			for (size_t j = i + 1; j < p; j++)
				if (fabs(x[i * p + j]) > 1e-18) {
					off += fabs(x[i * p + j]);
					turn(x, v, p, i, j);
				}
		if (off < 1e-16)
			break;
	}
	for (size_t k = 0; k < p; k++)
		value[k] = x[k * p + k];
}

/* False when items make up one another. */
static bool
johnson(struct work *w, double *share)
{
	size_t p = w->p;
	double *v = w->vectors, *half = w->turn;

	for (size_t i = 0; i < p; i++)
		for (size_t j = 0; j < p; j++)
			half[i * p + j] = w->corr[i * w->m + j];
	eigen(half, v, w->values, p);
	memset(share, 0, p * sizeof *share);
	for (size_t k = 0; k < p; k++)
		if (!(w->values[k] > 1e-10))
			return false;
	for (size_t i = 0; i < p; i++)           /* the square root of the correlations */
		for (size_t j = 0; j < p; j++) {
			half[i * p + j] = 0;
			for (size_t k = 0; k < p; k++)
				half[i * p + j] += v[i * p + k] * sqrt(w->values[k]) * v[j * p + k];
		}
	for (size_t j = 0; j < p; j++) {
		double b = 0;

		for (size_t k = 0; k < p; k++) {
			double turned = 0;

			for (size_t i = 0; i < p; i++)
				turned += v[i * p + k] * w->corr[i * w->m + p];
			b += v[j * p + k] * turned / sqrt(w->values[k]);
		}
		for (size_t i = 0; i < p; i++)
			share[i] += half[i * p + j] * half[i * p + j] * b * b;
	}
	return true;
}

/* Correlations of the rows, each as often as `times` says (NULL: once); row [n][m]. False: a column without spread. */
static bool
correlate(struct work *w, const double *row, const uint32_t *times, size_t n)
{
	size_t m = w->m;
	double sum[DRIVERS_MOST + 1] = { 0 }, all = 0;

	memset(w->corr, 0, m * m * sizeof *w->corr);
	for (size_t i = 0; i < n; i++) {
		const double *x = row + i * m;
		double weight = times != NULL ? times[i] : 1;

		if (weight == 0)
			continue;
		all += weight;
		for (size_t j = 0; j < m; j++) {
			sum[j] += weight * x[j];
			for (size_t k = 0; k <= j; k++)
				w->corr[j * m + k] += weight * x[j] * x[k];
		}
	}
	for (size_t j = 0; j < m; j++)
		for (size_t k = 0; k <= j; k++)
			w->corr[j * m + k] -= sum[j] * sum[k] / all;
	for (size_t j = 0; j < m; j++)
		sum[j] = sqrt(w->corr[j * m + j]);
	for (size_t j = 0; j < m; j++) {
		if (!(sum[j] > 1e-8))
			return false;
		for (size_t k = 0; k <= j; k++)
			w->corr[j * m + k] = w->corr[k * m + j] = j == k ? 1 : w->corr[j * m + k] / (sum[j] * sum[k]);
	}
	return true;
}

/* Complete rows, each column about its mean and by its SD, so that sums keep their digits; how many. False: no spread. */
static bool
rows_of(const struct drivers_input *in, double *row, size_t *n)
{
	size_t m = in->p + 1;

	*n = 0;
	for (size_t i = 0; i < in->n; i++) {
		bool there = isfinite(in->y[i]);

		for (size_t j = 0; j < in->p; j++) {
			row[*n * m + j] = in->x[j * in->n + i];
			there &= isfinite(in->x[j * in->n + i]);
		}
		row[*n * m + in->p] = in->y[i];
		*n += there;
	}
	for (size_t j = 0; j < m; j++) {
		double mean = 0, square = 0, most = 0;

		for (size_t i = 0; i < *n; i++)
			mean += row[i * m + j] / (double)*n;
		for (size_t i = 0; i < *n; i++) {
			most = fmax(most, fabs(row[i * m + j]));
			row[i * m + j] -= mean;
			square += row[i * m + j] * row[i * m + j] / (double)*n;
		}
		if (*n > 0 && (!(sqrt(square) > 1e-13 * most) || isinf(square)))
			return false;
		for (size_t i = 0; i < *n; i++)
			row[i * m + j] /= sqrt(square);
	}
	return true;
}

static int
ascending(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

/* Percentile limits of each item's importance. */
static void
draw_again(struct arena *a, struct work *w, const struct drivers_input *in, const double *row, struct drivers *d)
{
	struct random_source r = random_from(in->seed);
	double *kept = NEW_MANY(a, double, w->p * in->draws), *share = NEW_MANY(a, double, w->p);
	uint32_t *times = NEW_MANY(a, uint32_t, d->n);
	size_t good = 0;

	for (size_t draw = 0; draw < in->draws; draw++) {
		memset(times, 0, d->n * sizeof *times);
		for (size_t i = 0; i < d->n; i++)
			times[random_below(&r, d->n)]++;
		if (!correlate(w, row, times, d->n))
			continue;
		if (w->p <= DRIVERS_EXACT)
			shapley(w, share);
		else if (!johnson(w, share))
			continue;
		for (size_t j = 0; j < w->p; j++)
			kept[j * in->draws + good] = share[j];
		good++;
	}
	for (size_t j = 0; j < w->p; j++) {
		double *of = kept + j * in->draws, value = w->p <= DRIVERS_EXACT ? d->shapley[j] : d->johnson[j];

		qsort(of, good, sizeof *of, ascending);
		d->importance[j] = good < in->draws / 2 || good < 100 ? stats_refused(STATS_NOT_SETTLED, d->n, 0)
			: (struct stats_estimate){ value, fmin(value, of[(size_t)(0.025 * (double)(good - 1))]),
				fmax(value, of[(size_t)ceil(0.975 * (double)(good - 1))]), 0.95, d->n, 0, STATS_GIVEN };
	}
}

static struct work
work_of(struct arena *a, size_t p)
{
	struct work w = { .p = p, .m = p + 1, .corr = NEW_MANY(a, double, (p + 1) * (p + 1)), .vectors = NEW_MANY(a, double, p * p),
		.values = NEW_MANY(a, double, p), .turn = NEW_MANY(a, double, p * p), .weight = NEW_MANY(a, double, p) };

	if (p > DRIVERS_EXACT)
		return w;
	w.level = NEW_MANY(a, double, (p + 1) * w.m * w.m);
	w.r2 = NEW_MANY(a, double, (size_t)1 << p);
	for (size_t size = 0; size < p; size++)
		w.weight[size] = exp(lgamma((double)size + 1) + lgamma((double)(p - size)) - lgamma((double)p + 1));
	return w;
}

struct drivers
drivers(struct arena *a, const struct drivers_input *in)
{
	struct drivers d = { .r_squared = NAN, .shapley = NEW_MANY(a, double, in->p), .johnson = NEW_MANY(a, double, in->p),
		.beta = NEW_MANY(a, double, in->p), .importance = NEW_MANY(a, struct stats_estimate, in->p) };
	size_t needs = in->p * DRIVERS_EACH > DRIVERS_ANSWERS ? in->p * DRIVERS_EACH : DRIVERS_ANSWERS;
	struct work w = { 0 };
	double *row = NULL, *among = NULL, *with = NEW_MANY(a, double, in->p);

	if (in->p < 1 || in->p > DRIVERS_MOST)
		d.refusal = STATS_OUT_OF_RANGE;
	if (d.refusal == STATS_GIVEN) {
		row = NEW_MANY(a, double, in->n * (in->p + 1) + in->p + 1);
		w = work_of(a, in->p);
		if (!rows_of(in, row, &d.n))
			d.refusal = STATS_NO_SPREAD;
		if (d.n < in->p + 2)
			d.refusal = STATS_TOO_FEW;
	}
	if (d.refusal == STATS_GIVEN && !correlate(&w, row, NULL, d.n))
		d.refusal = STATS_NO_SPREAD;
	if (d.refusal == STATS_GIVEN && !johnson(&w, d.johnson))
		d.refusal = STATS_NOT_SEPARABLE;
	if (d.refusal == STATS_GIVEN) {
		among = NEW_MANY(a, double, w.p * w.p);
		for (size_t i = 0; i < w.p * w.p; i++)
			among[i] = w.corr[i / w.p * w.m + i % w.p];
		for (size_t j = 0; j < w.p; j++)
			with[j] = w.corr[j * w.m + w.p];
		if (!positive_solve(among, w.p, with, d.beta))
			d.refusal = STATS_NOT_SEPARABLE;
	}
	for (size_t j = 0; j < in->p; j++) {
		d.importance[j] = stats_refused(d.refusal != STATS_GIVEN ? d.refusal : STATS_TOO_FEW, d.n, needs);
		if (d.refusal != STATS_GIVEN || in->p > DRIVERS_EXACT)
			d.shapley[j] = NAN;
		if (d.refusal != STATS_GIVEN)
			d.johnson[j] = d.beta[j] = NAN;
	}
	if (d.refusal != STATS_GIVEN)
		return d;
	d.r_squared = 0;
	for (size_t j = 0; j < in->p; j++)
		d.r_squared += d.beta[j] * with[j];
	if (in->p <= DRIVERS_EXACT)
		shapley(&w, d.shapley);
	if (d.n >= needs && in->draws > 0)
		draw_again(a, &w, in, row, &d);
	return d;
}
