/*
 * parity.c: every statement of the program, on both engines, over the same organisation: equal rows,
 * equal numbers of changed rows; and the narrow and the wide form of a list (@sees) give equal rows. Values are drawn from what is there, by type. Changes are rolled back.
 *
 *   parity SQLITE_URL POSTGRES_URL
 */
#include "base/out.h"
#include "base/text.h"
#include "db/ask.h"
#include "db/every.h"
#include "db/rq.h"

#include <inttypes.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DRAWS = 6, FORM_DRAWS = 60, MOST_IDS = 4000 };

static struct arena *life;
static uint64_t dice = 7;

static struct pool { char table[32]; int64_t *ids; size_t n; } pools[128];
static size_t n_pools;

static uint64_t
roll(void)
{
	dice = dice * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return dice >> 33;
}

static struct pool *
pool_of(const char *table, size_t n)
{
	for (size_t i = 0; i < n_pools; i++)
		if (strlen(pools[i].table) == n && strncmp(pools[i].table, table, n) == 0)
			return &pools[i];
	struct pool *p = &pools[n_pools++];
	if (n_pools > COUNT(pools))
		die("too many tables");
	snprintf(p->table, sizeof p->table, "%.*s", (int)n, table);
	p->ids = NEW_MANY(life, int64_t, MOST_IDS);
	return p;
}

/* "table|7|…": remember 7 as an id of that table. */
static void
note_line(void *arg, const char *line)
{
	const char *bar = strchr(line, '|');
	struct pool *p;

	(void)arg;
	if (bar == NULL || (p = pool_of(line, (size_t)(bar - line)))->n == MOST_IDS)
		return;
	p->ids[p->n++] = strtoll(bar + 1, NULL, 10);
}

static int64_t
draw_id(const char *type, size_t n)
{
	struct pool *p = pool_of(type, n - 3);  /* without _id */

	if (p->n == 0)
		p = pool_of(n >= 8 && strncmp(type, "part_id", 7) == 0 ? "review_part" : "person", n >= 8 ? 6 : 6);
	return p->n == 0 || roll() % 12 == 0 ? 999999999 : p->ids[roll() % p->n];
}

static const char *const texts[] = { "a", "an", "open", "draft", "submitted", "asked", "self", "manager", "director", "written", "zoë", "" };
static const struct day days[] = { { 2026, 1, 1 }, { 2026, 6, 30 }, { 2026, 11, 24 }, { 9999, 12, 31 }, { 2020, 2, 29 } };

static struct value
draw(struct rq *rq, const char *type, size_t n)
{
	bool maybe = type[n - 1] == '?';
	static const int64_t numbers[] = { 0, 1, 2, 3, 50, 1000 };

	n -= maybe;
	if (maybe && roll() % 2)
		return strncmp(type, "blob", n) == 0 ? value_blob((struct blob){ 0 }) : strncmp(type, "text", n) == 0
		    || strncmp(type, "word", n) == 0 || strncmp(type, "day", n) == 0 ? value_text(NULL) : value_int(NONE);
	if (n > 3 && strncmp(type + n - 3, "_id", 3) == 0)
		return value_id(draw_id(type, n));
	if (n == 3 && strncmp(type, "day", 3) == 0)
		return value_day(rq, days[roll() % COUNT(days)]);
	if (n == 4 && (strncmp(type, "text", 4) == 0 || strncmp(type, "word", 4) == 0))
		return value_text(texts[roll() % COUNT(texts)]);
	if (n == 4 && strncmp(type, "blob", 4) == 0)
		return value_blob((struct blob){ "0123456789abcdef0123456789abcdef", 32 });
	if (n == 7 && strncmp(type, "instant", 7) == 0)
		return value_int(INT64_C(1790000000000000));
	if (n == 4 && strncmp(type, "flag", 4) == 0)
		return value_int((int64_t)(roll() % 2));
	return value_int(numbers[roll() % COUNT(numbers)]);
}

struct trial {
	const struct every_statement *e;
	uint64_t dice;                  /* so that both engines draw the same */
	int sort;
	int draw;                       /* 0: no optional parameter, 1: all of them */
	bool wide;
	struct out *said;
	enum outcome outcome;
};

static void
say_cell(struct out *o, const struct column *c, const char *row)
{
	const void *at = row + c->offset;
	char day[11];

	switch (c->kind) {
	case KIND_ID:
	case KIND_INT: put_int(o, *(const int64_t *)at); break;
	case KIND_TEXT: put_json_text(o, *(const char *const *)at); break;
	case KIND_DAY: day_write(*(const struct day *)at, day); put(o, day); break;
	case KIND_BLOB: put_hex(o, *(const struct blob *)at); break;
	case KIND_REAL: put_format(o, "%.9g", *(const double *)at); break;
	}
	put(o, "|");
}

static void
say_row(struct out *o, const struct statement *st, const char *row)
{
	for (size_t i = 0; i < st->n_columns; i++)
		say_cell(o, &st->columns[i], row);
	put(o, "\n");
}

/* A cursor binds two values: after a text and an id, or not there. */
static bool
draw_key(struct trial *t, struct value *v)
{
	bool there = t->draw == 1 || (t->draw > 1 && roll() % 2);

	v[0] = value_text(there ? "m" : NULL);
	v[1] = value_int(there ? 5 : NONE);
	return there;
}

static bool
draw_one(struct rq *rq, struct trial *t, const char *type, size_t n, struct value *v)
{
	bool maybe = type[n - 1] == '?';

	do
		*v = draw(rq, type, n);
	while (t->draw == 1 && maybe && v->none);
	if (t->draw == 0 && maybe)
		v->none = true;
	return maybe && !v->none;
}

static struct value *
draw_all(struct rq *rq, struct trial *t, uint64_t *given)
{
	struct value *v = NEW_MANY(rq->arena, struct value, t->e->st->n_kinds + 2);
	const char *type = t->e->types;
	size_t i = 0;

	dice = t->dice;
	*given = 0;
	for (int order = 0; *type; order++) {
		size_t n = strcspn(type, " ");
		bool key = strncmp(type, "key", 3) == 0;

		if (key ? draw_key(t, &v[i]) : draw_one(rq, t, type, n, &v[i]))
			*given |= UINT64_C(1) << order;
		i += key ? 2 : 1;
		type += n + (type[n] == ' ');
	}
	return v;
}

static bool
run_trial(struct conn *conn, void *arg)
{
	struct trial *t = arg;
	struct arena *a = arena_new();
	struct rq *rq = rq_new(a, NULL, conn, INT64_C(1790000000000000), (struct day){ 2026, 11, 24 });
	uint64_t given;
	struct value *v = draw_all(rq, t, &given);

	rq->wide = t->wide;
	struct rows *rows = ask(rq, t->e->st, v, given, t->sort);
	struct ask *asked = rq->last;
	answers(rq);
	t->outcome = rq->outcome;
	put_format(t->said, "outcome %d\n", (int)rq->outcome);
	if (rq->outcome == FINE && t->e->st->shape == ONE)
		say_row(t->said, t->e->st, (const char *)(void *)rows);
	else if (rq->outcome == FINE && rows != NULL)
		for (size_t i = 0; i < rows->n; i++)
			say_row(t->said, t->e->st, (const char *)rows->at + i * t->e->st->row_size);
	else if (rq->outcome == FINE)
		put_format(t->said, "changed %" PRId64 "\n", asked->changed);
	arena_free(a);
	return false;
}

static void
read_trial(struct conn *conn, void *arg)
{
	run_trial(conn, arg);
}

static void
run_on(struct store *s, struct trial *t)
{
	if (t->e->st->shape == DONE || t->e->st->shape == DONE_ONE)
		store_change(s, run_trial, t);
	else
		store_read(s, read_trial, t, 0);
}

static int equal, different, rows_seen;

static void
compare(struct store *a, struct store *b, struct trial t)
{
	struct arena *short_life = arena_new();
	struct out said[2];
	struct store *stores[2] = { a, b };

	for (int i = 0; i < 2; i++) {
		out_init(&said[i], short_life);
		t.said = &said[i];
		run_on(stores[i], &t);
	}
	if (said[0].n == said[1].n && memcmp(said[0].at, said[1].at, said[0].n) == 0) {
		equal++;
		rows_seen += said[0].n > 12;
	} else {
		different++;
		printf("not ok - %s differs (sort %d, draw %d)\n--- sqlite\n%.1500s\n--- postgres\n%.1500s\n", t.e->st->name, t.sort, t.draw,
		    said[0].at, said[1].at);
	}
	arena_free(short_life);
}

static bool
has_forms(const struct statement *st)
{
	for (size_t i = 0; i < st->n_pieces; i++)
		if (st->pieces[i].when == IF_WIDE)
			return true;
	return false;
}

static int forms_with_rows;

/* Whoever reaches many sees what whoever reaches few would: one circle, written in two ways. */
static void
compare_forms(struct store *s, struct trial t)
{
	struct arena *short_life = arena_new();
	struct out said[2];

	for (int wide = 0; wide < 2; wide++) {
		out_init(&said[wide], short_life);
		t.said = &said[wide];
		t.wide = wide;
		run_on(s, &t);
	}
	if (said[0].n == said[1].n && memcmp(said[0].at, said[1].at, said[0].n) == 0) {
		equal++;
		forms_with_rows += said[0].n > 12;
	} else {
		different++;
		printf("not ok - %s: its two forms differ (sort %d, draw %d)\n--- narrow\n%.1500s\n--- wide\n%.1500s\n", t.e->st->name, t.sort,
		    t.draw, said[0].at, said[1].at);
	}
	arena_free(short_life);
}

static void
every_form(struct store *a, struct store *b)
{
	int lists = 0;

	for (const struct every_statement *e = every_statement; e->st; e++) {
		lists += has_forms(e->st);
		for (int sort = e->sorts ? 0 : -1; has_forms(e->st) && sort < (e->sorts ? e->sorts : 0); sort++)
			for (int i = 0; i < FORM_DRAWS; i++) {
				struct trial t = { .e = e, .dice = (uint64_t)i * 1409 + 5, .sort = sort, .draw = i % DRAWS };

				compare_forms(a, t);
				compare_forms(b, t);
			}
	}
	printf("note: %d lists in their narrow and wide form, %d trials with rows\n", lists, forms_with_rows);
	if (!forms_with_rows) {
		different++;
		printf("not ok - no list showed a row in either form\n");
	}
}

static void
every(struct store *a, struct store *b)
{
	for (const struct every_statement *e = every_statement; e->st; e++) {
		if (strcmp(e->st->name, "id_line_now") == 0)
			continue;       /* PostgreSQL leases numbers in blocks: the one place where the engines may differ */
		for (int sort = e->sorts ? 0 : -1; sort < (e->sorts ? e->sorts : 0); sort++)
			for (int i = 0; i < DRAWS; i++) {
				struct trial t = { .e = e, .dice = (uint64_t)i * 977 + 11, .sort = sort, .draw = i, .wide = i % 2 };
				compare(a, b, t);
			}
	}
}

int
main(int argc, char **argv)
{
	const char *why = NULL;

	if (argc != 3 || sodium_init() < 0)
		return 2;
	life = arena_new();
	struct store *a = store_open(argv[1], STORE_WRITE, &why), *b = store_open(argv[2], STORE_WRITE, &why);
	if (a == NULL || b == NULL)
		die("%s", why);
	store_dump(a, note_line, NULL);
	every(a, b);
	every_form(a, b);
	size_t n = 0;
	while (every_statement[n].st)
		n++;
	printf("note: %zu statements on both engines, %d trials equal, %d with rows\n", n, equal, rows_seen);
	printf("%d passed, %d failed\n", equal, different);
	store_close(a);
	store_close(b);
	arena_free(life);
	return different || !equal;
}
