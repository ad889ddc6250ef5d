/* pg_cells.c: values to PostgreSQL and cells from it. Knows no transactions. */
#include "db/conn.h"

#include <errno.h>
#include <libpq-fe.h>
#include <stdlib.h>
#include <string.h>

enum { OID_BOOL = 16, OID_BYTEA = 17, OID_INT8 = 20, OID_TEXT = 25, OID_FLOAT8 = 701 };

static Oid
oid_of(enum kind kind)
{
	switch (kind) {
	case KIND_INT:
	case KIND_ID:
		return OID_INT8;
	case KIND_TEXT:
	case KIND_DAY:
		return OID_TEXT;
	case KIND_BLOB:
		return OID_BYTEA;
	case KIND_REAL:
		return OID_FLOAT8;
	}
	return 0;
}

/* Types are named, so that a parameter this form does not mention is no question. */
bool
pg_prepare(struct conn *c, const struct ask *q, const char *plan, struct arena *a)
{
	size_t n = q->st->n_kinds;
	Oid *oids = NEW_MANY(a, Oid, n);

	for (size_t i = 0; i < n; i++)
		oids[i] = oid_of(q->st->kinds[i]);
	return PQsendPrepare(c->pg, plan, statement_text(a, q, POSTGRES), (int)n, oids);
}

static const char *
value_words(struct arena *a, const struct value *v)
{
	if (v->none)
		return NULL;
	switch (v->kind) {
	case KIND_INT:
	case KIND_ID:
		return arena_print(a, "%lld", (long long)v->n);
	case KIND_TEXT:
	case KIND_DAY:
		return v->text;
	case KIND_BLOB:
		return v->blob.n ? v->blob.at : "";
	case KIND_REAL:
		return arena_print(a, "%.17g", v->real);
	}
	return NULL;
}

bool
pg_send(struct conn *c, const struct ask *q, const char *plan, struct arena *a)
{
	size_t n = q->st->n_kinds;
	const char **words = NEW_MANY(a, const char *, n);
	int *lengths = NEW_MANY(a, int, n), *binary = NEW_MANY(a, int, n);

	for (size_t i = 0; i < n; i++) {
		const struct value *v = &q->values[i];

		words[i] = value_words(a, v);
		binary[i] = v->kind == KIND_BLOB;
		lengths[i] = v->kind == KIND_BLOB ? (int)v->blob.n : 0;
	}
	return PQsendQueryPrepared(c->pg, plan, (int)n, words, lengths, binary, 0);
}

/* A comparison is 0 or 1 on SQLite, f or t here. */
static bool
whole_number(const char *text, Oid oid, int64_t *n)
{
	char *end;

	if (oid == OID_BOOL) {
		*n = text[0] == 't';
		return true;
	}
	errno = 0;
	*n = strtoll(text, &end, 10);
	return errno == 0 && *end == '\0' && end != text;
}

static int
nibble(char c)
{
	return c <= '9' ? c - '0' : c - 'a' + 10;
}

/* "\x0aff" */
static bool
bytes(const char *text, size_t n, struct blob *b, struct arena *a)
{
	unsigned char *at = arena_take(a, n / 2);

	if (n < 2 || text[0] != '\\' || text[1] != 'x')
		return false;
	b->n = (n - 2) / 2;
	b->at = at;
	for (size_t i = 0; i < b->n; i++)
		at[i] = (unsigned char)(nibble(text[2 + 2 * i]) << 4 | nibble(text[3 + 2 * i]));
	return true;
}

static bool
is_text(Oid oid)
{
	enum { OID_NAME = 19, OID_UNKNOWN = 705, OID_BPCHAR = 1042, OID_VARCHAR = 1043 };

	return oid == OID_TEXT || oid == OID_VARCHAR || oid == OID_NAME || oid == OID_UNKNOWN ||
	    oid == OID_BPCHAR;
}

static bool
cell(const struct statement *st, const PGresult *r, int i, int k, void *row, struct arena *a)
{
	const struct column *col = &st->columns[k];
	void *at = (char *)row + col->offset;
	const char *text = PQgetvalue(r, i, k);
	size_t n = (size_t)PQgetlength(r, i, k);
	bool well = false;

	if (PQgetisnull(r, i, k))
		return cell_none(st, col, row);
	switch (col->kind) {
	case KIND_INT:
	case KIND_ID:
		well = whole_number(text, PQftype(r, k), at);
		break;
	case KIND_TEXT:
		well = is_text(PQftype(r, k));
		*(const char **)at = arena_copy_n(a, text, n);
		break;
	case KIND_DAY:
		return cell_day(st, col, row, text);
	case KIND_BLOB:
		well = bytes(text, n, at, a);
		break;
	case KIND_REAL:
		*(double *)at = strtod(text, NULL);
		well = true;
		break;
	}
	return well || cell_bad(st, col->name, "another_kind");
}

bool
pg_rows(struct ask *q, const struct pg_result *r, struct arena *a)
{
	const struct statement *st = q->st;

	if ((size_t)PQnfields(r) != st->n_columns)
		return cell_bad(st, "*", "number_of_columns");
	for (int i = 0; i < PQntuples(r); i++) {
		void *row = row_more(q, a);

		if (!row)
			return false;
		for (size_t k = 0; k < st->n_columns; k++)
			if (!cell(st, r, i, (int)k, row, a))
				return false;
	}
	return true;
}
