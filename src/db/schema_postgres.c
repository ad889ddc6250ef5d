/* schema_postgres.c: migrating and dumping on PostgreSQL. Knows no steps and no tables. */
#include "db/schema.h"

#include <libpq-fe.h>
#include <stdlib.h>
#include <string.h>

static bool
run(struct conn *c, const char *sql, const char **why)
{
	PGresult *r = pg_say(c, sql);
	ExecStatusType status = PQresultStatus(r);
	bool well = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;

	if (!well)
		why_say(why, "The schema cannot be changed: %s", PQresultErrorMessage(r));
	PQclear(r);
	return well;
}

/* One node at a time brings the schema up; the others then find it done. */
static bool
begin(struct conn *c, const char **why)
{
	c->begun = run(c, "begin", why);
	return c->begun && run(c, "select pg_advisory_xact_lock(7205759403792794)", why);
}

static bool
sound(struct conn *c, const char **why)
{
	(void)c;
	(void)why;
	return true;                    /* its foreign keys were never set aside */
}

static bool
end(struct conn *c, bool keep, const char **why)
{
	bool well = run(c, keep ? "commit" : "rollback", why);

	c->begun = false;
	return well;
}

static bool
copy(struct conn *c, int number, const char **why)
{
	(void)c;
	(void)number;
	(void)why;
	return true;                    /* pg_dump is its administrator's */
}

static enum kind
kind_of(Oid oid)
{
	enum { OID_BYTEA = 17, OID_INT8 = 20, OID_INT4 = 23, OID_FLOAT8 = 701 };

	switch (oid) {
	case OID_BYTEA:
		return KIND_BLOB;
	case OID_INT8:
	case OID_INT4:
		return KIND_INT;
	case OID_FLOAT8:
		return KIND_REAL;
	}
	return KIND_TEXT;
}

/* A blob's bytes are libpq's to free: the row frees them after it has passed. */
static void
cell(const PGresult *r, int k, struct cell *to)
{
	*to = (struct cell){ .kind = kind_of(PQftype(r, k)) };
	if (PQgetisnull(r, 0, k))
		return;
	to->at = PQgetvalue(r, 0, k);
	to->n = (size_t)PQgetlength(r, 0, k);
	if (to->kind == KIND_BLOB)
		to->at = (char *)PQunescapeBytea((const unsigned char *)to->at, &to->n);
}

static void
pass(const PGresult *r, schema_row *row, void *arg)
{
	enum { COLUMNS = 200 };
	struct cell cells[COLUMNS];
	int n = PQnfields(r);

	for (int k = 0; k < n && k < COLUMNS; k++)
		cell(r, k, &cells[k]);
	if (n <= COLUMNS)
		row(arg, cells, (size_t)n);
	for (int k = 0; k < n && k < COLUMNS; k++)
		if (cells[k].kind == KIND_BLOB)
			PQfreemem((void *)(uintptr_t)cells[k].at);
}

/* Row by row, so that a large table needs no room. */
static bool
rows(struct conn *c, const char *sql, schema_row *row, void *arg)
{
	bool well = false;
	PGresult *r;

	if (!pg_begin(c) || !pg_stream(c, sql))
		return false;
	while ((r = PQgetResult(c->pg)) != NULL) {
		if (PQresultStatus(r) == PGRES_SINGLE_TUPLE)
			pass(r, row, arg);
		else if (PQresultStatus(r) == PGRES_TUPLES_OK)
			well = true;
		else
			pg_fault(c, r, sql);
		PQclear(r);
	}
	r = PQgetResult(c->pg);         /* the sync */
	PQclear(r);
	return well;
}

const struct schema_face pg_schema = {
	run, begin, sound, end, copy, rows,
	"select count(*) from information_schema.tables "
	"where table_schema = current_schema() and table_name = '%s'",
	"select table_name from information_schema.tables where table_schema = current_schema() "
	"and table_type = 'BASE TABLE' order by table_name collate \"C\"",
	"select column_name from information_schema.columns "
	"where table_schema = current_schema() and table_name = '%s' order by ordinal_position",
};
