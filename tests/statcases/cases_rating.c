/* cases_rating.c: reliability, halo, self and others, recency, drift. Knows no arithmetic. */
#include "statcases.h"

#include "stats/stats_distribution.h"
#include "stats/stats_drift.h"
#include "stats/stats_dyad.h"
#include "stats/stats_gap.h"
#include "stats/stats_recency.h"
#include "stats/stats_reliability.h"
#include "stats/stats_sample.h"

#include <math.h>
#include <string.h>

/* The columns named by `items`, row by row. */
static double *
grid(struct arena *a, const struct table *t, const json_t *items, size_t *k)
{
	double *x;

	*k = json_array_size(items);
	x = NEW_MANY(a, double, t->rows * *k);
	for (size_t j = 0; j < *k; j++) {
		const double *column = column_numbers(a, t, json_string_value(json_array_get(items, j)));

		if (column == NULL)
			return NULL;
		for (size_t i = 0; i < t->rows; i++)
			x[i * *k + j] = column[i];
	}
	return x;
}

/* {row, col, y} as a grid; cells without a value are NaN. */
static double *
long_grid(struct arena *a, const struct table *t, const json_t *names, size_t *n, size_t *k)
{
	const struct levels *row = case_levels(a, t, argument_text(names, "row")), *column = case_levels(a, t, argument_text(names, "col"));
	const double *y = column_numbers(a, t, argument_text(names, "y"));
	double *x;

	if (row == NULL || column == NULL || y == NULL)
		return NULL;
	*n = row->n;
	*k = column->n;
	x = NEW_MANY(a, double, *n * *k);
	for (size_t i = 0; i < *n * *k; i++)
		x[i] = NAN;
	for (size_t i = 0; i < t->rows; i++)
		if (row->of[i] != SIZE_MAX && column->of[i] != SIZE_MAX)
			x[row->of[i] * *k + column->of[i]] = y[i];
	return x;
}

CASE("icc")
{
	static const char *const name[] = { "ICC1", "ICC2", "ICC3", "ICC1k", "ICC2k", "ICC3k" };
	const struct table *t = case_table(a, dir, c);
	const json_t *items = json_object_get(c, "items");
	struct icc icc[ICC_KINDS];
	size_t n, k;
	double *x;
	json_t *list = json_array();

	if (t == NULL)
		return NULL;
	n = t->rows;
	x = items != NULL ? grid(a, t, items, &k) : long_grid(a, t, json_object_get(c, "long"), &n, &k);
	if (x == NULL)
		return NULL;
	icc_family(x, n, k, icc);
	for (size_t i = 0; i < ICC_KINDS; i++)
		json_array_append_new(list, json_pack("{s:s, s:o, s:o, s:o, s:o, s:o, s:o, s:o}", "type", name[i], "icc", number(icc[i].estimate.value),
			"F", number(icc[i].f), "df1", number(icc[i].df1), "df2", number(icc[i].df2), "p", number(icc[i].p),
			"lower95", number(icc[i].estimate.low), "upper95", number(icc[i].estimate.high)));
	return list;
}

CASE("krippendorff")
{
	const struct table *t = case_table(a, dir, c);
	size_t k;
	double *x = t != NULL ? grid(a, t, json_object_get(c, "items"), &k) : NULL;

	if (x == NULL)
		return NULL;
	return json_pack("{s:o, s:o, s:o, s:o}", "nominal", number(krippendorff(a, x, t->rows, k, ALPHA_NOMINAL)),
		"ordinal", number(krippendorff(a, x, t->rows, k, ALPHA_ORDINAL)), "interval", number(krippendorff(a, x, t->rows, k, ALPHA_INTERVAL)),
		"ratio", number(krippendorff(a, x, t->rows, k, ALPHA_RATIO)));
}

CASE("alpha")
{
	const struct table *t = case_table(a, dir, c);
	const json_t *items = json_object_get(c, "items"), *reverse = json_object_get(c, "reverse");
	size_t k;
	double *x = t != NULL ? grid(a, t, items, &k) : NULL;
	json_t *dropped = json_object();
	struct cronbach r;

	if (x == NULL)
		return NULL;
	for (size_t j = 0; j < k; j++) {
		const json_t *from = json_object_get(reverse, json_string_value(json_array_get(items, j)));

		for (size_t i = 0; from != NULL && i < t->rows; i++)
			x[i * k + j] = json_number_value(from) - x[i * k + j];
	}
	r = cronbach(a, x, t->rows, k);
	for (size_t j = 0; j < k; j++)
		json_object_set_new(dropped, json_string_value(json_array_get(items, j)), number(r.dropped[j]));
	return json_pack("{s:o, s:o, s:o, s:o, s:o}", "n", whole(r.n), "raw_alpha", number(r.raw), "average_r", number(r.average_r),
		"std_alpha", number(r.standardised), "item_drop_raw_alpha", dropped);
}

static uint32_t *
codes(struct arena *a, const struct levels *l, size_t rows)
{
	uint32_t *of = NEW_MANY(a, uint32_t, rows);

	for (size_t i = 0; i < rows; i++)
		of[i] = (uint32_t)l->of[i];
	return of;
}

/* Raters with four dyads and their spread within and between; the sums over all dyads of two marks. */
static json_t *
halo_answer(struct arena *a, const struct dyads *d, const struct levels *rater)
{
	double *within = NEW_MANY(a, double, d->n), *mean = NEW_MANY(a, double, d->n), pooled = 0, df = 0;
	json_t *first = json_array();
	size_t enough = 0;

	for (size_t i = 0; i < d->n; i++)
		if (d->count[i] > 1) {
			pooled += d->variance[i] * (d->count[i] - 1);
			df += d->count[i] - 1;
		}
	for (size_t j = 0; j < rater->n; j++) {
		size_t m = 0;

		for (size_t i = 0; i < d->n; i++)
			if (d->rater[i] == j && d->count[i] > 1) {
				within[m] = d->variance[i];
				mean[m++] = d->plain_mean[i];
			}
		if (m >= 4 && enough++ < 10)
			json_array_append_new(first, json_pack("{s:s, s:o, s:o, s:o}", "rater", rater->text[j], "dyads", whole(m),
				"within_var", number(sample_mean(within, m)), "between_sd", number(sample_deviation(mean, m))));
	}
	return json_pack("{s:o, s:o, s:o}", "pooled_within_dyad_var", number(pooled / df), "raters_with_4_dyads", whole(enough),
		"first10", first);
}

CASE("halo")
{
	const struct table *t = case_table(a, dir, c);
	const struct levels *ratee, *rater;
	struct marks m = { 0 };
	struct dyads d;
	double *y;

	if (t == NULL || (ratee = case_levels(a, t, argument_text(c, "ratee"))) == NULL ||
	    (rater = case_levels(a, t, argument_text(c, "rater"))) == NULL || (y = column_numbers(a, t, argument_text(c, "y"))) == NULL)
		return NULL;
	m = (struct marks){ t->rows, codes(a, ratee, t->rows), codes(a, rater, t->rows), NULL, y, ratee->n, rater->n, 0 };
	if (!dyads(a, &m, &d))
		return case_failed("a ratee or rater is missing");
	return halo_answer(a, &d, rater);
}

/* Mean of self and of the rest for each ratee that has both and enough other raters; how many. */
static size_t
self_and_others(struct arena *a, const struct table *t, size_t least, double *self, double *other)
{
	const struct levels *ratee = case_levels(a, t, "ratee"), *rater = case_levels(a, t, "rater");
	const double *y = column_numbers(a, t, "score");
	size_t relation = column_of(t, "relation"), n = 0;
	bool *met;

	if (ratee == NULL || rater == NULL || y == NULL || relation == SIZE_MAX)
		return SIZE_MAX;
	met = NEW_MANY(a, bool, rater->n);
	for (size_t k = 0; k < ratee->n; k++) {
		double mine = 0, theirs = 0, of_mine = 0, of_theirs = 0;
		size_t others = 0;

		memset(met, 0, rater->n * sizeof *met);
		for (size_t i = 0; i < t->rows; i++) {
			const char *word = t->cell[i][relation];
			bool own = word != NULL && strcmp(word, "self") == 0;

			if (ratee->of[i] != k || isnan(y[i]) || word == NULL)
				continue;
			*(own ? &mine : &theirs) += y[i];
			*(own ? &of_mine : &of_theirs) += 1;
			if (!own && rater->of[i] != SIZE_MAX && !met[rater->of[i]]) {
				met[rater->of[i]] = true;
				others++;
			}
		}
		if (of_mine == 0 || others < least || of_theirs == 0)
			continue;
		self[n] = mine / of_mine;
		other[n++] = theirs / of_theirs;
	}
	return n;
}

CASE("self_other")
{
	const struct table *t = case_table(a, dir, c);
	double *self, *other, limits[2];
	struct paired_gap g;
	size_t n;

	if (t == NULL)
		return NULL;
	self = NEW_MANY(a, double, t->rows);
	other = NEW_MANY(a, double, t->rows);
	n = self_and_others(a, t, argument_count(c, "min_other", 3), self, other);
	if (n == SIZE_MAX)
		return NULL;
	g = paired_gap(a, self, other, n);
	limits[0] = g.mean.low;
	limits[1] = g.mean.high;
	return json_pack("{s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o}", "n", whole(n), "mean_gap", number(g.mean.value), "sd_gap",
		number(g.sd), "ci95", numbers(limits, 2), "t", number(g.t), "cohen_dz", number(g.effect), "pearson", number(g.pearson),
		"spearman", number(g.spearman), "ccc_lin", number(g.concordance));
}

/* Evidence by employee and month, one row for each row of the overall file. */
static double *
evidence(struct arena *a, const struct table *e, const struct table *o, size_t months)
{
	size_t person = column_of(e, "employee"), who = column_of(o, "employee"), *at;
	const double *month = column_numbers(a, e, "month"), *score = column_numbers(a, e, "score");
	double *x = NEW_MANY(a, double, o->rows * months);
	const struct levels *l = case_levels(a, e, "employee");

	if (person == SIZE_MAX || who == SIZE_MAX || month == NULL || score == NULL || l == NULL)
		return NULL;
	at = NEW_MANY(a, size_t, l->n * months);
	for (size_t i = 0; i < e->rows; i++)
		if (l->of[i] != SIZE_MAX && month[i] >= 1 && month[i] <= (double)months)
			at[l->of[i] * months + (size_t)month[i] - 1] = i + 1;
	for (size_t i = 0; i < o->rows; i++) {
		size_t k = 0;

		while (k < l->n && (o->cell[i][who] == NULL || strcmp(l->text[k], o->cell[i][who]) != 0))
			k++;
		for (size_t m = 0; m < months; m++)
			x[i * months + m] = k < l->n && at[k * months + m] > 0 ? score[at[k * months + m] - 1] : NAN;
	}
	return x;
}

CASE("recency")
{
	const struct table *e = case_table_of(a, dir, argument_text(c, "evidence_file"), NULL);
	const struct table *o = case_table_of(a, dir, argument_text(c, "overall_file"), json_object_get(c, "where"));
	size_t months = argument_count(c, "months", 12);
	double *x, *y;
	struct recency r;

	if (e == NULL || o == NULL || (x = evidence(a, e, o, months)) == NULL || (y = column_numbers(a, o, "overall")) == NULL)
		return NULL;
	r = recency(a, x, y, o->rows, months, argument_count(c, "min_months", 6));
	if (r.lambda.refusal != STATS_GIVEN)
		return case_failed("refused (%d)", (int)r.lambda.refusal);
	return json_pack("{s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o}", "n", whole(r.lambda.n), "lambda", number(r.lambda.value),
		"ci95_profile", numbers((double[]){ r.lambda.low, r.lambda.high }, 2), "half_life_months", number(r.half_life),
		"weight_last_quarter", number(r.last_quarter.value), "slope", number(r.slope), "sse", number(r.sse), "sse_flat",
		number(r.sse_flat), "lr_vs_flat", number(r.lr), "p_vs_flat", number(r.p));
}

CASE("drift")
{
	size_t n, m, levels;
	const double *before = argument_numbers(a, json_object_get(c, "before"), &n), *after = argument_numbers(a, json_object_get(c, "after"), &m);
	const double *level = argument_numbers(a, json_object_get(c, "levels"), &levels);
	struct drift d = drift(a, before, after, n < m ? n : m, level, levels);

	(void)dir;
	if (d.refusal != STATS_GIVEN)
		return case_failed("refused (%d)", (int)d.refusal);
	return json_pack("{s:o, s:o, s:o, s:o, s:o, s:o}", "moved_share", number(d.moved_share), "mean_shift", number(d.mean_shift.value),
		"kappa", number(d.kappa.value), "weighted_kappa_quadratic", number(d.weighted_kappa.value), "mcnemar_bowker_chisq",
		number(d.bowker), "psi_half_count_smoothed", number(d.psi));
}
