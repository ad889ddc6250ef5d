/* stats_did.c: difference in differences and the event study, with clusters. Knows no departments and no money. */
#include "stats/stats_did.h"

#include "stats/stats_dense.h"
#include "stats/stats_distribution.h"
#include "stats/stats_random.h"
#include "stats/stats_sample.h"
#include "stats/stats_series.h"

#include <math.h>
#include <string.h>

/* Least squares with its covariance by clusters. */
struct fit {
	size_t n, p, k, clusters;        /* k: columns counted, with those taken out before */
	const double *x;                 /* [p][n] */
	double *b, *inverse, *cov, *left;        /* [p], [p][p], [p][p], [n] */
	double rss;
};

static double
inner(const double *a, const double *b, size_t n)
{
	double s = 0;

	for (size_t i = 0; i < n; i++)
		s += a[i] * b[i];
	return s;
}

static bool
fit_inverse(struct arena *a, struct fit *f)
{
	double *cross = NEW_MANY(a, double, f->p * f->p);

	for (size_t j = 0; j < f->p; j++)
		for (size_t k = 0; k < f->p; k++)
			cross[j * f->p + k] = inner(f->x + j * f->n, f->x + k * f->n, f->n);
	f->inverse = NEW_MANY(a, double, f->p * f->p);
	f->b = NEW_MANY(a, double, f->p);
	f->left = NEW_MANY(a, double, f->n);
	f->cov = NEW_MANY(a, double, f->p * f->p);
	for (size_t j = 0; j < f->p; j++)
		if (!(cross[j * f->p + j] > 1e-9))
			return false;
	return positive_inverse(cross, f->p, f->inverse);
}

static void
fit_values(struct fit *f, const double *y)
{
	memset(f->b, 0, f->p * sizeof *f->b);
	for (size_t j = 0; j < f->p; j++) {
		double xy = inner(f->x + j * f->n, y, f->n);

		for (size_t k = 0; k < f->p; k++)
			f->b[k] += f->inverse[k * f->p + j] * xy;
	}
	f->rss = 0;
	for (size_t i = 0; i < f->n; i++) {
		f->left[i] = y[i];
		for (size_t j = 0; j < f->p; j++)
			f->left[i] -= f->b[j] * f->x[j * f->n + i];
		f->rss += f->left[i] * f->left[i];
	}
}

/* HC1 by cluster: inverse (sum of scores s s') inverse, times the two small-sample factors. scores: [clusters][p]. */
static void
fit_covariance(struct fit *f, const uint32_t *cluster, size_t codes, double *scores)
{
	size_t p = f->p;
	double factor = ((double)f->n - 1) / (double)(f->n - f->k) * (double)f->clusters / ((double)f->clusters - 1);

	memset(scores, 0, codes * p * sizeof *scores);
	for (size_t i = 0; i < f->n; i++)
		for (size_t j = 0; j < p; j++)
			scores[cluster[i] * p + j] += f->x[j * f->n + i] * f->left[i];
	memset(f->cov, 0, p * p * sizeof *f->cov);
	for (size_t g = 0; g < codes; g++)
		for (size_t j = 0; j < p; j++) {
			double mine = inner(f->inverse + j * p, scores + g * p, p);

			for (size_t k = 0; k < p; k++)
				f->cov[j * p + k] += factor * mine * inner(f->inverse + k * p, scores + g * p, p);
		}
}

static size_t
met(struct arena *a, const uint32_t *code, size_t n, size_t codes)
{
	bool *seen = NEW_MANY(a, bool, codes);
	size_t count = 0;

	for (size_t i = 0; i < n; i++)
		if (code[i] >= codes)
			return 0;
		else if (!seen[code[i]])
			count += seen[code[i]] = true;
	return count;
}

static struct stats_estimate
interval(double value, double se, size_t clusters, size_t n)
{
	double t = student_quantile(0.975, (double)clusters - 1);

	return (struct stats_estimate){ value, value - t * se, value + t * se, 0.95, n, 0, STATS_GIVEN };
}

/* Columns 1, treat, post, both; why not when they cannot be told apart. */
static enum stats_refusal
four_columns(struct arena *a, const double *y, const double *treat, const double *post, const uint32_t *unit, size_t n, size_t units, struct fit *f)
{
	double *x = NEW_MANY(a, double, 4 * n);
	size_t cell[4] = { 0 };
	enum stats_refusal why = series_refusal(y, n, 5);

	*f = (struct fit){ .n = n, .p = 4, .k = 4, .clusters = met(a, unit, n, units), .x = x };
	if (why != STATS_GIVEN)
		return why;
	for (size_t i = 0; i < n; i++) {
		if ((treat[i] != 0 && treat[i] != 1) || (post[i] != 0 && post[i] != 1))
			return STATS_OUT_OF_RANGE;
		x[i] = 1;
		x[n + i] = treat[i];
		x[2 * n + i] = post[i];
		x[3 * n + i] = treat[i] * post[i];
		cell[(size_t)(2 * treat[i] + post[i])]++;
	}
	if (f->clusters < 2)
		return n > 0 && f->clusters == 0 ? STATS_OUT_OF_RANGE : STATS_TOO_FEW;
	for (int k = 0; k < 4; k++)
		if (cell[k] == 0)
			return STATS_NOT_SEPARABLE;
	return fit_inverse(a, f) ? STATS_GIVEN : STATS_NOT_SEPARABLE;
}

struct did
did(struct arena *a, const double *y, const double *treat, const double *post, const uint32_t *unit, size_t n, size_t units)
{
	struct fit f;
	enum stats_refusal why = four_columns(a, y, treat, post, unit, n, units, &f);
	struct did d = { stats_refused(why, n, why == STATS_TOO_FEW ? 5 : 0), NAN, NAN, NAN, f.clusters };

	if (why != STATS_GIVEN)
		return d;
	fit_values(&f, y);
	fit_covariance(&f, unit, units, NEW_MANY(a, double, units * 4));
	d.se_ols = sqrt(f.inverse[15] * f.rss / (double)(n - 4));
	d.se_cluster = sqrt(f.cov[15]);
	d.before_after = f.b[2] + f.b[3];
	d.att = interval(f.b[3], d.se_cluster, f.clusters, n);
	return d;
}

/* Webb's weights: -+ sqrt(1/2), 1, sqrt(3/2). */
static double
webb(struct random_source *r)
{
	size_t k = random_below(r, 6);

	return (k % 2 ? 1 : -1) * sqrt((double)(1 + k / 2) / 2);
}

double
did_wild(struct arena *a, const double *y, const double *treat, const double *post, const uint32_t *unit, size_t n, size_t units, size_t draws, uint64_t seed)
{
	struct fit f, null;
	struct random_source r = random_from(seed);
	double *scores = NEW_MANY(a, double, units * 4), *weight = NEW_MANY(a, double, units), *drawn = NEW_MANY(a, double, n), observed;
	size_t as_far = 1;

	if (draws < 99 || four_columns(a, y, treat, post, unit, n, units, &f) != STATS_GIVEN)
		return NAN;
	null = f;
	null.p = 3;
	if (!fit_inverse(a, &null))
		return NAN;
	fit_values(&null, y);
	fit_values(&f, y);
	fit_covariance(&f, unit, units, scores);
	observed = fabs(f.b[3]) / sqrt(f.cov[15]);
	if (!isfinite(observed))
		return NAN;
	for (size_t d = 0; d < draws; d++) {
		for (size_t g = 0; g < units; g++)
			weight[g] = webb(&r);
		for (size_t i = 0; i < n; i++)
			drawn[i] = y[i] - null.left[i] + weight[unit[i]] * null.left[i];
		fit_values(&f, drawn);
		fit_covariance(&f, unit, units, scores);
		as_far += !(fabs(f.b[3]) / sqrt(f.cov[15]) < observed * (1 - 1e-9));
	}
	return (double)as_far / (double)(draws + 1);
}

/* Distinct times in order; how many. */
static size_t
distinct(struct arena *a, const double *time, size_t n, double *at)
{
	const size_t *order = sample_order(a, time, n);
	size_t count = 0;

	for (size_t i = 0; i < n; i++)
		if (count == 0 || at[count - 1] != time[order[i]])
			at[count++] = time[order[i]];
	return count;
}

/* Takes each unit's mean out of x: what dummies of the units would do (Frisch & Waugh 1933). */
static void
without_unit_means(double *x, size_t n, const uint32_t *unit, double *mean, const double *count, size_t units)
{
	memset(mean, 0, units * sizeof *mean);
	for (size_t i = 0; i < n; i++)
		mean[unit[i]] += x[i] / count[unit[i]];
	for (size_t i = 0; i < n; i++)
		x[i] -= mean[unit[i]];
}

/* Times but the first, then treat x each time but the reference; units taken out of all and of y. */
static bool
event_columns(struct arena *a, struct fit *f, double *y, const double *treat, const double *time, const uint32_t *unit, size_t units, const double *at,
	size_t times, double reference)
{
	size_t n = f->n, column = 0;
	double *x = NEW_MANY(a, double, 2 * times * n), *count = NEW_MANY(a, double, units), *mean = NEW_MANY(a, double, units);

	for (size_t i = 0; i < n; i++)
		count[unit[i]]++;
	for (size_t k = 1; k < times; k++, column++)
		for (size_t i = 0; i < n; i++)
			x[column * n + i] = time[i] == at[k];
	for (size_t k = 0; k < times; k++) {
		if (at[k] == reference)
			continue;
		for (size_t i = 0; i < n; i++)
			x[column * n + i] = time[i] == at[k] ? treat[i] : 0;
		column++;
	}
	for (size_t j = 0; j < column; j++)
		without_unit_means(x + j * n, n, unit, mean, count, units);
	without_unit_means(y, n, unit, mean, count, units);
	f->x = x;
	f->p = column;
	f->k = column + f->clusters;
	return f->k < n && fit_inverse(a, f);
}

static void
pretrend(struct arena *a, struct event_study *s, const struct fit *f, size_t skip, double reference)
{
	size_t q = 0;
	double *v, *b, *solved;

	while (q < s->periods && s->period[q] < reference)
		q++;
	s->pretrend = s->pretrend_p = NAN;
	s->pretrend_df = q;
	if (q == 0)
		return;
	v = NEW_MANY(a, double, q * q);
	b = NEW_MANY(a, double, q);
	solved = NEW_MANY(a, double, q);
	for (size_t j = 0; j < q; j++) {
		b[j] = f->b[skip + j];
		for (size_t k = 0; k < q; k++)
			v[j * q + k] = f->cov[(skip + j) * f->p + skip + k];
	}
	if (!positive_solve(v, q, b, solved))
		return;
	s->pretrend = inner(b, solved, q);
	s->pretrend_p = chi_square_above(s->pretrend, (double)q);
}

struct event_study
event_study(struct arena *a, const double *y, const double *treat, const double *time, const uint32_t *unit, size_t n, size_t units, double reference)
{
	struct fit f = { .n = n, .clusters = met(a, unit, n, units) };
	struct event_study s = { .refusal = series_refusal(y, n, 5), .n = n, .clusters = f.clusters, .pretrend = NAN, .pretrend_p = NAN };
	double *at = NEW_MANY(a, double, n), *left = NEW_MANY(a, double, n);
	size_t times, known = 0;

	if (s.refusal == STATS_GIVEN && (!sample_is_finite(time, n) || !sample_is_finite(treat, n)))
		s.refusal = STATS_NOT_A_NUMBER;
	if (s.refusal == STATS_GIVEN && f.clusters < 2)
		s.refusal = f.clusters == 0 ? STATS_OUT_OF_RANGE : STATS_TOO_FEW;
	if (s.refusal != STATS_GIVEN)
		return s;
	times = distinct(a, time, n, at);
	for (size_t k = 0; k < times; k++)
		known += at[k] == reference;
	memcpy(left, y, n * sizeof *y);
	if (known == 0 || times < 2 || times > 500)
		s.refusal = STATS_OUT_OF_RANGE;
	else if (!event_columns(a, &f, left, treat, time, unit, units, at, times, reference))
		s.refusal = STATS_NOT_SEPARABLE;
	if (s.refusal != STATS_GIVEN)
		return s;
	fit_values(&f, left);
	fit_covariance(&f, unit, units, NEW_MANY(a, double, units * f.p));
	s.period = NEW_MANY(a, double, times);
	s.effect = NEW_MANY(a, struct stats_estimate, times);
	s.se = NEW_MANY(a, double, times);
	for (size_t k = 0; k < times; k++) {
		size_t j = times - 1 + s.periods;

		if (at[k] == reference)
			continue;
		s.period[s.periods] = at[k];
		s.se[s.periods] = sqrt(f.cov[j * f.p + j]);
		s.effect[s.periods] = interval(f.b[j], s.se[s.periods], f.clusters, n);
		s.periods++;
	}
	pretrend(a, &s, &f, times - 1, reference);
	return s;
}
