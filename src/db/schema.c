/* schema.c: what migrating and dumping ask, sent to the engine's own file. Knows no steps. */
#include "db/schema.h"

#include <stdio.h>
#include <stdlib.h>

static const struct schema_face *
face(const struct conn *c)
{
	return c->engine == POSTGRES ? &pg_schema : &lite_schema;
}

bool
schema_do(struct conn *c, const char *sql, const char **why)
{
	return face(c)->run(c, sql, why);
}

bool
schema_begin(struct conn *c, const char **why)
{
	return face(c)->begin(c, why);
}

bool
schema_sound(struct conn *c, const char **why)
{
	return face(c)->sound(c, why);
}

bool
schema_end(struct conn *c, bool keep, const char **why)
{
	return face(c)->end(c, keep, why);
}

bool
schema_copy(struct conn *c, int number, const char **why)
{
	return face(c)->copy(c, number, why);
}

bool
schema_rows(struct conn *c, const char *sql, schema_row *row, void *arg)
{
	return face(c)->rows(c, sql, row, arg);
}

static void
first_number(void *arg, const struct cell *cells, size_t n)
{
	if (n > 0 && cells[0].at)
		*(int64_t *)arg = strtoll(cells[0].at, NULL, 10);
}

static int64_t
number(struct conn *c, const char *sql)
{
	int64_t n = 0;

	schema_rows(c, sql, first_number, &n);
	return n;
}

bool
schema_has(struct conn *c, const char *table)
{
	char sql[256];

	snprintf(sql, sizeof sql, face(c)->has, table);
	return number(c, sql) > 0;
}

int64_t
schema_count(struct conn *c, int low, int high)
{
	char sql[128];

	snprintf(sql, sizeof sql,
	    "select count(*) from schema_step where number between %d and %d", low, high);
	return number(c, sql);
}

const char *
schema_tables(const struct conn *c)
{
	return face(c)->tables;
}

char *
schema_columns(const struct conn *c, struct arena *a, const char *table)
{
	return arena_print(a, face(c)->columns, table);
}
