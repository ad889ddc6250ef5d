/* stats_group_hostile_test.c: groups and regressions with numbers nobody should send: an answer or a refusal, never a crash,
 * and nothing given that is not a number. */
#include "stats/stats_group.h"
#include "stats/stats_logistic.h"
#include "stats/stats_near.h"
#include "stats/stats_random.h"
#include "stats/stats_regression.h"
#include "stats/stats_strata.h"

#include <float.h>

static const double odd[] = { 0, -0.0, 1, -1, 0.5, 3, 5, 1e-300, -1e-300, 1e300, -1e300, DBL_MIN, DBL_MAX, -DBL_MAX, 4.9e-324,
	NAN, INFINITY, -INFINITY, 1e15, 0.1, 1e-16, 2.5, 1e9, 999999999 };

/* Mostly ordinary numbers, now and then an odd one; `wild` of 100. */
static double
number_of(struct random_source *r, size_t wild)
{
	return random_below(r, 100) < wild ? odd[random_below(r, COUNT(odd))] : (double)random_below(r, 9);
}

static void
given_is_a_number(struct stats_estimate e)
{
	YES(e.refusal != STATS_GIVEN || !(isnan(e.value) || isnan(e.low) || isnan(e.high)));
	YES(e.refusal == STATS_GIVEN || isnan(e.value));
}

TEST("tables of two by two take any numbers")
{
	struct random_source r = random_from(901);

	for (int i = 0; i < 400; i++) {
		struct arena *a = arena_new();
		size_t wild = (size_t[]){ 0, 10, 50 }[i % 3];
		struct table2 t[3];
		struct selection s;
		struct strata m;

		for (int k = 0; k < 3; k++)
			t[k] = (struct table2){ number_of(&r, wild), number_of(&r, wild), number_of(&r, wild), number_of(&r, wild) };
		s = selection(t[0].a, t[0].b, t[0].c, t[0].d);
		given_is_a_number(s.focal);
		given_is_a_number(s.ratio_katz);
		given_is_a_number(s.ratio_score);
		given_is_a_number(s.difference);
		given_is_a_number(s.fisher.odds_ratio);
		YES(s.fisher.refusal != STATS_GIVEN || (s.fisher.two_sided >= 0 && s.fisher.two_sided <= 1));
		m = strata(a, t, 3);
		given_is_a_number(m.odds_ratio);
		given_is_a_number(m.risk_difference);
		selection_power(a, random_below(&r, 30), random_below(&r, 30), number_of(&r, 90), number_of(&r, 90), number_of(&r, 90));
		fisher_region(a, random_below(&r, 30), random_below(&r, 30), random_below(&r, 70), number_of(&r, 90));
		arena_free(a);
	}
}

TEST("gaps and regressions take any numbers, whatever the layout")
{
	struct random_source r = random_from(902);

	for (int round = 0; round < 300; round++) {
		struct arena *a = arena_new();
		size_t n = random_below(&r, 40), p = random_below(&r, 5), wild = (size_t[]){ 0, 2, 40 }[round % 3];
		double x[4 * 40], y[40], w[40];
		uint32_t cluster[40];
		struct regression fit;
		struct logistic l;
		struct mean_gap g;

		for (size_t i = 0; i < COUNT(x); i++)
			x[i] = i < n && round % 2 ? 1 : number_of(&r, wild);
		for (size_t i = 0; i < 40; i++) {
			y[i] = number_of(&r, wild);
			w[i] = number_of(&r, wild);
			cluster[i] = (uint32_t)random_below(&r, 5);
		}
		g = mean_gap(x, n, y, p * 4);
		given_is_a_number(g.difference);
		given_is_a_number(g.hedges_g);
		fit = regression(a, &(struct regression_input){ n, p, y, x, cluster, 5 });
		for (size_t j = 0; j < 5; j++)
			for (int e = 0; e < 3; e++)
				given_is_a_number(regression_estimate(&fit, j, (enum regression_error)e));
		for (size_t i = 0; i < n; i++)
			y[i] = round % 5 ? y[i] > 3 : y[i];
		l = logistic(a, &(struct logistic_input){ n, p, y, x, round % 4 ? NULL : w, round % 7 ? 0 : number_of(&r, 50) });
		for (size_t j = 0; j < 5; j++)
			given_is_a_number(logistic_estimate(&l, j));
		YES(l.refusal != STATS_GIVEN || isfinite(l.deviance));
		arena_free(a);
	}
}
