/* store_test.c: what asking and changing promise, on both engines. */
#include "db/ask.h"
#include "db/stage_test.h"

#include <string.h>

#if defined(__SANITIZE_ADDRESS__)
#define SEES_POISON 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SEES_POISON 1
#endif
#endif
#ifdef SEES_POISON
#include <sanitizer/asan_interface.h>
#endif

static void
add_named(struct rq *rq, void *arg)
{
	setting_add(rq, arg, "first");
}

static void
orphan(struct rq *rq, void *arg)
{
	(void)arg;
	setting_add(rq, "beside.the.orphan", "x");
	orphan_add(rq);
}

/* Opened anew: migrating sets foreign keys aside and back, and must not be what turns them on. */
static void
foreign_keys_hold(const char *url)
{
	struct store *s = store_open(url, STORE_WRITE, NULL);

	store_migrate(s, NULL);
	store_close(s);
	s = store_open(url, STORE_WRITE, NULL);
	EQ(stage_change(s, orphan, NULL), BROKEN);
	EQ(settings_in(s), 0);
	store_close(s);
}

TEST("a row that points at nothing breaks the change, and nothing of it is kept")
{
	stage_each_bare(foreign_keys_hold);
}

static void
move_old(struct rq *rq, void *arg)
{
	setting_add(rq, "never.kept", "x");
	setting_move(rq, "house.name", "second", *(int64_t *)arg);
}

static void
find(struct rq *rq, void *arg)
{
	struct staged_setting *row = setting_must(rq, arg);

	if (answers(rq))
		SAME(row->key, arg);
	else
		YES(row->key == NULL && row->version == 0);
}

static void
outcomes(struct store *s)
{
	int64_t old = 7, now = 1;

	EQ(stage_change(s, add_named, "house.name"), FINE);
	EQ(stage_change(s, add_named, "house.name"), CONFLICT);
	EQ(stage_change(s, move_old, &old), CONFLICT);
	EQ(settings_in(s), 1);
	EQ(stage_change(s, move_old, &now), FINE);
	EQ(settings_in(s), 2);
	EQ(stage_read(s, find, "no.such.key"), ABSENT);
	EQ(stage_read(s, find, "house.name"), FINE);
}

TEST("a taken key and an old version are a conflict, a missing row is absent")
{
	stage_each(outcomes);
}

static void
hide_and_show(struct rq *rq, void *arg)
{
	struct staged_setting_rows *rows = setting_at(rq, "house.name");
	struct staged_setting *row = setting_must(rq, "house.name");

	(void)arg;
#ifdef SEES_POISON
	YES(__asan_address_is_poisoned(rows));
	YES(__asan_address_is_poisoned(row));
#endif
	YES(answers(rq));
#ifdef SEES_POISON
	NO(__asan_address_is_poisoned(rows));
	NO(__asan_address_is_poisoned(row));
#endif
	EQ(rows->n, 1);
	SAME(rows->at[0].value, "first");
	SAME(row->value, "first");
	EQ(rq->rounds, 1);
}

static void
hidden(struct store *s)
{
	stage_change(s, add_named, "house.name");
	EQ(stage_read(s, hide_and_show, NULL), FINE);
}

TEST("rows cannot be read before they are answered, and come in one round")
{
	stage_each(hidden);
}

static void
after_a_fault(struct rq *rq, void *arg)
{
	struct staged_setting_rows *rows;

	(void)arg;
	setting_must(rq, "no.such.key");
	NO(answers(rq));
	rows = setting_at(rq, "house.name");
	NO(answers(rq));
	EQ(rows->n, 0);
	EQ(rq->rounds, 1);
	EQ(new_id(rq), 0);
	refuse(rq, "name", "refused.too_long");
	YES(refused(rq));
	EQ(rq->outcome, ABSENT);
}

static void
sticks(struct store *s)
{
	stage_change(s, add_named, "house.name");
	EQ(stage_read(s, after_a_fault, NULL), ABSENT);
}

TEST("after a failure nothing more is sent, and rows are empty")
{
	stage_each(sticks);
}

static void
three_ids(struct rq *rq, void *arg)
{
	int64_t *ids = arg;

	ids[0] = new_id(rq);
	ids[1] = new_ids(rq, 5000);
	ids[2] = new_id(rq);
}

static void
ids_forward(const char *url)
{
	struct store *s = store_open(url, STORE_WRITE, NULL);
	int64_t before[3], after[3];

	store_migrate(s, NULL);
	EQ(stage_change(s, three_ids, before), FINE);
	store_close(s);
	s = store_open(url, STORE_WRITE, NULL);
	EQ(stage_change(s, three_ids, after), FINE);
	store_close(s);
	EQ(before[0], 1);
	YES(before[1] > before[0]);
	YES(before[2] > before[1] + 4999);
	YES(after[0] > before[2]);
}

TEST("the line of numbers begins at 1 and never gives one twice, though the program ends")
{
	stage_each_bare(ids_forward);
}

/* ---- every kind of value ------------------------------------------------------------------ */

struct all { int64_t n, none, id; const char *text, *nil; struct day day, never; struct blob blob;
	double real; };

static const struct column all_columns[] = {
	{ "n", KIND_INT, false, offsetof(struct all, n) },
	{ "none", KIND_INT, true, offsetof(struct all, none) },
	{ "id", KIND_ID, true, offsetof(struct all, id) },
	{ "text", KIND_TEXT, false, offsetof(struct all, text) },
	{ "nil", KIND_TEXT, true, offsetof(struct all, nil) },
	{ "day", KIND_DAY, false, offsetof(struct all, day) },
	{ "never", KIND_DAY, true, offsetof(struct all, never) },
	{ "blob", KIND_BLOB, false, offsetof(struct all, blob) },
	{ "real", KIND_REAL, false, offsetof(struct all, real) },
};
static const struct piece all_pieces[] = {
	{ "select ?1 as n, ?2 as none, ?2 as id, ?3 as text, ?4 as nil, ?5 as day, ?6 as never, "
		"?7 as blob, ?8 as real", ALWAYS, 0 },
};
static const enum kind all_kinds[] = {
	KIND_INT, KIND_INT, KIND_TEXT, KIND_TEXT, KIND_DAY, KIND_DAY, KIND_BLOB, KIND_REAL,
};
static const struct statement all = {
	"all", ONE, all_pieces, 1, all_kinds, COUNT(all_kinds), all_columns, COUNT(all_columns),
	sizeof(struct all)
};

static void
there_and_back(struct rq *rq, void *arg)
{
	static const char bytes[] = "\0\xff\\x'\n";
	struct value v[] = {
		value_int(INT64_MAX), value_int(NONE), value_text("Zo\xc3\xab 'n ?1"), value_text(NULL),
		value_day(rq, DAY_EVER), value_day(rq, (struct day){ 0 }),
		value_blob((struct blob){ bytes, sizeof bytes }), value_real(0.1),
	};
	struct all *row = ask(rq, &all, v, 0, -1);

	(void)arg;
	YES(answers(rq));
	EQ(row->n, INT64_MAX);
	EQ(row->none, NONE);
	EQ(row->id, 0);
	SAME(row->text, "Zo\xc3\xab 'n ?1");
	YES(row->nil == NULL);
	EQ(day_compare(row->day, DAY_EVER), 0);
	YES(day_none(row->never));
	EQ(row->blob.n, sizeof bytes);
	EQ(memcmp(row->blob.at, bytes, sizeof bytes), 0);
	YES(row->real > 0.0999999 && row->real < 0.1000001);
}

static void
kinds(struct store *s)
{
	EQ(stage_read(s, there_and_back, NULL), FINE);
}

TEST("each kind of value comes back as it went, nulls too")
{
	stage_each(kinds);
}

/* ---- forms of one statement ---------------------------------------------------------------- */

static const struct column key_columns[] = { { "key", KIND_TEXT, false, 0 } };
static const struct piece list_pieces[] = {
	{ "select key from setting where version > 0", ALWAYS, 0 },
	{ " and value = ?1", IF_GIVEN, 0 },
	{ " and key > ?2", IF_AFTER, 0 + 64 * 1 },
	{ " and key < ?2", IF_AFTER, 1 + 64 * 1 },
	{ " and key <> 'c'", IF_NARROW, 0 },
	{ " and key <> 'd'", IF_WIDE, 0 },
	{ " order by ", ALWAYS, 0 },
	{ "key", IF_SORT, 0 },
	{ "key desc", IF_SORT, 1 },
};
static const enum kind list_kinds[] = { KIND_TEXT, KIND_TEXT };
static const struct statement list = {
	"list", MANY, list_pieces, COUNT(list_pieces), list_kinds, 2, key_columns, 1, sizeof(char *)
};
static const struct {
	const char *words, *value, *after;
	int sort;
	bool wide;
	const char *keys;
} forms[] = {
	{ "all, narrow",             NULL, NULL, 0, false, "abde" },
	{ "all, wide",               NULL, NULL, 0, true,  "abce" },
	{ "the other way",           NULL, NULL, 1, false, "edba" },
	{ "one value",               "x",  NULL, 0, false, "ad" },
	{ "after b",                 NULL, "b",  0, false, "de" },
	{ "after d, the other way",  NULL, "d",  1, false, "ba" },
	{ "all at once",             "x",  "d",  1, true,  "a" },
};

static void
in_form(struct rq *rq, void *arg)
{
	size_t i = (size_t)(uintptr_t)arg;
	struct value v[] = { value_text(forms[i].value), value_text(forms[i].after) };
	struct rows *rows;
	char keys[8] = "";

	rq->wide = forms[i].wide;
	rows = ask(rq, &list, v, (forms[i].value ? 1u : 0) | (forms[i].after ? 2u : 0),
	    forms[i].sort);
	YES(answers(rq));
	for (size_t k = 0; k < rows->n; k++)
		strncat(keys, ((const char **)rows->at)[k], 1);
	SAME(keys, forms[i].keys);
}

static void
five(struct rq *rq, void *arg)
{
	(void)arg;
	setting_add(rq, "a", "x");
	setting_add(rq, "b", "y");
	setting_add(rq, "c", "y");
	setting_add(rq, "d", "x");
	setting_add(rq, "e", "y");
}

static void
each_form(struct store *s)
{
	EQ(stage_change(s, five, NULL), FINE);
	for (size_t i = 0; i < COUNT(forms); i++) {
		SAY(forms[i].words);
		EQ(stage_read(s, in_form, (void *)i), FINE);
	}
}

TEST("a statement takes the form that its parameters, its sort and the reach ask for")
{
	stage_each(each_form);
}

static void
many(struct rq *rq, void *arg)
{
	(void)arg;
	for (int i = 0; i < 700; i++)
		setting_add(rq, arena_print(rq->arena, "k%04d", i), "x");
}

static void
read_many(struct rq *rq, void *arg)
{
	struct value v[] = { value_text("x"), value_text(NULL) };
	struct rows *rows = ask(rq, &list, v, 1, 0);

	(void)arg;
	YES(answers(rq));
	EQ(rows->n, 700);
	for (size_t k = 0; k < rows->n; k++)
		SAME(((const char **)rows->at)[k], arena_print(rq->arena, "k%04d", (int)k));
}

static void
seven_hundred(struct store *s)
{
	EQ(stage_change(s, many, NULL), FINE);
	EQ(stage_read(s, read_many, NULL), FINE);
}

TEST("seven hundred rows go in one round and come back in order")
{
	stage_each(seven_hundred);
}
