/* plans.h: statements as a connection keeps them: text, prepared form, rows. Inside src/db only. */
#ifndef DB_PLANS_H
#define DB_PLANS_H

#include "db/db.h"

struct sqlite3_stmt;

/* ---- plans.c: prepared statements of one connection ------------------------------------- */

/* One statement in one of its forms, prepared. */
struct plan {
	const struct statement *st;     /* NULL: a free place */
	uint64_t given;
	int sort;
	bool wide, ready;
	struct sqlite3_stmt *lite;
	char name[16];                  /* PostgreSQL's */
};

enum { PLANS = 512 };                   /* more forms than that, and all are made anew */

struct plans {
	struct plan at[2 * PLANS];      /* open addressing */
	size_t n;
	unsigned named;
};

struct plan *plan_find(struct plans *p, const struct ask *q);   /* its place, made if new */
bool plans_full(const struct plans *p);
void plans_forget(struct plans *p);                             /* all of them; finalizes nothing */

/* ---- statement.c: text and rows ---------------------------------------------------------- */

char *statement_text(struct arena *a, const struct ask *q, enum engine engine);
/* The place for one more row of q; NULL (said in the log) where the shape allows no more. */
void *row_more(struct ask *q, struct arena *a);
/* Puts a null where the column may be none; false (said in the log) where it may not. */
bool cell_none(const struct statement *st, const struct column *col, void *row);
bool cell_day(const struct statement *st, const struct column *col, void *row, const char *text);
bool cell_bad(const struct statement *st, const char *column, const char *why);  /* false */

#endif
