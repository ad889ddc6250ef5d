/* stats_group_test.c: shares and gaps of two groups, tables by stratum, an audit's own power: published tables, invariances, refusals. */
#include "stats/stats_group.h"
#include "stats/stats_near.h"
#include "stats/stats_random.h"
#include "stats/stats_strata.h"

#include <string.h>

TEST("Fisher's own two tables: the tea and the convictions of twins")
{
	struct fisher f = fisher_exact((struct table2){ 3, 1, 1, 3 });

	NEAR(f.two_sided, 34.0 / 70, 1e-14);
	NEAR(f.greater, 17.0 / 70, 1e-14);
	NEAR(f.mid_p, (2 + 16.0) / 70 , 1e-14);
	NEAR(f.odds_ratio.value, 6.408319658, 1e-9);
	f = fisher_exact((struct table2){ 2, 15, 10, 3 });
	NEAR(f.two_sided, 0.000536724119143, 1e-11);
	NEAR(f.odds_ratio.value, 0.0469366390497, 1e-10);
	NEAR(f.odds_ratio.low, 0.00331716395066, 1e-10);
	NEAR(f.odds_ratio.high, 0.363189602357, 1e-10);
	EQ(f.odds_ratio.n, 30);
}

TEST("Fisher's test does not mind which group or outcome comes first; the odds ratio turns over")
{
	struct random_source r = random_from(4);

	for (int i = 0; i < 300; i++) {
		struct table2 t = { (double)random_below(&r, 15), (double)random_below(&r, 15), (double)random_below(&r, 15), (double)random_below(&r, 15) };
		struct fisher f = fisher_exact(t), g = fisher_exact((struct table2){ t.c, t.d, t.a, t.b }), h = fisher_exact((struct table2){ t.a, t.c, t.b, t.d });

		NEAR(g.two_sided, f.two_sided, 1e-11);
		NEAR(h.mid_p, f.mid_p, 1e-11);
		NEAR(g.less, f.greater, 1e-11);
		YES(f.mid_p <= f.two_sided && f.two_sided <= 1 && f.greater <= 1);
		EQ(g.odds_ratio.refusal, f.odds_ratio.refusal);
		if (f.odds_ratio.refusal != STATS_GIVEN)
			continue;
		NEAR(1 / g.odds_ratio.value, f.odds_ratio.value, 1e-8);
		NEAR(1 / g.odds_ratio.high, f.odds_ratio.low, 1e-8);
		YES(f.odds_ratio.low <= f.odds_ratio.value && f.odds_ratio.value <= f.odds_ratio.high);
		YES((f.odds_ratio.low > 1 || f.odds_ratio.high < 1) <= (fmin(f.less, f.greater) <= 0.025 + 1e-9));
	}
}

TEST("Fisher's test: one table possible, large counts, and what it refuses")
{
	struct fisher f = fisher_exact((struct table2){ 5, 0, 7, 0 });

	YES(f.two_sided == 1 && f.mid_p == 0.5 && f.odds_ratio.refusal == STATS_NO_SPREAD);
	YES(fisher_exact((struct table2){ 0, 0, 0, 0 }).two_sided == 1);
	f = fisher_exact((struct table2){ 4, 0, 2, 5 });
	YES(isinf(f.odds_ratio.value) && isinf(f.odds_ratio.high) && f.odds_ratio.low > 0.7);
	f = fisher_exact((struct table2){ 41000000, 39000000, 56000000, 44000000 });
	YES(f.two_sided == 0 && f.refusal == STATS_GIVEN);
	WITHIN(f.odds_ratio.value, 41.0 * 44 / (39.0 * 56), 1e-7);
	EQ(fisher_exact((struct table2){ -1, 3, 4, 5 }).refusal, STATS_OUT_OF_RANGE);
	EQ(fisher_exact((struct table2){ 1.5, 3, 4, 5 }).odds_ratio.refusal, STATS_OUT_OF_RANGE);
	EQ(fisher_exact((struct table2){ 1, NAN, 4, 5 }).refusal, STATS_NOT_A_NUMBER);
	EQ(fisher_exact((struct table2){ 1e9, 1, 4, 5 }).refusal, STATS_OUT_OF_RANGE);
}

/* Newcombe 1998 (differences), table II, method 10. */
static const double contrasts[][6] = { { 56, 70, 48, 80, 0.0524, 0.3339 }, { 9, 10, 3, 10, 0.1705, 0.8090 }, { 6, 7, 2, 7, 0.0582, 0.8062 },
	{ 5, 56, 0, 29, -0.0381, 0.1926 }, { 0, 10, 0, 20, -0.1611, 0.2775 }, { 0, 10, 0, 10, -0.2775, 0.2775 }, { 10, 10, 0, 20, 0.6791, 1 },
	{ 10, 10, 0, 10, 0.6075, 1 } };

TEST("Newcombe's eight contrasts, as published")
{
	for (size_t i = 0; i < COUNT(contrasts); i++) {
		const double *c = contrasts[i];
		struct stats_estimate e = share_difference(c[0], c[1], c[2], c[3]), back = share_difference(c[2], c[3], c[0], c[1]);

		WITHIN(e.low, c[4], 5.1e-5);
		WITHIN(e.high, c[5], 5.1e-5);
		WITHIN(back.low, -e.high, 1e-14);
		WITHIN(back.value, -e.value, 1e-14);
	}
	EQ(share_difference(1, 0, 1, 2).refusal, STATS_TOO_FEW);
	EQ(share_difference(1, 3, 4, 2).refusal, STATS_OUT_OF_RANGE);
}

TEST("a ratio of 0.75 from nine people is noise; from 170 it is said with its interval")
{
	struct selection s = selection(3, 6, 6, 9);

	NEAR(s.impact_ratio, 0.75, 1e-15);
	YES(s.four_fifths == 1 && s.four_fifths_flips && !s.fisher_flips && s.guard == GROUP_TOO_FEW);
	EQ(selection(4, 6, 6, 9).four_fifths, 0);
	s = selection(48, 80, 72, 90);
	NEAR(s.ratio_katz.value, 0.75, 1e-15);
	WITHIN(s.ratio_katz.low, 0.61, 0.005);
	WITHIN(s.ratio_katz.high, 0.92, 0.005);
	WITHIN(s.fisher.two_sided, 0.007, 0.0005);
	YES(s.guard == GROUP_SAID && s.four_fifths == 1 && !s.fisher_flips && s.z < -2);
	YES(s.ratio_score.low < 0.75 && s.ratio_score.high > 0.75 && s.ratio_score.high < 1);
	s = selection(36, 40, 16, 80);           /* Koopman 1984, example */
	WITHIN(s.ratio_score.low, 2.94, 0.005);
	WITHIN(s.ratio_score.high, 7.15, 0.005);
}

TEST("selection with nobody or everybody selected: what can be said is said, the rest refused")
{
	struct selection s = selection(0, 12, 6, 20);

	YES(s.impact_ratio == 0 && s.ratio_katz.refusal == STATS_NO_SPREAD && s.ratio_score.low == 0);
	YES(s.ratio_score.high > 0.2 && s.ratio_score.high < 2);
	s = selection(5, 12, 0, 20);
	YES(isnan(s.impact_ratio) && s.four_fifths == -1 && s.ratio_score.refusal == STATS_NO_SPREAD);
	s = selection(6, 6, 8, 8);
	YES(s.impact_ratio == 1 && isnan(s.z) && s.fisher.two_sided == 1 && s.four_fifths == 0 && s.ratio_score.low < 1);
	EQ(selection(0, 0, 3, 5).refusal, STATS_TOO_FEW);
	EQ(selection(6, 5, 3, 5).refusal, STATS_OUT_OF_RANGE);
	EQ(selection(NAN, 5, 3, 5).refusal, STATS_NOT_A_NUMBER);
	EQ(group_guard(2, 4, 50, 100), GROUP_NOT_SAID);
	EQ(group_guard(20, 100, 2, 4), GROUP_NOT_SAID);
	EQ(group_guard(2, 40, 3, 400), GROUP_TOO_FEW);
	EQ(group_guard(4, 29, 50, 100), GROUP_TOO_FEW);
	EQ(group_guard(12, 30, 50, 100), GROUP_SAID);
	EQ(group_guard(NAN, 30, 50, 100), GROUP_TOO_FEW);
}

TEST("an audit's own power: by all outcomes; never above its level where nothing is to find")
{
	struct arena *a = arena_new();

	WITHIN(selection_power(a, 80, 90, 0.80, 0.8, 0.05), 0.61, 0.005);
	WITHIN(selection_power(a, 80, 90, 0.60, 0.8, 0.05), 0.33, 0.005);
	WITHIN(selection_power(a, 30, 60, 0.20, 0.8, 0.05), 0.05, 0.005);
	for (size_t n = 1; n < 60; n += 7)
		for (double share = 0; share <= 1; share += 0.1) {
			YES(selection_power(a, n, 2 * n, share, 1, 0.05) <= 0.05 + 1e-12);
			NEAR(selection_power(a, n, 2 * n, share, 1, 0.05), selection_power(a, 2 * n, n, share, 1, 0.05), 1e-9);
		}
	YES(selection_power(a, 400, 400, 0.5, 0.8, 0.05) > selection_power(a, 200, 200, 0.5, 0.8, 0.05));
	YES(selection_power(a, 20000, 20000, 0.5, 0.8, 0.05) > 0.999999);
	NEAR(selection_power(a, 1, 1, 0.5, 0.5, 0.05), 0, 0);
	YES(isnan(selection_power(a, 0, 5, 0.5, 1, 0.05)) && isnan(selection_power(a, 5, 5, 0.9, 1.2, 0.05)) && isnan(selection_power(a, 5, 5, NAN, 1, 0.05)));
	arena_free(a);
}

TEST("the region that rejects is Fisher's test, table by table")
{
	struct arena *a = arena_new();

	for (size_t n1 = 1; n1 < 14; n1 += 3)
		for (size_t n2 = 1; n2 < 18; n2 += 4)
			for (size_t total = 0; total <= n1 + n2; total++) {
				struct fisher_region region = fisher_region(a, n1, n2, total, 0.05);

				for (size_t k = total > n2 ? total - n2 : 0; k <= n1 && k <= total; k++) {
					struct table2 t = { (double)k, (double)(n1 - k), (double)(total - k), (double)(n2 + k - total) };
					bool rejects = (region.low != SIZE_MAX && k <= region.low) || (region.high != SIZE_MAX && k >= region.high);

					EQ(rejects, fisher_exact(t).two_sided <= 0.05);
				}
			}
	arena_free(a);
}

/* Bickel, Hammel & O'Connell 1975: women and men, admitted and not, by department. */
static const struct table2 berkeley[] = { { 89, 19, 512, 313 }, { 17, 8, 353, 207 }, { 202, 391, 120, 205 }, { 131, 244, 138, 279 },
	{ 94, 299, 53, 138 }, { 24, 317, 22, 351 } };

TEST("Berkeley: women are admitted less over all and not less within departments")
{
	struct arena *a = arena_new();
	struct strata s = strata(a, berkeley, 6);

	NEAR(s.common, 1.10534266150222, 1e-12);
	NEAR(s.odds_ratio.low, 0.943102828516081, 1e-10);
	NEAR(s.odds_ratio.high, 1.29549224368164, 1e-10);
	NEAR(s.cmh_corrected, 1.4269462285867, 1e-10);
	NEAR(s.tarone, 18.8255012520528, 1e-10);
	NEAR(s.tarone_p, 0.00207140139788124, 1e-9);
	NEAR(s.risk_difference.low, -0.0102284355879773, 1e-9);
	WITHIN(s.crude, 0.543, 0.0005);
	EQ(s.odds_ratio.n, 4526);
	NEAR(s.each[0], 89.0 * 313 / (19.0 * 512), 1e-15);
	arena_free(a);
}

TEST("strata: order does not matter; groups turned over turn the ratio; empty strata add nothing; refusals")
{
	struct arena *a = arena_new();
	struct table2 t[9];
	struct strata s = strata(a, berkeley, 6), other;

	for (int i = 0; i < 6; i++)
		t[i] = (struct table2){ berkeley[5 - i].c, berkeley[5 - i].d, berkeley[5 - i].a, berkeley[5 - i].b };
	t[6] = (struct table2){ 0, 0, 0, 0 };
	t[7] = (struct table2){ 3, 0, 4, 0 };
	other = strata(a, t, 8);
	NEAR(1 / other.common, s.common, 1e-12);
	NEAR(1 / other.odds_ratio.high, s.odds_ratio.low, 1e-12);
	NEAR(other.cmh, s.cmh, 1e-12);
	NEAR(other.tarone, s.tarone, 1e-8);
	EQ(other.informative, 6);
	YES(isnan(other.each[6]) && isnan(other.each[7]));
	s = strata(a, berkeley + 1, 1);
	NEAR(s.common, 17.0 * 207 / (8.0 * 353), 1e-14);
	NEAR(s.common, s.crude, 1e-14);
	YES(s.breslow_day < 1e-15 && isnan(s.tarone_p));
	s = strata(a, (struct table2[]){ { 3, 0, 2, 4 } }, 1);
	YES(isinf(s.common) && s.odds_ratio.refusal == STATS_NO_SPREAD && s.risk_difference.refusal == STATS_GIVEN && isnan(s.tarone));
	EQ(strata(a, NULL, 0).refusal, STATS_TOO_FEW);
	EQ(strata(a, t + 6, 2).refusal, STATS_NO_SPREAD);
	t[8] = (struct table2){ 1, -1, 1, 1 };
	EQ(strata(a, t, 9).refusal, STATS_OUT_OF_RANGE);
	t[8].b = NAN;
	EQ(strata(a, t, 9).odds_ratio.refusal, STATS_NOT_A_NUMBER);
	arena_free(a);
}

/* Student 1908, from Cushny & Peebles 1905: hours of sleep gained with two drugs. */
static const double drug1[] = { 0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0 };
static const double drug2[] = { 1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4 };

TEST("the gap of two means on Student's own data; scale and order do not matter")
{
	struct mean_gap g = mean_gap(drug1, 10, drug2, 10), other;
	double x[10], y[10];

	WITHIN(g.t, -1.8608, 5e-5);
	WITHIN(g.df, 17.776, 5e-4);
	WITHIN(g.p, 0.07939, 5e-6);
	WITHIN(g.difference.low, -3.3654832, 5e-8);
	WITHIN(g.difference.high, 0.2054832, 5e-8);
	NEAR(g.hedges_g.value, g.cohen_d * (1 - 3.0 / 71), 1e-15);
	for (int i = 0; i < 10; i++) {
		x[i] = 40 - 3 * drug1[9 - i];
		y[i] = 40 - 3 * drug2[(i + 3) % 10];
	}
	other = mean_gap(x, 10, y, 10);
	NEAR(other.cohen_d, -g.cohen_d, 1e-12);
	NEAR(other.hedges_g.high, -g.hedges_g.low, 1e-12);
	NEAR(other.difference.low, -3 * g.difference.high, 1e-10);
	EQ(mean_gap(x, 1, y, 10).refusal, STATS_TOO_FEW);
	EQ(mean_gap(NULL, 0, NULL, 0).hedges_g.needs, 4);
	EQ(mean_gap((double[]){ 3, 3 }, 2, (double[]){ 3, 3 }, 2).refusal, STATS_NO_SPREAD);
	y[4] = INFINITY;
	EQ(mean_gap(x, 10, y, 10).difference.refusal, STATS_NOT_A_NUMBER);
}
