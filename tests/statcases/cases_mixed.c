/* cases_mixed.c: mixed models. Knows no arithmetic. */
#include "statcases.h"

#include "stats/stats_graph.h"
#include "stats/stats_mixed.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Rows replaced by one for each combination of the columns; y is its mean. */
static struct table *
means(struct arena *a, struct table *t, const json_t *columns, const char *y)
{
	char *names = arena_copy(a, json_string_value(json_array_get(columns, 0)));
	size_t at = column_of(t, y), *count;
	struct table *m = NEW(a, struct table);
	const double *value = column_numbers(a, t, y);
	const struct levels *l;
	double *sum;

	for (size_t i = 1; i < json_array_size(columns); i++)
		names = arena_print(a, "%s:%s", names, json_string_value(json_array_get(columns, i)));
	l = case_levels(a, t, names);
	if (l == NULL || value == NULL)
		return NULL;
	*m = (struct table){ l->n, t->columns, t->name, NEW_MANY(a, char **, l->n) };
	sum = NEW_MANY(a, double, l->n);
	count = NEW_MANY(a, size_t, l->n);
	for (size_t i = 0; i < t->rows; i++)
		if (l->of[i] != SIZE_MAX) {
			sum[l->of[i]] += value[i];
			count[l->of[i]]++;
			m->cell[l->of[i]] = t->cell[i];
		}
	for (size_t i = 0; i < l->n; i++)
		m->cell[i][at] = arena_print(a, "%.17g", sum[i] / (double)count[i]);
	return m;
}

/* Rows without a missing number or level, closed up. How many. */
static size_t
complete(struct arena *a, struct design *d, double *y, struct levels **l, size_t factors)
{
	size_t n = 0, rows = d->n;
	bool *keep = NEW_MANY(a, bool, rows);

	for (size_t i = 0; i < rows; i++) {
		keep[i] = isfinite(y[i]);
		for (size_t k = 0; k < factors; k++)
			keep[i] &= l[k]->of[i] != SIZE_MAX;
		for (size_t j = 0; j < d->p; j++)
			keep[i] &= isfinite(d->x[j * rows + i]);
	}
	for (size_t i = 0; i < rows; i++)
		n += keep[i];
	for (size_t j = 0; j < d->p; j++)
		for (size_t i = 0, at = 0; i < rows; i++)
			if (keep[i])
				d->x[j * n + at++] = d->x[j * rows + i];
	for (size_t i = 0, at = 0; i < rows; i++)
		if (keep[i]) {
			y[at] = y[i];
			for (size_t k = 0; k < factors; k++)
				l[k]->of[at] = l[k]->of[i];
			at++;
		}
	d->n = n;
	return n;
}

static uint32_t *
codes(struct arena *a, const struct levels *l, size_t n)
{
	uint32_t *of = NEW_MANY(a, uint32_t, n);

	for (size_t i = 0; i < n; i++)
		of[i] = (uint32_t)l->of[i];
	return of;
}

static json_t *
firsts(const json_t *wanted, const struct levels *l, const double *effect, const double *sd)
{
	json_t *list = json_array();

	for (size_t i = 0; i < json_array_size(wanted); i++) {
		const char *level = json_string_value(json_array_get(wanted, i));

		for (size_t k = 0; level != NULL && k < l->n; k++)
			if (strcmp(l->text[k], level) == 0)
				json_array_append_new(list, json_pack("{s:s, s:o, s:o}", "level", level, "blup", number(effect[k]),
					"cond_sd", number(sd[k])));
	}
	return list;
}

static json_t *
answer(const json_t *c, const struct mixed_fit *f, const struct design *d, struct levels **l, const char **name)
{
	json_t *levels = json_object(), *beta = json_object(), *se = json_object(), *var = json_object(), *sd = json_object();
	json_t *blups = json_object();

	for (size_t k = 0; k < f->factors; k++) {
		const json_t *wanted = json_object_get(json_object_get(c, "blups"), name[k]);

		json_object_set_new(levels, name[k], whole(l[k]->n));
		json_object_set_new(var, name[k], number(f->variance[k]));
		json_object_set_new(sd, name[k], number(sqrt(f->variance[k])));
		if (wanted != NULL)
			json_object_set_new(blups, name[k], firsts(wanted, l[k], f->effect[k], f->conditional_sd[k]));
	}
	json_object_set_new(var, "Residual", number(f->residual));
	json_object_set_new(sd, "Residual", number(sqrt(f->residual)));
	for (size_t j = 0; j < d->p; j++) {
		json_object_set_new(beta, d->name[j], number(f->beta[j]));
		json_object_set_new(se, d->name[j], number(f->beta_se[j]));
	}
	return json_pack("{s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:i, s:s}", "n_obs", whole(f->n), "n_levels", levels, "criterion",
		number(f->criterion), "logLik", number(-f->criterion / 2), "fixef", beta, "fixef_se", se, "var", var, "sd", sd,
		"blups_first", blups, "rounds", (int)f->rounds, "path", f->path == MIXED_EXACT ? "exact" : "large");
}

/* How many components the two factors' graph has. */
static json_t *
components(struct arena *a, const struct table *t, const json_t *pair)
{
	const struct levels *l = case_levels(a, t, json_string_value(json_array_get(pair, 0)));
	const struct levels *r = case_levels(a, t, json_string_value(json_array_get(pair, 1)));
	uint32_t *left = NEW_MANY(a, uint32_t, t->rows), *right = NEW_MANY(a, uint32_t, t->rows);
	size_t n = 0;

	if (l == NULL || r == NULL)
		return json_null();
	for (size_t i = 0; i < t->rows; i++)
		if (l->of[i] != SIZE_MAX && r->of[i] != SIZE_MAX) {
			left[n] = (uint32_t)l->of[i];
			right[n++] = (uint32_t)r->of[i];
		}
	return whole(graph_parts(a, left, right, n, l->n, r->n).count);
}

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

/* Factors and their codes into `in`; false when a column is not there. */
static bool
factors(struct arena *a, const struct table *t, const json_t *random, struct levels **l, const char **name)
{
	for (size_t k = 0; k < json_array_size(random) && k < MIXED_FACTORS; k++) {
		name[k] = json_string_value(json_array_get(random, k));
		l[k] = case_levels(a, t, name[k]);
		if (l[k] == NULL)
			return false;
	}
	return json_array_size(random) <= MIXED_FACTORS;
}

CASE("lmm")
{
	struct table *t = case_table(a, dir, c);
	const char *column = argument_text(c, "y"), *name[MIXED_FACTORS], *path = getenv("STATCASES_PATH");
	struct levels *l[MIXED_FACTORS];
	struct mixed_input in = { .factors = json_array_size(json_object_get(c, "random")), .ml = json_is_false(json_object_get(c, "reml")) };
	const json_t *by = json_object_get(c, "mean_by"), *pair = json_object_get(c, "components");
	struct design *d;
	struct mixed_fit *f;
	json_t *result;
	double *y, start;

	if (t != NULL && by != NULL)
		t = means(a, t, by, column);
	if (t == NULL || (d = case_design(a, t, json_object_get(c, "fixed"), true)) == NULL ||
	    !factors(a, t, json_object_get(c, "random"), l, name) || (y = column_numbers(a, t, column)) == NULL)
		return NULL;
	in.n = complete(a, d, y, l, in.factors);
	in.y = y;
	in.x = d->x;
	in.p = d->p;
	in.path = path == NULL ? MIXED_FITTING : *path == 'l' ? MIXED_LARGE : MIXED_EXACT;
	for (size_t k = 0; k < in.factors; k++)
		in.factor[k] = (struct mixed_factor){ codes(a, l[k], in.n), l[k]->n };
	start = now();
	f = mixed_fit(a, &in);
	if (getenv("STATCASES_TIME"))
		fprintf(stderr, "%8.3f s the fit alone, %zu rounds\n", now() - start, f->rounds);
	if (f->refusal != STATS_GIVEN)
		return case_failed("the model is refused (%d)", (int)f->refusal);
	result = answer(c, f, d, l, name);
	if (pair != NULL)
		json_object_set_new(result, "connected_components", components(a, t, pair));
	return result;
}
