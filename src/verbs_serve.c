/* verbs_serve.c: serving: the server, its jobs, its relay, side by side until it is told to stop. */
#include "access/access.h"
#include "base/clock.h"
#include "base/log.h"
#include "db/relay.h"
#include "http/server.h"
#include "jobs/jobs.h"
#include "jobs/mail.h"
#include "modules.h"
#include "verbs.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static atomic_bool stopping;

static void *
run_quick(void *arg)
{
	for (int i = 0; !atomic_load(&stopping); i++) {
		if (i % 10 == 0) {
			jobs_schedule(arg, clock_now());
			jobs_run(arg, clock_now(), JOBS_QUICK);
			modules_jobs(arg);
		}
		usleep(100000);
	}
	return NULL;
}

/* Mail waits for a server that may be slow: nothing else waits with it. */
static void *
run_slow(void *arg)
{
	for (int i = 0; !atomic_load(&stopping); i++) {
		if (i % 10 == 5)
			jobs_run(arg, clock_now(), JOBS_SLOW);
		usleep(100000);
	}
	return NULL;
}

/* A command that came over the socket; on the relay's thread. */
static int
run_relayed(void *arg, int argc, char **argv, struct blob input, struct out *answer)
{
	struct out said, aside;
	struct call c = { .arena = arena_new(), .store = arg, .argc = argc, .argv = argv, .input = input,
		.said = &said, .aside = &aside };
	int (*run)(struct call *) = argc > 0 ? verb_relayed(argv[0]) : NULL;

	out_init(&said, c.arena);
	out_init(&aside, c.arena);
	if (run == NULL)
		put(&said, "A running server has the database; this command must wait until it is stopped.\n");
	int code = run ? run(&c) : EXIT_NOTHING;
	call_pack(&c, answer);
	arena_free(c.arena);
	return code;
}

static void
make_setup_link(struct rq *rq, void *arg)
{
	const char *path = setup_link(rq);

	if (path != NULL && rq->outcome == FINE)
		snprintf(arg, 256, "%s", path);
}

static void
read_kind(struct rq *rq, void *arg)
{
	const struct setting_row_rows *kind = setting_of(rq, "kind");

	if (answers(rq) && kind->n == 1)
		snprintf(arg, 16, "%s", kind->at[0].value);
}

bool
database_is_toy(struct call *c)
{
	char kind[16] = "";

	call_read(c, read_kind, kind);
	return strcmp(kind, "demo") == 0 || strcmp(kind, "test") == 0;
}

/* False with a sentence when the day cannot be had; text NULL: no day. */
static bool
day_told(struct call *c, const char *text, struct day *today)
{
	*today = (struct day){ 0 };
	if (text == NULL)
		return true;
	if (!day_read(text, today)) {
		put_format(c->said, "%s is no day; write it as 2026-11-24.\n", text);
		return false;
	}
	if (database_is_toy(c))
		return true;
	put(c->said, "Only a demo or test database may be told what day it is.\n");
	return false;
}

bool
moved_day(struct call *c, const char *option, struct day *today)
{
	return day_told(c, call_option(c, option), today);
}

/* Its zone first: what day it is there decides how far the clock moves. */
bool
told_today(struct call *c)
{
	struct day today;

	if (!day_told(c, setting("MERIDIAN_TODAY"), &today))
		return false;
	if (!day_none(today)) {
		modules_begin(c->store);
		clock_move(today);
	}
	return true;
}

#ifdef MERIDIAN_MUTATE
/* The mutation test of the matrix: one line of the policy swapped. Only in builds made for it. */
static void
swap_policy(void)
{
	extern int policy_swapped;
	const char *line = getenv("MERIDIAN_TEST_SWAP");

	if (line != NULL)
		policy_swapped = atoi(line);
}
#else
#define swap_policy() ((void)0)
#endif

static void
greet(struct call *c)
{
	char path[256] = "";

	call_change(c, make_setup_link, path);
	printf("Meridian is at %s\n", site_url());
	if (path[0])
		printf("Nobody is here yet. To begin, open within 24 hours: %s%s\n", site_url(), path);
	fflush(stdout);
}

int
verb_serve(struct call *c)
{
	const char *why = NULL;
	struct relay *relay = NULL;
	struct day today;
	pthread_t quick, slow;

	if (store_behind(c->store) > 0)
		return put(c->said, "This database was made by a newer Meridian; this program leaves it alone.\n"), EXIT_NOTHING;
	if (store_migrate(c->store, &why) < 0)
		return put_format(c->said, "%s\n", why), EXIT_NOTHING;
	if (!mail_ready(&why))
		return put_format(c->said, "%s\n", why), EXIT_NOTHING;
	if (keys_ready(&why) < 0)
		return put_format(c->said, "%s\n", why), EXIT_NOTHING;
	modules_begin(c->store);
	if (!moved_day(c, "--today", &today))
		return EXIT_USAGE;
	clock_move(today);
	if (store_path(c->store) && (relay = relay_listen(store_path(c->store), run_relayed, c->store, &why)) == NULL)
		log_fault("relay.none", "why=\"%s\"", why);
	swap_policy();
	greet(c);
	atomic_store(&stopping, false);
	pthread_create(&quick, NULL, run_quick, c->store);
	pthread_create(&slow, NULL, run_slow, c->store);
	int code = serve(c->store, modules_house(), today);
	atomic_store(&stopping, true);
	jobs_stop(true);
	pthread_join(quick, NULL);
	pthread_join(slow, NULL);
	relay_stop(relay);
	return code;
}
