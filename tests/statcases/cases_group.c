/* cases_group.c: two groups side by side. Knows no arithmetic. */
#include "statcases.h"

#include "stats/stats_distribution.h"
#include "stats/stats_group.h"
#include "stats/stats_logistic.h"
#include "stats/stats_regression.h"
#include "stats/stats_sample.h"
#include "stats/stats_strata.h"

#include <math.h>
#include <string.h>

static json_t *
limits(struct stats_estimate e)
{
	return numbers((double[]){ e.low, e.high }, 2);
}

/* Not given because the margins leave one table: any odds ratio would do. */
static json_t *
exact_limits(struct stats_estimate e)
{
	return e.refusal == STATS_NO_SPREAD ? numbers((double[]){ 0, INFINITY }, 2) : limits(e);
}

static json_t *
selection_answer(double sf, double nf, double sr, double nr)
{
	struct selection s = selection(sf, nf, sr, nr);

	if (s.refusal != STATS_GIVEN)
		return case_failed("refused (%d)", (int)s.refusal);
	return json_pack("{s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o}",
		"focal_selected", number(sf), "focal_n", number(nf), "ref_selected", number(sr), "ref_n", number(nr),
		"rate_focal", number(s.focal.value), "rate_ref", number(s.reference.value), "impact_ratio", number(s.impact_ratio),
		"impact_ratio_ci95_katz_log", limits(s.ratio_katz), "four_fifths_violated", truth_or_null(s.four_fifths),
		"fisher_p_two_sided", number(s.fisher.two_sided), "odds_ratio_conditional_mle", number(s.fisher.odds_ratio.value),
		"odds_ratio_exact_ci95", exact_limits(s.fisher.odds_ratio), "risk_difference", number(s.difference.value),
		"risk_difference_ci95_newcombe", limits(s.difference), "wilson_focal", limits(s.focal), "wilson_ref", limits(s.reference),
		"two_sd_z_pooled", number(s.z), "cohens_h", number(s.h));
}

/* Cells of focal and reference by success, summed for each stratum (all of them one when `stratum` is NULL). */
static struct table2 *
tables(struct arena *a, const struct table *t, const json_t *c, const struct levels *stratum)
{
	const double *count = argument_text(c, "count") != NULL ? column_numbers(a, t, argument_text(c, "count")) : NULL;
	struct table2 *sum = NEW_MANY(a, struct table2, stratum != NULL ? stratum->n : 1);

	if (argument_text(c, "count") != NULL && count == NULL)
		return NULL;
	for (size_t i = 0; i < t->rows; i++) {
		bool focal = condition_holds(t, i, json_object_get(c, "focal")), yes = condition_holds(t, i, json_object_get(c, "success"));
		struct table2 *to = sum + (stratum != NULL && stratum->of[i] < stratum->n ? stratum->of[i] : 0);

		if ((!focal && !condition_holds(t, i, json_object_get(c, "reference"))) || (stratum != NULL && stratum->of[i] == SIZE_MAX))
			continue;
		*(focal ? yes ? &to->a : &to->b : yes ? &to->c : &to->d) += count != NULL ? count[i] : 1;
	}
	return sum;
}

CASE("selection")
{
	const json_t *list = json_object_get(c, "tables"), *one = json_object_get(c, "table"), *row;
	const struct table *t;
	const struct table2 *sum;
	json_t *all;
	size_t i, n;

	if (one != NULL) {
		const double *x = argument_numbers(a, one, &n);

		return n == 4 ? selection_answer(x[0], x[1], x[2], x[3]) : case_failed("a table has four numbers");
	}
	if (list == NULL) {
		if ((t = case_table(a, dir, c)) == NULL || (sum = tables(a, t, c, NULL)) == NULL)
			return NULL;
		return selection_answer(sum->a, sum->a + sum->b, sum->c, sum->c + sum->d);
	}
	all = json_array();
	json_array_foreach(list, i, row) {
		const double *x = argument_numbers(a, row, &n);
		json_t *answer = n == 4 ? selection_answer(x[0], x[1], x[2], x[3]) : NULL;

		json_array_append_new(all, answer != NULL ? answer : json_null());
	}
	return all;
}

CASE("fisher")
{
	const json_t *table = json_object_get(c, "table");
	size_t n, m;
	const double *first = argument_numbers(a, json_array_get(table, 0), &n), *second = argument_numbers(a, json_array_get(table, 1), &m);
	struct fisher f;

	(void)dir;
	if (n != 2 || m != 2)
		return case_failed("a table has two rows of two");
	f = fisher_exact((struct table2){ first[0], first[1], second[0], second[1] });
	if (f.refusal != STATS_GIVEN)
		return case_failed("refused (%d)", (int)f.refusal);
	return json_pack("{s:o, s:o, s:o, s:o, s:o}", "p_two_sided", number(f.two_sided), "p_greater", number(f.greater), "p_less", number(f.less),
		"or_cmle", number(f.odds_ratio.value), "ci95", exact_limits(f.odds_ratio));
}

CASE("mh")
{
	const struct table *t = case_table(a, dir, c);
	const struct levels *stratum = t != NULL ? case_levels(a, t, argument_text(c, "stratum")) : NULL;
	const struct table2 *sum = stratum != NULL ? tables(a, t, c, stratum) : NULL;
	bool all_groups = true;
	struct strata s;

	if (sum == NULL)
		return NULL;
	s = strata(a, sum, stratum->n);
	if (s.refusal != STATS_GIVEN)
		return case_failed("refused (%d)", (int)s.refusal);
	for (size_t i = 0; i < stratum->n; i++)
		all_groups &= sum[i].a + sum[i].b > 0 && sum[i].c + sum[i].d > 0;
	/* By the letter of the formulas 0/0 is undefined; the library leaves such strata out. */
	if (s.informative < s.tables)
		s.breslow_day = s.tarone = s.tarone_p = NAN;
	if (!all_groups)
		s.risk_difference.low = s.risk_difference.high = NAN;
	return json_pack("{s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o}", "common_odds_ratio_mh", number(s.common),
		"common_odds_ratio_ci95_rbg", limits(s.odds_ratio), "cmh_chisq_corrected", number(s.cmh_corrected), "cmh_p_corrected",
		number(s.cmh_corrected_p), "cmh_chisq_uncorrected", number(s.cmh), "cmh_p_uncorrected", number(s.cmh_p), "stratum_odds_ratio",
		numbers(s.each, s.tables), "breslow_day_chisq", number(s.breslow_day), "breslow_day_tarone_chisq", number(s.tarone),
		"breslow_day_df", whole(s.tables - 1), "breslow_day_tarone_p", number(s.tarone_p), "crude_odds_ratio", number(s.crude),
		"mh_risk_difference", number(s.risk_difference.value), "mh_risk_difference_ci95_greenland_robins", limits(s.risk_difference));
}

/* Values of the rows where the condition holds; how many. */
static double *
values_where(struct arena *a, const struct table *t, const double *y, const json_t *condition, size_t *n)
{
	double *x = NEW_MANY(a, double, t->rows);

	*n = 0;
	for (size_t i = 0; i < t->rows; i++)
		if (!isnan(y[i]) && condition_holds(t, i, condition))
			x[(*n)++] = y[i];
	return x;
}

CASE("smd")
{
	const struct table *t = case_table(a, dir, c);
	const double *y = t != NULL ? column_numbers(a, t, argument_text(c, "y")) : NULL, *y1, *y2;
	size_t n1, n2;
	struct mean_gap g;

	if (y == NULL)
		return NULL;
	y1 = values_where(a, t, y, json_object_get(c, "focal"), &n1);
	y2 = values_where(a, t, y, json_object_get(c, "reference"), &n2);
	g = mean_gap(y1, n1, y2, n2);
	if (g.refusal != STATS_GIVEN)
		return case_failed("refused (%d)", (int)g.refusal);
	return json_pack("{s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o}", "n1", whole(n1), "n2", whole(n2), "mean1", number(g.mean1),
		"mean2", number(g.mean2), "cohen_d", number(g.cohen_d), "hedges_g", number(g.hedges_g.value), "hedges_g_ci95", limits(g.hedges_g),
		"welch_t", number(g.t), "welch_df", number(g.df), "welch_p", number(g.p), "mean_diff_ci95", limits(g.difference));
}

/* Rows where y and all columns are there, in front of both; how many. */
static size_t
complete_rows(struct design *d, double *y)
{
	size_t kept = 0, n = d->n;

	for (size_t i = 0; i < n; i++) {
		bool whole_row = !isnan(y[i]);

		for (size_t j = 0; j < d->p; j++)
			whole_row &= !isnan(d->x[j * n + i]);
		if (!whole_row)
			continue;
		y[kept] = y[i];
		for (size_t j = 0; j < d->p; j++)
			d->x[j * n + kept] = d->x[j * n + i];
		kept++;
	}
	for (size_t j = 1; j < d->p; j++)
		memmove(d->x + j * kept, d->x + j * n, kept * sizeof *d->x);
	d->n = kept;
	return kept;
}

CASE("ols_gap")
{
	const struct table *t = case_table(a, dir, c);
	double *y = t != NULL ? column_numbers(a, t, argument_text(c, "y")) : NULL;
	json_t *terms = json_array();
	struct design *d;
	struct regression r;

	json_array_append(terms, json_object_get(c, "group"));
	json_array_extend(terms, json_object_get(c, "controls"));
	d = y != NULL ? case_design(a, t, terms, true) : NULL;
	json_decref(terms);
	if (d == NULL || d->p < 2)
		return case_failed("no group of two levels");
	complete_rows(d, y);
	r = regression(a, &(struct regression_input){ .n = d->n, .p = d->p, .y = y, .x = d->x });
	if (r.refusal != STATS_GIVEN)
		return case_failed("refused (%d)", (int)r.refusal);
	return json_pack("{s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o}", "coef", number(r.coef[1]), "se_ols", number(r.se[ERROR_PLAIN][1]),
		"se_hc3", number(r.se[ERROR_HC3][1]), "t_ols", number(r.coef[1] / r.se[ERROR_PLAIN][1]), "p_ols", number(regression_p(&r, 1, ERROR_PLAIN)),
		"sigma", number(r.sigma), "adjusted_d", number(r.coef[1] / r.sigma), "r_squared", number(r.r_squared), "df", number(r.df));
}

CASE("logistic")
{
	const struct table *t = case_table(a, dir, c);
	struct design *d = t != NULL ? case_design(a, t, json_object_get(c, "terms"), true) : NULL;
	const double *count = d != NULL && argument_text(c, "count") != NULL ? column_numbers(a, t, argument_text(c, "count")) : NULL;
	json_t *coef = json_object(), *se = json_object();
	double *y, *weight;
	struct logistic l;

	if (d == NULL)
		return NULL;
	y = NEW_MANY(a, double, t->rows);
	weight = NEW_MANY(a, double, t->rows);
	for (size_t i = 0; i < t->rows; i++) {
		y[i] = condition_holds(t, i, json_object_get(c, "success"));
		weight[i] = count != NULL ? count[i] : 1;
		for (size_t j = 0; j < d->p; j++)
			if (isnan(d->x[j * d->n + i]) || isnan(weight[i]))
				d->x[j * d->n + i] = weight[i] = 0;
	}
	l = logistic(a, &(struct logistic_input){ .n = d->n, .p = d->p, .y = y, .x = d->x, .weight = weight });
	if (l.refusal != STATS_GIVEN)
		return case_failed("refused (%d)", (int)l.refusal);
	for (size_t j = 0; j < d->p; j++) {
		json_object_set_new(coef, d->name[j], number(l.coef[j]));
		json_object_set_new(se, d->name[j], number(l.se[j]));
	}
	return json_pack("{s:o, s:o, s:o}", "coef", coef, "se", se, "deviance", number(l.deviance));
}
