/* postgres_test.c: what PostgreSQL's side promises when changes collide and connections go. */
#include "db/stage_test.h"

#include <stdlib.h>
#include <string.h>

enum { THREADS = 4, EACH = 10 };

static void
add_counter(struct rq *rq, void *arg)
{
	(void)arg;
	setting_add(rq, "counter", "0");
}

/* Reads the number, writes one more. */
static void
count_up(struct rq *rq, void *arg)
{
	struct staged_setting *row = setting_must(rq, "counter");

	if (arg)
		++*(int *)arg;
	if (answers(rq))
		setting_move(rq, "counter", arena_print(rq->arena, "%d", atoi(row->value) + 1),
		    row->version);
}

struct worker {
	struct store *s;
	int done;
	bool odd;
};

static void *
count_often(void *arg)
{
	struct worker *w = arg;

	for (int i = 0; i < EACH; i++) {
		enum outcome o = stage_change(w->s, count_up, NULL);

		w->done += o == FINE;
		w->odd = w->odd || (o != FINE && o != BUSY);
	}
	return NULL;
}

static void
read_counter(struct rq *rq, void *arg)
{
	struct staged_setting *row = setting_must(rq, "counter");

	if (answers(rq))
		*(int *)arg = atoi(row->value);
}

static void
counters(struct store *s)
{
	struct worker all[THREADS];
	pthread_t threads[THREADS];
	int sum = 0, count = -1;

	stage_change(s, add_counter, NULL);
	for (int i = 0; i < THREADS; i++) {
		all[i] = (struct worker){ .s = s };
		pthread_create(&threads[i], NULL, count_often, &all[i]);
	}
	for (int i = 0; i < THREADS; i++) {
		pthread_join(threads[i], NULL);
		NO(all[i].odd);
		sum += all[i].done;
	}
	EQ(stage_read(s, read_counter, &count), FINE);
	EQ(count, sum);
	YES(sum >= EACH);
}

TEST("four threads count: what was answered saved is counted, the rest was busy")
{
	stage_each(counters);
}

/* Another connection gets in between reading and writing, every time. */
struct rival {
	struct store *s;
	int runs, most;
};

static void
collide(struct rq *rq, void *arg)
{
	struct rival *r = arg;
	struct staged_setting *row = setting_must(rq, "counter");

	answers(rq);
	if (++r->runs <= r->most)
		stage_change(r->s, count_up, NULL);
	setting_move(rq, "counter", "99", row->version);
}

static void
collisions(struct store *s)
{
	struct rival always = { s, 0, 100 }, twice = { s, 0, 2 };
	int count = 0;

	stage_change(s, add_counter, NULL);
	EQ(stage_change(s, collide, &always), BUSY);
	EQ(always.runs, 4);
	EQ(stage_read(s, read_counter, &count), FINE);
	EQ(count, 4);
	EQ(stage_change(s, collide, &twice), FINE);
	EQ(twice.runs, 3);
	EQ(stage_read(s, read_counter, &count), FINE);
	EQ(count, 99);
}

TEST("a change that collides runs again, three times, then is busy")
{
	stage_postgres(collisions);
}

static void
cut_all(void)
{
	EQ(stage_say(getenv("MERIDIAN_TEST_PG"),
	    "select count(pg_terminate_backend(pid)) from pg_stat_activity "
	    "where pid <> pg_backend_pid() and datname = current_database() "
	    "and backend_type = 'client backend'") > 0, 1);
}

static void
cut_within(struct rq *rq, void *arg)
{
	(void)arg;
	setting_add(rq, "before.the.cut", "x");
	answers(rq);
	cut_all();
	setting_add(rq, "after.the.cut", "x");
}

static void
cut_before_commit(struct rq *rq, void *arg)
{
	(void)arg;
	setting_add(rq, "before.the.cut", "x");
	answers(rq);
	cut_all();
}

static void
cuts(struct store *s)
{
	stage_change(s, add_counter, NULL);
	cut_all();
	EQ(settings_in(s), 1);
	cut_all();
	EQ(stage_change(s, count_up, NULL), FINE);
	EQ(stage_change(s, cut_within, NULL), BROKEN);
	EQ(settings_in(s), 1);
	EQ(stage_change(s, cut_before_commit, NULL), BROKEN);
	EQ(settings_in(s), 1);
	YES(store_healthy(s, NULL));
}

TEST("a connection lost between two requests is made anew; lost within one, the change is broken")
{
	stage_postgres(cuts);
}
