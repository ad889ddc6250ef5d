/* cases_survival.c: how long until something happens. Knows no arithmetic. */
#include "statcases.h"

#include "stats/stats_survival.h"

#include <math.h>
#include <string.h>

/* The rows of a case that have their times; `row` says which of the file. */
static struct survival_rows
rows_of(struct arena *a, const struct table *t, const json_t *c, size_t *row)
{
	const char *from = argument_text(c, "entry");
	double *time = column_numbers(a, t, argument_text(c, "time")), *entry = from != NULL ? column_numbers(a, t, from) : NULL;
	bool *event = NEW_MANY(a, bool, t->rows);
	struct survival_rows r = { 0, entry, time, event };

	if (time == NULL || (from != NULL && entry == NULL))
		return (struct survival_rows){ 0 };
	for (size_t i = 0; i < t->rows; i++) {
		if (isnan(time[i]) || (entry != NULL && !(entry[i] < time[i])))
			continue;
		time[r.n] = time[i];
		if (entry != NULL)
			entry[r.n] = entry[i];
		event[r.n] = condition_holds(t, i, json_object_get(c, "event"));
		row[r.n++] = i;
	}
	return r;
}

/* What only a curve from the beginning can say. */
static void
from_the_beginning(json_t *answer, const struct survival *s, const double *at, size_t n)
{
	struct stats_estimate median = survival_time(s, 0.5);
	double tau = 0, error, quartile[3], limits[2] = { NAN, NAN };

	for (size_t i = 0; i < n; i++)
		tau = fmax(tau, at[i]);
	for (int i = 0; i < 3; i++)
		quartile[i] = survival_time(s, 0.25 * (i + 1)).value;
	if (median.refusal == STATS_GIVEN) {
		limits[0] = isinf(median.low) ? NAN : median.low;
		limits[1] = isinf(median.high) ? NAN : median.high;
	} else
		for (size_t k = s->steps; k-- > 0;) {
			if (survival_share(s, s->at[k], SURVIVAL_LOG_LOG).low < 0.5)
				limits[0] = s->at[k];
		}
	json_object_set_new(answer, "quartile_times", numbers(quartile, 3));
	json_object_set_new(answer, "median_ci95_loglog", numbers(limits, 2));
	json_object_set_new(answer, "rmst_tau", number(tau));
	json_object_set_new(answer, "rmst", number(survival_mean(s, tau, &error).value));
	json_object_set_new(answer, "rmst_se", number(error));
}

CASE("km")
{
	const struct table *t = case_table(a, dir, c);
	size_t n, *row;
	const double *at = argument_numbers(a, json_object_get(c, "at"), &n);
	struct survival_rows rows;
	struct survival s;
	json_t *share = json_array(), *error = json_array(), *risk = json_array(), *limit[4], *answer;

	if (t == NULL)
		return NULL;
	row = NEW_MANY(a, size_t, t->rows);
	rows = rows_of(a, t, c, row);
	s = survival(a, &rows);
	if (s.refusal != STATS_GIVEN)
		return case_failed("refused (%d)", (int)s.refusal);
	for (int k = 0; k < 4; k++)
		limit[k] = json_array();
	for (size_t i = 0; i < n; i++) {
		struct stats_estimate twice = survival_share(&s, at[i], SURVIVAL_LOG_LOG), once = survival_share(&s, at[i], SURVIVAL_LOG);

		json_array_append_new(share, number(twice.refusal == STATS_NO_SPREAD ? 0 : twice.value));
		json_array_append_new(error, number(survival_error(&s, at[i])));
		json_array_append_new(risk, whole(survival_risk(&s, at[i])));
		json_array_append_new(limit[0], number(twice.low));
		json_array_append_new(limit[1], number(twice.high));
		json_array_append_new(limit[2], number(once.low));
		json_array_append_new(limit[3], number(once.high));
	}
	answer = json_pack("{s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o}", "n", whole(s.n), "events", whole(s.events), "at", numbers(at, n),
		"surv", share, "greenwood_se", error, "n_risk", risk, "ci95_loglog_low", limit[0], "ci95_loglog_high", limit[1],
		"ci95_log_low", limit[2], "ci95_log_high", limit[3]);
	if (rows.entry == NULL)
		from_the_beginning(answer, &s, at, n);
	return answer;
}

CASE("logrank")
{
	const struct table *t = case_table(a, dir, c);
	const struct levels *l = t != NULL ? case_levels(a, t, argument_text(c, "group")) : NULL;
	struct survival_rows rows;
	struct log_rank r;
	json_t *names = json_array();
	uint32_t *group;
	size_t *row;

	if (l == NULL)
		return NULL;
	row = NEW_MANY(a, size_t, t->rows);
	group = NEW_MANY(a, uint32_t, t->rows);
	rows = rows_of(a, t, c, row);
	for (size_t i = 0; i < rows.n; i++)
		group[i] = (uint32_t)l->of[row[i]];
	r = log_rank(a, &rows, group, l->n);
	if (r.refusal != STATS_GIVEN)
		return case_failed("refused (%d)", (int)r.refusal);
	for (size_t k = 0; k < l->n; k++)
		json_array_append_new(names, json_string(l->text[k]));
	return json_pack("{s:o, s:o, s:o, s:o, s:o, s:o}", "groups", names, "observed", numbers(r.observed, l->n), "expected",
		numbers(r.expected, l->n), "chisq", number(r.chi_square), "df", number(r.df), "p", number(r.p));
}

/* Rows and columns without a hole, in front. */
static void
complete(struct survival_rows *rows, const size_t *row, const struct design *d, double *x)
{
	double *entry = (double *)(uintptr_t)rows->entry, *time = (double *)(uintptr_t)rows->time;
	bool *event = (bool *)(uintptr_t)rows->event;
	size_t kept = 0, *from = (size_t *)(uintptr_t)row;

	for (size_t i = 0; i < rows->n; i++) {
		bool there = true;

		for (size_t j = 0; j < d->p; j++)
			there &= !isnan(d->x[j * d->n + row[i]]);
		if (!there)
			continue;
		if (entry != NULL)
			entry[kept] = entry[i];
		time[kept] = time[i];
		event[kept] = event[i];
		from[kept++] = row[i];
	}
	rows->n = kept;
	for (size_t j = 0; j < d->p; j++)
		for (size_t i = 0; i < kept; i++)
			x[j * kept + i] = d->x[j * d->n + row[i]];
}

CASE("cox")
{
	const struct table *t = case_table(a, dir, c);
	const struct design *d = t != NULL ? case_design(a, t, json_object_get(c, "terms"), false) : NULL;
	json_t *coef = json_object(), *se = json_object(), *answer;
	struct cox_input in = { 0 };
	struct cox r;
	size_t *row;
	double *x;

	if (d == NULL)
		return NULL;
	row = NEW_MANY(a, size_t, t->rows);
	x = NEW_MANY(a, double, t->rows * d->p);
	in.rows = rows_of(a, t, c, row);
	complete(&in.rows, row, d, x);
	in.x = x;
	in.p = d->p;
	r = cox(a, &in);
	if (r.refusal != STATS_GIVEN)
		return case_failed("refused (%d)", (int)r.refusal);
	for (size_t j = 0; j < d->p; j++) {
		json_object_set_new(coef, d->name[j], number(r.coef[j]));
		json_object_set_new(se, d->name[j], number(r.se[j]));
	}
	answer = json_pack("{s:o, s:o, s:o}", "coef", coef, "se", se, "loglik", numbers(r.log_likelihood, 2));
	if (in.rows.entry == NULL)
		json_object_set_new(answer, "concordance", number(r.concordance));
	return answer;
}

CASE("turnover")
{
	const struct table *t = case_table(a, dir, c);
	const double *entry = t != NULL ? column_numbers(a, t, argument_text(c, "entry")) : NULL;
	const double *left = t != NULL ? column_numbers(a, t, argument_text(c, "exit")) : NULL;
	double months = 0, leavers = 0;
	struct stats_estimate e;

	if (entry == NULL || left == NULL)
		return NULL;
	for (size_t i = 0; i < t->rows; i++) {
		if (isnan(entry[i]) || isnan(left[i]))
			continue;
		months += left[i] - entry[i];
		leavers += condition_holds(t, i, json_object_get(c, "event"));
	}
	e = turnover_rate(leavers, months / 12);
	if (e.refusal != STATS_GIVEN)
		return case_failed("refused (%d)", (int)e.refusal);
	return json_pack("{s:o, s:o, s:o, s:o}", "leavers", number(leavers), "person_years", number(months / 12), "annual_rate", number(e.value),
		"ci95_exact_poisson", numbers((double[]){ e.low, e.high }, 2));
}
