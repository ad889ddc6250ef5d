/* stats_series_test.c: change, trend and level against the Nile and against what must not change them. Knows no method. */
#include "stats/stats_near.h"
#include "stats/stats_random.h"
#include "stats/stats_sample.h"
#include "stats/stats_series.h"
#include "stats/stats_series_tables.h"

TEST("the Nile fell after 1898")
{
	struct arena *a = arena_new();
	struct series_break b = series_break(a, nile, COUNT(nile), 199, 1);

	EQ(b.k, 28);
	NEAR(b.mean_before, 1097.75, 1e-12);
	WITHIN(b.mean_after, 849.972222222222, 1e-9);
	EQ((int)b.last_before.low, 25);
	EQ((int)b.last_before.high, 31);
	NEAR(b.p, 1.0 / 200, 1e-12);
	arena_free(a);
}

TEST("the Nile's variances are those of Durbin and Koopman")
{
	struct local_level l = local_level(nile, COUNT(nile));

	NEAR(l.var_noise, 15099, 1e-4);
	NEAR(l.var_level, 1469.1, 1e-4);
	WITHIN(l.loglik, -632.5376957, 1e-4);
}

/* Slopes by hand: of 1 2 4 8 they are 1 2 4 1.5 3 7/3. */
TEST("a trend by hand")
{
	struct arena *a = arena_new();
	struct series_trend t = series_trend(a, (const double[]){ 1, 2, 4, 8 }, 4);

	NEAR(t.slope.value, (2 + 7.0 / 3) / 2, 1e-12);
	NEAR(t.tau, 1, 1e-12);
	NEAR(t.p, 0.0415401, 1e-5);              /* z = 6 / sqrt(26 / 3) */
	t = series_trend(a, (const double[]){ 3, 1, 2, 2 }, 4);         /* S = -1 - 1 - 1 + 1 + 1 + 0 = -1 of 6 pairs, one tied */
	NEAR(t.tau, -1 / sqrt(6.0 * 5), 1e-12);
	arena_free(a);
}

TEST("trend, change and level follow origin, unit and direction of time")
{
	struct random_source s = random_from(11);

	for (int round = 0; round < 20; round++) {
		struct arena *a = arena_new();
		double x[40], y[40], back[40];
		struct series_trend t, u, v;
		struct series_break b, d;
		struct local_level l, m;

		for (size_t i = 0; i < 40; i++) {
			x[i] = random_normal(&s) + 0.05 * (double)i;
			y[i] = 100 - 3 * x[i];
			back[39 - i] = x[i];
		}
		t = series_trend(a, x, 40);
		u = series_trend(a, y, 40);
		v = series_trend(a, back, 40);
		WITHIN(u.slope.value, -3 * t.slope.value, 1e-9);
		WITHIN(u.slope.low, -3 * t.slope.high, 1e-9);
		WITHIN(u.tau, -t.tau, 1e-12);
		WITHIN(v.slope.value, -t.slope.value, 1e-12);
		WITHIN(v.p, t.p, 1e-12);
		YES(t.p_corrected >= t.p * (1 - 1e-12));
		YES(t.slope.low <= t.slope.value && t.slope.value <= t.slope.high);
		b = series_break(a, x, 40, 0, 0);
		d = series_break(a, y, 40, 0, 0);
		EQ(b.k, d.k);
		NEAR(b.f, d.f, 1e-9);
		EQ(series_break(a, back, 40, 0, 0).k, 40 - b.k);
		l = local_level(x, 40);
		m = local_level(y, 40);
		NEAR(m.var_noise, 9 * l.var_noise, 1e-5);
		WITHIN(m.level.value, 100 - 3 * l.level.value, 1e-4);
		arena_free(a);
	}
}

TEST("Sen's interval holds the slope in 95 of 100 series without a trend")
{
	struct random_source s = random_from(12);
	struct arena *a = arena_new();
	double x[24];
	int held = 0, alarms = 0;

	for (int round = 0; round < 1000; round++) {
		struct series_trend t;

		for (size_t i = 0; i < 24; i++)
			x[i] = random_normal(&s);
		t = series_trend(a, x, 24);
		held += t.slope.low <= 0 && t.slope.high >= 0;
		alarms += t.p < 0.05;
		arena_reset(a);
	}
	YES(held >= 930 && held <= 975);
	YES(alarms >= 25 && alarms <= 75);
	arena_free(a);
}

TEST("series at their limits: nothing, few, all equal, not a number, too large")
{
	static const double equal[12] = { 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3 }, odd[] = { 1, 2, INFINITY, 3, 4 }, large[] = { 1, 2, 1e200, 3, 4 };
	struct arena *a = arena_new();

	EQ(series_trend(a, equal, 0).slope.refusal, STATS_TOO_FEW);
	EQ(series_trend(a, equal, 2).slope.needs, 3);
	NEAR(series_trend(a, equal, 12).slope.value, 0, 0);
	YES(isnan(series_trend(a, equal, 12).tau));
	EQ(series_break(a, equal, 12, 9, 1).refusal, STATS_NO_SPREAD);
	EQ(series_break(a, equal, 3, 9, 1).refusal, STATS_TOO_FEW);
	EQ(local_level(equal, 12).level.refusal, STATS_NO_SPREAD);
	EQ(local_level(odd, 5).level.refusal, STATS_NOT_A_NUMBER);
	EQ(series_trend(a, odd, 5).slope.refusal, STATS_NOT_A_NUMBER);
	EQ(series_trend(a, large, 5).slope.refusal, STATS_OUT_OF_RANGE);
	EQ(series_break(a, large, 5, 0, 0).refusal, STATS_OUT_OF_RANGE);
	arena_free(a);
}

TEST("a level that never moves and one that is never noisy have variances of exactly zero")
{
	double walk[200] = { 0 }, still[200];
	struct random_source s = random_from(3);
	struct local_level l;

	for (size_t i = 0; i < 200; i++) {
		still[i] = i % 2 ? 1 : -1;
		walk[i] = i > 0 ? walk[i - 1] + 1 + 0.1 * random_normal(&s) : 0;
	}
	l = local_level(still, 200);
	NEAR(l.var_level, 0, 0);
	YES(l.var_noise > 0.9);
	l = local_level(walk, 200);
	NEAR(l.var_noise, 0, 0);
	YES(l.var_level > 0.9);
}
