/* stage_test.c: what the tests of src/db share. Holds no test of its own. */
#include "db/stage_test.h"

#include "db/ask.h"

#include <libpq-fe.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int made;

static void
remove_files(const char *path)
{
	static const char *const ends[] = { "", "-wal", "-shm", ".lock", ".sock", ".before-2" };
	char name[600];

	for (size_t i = 0; i < COUNT(ends); i++) {
		snprintf(name, sizeof name, "%s%s", path, ends[i]);
		unlink(name);
	}
}

static void
on_sqlite(void (*scene)(const char *url))
{
	const char *folder = getenv("TMPDIR");
	char url[512];

	snprintf(url, sizeof url, "sqlite:%s/meridian-test-%d-%d.db", folder ? folder : "/tmp",
	    (int)getpid(), ++made);
	remove_files(url + 7);
	scene(url);
	remove_files(url + 7);
}

static void
quiet(void *arg, const char *text)
{
	(void)arg;
	(void)text;
}

int64_t
stage_say(const char *url, const char *sql)
{
	PGconn *db = PQconnectdb(url);
	PGresult *r;
	int64_t n = -1;

	PQsetNoticeProcessor(db, quiet, NULL);
	r = PQexec(db, sql);
	if (PQresultStatus(r) == PGRES_TUPLES_OK && PQntuples(r) > 0)
		n = strtoll(PQgetvalue(r, 0, 0), NULL, 10);
	else if (PQresultStatus(r) == PGRES_COMMAND_OK)
		n = 0;
	else
		printf("# %s: %s", sql, PQerrorMessage(db));
	PQclear(r);
	PQfinish(db);
	return n;
}

static void
on_postgres(void (*scene)(const char *url))
{
	const char *base = getenv("MERIDIAN_TEST_PG");
	char url[512], sql[128];

	SAY("MERIDIAN_TEST_PG is the URL of an empty PostgreSQL database, or none");
	YES(base != NULL);
	SAY(NULL);
	if (strcmp(base, "none") == 0) {
		printf("# PostgreSQL is left out: MERIDIAN_TEST_PG=none\n");
		return;
	}
	snprintf(sql, sizeof sql, "create schema t%d_%d", (int)getpid(), ++made);
	EQ(stage_say(base, sql), 0);
	snprintf(url, sizeof url, "%s%soptions=-csearch_path%%3Dt%d_%d", base,
	    strchr(base, '?') ? "&" : "?", (int)getpid(), made);
	scene(url);
	snprintf(sql, sizeof sql, "drop schema t%d_%d cascade", (int)getpid(), made);
	EQ(stage_say(base, sql), 0);
}

void
stage_each_bare(void (*scene)(const char *url))
{
	on_sqlite(scene);
	on_postgres(scene);
}

static void (*under_way)(struct store *s);

static void
migrated(const char *url)
{
	const char *why = "";
	struct store *s = store_open(url, STORE_WRITE, &why);

	SAY(why);
	YES(s != NULL);
	store_migrate(s, &why);
	SAY(why);
	EQ(store_behind(s), 0);
	SAY(store_engine(s) == SQLITE ? "on SQLite" : "on PostgreSQL");
	under_way(s);
	SAY(NULL);
	store_close(s);
}

void
stage_sqlite(void (*scene)(struct store *s))
{
	under_way = scene;
	on_sqlite(migrated);
}

void
stage_postgres(void (*scene)(struct store *s))
{
	under_way = scene;
	on_postgres(migrated);
}

void
stage_each(void (*scene)(struct store *s))
{
	stage_sqlite(scene);
	stage_postgres(scene);
}

struct rq *
stage_rq(struct arena *a, struct conn *c)
{
	return rq_new(a, c->store, c, 1780000000000000, (struct day){ 2026, 5, 28 });
}

struct piece_of_work {
	stage_work *work;
	void *arg;
	enum outcome outcome;
};

static bool
do_piece(struct conn *c, void *arg)
{
	struct piece_of_work *p = arg;
	struct arena *a = arena_new();
	struct rq *rq = stage_rq(a, c);

	p->work(rq, p->arg);
	answers(rq);
	p->outcome = rq->outcome;
	arena_free(a);
	return p->outcome == FINE;
}

static void
read_piece(struct conn *c, void *arg)
{
	do_piece(c, arg);
}

static enum outcome
outcome_of(enum fault fault, enum outcome outcome)
{
	static const enum outcome of[] = {
		[FAULT_BUSY] = BUSY, [FAULT_TAKEN] = CONFLICT, [FAULT_SLOW] = SLOW_READ,
		[FAULT_BROKEN] = BROKEN,
	};

	return fault == FAULT_NONE ? outcome : of[fault];
}

enum outcome
stage_change(struct store *s, stage_work *work, void *arg)
{
	struct piece_of_work p = { .work = work, .arg = arg };
	enum fault fault = store_change(s, do_piece, &p);

	return outcome_of(fault, p.outcome);
}

enum outcome
stage_read(struct store *s, stage_work *work, void *arg)
{
	struct piece_of_work p = { .work = work, .arg = arg };
	enum fault fault = store_read(s, read_piece, &p, 0);

	return outcome_of(fault, p.outcome);
}

/* ---- statements ------------------------------------------------------------------------- */

static const struct column setting_columns[] = {
	{ "key", KIND_TEXT, false, offsetof(struct staged_setting, key) },
	{ "value", KIND_TEXT, false, offsetof(struct staged_setting, value) },
	{ "version", KIND_INT, false, offsetof(struct staged_setting, version) },
};
static const struct column count_columns[] = {
	{ "n", KIND_INT, false, offsetof(struct staged_count, n) },
};
static const enum kind text_text_int[] = { KIND_TEXT, KIND_TEXT, KIND_INT };

#define ROWS(columns, type) columns, COUNT(columns), sizeof(type)
static const struct piece add_pieces[] = {
	{ "insert into setting (key, value, version) values (?1, ?2, 1)", ALWAYS, 0 },
};
static const struct statement add = {
	"setting_add", DONE_ONE, add_pieces, 1, text_text_int, 2, NULL, 0, 0
};
static const struct piece move_pieces[] = {
	{ "update setting set value = ?2, version = version + 1 where key = ?1 and version = ?3",
		ALWAYS, 0 },
};
static const struct statement move = {
	"setting_move", DONE_ONE, move_pieces, 1, text_text_int, 3, NULL, 0, 0
};
static const struct piece at_pieces[] = {
	{ "select key, value, version from setting where key = ?1", ALWAYS, 0 },
};
static const struct statement at = {
	"setting_at", MAYBE, at_pieces, 1, text_text_int, 1, ROWS(setting_columns, struct staged_setting)
};
static const struct statement must = {
	"setting_must", ONE, at_pieces, 1, text_text_int, 1, ROWS(setting_columns, struct staged_setting)
};
static const struct piece count_pieces[] = {
	{ "select count(*) as n from setting", ALWAYS, 0 },
};
static const struct statement count = {
	"setting_count", ONE, count_pieces, 1, NULL, 0, ROWS(count_columns, struct staged_count)
};
static const struct piece orphan_pieces[] = {
	{ "insert into file_part (file_id, place, body) values (999, 1, ?1)", ALWAYS, 0 },
};
static const enum kind one_blob[] = { KIND_BLOB };
static const struct statement orphan = {
	"orphan_add", DONE_ONE, orphan_pieces, 1, one_blob, 1, NULL, 0, 0
};

void
setting_add(struct rq *rq, const char *key, const char *value)
{
	struct value v[] = { value_text(key), value_text(value) };

	ask(rq, &add, v, 0, -1);
}

void
setting_move(struct rq *rq, const char *key, const char *value, int64_t version)
{
	struct value v[] = { value_text(key), value_text(value), value_int(version) };

	ask(rq, &move, v, 0, -1);
}

struct staged_setting_rows *
setting_at(struct rq *rq, const char *key)
{
	struct value v[] = { value_text(key) };

	return ask(rq, &at, v, 0, -1);
}

struct staged_setting *
setting_must(struct rq *rq, const char *key)
{
	struct value v[] = { value_text(key) };

	return ask(rq, &must, v, 0, -1);
}

struct staged_count *
setting_count(struct rq *rq)
{
	return ask(rq, &count, NULL, 0, -1);
}

void
orphan_add(struct rq *rq)
{
	struct value v[] = { value_blob((struct blob){ "x", 1 }) };

	ask(rq, &orphan, v, 0, -1);
}

static void
count_them(struct rq *rq, void *arg)
{
	struct staged_count *row = setting_count(rq);

	answers(rq);
	*(int64_t *)arg = row->n;
}

int64_t
settings_in(struct store *s)
{
	int64_t n = -1;

	stage_read(s, count_them, &n);
	return n;
}

/* Connections know a statement by its address: none is ever used again for another text. */
void
stage_sql(struct rq *rq, const char *fmt, ...)
{
	static struct arena *life;
	struct statement *st;
	struct piece *piece;
	char text[2000];
	va_list args;

	va_start(args, fmt);
	int n = vsnprintf(text, sizeof text, fmt, args);
	va_end(args);
	YES(n >= 0 && (size_t)n < sizeof text);
	if (life == NULL)
		life = arena_new();
	piece = NEW(life, struct piece);
	*piece = (struct piece){ arena_copy(life, text), ALWAYS, 0 };
	st = NEW(life, struct statement);
	*st = (struct statement){ .name = "test", .shape = DONE, .pieces = piece, .n_pieces = 1 };
	ask(rq, st, NULL, 0, -1);
}
