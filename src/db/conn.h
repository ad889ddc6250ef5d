/* conn.h: what the files of src/db share: connections, stores, plans. Nothing outside includes it. */
#ifndef DB_CONN_H
#define DB_CONN_H

#include "base/log.h"
#include "base/out.h"
#include "db/db.h"
#include "db/plans.h"

#include <pthread.h>
#include <stdatomic.h>

struct sqlite3;
struct pg_conn;

/* ---- store.c ----------------------------------------------------------------------------- */

enum doing { RESTING, READING, CHANGING, LEASING };

struct conn {
	struct store *store;
	enum engine engine;
	enum doing doing;
	bool begun;                     /* the transaction is open */
	bool collided;                  /* PostgreSQL: worth running again */
	bool io;                        /* SQLite: the disk failed */
	enum fault fault;               /* the first of this piece of work */
	struct plans plans;
	struct sqlite3 *lite;
	int64_t until_us;               /* SQLite: when the read's time is up; 0: never */
	struct pg_conn *pg;
	bool owes;                      /* PostgreSQL: the answer to an end is still to be read */
	struct conn *next;
};

struct ids {
	pthread_mutex_t lock;           /* "ids" */
	bool known;
	int64_t next, end, saved;       /* SQLite: no end */
};

struct writer;

struct store {
	enum engine engine;
	enum store_mode mode;
	char *url, *path;
	int lock_fd;
	pthread_key_t mine;             /* SQLite: this thread's reader */
	pthread_mutex_t lock;           /* "readers" on SQLite, "pool" on PostgreSQL */
	pthread_cond_t back;            /* PostgreSQL: a connection came back */
	struct conn *all;               /* SQLite: readers; PostgreSQL: those at rest */
	size_t n_conns, most_conns;
	struct writer *writer;
	struct conn *leaser;            /* PostgreSQL: for ids alone */
	struct ids ids;
};

/* A sentence for *why, in a buffer of this thread. Always false. */
bool why_say(const char **why, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
struct conn *conn_new(struct store *s);
int64_t clock_us(void);                 /* monotonic */

/* ---- sqlite.c ---------------------------------------------------------------------------- */

/* NULL with *why when the file cannot be opened. */
struct conn *lite_open(struct store *s, bool writes, const char **why);
void lite_close(struct conn *c);
/* Transaction control and pragmas; false is said in the log and marks c. */
bool lite_do(struct conn *c, const char *sql);
enum fault lite_run(struct conn *c, struct ask *first, struct arena *a);
bool lite_lost(const struct conn *c);   /* no transaction is open */
void lite_checkpoint(struct conn *c);

/* ---- writer.c ---------------------------------------------------------------------------- */

struct writer *writer_start(struct store *s, const char **why);
void writer_stop(struct writer *w);     /* all that is queued first */
enum fault writer_change(struct writer *w, bool (*work)(struct conn *, void *), void *arg);
void writer_change_later(struct writer *w, bool (*work)(struct conn *, void *), void *arg,
    void (*then)(void *, enum fault));
/* Alone, on the writer's connection, outside any transaction. */
enum fault writer_bare(struct writer *w, bool (*work)(struct conn *, void *), void *arg);
bool writer_healthy(struct writer *w, const char **why);

/* ---- postgres.c: connections and transactions -------------------------------------------- */

bool pg_start(struct store *s, const char **why);
void pg_stop(struct store *s);
bool pg_connect(struct conn *c);                /* anew; false is said in the log */
enum fault pg_read(struct store *s, void (*work)(struct conn *, void *), void *arg);
enum fault pg_change(struct store *s, bool (*work)(struct conn *, void *), void *arg);
/* Work on the connection that leases numbers; called with ids.lock. */
bool pg_lease(struct store *s, bool (*work)(struct conn *, void *), void *arg);
/* Alone on one of the pool, outside any transaction. */
void pg_alone(struct store *s, bool (*work)(struct conn *, void *), void *arg);
bool pg_healthy(struct store *s, const char **why);

/* ---- pipeline.c, pg_cells.c: statements on PostgreSQL ------------------------------------- */

struct pg_result;
enum fault pg_run(struct conn *c, struct ask *first, struct arena *a);
/* One statement without values, its answer waited for; never NULL; pg_done() frees it. */
struct pg_result *pg_say(struct conn *c, const char *sql);
void pg_done(struct pg_result *r);
enum fault pg_fault(struct conn *c, const struct pg_result *r, const char *what);
/* Sends the end of a transaction and leaves its answer for later. */
void pg_owe(struct conn *c, const char *sql);
bool pg_begin(struct conn *c);          /* if it is not open */
bool pg_send(struct conn *c, const struct ask *q, const char *plan, struct arena *a);
bool pg_prepare(struct conn *c, const struct ask *q, const char *plan, struct arena *a);
/* Sends one statement whose rows the caller takes one by one. */
bool pg_stream(struct conn *c, const char *sql);
bool pg_rows(struct ask *q, const struct pg_result *r, struct arena *a);

/* ---- ids.c ------------------------------------------------------------------------------- */

bool ids_keep(struct conn *c);          /* SQLite: the counter goes into the open transaction */
void ids_forget(struct store *s);       /* read it anew: the schema was just made */

/* ---- ddl.c, migrate.c -------------------------------------------------------------------- */

/* Each statement of a migration in the engine's own words, in order; stops when `one` says no. */
bool ddl_each(const char *text, enum engine engine, bool (*one)(void *, const char *), void *arg);
/* As store_migrate, from a list of one's own. */
int migrate_from(struct store *s, const struct migration *list, const char **why);
int behind_of(struct store *s, const struct migration *list);

#endif
