/* stats_reliability.c: intraclass correlations and what follows from variance components. Knows no people. */
#include "stats/stats_reliability.h"

#include "stats/stats_distribution.h"
#include "stats/stats_sample.h"

#include <math.h>

/* Mean squares of a complete n by k table. */
struct squares {
	double n, k, subjects, judges, rest, within;
};

static struct squares
squares(const double *x, size_t n, size_t k)
{
	double all = sample_mean(x, n * k), row2 = 0, column2 = 0, total = 0;
	struct squares s = { (double)n, (double)k, 0, 0, 0, 0 };

	for (size_t i = 0; i < n; i++) {
		double m = sample_mean(x + i * k, k) - all;

		row2 += m * m;
		for (size_t j = 0; j < k; j++)
			total += (x[i * k + j] - all) * (x[i * k + j] - all);
	}
	for (size_t j = 0; j < k; j++) {
		double m = 0;

		for (size_t i = 0; i < n; i++)
			m += (x[i * k + j] - all) / s.n;
		column2 += m * m;
	}
	s.subjects = s.k * row2 / (s.n - 1);
	s.judges = s.n * column2 / (s.k - 1);
	s.rest = fmax(0, total - s.k * row2 - s.n * column2) / ((s.n - 1) * (s.k - 1));
	s.within = fmax(0, total - s.k * row2) / (s.n * (s.k - 1));
	return s;
}

/* The F ratio and its two limits. */
static void
ratio(const struct squares *s, bool two_way, struct icc *out, double *low, double *high)
{
	out->df1 = s->n - 1;
	out->df2 = two_way ? (s->n - 1) * (s->k - 1) : s->n * (s->k - 1);
	out->f = s->subjects / (two_way ? s->rest : s->within);
	out->p = f_above(out->f, out->df1, out->df2);
	*low = out->f / f_quantile(0.975, out->df1, out->df2);
	*high = out->f * f_quantile(0.975, out->df2, out->df1);
}

static struct stats_estimate
given(double value, double low, double high, double n)
{
	if (isnan(value))
		return stats_refused(STATS_NO_SPREAD, (size_t)n, 0);
	return (struct stats_estimate){ value, low, high, 0.95, (size_t)n, 0, STATS_GIVEN };
}

/* ICC2 with McGraw & Wong's degrees of freedom. */
static struct stats_estimate
two_way_random(const struct squares *s)
{
	double n = s->n, k = s->k, b = s->subjects, j = s->judges, e = s->rest;
	double r = (b - e) / (b + (k - 1) * e + k * (j - e) / n), fj = j / e, p = k * r * fj;
	double q = n * (1 + (k - 1) * r) - k * r, v = (k - 1) * (n - 1) * (p + q) * (p + q) / ((n - 1) * p * p + q * q);
	double u = f_quantile(0.975, n - 1, v), w = f_quantile(0.975, v, n - 1), rest = k * n - k - n;

	return given(r, n * (b - u * e) / (u * (k * j + rest * e) + n * b), n * (w * b - e) / (k * j + rest * e + n * w * b), n);
}

static double
stepped_up(double r, double k)
{
	return r * k / (1 + r * (k - 1));
}

void
icc_family(const double *x, size_t n, size_t k, struct icc out[static ICC_KINDS])
{
	bool fine = n >= 2 && k >= 2 && sample_is_finite(x, n * k);
	struct squares s;
	double b, low, high;

	for (int i = 0; i < ICC_KINDS; i++)
		out[i] = (struct icc){ stats_refused(n < 2 || k < 2 ? STATS_TOO_FEW : STATS_NOT_A_NUMBER, n, 2), NAN, NAN, NAN, NAN };
	if (!fine)
		return;
	s = squares(x, n, k);
	b = s.subjects;
	for (int i = 0; i < ICC_KINDS; i++) {
		bool two_way = i != ICC1 && i != ICC1K;

		ratio(&s, two_way, &out[i], &low, &high);
		if (i == ICC1)
			out[i].estimate = given((b - s.within) / (b + (s.k - 1) * s.within), (low - 1) / (low + s.k - 1), (high - 1) / (high + s.k - 1), s.n);
		else if (i == ICC3)
			out[i].estimate = given((b - s.rest) / (b + (s.k - 1) * s.rest), (low - 1) / (low + s.k - 1), (high - 1) / (high + s.k - 1), s.n);
		else if (i == ICC1K)
			out[i].estimate = given((b - s.within) / b, 1 - 1 / low, 1 - 1 / high, s.n);
		else if (i == ICC3K)
			out[i].estimate = given((b - s.rest) / b, 1 - 1 / low, 1 - 1 / high, s.n);
		else
			out[i].estimate = two_way_random(&s);
	}
	out[ICC2K].estimate = given((b - s.rest) / (b + (s.judges - s.rest) / s.n), stepped_up(out[ICC2].estimate.low, s.k),
		stepped_up(out[ICC2].estimate.high, s.k), s.n);
}

/* Counts and means by subject; how many subjects have a value. */
static size_t
by_subject(const uint32_t *subject, const double *y, size_t n, size_t subjects, double *count, double *mean)
{
	size_t met = 0;

	for (size_t i = 0; i < n; i++)
		count[subject[i]]++;
	for (size_t i = 0; i < n; i++)
		mean[subject[i]] += y[i] / count[subject[i]];
	for (size_t i = 0; i < subjects; i++)
		met += count[i] > 0;
	return met;
}

struct stats_estimate
icc_unequal(struct arena *a, const uint32_t *subject, const double *y, size_t n, size_t subjects, double *k0)
{
	double *count = NEW_MANY(a, double, subjects), *mean = NEW_MANY(a, double, subjects), squares = 0, between = 0, within = 0;
	double all = sample_mean(y, n), k, f, low, high, df1, df2;
	size_t met;

	if (!sample_is_finite(y, n))
		return stats_refused(STATS_NOT_A_NUMBER, n, 0);
	met = by_subject(subject, y, n, subjects, count, mean);
	if (met < 2 || n <= met)
		return stats_refused(STATS_TOO_FEW, met, met < 2 ? 2 : 0);
	for (size_t i = 0; i < subjects; i++) {
		squares += count[i] * count[i];
		between += count[i] * (mean[i] - all) * (mean[i] - all);
	}
	for (size_t i = 0; i < n; i++)
		within += (y[i] - mean[subject[i]]) * (y[i] - mean[subject[i]]);
	df1 = (double)(met - 1);
	df2 = (double)(n - met);
	k = ((double)n - squares / (double)n) / df1;
	if (k0 != NULL)
		*k0 = k;
	f = between / df1 / (within / df2);
	low = f / f_quantile(0.975, df1, df2);
	high = f * f_quantile(0.975, df2, df1);
	return given((f - 1) / (f + k - 1), (low - 1) / (low + k - 1), (high - 1) / (high + k - 1), (double)met);
}

double
reliability_of_mean(double subject, double rater, double rest, double k, bool adjusted)
{
	double noise = ((adjusted ? 0 : rater) + rest) / k;

	if (!(subject >= 0) || !(rater >= 0) || !(rest >= 0) || !(k > 0))
		return NAN;
	return subject / (subject + noise);
}

double
raters_for(double subject, double rater, double rest, double wanted)
{
	if (!(subject >= 0) || !(rater >= 0) || !(rest >= 0) || !(wanted > 0) || !(wanted < 1))
		return NAN;
	return wanted / (1 - wanted) * (rater + rest) / subject;
}
