/* stage_test.h: databases for tests: a fresh one of each engine, with the whole schema. */
#ifndef DB_STAGE_TEST_H
#define DB_STAGE_TEST_H

#include "base/test.h"
#include "db/conn.h"
#include "db/rq.h"

/* Runs the scene on SQLite, then on PostgreSQL (MERIDIAN_TEST_PG, a URL; unset is a failure,
 * "none" leaves it out and says so). The database is made, migrated, and removed after. */
void stage_each(void (*scene)(struct store *s));
void stage_sqlite(void (*scene)(struct store *s));
void stage_postgres(void (*scene)(struct store *s));
/* The same without migrating: the scene is given the address. */
void stage_each_bare(void (*scene)(const char *url));
/* A connection of the test's own; runs one statement and returns its first cell as a number. */
int64_t stage_say(const char *url, const char *sql);

/* A request inside a change or read. */
struct rq *stage_rq(struct arena *a, struct conn *c);
/* One whole change: the scene's work, its outcome. */
typedef void stage_work(struct rq *rq, void *arg);
enum outcome stage_change(struct store *s, stage_work *work, void *arg);
enum outcome stage_read(struct store *s, stage_work *work, void *arg);

/* One statement in its own words, queued like any other; its text lives as long as the program. */
void stage_sql(struct rq *rq, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* ---- statements over the platform's own tables */
struct staged_setting { const char *key, *value; int64_t version; };
struct staged_setting_rows { size_t n; struct staged_setting *at; };
struct staged_count { int64_t n; };

void setting_add(struct rq *rq, const char *key, const char *value);            /* done 1 */
void setting_move(struct rq *rq, const char *key, const char *value, int64_t version);  /* done 1 */
struct staged_setting_rows *setting_at(struct rq *rq, const char *key);            /* ? */
struct staged_setting *setting_must(struct rq *rq, const char *key);               /* ! */
struct staged_count *setting_count(struct rq *rq);                                 /* ! */
void orphan_add(struct rq *rq);         /* a file_part of no file */
int64_t settings_in(struct store *s);

#endif
