/* writer_test.c: what SQLite's writer promises when changes, groups and disks fail. */
#include "db/stage_test.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { CHANGES = 5 };

/* The first change holds the writer until all others stand in its queue: they are then a group. */
struct gate {
	pthread_mutex_t lock;
	pthread_cond_t moved;
	bool holding, open;
	int told;
};

struct one {
	struct gate *gate;
	const char *key, *spoil;        /* spoil: what this change does wrong; NULL: nothing */
	int runs;
	enum fault fault;
	int64_t id, seen;               /* seen: settings a reader saw when `then` was called */
};

static void
hold(struct gate *g)
{
	pthread_mutex_lock(&g->lock);
	g->holding = true;
	pthread_cond_broadcast(&g->moved);
	while (!g->open)
		pthread_cond_wait(&g->moved, &g->lock);
	pthread_mutex_unlock(&g->lock);
}

static bool
held(struct conn *c, void *arg)
{
	(void)c;
	hold(arg);
	return true;
}

static bool
work(struct conn *c, void *arg)
{
	struct one *o = arg;
	struct arena *a = arena_new();
	struct rq *rq = stage_rq(a, c);
	bool keep;

	o->runs++;
	o->id = new_id(rq);
	setting_add(rq, o->key, "x");
	keep = answers(rq);
	if (o->spoil && (strcmp(o->spoil, "rollback") != 0 || o->runs == 1))
		sqlite3_exec(c->lite, o->spoil, NULL, NULL, NULL);
	if (o->spoil && strcmp(o->spoil, "say no") == 0)
		keep = false;
	arena_free(a);
	return keep;
}

static void
then(void *arg, enum fault fault)
{
	struct one *o = arg;

	o->fault = fault;
	pthread_mutex_lock(&o->gate->lock);
	o->gate->told++;
	pthread_cond_broadcast(&o->gate->moved);
	pthread_mutex_unlock(&o->gate->lock);
}

static void
nothing(void *arg, enum fault fault)
{
	(void)arg;
	(void)fault;
}

/* All in one group; back when all were told. */
static void
group(struct store *s, struct one *all, size_t n)
{
	struct gate g = { .lock = PTHREAD_MUTEX_INITIALIZER, .moved = PTHREAD_COND_INITIALIZER };

	store_change_later(s, held, &g, nothing);
	pthread_mutex_lock(&g.lock);
	while (!g.holding)
		pthread_cond_wait(&g.moved, &g.lock);
	pthread_mutex_unlock(&g.lock);
	for (size_t i = 0; i < n; i++) {
		all[i].gate = &g;
		store_change_later(s, work, &all[i], then);
	}
	pthread_mutex_lock(&g.lock);
	g.open = true;
	pthread_cond_broadcast(&g.moved);
	while (g.told < (int)n)
		pthread_cond_wait(&g.moved, &g.lock);
	pthread_mutex_unlock(&g.lock);
}

static void
taken_in_the_middle(struct store *s)
{
	struct one all[CHANGES] = { { .key = "a" }, { .key = "b" }, { .key = "a" }, { .key = "c" },
		{ .key = "d", .spoil = "say no" } };

	group(s, all, CHANGES);
	EQ(all[0].fault, FAULT_NONE);
	EQ(all[1].fault, FAULT_NONE);
	EQ(all[2].fault, FAULT_TAKEN);
	EQ(all[3].fault, FAULT_NONE);
	EQ(all[4].fault, FAULT_NONE);
	EQ(settings_in(s), 3);
	for (size_t i = 0; i < CHANGES; i++)
		EQ(all[i].runs, 1);
}

TEST("a change that fails in the middle of a group takes only itself away")
{
	stage_sqlite(taken_in_the_middle);
}

static void
lost_in_the_middle(struct store *s)
{
	struct one all[CHANGES] = { { .key = "a" }, { .key = "b" },
		{ .key = "c", .spoil = "rollback" }, { .key = "d" }, { .key = "e" } };

	group(s, all, CHANGES);
	for (size_t i = 0; i < CHANGES; i++)
		EQ(all[i].fault, FAULT_NONE);
	EQ(all[0].runs, 2);
	EQ(all[2].runs, 2);
	EQ(all[4].runs, 1);
	EQ(settings_in(s), 5);
}

TEST("when a group is lost each of its changes runs once more, by itself")
{
	stage_sqlite(lost_in_the_middle);
}

static void
lost_again(struct store *s)
{
	struct one all[] = { { .key = "a" }, { .key = "b", .spoil = "rollback ; " }, { .key = "c" } };

	group(s, all, COUNT(all));
	EQ(all[0].fault, FAULT_NONE);
	EQ(all[1].fault, FAULT_BROKEN);
	EQ(all[1].runs, 2);
	EQ(all[2].fault, FAULT_NONE);
	EQ(settings_in(s), 2);
}

TEST("a change that loses the transaction alone too fails, and the others are kept")
{
	stage_sqlite(lost_again);
}

/* ---- a disk that fails ------------------------------------------------------------------ */

static sqlite3_vfs shim, *real;
static atomic_bool sync_fails;
static sqlite3_io_methods methods[16];
static const sqlite3_io_methods *real_methods;

static int
sync_or_not(sqlite3_file *f, int flags)
{
	return sync_fails ? SQLITE_IOERR_FSYNC : real_methods->xSync(f, flags);
}

static int
open_shim(sqlite3_vfs *vfs, const char *name, sqlite3_file *f, int flags, int *out)
{
	int rc = real->xOpen(real, name, f, flags, out);

	(void)vfs;
	if (rc == SQLITE_OK && (flags & SQLITE_OPEN_WAL)) {
		real_methods = f->pMethods;
		methods[0] = *f->pMethods;
		methods[0].xSync = sync_or_not;
		f->pMethods = &methods[0];
	}
	return rc;
}

static void
disk_fails(struct store *s)
{
	struct one all[] = { { .key = "a" }, { .key = "b" } };
	struct one later = { .key = "c" };
	const char *why = NULL;

	YES(store_healthy(s, &why));
	sync_fails = true;
	group(s, all, COUNT(all));
	sync_fails = false;
	EQ(all[0].fault, FAULT_BROKEN);
	EQ(all[1].fault, FAULT_BROKEN);
	EQ(all[0].runs, 1);
	EQ(store_change(s, work, &later), FAULT_BROKEN);
	EQ(later.runs, 0);
	NO(store_healthy(s, &why));
	YES(why && strstr(why, "disk"));
	EQ(settings_in(s), 0);
}

TEST("after a failed fsync nobody is told saved, and nothing more is written")
{
	real = sqlite3_vfs_find(NULL);
	shim = *real;
	shim.zName = "shim";
	shim.xOpen = open_shim;
	sqlite3_vfs_register(&shim, 1);
	stage_sqlite(disk_fails);
	sqlite3_vfs_unregister(&shim);
}

/* ---- many at once ------------------------------------------------------------------------ */

enum { THREADS = 8, EACH = 40 };

struct worker {
	struct store *s;
	int n;
	int64_t ids[EACH];
	bool well;
};

static void *
work_hard(void *arg)
{
	struct worker *w = arg;

	w->well = true;
	for (int i = 0; i < EACH; i++) {
		char key[32];
		struct one o = { .key = key };

		snprintf(key, sizeof key, "t%d.%d", w->n, i);
		w->well = w->well && store_change(w->s, work, &o) == FAULT_NONE;
		w->well = w->well && settings_in(w->s) > i;
		w->ids[i] = o.id;
	}
	return NULL;
}

static int
by_number(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

static void
eight_threads(struct store *s)
{
	static struct worker all[THREADS];
	static int64_t ids[THREADS * EACH];
	pthread_t threads[THREADS];

	for (int i = 0; i < THREADS; i++) {
		all[i] = (struct worker){ .s = s, .n = i };
		pthread_create(&threads[i], NULL, work_hard, &all[i]);
	}
	for (int i = 0; i < THREADS; i++) {
		pthread_join(threads[i], NULL);
		YES(all[i].well);
		memcpy(&ids[i * EACH], all[i].ids, sizeof all[i].ids);
	}
	EQ(settings_in(s), THREADS * EACH);
	qsort(ids, COUNT(ids), sizeof *ids, by_number);
	for (size_t i = 1; i < COUNT(ids); i++)
		YES(ids[i] != ids[i - 1]);
}

TEST("eight threads change and read at once, on both engines, and no id comes twice")
{
	stage_each(eight_threads);
}

/* ---- one writer ---------------------------------------------------------------------------- */

static bool
inside(struct conn *c, void *arg)
{
	struct one o = { .key = "inside" };

	*(enum fault *)arg = store_change(c->store, work, &o);
	return true;
}

static void
one_writer(struct store *s)
{
	const char *why = "";
	char url[600];
	struct store *second;
	enum fault fault = FAULT_NONE;
	struct one o = { .key = "a" };

	snprintf(url, sizeof url, "sqlite:%s", store_path(s));
	YES(store_open(url, STORE_WRITE, &why) == NULL);
	YES(strstr(why, "in use") != NULL);
	second = store_open(url, STORE_READ, &why);
	YES(second != NULL);
	EQ(store_change(second, work, &o), FAULT_BROKEN);
	EQ(settings_in(second), 0);
	store_close(second);
	EQ(store_change(s, inside, &fault), FAULT_NONE);
	EQ(fault, FAULT_BROKEN);
}

TEST("a second writer is refused in a sentence; a reader is not; no change inside a change")
{
	stage_sqlite(one_writer);
}

/* ---- a read's time -------------------------------------------------------------------------- */

static const struct piece long_pieces[] = {
	{ "with recursive t(n) as (select 1 union all select n + 1 from t where n < 50000000) "
		"select count(*) as n from t", ALWAYS, 0 },
};
static const struct column long_columns[] = { { "n", KIND_INT, false, 0 } };
static const struct statement long_one = {
	"long", ONE, long_pieces, 1, NULL, 0, long_columns, 1, sizeof(struct staged_count)
};

static void
read_long(struct conn *c, void *arg)
{
	struct arena *a = arena_new();
	struct rq *rq = stage_rq(a, c);

	ask(rq, &long_one, NULL, 0, -1);
	answers(rq);
	*(enum outcome *)arg = rq->outcome;
	arena_free(a);
}

static void
budget(struct store *s)
{
	enum outcome outcome = FINE;

	EQ(store_read(s, read_long, &outcome, 5000), FAULT_SLOW);
	EQ(outcome, SLOW_READ);
	EQ(settings_in(s), 0);
}

TEST("a read that passes its budget is dropped, and the connection serves the next one")
{
	stage_sqlite(budget);
}
