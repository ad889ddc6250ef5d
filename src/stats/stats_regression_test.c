/* stats_regression_test.c: least squares, its sandwiches, logistic regression: published tables, closed forms, refusals. */
#include "stats/stats_logistic.h"
#include "stats/stats_near.h"
#include "stats/stats_random.h"
#include "stats/stats_regression.h"

#include <string.h>

/* Anscombe 1973, first data set. */
static const double anscombe_x[] = { 10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5 };
static const double anscombe_y[] = { 8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68 };

TEST("Anscombe's first set, as published: line, errors, share explained")
{
	struct arena *a = arena_new();
	double x[22];
	struct regression r;
	struct stats_estimate e;

	for (int i = 0; i < 11; i++) {
		x[i] = 1;
		x[11 + i] = anscombe_x[i];
	}
	r = regression(a, &(struct regression_input){ .n = 11, .p = 2, .y = anscombe_y, .x = x });
	WITHIN(r.coef[0], 3.0001, 5e-5);
	WITHIN(r.coef[1], 0.5001, 5e-5);
	WITHIN(r.se[ERROR_PLAIN][0], 1.1247, 5e-5);
	WITHIN(r.se[ERROR_PLAIN][1], 0.1179, 5e-5);
	WITHIN(r.r_squared, 0.6665, 5e-5);
	WITHIN(r.sigma, 1.237, 5e-4);
	WITHIN(regression_p(&r, 1, ERROR_PLAIN), 0.00217, 5e-6);
	e = regression_estimate(&r, 1, ERROR_PLAIN);
	WITHIN(e.low, 0.2333701, 1e-6);
	EQ(regression_estimate(&r, 1, ERROR_CLUSTER).refusal, STATS_NOT_SEPARABLE);
	EQ(regression_estimate(&r, 2, ERROR_PLAIN).refusal, STATS_OUT_OF_RANGE);
	arena_free(a);
}

/* Two groups of 7 and 12 with a column of ones, a 0/1 column and, when asked, one more that the first two make up. */
static size_t
two_groups(double *x, double *y, uint32_t *cluster, bool more)
{
	struct random_source r = random_from(8);

	for (size_t i = 0; i < 19; i++) {
		x[i] = 1;
		x[19 + i] = i < 7;
		x[38 + i] = more ? 2 - 3 * (i < 7) : 0;
		y[i] = 1e6 + (i < 7 ? 3 : 1) * random_normal(&r);
		cluster[i] = (uint32_t)i;
	}
	return more ? 3 : 2;
}

TEST("HC3 of two groups is the closed form; every row its own cluster is HC0 with its factor; a made-up column is left out")
{
	struct arena *a = arena_new();
	double x[57], y[19], square[2] = { 0 }, mean[2] = { 0 };
	uint32_t cluster[19];
	struct regression r, more;
	size_t p = two_groups(x, y, cluster, true);

	more = regression(a, &(struct regression_input){ 19, p, y, x, cluster, 19 });
	r = regression(a, &(struct regression_input){ 19, 2, y, x, cluster, 19 });
	for (int i = 0; i < 19; i++)
		mean[i < 7] += y[i] / (i < 7 ? 7 : 12);
	for (int i = 0; i < 19; i++)
		square[i < 7] += (y[i] - mean[i < 7]) * (y[i] - mean[i < 7]);
	WITHIN(r.coef[1], mean[1] - mean[0], 1e-7);
	NEAR(r.se[ERROR_HC3][1], sqrt(square[1] / 36 + square[0] / 121), 1e-8);
	NEAR(r.se[ERROR_CLUSTER][1], sqrt((square[1] / 49 + square[0] / 144) * 19 / 17), 1e-8);
	NEAR(r.se[ERROR_PLAIN][1], sqrt((square[0] + square[1]) / 17 * (1.0 / 7 + 1.0 / 12)), 1e-8);
	EQ(more.rank, 2);
	YES(isnan(more.coef[2]) && isnan(more.se[ERROR_HC3][2]));
	WITHIN(more.coef[1], r.coef[1], 1e-9);
	EQ(regression_estimate(&more, 2, ERROR_HC3).refusal, STATS_NOT_SEPARABLE);
	arena_free(a);
}

TEST("least squares: row order does not matter, scale goes through; clusters widen what they share")
{
	struct arena *a = arena_new();
	struct random_source s = random_from(12);
	double x[3 * 400], y[400], turned_x[3 * 400], turned_y[400];
	uint32_t cluster[400], turned[400];
	struct regression r, t;

	for (size_t i = 0; i < 400; i++) {
		cluster[i] = (uint32_t)(i / 20);
		x[i] = 1;
		x[400 + i] = cluster[i] % 2;
		x[800 + i] = random_normal(&s);
		y[i] = 3 + 0.5 * x[800 + i] + random_normal(&s) + (double)((cluster[i] * 7) % 5);
	}
	for (size_t i = 0; i < 400; i++) {
		size_t from = (i * 149 + 31) % 400;

		turned[i] = cluster[from];
		turned_y[i] = -4 * y[from] + 100;
		for (int j = 0; j < 3; j++)
			turned_x[j * 400 + i] = x[j * 400 + from] * (j == 2 ? 10 : 1);
	}
	r = regression(a, &(struct regression_input){ 400, 3, y, x, cluster, 20 });
	t = regression(a, &(struct regression_input){ 400, 3, turned_y, turned_x, turned, 25 });
	WITHIN(t.coef[2], -0.4 * r.coef[2], 1e-10);
	WITHIN(t.se[ERROR_HC3][2], 0.4 * r.se[ERROR_HC3][2], 1e-10);
	WITHIN(t.se[ERROR_CLUSTER][1], 4 * r.se[ERROR_CLUSTER][1], 1e-9);
	WITHIN(t.r_squared, r.r_squared, 1e-12);
	EQ(t.clusters, 20);
	YES(r.se[ERROR_CLUSTER][1] > 2 * r.se[ERROR_PLAIN][1] && r.se[ERROR_CLUSTER][2] < 1.6 * r.se[ERROR_PLAIN][2]);
	arena_free(a);
}

TEST("least squares refuses too few rows, no spread, no number, a cluster that is not there")
{
	struct arena *a = arena_new();
	double x[] = { 1, 1, 1, 1 }, y[] = { 2, 2, 2, 2 };
	uint32_t cluster[] = { 0, 1, 2, 3 };
	struct regression_input in = { 4, 1, y, x, NULL, 0 };

	EQ(regression(a, &in).refusal, STATS_NO_SPREAD);
	in.n = 1;
	EQ(regression_estimate(&(struct regression){ .refusal = STATS_TOO_FEW, .rank = 1 }, 0, ERROR_PLAIN).needs, 2);
	EQ(regression(a, &in).refusal, STATS_TOO_FEW);
	in.n = 0;
	EQ(regression(a, &in).refusal, STATS_TOO_FEW);
	in = (struct regression_input){ 4, 1, y, x, cluster, 3 };
	EQ(regression(a, &in).refusal, STATS_OUT_OF_RANGE);
	y[2] = NAN;
	in.clusters = 4;
	EQ(regression(a, &in).refusal, STATS_NOT_A_NUMBER);
	arena_free(a);
}

TEST("logistic regression of a table of two by two is its log odds ratio and Woolf's error")
{
	struct arena *a = arena_new();
	const double x[] = { 1, 1, 1, 1, 1, 1, 0, 0 }, y[] = { 1, 0, 1, 0 }, w[] = { 31, 12, 9, 44 };
	struct logistic l = logistic(a, &(struct logistic_input){ .n = 4, .p = 2, .y = y, .x = x, .weight = w });
	struct stats_estimate e = logistic_estimate(&l, 1);

	NEAR(l.coef[1], log(31.0 * 44 / (12.0 * 9)), 1e-11);
	NEAR(l.se[1], sqrt(1 / 31.0 + 1 / 12.0 + 1 / 9.0 + 1 / 44.0), 1e-10);
	NEAR(l.chance[0], 31.0 / 43, 1e-11);
	NEAR(e.high - e.low, 2 * STATS_Z95 * l.se[1], 1e-12);
	NEAR(l.deviance, -2 * (31 * log(31.0 / 43) + 12 * log(12.0 / 43) + 9 * log(9.0 / 53) + 44 * log(44.0 / 53)), 1e-12);
	arena_free(a);
}

TEST("Berkeley by logistic regression: within departments the sexes do not differ")
{
	static const double admitted[6][4] = { { 89, 19, 512, 313 }, { 17, 8, 353, 207 }, { 202, 391, 120, 205 }, { 131, 244, 138, 279 },
		{ 94, 299, 53, 138 }, { 24, 317, 22, 351 } };
	struct arena *a = arena_new();
	double x[7 * 24], y[24], w[24];
	struct logistic l;

	memset(x, 0, sizeof x);
	for (int i = 0; i < 24; i++) {
		x[i] = 1;
		x[24 + i] = i % 4 < 2;
		if (i >= 4)
			x[(1 + i / 4) * 24 + i] = 1;
		y[i] = i % 2 == 0;
		w[i] = admitted[i / 4][i % 4];
	}
	l = logistic(a, &(struct logistic_input){ .n = 24, .p = 7, .y = y, .x = x, .weight = w });
	NEAR(l.coef[1], 0.0998700881593504, 1e-9);
	NEAR(l.se[1], 0.0808464647066292, 1e-7);
	NEAR(l.coef[6], -3.30648005588693, 1e-9);
	NEAR(l.deviance, 5187.48849417136, 1e-12);
	arena_free(a);
}

TEST("separation is refused, whole or on the border; one exception, however rare, is not separation")
{
	struct arena *a = arena_new();
	double x[20], y[] = { 0, 0, 0, 0, 0, 1, 1, 1, 1, 1 }, w[10];
	struct logistic_input in = { .n = 10, .p = 2, .y = y, .x = x };
	struct logistic l;

	for (int i = 0; i < 10; i++) {
		x[i] = w[i] = 1;
		x[10 + i] = i;
	}
	EQ(logistic(a, &in).refusal, STATS_NOT_SEPARABLE);
	EQ(logistic_estimate(&(struct logistic){ .refusal = STATS_NOT_SEPARABLE }, 0).refusal, STATS_NOT_SEPARABLE);
	x[14] = x[15] = 4.5;            /* equal: tells all but these two */
	EQ(logistic(a, &in).refusal, STATS_NOT_SEPARABLE);
	in.ridge = 0.1;
	l = logistic(a, &in);
	EQ(l.refusal, STATS_GIVEN);
	in.ridge = 10;
	YES(logistic(a, &in).coef[1] < l.coef[1] && logistic(a, &in).coef[1] > 0);
	in.ridge = 0;
	for (int i = 0; i < 10; i++) {
		x[10 + i] = i >= 5;
		w[i] = 1e6;
	}
	y[0] = 1;
	w[0] = 1;                       /* one in four million */
	y[9] = 0;
	in.weight = w;
	l = logistic(a, &in);
	EQ(l.refusal, STATS_GIVEN);
	NEAR(l.coef[0], log(1 / 4e6), 1e-9);
	NEAR(l.coef[1], log(4.0) + log(4e6), 1e-9);
	arena_free(a);
}

TEST("logistic regression: what is planted is found; rows of no weight, order and scale do not matter; refusals")
{
	struct arena *a = arena_new();
	struct random_source r = random_from(31);
	static double x[3 * 3000], y[3000], w[3000], other[4 * 3000], turned[3000];
	struct logistic l, m;

	for (size_t i = 0; i < 3000; i++) {
		x[i] = w[i] = 1;
		x[3000 + i] = random_normal(&r);
		x[6000 + i] = random_normal(&r);
		y[i] = random_share(&r) < 1 / (1 + exp(1 - 0.8 * x[3000 + i]));
	}
	for (size_t i = 0; i < 3000; i++) {
		size_t from = (i * 7 + 5) % 3000;

		turned[i] = y[from];
		other[i] = 1;
		other[3000 + i] = 100 - 50 * x[3000 + from];
		other[6000 + i] = x[6000 + from];
		other[9000 + i] = other[3000 + i] + 2;
	}
	l = logistic(a, &(struct logistic_input){ .n = 3000, .p = 3, .y = y, .x = x });
	m = logistic(a, &(struct logistic_input){ .n = 3000, .p = 4, .y = turned, .x = other });
	WITHIN(l.coef[1], 0.8, 3 * l.se[1]);
	WITHIN(l.coef[2], 0, 3 * l.se[2]);
	NEAR(m.coef[1], -l.coef[1] / 50, 1e-8);
	NEAR(m.deviance, l.deviance, 1e-12);
	YES(isnan(m.coef[3]) && area_under_curve(a, l.chance, y, 3000) > 0.65);
	w[17] = w[18] = 0;
	m = logistic(a, &(struct logistic_input){ .n = 3000, .p = 3, .y = y, .x = x, .weight = w });
	EQ(m.n, 2998);
	y[5] = NAN;
	EQ(logistic(a, &(struct logistic_input){ .n = 3000, .p = 3, .y = y, .x = x }).refusal, STATS_NOT_A_NUMBER);
	EQ(logistic(a, &(struct logistic_input){ .n = 4, .p = 1, .y = x, .x = x }).refusal, STATS_TOO_FEW);
	EQ(logistic(a, &(struct logistic_input){ .n = 0, .p = 1, .y = x, .x = x }).refusal, STATS_TOO_FEW);
	EQ(logistic(a, &(struct logistic_input){ .n = 1, .p = 1, .y = (double[]){ 2 }, .x = x }).refusal, STATS_OUT_OF_RANGE);
	YES(isnan(area_under_curve(a, x, x, 3)) && area_under_curve(a, (double[]){ 1, 2, 2, 3 }, (double[]){ 0, 1, 0, 1 }, 4) == 0.875);
	arena_free(a);
}
