/* ids.c: the one line of numbers. SQLite counts in memory and keeps the counter with each commit;
 * PostgreSQL's nodes lease blocks. Knows not what the numbers are for. */
#include "db/conn.h"
#include "db/rq.h"
#include "db_queries.h"

enum { BLOCK = 1000 };

/* The counter as the database has it; 0 when it cannot be read. */
static int64_t
counter(struct rq *rq)
{
	struct id_line_rows *line = id_line_now(rq);

	if (!answers(rq) || line->n == 0)
		return 0;
	return line->at[0].next;
}

static int64_t
counter_alone(struct conn *c)
{
	struct arena *a = arena_new();
	int64_t next = counter(rq_new(a, c->store, c, 0, (struct day){ 0 }));

	arena_free(a);
	return next;
}

/* Only the writer's thread comes here. */
static int64_t
lite_ids(struct conn *c, int64_t n)
{
	struct ids *ids = &c->store->ids;
	int64_t first;

	if (!ids->known) {
		ids->next = ids->saved = counter_alone(c);
		ids->known = ids->next > 0;
	}
	if (!ids->known || c->doing != CHANGING)
		return 0;
	first = ids->next;
	ids->next += n;
	return first;
}

bool
ids_keep(struct conn *c)
{
	struct ids *ids = &c->store->ids;
	struct arena *a;
	struct rq *rq;
	bool kept;

	if (!ids->known || ids->saved == ids->next)
		return true;
	a = arena_new();
	rq = rq_new(a, c->store, c, 0, (struct day){ 0 });
	id_line_move(rq, ids->next);
	kept = answers(rq);
	if (kept)
		ids->saved = ids->next;
	arena_free(a);
	return kept;
}

void
ids_forget(struct store *s)
{
	pthread_mutex_lock(&s->ids.lock);
	s->ids.known = false;
	pthread_mutex_unlock(&s->ids.lock);
}

/* A block leased: how many, and the counter after it. */
struct block {
	int64_t many, end;
};

static bool
take_block(struct conn *c, void *arg)
{
	struct block *b = arg;
	struct arena *a = arena_new();
	struct rq *rq = rq_new(a, c->store, c, 0, (struct day){ 0 });

	id_line_take(rq, b->many);
	b->end = counter(rq);
	arena_free(a);
	return b->end > 0;
}

/* Committed before any of it is used. */
static bool
lease(struct conn *c, struct ids *ids, int64_t n)
{
	struct block b = { .many = n > BLOCK ? n : BLOCK };

	if (!pg_lease(c->store, take_block, &b))
		return false;
	if (b.end - b.many != ids->end)         /* another node leased in between: ours begins anew */
		ids->next = b.end - b.many;
	ids->end = b.end;
	return true;
}

static int64_t
pg_ids(struct conn *c, int64_t n)
{
	struct ids *ids = &c->store->ids;
	int64_t first = 0;

	pthread_mutex_lock(&ids->lock);
	if (ids->end - ids->next >= n || lease(c, ids, n)) {
		first = ids->next;
		ids->next += n;
	}
	pthread_mutex_unlock(&ids->lock);
	return first;
}

int64_t
conn_ids(struct conn *c, int64_t n)
{
	if (n <= 0)
		return 0;
	return c->engine == POSTGRES ? pg_ids(c, n) : lite_ids(c, n);
}
