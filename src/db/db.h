/*
 * db.h: one face over SQLite and PostgreSQL. Knows statements, values and rows; no business.
 *
 * A statement comes only from the generator (tools/sqlgen). Asking queues; answers(rq) sends all
 * that is queued in one go (one pipeline on PostgreSQL) and fills the rows.
 */
#ifndef DB_DB_H
#define DB_DB_H

#include "base/arena.h"
#include "base/day.h"

enum engine { SQLITE, POSTGRES };

struct store;           /* a database: its address, readers and the one writer */
struct conn;            /* one connection; one thread at a time */

/* What a call below the business can come to. */
enum fault {
	FAULT_NONE,
	FAULT_BUSY,             /* another change was in the way, three times */
	FAULT_TAKEN,            /* a unique key is taken: somebody was faster */
	FAULT_SLOW,             /* the read passed the loop thread's budget */
	FAULT_BROKEN            /* anything else; the cause is in the log */
};

enum kind { KIND_INT, KIND_TEXT, KIND_DAY, KIND_BLOB, KIND_REAL, KIND_ID };

struct value {
	enum kind kind;
	bool none;              /* null */
	union {
		int64_t n;
		const char *text;
		struct blob blob;
		double real;
	};
};

/* A field of a row: int64_t (or an id, the same shape), const char *, struct day, struct blob, double.
 * Null arrives as NONE (KIND_ID: 0), NULL, the day 0, .at NULL, not a number; only where `maybe`,
 * else the row is broken. */
struct column {
	const char *name;
	enum kind kind;
	bool maybe;
	size_t offset;
};

/* When a piece of a statement's text belongs to it. */
enum when { ALWAYS, IF_GIVEN, IF_SORT, IF_AFTER, IF_NARROW, IF_WIDE };

struct piece {
	const char *text;       /* parameters stand as ?1, ?2 … (PostgreSQL gets $1 …) */
	enum when when;
	int n;                  /* which parameter, which sort */
};

enum shape { MANY, MAYBE, ONE, DONE, DONE_ONE };

struct statement {
	const char *name;
	enum shape shape;
	const struct piece *pieces;
	size_t n_pieces;
	const enum kind *kinds;         /* of the parameters */
	size_t n_kinds;
	const struct column *columns;
	size_t n_columns;
	size_t row_size;
};

/* Every generated `struct x_rows` has this shape: { size_t n; struct x *at; }. */
struct rows {
	size_t n;
	void *at;
};

/* One statement queued with its values. */
struct ask {
	const struct statement *st;
	struct value *values;           /* st->n_kinds of them */
	uint64_t given;                 /* bit k: optional parameter k is there */
	int sort;                       /* 0, 1, … or -1 */
	bool wide;
	struct rows *rows;              /* MANY, MAYBE: filled; hidden until answers */
	void *row;                      /* ONE: filled; hidden until answers */
	int64_t changed;                /* rows a DONE touched, rows that came for the others */
	struct ask *next;
};

/* ---- store.c: opening, reading, changing ------------------------------------------------ */

/*
 * url: "sqlite:PATH" or "postgresql://…". Writers: a store opened to write on SQLite takes
 * FILE.lock; NULL with a sentence in *why if somebody has it, or the address is bad.
 */
enum store_mode { STORE_READ, STORE_WRITE };
struct store *store_open(const char *url, enum store_mode mode, const char **why);
void store_close(struct store *s);              /* last commit, checkpoint, release the lock */
enum engine store_engine(const struct store *s);
const char *store_path(const struct store *s);  /* SQLite's file; NULL on PostgreSQL */
bool store_healthy(struct store *s, const char **why);   /* for /readyz: answers, and can write */

/* A read in one snapshot: SQLite on this thread's read-only connection, PostgreSQL on one of the
 * pool (REPEATABLE READ READ ONLY). budget_us 0: none. Work is called once; asks made in it are
 * answered by answers(). */
enum fault store_read(struct store *s, void (*work)(struct conn *, void *), void *arg, int budget_us);

/*
 * A change: work runs in a transaction and says whether to keep it. SQLite: on the writer's thread,
 * in a savepoint of a group. PostgreSQL: SERIALIZABLE on one of the pool, three more times if it
 * collides. Work may run more than once: it touches rows and its own arena only, and makes its
 * struct rq anew each time (an outcome sticks).
 * FAULT_NONE only when it is durable, or when work returned false without a fault: rolled back.
 */
enum fault store_change(struct store *s, bool (*work)(struct conn *, void *), void *arg);
/* The same without waiting (SQLite only uses the writer; on PostgreSQL call from a worker). */
void store_change_later(struct store *s, bool (*work)(struct conn *, void *), void *arg,
    void (*then)(void *arg, enum fault fault));

/* Runs what is queued, in order, in one round trip; stops at the first fault. */
enum fault conn_run(struct conn *c, struct ask *first, struct arena *a);
enum engine conn_engine(const struct conn *c);
/* The next numbers of the one line: first of n consecutive ones. Never used twice. */
int64_t conn_ids(struct conn *c, int64_t n);

/* ---- migrate.c ------------------------------------------------------------------------- */

struct migration {
	int number;
	const char *name;
	const char *text;               /* DDL with macros */
};
extern const struct migration migrations[];      /* generated; ends with number 0 */

/* Brings the schema up; returns how many were applied, or -1 with *why. */
int store_migrate(struct store *s, const char **why);
/* 0 current, <0 older than this program, >0 newer; how many steps. */
int store_behind(struct store *s);

/* All rows of all tables, tables by name, rows by their columns: "table|col|col…", blobs as hex,
 * null as \N; | and line ends in texts as \p and \n, a backslash doubled. Without schema_step and
 * id_lease, which tell of engine and clock. For the demo's sha256 and tests. */
bool store_dump(struct store *s, void (*line)(void *, const char *), void *arg);

#endif
