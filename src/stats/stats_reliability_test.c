/* stats_reliability_test.c: ICC, alpha, kappa, drift, gaps, recency: published tables, invariances, refusals. */
#include "stats/stats_drift.h"
#include "stats/stats_gap.h"
#include "stats/stats_near.h"
#include "stats/stats_random.h"
#include "stats/stats_recency.h"
#include "stats/stats_reliability.h"

#include <string.h>

/* Shrout & Fleiss 1979, table 2: six targets, four judges. */
static const double judges[] = { 9, 2, 5, 8, 6, 1, 3, 2, 8, 4, 6, 8, 7, 1, 2, 6, 10, 5, 6, 9, 6, 2, 4, 7 };

TEST("Shrout and Fleiss' six coefficients, as published and to more digits")
{
	static const double published[] = { 0.17, 0.29, 0.71, 0.44, 0.62, 0.91 };
	static const double precise[] = { 0.165741768, 0.289763780, 0.714840715, 0.442797134, 0.620050548, 0.909315510 };
	struct icc icc[ICC_KINDS];

	icc_family(judges, 6, 4, icc);
	for (int i = 0; i < ICC_KINDS; i++) {
		WITHIN(icc[i].estimate.value, published[i], 0.005);
		WITHIN(icc[i].estimate.value, precise[i], 2e-6);
		YES(icc[i].estimate.low < icc[i].estimate.value && icc[i].estimate.value < icc[i].estimate.high);
		EQ(icc[i].estimate.n, 6);
	}
	WITHIN(icc[ICC1].estimate.low, -0.132932324874751, 1e-9);
	WITHIN(icc[ICC2].estimate.high, 0.761084369648953, 1e-9);
	WITHIN(icc[ICC3].p, 0.000134566516484338, 1e-14);
}

TEST("ICC does not change with scale, nor ICC3 with a stricter judge; the equal layout is the unequal one")
{
	struct arena *a = arena_new();
	struct icc plain[ICC_KINDS], other[ICC_KINDS];
	double x[24], k0;
	uint32_t subject[24];
	struct stats_estimate e;

	icc_family(judges, 6, 4, plain);
	for (uint32_t i = 0; i < 24; i++) {
		x[i] = judges[i] * -2.5 + 1e6;
		subject[i] = i / 4;
	}
	icc_family(x, 6, 4, other);
	for (int i = 0; i < ICC_KINDS; i++)
		NEAR(other[i].estimate.value, plain[i].estimate.value, 1e-7);
	for (int i = 0; i < 24; i++)
		x[i] = judges[i] + (i % 4 == 2) * 5;
	icc_family(x, 6, 4, other);
	NEAR(other[ICC3].estimate.value, plain[ICC3].estimate.value, 1e-12);
	e = icc_unequal(a, subject, judges, 24, 6, &k0);
	NEAR(k0, 4, 1e-15);
	NEAR(e.value, plain[ICC1].estimate.value, 1e-12);
	NEAR(e.low, plain[ICC1].estimate.low, 1e-9);
	EQ(icc_unequal(a, subject, judges, 4, 6, NULL).refusal, STATS_TOO_FEW);
	EQ(icc_unequal(a, subject, judges, 0, 6, NULL).refusal, STATS_TOO_FEW);
	arena_free(a);
}

TEST("ICC refuses one judge, one subject, all equal, no number")
{
	struct icc icc[ICC_KINDS];
	double x[4] = { 3, 3, 3, 3 };

	icc_family(x, 4, 1, icc);
	EQ(icc[0].estimate.refusal, STATS_TOO_FEW);
	icc_family(x, 1, 4, icc);
	EQ(icc[5].estimate.refusal, STATS_TOO_FEW);
	icc_family(x, 2, 2, icc);
	EQ(icc[0].estimate.refusal, STATS_NO_SPREAD);
	x[1] = NAN;
	icc_family(x, 2, 2, icc);
	EQ(icc[2].estimate.refusal, STATS_NOT_A_NUMBER);
}

/* Krippendorff 2011, "Computing Krippendorff's alpha-reliability", section C: 12 units, 4 observers, 0 is missing. */
static const int observed[12][4] = { { 1, 1, 0, 1 }, { 2, 2, 3, 2 }, { 3, 3, 3, 3 }, { 3, 3, 3, 3 }, { 2, 2, 2, 2 }, { 1, 2, 3, 4 },
	{ 4, 4, 4, 4 }, { 1, 1, 2, 1 }, { 2, 2, 2, 2 }, { 0, 5, 5, 5 }, { 0, 0, 1, 1 }, { 0, 0, 3, 0 } };

TEST("Krippendorff's example for four metrics; units with one value do not count")
{
	static const double published[] = { 0.743, 0.815, 0.849, 0.797 };
	struct arena *a = arena_new();
	double x[48];
	struct stats_estimate e;

	for (int i = 0; i < 48; i++)
		x[i] = observed[i / 4][i % 4] ? observed[i / 4][i % 4] : NAN;
	for (int m = 0; m < 4; m++) {
		WITHIN(krippendorff(a, x, 12, 4, (enum alpha_metric)m), published[m], 0.0005);
		NEAR(krippendorff(a, x, 11, 4, (enum alpha_metric)m), krippendorff(a, x, 12, 4, (enum alpha_metric)m), 1e-14);
	}
	e = krippendorff_estimate(a, x, 12, 4, ALPHA_ORDINAL, 500, 3);
	YES(e.low < e.value && e.value < e.high && e.low > 0 && e.high <= 1);
	for (int i = 0; i < 48; i++)
		x[i] = 2;
	YES(isnan(krippendorff(a, x, 12, 4, ALPHA_ORDINAL)) && isnan(krippendorff(a, x, 0, 4, ALPHA_NOMINAL)));
	EQ(krippendorff_estimate(a, x, 12, 4, ALPHA_ORDINAL, 500, 3).refusal, STATS_NO_SPREAD);
	arena_free(a);
}

TEST("Cronbach's alpha: equal items give the closed form, an item of noise is better dropped")
{
	struct arena *a = arena_new();
	struct random_source r = random_from(2);
	double x[200 * 4];
	struct cronbach c;

	for (int i = 0; i < 200; i++) {
		double t = random_normal(&r);

		for (int j = 0; j < 3; j++)
			x[i * 4 + j] = t + random_normal(&r);
		x[i * 4 + 3] = random_normal(&r);
	}
	c = cronbach(a, x, 200, 4);
	YES(c.dropped[3] > c.raw && c.dropped[0] < c.raw && c.low < c.raw && c.raw < c.high);
	WITHIN(c.dropped[3], 0.75, 0.06);
	x[3] = NAN;
	EQ(cronbach(a, x, 200, 4).n, 199);
	EQ(cronbach(a, x, 200, 1).refusal, STATS_TOO_FEW);
	EQ(cronbach(a, x, 2, 4).refusal, STATS_TOO_FEW);
	for (int i = 0; i < 800; i++)
		x[i] = 1;
	EQ(cronbach(a, x, 200, 4).refusal, STATS_NO_SPREAD);
	arena_free(a);
}

/* Fleiss, Cohen & Everitt 1969, table 1: two judges, three categories, 200 cases; kappa 0.429, SE 0.0536. */
TEST("kappa and its SE, as published by Fleiss, Cohen and Everitt")
{
	static const int count[3][3] = { { 106, 10, 4 }, { 22, 28, 10 }, { 2, 12, 6 } };
	struct arena *a = arena_new();
	uint32_t x[200], y[200];
	size_t n = 0;
	struct stats_estimate e;

	for (uint32_t i = 0; i < 3; i++)
		for (uint32_t j = 0; j < 3; j++)
			for (int k = 0; k < count[i][j]; k++) {
				x[n] = i;
				y[n++] = j;
			}
	e = kappa(a, x, y, n, 3, false);
	WITHIN(e.value, 0.429, 0.0005);
	WITHIN((e.high - e.low) / 2 / STATS_Z95, 0.0536, 0.0005);
	NEAR(kappa(a, y, x, n, 3, true).value, kappa(a, x, y, n, 3, true).value, 1e-14);
	NEAR(kappa(a, x, x, n, 3, true).value, 1, 1e-14);
	EQ(kappa(a, x, x, 50, 3, false).refusal, STATS_NO_SPREAD);
	EQ(kappa(a, x, y, 0, 3, false).refusal, STATS_TOO_FEW);
	EQ(kappa(a, x, y, n, 2, false).refusal, STATS_OUT_OF_RANGE);
	arena_free(a);
}

TEST("drift: nothing moved is no drift; all up by one is one up; refusals")
{
	struct arena *a = arena_new();
	const double level[] = { 1, 2, 3, 4, 5 }, before[] = { 1, 2, 3, 4, 2, 3 }, after[] = { 2, 3, 4, 5, 3, 4 };
	struct drift d = drift(a, before, before, 6, level, 5);

	YES(d.moved_share == 0 && isnan(d.up_share) && d.bowker == 0 && d.bowker_p == 1 && d.psi == 0);
	NEAR(d.kappa.value, 1, 1e-14);
	d = drift(a, before, after, 6, level, 5);
	YES(d.moved_share == 1 && d.up_share == 1 && d.mean_shift.value == 1 && d.psi > 0.25);
	NEAR(d.bowker, 6, 1e-14);
	EQ(drift(a, before, after, 0, level, 5).refusal, STATS_TOO_FEW);
	EQ(drift(a, before, after, 6, level, 4).refusal, STATS_OUT_OF_RANGE);
	EQ(drift(a, (double[]){ NAN }, after, 1, level, 5).refusal, STATS_OUT_OF_RANGE);
	arena_free(a);
}

TEST("gaps: paired t, concordance; one gap is said only beyond its error and from enough others")
{
	struct arena *a = arena_new();
	const double self[] = { 4, 3, 5, NAN, 2 }, other[] = { 3, 3, 4, 4, 2.5 };
	struct paired_gap g = paired_gap(a, self, other, 5);

	EQ(g.mean.n, 4);
	NEAR(g.mean.value, 0.375, 1e-14);
	NEAR(g.t, 0.375 / (0.75 / 2), 1e-12);
	YES(g.concordance < g.pearson && g.concordance > 0);
	EQ(paired_gap(a, self, other, 1).mean.refusal, STATS_TOO_FEW);
	YES(isnan(paired_gap(a, self, self, 3).t) && paired_gap(a, self, self, 3).concordance == 1);
	EQ(one_gap(4.5, 3, 6, 3, 0.07, 0.2).verdict, GAP_OVER);
	EQ(one_gap(2, 3.5, 6, 3, 0.07, 0.2).verdict, GAP_UNDER);
	EQ(one_gap(3.4, 3, 6, 3, 0.07, 0.2).verdict, GAP_WITHIN_ERROR);
	EQ(one_gap(5, 3, 2, 3, 0.07, 0.2).verdict, GAP_NOT_SAID);
	EQ(one_gap(5, 3, 2, 3, 0.07, 0.2).gap.needs, 3);
	EQ(one_gap(NAN, 3, 6, 3, 0.07, 0.2).gap.refusal, STATS_NOT_A_NUMBER);
	arena_free(a);
}

static void
marks_that_lean(double lambda, double *x, double *y, size_t n, uint64_t seed)
{
	struct random_source r = random_from(seed);

	for (size_t i = 0; i < n; i++) {
		double sum = 0, weight = 0, base = 0.5 * random_normal(&r);

		for (int t = 0; t < 12; t++) {
			double w = exp(-lambda * (11 - t));

			x[i * 12 + t] = random_share(&r) < 0.15 ? NAN : 3 + base + 0.4 * random_normal(&r);
			if (isnan(x[i * 12 + t]))
				continue;
			sum += w * x[i * 12 + t];
			weight += w;
		}
		y[i] = sum / weight + 0.1 * random_normal(&r);
	}
}

TEST("recency: what was put in comes back inside its interval, and scale does not matter")
{
	static const double lambda[] = { 0, 0.2, 0.5 };
	static double x[400 * 12], y[400];
	struct arena *a = arena_new();

	for (size_t k = 0; k < COUNT(lambda); k++) {
		struct recency r, s;

		marks_that_lean(lambda[k], x, y, 400, 20 + k);
		r = recency(a, x, y, 400, 12, 6);
		YES(r.lambda.low < lambda[k] + 1e-9 && lambda[k] - 1e-9 < r.lambda.high && r.lambda.n > 380);
		YES((r.p < 0.01) == (k > 0));
		WITHIN(r.slope, 1, 0.1);
		for (size_t i = 0; i < 400; i++)
			y[i] = 50 - 7 * y[i];
		s = recency(a, x, y, 400, 12, 6);
		WITHIN(s.lambda.value, r.lambda.value, 1e-6);
		WITHIN(s.lambda.high, r.lambda.high, 1e-6);
		NEAR(s.slope, -7 * r.slope, 1e-5);
	}
	arena_free(a);
}

TEST("recency refuses nothing to weigh")
{
	static double x[40 * 12], y[40];
	struct arena *a = arena_new();

	marks_that_lean(0.1, x, y, 40, 5);
	EQ(recency(a, x, y, 3, 12, 6).lambda.refusal, STATS_TOO_FEW);
	EQ(recency(a, x, y, 0, 12, 6).lambda.refusal, STATS_TOO_FEW);
	EQ(recency(a, x, y, 40, 12, 13).lambda.n, 0);
	for (size_t i = 0; i < 40; i++)
		y[i] = 3;
	EQ(recency(a, x, y, 40, 12, 6).lambda.refusal, STATS_NO_SPREAD);
	for (size_t i = 0; i < 480; i++)
		x[i] = 2;
	y[0] = 4;
	EQ(recency(a, x, y, 40, 12, 6).lambda.refusal, STATS_NO_SPREAD);
	arena_free(a);
}

/* 30 raters of 20 rows; every third leans. */
static void
raters_that_lean(double *x, double *y, uint32_t *rater, size_t n)
{
	for (size_t j = 0; j < n / 20; j++)
		marks_that_lean(j % 3 == 0 ? 0.5 : 0, x + j * 20 * 12, y + j * 20, 20, 100 + j);
	for (size_t i = 0; i < n; i++)
		rater[i] = (uint32_t)(i / 20);
}

TEST("raters who lean on the last months have the larger slopes; hardly any who does not is flagged")
{
	static double x[600 * 12], y[600];
	static uint32_t rater[600];
	struct arena *a = arena_new();
	struct recency_by_rater r, s;
	size_t right = 0, wrong = 0;

	raters_that_lean(x, y, rater, 600);
	r = recency_by_rater(a, x, y, rater, 600, 31, 12, 6, 0, 0);
	EQ(r.refusal, STATS_GIVEN);
	YES(r.slope_sd > 0.05 && r.mean_slope > 0);
	for (size_t j = 0; j < 30; j++) {
		wrong += r.rater[j].flagged && j % 3 != 0;
		YES(r.rater[j].slope.low < r.rater[j].slope.value && r.rater[j].slope.n > 15);
		right += r.rater[j].flagged && j % 3 == 0;
	}
	YES(right >= 5 && wrong <= 1);
	EQ(r.rater[30].slope.refusal, STATS_TOO_FEW);
	for (size_t i = 0; i < 600; i++)
		y[i] = 3 * y[i] - 40 + rater[i];
	s = recency_by_rater(a, x, y, rater, 600, 31, 12, 6, 0.45, 0);
	EQ(s.flagged, r.flagged);
	NEAR(s.slope_sd, 3 * r.slope_sd, 1e-5);
	NEAR(s.rater[7].slope.low, 3 * r.rater[7].slope.low, 1e-5);
	EQ(recency_by_rater(a, x, y, rater, 50, 31, 12, 6, 0, 0).refusal, STATS_TOO_FEW);
	EQ(recency_by_rater(a, x, y, rater, 0, 31, 12, 6, 0, 0).refusal, STATS_TOO_FEW);
	for (size_t i = 0; i < 600; i++)
		y[i] = 2;
	EQ(recency_by_rater(a, x, y, rater, 600, 31, 12, 6, 0, 0).refusal, STATS_NO_SPREAD);
	arena_free(a);
}

TEST("how many raters: the mean of three, and what 0.70 needs")
{
	NEAR(reliability_of_mean(0.45, 0.25, 0.30, 1, false), 0.45, 1e-14);
	NEAR(reliability_of_mean(0.45, 0.25, 0.30, 3, false), 0.45 / (0.45 + 0.55 / 3), 1e-14);
	NEAR(reliability_of_mean(0.45, 0.25, 0.30, 3, true), 0.45 / 0.55, 1e-14);
	NEAR(reliability_of_mean(0.45, 0.25, 0.30, raters_for(0.45, 0.25, 0.30, 0.7), false), 0.7, 1e-14);
	YES(isinf(raters_for(0, 0.2, 0.2, 0.7)) && isnan(reliability_of_mean(-1, 0, 0, 1, false)) && isnan(reliability_of_mean(0, 0, 0, 1, false)));
}
