/* cases_listen.c: shares, eNPS, drivers. Knows no arithmetic. */
#include "statcases.h"

#include "stats/stats_listen.h"
#include "stats/stats_sample.h"

#include <math.h>
#include <string.h>

static json_t *
limits(struct stats_estimate e)
{
	return numbers((double[]){ e.low, e.high }, 2);
}

CASE("enps")
{
	double p = argument(c, "promoters", NAN), m = argument(c, "passives", NAN), d = argument(c, "detractors", NAN);
	struct enps e = enps(p, m, d, 0);

	(void)dir;
	if (e.estimate.refusal != STATS_GIVEN)
		return case_failed("refused (%d)", (int)e.estimate.refusal);
	return json_pack("{s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o}", "promoters", number(p), "passives", number(m), "detractors", number(d),
		"n", whole(e.estimate.n), "enps", number(e.estimate.value), "se", number(e.se), "ci95_wald", limits(e.wald), "ci95_wald_n_minus_1",
		limits(e.wald_less_one), "enps_adjusted", number(e.adjusted.value), "ci95_adjusted_wald", limits(e.adjusted));
}

CASE("wilson")
{
	double x = argument(c, "x", NAN), n = argument(c, "n", NAN);
	struct stats_estimate e = sample_share(x, n);

	(void)dir;
	if (e.refusal != STATS_GIVEN)
		return case_failed("refused (%d)", (int)e.refusal);
	return json_pack("{s:o, s:o, s:o, s:o}", "x", number(x), "n", number(n), "pct", number(e.value), "wilson95", limits(e));
}

static json_t *
named(const json_t *items, const double *x)
{
	json_t *all = json_object();

	for (size_t j = 0; j < json_array_size(items); j++)
		json_object_set_new(all, json_string_value(json_array_get(items, j)), number(x[j]));
	return all;
}

CASE("drivers")
{
	const struct table *t = case_table(a, dir, c);
	const json_t *items = json_object_get(c, "items");
	const double *y = t != NULL ? column_numbers(a, t, argument_text(c, "outcome")) : NULL;
	size_t p = json_array_size(items);
	struct drivers d;
	double *x;

	if (y == NULL)
		return NULL;
	x = NEW_MANY(a, double, p * t->rows);
	for (size_t j = 0; j < p; j++) {
		const double *column = column_numbers(a, t, json_string_value(json_array_get(items, j)));

		if (column == NULL)
			return NULL;
		memcpy(x + j * t->rows, column, t->rows * sizeof *x);
	}
	d = drivers(a, &(struct drivers_input){ .n = t->rows, .p = p, .y = y, .x = x });
	if (d.refusal != STATS_GIVEN)
		return case_failed("refused (%d)", (int)d.refusal);
	return json_pack("{s:o, s:o, s:o, s:o}", "r_squared", number(d.r_squared), "lmg_shapley", named(items, d.shapley),
		"johnson_relative_weights", named(items, d.johnson), "std_beta", named(items, d.beta));
}
