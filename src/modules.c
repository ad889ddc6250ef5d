/* modules.c: the modules, in tier order, tied together. Knows their doors; nothing of what they do. */
#include "modules.h"

#include "access/access.h"
#include "base/clock.h"
#include "corrections/corrections.h"
#include "cycles/cycles.h"
#include "feedback/feedback.h"
#include "forms/forms.h"
#include "goals/goals.h"
#include "home/home.h"
#include "http/server.h"
#include "jobs/jobs.h"
#include "notices/notices.h"
#include "people/people.h"
#include "reviews/reviews.h"
#include "tasks/tasks.h"

#include <stdio.h>

const struct route *const modules_routes[] = {
	access_routes, people_routes, forms_routes, cycles_routes, feedback_routes,
	goals_routes,
	tasks_routes, corrections_routes, notices_routes,
	reviews_routes, home_routes, NULL
};

const struct subject_kind *const modules_kinds[] = {
	access_kinds, people_kinds, forms_kinds, cycles_kinds, feedback_kinds,
	goals_kinds,
	tasks_kinds, corrections_kinds,
	reviews_kinds, NULL
};

/* What /find looks through, in the order it shows. */
const struct finder *const modules_finders[] = {
	&people_finder, &goal_finder, NULL
};

/* What is done later, on any node: jobs/jobs.h says how a kind is written. */
static const struct job_kind *const modules_job_kinds[] = {
	platform_jobs, people_jobs, notices_jobs, goals_jobs, NULL
};

struct zone_read {
	struct store *store;
	char zone[64];
};

static void
read_zone(struct conn *conn, void *arg)
{
	struct zone_read *z = arg;
	struct arena *a = arena_new();
	int64_t now = clock_now();
	struct rq *rq = rq_new(a, z->store, conn, now, day_of_instant(now));
	const struct setting_row_rows *zone = setting_of(rq, "zone");

	if (answers(rq) && zone->n == 1)
		snprintf(z->zone, sizeof z->zone, "%s", zone->at[0].value);
	arena_free(a);
}

/* The tree of people or units changed: circles and sums that hang on it. */
static void
rebuild(struct rq *rq)
{
	access_rebuild(rq);
	cycles_recount(rq);
	goals_rebuild(rq);
}

/* Once, before any thread: a command that a running server does for somebody begins again, and these are read by all its threads. */
static void
tie(void)
{
	static bool tied;

	if (tied)
		return;
	tied = true;
	subject_kinds(modules_kinds);
	jobs_kinds(modules_job_kinds);
	people_hooks = (struct people_hooks){ account_invite_hook, account_close_hook, rebuild, import_waits_hook, members_of_import };
	notices_begin();
	home_begin();
	home_finders = modules_finders;
}

void
modules_begin(struct store *s)
{
	struct zone_read z = { s, "UTC" };

	tie();
	if (s != NULL && store_read(s, read_zone, &z, 0) == FAULT_NONE)
		clock_zone(z.zone);
}

struct turn {
	struct store *store;
	struct day today;
};

static bool
turn_day(struct conn *conn, void *arg)
{
	struct turn *t = arg;
	struct arena *a = arena_new();
	struct rq *rq = rq_new(a, t->store, conn, clock_now(), t->today);

	rq->door = DOOR_JOB;
	people_turn(rq);
	access_turn(rq);
	goals_rebuild(rq);
	feedback_turn(rq);
	cycles_turn(rq);
	answers(rq);
	bool keep = rq->outcome == FINE;
	arena_free(a);
	return keep;
}

void
modules_turn(struct store *s, struct day today)
{
	struct turn t = { s, today };

	store_change(s, turn_day, &t);
}

enum { FOLD = 500 };

struct work {
	struct store *store;
	bool more;
};

static void
look(struct conn *conn, void *arg)
{
	struct work *w = arg;
	struct arena *a = arena_new();
	int64_t now = clock_now();
	struct rq *rq = rq_new(a, w->store, conn, now, day_of_instant(now));
	const struct unfolded_rows *some = counts_unfolded(rq);

	w->more = answers(rq) && some->n > 0;
	arena_free(a);
}

static bool
fold(struct conn *conn, void *arg)
{
	struct work *w = arg;
	struct arena *a = arena_new();
	int64_t now = clock_now();
	struct rq *rq = rq_new(a, w->store, conn, now, day_of_instant(now));

	rq->door = DOOR_JOB;
	cycles_fold(rq, FOLD);
	bool keep = answers(rq);
	arena_free(a);
	return keep;
}

void
modules_jobs(struct store *s)
{
	struct work w = { s, true };

	while (store_read(s, look, &w, 0) == FAULT_NONE && w.more)
		if (store_change(s, fold, &w) != FAULT_NONE)
			break;
	while (cycle_errands(s))
		;
}

static const char *
readiness(struct store *s)
{
	int behind = store_behind(s);

	return behind == 0 ? NULL : behind < 0 ? "the schema is older than the program" : "the schema is newer than the program";
}

const struct house *
modules_house(void)
{
	static const struct house house = {
		.routes = modules_routes, .who = access_who, .judge = access_judge, .looked = access_looked, .done = access_done, .outcome = home_outcome,
		.readiness = readiness, .day = clock_today, .turn = modules_turn,
		.feed_moved = notices_feed_moved, .feed_check = notices_feed_check,
	};

	return &house;
}
