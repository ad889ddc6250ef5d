/* stats_stl_test.c: season, trend and remainder against made-up series whose parts are known. Knows no method. */
#include "stats/stats_near.h"
#include "stats/stats_random.h"
#include "stats/stats_sample.h"
#include "stats/stats_series_tables.h"
#include "stats/stats_stl.h"

/* Two plain passes leave something of the line in the season; the robust ones go on until nothing is left. */
TEST("a straight line and a fixed season come apart")
{
	static const double season[] = { 3, -1, -4, 2 };
	struct arena *a = arena_new();
	double y[48];

	for (int robust = 0; robust < 2; robust++) {
		struct stl r;

		for (size_t i = 0; i < 48; i++)
			y[i] = 10 + 0.5 * (double)i + season[i % 4];
		r = stl(a, y, 48, 4, robust);
		EQ(r.refusal, STATS_GIVEN);
		for (size_t i = 0; i < 48; i++) {
			WITHIN(r.season[i], season[i % 4], robust ? 1e-9 : 0.1);
			WITHIN(r.trend[i], 10 + 0.5 * (double)i, robust ? 1e-9 : 0.1);
		}
	}
	arena_free(a);
}

TEST("the parts add up, follow origin and unit, and the season repeats")
{
	struct arena *a = arena_new();
	double y[144];
	struct stl one = stl(a, air, 144, 12, false), two;

	for (size_t i = 0; i < 144; i++)
		y[i] = 1000 - 2 * air[i];
	two = stl(a, y, 144, 12, false);
	for (size_t i = 0; i < 144; i++) {
		WITHIN(one.season[i] + one.trend[i] + one.remainder[i], air[i], 1e-9);
		WITHIN(two.season[i], -2 * one.season[i], 1e-8);
		WITHIN(two.trend[i], 1000 - 2 * one.trend[i], 1e-7);
		WITHIN(one.season[i], one.season[i % 12], 0);
	}
	arena_free(a);
}

TEST("one spike does not move the robust parts, and is named")
{
	struct random_source r = random_from(41);
	struct arena *a = arena_new();
	double y[72], clean;
	struct stl calm, hit;

	for (size_t i = 0; i < 72; i++)
		y[i] = 20 + 5 * sin((double)i * M_PI / 6) + 0.3 * random_normal(&r);
	calm = stl(a, y, 72, 12, true);
	clean = y[40];
	y[40] += 50;
	hit = stl(a, y, 72, 12, true);
	YES(hit.weight[40] < 0.01);
	WITHIN(hit.season[40], calm.season[40], 0.3);
	WITHIN(hit.remainder[40], 50 + clean - calm.season[40] - calm.trend[40], 1);
	YES(fabs(stl(a, y, 72, 12, false).season[40] - calm.season[40]) > 2);
	arena_free(a);
}

TEST("decomposition at its limits: few, a period too short, all equal, not a number")
{
	static const double equal[30] = { 0 };
	double odd[30] = { 0 };
	struct arena *a = arena_new();
	struct stl r = stl(a, equal, 30, 4, true);

	odd[3] = NAN;
	EQ(r.refusal, STATS_GIVEN);
	NEAR(r.remainder_sd, 0, 0);
	EQ(stl(a, equal, 8, 4, false).refusal, STATS_TOO_FEW);
	EQ(stl(a, equal, 8, 4, false).needs, 9);
	EQ(stl(a, equal, 30, 1, false).refusal, STATS_OUT_OF_RANGE);
	EQ(stl(a, equal, 0, 4, false).refusal, STATS_OUT_OF_RANGE);
	EQ(stl(a, odd, 30, 4, false).refusal, STATS_NOT_A_NUMBER);
	arena_free(a);
}
