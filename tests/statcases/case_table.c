/* case_table.c: files of the cases, their conditions, levels and terms. Knows no method. */
#include "statcases.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#define WHOLE 9007199254740992.0

/* The whole file, unpacked when packed; NULL when it cannot be read. */
static char *
file_text(struct arena *a, const char *dir, const char *file)
{
	gzFile f = gzopen(arena_print(a, "%s/%s", dir, file), "rb");
	size_t room = 1 << 16, used = 0;
	char *text = malloc(room), *kept;
	int got;

	while (f != NULL && (got = gzread(f, text + used, (unsigned)(room - used - 1))) > 0) {
		used += (size_t)got;
		if (room - used < 2)
			text = realloc(text, room *= 2);
	}
	kept = f != NULL ? arena_copy_n(a, text, used) : NULL;
	free(text);
	if (f != NULL)
		gzclose(f);
	return kept;
}

static size_t
count_of(const char *text, char c)
{
	size_t n = 0;

	for (; *text; text++)
		n += *text == c;
	return n;
}

/* Cells of one line into cell[0..n); the line is cut up. */
static void
cut(char *line, char **cell, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		char *text = line != NULL ? strsep(&line, ",") : NULL;

		cell[i] = text != NULL && strcmp(text, "NA") != 0 ? text : NULL;
	}
}

static char *
line_of(char **rest)
{
	char *line = strsep(rest, "\n");

	if (line != NULL && *line != '\0' && line[strlen(line) - 1] == '\r')
		line[strlen(line) - 1] = '\0';
#ifdef PLANT
	char small[32] = "";

	if (line != NULL && *line != '\0') {
		memcpy(small, line, strlen(line) + 1);
		line[0] = small[0];
	}
#endif
	return line;
}

size_t
column_of(const struct table *t, const char *name)
{
	for (size_t i = 0; name != NULL && i < t->columns; i++)
		if (t->name[i] != NULL && strcmp(t->name[i], name) == 0)
			return i;
	return SIZE_MAX;
}

static bool
number_holds(const char *cell, const char *how, const json_t *condition)
{
	double x = strtod(cell, NULL), y = json_number_value(json_array_get(condition, 2));
	double r = json_number_value(json_array_get(condition, 3));

	if (strcmp(how, "mod") == 0)             /* whole numbers that a double holds exactly; else it does not hold */
		return y >= 1 && y < WHOLE && fabs(x) < WHOLE && fmod(fmod(trunc(x), trunc(y)) + trunc(y), trunc(y)) == r;
	if (how[0] == '>')
		return how[1] == '=' ? x >= y : x > y;
	return how[1] == '=' ? x <= y : x < y;
}

bool
condition_holds(const struct table *t, size_t row, const json_t *condition)
{
	size_t at = column_of(t, json_string_value(json_array_get(condition, 0)));
	const char *how = json_string_value(json_array_get(condition, 1)), *cell = at < t->columns ? t->cell[row][at] : NULL;
	const char *text = json_string_value(json_array_get(condition, 2));

	if (cell == NULL || how == NULL)
		return false;
	if (strcmp(how, "==") == 0 || strcmp(how, "!=") == 0)
		return text != NULL && (strcmp(cell, text) == 0) == (how[0] == '=');
	return number_holds(cell, how, condition);
}

static bool
row_holds(const struct table *t, size_t row, const json_t *where)
{
	for (size_t i = 0; i < json_array_size(where); i++)
		if (!condition_holds(t, row, json_array_get(where, i)))
			return false;
	return true;
}

struct table *
case_table_of(struct arena *a, const char *dir, const char *file, const json_t *where)
{
	struct table *t = NEW(a, struct table);
	char *rest = file != NULL ? file_text(a, dir, file) : NULL, *line;

	if (rest == NULL)
		return case_failed("cannot read %s/%s", dir, file != NULL ? file : "(no file)"), NULL;
	t->cell = NEW_MANY(a, char **, count_of(rest, '\n') + 1);
	line = line_of(&rest);
	t->columns = count_of(line, ',') + 1;
	t->name = NEW_MANY(a, char *, t->columns);
	cut(line, t->name, t->columns);
	while ((line = line_of(&rest)) != NULL) {
		if (*line == '\0')
			continue;
		t->cell[t->rows] = NEW_MANY(a, char *, t->columns);
		cut(line, t->cell[t->rows], t->columns);
		t->rows += row_holds(t, t->rows, where);
	}
	return t;
}

struct table *
case_table(struct arena *a, const char *dir, const json_t *c)
{
	return case_table_of(a, dir, argument_text(c, "file"), json_object_get(c, "where"));
}

double *
column_numbers(struct arena *a, const struct table *t, const char *name)
{
	size_t at = column_of(t, name);
	double *x = NEW_MANY(a, double, t->rows);

	if (at == SIZE_MAX)
		return case_failed("no column %s", name != NULL ? name : "(none)"), NULL;
	for (size_t i = 0; i < t->rows; i++) {
		char *end = t->cell[i][at];

		x[i] = end != NULL ? strtod(t->cell[i][at], &end) : NAN;
		if (end == t->cell[i][at])
			x[i] = NAN;
	}
	return x;
}

double *
case_matrix(struct arena *a, const char *dir, const char *file, size_t *rows, size_t *columns)
{
	char *rest = file != NULL ? file_text(a, dir, file) : NULL, *line;
	double *x;

	*rows = *columns = 0;
	if (rest == NULL)
		return case_failed("cannot read %s/%s", dir, file != NULL ? file : "(no file)"), NULL;
	x = NEW_MANY(a, double, count_of(rest, ',') + count_of(rest, '\n') + 1);
	while ((line = line_of(&rest)) != NULL) {
		if (*line == '\0')
			continue;
		if (*rows > 0 && count_of(line, ',') + 1 != *columns)
			return case_failed("%s: a row of another length", file), NULL;
		*columns = count_of(line, ',') + 1;
		for (size_t j = 0; j < *columns; j++)
			x[*rows * *columns + j] = strtod(strsep(&line, ","), NULL);
		++*rows;
	}
	return x;
}
