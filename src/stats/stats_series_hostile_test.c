/* stats_series_hostile_test.c: series, pairs and programmes with numbers nobody should send: an answer or a refusal, never a
 * crash, and nothing given that is not a number. */
#include "stats/stats_assignment.h"
#include "stats/stats_chart.h"
#include "stats/stats_did.h"
#include "stats/stats_ets.h"
#include "stats/stats_landing.h"
#include "stats/stats_near.h"
#include "stats/stats_random.h"
#include "stats/stats_series.h"
#include "stats/stats_series_scan.h"
#include "stats/stats_stl.h"
#include "stats/stats_words.h"

#include <float.h>

enum { MOST = 48 };
static const double odd[] = { 0, -0.0, 1, -1, 0.5, 1e-300, -1e-300, 1e300, -1e300, DBL_MIN, DBL_MAX, -DBL_MAX, 4.9e-324, NAN, INFINITY, -INFINITY,
	1e15, 1e99, -1e99, 1e-16 };

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

static void
given_are_numbers(enum stats_refusal why, const double *x, size_t n)
{
	for (size_t i = 0; why == STATS_GIVEN && i < n; i++)
		YES(isfinite(x[i]));
}

static void
charts(struct arena *a, const double *x, size_t n, struct random_source *r)
{
	struct cusum c = cusum(a, x, n, random_below(r, n + 2), number_of(r, 30), number_of(r, 30));
	struct local_level l = local_level(x, n);

	given_is_a_number(xmr(a, x, n, random_below(r, n + 2)).centre);
	nelson(a, x, n, random_below(r, n + 2));
	given_are_numbers(c.refusal, c.high, n);
	given_is_a_number(series_break(a, x, n, 9, 1).last_before);
	given_is_a_number(series_trend(a, x, n).slope);
	given_is_a_number(l.level);
	given_are_numbers(l.level.refusal, &l.var_level, 1);
}

static void
forecasts(struct arena *a, const double *x, size_t n, struct random_source *r)
{
	size_t period = random_below(r, 7), h = random_below(r, 9);
	struct forecast f = forecast_naive(a, x, n, period, h);
	struct forecast_score score[FORECAST_KINDS];
	struct stl s = stl(a, x, n, period, true);
	struct ets e;

	given_are_numbers(f.refusal, f.mean, h);
	f = forecast_theta(a, x, n, period, h);
	given_are_numbers(f.refusal, f.high95, h);
	e = ets_choose(a, x, n, period);
	given_are_numbers(e.refusal, &e.loglik, 1);
	f = ets_forecast(a, &e, h);
	given_are_numbers(f.refusal, f.low95, h);
	given_are_numbers(s.refusal, s.season, n);
	forecast_holdout(a, x, n, period, h, score);
	f = forecast_choice(a, x, n, period, h, random_below(r, 3)).forecast;
	given_are_numbers(f.refusal, f.mean, h);
}

TEST("charts, trends, decompositions and forecasts take any numbers")
{
	struct random_source r = random_from(61);

	for (int round = 0; round < 60; round++) {
		struct arena *a = arena_new();
		size_t n = random_below(&r, MOST + 1), wild = (size_t[]){ 0, 2, 40 }[round % 3];
		double x[MOST];

		for (size_t i = 0; i < MOST; i++)
			x[i] = round % 5 == 4 && wild == 0 ? 3 : number_of(&r, wild);
		charts(a, x, n, &r);
		forecasts(a, x, n, &r);
		arena_free(a);
	}
}

TEST("pairs and programmes take any numbers, whatever the layout")
{
	struct random_source r = random_from(62);

	for (int round = 0; round < 120; round++) {
		struct arena *a = arena_new();
		size_t n = random_below(&r, MOST + 1), rows = 1 + random_below(&r, 6), columns = MOST / 6 - random_below(&r, 3), wild = (size_t[]){ 0, 5, 40 }[round % 3];
		double x[MOST], y[MOST], zero[MOST], one[MOST];
		uint32_t code[MOST];
		struct assignment s;
		struct did d;
		struct event_study e;
		struct group_time g;

		for (size_t i = 0; i < MOST; i++) {
			x[i] = number_of(&r, wild);
			y[i] = number_of(&r, wild);
			zero[i] = wild > 5 ? y[i] : (double)random_below(&r, 2);
			one[i] = (double)random_below(&r, 2);
			code[i] = (uint32_t)random_below(&r, round % 7 ? 9 : 11);
		}
		s = assignment(a, &(struct assignment_input){ rows, columns, x, NULL, (enum assignment_asked)(round % 2) });
		given_are_numbers(s.refusal, &s.total, 1);
		EQ(blocking_pairs(x, y, rows, columns, NULL, stable_matching(a, x, y, rows, columns, NULL)), 0);
		d = did(a, x, zero, one, code, n, 10);
		given_is_a_number(d.att);
		did_wild(a, x, zero, one, code, n, 10, 99, 1);
		e = event_study(a, x, zero, y, code, n, 10, 3);
		for (size_t k = 0; k < e.periods; k++)
			given_is_a_number(e.effect[k]);
		g = group_time(a, x, y, zero, code, n, 10, round % 2 ? code : NULL, 10, 100, 1);
		given_is_a_number(g.overall);
		arena_free(a);
	}
}

TEST("scans, leads, landings and words take any numbers")
{
	struct random_source r = random_from(63);

	for (int round = 0; round < 120; round++) {
		struct arena *a = arena_new();
		size_t n = random_below(&r, 5 * MOST), wild = (size_t[]){ 0, 2, 40 }[round % 3], length = 1 + random_below(&r, MOST), each = n / length;
		double x[5 * MOST], y[5 * MOST];
		bool landed[5 * MOST];
		struct progress goal[12];
		struct word_use use[5 * MOST];
		uint8_t group[24];
		size_t texts[24];
		struct words_input in = { use, n, 24, 6, group, texts, number_of(&r, 5), round % 2 ? 20 : 0, 1, 0 };
		struct scan s;
		struct lead_lag l;
		struct landing *to;
		struct recalibration c;
		struct words_difference d;

		for (size_t i = 0; i < COUNT(x); i++) {
			x[i] = number_of(&r, wild);
			y[i] = number_of(&r, wild);
			landed[i] = random_below(&r, 2);
			use[i] = (struct word_use){ (uint32_t)random_below(&r, 24), (uint32_t)random_below(&r, 6), x[i] };
		}
		for (size_t k = 0; k < 24; k++) {
			group[k] = k % 2;
			texts[k] = 5;
		}
		s = series_scan(a, x, each, length, random_below(&r, length + 1), random_below(&r, 8), 0.05);
		for (size_t j = 0; j < each; j++)
			given_is_a_number(s.found[j].size);
		l = lead_lag(a, x, y, n);
		for (int k = 0; k < LAGS; k++)
			given_is_a_number(l.r[k]);
		lead_lag_family(a, &l, 1, 0.05);
		for (size_t k = 0; k < COUNT(goal); k++)
			goal[k] = (struct progress){ x + 8 * k, random_below(&r, 9), random_below(&r, 5) };
		to = landings(a, goal, COUNT(goal));
		for (size_t k = 0; k < COUNT(goal); k++) {
			given_is_a_number(to[k].chance);
			given_is_a_number(to[k].steps);
			YES(to[k].chance.refusal != STATS_GIVEN || (to[k].chance.value >= 0 && to[k].chance.value <= 1));
		}
		for (size_t i = 0; i < n; i++)
			y[i] = wild > 0 ? y[i] : random_share(&r);
		c = recalibration(y, landed, n);
		given_are_numbers(c.refusal, &c.slope, 1);
		brier_score(y, landed, n);
		d = words_difference(a, &in);
		for (size_t w = 0; w < 6; w++)
			given_is_a_number(d.word[w].log_odds);
		arena_free(a);
	}
}
