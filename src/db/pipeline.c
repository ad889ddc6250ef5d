/* pipeline.c: many statements in one round trip to PostgreSQL. Knows no pool and no cells. */
#include "db/conn.h"

#include <libpq-fe.h>
#include <stdlib.h>
#include <string.h>

/* One answer with the NULL that follows it; NULL when the connection is gone. */
static PGresult *
next_result(struct conn *c)
{
	PGresult *r = PQgetResult(c->pg), *more;

	if (r && PQresultStatus(r) != PGRES_PIPELINE_SYNC)
		while ((more = PQgetResult(c->pg)) != NULL)
			PQclear(more);
	return r;
}

void
pg_done(struct pg_result *r)
{
	PQclear(r);
}

static bool
lost(const struct conn *c)
{
	return PQstatus(c->pg) != CONNECTION_OK;
}

/* Everything up to the sync; false when the connection is gone. */
static bool
drained(struct conn *c)
{
	for (;;) {
		PGresult *r = next_result(c);
		bool sync = r && PQresultStatus(r) == PGRES_PIPELINE_SYNC;

		PQclear(r);
		if (sync)
			return true;
		if (!r)
			return false;
	}
}

/* Ready for use: connected, and nothing of the last piece of work unread. A transaction that was
 * begun on a lost connection is over: the rest of it must not run on another. */
static bool
ready(struct conn *c)
{
	if (c->begun)
		return c->pg && !lost(c);
	if (c->pg && c->owes && !lost(c)) {
		c->owes = false;
		drained(c);
	}
	return (c->pg && !lost(c)) || pg_connect(c);
}

static bool
send(struct conn *c, const char *sql)
{
	return PQsendQueryParams(c->pg, sql, 0, NULL, NULL, NULL, NULL, 0);
}

void
pg_owe(struct conn *c, const char *sql)
{
	c->begun = false;
	if (!lost(c) && send(c, sql) && PQpipelineSync(c->pg))
		c->owes = true;
}

struct pg_result *
pg_say(struct conn *c, const char *sql)
{
	PGresult *r = NULL;

	if (ready(c) && send(c, sql) && PQpipelineSync(c->pg)) {
		r = next_result(c);
		drained(c);
	}
	return r ? r : PQmakeEmptyPGresult(c->pg, PGRES_FATAL_ERROR);
}

/* The log has the statement and the state; of the words only those that hold no values. */
enum fault
pg_fault(struct conn *c, const struct pg_result *r, const char *what)
{
	const char *state = PQresultErrorField(r, PG_DIAG_SQLSTATE);
	const char *rule = PQresultErrorField(r, PG_DIAG_CONSTRAINT_NAME);
	bool grammar = state && strncmp(state, "42", 2) == 0;

	if (state && (strcmp(state, "40001") == 0 || strcmp(state, "40P01") == 0)) {
		c->collided = true;
		return FAULT_BUSY;
	}
	if (state && strcmp(state, "23505") == 0)
		return FAULT_TAKEN;
	if (state && (strcmp(state, "55P03") == 0 || strcmp(state, "57014") == 0))
		return FAULT_BUSY;
	log_fault("db.postgres", "statement=%.60s state=%s rule=%s why=\"%s\"", what,
	    state ? state : "lost", rule ? rule : "", grammar
	    ? PQresultErrorField(r, PG_DIAG_MESSAGE_PRIMARY) : "");
	return FAULT_BROKEN;
}

static const char *
begin_words(const struct conn *c)
{
	switch (c->doing) {
	case READING:
		return "begin isolation level repeatable read read only";
	case CHANGING:
		return "begin isolation level serializable";
	case LEASING:
		return "begin isolation level read committed";
	case RESTING:
		break;
	}
	return NULL;
}

bool
pg_begin(struct conn *c)
{
	PGresult *r;

	if (c->begun || !begin_words(c))
		return true;
	r = pg_say(c, begin_words(c));
	c->begun = PQresultStatus(r) == PGRES_COMMAND_OK;
	PQclear(r);
	return c->begun;
}

/* One batch under way: which plan each ask has, and whether it was prepared just now. */
struct batch {
	struct plan **plans;
	bool *fresh;
	bool begins;
};

static bool
sent(struct conn *c, struct batch *b, struct ask *first, struct arena *a)
{
	size_t i = 0;

	if (b->begins && !send(c, begin_words(c)))
		return false;
	for (struct ask *q = first; q; q = q->next, i++) {
		struct plan *p = b->plans[i] = plan_find(&c->plans, q);

		b->fresh[i] = !p->ready;
		if (!p->ready && !pg_prepare(c, q, p->name, a))
			return false;
		p->ready = true;
		if (!pg_send(c, q, p->name, a))
			return false;
	}
	return PQpipelineSync(c->pg);
}

/* What one answer comes to; rows are taken only while all is well. */
static enum fault
taken(struct conn *c, struct ask *q, PGresult *r, struct arena *a)
{
	switch (PQresultStatus(r)) {
	case PGRES_COMMAND_OK:
		q->changed = strtoll(PQcmdTuples(r), NULL, 10);
		return FAULT_NONE;
	case PGRES_TUPLES_OK:
		return pg_rows(q, r, a) ? FAULT_NONE : FAULT_BROKEN;
	default:
		return pg_fault(c, r, q->st->name);
	}
}

static enum fault
first_of(enum fault before, enum fault now)
{
	return before != FAULT_NONE ? before : now;
}

/* The answers to "prepare" and "run"; what follows a fault is only read away. */
static enum fault
answered(struct conn *c, struct batch *b, size_t i, struct ask *q, enum fault fault, struct arena *a)
{
	PGresult *r;

	if (b->fresh[i]) {
		r = next_result(c);
		if (PQresultStatus(r) != PGRES_COMMAND_OK) {
			b->plans[i]->ready = false;
			if (fault == FAULT_NONE)
				fault = pg_fault(c, r, q->st->name);
		}
		PQclear(r);
	}
	r = next_result(c);
	if (fault == FAULT_NONE)
		fault = taken(c, q, r, a);
	PQclear(r);
	return fault;
}

static enum fault
received(struct conn *c, struct batch *b, struct ask *first, struct arena *a)
{
	enum fault fault = FAULT_NONE;
	size_t i = 0;

	if (b->begins) {
		PGresult *r = next_result(c);

		if (PQresultStatus(r) != PGRES_COMMAND_OK)
			fault = pg_fault(c, r, "begin");
		PQclear(r);
	}
	for (struct ask *q = first; q && !lost(c); q = q->next, i++)
		fault = answered(c, b, i, q, fault, a);
	if (!drained(c))
		return first_of(fault, FAULT_BROKEN);
	c->begun = c->begun || b->begins;
	return fault;
}

/* Too many forms on this connection: all are made anew. */
static void
plans_fresh(struct conn *c)
{
	if (!plans_full(&c->plans))
		return;
	pg_done(pg_say(c, "deallocate all"));
	plans_forget(&c->plans);
}

static enum fault
attempt(struct conn *c, struct ask *first, size_t n, struct arena *a)
{
	struct batch b = {
		.plans = NEW_MANY(a, struct plan *, n), .fresh = NEW_MANY(a, bool, n),
		.begins = !c->begun && begin_words(c) != NULL,
	};

	if (!ready(c))
		return FAULT_BROKEN;
	plans_fresh(c);
	for (struct ask *q = first; q; q = q->next) {
		q->changed = 0;
		if (q->rows)
			*q->rows = (struct rows){ 0 };
	}
	if (!sent(c, &b, first, a)) {
		log_fault("db.postgres", "why=\"not sent\"");
		PQfinish(c->pg);
		c->pg = NULL;
		return FAULT_BROKEN;
	}
	return received(c, &b, first, a);
}

/* A connection lost between two pieces of work is made anew, once: nothing was under way. */
enum fault
pg_run(struct conn *c, struct ask *first, struct arena *a)
{
	bool fresh = !c->begun;
	enum fault fault;
	size_t n = 0;

	for (struct ask *q = first; q; q = q->next)
		n++;
	fault = attempt(c, first, n, a);
	if (fault == FAULT_BROKEN && fresh && (!c->pg || lost(c)) && pg_connect(c))
		fault = attempt(c, first, n, a);
	return fault;
}

bool
pg_stream(struct conn *c, const char *sql)
{
	return ready(c) && send(c, sql) && PQpipelineSync(c->pg) && PQsetSingleRowMode(c->pg);
}
