/* schema.h: what migrating and dumping ask of an engine beside rows. Platform transactions only. */
#ifndef DB_SCHEMA_H
#define DB_SCHEMA_H

#include "db/conn.h"

/* A value as text; of a blob the bytes; at NULL is null. */
struct cell {
	const char *at;
	size_t n;
	enum kind kind;
};

/* One row, while it passes. */
typedef void schema_row(void *arg, const struct cell *cells, size_t n);

/* The same questions to each engine; words with %s take a table's name. */
struct schema_face {
	bool (*run)(struct conn *, const char *sql, const char **why);
	bool (*begin)(struct conn *, const char **why);
	bool (*sound)(struct conn *, const char **why);
	bool (*end)(struct conn *, bool keep, const char **why);
	bool (*copy)(struct conn *, int number, const char **why);
	bool (*rows)(struct conn *, const char *sql, schema_row *row, void *arg);
	const char *has, *tables, *columns;
};
extern const struct schema_face lite_schema, pg_schema;

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

/* Every row of a query, streamed, in the read's snapshot; false when it failed. */
bool schema_rows(struct conn *c, const char *sql, schema_row *row, void *arg);
/* The query that names all tables by name; that which names a table's columns in order. */
const char *schema_tables(const struct conn *c);
char *schema_columns(const struct conn *c, struct arena *a, const char *table);

#endif
