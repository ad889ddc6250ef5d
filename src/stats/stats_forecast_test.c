/* stats_forecast_test.c: smoothing and forecasts against hand sums, simulation and published series. Knows no method. */
#include "stats/stats_ets.h"
#include "stats/stats_near.h"
#include "stats/stats_random.h"
#include "stats/stats_sample.h"
#include "stats/stats_series_tables.h"

#include <string.h>

TEST("simple smoothing by hand")
{
	struct ets_form f;
	struct ets e;

	YES(ets_form_of("ANN", false, 1, &f));
	e = ets_at((const double[]){ 10, 14, 11 }, 3, &f, &(struct ets_state){ .alpha = 0.5, .phi = 1, .level = 12 });
	/* levels 12 11 12.5 11.75; errors -2 3 -1.5 */
	NEAR(e.end.level, 11.75, 1e-12);
	NEAR(e.mse, (4 + 9 + 2.25) / 3, 1e-12);
	NEAR(e.sigma2, 15.25, 1e-12);
	NEAR(e.loglik, -1.5 * log(15.25), 1e-12);
	EQ(e.parameters, 2);
}

TEST("names and letters")
{
	char name[16];
	struct ets_form f;

	YES(ets_form_of("MAM", true, 12, &f));
	ets_name(&f, name);
	SAME(name, "ETS(M,Ad,M)");
	NO(ets_form_of("NAN", false, 1, &f));
	NO(ets_form_of("AMN", false, 1, &f));
	NO(ets_form_of("AA", false, 1, &f));
	NO(ets_form_of(NULL, false, 1, &f));
}

TEST("airline passengers: the likelihood that more starts than one can reach")
{
	struct arena *a = arena_new();
	struct ets_form f;
	struct ets e;

	ets_form_of("MAM", false, 12, &f);
	e = ets_fit(a, air, COUNT(air), &f);
	EQ(e.refusal, STATS_GIVEN);
	YES(e.loglik > -676.05);
	e = ets_choose(a, air, COUNT(air), 12);
	EQ(e.form.error, ETS_MULTIPLICATIVE);
	EQ(e.form.season, ETS_MULTIPLICATIVE);
	arena_free(a);
}

/* One future of a model from its end, by its own recursion. */
static void
future(const struct ets *e, struct random_source *r, double *y, size_t h)
{
	struct ets_state s = e->end;
	size_t m = e->form.period, at = m - 1;

	for (size_t j = 0; j < h; j++) {
		double q = s.level + s.phi * s.slope, old = e->form.season != ETS_NONE ? s.season[at] : 0, noise = sqrt(e->sigma2) * random_normal(r);
		double mean = e->form.season == ETS_ADDITIVE ? q + old : e->form.season == ETS_MULTIPLICATIVE ? q * old : q, slope = s.phi * s.slope, seen, level;

		y[j] = e->form.error == ETS_MULTIPLICATIVE ? mean * (1 + noise) : mean + noise;
		seen = e->form.season == ETS_ADDITIVE ? y[j] - old : e->form.season == ETS_MULTIPLICATIVE ? y[j] / old : y[j];
		level = q + s.alpha * (seen - q);
		if (e->form.season != ETS_NONE)
			s.season[at] = old + s.gamma * ((e->form.season == ETS_ADDITIVE ? y[j] - q : y[j] / q) - old);
		s.slope = e->form.trend != ETS_NONE ? slope + s.beta / s.alpha * (level - s.level - slope) : 0;
		s.level = level;
		at = at > 0 ? at - 1 : m - 1;
	}
}

TEST("mean and variance of every form are those of many futures drawn from it")
{
	static const char *const form[] = { "ANN", "AAN", "ANA", "AAA", "MNN", "MAN", "MAA", "MNM", "MAM" };
	struct random_source r = random_from(31);

	for (size_t k = 0; k < 2 * COUNT(form); k++) {
		enum { H = 9, DRAWS = 20000 };
		struct arena *a = arena_new();
		struct ets e = { .sigma2 = 0.01, .n = 40, .end = { 0.4, 0.1, 0.2, 1, 10, 0.5, { 0.8, 1.3, 0.9, 1 } } };
		double sum[H] = { 0 }, squares[H] = { 0 }, y[H];
		struct forecast f;

		SAY(form[k / 2]);
		ets_form_of(form[k / 2], k % 2, 4, &e.form);
		e.end.phi = e.form.damped ? 0.9 : 1;
		if (e.form.trend == ETS_NONE)
			e.end.slope = e.end.beta = 0;
		f = ets_forecast(a, &e, H);
		EQ(f.refusal, STATS_GIVEN);
		for (int d = 0; d < DRAWS; d++) {
			future(&e, &r, y, H);
			for (int j = 0; j < H; j++) {
				sum[j] += (y[j] - f.mean[j]) / DRAWS;
				squares[j] += (y[j] - f.mean[j]) * (y[j] - f.mean[j]) / DRAWS;
			}
		}
		for (int j = 0; j < H; j++) {
			YES(fabs(sum[j]) < 5 * sqrt(f.variance[j] / DRAWS));
			NEAR(squares[j], f.variance[j], 0.06);
		}
		arena_free(a);
	}
}

TEST("a fit follows the unit of its values, and the origin where errors add")
{
	struct random_source r = random_from(32);
	struct arena *a = arena_new();
	double y[60], z[60];
	struct ets_form f;
	struct ets one, two;
	struct forecast g, h;

	for (size_t i = 0; i < 60; i++) {
		y[i] = 50 + 0.3 * (double)i + 3 * sin((double)i * M_PI / 2 + 0.4) + random_normal(&r);
		z[i] = 7 * y[i] - 100;
	}
	ets_form_of("AAA", false, 4, &f);
	one = ets_fit(a, y, 60, &f);
	two = ets_fit(a, z, 60, &f);
	g = ets_forecast(a, &one, 8);
	h = ets_forecast(a, &two, 8);
	WITHIN(two.loglik, one.loglik - 60 * log(7), 0.01);
	for (int j = 0; j < 8; j++)
		WITHIN(h.mean[j], 7 * g.mean[j] - 100, 0.05 * 7 * (g.high95[j] - g.low95[j]));
	arena_free(a);
}

TEST("naive and theta by hand")
{
	static const double season[] = { 1, 5, 2, 6, 4, 8 }, line[] = { 2, 4, 6, 8, 10, 12, 14, 16 };
	struct arena *a = arena_new();
	struct forecast f = forecast_naive(a, season, 6, 2, 5);

	NEAR(f.mean[0], 4, 0);
	NEAR(f.mean[1], 8, 0);
	NEAR(f.mean[4], 4, 0);
	NEAR(f.variance[0], (1 + 1 + 4 + 4) / 4.0, 1e-12);
	NEAR(f.variance[2], 5, 1e-12);
	f = forecast_theta(a, line, 8, 1, 3);            /* alpha at its end: the last value and half the slope, once more for the first */
	WITHIN(f.mean[0], 17, 0.01);
	WITHIN(f.mean[2], 19, 0.01);
	f = forecast_theta(a, (const double[]){ 3, 3, 3, 3, 3 }, 5, 1, 2);
	NEAR(f.mean[1], 3, 1e-12);
	NEAR(f.variance[1], 0, 0);
	arena_free(a);
}

TEST("the choice by rolling origin takes a season where there is one and says what its bands covered")
{
	struct random_source r = random_from(33);
	struct arena *a = arena_new();
	double y[60];
	struct forecast_choice c;

	c = forecast_choice(a, air, COUNT(air), 12, 6, 6);
	EQ(c.refusal, STATS_GIVEN);
	YES(c.kind == FORECAST_ETS || c.kind == FORECAST_THETA);
	YES(c.score[c.kind].mase < 1.2 && c.score[c.kind].mase < c.score[FORECAST_NAIVE].mase);
	EQ(c.score[c.kind].n, 36);
	YES(c.score[c.kind].coverage95 >= 0 && c.score[c.kind].coverage95 <= 1);
	for (size_t i = 0; i < 60; i++)
		y[i] = 100 + 20 * sin((double)i * M_PI / 6) + 0.1 * random_normal(&r);
	c = forecast_choice(a, y, 60, 12, 3, 4);
	for (int j = 0; j < 3; j++)
		WITHIN(c.forecast.mean[j], 100 + 20 * sin((double)(60 + j) * M_PI / 6), 1);
	EQ(forecast_choice(a, y, 20, 12, 3, 4).refusal, STATS_TOO_FEW);
	EQ(forecast_choice(a, y, 20, 12, 3, 4).needs, 30);
	arena_free(a);
}

TEST("95 % bands of the right form cover 95 of 100 where the form is true")
{
	struct random_source r = random_from(34);
	int inside = 0, all = 0;

	for (int round = 0; round < 150; round++) {
		struct arena *a = arena_new();
		double y[88], level = 20;
		struct ets_form form = { ETS_ADDITIVE, ETS_NONE, ETS_NONE, false, 1 };
		struct ets e;
		struct forecast f;

		for (size_t i = 0; i < 88; i++) {
			double noise = random_normal(&r);

			y[i] = level + noise;
			level += 0.3 * noise;
		}
		e = ets_fit(a, y, 80, &form);
		f = ets_forecast(a, &e, 8);
		for (int j = 0; j < 8; j++, all++)
			inside += y[80 + j] >= f.low95[j] && y[80 + j] <= f.high95[j];
		arena_free(a);
	}
	YES(inside > 0.90 * all && inside < 0.98 * all);
}

TEST("forecasts at their limits: nothing, few, all equal, not a number, below zero, a period too long")
{
	static const double equal[40] = { 0 }, odd[] = { 1, NAN, 2, 3, 4, 5, 6, 7 };
	struct arena *a = arena_new();
	struct forecast_score score[FORECAST_KINDS];
	struct ets_form f;

	EQ(forecast_naive(a, equal, 0, 1, 1).refusal, STATS_TOO_FEW);
	EQ(forecast_naive(a, equal, 5, 0, 1).refusal, STATS_OUT_OF_RANGE);
	EQ(forecast_naive(a, equal, 5, 1, 0).refusal, STATS_OUT_OF_RANGE);
	EQ(forecast_theta(a, odd, 8, 1, 1).refusal, STATS_NOT_A_NUMBER);
	EQ(forecast_theta(a, odd, 3, 1, 1).refusal, STATS_TOO_FEW);
	EQ(ets_choose(a, equal, 40, 1).refusal, STATS_NO_SPREAD);
	EQ(ets_choose(a, equal, 40, 61).refusal, STATS_OUT_OF_RANGE);
	ets_form_of("MNN", false, 1, &f);
	EQ(ets_fit(a, (const double[]){ 1, 2, -1, 4, 5, 6 }, 6, &f).refusal, STATS_OUT_OF_RANGE);
	ets_form_of("AAM", false, 4, &f);
	EQ(ets_fit(a, air, 40, &f).refusal, STATS_OUT_OF_RANGE);
	ets_form_of("ANA", false, 12, &f);
	EQ(ets_fit(a, air, 20, &f).refusal, STATS_TOO_FEW);
	forecast_holdout(a, air, 5, 1, 5, score);
	EQ(score[FORECAST_ETS].refusal, STATS_TOO_FEW);
	arena_free(a);
}
