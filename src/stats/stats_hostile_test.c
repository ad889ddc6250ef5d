/* stats_hostile_test.c: every door of the library with numbers nobody should send: an answer or a refusal, never a crash,
 * and nothing given that is not a number. */
#include "stats/stats_bootstrap.h"
#include "stats/stats_distribution.h"
#include "stats/stats_drift.h"
#include "stats/stats_gap.h"
#include "stats/stats_multiple.h"
#include "stats/stats_near.h"
#include "stats/stats_random.h"
#include "stats/stats_rating.h"
#include "stats/stats_recency.h"
#include "stats/stats_reliability.h"
#include "stats/stats_sample.h"

#include <float.h>

static const double odd[] = { 0, -0.0, 1, -1, 0.5, 3, 5, 1e-300, -1e-300, 1e300, -1e300, DBL_MIN, DBL_MAX, -DBL_MAX, 4.9e-324,
	NAN, INFINITY, -INFINITY, 1e15, 0.1, 1e-16, 2.5 };

/* Mostly ordinary numbers, now and then an odd one; `wild` of 100. */
static double
number_of(struct random_source *r, size_t wild)
{
	return random_below(r, 100) < wild ? odd[random_below(r, COUNT(odd))] : (double)(1 + random_below(r, 5));
}

static void
given_is_a_number(struct stats_estimate e)
{
	YES(e.refusal != STATS_GIVEN || !isnan(e.value));
}

TEST("distributions take any numbers: probabilities lie in 0..1 or are NaN")
{
	struct random_source r = random_from(77);

	for (int i = 0; i < 600; i++) {
		double a = number_of(&r, 60), b = number_of(&r, 60), c = number_of(&r, 60), d = number_of(&r, 60);
		double p[] = { normal_below(a), student_below(a, b), student_two_sided(a, b), chi_square_below(a, b), chi_square_above(a, b),
			gamma_below(a, b, c), gamma_above(a, b, c), beta_below(a, b, c), beta_above(a, b, c), f_below(a, b, c), f_above(a, b, c),
			binomial_below(a, b, c), binomial_above(a, b, c), binomial_chance(a, b, c), poisson_below(a, b), poisson_above(a, b),
			poisson_chance(a, b), hypergeometric_below(a, b, c, d), hypergeometric_above(a, b, c, d), hypergeometric_chance(a, b, c, d) };
		double q[] = { normal_quantile(a), student_quantile(a, b), chi_square_quantile(a, b), beta_quantile(a, b, c), f_quantile(a, b, c),
			gamma_quantile(a, b, c), binomial_quantile(a, fmin(b, 1e9), c), poisson_quantile(a, b), hypergeometric_quantile(a, fmin(b, 1e6), fmin(c, 1e6), d) };

		for (size_t k = 0; k < COUNT(p); k++)
			YES(isnan(p[k]) || (p[k] >= 0 && p[k] <= 1 + 1e-12));
		for (size_t k = 0; k < COUNT(q); k++)
			YES(isnan(q[k]) || (a >= 0 && a <= 1));
	}
}

static double
first_of(void *with, const size_t *pick, size_t n)
{
	return n > 0 ? ((const double *)with)[pick[0]] : NAN;
}

static void
samples(struct arena *a, const double *x, const double *y, size_t n)
{
	double adjusted[64];
	bool marked[64];

	given_is_a_number(sample_share(x[0], y[0]));
	sample_mean_estimate(x, n);
	sample_spearman(a, x, y, n);
	sample_mad(a, x, n);
	sample_quantile(a, x, n, y[0]);
	adjust_bh(a, x, n, adjusted);
	adjust_by(a, x, n, adjusted);
	adjust_holm(a, x, n, adjusted);
	bayes_fdr(a, x, n, 0.05, marked);
	given_is_a_number(bootstrap(a, BOOTSTRAP_BCA, n, 100, 1, 0.95, first_of, (void *)(uintptr_t)x));
	paired_gap(a, x, y, n);
	one_gap(x[0], y[0], n, 3, x[1], y[1]);
}

static void
agreements(struct arena *a, const double *x, const double *y, size_t n, const uint32_t *code)
{
	struct icc icc[ICC_KINDS];

	icc_family(x, n / 4, 4, icc);
	for (int k = 0; k < ICC_KINDS; k++)
		given_is_a_number(icc[k].estimate);
	icc_unequal(a, code, x, n, 5, NULL);
	for (int m = 0; m < 4; m++)
		krippendorff(a, x, n / 4, 4, (enum alpha_metric)m);
	cronbach(a, x, n / 4, 4);
	given_is_a_number(kappa(a, code, code + 1, n - 1, 5, true));
	drift(a, x, y, n, (double[]){ 1, 2, 3, 4, 5 }, 5);
	recency(a, x, y, n / 4, 4, 2);
	recency_by_rater(a, x, y, code, n / 4, 5, 4, 2, 0, 0);
}

TEST("samples, agreements and recency take any numbers")
{
	struct random_source r = random_from(78);

	for (int round = 0; round < 60; round++) {
		struct arena *a = arena_new();
		size_t n = 4 + random_below(&r, 60), wild = (size_t[]){ 0, 3, 40 }[round % 3];
		double x[64], y[64];
		uint32_t code[64];

		for (size_t i = 0; i < 64; i++) {
			x[i] = number_of(&r, wild);
			y[i] = number_of(&r, wild);
			code[i] = (uint32_t)random_below(&r, 5);
		}
		samples(a, x, y, n);
		agreements(a, x, y, n, code);
		arena_free(a);
	}
}

TEST("mixed models and ratings take any numbers, whatever the layout")
{
	struct random_source r = random_from(79);

	for (int round = 0; round < 60; round++) {
		struct arena *a = arena_new();
		size_t n = random_below(&r, 400), wild = (size_t[]){ 0, 0, 1 }[round % 3];
		uint32_t *ratee = NEW_MANY(a, uint32_t, n), *rater = NEW_MANY(a, uint32_t, n), *item = NEW_MANY(a, uint32_t, n);
		double *y = NEW_MANY(a, double, n), *x = NEW_MANY(a, double, n);
		struct marks m = { n, ratee, rater, item, y, 40, 15, 3 };
		struct severity *s;
		struct mixed_fit *f;

		for (size_t i = 0; i < n; i++) {
			ratee[i] = (uint32_t)random_below(&r, 40);
			rater[i] = (uint32_t)random_below(&r, round % 2 ? 15 : 11);
			item[i] = (uint32_t)random_below(&r, 3);
			y[i] = number_of(&r, wild);
			x[i] = number_of(&r, wild);
		}
		s = rating_severity(a, &(struct severity_input){ .marks = m, .x = x, .p = 1, .mixture = round % 4 == 0, .path = (enum mixed_path)(round % 3) });
		for (size_t j = 0; j < 15; j++)
			given_is_a_number(s->rater[j].estimate);
		for (size_t j = 0; j < 40; j++)
			given_is_a_number(s->ratee[j].fair);
		rating_spread(a, &m, 0.05);
		f = mixed_fit(a, &(struct mixed_input){ .n = n, .y = y, .x = x, .p = 1, .factors = 3, .ml = round % 2 != 0, .weight = round % 5 ? NULL : x,
			.factor = { { ratee, 40 }, { rater, 15 }, { item, 3 } }, .path = (enum mixed_path)(round % 3) });
		for (size_t k = 0; f->refusal == STATS_GIVEN && k < 3; k++)
			YES(f->variance[k] >= 0 && isfinite(f->effect[k][0]) && f->conditional_sd[k][0] >= 0);
		arena_free(a);
	}
}
