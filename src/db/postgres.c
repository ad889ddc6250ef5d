/* postgres.c: PostgreSQL's connections: one pool, transactions, running again. Knows no rows. */
#include "db/conn.h"
#include "db/schema.h"

#include <libpq-fe.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { POOL = 8, POOL_MOST = 256, AGAIN = 3 };

static void
quiet(void *arg, const char *text)
{
	(void)arg;
	(void)text;
}

static bool
settled(struct conn *c)
{
	static const char *const settings[] = {
		"set client_encoding to 'UTF8'", "set client_min_messages to warning", "set jit to off",
		"set idle_in_transaction_session_timeout to '60s'",
	};
	bool well = true;

	for (size_t i = 0; i < COUNT(settings) && well; i++) {
		PGresult *r = PQexec(c->pg, settings[i]);

		well = PQresultStatus(r) == PGRES_COMMAND_OK;
		PQclear(r);
	}
	return well && PQenterPipelineMode(c->pg);
}

bool
pg_connect(struct conn *c)
{
	PQfinish(c->pg);
	plans_forget(&c->plans);
	c->begun = c->owes = false;
	c->pg = PQconnectdb(c->store->url);
	PQsetNoticeProcessor(c->pg, quiet, NULL);
	if (PQstatus(c->pg) == CONNECTION_OK && settled(c))
		return true;
	log_fault("db.connect", "why=\"%.200s\"", PQerrorMessage(c->pg));
	return false;
}

static void
conn_close(struct conn *c)
{
	if (c)
		PQfinish(c->pg);
	free(c);
}

static struct conn *
pg_borrow(struct store *s)
{
	struct conn *c;

	pthread_mutex_lock(&s->lock);
	while (!s->all && s->n_conns == s->most_conns)
		pthread_cond_wait(&s->back, &s->lock);
	c = s->all;
	if (c)
		s->all = c->next;
	else
		s->n_conns++;
	pthread_mutex_unlock(&s->lock);
	return c ? c : conn_new(s);
}

static void
pg_return(struct conn *c)
{
	struct store *s = c->store;

	c->doing = RESTING;
	pthread_mutex_lock(&s->lock);
	c->next = s->all;
	s->all = c;
	pthread_cond_signal(&s->back);
	pthread_mutex_unlock(&s->lock);
}

bool
pg_start(struct store *s, const char **why)
{
	const char *size = getenv("MERIDIAN_POOL");
	long n = size ? strtol(size, NULL, 10) : POOL;
	struct conn *c;
	bool well;

	s->most_conns = n < 1 || n > POOL_MOST ? POOL : (size_t)n;
	s->leaser = conn_new(s);
	c = pg_borrow(s);
	well = pg_connect(c);
	if (!well)
		why_say(why, "The database cannot be reached: %s", PQerrorMessage(c->pg));
	pg_return(c);
	return well;
}

void
pg_stop(struct store *s)
{
	while (s->all) {
		struct conn *c = s->all;

		s->all = c->next;
		conn_close(c);
	}
	conn_close(s->leaser);
}

static void
work_begins(struct conn *c, enum doing doing)
{
	c->doing = doing;
	c->fault = FAULT_NONE;
	c->begun = c->collided = false;
}

/* The answer to the end of a read is read when the connection is next used: nobody waits for it. */
enum fault
pg_read(struct store *s, void (*work)(struct conn *, void *), void *arg)
{
	struct conn *c = pg_borrow(s);
	enum fault fault;

	work_begins(c, READING);
	work(c, arg);
	fault = c->fault;
	if (c->begun)
		pg_owe(c, "rollback");
	pg_return(c);
	return fault;
}

/* After a failed transaction COMMIT answers ROLLBACK; after a lost connection, nothing: nobody
 * then knows whether it is saved, and nobody is told so. */
static enum fault
commit(struct conn *c)
{
	PGresult *r = pg_say(c, "commit");
	enum fault fault = FAULT_NONE;

	if (PQresultStatus(r) != PGRES_COMMAND_OK)
		fault = pg_fault(c, r, "commit");
	else if (strcmp(PQcmdStatus(r), "COMMIT") != 0)
		fault = FAULT_BROKEN;
	pg_done(r);
	c->begun = false;
	return fault;
}

static enum fault
change_once(struct conn *c, enum doing doing, bool (*work)(struct conn *, void *), void *arg)
{
	bool keep;

	work_begins(c, doing);
	keep = work(c, arg);
	if (!c->begun)
		return c->fault;
	if (keep && c->fault == FAULT_NONE)
		return commit(c);
	pg_owe(c, "rollback");
	return c->fault;
}

/* A little longer each time, and not the same for two who collided. */
static void
step_aside(int tries)
{
	long us = 500L * (1 << tries) + clock_us() % 1000 * (1 << tries);

	nanosleep(&(struct timespec){ .tv_nsec = us * 1000 }, NULL);
}

enum fault
pg_change(struct store *s, bool (*work)(struct conn *, void *), void *arg)
{
	struct conn *c = pg_borrow(s);
	enum fault fault = change_once(c, CHANGING, work, arg);

	for (int tries = 0; c->collided && tries < AGAIN; tries++) {
		step_aside(tries);
		fault = change_once(c, CHANGING, work, arg);
	}
	pg_return(c);
	return fault;
}

bool
pg_lease(struct store *s, bool (*work)(struct conn *, void *), void *arg)
{
	bool well = change_once(s->leaser, LEASING, work, arg) == FAULT_NONE;

	s->leaser->doing = RESTING;
	return well;
}

void
pg_alone(struct store *s, bool (*work)(struct conn *, void *), void *arg)
{
	struct conn *c = pg_borrow(s);

	work_begins(c, RESTING);
	work(c, arg);
	pg_return(c);
}

static void
can_write(void *arg, const struct cell *cells, size_t n)
{
	*(bool *)arg = n == 1 && cells[0].at && cells[0].at[0] == 'f';
}

static void
look(struct conn *c, void *arg)
{
	schema_rows(c, "select pg_is_in_recovery()", can_write, arg);
}

bool
pg_healthy(struct store *s, const char **why)
{
	bool well = false;

	pg_read(s, look, &well);
	return well || why_say(why, "PostgreSQL does not answer, or cannot be written to.");
}
