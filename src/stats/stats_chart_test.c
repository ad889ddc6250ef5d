/* stats_chart_test.c: control charts against the Nile and against what must not change them. Knows no method. */
#include "stats/stats_chart.h"
#include "stats/stats_near.h"
#include "stats/stats_random.h"
#include "stats/stats_series_tables.h"

#include <string.h>

TEST("the Nile: limits and the years beyond them")
{
	struct arena *a = arena_new();
	struct xmr r = xmr(a, nile, COUNT(nile), 0);
	size_t out = 0;

	NEAR(r.centre.value, 919.35, 1e-12);
	WITHIN(r.sigma, 118.091976, 5e-7);
	WITHIN(r.low, 565.0741, 5e-5);
	WITHIN(r.high, 1273.6259, 5e-5);
	for (size_t i = 0; i < COUNT(nile); i++)
		out += r.beyond[i];
	EQ(out, 2);
	YES(r.beyond[8] && r.beyond[42]);
	arena_free(a);
}

TEST("the Nile: the watch over twenty years signals in the 32nd")
{
	struct arena *a = arena_new();

	EQ(cusum(a, nile, COUNT(nile), 20, 0.5, 5).first_signal, 32);
	arena_free(a);
}

/* Rule k ends at the last of these and nowhere before; sigma and centre (0) come from the calm start. */
TEST("each of Nelson's rules sees its own pattern")
{
	static const struct {
		const char *words;
		int rule;
		double z[16];
		size_t n;
	} row[] = {
		{ "one beyond three", 1, { 3.1 }, 1 },
		{ "nine above", 2, { .1, .2, .1, .3, .1, .2, .1, .2, .1 }, 9 },
		{ "six rising", 3, { -1.5, -1, -.5, .1, .4, .6 }, 6 },
		{ "fourteen alternating", 4, { .1, -.1, .1, -.1, .1, -.1, .1, -.1, .1, -.1, .1 }, 11 },
		{ "two of three beyond two", 5, { 2.1, 0, 2.2 }, 3 },
		{ "four of five beyond one", 6, { -1.1, -1.2, .2, -1.1, -1.3 }, 5 },
		{ "fifteen within one", 7, { .1, .2, -.1, .3, .4, -.1, -.2, .2, .3, -.3, .1, .2, -.2, .1 }, 14 },
		{ "eight outside one", 8, { 1.1, -1.2, 1.3, -1.1, 1.2, -1.3, 1.1, 1.2 }, 8 },
	};

	for (size_t k = 0; k < COUNT(row); k++) {
		struct arena *a = arena_new();
		double x[64];
		struct nelson r;

		SAY(row[k].words);
		for (size_t i = 0; i < 40; i++)
			x[i] = (double[]){ 2, -2, -2, 2 }[i % 4];
		r = nelson(a, x, 40, 40);
		x[40] = 0;                       /* the centre: no pattern of the baseline goes on */
		for (size_t i = 0; i < row[k].n; i++)
			x[41 + i] = row[k].z[i] * r.chart.sigma;
		r = nelson(a, x, 41 + row[k].n, 40);
		EQ(r.refusal, STATS_GIVEN);
		YES(r.rules[40 + row[k].n] >> (row[k].rule - 1) & 1);
		for (size_t i = 40; i < 40 + row[k].n; i++)
			NO(r.rules[i] >> (row[k].rule - 1) & 1);
		arena_free(a);
	}
}

TEST("charts do not change with origin, unit or direction")
{
	struct random_source s = random_from(5);
	double x[60], y[60];

	for (int round = 0; round < 30; round++) {
		struct arena *a = arena_new();
		double unit = round % 2 ? 4 : -0.5, origin = 1024;
		struct nelson one, two;
		struct cusum up, down;

		for (size_t i = 0; i < 60; i++) {
			x[i] = random_normal(&s) + (i > 45 ? 2 : 0);
			y[i] = origin + unit * x[i];
		}
		one = nelson(a, x, 60, 24);
		two = nelson(a, y, 60, 24);
		NEAR(two.chart.sigma, fabs(unit) * one.chart.sigma, 1e-10);
		EQ(memcmp(one.rules, two.rules, 60), 0);
		up = cusum(a, x, 60, 24, 0.5, 5);
		down = cusum(a, y, 60, 24, 0.5, 5);
		EQ(up.first_signal, down.first_signal);
		for (size_t i = 0; i < 60; i++)
			WITHIN(up.high[i], (unit > 0 ? down.high : down.low)[i], 1e-9);
		arena_free(a);
	}
}

TEST("charts at their limits: nothing, one, all equal, not a number")
{
	static const double equal[] = { 7, 7, 7, 7 }, odd[] = { 1, 2, NAN, 3 };
	struct arena *a = arena_new();

	EQ(xmr(a, equal, 0, 0).centre.refusal, STATS_TOO_FEW);
	EQ(xmr(a, equal, 1, 0).centre.needs, 2);
	EQ(xmr(a, equal, 4, 5).centre.refusal, STATS_OUT_OF_RANGE);
	NEAR(xmr(a, equal, 4, 0).high, 7, 0);
	EQ(nelson(a, equal, 4, 0).refusal, STATS_NO_SPREAD);
	EQ(cusum(a, equal, 4, 0, 0.5, 5).refusal, STATS_NO_SPREAD);
	EQ(xmr(a, odd, 4, 0).centre.refusal, STATS_NOT_A_NUMBER);
	EQ(cusum(a, nile, 30, 20, NAN, 5).refusal, STATS_OUT_OF_RANGE);
	arena_free(a);
}
