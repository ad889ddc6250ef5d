/* case_design.c: levels of factors and columns of terms. Knows no method. */
#include "statcases.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The text of "a:b" in one row; NULL where a part is missing. */
static char *
level_text(struct arena *a, const struct table *t, size_t row, const size_t *part, size_t parts)
{
	char *text = t->cell[row][part[0]];

	for (size_t k = 1; k < parts && text != NULL; k++)
		text = t->cell[row][part[k]] != NULL ? arena_print(a, "%s:%s", text, t->cell[row][part[k]]) : NULL;
	return text;
}

static bool
is_number(const char *text)
{
	char *end;

	return isfinite(strtod(text, &end)) && end != text && *end == '\0';
}

static int
by_number(const void *i, const void *j)
{
	double x = strtod(*(char *const *)i, NULL), y = strtod(*(char *const *)j, NULL);

	return x < y ? -1 : x > y ? 1 : strcmp(*(char *const *)i, *(char *const *)j);
}

static int
by_bytes(const void *i, const void *j)
{
	return strcmp(*(char *const *)i, *(char *const *)j);
}

/* Distinct texts, byte order first, then by number when all are numbers: true then. */
static bool
distinct(struct levels *l, char **text, size_t rows)
{
	bool all_numbers = true;
	size_t n = 0;

	for (size_t i = 0; i < rows; i++)
		if (text[i] != NULL)
			l->text[n++] = text[i];
	qsort(l->text, n, sizeof *l->text, by_bytes);
	for (size_t i = 0; i < n; i++)
		if (l->n == 0 || strcmp(l->text[l->n - 1], l->text[i]) != 0)
			l->text[l->n++] = l->text[i];
	for (size_t i = 0; i < l->n; i++)
		all_numbers &= is_number(l->text[i]);
	if (all_numbers)
		qsort(l->text, l->n, sizeof *l->text, by_number);
	return all_numbers;
}

struct levels *
case_levels(struct arena *a, const struct table *t, const char *factor)
{
	struct levels *l = NEW(a, struct levels);
	char **text = NEW_MANY(a, char *, t->rows), *names = arena_copy(a, factor), *name;
	size_t part[16], parts = 0;
	bool numeric;

	while (names != NULL && parts < 16 && (name = strsep(&names, ":")) != NULL)
		if ((part[parts++] = column_of(t, name)) == SIZE_MAX)
			return case_failed("no column %s", name), NULL;
	if (parts == 0)
		return case_failed("no factor"), NULL;
	l->text = NEW_MANY(a, char *, t->rows);
	l->of = NEW_MANY(a, size_t, t->rows);
	for (size_t i = 0; i < t->rows; i++)
		text[i] = level_text(a, t, i, part, parts);
	numeric = distinct(l, text, t->rows);
	for (size_t i = 0; i < t->rows; i++) {
		char **at = text[i] == NULL ? NULL : bsearch(&text[i], l->text, l->n, sizeof *l->text, numeric ? by_number : by_bytes);

		l->of[i] = at != NULL ? (size_t)(at - l->text) : SIZE_MAX;
	}
	return l;
}

/* 0/1 columns of one categorical term, all but the reference. */
static bool
add_levels(struct arena *a, struct design *d, const struct table *t, const char *factor, const char *ref)
{
	const struct levels *l = case_levels(a, t, factor);
	size_t left_out = 0;

	if (l == NULL)
		return false;
	for (size_t k = 0; ref != NULL && k < l->n; k++)
		if (strcmp(l->text[k], ref) == 0)
			left_out = k;
	for (size_t k = 0; k < l->n; k++) {
		if (k == left_out)
			continue;
		d->name[d->p] = arena_print(a, "%s%s", factor, l->text[k]);
		for (size_t i = 0; i < d->n; i++)
			d->x[d->p * d->n + i] = l->of[i] == SIZE_MAX ? NAN : l->of[i] == k;
		d->p++;
	}
	return true;
}

static size_t
columns_of(struct arena *a, const struct table *t, const json_t *terms)
{
	size_t p = 1;

	for (size_t i = 0; i < json_array_size(terms); i++) {
		const char *factor = argument_text(json_array_get(terms, i), "cat");
		const struct levels *l = factor != NULL ? case_levels(a, t, factor) : NULL;

		p += l != NULL ? l->n : 1;
	}
	return p;
}

struct design *
case_design(struct arena *a, const struct table *t, const json_t *terms, bool intercept)
{
	struct design *d = NEW(a, struct design);
	size_t most = columns_of(a, t, terms);

	d->n = t->rows;
	d->name = NEW_MANY(a, char *, most);
	d->x = NEW_MANY(a, double, most * d->n);
	if (intercept) {
		d->name[d->p++] = arena_copy(a, "(Intercept)");
		for (size_t i = 0; i < d->n; i++)
			d->x[i] = 1;
	}
	for (size_t k = 0; k < json_array_size(terms); k++) {
		const json_t *term = json_array_get(terms, k);
		const char *factor = argument_text(term, "cat"), *column = argument_text(term, "num");
		const double *x = column != NULL ? column_numbers(a, t, column) : NULL;

		if (factor != NULL ? !add_levels(a, d, t, factor, argument_text(term, "ref")) : x == NULL)
			return NULL;
		if (factor != NULL)
			continue;
		d->name[d->p] = arena_copy(a, column);
		memcpy(d->x + d->p++ * d->n, x, d->n * sizeof *x);
	}
	return d;
}
