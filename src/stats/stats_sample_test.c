/* stats_sample_test.c: order, ranks, moments, many tests at once, drawing again. */
#include "stats/stats_bootstrap.h"
#include "stats/stats_multiple.h"
#include "stats/stats_near.h"
#include "stats/stats_random.h"
#include "stats/stats_sample.h"

#include <string.h>

TEST("ranks share ties and go with the values, whatever their order")
{
	struct arena *a = arena_new();
	const double x[] = { 3, 1, 3, 2, 3 }, wanted[] = { 4, 1, 4, 2, 4 };
	const double *r = sample_ranks(a, x, COUNT(x));

	for (size_t i = 0; i < COUNT(x); i++)
		NEAR(r[i], wanted[i], 0);
	YES(sample_ranks(a, NULL, 0) != NULL);
	arena_free(a);
}

TEST("moments keep their digits far from zero, and say nothing of nothing")
{
	const double x[] = { 1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16 };

	NEAR(sample_variance(x, 4), 30, 1e-15);
	NEAR(sample_mean(x, 4), 1e9 + 10, 1e-16);
	YES(isnan(sample_mean(NULL, 0)) && isnan(sample_variance(x, 1)) && isnan(sample_correlation(x, x, 1)));
	YES(isnan(sample_correlation((double[]){ 1, 1, 1 }, x, 3)));
	NEAR(sample_correlation(x, x, 4), 1, 1e-15);
}

TEST("quantiles interpolate as type 7")
{
	struct arena *a = arena_new();
	const double x[] = { 15, 20, 35, 40, 50 };

	NEAR(sample_quantile(a, x, 5, 0.4), 29, 1e-15);
	NEAR(sample_quantile(a, x, 5, 1), 50, 0);
	NEAR(sample_median(a, x, 5), 35, 0);
	NEAR(sample_mad(a, x, 5), 1.482602218505602 * 15, 1e-15);
	YES(isnan(sample_quantile(a, x, 0, 0.5)) && isnan(sample_quantile(a, x, 5, 2)) && isnan(sample_quantile(a, x, 5, NAN)));
	arena_free(a);
}

TEST("an interval has its n, or says why not")
{
	struct stats_estimate e = sample_mean_estimate((double[]){ 1, 2, 3, 4 }, 4);

	NEAR(e.value, 2.5, 1e-15);
	NEAR(e.high - e.value, 3.182446305284263 * sqrt(5.0 / 3) / 2, 1e-12);
	EQ(e.n, 4);
	EQ(sample_mean_estimate(NULL, 0).refusal, STATS_TOO_FEW);
	EQ(sample_mean_estimate((double[]){ 1 }, 1).needs, 2);
	EQ(sample_mean_estimate((double[]){ 1, NAN }, 2).refusal, STATS_NOT_A_NUMBER);
	e = sample_share(81, 263);               /* Newcombe 1998, table I, method 3 */
	WITHIN(e.low, 0.2553, 5e-5);
	WITHIN(e.high, 0.3662, 5e-5);
	e = sample_share(0, 20);
	WITHIN(e.low, 0, 1e-16);
	WITHIN(e.high, 0.1611, 5e-5);
	EQ(sample_share(3, 2).refusal, STATS_OUT_OF_RANGE);
	EQ(sample_share(0, 0).refusal, STATS_TOO_FEW);
	EQ(sample_share(NAN, 2).refusal, STATS_NOT_A_NUMBER);
}

/* Benjamini & Hochberg 1995, section 3.2: the fifteen p-values; four are significant at 0.05. */
static const double p15[] = { 0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
	0.5719, 0.6528, 0.7590, 1.000 };

TEST("Benjamini and Hochberg's own example flags four, Holm's method three")
{
	struct arena *a = arena_new();
	double bh[15], by[15], holm[15];
	int flagged = 0, family_wise = 0;

	YES(adjust_bh(a, p15, 15, bh) && adjust_by(a, p15, 15, by) && adjust_holm(a, p15, 15, holm));
	for (int i = 0; i < 15; i++) {
		flagged += bh[i] <= 0.05;
		family_wise += holm[i] <= 0.05;
		YES(by[i] >= bh[i] && holm[i] >= bh[i]);
	}
	EQ(flagged, 4);
	EQ(family_wise, 3);
	NEAR(bh[3], 0.0095 * 15 / 4, 1e-15);
	arena_free(a);
}

TEST("adjusted p-values do not depend on the order; NaN is no test; no test is fine")
{
	struct arena *a = arena_new();
	double turned[16], bh[15], of[16];

	adjust_bh(a, p15, 15, bh);
	for (int i = 0; i < 15; i++)
		turned[15 - i] = p15[i];
	turned[0] = NAN;
	YES(adjust_bh(a, turned, 16, of));
	YES(isnan(of[0]));
	for (int i = 0; i < 15; i++)
		NEAR(of[15 - i], bh[i], 0);
	YES(adjust_bh(a, NULL, 0, NULL) && adjust_holm(a, NULL, 0, NULL) && adjust_by(a, NULL, 0, NULL));
	NO(adjust_bh(a, (double[]){ 0.2, 1.5 }, 2, of));
	YES(isnan(of[0]));
	arena_free(a);
}

TEST("Bayes FDR flags the longest prefix whose mean error is within q")
{
	struct arena *a = arena_new();
	bool marked[6];

	EQ(bayes_fdr(a, (double[]){ 0.5, 0.01, NAN, 0.03, 0.02, 0.09 }, 6, 0.04, marked), 4);
	YES(marked[1] && marked[3] && marked[4] && marked[5] && !marked[0] && !marked[2]);
	EQ(bayes_fdr(a, (double[]){ 0.3, 0.2 }, 2, 0.04, marked), 0);
	EQ(bayes_fdr(a, NULL, 0, 0.04, marked), 0);
	arena_free(a);
}

TEST("the same seed gives the same numbers, uniform within chance")
{
	struct random_source r = random_from(7), s = random_from(7), t = random_from(8);
	double sum = 0, square = 0, normal = 0, normal2 = 0;
	size_t count[7] = { 0 };

	EQ(random_bits(&r) == random_bits(&t), 0);
	random_bits(&s);
	for (int i = 0; i < 20000; i++) {
		double x = random_share(&r), z;

		YES(x == random_share(&s) && x > 0 && x < 1);
		sum += x;
		square += x * x;
		z = random_normal(&t);
		normal += z;
		normal2 += z * z;
		count[random_below(&t, 7)]++;
	}
	WITHIN(sum / 20000, 0.5, 0.01);
	WITHIN(square / 20000, 1 / 3.0, 0.01);
	WITHIN(normal / 20000, 0, 0.03);
	WITHIN(normal2 / 20000, 1, 0.04);
	for (int i = 0; i < 7; i++)
		WITHIN((double)count[i] / 20000, 1 / 7.0, 0.015);
	EQ(random_below(&r, 0), 0);
}

static double
mean_of(void *with, const size_t *pick, size_t n)
{
	double s = 0;

	for (size_t i = 0; i < n; i++)
		s += ((const double *)with)[pick[i]];
	return s / (double)n;
}

TEST("a bootstrap interval of a mean is near the t interval, and repeats byte for byte")
{
	struct arena *a = arena_new();
	struct random_source r = random_from(3);
	double x[200];
	struct stats_estimate t, e, again, b;

	for (int i = 0; i < 200; i++)
		x[i] = 4 + random_normal(&r);
	t = sample_mean_estimate(x, 200);
	e = bootstrap(a, BOOTSTRAP_PERCENTILE, 200, 2000, 11, 0.95, mean_of, x);
	again = bootstrap(a, BOOTSTRAP_PERCENTILE, 200, 2000, 11, 0.95, mean_of, x);
	b = bootstrap(a, BOOTSTRAP_BCA, 200, 2000, 11, 0.95, mean_of, x);
	YES(e.low == again.low && e.high == again.high);
	WITHIN(e.low, t.low, 0.03);
	WITHIN(e.high, t.high, 0.03);
	WITHIN(b.low, t.low, 0.03);
	WITHIN(b.high, t.high, 0.03);
	arena_free(a);
}

/* Efron & Tibshirani 1993, table 14.1: 26 spatial test values A; variance 171.5 (divisor n), 90 % BCa (115.8, 259.6). */
static double
plain_variance(void *with, const size_t *pick, size_t n)
{
	double m = mean_of(with, pick, n), s = 0;

	for (size_t i = 0; i < n; i++)
		s += (((double *)with)[pick[i]] - m) * (((double *)with)[pick[i]] - m);
	return s / (double)n;
}

TEST("BCa moves the interval of a variance up, as published")
{
	struct arena *a = arena_new();
	double x[] = { 48, 36, 20, 29, 42, 42, 20, 42, 22, 41, 45, 14, 6, 0, 33, 28, 34, 4, 32, 24, 47, 41, 24, 26, 30, 41 };
	struct stats_estimate b = bootstrap(a, BOOTSTRAP_BCA, 26, 4000, 5, 0.90, plain_variance, x);

	WITHIN(b.value, 171.5, 0.05);
	WITHIN(b.low, 115.8, 6);
	WITHIN(b.high, 259.6, 9);
	arena_free(a);
}

TEST("a bootstrap refuses what it cannot draw from")
{
	struct arena *a = arena_new();
	double x[] = { 1, 2, NAN, 4 };

	EQ(bootstrap(a, BOOTSTRAP_BCA, 2, 1000, 1, 0.95, mean_of, x).refusal, STATS_TOO_FEW);
	EQ(bootstrap(a, BOOTSTRAP_BCA, 0, 1000, 1, 0.95, mean_of, x).needs, 3);
	EQ(bootstrap(a, BOOTSTRAP_BCA, 4, 1000, 1, 0.95, mean_of, x).refusal, STATS_NOT_A_NUMBER);
	EQ(bootstrap(a, BOOTSTRAP_BCA, 4, 10, 1, 0.95, mean_of, x).refusal, STATS_OUT_OF_RANGE);
	EQ(bootstrap(a, BOOTSTRAP_BCA, 4, 1000, 1, 1.95, mean_of, x).refusal, STATS_OUT_OF_RANGE);
	x[2] = x[1] = x[0] = x[3] = 2;
	EQ(bootstrap(a, BOOTSTRAP_BCA, 4, 1000, 1, 0.95, mean_of, x).refusal, STATS_GIVEN);
	arena_free(a);
}
