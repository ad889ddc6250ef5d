/* statement.c: a statement's text from its pieces, and rows from cells. Knows no engine's calls. */
#include "db/conn.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

enum { SORTS = 64 };            /* IF_AFTER: sort + SORTS * parameter */

static bool
piece_in(const struct piece *p, const struct ask *q)
{
	switch (p->when) {
	case ALWAYS:
		return true;
	case IF_GIVEN:
		return q->given >> p->n & 1;
	case IF_SORT:
		return q->sort == p->n;
	case IF_AFTER:
		return q->sort == p->n % SORTS && (q->given >> (p->n / SORTS) & 1);
	case IF_NARROW:
		return !q->wide;
	case IF_WIDE:
		return q->wide;
	}
	return false;
}

/* ?1 becomes $1, but not inside quotes. */
static void
put_dollars(struct out *o, const char *text, bool *quoted)
{
	for (; *text; text++) {
		if (*text == '\'')
			*quoted = !*quoted;
		if (*text == '?' && !*quoted && isdigit((unsigned char)text[1]))
			put_char(o, '$');
		else
			put_char(o, *text);
	}
}

char *
statement_text(struct arena *a, const struct ask *q, enum engine engine)
{
	struct out o;
	bool quoted = false;

	out_init(&o, a);
	put(&o, "");
	for (size_t i = 0; i < q->st->n_pieces; i++) {
		const struct piece *p = &q->st->pieces[i];

		if (!piece_in(p, q))
			continue;
		if (engine == POSTGRES)
			put_dollars(&o, p->text, &quoted);
		else
			put(&o, p->text);
	}
	return o.at;
}

bool
cell_bad(const struct statement *st, const char *column, const char *why)
{
	log_fault("db.row", "statement=%s column=%s why=%s", st->name, column, why);
	return false;
}

/* MANY grows by doubling: from FIRST on, whenever n is a power of two. */
static void *
row_of_many(struct ask *q, struct arena *a)
{
	enum { FIRST = 8 };
	struct rows *r = q->rows;
	size_t size = q->st->row_size;

	if (r->n == 0) {
		r->at = arena_take_many(a, FIRST, size);
	} else if (r->n >= FIRST && (r->n & (r->n - 1)) == 0) {
		void *more = arena_take_many(a, 2 * r->n, size);

		memcpy(more, r->at, r->n * size);
		r->at = more;
	}
	return (char *)r->at + size * r->n++;
}

void *
row_more(struct ask *q, struct arena *a)
{
	q->changed++;
	switch (q->st->shape) {
	case MANY:
		return row_of_many(q, a);
	case MAYBE:
	case ONE:
		if (q->changed > 1)
			break;
		return q->st->shape == ONE ? q->row : row_of_many(q, a);
	case DONE:
	case DONE_ONE:
		break;
	}
	cell_bad(q->st, "*", "more_rows_than_its_shape");
	return NULL;
}

static void *
place(const struct column *col, void *row)
{
	return (char *)row + col->offset;
}

bool
cell_none(const struct statement *st, const struct column *col, void *row)
{
	if (!col->maybe)
		return cell_bad(st, col->name, "null");
	switch (col->kind) {
	case KIND_INT:
		*(int64_t *)place(col, row) = NONE;
		break;
	case KIND_ID:
		*(int64_t *)place(col, row) = 0;
		break;
	case KIND_TEXT:
		*(const char **)place(col, row) = NULL;
		break;
	case KIND_DAY:
		*(struct day *)place(col, row) = (struct day){ 0 };
		break;
	case KIND_BLOB:
		*(struct blob *)place(col, row) = (struct blob){ 0 };
		break;
	case KIND_REAL:
		*(double *)place(col, row) = NAN;
		break;
	}
	return true;
}

bool
cell_day(const struct statement *st, const struct column *col, void *row, const char *text)
{
	if (!day_read(text, place(col, row)))
		return cell_bad(st, col->name, "no_day");
	return true;
}
