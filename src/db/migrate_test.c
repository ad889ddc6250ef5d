/* migrate_test.c: the schema's steps, and the dump that compares two databases. */
#include "db/ask.h"
#include "db/stage_test.h"

#include <string.h>
#include <unistd.h>

static const struct migration one_step[] = {
	{ 1, "one", "create table id_lease (line @text primary key, next_id @id not null);\n"
		"create table thing (id @id primary key, other @id references thing, word @text, -- a; b's\n"
		"  size @real, body @blob) ;-- end;\n"
		"insert into thing (id, word) values (1, 'a;b -- c @id');" },
	{ 0, NULL, NULL }
};
static const struct migration two_steps[] = {
	{ 1, "one", "" },
	{ 2, "two", "create table pair (a @id, b @id, primary key (a, b)) @keyed;" },
	{ 0, NULL, NULL }
};
static const struct migration bad_steps[] = {
	{ 1, "one", "" }, { 2, "two", "" },
	{ 3, "three", "create table half (id @id primary key); create tabel oops (id @id);" },
	{ 0, NULL, NULL }
};

static void
count_lines(void *arg, const char *line)
{
	struct out *o = arg;

	put(o, line);
	put(o, "\n");
}

static char *
dump_of(struct store *s, struct arena *a)
{
	struct out o;

	out_init(&o, a);
	put(&o, "");
	YES(store_dump(s, count_lines, &o));
	return o.at;
}

static void
climb(const char *url)
{
	const char *why = NULL;
	struct store *s = store_open(url, STORE_WRITE, &why);
	struct arena *a = arena_new();

	EQ(behind_of(s, one_step), -1);
	EQ(migrate_from(s, one_step, &why), 1);
	EQ(migrate_from(s, one_step, &why), 0);
	EQ(behind_of(s, two_steps), -1);
	EQ(migrate_from(s, two_steps, &why), 1);
	EQ(behind_of(s, two_steps), 0);
	EQ(behind_of(s, one_step), 1);
	EQ(migrate_from(s, bad_steps, &why), -1);
	YES(strstr(why, "syntax error") != NULL);
	EQ(behind_of(s, bad_steps), -1);
	SAME(dump_of(s, a), "thing|1|\\N|a;b -- c @id|\\N|\\N\n");
	if (store_engine(s) == SQLITE) {
		char copy[600];

		snprintf(copy, sizeof copy, "%s.before-2", store_path(s));
		EQ(access(copy, F_OK), 0);
		snprintf(copy, sizeof copy, "%s.before-3", store_path(s));
		EQ(unlink(copy), 0);
	}
	arena_free(a);
	store_close(s);
}

TEST("steps are taken once and in order, a broken one leaves nothing, a newer schema is seen")
{
	stage_each_bare(climb);
}

static const struct migration breaks_keys[] = {
	{ 1, "one", "" },
	{ 2, "two", "insert into thing (id, other) values (5, 77);" },
	{ 0, NULL, NULL }
};

static void
keys_checked(const char *url)
{
	const char *why = NULL;
	struct store *s = store_open(url, STORE_WRITE, &why);

	EQ(migrate_from(s, one_step, &why), 1);
	EQ(migrate_from(s, breaks_keys, &why), -1);
	EQ(behind_of(s, breaks_keys), -1);
	if (store_engine(s) == SQLITE) {
		char copy[600];

		snprintf(copy, sizeof copy, "%s.before-2", store_path(s));
		unlink(copy);
	}
	store_close(s);
}

TEST("a step that leaves rows pointing at nothing is not kept")
{
	stage_each_bare(keys_checked);
}

/* ---- the same rows, the same dump ---------------------------------------------------------- */

static const struct piece mail_pieces[] = {
	{ "insert into mail (id, person_id, address, template, body, due_at, state, sent_at, once_key) "
		"values (?1, ?2, ?3, 'hello', ?4, ?5, 'sent', ?5, ?6)", ALWAYS, 0 },
};
static const enum kind mail_kinds[] = {
	KIND_ID, KIND_ID, KIND_TEXT, KIND_BLOB, KIND_INT, KIND_TEXT,
};
static const struct statement mail = {
	"mail", DONE_ONE, mail_pieces, 1, mail_kinds, COUNT(mail_kinds), NULL, 0, 0
};

static void
one_mail(struct rq *rq, const char *address, struct blob body, int64_t at, const char *once)
{
	struct value v[] = {
		value_id(new_id(rq)), value_id(at), value_text(address), value_blob(body),
		value_int(at), value_text(once),
	};

	ask(rq, &mail, v, 0, -1);
}

static void
some_rows(struct rq *rq, void *arg)
{
	(void)arg;
	one_mail(rq, "\xc3\x89mile|b\\s\n", (struct blob){ "\0\xff", 2 }, 0, NULL);
	one_mail(rq, "a", (struct blob){ "", 0 }, INT64_MAX, "k");
	one_mail(rq, "", (struct blob){ "x", 1 }, -5, "K");
	setting_add(rq, "b", "Zoë");
	setting_add(rq, "B", "");
	setting_add(rq, "\xc3\xa4", "ä");
}

static struct arena *dumps;
static char *dump[2];

static void
dump_each(struct store *s)
{
	EQ(stage_change(s, some_rows, NULL), FINE);
	dump[store_engine(s)] = dump_of(s, dumps);
}

TEST("equal rows give equal dumps on both engines")
{
	dumps = arena_new();
	dump[SQLITE] = dump[POSTGRES] = NULL;
	stage_each(dump_each);
	YES(strstr(dump[SQLITE], "mail|1|\\N|\xc3\x89mile\\pb\\\\s\\n|hello|00ff|0|sent|0|\\N\n") != NULL);
	if (dump[POSTGRES])
		SAME(dump[SQLITE], dump[POSTGRES]);
	arena_free(dumps);
}

/* ---- the whole schema ------------------------------------------------------------------------ */

static void
whole(const char *url)
{
	const char *why = "";
	struct store *s = store_open(url, STORE_WRITE, &why);
	int n = 0;

	while (migrations[n].number != 0)
		n++;
	EQ(store_behind(s), -n);
	EQ(store_migrate(s, &why), n);
	SAY(why);
	EQ(store_migrate(s, &why), 0);
	EQ(store_behind(s), 0);
	YES(n >= 6);
	store_close(s);
}

TEST("the whole schema is made on both engines")
{
	stage_each_bare(whole);
}
