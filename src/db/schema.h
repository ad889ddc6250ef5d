/* schema.h: what migrating and dumping ask of an engine beside rows. Platform transactions only. */
#ifndef DB_SCHEMA_H
#define DB_SCHEMA_H

#include "db/conn.h"

/* One statement without values; false with the cause in *why. */
bool schema_do(struct conn *c, const char *sql, const char **why);
bool schema_has(struct conn *c, const char *table);
/* How many steps numbered low..high are applied; the table must be there. */
int64_t schema_count(struct conn *c, int low, int high);

/* A step's transaction. SQLite sets foreign keys aside outside it; sound() looks at them inside. */
bool schema_begin(struct conn *c, const char **why);
bool schema_sound(struct conn *c, const char **why);
bool schema_end(struct conn *c, bool keep, const char **why);
/* SQLite: FILE to FILE.before-N. PostgreSQL: nothing. */
bool schema_copy(struct conn *c, int number, const char **why);

/* PostgreSQL: work alone on one of the pool, outside any transaction. */
void pg_alone(struct store *s, bool (*work)(struct conn *, void *), void *arg);

/* A value as text; `hex` says the bytes are a blob's; at NULL is null. */
struct cell {
	const char *at;
	size_t n;
	enum kind kind;
};

/* Every row of a query, streamed; false when it failed. */
typedef void schema_row(void *arg, const struct cell *cells, size_t n);
bool schema_rows(struct conn *c, const char *sql, schema_row *row, void *arg);
/* The query that names all tables, then one that names a table's columns in order. */
char *schema_tables(struct conn *c, struct arena *a);
char *schema_columns(struct conn *c, struct arena *a, const char *table);

#endif
