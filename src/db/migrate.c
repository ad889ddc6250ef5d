/* migrate.c: brings a database's schema up, step by step. Knows steps, not what they make. */
#include "db/conn.h"
#include "db/schema.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

/* What a bringing-up goes through; the engine's file runs its statements. */
struct climb {
	struct store *store;
	struct conn *conn;
	const struct migration *list;
	int applied;                    /* how many steps were taken; -1: one failed */
	const char *why;                /* in the climbing thread's buffer … */
	char words[512];                /* … and kept for the asking one */
};

static const char steps_table[] =
    "create table if not exists schema_step "
    "(number @int primary key, name @text not null, applied_at @int not null)";
static const char first_number[] =
    "insert into id_lease (line, next_id) values ('main', 1) on conflict (line) do nothing";

static bool
run_one(void *arg, const char *sql)
{
	struct climb *up = arg;

	return schema_do(up->conn, sql, &up->why);
}

static bool
run_text(struct climb *up, const char *text)
{
	return ddl_each(text, up->conn->engine, run_one, up);
}

static bool
note_step(struct climb *up, const struct migration *m)
{
	char sql[256];

	snprintf(sql, sizeof sql,
	    "insert into schema_step (number, name, applied_at) values (%d, '%s', %lld)",
	    m->number, m->name, (long long)time(NULL) * 1000000);
	return run_one(up, sql);
}

/* The counter's row is made as soon as its table is. */
static bool
start_numbers(struct climb *up)
{
	return !schema_has(up->conn, "id_lease") || run_one(up, first_number);
}

static bool
step(struct climb *up, const struct migration *m)
{
	if (!schema_begin(up->conn, &up->why))
		return false;
	if (schema_count(up->conn, m->number, m->number) > 0)   /* another node was faster */
		return schema_end(up->conn, true, &up->why);
	if (!run_text(up, m->text) || !note_step(up, m) || !start_numbers(up) ||
	    !schema_sound(up->conn, &up->why)) {
		schema_end(up->conn, false, NULL);
		return false;
	}
	up->applied++;
	return schema_end(up->conn, true, &up->why);
}

static bool
climb(struct conn *c, void *arg)
{
	struct climb *up = arg;
	bool fresh = !schema_has(c, "schema_step"), well = true, copied = fresh;

	up->conn = c;
	up->applied = 0;
	if (fresh)
		well = schema_begin(c, &up->why) && run_text(up, steps_table) &&
		    schema_end(c, true, &up->why);
	for (const struct migration *m = up->list; well && m->number != 0; m++) {
		if (schema_count(c, m->number, m->number) > 0)
			continue;
		if (!copied)
			well = copied = schema_copy(c, m->number, &up->why);
		well = well && step(up, m);
	}
	if (!well) {
		up->applied = -1;
		snprintf(up->words, sizeof up->words, "%s", up->why ? up->why : "");
	}
	return well;
}

int
migrate_from(struct store *s, const struct migration *list, const char **why)
{
	struct climb up = { .store = s, .list = list, .applied = -1,
		.words = "The database was opened to read, or cannot be written." };

	if (s->mode == STORE_WRITE && s->engine == SQLITE)
		writer_bare(s->writer, climb, &up);
	else if (s->mode == STORE_WRITE)
		pg_alone(s, climb, &up);
	if (up.applied < 0)
		why_say(why, "%s", up.words);
	ids_forget(s);
	return up.applied;
}

int
store_migrate(struct store *s, const char **why)
{
	return migrate_from(s, migrations, why);
}

struct view {
	const struct migration *list;
	int behind;
};

static void
compare(struct conn *c, void *arg)
{
	struct view *v = arg;
	bool any = schema_has(c, "schema_step");
	int last = 0, missing = 0;

	for (const struct migration *m = v->list; m->number != 0; m++) {
		last = m->number;
		missing += !any || schema_count(c, m->number, m->number) == 0;
	}
	v->behind = any ? (int)schema_count(c, last + 1, 1 << 30) : 0;
	if (v->behind == 0)
		v->behind = -missing;
}

int
behind_of(struct store *s, const struct migration *list)
{
	struct view v = { .list = list };

	store_read(s, compare, &v, 0);
	return v.behind;
}

int
store_behind(struct store *s)
{
	return behind_of(s, migrations);
}
