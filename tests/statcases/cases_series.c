/* cases_series.c: control charts, trend, change, level. Knows no arithmetic. */
#include "statcases.h"

#include "stats/stats_chart.h"
#include "stats/stats_series.h"

#include <math.h>

/* c.file, c.y, c.log: the values in time order; NULL when they cannot be read. */
double *
case_series(struct arena *a, const char *dir, const json_t *c, size_t *n)
{
	const struct table *t = case_table(a, dir, c);
	double *x = t != NULL ? column_numbers(a, t, argument_text(c, "y")) : NULL;

	if (x == NULL)
		return NULL;
	*n = t->rows;
	for (size_t i = 0; json_is_true(json_object_get(c, "log")) && i < *n; i++)
		x[i] = log(x[i]);
	return x;
}

/* Positions, from 1, of what is set under the mask. */
static json_t *
positions(const uint8_t *set, size_t n, unsigned mask)
{
	json_t *list = json_array();

	for (size_t i = 0; i < n; i++)
		if (set[i] & mask)
			json_array_append_new(list, whole(i + 1));
	return list;
}

CASE("xmr")
{
	size_t n;
	const double *x = case_series(a, dir, c, &n);
	struct xmr r;

	if (x == NULL)
		return NULL;
	r = xmr(a, x, n, 0);
	if (r.centre.refusal != STATS_GIVEN)
		return case_failed("refused (%d)", (int)r.centre.refusal);
	return json_pack("{s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o}", "center", number(r.centre.value), "mr_mean", number(r.range_mean),
		"mr_median", number(r.range_median), "sigma_mr", number(r.sigma), "ucl", number(r.high), "lcl", number(r.low), "mr_ucl",
		number(r.range_high), "sigma_median_mr", number(r.sigma_median), "beyond_limits", positions((const uint8_t *)r.beyond, n, 1),
		"mr_beyond", positions((const uint8_t *)r.range_beyond, n, 1));
}

CASE("nelson")
{
	static const char *const name[NELSON_RULES] = { "r1_beyond_3s", "r2_nine_same_side", "r3_six_monotone", "r4_fourteen_alternating",
		"r5_two_of_three_2s", "r6_four_of_five_1s", "r7_fifteen_within_1s", "r8_eight_outside_1s" };
	size_t n;
	const double *x = case_series(a, dir, c, &n);
	struct nelson r;
	json_t *all;

	if (x == NULL)
		return NULL;
	r = nelson(a, x, n, argument_count(c, "baseline", 0));
	if (r.refusal != STATS_GIVEN)
		return case_failed("refused (%d)", (int)r.refusal);
	all = json_pack("{s:o, s:o, s:o, s:o}", "center", number(r.chart.centre.value), "sigma", number(r.chart.sigma), "ucl",
		number(r.chart.high), "lcl", number(r.chart.low));
	for (size_t k = 0; k < NELSON_RULES; k++)
		json_object_set_new(all, name[k], positions(r.rules, n, 1u << k));
	return all;
}

CASE("cusum")
{
	size_t n;
	const double *x = case_series(a, dir, c, &n);
	struct cusum r;

	if (x == NULL)
		return NULL;
	r = cusum(a, x, n, argument_count(c, "baseline", 0), argument(c, "k", 0.5), argument(c, "h", 5));
	if (r.refusal != STATS_GIVEN)
		return case_failed("refused (%d)", (int)r.refusal);
	return json_pack("{s:o, s:o, s:o}", "high", numbers(r.high, n), "low", numbers(r.low, n), "first_signal",
		r.first_signal > 0 ? whole(r.first_signal) : json_null());
}

CASE("one_break")
{
	size_t n;
	const double *x = case_series(a, dir, c, &n);
	struct series_break r;

	if (x == NULL)
		return NULL;
	r = series_break(a, x, n, 0, 0);
	if (r.refusal != STATS_GIVEN)
		return case_failed("refused (%d)", (int)r.refusal);
	return json_pack("{s:o, s:o, s:o, s:o, s:o, s:o}", "k", whole(r.k), "mean_before", number(r.mean_before), "mean_after",
		number(r.mean_after), "rss", number(r.rss), "rss_no_break", number(r.rss_without), "F", number(r.f));
}

CASE("theil_sen")
{
	size_t n;
	const double *x = case_series(a, dir, c, &n);
	struct series_trend r;

	if (x == NULL)
		return NULL;
	r = series_trend(a, x, n);
	if (r.slope.refusal != STATS_GIVEN)
		return case_failed("refused (%d)", (int)r.slope.refusal);
	return json_pack("{s:o, s:o, s:o, s:o}", "slope", number(r.slope.value), "intercept", number(r.intercept), "kendall_tau",
		number(r.tau), "kendall_p", number(r.p));
}

CASE("local_level")
{
	size_t n;
	const double *x = case_series(a, dir, c, &n);
	struct local_level r;

	if (x == NULL)
		return NULL;
	r = local_level(x, n);
	if (r.level.refusal != STATS_GIVEN)
		return case_failed("refused (%d)", (int)r.level.refusal);
	return json_pack("{s:o, s:o}", "var_level", number(r.var_level), "var_eps", number(r.var_noise));
}
