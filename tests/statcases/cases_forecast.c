/* cases_forecast.c: smoothing, forecasts, decomposition. Knows no arithmetic. */
#include "statcases.h"

#include "stats/stats_ets.h"
#include "stats/stats_stl.h"

#include <math.h>
#include <string.h>

static json_t *
forecast_json(const struct forecast *f)
{
	if (f->refusal != STATS_GIVEN)
		return case_failed("forecast refused (%d)", (int)f->refusal);
	return json_pack("{s:o, s:o, s:o, s:o, s:o}", "mean", numbers(f->mean, f->h), "lower80", numbers(f->low80, f->h), "upper80",
		numbers(f->high80, f->h), "lower95", numbers(f->low95, f->h), "upper95", numbers(f->high95, f->h));
}

/* c.params: what is not to be estimated. */
static struct ets_state
given_state(const json_t *params, const struct ets_form *form)
{
	const json_t *init = json_object_get(params, "init");
	struct ets_state s = { argument(params, "alpha", NAN), argument(params, "beta", 0), argument(params, "gamma", 0), argument(params, "phi", 1), 0 };
	size_t at = 0;

	if (json_is_number(init))
		s.level = json_number_value(init);
	else
		s.level = json_number_value(json_array_get(init, at++));
	if (form->trend != ETS_NONE)
		s.slope = json_number_value(json_array_get(init, at++));
	for (size_t j = 0; form->season != ETS_NONE && j < form->period && j < SEASON_LONGEST; j++)
		s.season[j] = json_number_value(json_array_get(init, at++));
	return s;
}

static json_t *
ets_json(struct arena *a, const struct ets *e, size_t h)
{
	struct forecast f = ets_forecast(a, e, h);
	json_t *ahead;
	char name[16];

	if (e->refusal != STATS_GIVEN)
		return case_failed("refused (%d)", (int)e->refusal);
	ahead = forecast_json(&f);
	if (ahead == NULL)
		return NULL;
	ets_name(&e->form, name);
	return json_pack("{s:s, s:o, s:o, s:o, s:o, s:o, s:o}", "model", name, "loglik", number(e->loglik), "aicc", number(e->aicc), "bic",
		number(e->bic), "sigma2", number(e->sigma2), "mse", number(e->mse), "forecast", ahead);
}

CASE("ets")
{
	const char *model = argument_text(c, "model");
	const json_t *params = json_object_get(c, "params");
	size_t n, period = argument_count(c, "period", 1), h = argument_count(c, "h", 1);
	const double *y = case_series(a, dir, c, &n);
	struct ets_form form;
	struct ets e;

	if (y == NULL || model == NULL)
		return NULL;
	if (strcmp(model, "auto") == 0) {
		e = ets_choose(a, y, n, period);
		return ets_json(a, &e, h);
	}
	if (!ets_form_of(model, json_is_true(json_object_get(c, "damped")), period, &form))
		return case_failed("no such model: %s", model);
	if (params == NULL)
		e = ets_fit(a, y, n, &form);
	else
		e = ets_at(y, n, &form, &(struct ets_state[]){ given_state(params, &form) }[0]);
	return ets_json(a, &e, h);
}

CASE("theta")
{
	size_t n;
	const double *y = case_series(a, dir, c, &n);
	struct forecast f;

	if (y == NULL)
		return NULL;
	f = forecast_theta(a, y, n, argument_count(c, "period", 1), argument_count(c, "h", 1));
	return forecast_json(&f);
}

CASE("naive")
{
	size_t n;
	const double *y = case_series(a, dir, c, &n);
	struct forecast f;

	if (y == NULL)
		return NULL;
	f = forecast_naive(a, y, n, argument_count(c, "period", 1), argument_count(c, "h", 1));
	return forecast_json(&f);
}

CASE("holdout")
{
	static const char *const name[FORECAST_KINDS] = { "naive", "theta", "ets" };
	struct forecast_score score[FORECAST_KINDS];
	size_t n;
	const double *y = case_series(a, dir, c, &n);
	json_t *all = json_object();

	if (y == NULL)
		return NULL;
	forecast_holdout(a, y, n, argument_count(c, "period", 1), argument_count(c, "h", 1), score);
	for (int k = 0; k < FORECAST_KINDS; k++) {
		if (score[k].refusal != STATS_GIVEN)
			return case_failed("%s refused (%d)", name[k], (int)score[k].refusal);
		json_object_set_new(all, name[k], json_pack("{s:o, s:o, s:o}", "mase", number(score[k].mase), "coverage80", number(score[k].coverage80),
			"coverage95", number(score[k].coverage95)));
	}
	return all;
}

CASE("stl")
{
	bool robust = json_is_true(json_object_get(c, "robust"));
	size_t n;
	const double *y = case_series(a, dir, c, &n);
	json_t *low = json_array();
	struct stl r;

	if (y == NULL)
		return NULL;
	r = stl(a, y, n, argument_count(c, "period", 1), robust);
	if (r.refusal != STATS_GIVEN)
		return case_failed("refused (%d)", (int)r.refusal);
	for (size_t i = 0; i < n; i++)
		if (r.weight[i] < 0.5)
			json_array_append_new(low, whole(i + 1));
	return json_pack("{s:o, s:o, s:o, s:o, s:o, s:o, s:o}", "seasonal_first_cycle", numbers(r.season, r.period), "trend_first5", numbers(r.trend, 5),
		"trend_last5", numbers(r.trend + n - 5, 5), "remainder_first5", numbers(r.remainder, 5), "remainder_sd", number(r.remainder_sd),
		"remainder_mad", number(r.remainder_mad), "weights_below_half", low);
}
