/* stats_forecast_choice.c: which forecast would have done best so far. Knows no KPI and no calendar. */
#include "stats/stats_ets.h"
#include "stats/stats_series.h"

#include <math.h>

void
forecast_holdout(struct arena *a, const double *y, size_t n, size_t period, size_t h, struct forecast_score score[FORECAST_KINDS])
{
	struct forecast f[FORECAST_KINDS];
	struct ets e;
	size_t train = n - h;

	if (h >= n || h == 0 || period < 1 || period > SEASON_LONGEST) {
		for (int k = 0; k < FORECAST_KINDS; k++)
			score[k] = (struct forecast_score){ NAN, NAN, NAN, 0, h >= n ? STATS_TOO_FEW : STATS_OUT_OF_RANGE };
		return;
	}
	f[FORECAST_NAIVE] = forecast_naive(a, y, train, period, h);
	f[FORECAST_THETA] = forecast_theta(a, y, train, period, h);
	e = ets_choose(a, y, train, period);
	f[FORECAST_ETS] = ets_forecast(a, &e, h);
	for (int k = 0; k < FORECAST_KINDS; k++)
		score[k] = forecast_score(&f[k], y, train, period, y + train);
}

static struct forecast
one(struct arena *a, const double *y, size_t n, size_t period, size_t h, enum forecast_kind kind, const struct ets_form *form)
{
	struct ets e;

	if (kind == FORECAST_NAIVE)
		return forecast_naive(a, y, n, period, h);
	if (kind == FORECAST_THETA)
		return forecast_theta(a, y, n, period, h);
	e = ets_fit(a, y, n, form);
	return ets_forecast(a, &e, h);
}

/* Mean score of one kind over the origins; refused when one origin is. */
static struct forecast_score
rolled(struct arena *a, const double *y, size_t n, size_t period, size_t h, size_t origins, enum forecast_kind kind, const struct ets_form *form)
{
	struct forecast_score all = { 0, 0, 0, 0, STATS_GIVEN };

	for (size_t back = origins; back > 0; back--) {
		size_t train = n - h - back + 1;
		struct forecast f = one(a, y, train, period, h, kind, form);
		struct forecast_score s = forecast_score(&f, y, train, period, y + train);

		if (s.refusal != STATS_GIVEN)
			return (struct forecast_score){ NAN, NAN, NAN, 0, s.refusal };
		all.mase += s.mase / (double)origins;
		all.coverage80 += s.coverage80 / (double)origins;
		all.coverage95 += s.coverage95 / (double)origins;
		all.n += s.n;
	}
	return all;
}

struct forecast_choice
forecast_choice(struct arena *a, const double *y, size_t n, size_t period, size_t h, size_t origins)
{
	size_t least = period > 1 ? (2 * period > 24 ? 2 * period : 24) : 10, needs = least + h + origins - 1;
	struct forecast_choice c = { .refusal = series_refusal(y, n, needs), .needs = needs };
	struct ets first;

	if (period < 1 || period > SEASON_LONGEST || h < 1 || h > FORECAST_LONGEST || origins < 1 || origins > n)
		c.refusal = STATS_OUT_OF_RANGE;
	c.forecast = forecast_refused(c.refusal, n);
	if (c.refusal != STATS_GIVEN)
		return c;
	first = ets_choose(a, y, n - h - origins + 1, period);
	for (int k = 0; k < FORECAST_KINDS; k++) {
		c.score[k] = k == FORECAST_ETS && first.refusal != STATS_GIVEN ? (struct forecast_score){ NAN, NAN, NAN, 0, first.refusal }
			: rolled(a, y, n, period, h, origins, (enum forecast_kind)k, &first.form);
		if (c.score[k].refusal == STATS_GIVEN && (c.score[c.kind].refusal != STATS_GIVEN || c.score[k].mase < c.score[c.kind].mase * (1 - 1e-9)))
			c.kind = (enum forecast_kind)k;
	}
	c.forecast = c.score[c.kind].refusal == STATS_GIVEN ? one(a, y, n, period, h, c.kind, &first.form) : forecast_refused(STATS_NOT_SETTLED, n);
	c.refusal = c.forecast.refusal;
	return c;
}
