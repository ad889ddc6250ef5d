/* dump.c: every row as a line of text, the same on both engines. Knows no table by what it means. */
#include "db/schema.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct dump {
	struct conn *conn;
	struct arena *names, *lines;
	const char *table;
	char **list;                    /* names found by the query under way */
	size_t n, room;
	void (*line)(void *, const char *);
	void *arg;
	bool well;
};

static void
name_found(void *arg, const struct cell *cells, size_t n)
{
	struct dump *d = arg;

	if (d->n == d->room) {
		char **more = NEW_MANY(d->names, char *, d->room * 2 + 16);

		if (d->n > 0)
			memcpy(more, d->list, d->n * sizeof *more);
		d->list = more;
		d->room = d->room * 2 + 16;
	}
	if (n > 0)
		d->list[d->n++] = arena_copy_n(d->names, cells[0].at, cells[0].n);
}

static bool
names(struct dump *d, const char *sql)
{
	d->list = NULL;
	d->n = d->room = 0;
	return schema_rows(d->conn, sql, name_found, d);
}

static void
put_text(struct out *o, const struct cell *cell)
{
	for (size_t i = 0; i < cell->n; i++)
		switch (cell->at[i]) {
		case '\\':
			put(o, "\\\\");
			break;
		case '\n':
			put(o, "\\n");
			break;
		case '|':
			put(o, "\\p");
			break;
		default:
			put_char(o, cell->at[i]);
		}
}

static void
put_cell(struct out *o, const struct cell *cell)
{
	put_char(o, '|');
	if (!cell->at)
		put(o, "\\N");
	else if (cell->kind == KIND_BLOB)
		put_hex(o, (struct blob){ cell->at, cell->n });
	else if (cell->kind == KIND_REAL)
		put_format(o, "%.15g", strtod(cell->at, NULL));
	else
		put_text(o, cell);
}

static void
row_found(void *arg, const struct cell *cells, size_t n)
{
	struct dump *d = arg;
	struct out o;

	arena_reset(d->lines);
	out_init(&o, d->lines);
	put(&o, d->table);
	for (size_t i = 0; i < n; i++)
		put_cell(&o, &cells[i]);
	d->line(d->arg, o.at);
}

/* select a, b from t order by a nulls first, b nulls first */
static char *
all_of(struct dump *d)
{
	struct out o;

	out_init(&o, d->names);
	put(&o, "select ");
	for (size_t i = 0; i < d->n; i++)
		put_format(&o, "%s\"%s\"", i ? ", " : "", d->list[i]);
	put_format(&o, " from \"%s\" order by ", d->table);
	for (size_t i = 0; i < d->n; i++)
		put_format(&o, "%s\"%s\" nulls first", i ? ", " : "", d->list[i]);
	return o.at;
}

static bool
told(const char *table)
{
	return strcmp(table, "schema_step") != 0 && strcmp(table, "id_lease") != 0;
}

static void
dump(struct conn *c, void *arg)
{
	struct dump *d = arg;
	char **tables;
	size_t n;

	d->conn = c;
	d->well = names(d, schema_tables(c));
	tables = d->list;
	n = d->n;
	for (size_t i = 0; i < n && d->well; i++) {
		if (!told(tables[i]))
			continue;
		d->table = tables[i];
		d->well = names(d, schema_columns(c, d->names, tables[i])) &&
		    schema_rows(c, all_of(d), row_found, d);
	}
}

bool
store_dump(struct store *s, void (*line)(void *, const char *), void *arg)
{
	struct dump d = {
		.names = arena_new(), .lines = arena_new(), .line = line, .arg = arg,
	};
	bool well = store_read(s, dump, &d, 0) == FAULT_NONE && d.well;

	arena_free(d.names);
	arena_free(d.lines);
	return well;
}
