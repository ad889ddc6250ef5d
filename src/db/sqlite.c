/* sqlite.c: SQLite's connections: opening, binding, stepping, reading cells. Knows no threads. */
#include "db/conn.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

enum { STEPS_BETWEEN_LOOKS = 1000, PATIENCE_MS = 5000 };

/* Said in the log, and kept: one fault ends the piece of work. */
static enum fault
failed(struct conn *c, const char *what)
{
	int code = sqlite3_extended_errcode(c->lite);

	switch (code) {
	case SQLITE_CONSTRAINT_UNIQUE:
	case SQLITE_CONSTRAINT_PRIMARYKEY:
	case SQLITE_CONSTRAINT_ROWID:
		return FAULT_TAKEN;
	case SQLITE_INTERRUPT:
		return FAULT_SLOW;
	}
	if ((code & 0xff) == SQLITE_BUSY || (code & 0xff) == SQLITE_LOCKED)
		return FAULT_BUSY;
	if ((code & 0xff) == SQLITE_IOERR)
		c->io = true;
	log_fault("db.sqlite", "statement=%s code=%d why=\"%s\"", what, code,
	    sqlite3_errmsg(c->lite));
	return FAULT_BROKEN;
}

bool
lite_do(struct conn *c, const char *sql)
{
	if (sqlite3_exec(c->lite, sql, NULL, NULL, NULL) == SQLITE_OK)
		return true;
	if (c->fault == FAULT_NONE)
		c->fault = failed(c, sql);
	return false;
}

bool
lite_lost(const struct conn *c)
{
	return sqlite3_get_autocommit(c->lite) != 0;
}

void
lite_checkpoint(struct conn *c)
{
	sqlite3_wal_checkpoint_v2(c->lite, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
}

/* Called every so many steps: is the read's time up? */
static int
time_is_up(void *arg)
{
	const struct conn *c = arg;

	return c->until_us != 0 && clock_us() > c->until_us;
}

static bool
set_up(struct conn *c, bool writes)
{
	sqlite3_extended_result_codes(c->lite, 1);
	sqlite3_busy_timeout(c->lite, PATIENCE_MS);
	sqlite3_db_config(c->lite, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	sqlite3_db_config(c->lite, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
	if (!lite_do(c, "pragma foreign_keys=on") || !lite_do(c, "pragma mmap_size=0") ||
	    !lite_do(c, "pragma temp_store=memory"))
		return false;
	if (writes)
		return lite_do(c, "pragma secure_delete=on") &&
		    lite_do(c, "pragma journal_mode=wal") && lite_do(c, "pragma synchronous=full");
	sqlite3_progress_handler(c->lite, STEPS_BETWEEN_LOOKS, time_is_up, c);
	return lite_do(c, "pragma query_only=on");
}

struct conn *
lite_open(struct store *s, bool writes, const char **why)
{
	int flags = writes ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;
	struct conn *c = conn_new(s);

	if (sqlite3_open_v2(s->path, &c->lite, flags | SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK &&
	    set_up(c, writes))
		return c;
	why_say(why, "%s cannot be opened: %s.", s->path,
	    c->lite ? sqlite3_errmsg(c->lite) : "no memory");
	lite_close(c);
	return NULL;
}

void
lite_close(struct conn *c)
{
	for (size_t i = 0; i < COUNT(c->plans.at); i++)
		sqlite3_finalize(c->plans.at[i].lite);
	sqlite3_close(c->lite);
	free(c);
}

static struct sqlite3_stmt *
prepared(struct conn *c, const struct ask *q, struct arena *a)
{
	struct plan *p;

	if (plans_full(&c->plans)) {
		for (size_t i = 0; i < COUNT(c->plans.at); i++)
			sqlite3_finalize(c->plans.at[i].lite);
		plans_forget(&c->plans);
	}
	p = plan_find(&c->plans, q);
	if (!p->lite)
		sqlite3_prepare_v3(c->lite, statement_text(a, q, SQLITE), -1,
		    SQLITE_PREPARE_PERSISTENT, &p->lite, NULL);
	return p->lite;
}

/* Text and blobs are not copied: they live in the asker's arena until the step is over. */
static int
bind(struct sqlite3_stmt *st, int i, const struct value *v)
{
	if (v->none)
		return sqlite3_bind_null(st, i);
	switch (v->kind) {
	case KIND_INT:
	case KIND_ID:
		return sqlite3_bind_int64(st, i, v->n);
	case KIND_TEXT:
	case KIND_DAY:
		return sqlite3_bind_text(st, i, v->text, -1, SQLITE_STATIC);
	case KIND_BLOB:
		if (v->blob.n == 0)
			return sqlite3_bind_zeroblob(st, i, 0);
		return sqlite3_bind_blob64(st, i, v->blob.at, v->blob.n, SQLITE_STATIC);
	case KIND_REAL:
		return sqlite3_bind_double(st, i, v->real);
	}
	return SQLITE_MISUSE;
}

/* A form of the statement may leave its last parameters out. */
static bool
bound(struct sqlite3_stmt *st, const struct ask *q)
{
	int n = sqlite3_bind_parameter_count(st);

	for (int i = 0; i < n && (size_t)i < q->st->n_kinds; i++)
		if (bind(st, i + 1, &q->values[i]) != SQLITE_OK)
			return false;
	return (size_t)n <= q->st->n_kinds;
}

/* SQLite would turn one kind into another in silence; PostgreSQL would not. */
static bool
kind_is(struct sqlite3_stmt *st, int i, enum kind kind)
{
	int is = sqlite3_column_type(st, i);

	switch (kind) {
	case KIND_INT:
	case KIND_ID:
		return is == SQLITE_INTEGER;
	case KIND_TEXT:
	case KIND_DAY:
		return is == SQLITE_TEXT;
	case KIND_BLOB:
		return is == SQLITE_BLOB;
	case KIND_REAL:
		return is == SQLITE_FLOAT || is == SQLITE_INTEGER;
	}
	return false;
}

static bool
cell(struct sqlite3_stmt *st, int i, const struct ask *q, void *row, struct arena *a)
{
	const struct column *col = &q->st->columns[i];
	void *at = (char *)row + col->offset;
	size_t n;

	if (sqlite3_column_type(st, i) == SQLITE_NULL)
		return cell_none(q->st, col, row);
	if (!kind_is(st, i, col->kind))
		return cell_bad(q->st, col->name, "another_kind");
	switch (col->kind) {
	case KIND_INT:
	case KIND_ID:
		*(int64_t *)at = sqlite3_column_int64(st, i);
		return true;
	case KIND_TEXT:
		n = (size_t)sqlite3_column_bytes(st, i);
		*(const char **)at = arena_copy_n(a, sqlite3_column_text(st, i), n);
		return true;
	case KIND_DAY:
		return cell_day(q->st, col, row, (const char *)sqlite3_column_text(st, i));
	case KIND_BLOB:
		n = (size_t)sqlite3_column_bytes(st, i);
		*(struct blob *)at = (struct blob){
			n ? arena_copy_n(a, sqlite3_column_blob(st, i), n) : arena_take(a, 0), n };
		return true;
	case KIND_REAL:
		*(double *)at = sqlite3_column_double(st, i);
		return true;
	}
	return false;
}

static bool
row_in(struct sqlite3_stmt *st, struct ask *q, struct arena *a)
{
	void *row;

	if ((size_t)sqlite3_column_count(st) != q->st->n_columns)
		return cell_bad(q->st, "*", "number_of_columns");
	row = row_more(q, a);
	if (!row)
		return false;
	for (size_t i = 0; i < q->st->n_columns; i++)
		if (!cell(st, (int)i, q, row, a))
			return false;
	return true;
}

static enum fault
stepped(struct conn *c, struct sqlite3_stmt *st, struct ask *q, struct arena *a)
{
	int rc;

	while ((rc = sqlite3_step(st)) == SQLITE_ROW)
		if (!row_in(st, q, a))
			return FAULT_BROKEN;
	if (rc != SQLITE_DONE)
		return failed(c, q->st->name);
	if (q->st->shape == DONE || q->st->shape == DONE_ONE)
		q->changed = sqlite3_changes64(c->lite);
	return FAULT_NONE;
}

static enum fault
run_one(struct conn *c, struct ask *q, struct arena *a)
{
	struct sqlite3_stmt *st = prepared(c, q, a);
	enum fault fault;

	if (!st)
		return failed(c, q->st->name);
	fault = bound(st, q) ? stepped(c, st, q, a) : failed(c, q->st->name);
	sqlite3_reset(st);
	sqlite3_clear_bindings(st);
	return fault;
}

enum fault
lite_run(struct conn *c, struct ask *first, struct arena *a)
{
	enum fault fault = FAULT_NONE;

	if (c->doing == READING && !c->begun) {
		if (!lite_do(c, "begin"))
			return c->fault;
		c->begun = true;
	}
	for (struct ask *q = first; q && fault == FAULT_NONE; q = q->next)
		fault = run_one(c, q, a);
	return fault;
}
