/* ask.c: queueing statements and what came of them. Knows no engine and no business. */
#include "db/rq.h"

#include <string.h>

struct rq *
rq_new(struct arena *a, struct store *s, struct conn *c, int64_t now, struct day today)
{
	struct rq *rq = NEW(a, struct rq);

	rq->arena = a;
	rq->store = s;
	rq->conn = c;
	rq->now = now;
	rq->today = today;
	rq->lang = "en";
	rq->zone = "UTC";
	return rq;
}

static struct ask *
ask_new(struct rq *rq, const struct statement *st)
{
	struct ask *q = NEW(rq->arena, struct ask);

	q->st = st;
	if (st->shape == MANY || st->shape == MAYBE)
		q->rows = NEW(rq->arena, struct rows);
	if (st->shape == ONE)
		q->row = arena_take(rq->arena, st->row_size);
	return q;
}

/* What the caller holds: unreadable under ASan until answers(). */
static void
hide(struct ask *q)
{
	if (q->rows)
		arena_hide(q->rows, sizeof *q->rows);
	if (q->row)
		arena_hide(q->row, q->st->row_size);
}

static void
show(struct ask *q)
{
	if (q->rows)
		arena_show(q->rows, sizeof *q->rows);
	if (q->row)
		arena_show(q->row, q->st->row_size);
}

static void
empty(struct ask *q)
{
	if (q->rows)
		*q->rows = (struct rows){ 0 };
	if (q->row)
		memset(q->row, 0, q->st->row_size);
}

/* Only what chooses pieces: a null elsewhere does not make another form of the statement. */
static uint64_t
choosing(const struct statement *st, uint64_t given)
{
	uint64_t mask = 0;

	for (size_t i = 0; i < st->n_pieces; i++) {
		if (st->pieces[i].when == IF_GIVEN)
			mask |= UINT64_C(1) << st->pieces[i].n;
		if (st->pieces[i].when == IF_AFTER)
			mask |= UINT64_C(1) << (st->pieces[i].n / 64);
	}
	return given & mask;
}

void *
ask(struct rq *rq, const struct statement *st, struct value *values, uint64_t given, int sort)
{
	struct ask *q;

	if (rq->dry && (st->shape == DONE || st->shape == DONE_ONE))
		return NULL;
	q = ask_new(rq, st);
	q->values = NEW_MANY(rq->arena, struct value, st->n_kinds);
	if (st->n_kinds > 0)
		memcpy(q->values, values, st->n_kinds * sizeof *values);
	q->given = choosing(st, given);
	q->sort = sort;
	q->wide = rq->wide;
	if (rq->last)
		rq->last->next = q;
	else
		rq->first = q;
	rq->last = q;
	hide(q);
	return q->rows ? (void *)q->rows : q->row;
}

static void
end_by_fault(struct rq *rq, enum fault fault)
{
	switch (fault) {
	case FAULT_NONE:
		break;
	case FAULT_BUSY:
		end_with(rq, BUSY, "db.busy");
		break;
	case FAULT_TAKEN:
		end_with(rq, CONFLICT, "db.taken");
		break;
	case FAULT_SLOW:
		end_with(rq, SLOW_READ, "db.slow");
		break;
	case FAULT_BROKEN:
		end_with(rq, BROKEN, "db.broken");
		break;
	}
}

/* Each shape promises a number of rows. */
static void
judge(struct rq *rq, const struct ask *q)
{
	if (q->st->shape == ONE && q->changed == 0)
		end_with(rq, ABSENT, q->st->name);
	if (q->st->shape == DONE_ONE && q->changed != 1)
		end_with(rq, CONFLICT, q->st->name);
}

static bool
lives(const struct rq *rq)
{
	return rq->outcome == FINE || rq->outcome == REFUSED;
}

bool
answers(struct rq *rq)
{
	struct ask *first = rq->first, *q;

	rq->first = rq->last = NULL;
	for (q = first; q; q = q->next)
		show(q);
	if (first && lives(rq)) {
		rq->rounds++;
		end_by_fault(rq, conn_run(rq->conn, first, rq->arena));
		for (q = first; q && lives(rq); q = q->next)
			judge(rq, q);
	}
	if (!lives(rq))
		for (q = first; q; q = q->next)
			empty(q);
	return lives(rq);
}

/* Ids that no row has: the line of numbers begins at 1. */
void
stay_dry(struct rq *rq)
{
	rq->dry = INT64_C(1) << 60;
}

bool
fine(const struct rq *rq)
{
	return rq->outcome == FINE;
}

bool
refused(const struct rq *rq)
{
	return rq->refusals != NULL;
}

void
refuse(struct rq *rq, const char *field, const char *code)
{
	refuse_value(rq, field, code, NULL);
}

void
refuse_value(struct rq *rq, const char *field, const char *code, const char *value)
{
	struct refusal *r = NEW(rq->arena, struct refusal);

	*r = (struct refusal){ field, code, value, NULL };
	if (rq->last_refusal)
		rq->last_refusal->next = r;
	else
		rq->refusals = r;
	rq->last_refusal = r;
	if (rq->outcome == FINE)
		rq->outcome = REFUSED;
}

/* A refusal is milder than all else: it gives way, or a broken page would be shown as typed. */
void
end_with(struct rq *rq, enum outcome outcome, const char *why)
{
	if (!lives(rq) || outcome == FINE)
		return;
	rq->outcome = outcome;
	rq->why = why;
}

int64_t
new_id(struct rq *rq)
{
	return new_ids(rq, 1);
}

int64_t
new_ids(struct rq *rq, int64_t n)
{
	int64_t first = 0;

	if (rq->dry)
		return (rq->dry += n) - n;
	if (lives(rq))
		first = conn_ids(rq->conn, n);
	if (first == 0 && lives(rq))
		end_with(rq, BROKEN, "db.ids");
	return first;
}
