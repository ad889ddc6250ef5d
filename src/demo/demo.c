/* demo.c: the verb that fills an empty database with an organisation. Knows its steps; no rows. */
#include "access/secret.h"
#include "base/chance.h"
#include "base/clock.h"
#include "base/text.h"
#include "demo/demo_world.h"
#include "demo/plan_truth.h"
#include "http/web.h"

#include <stdlib.h>
#include <string.h>

enum { HALF_LATE = 60, LIVE_BEFORE = 130 };

static const char ZONE[] = "Europe/Lisbon";

static int
by_time(const void *a, const void *b)
{
	const struct moment *x = a, *y = b;

	if (x->at != y->at)
		return x->at < y->at ? -1 : 1;
	if (x->who != y->who)
		return x->who < y->who ? -1 : 1;
	return x->what - y->what;
}

void
moments_sort(struct world *w)
{
	qsort(w->moments, w->n_moments, sizeof *w->moments, by_time);
}

int64_t
working_hour(struct day d, uint64_t salt)
{
	int64_t minute = 60 * 8 + (int64_t)(mix(salt, 77, 0) % (9 * 60));

	return instant_of_day(d) + minute * 60 * 1000000 + (int64_t)(mix(salt, 78, 0) % 60) * 1000000;
}

bool
world_change(struct world *w, void (*work)(struct rq *, void *))
{
	clock_set(w->at);
	return call_change(w->call, work, w);
}

bool
world_slices(struct world *w, size_t n, size_t step, void (*work)(struct rq *, void *))
{
	for (size_t from = 0; from < n; from += step) {
		w->from = from;
		w->to = from + step < n ? from + step : n;
		if (!world_change(w, work))
			return false;
	}
	return true;
}

int
world_index(const struct world *w, person_id person)
{
	int64_t at = person.n - w->people[0].n;

	return at >= 0 && at < w->plan->n_people ? (int)at : NOBODY;
}

/* The first day of the half-year `back` halves before the one d lies in. */
static struct day
half_of(struct day d, int back)
{
	int halves = 2 * d.y + (d.m > 6) - back;

	return (struct day){ (int16_t)(halves / 2), halves % 2 ? 7 : 1, 1 };
}

static bool
build(struct world *w)
{
	struct day late = day_plus(w->plan->today, -HALF_LATE);

	w->half = half_of(late, 0);
	w->year = half_of(late, 1);
	w->last_half = half_of(late, 2);
	w->last_year = half_of(late, 3);
	w->live = day_plus(w->year, -LIVE_BEFORE);
	w->secret = secret_hash(w->call->arena, "meridian-demo");
	return w->secret && world_begin(w) && world_people(w) && world_access(w) && world_goals(w) && world_cycles(w) &&
	    world_tasks(w) && world_feedback(w) && world_journal(w) && world_corrections(w) && world_notices(w);
}

static void
say(struct world *w, const char *role, int who)
{
	put_format(w->call->said, "%s %s\n", role, w->plan->people[who].email);
}

/* One person of each role, then everybody else who holds one. */
static void
say_roles(struct world *w)
{
	const struct plan *p = w->plan;

	say(w, "employee", plan_employee(p));
	say(w, "lead", plan_lead(p));
	say(w, "head", plan_head(p));
	for (int r = ROLE_PARTNER; r <= ROLE_ADMIN; r++)
		say(w, plan_role_word((enum plan_role)r), plan_with(p, (enum plan_role)r, NOBODY));
	for (int r = ROLE_PARTNER; r <= ROLE_ADMIN; r++) {
		int who = plan_with(p, (enum plan_role)r, NOBODY);

		while ((who = plan_with(p, (enum plan_role)r, who)) != NOBODY)
			say(w, plan_role_word((enum plan_role)r), who);
	}
}

/* What is planted in the year that runs, for the file that --truth names. */
static void
say_truth(struct world *w)
{
	int64_t *ids = NEW_MANY(w->call->arena, int64_t, (size_t)w->plan->n_people);

	for (int i = 0; i < w->plan->n_people; i++)
		ids[i] = w->people[i].n;
	put(w->call->aside, plan_truth(w->call->arena, w->plan, ids, plan_month_of(w->year), plan_month_of(w->plan->today)));
}

static void
ask_people(struct rq *rq, void *arg)
{
	const struct demo_count *count = demo_people(rq);

	if (answers(rq))
		*(int64_t *)arg = count->n;
}

static bool
is_empty(struct call *c)
{
	int64_t people = -1;

	call_read(c, ask_people, &people);
	if (people > 0)
		put(c->said, "There are people in this database already; a demo begins in an empty one.\n");
	else if (people < 0)
		put(c->said, "The database could not be read; the log says why.\n");
	return people == 0;
}

/* What was said on the command line; false with a sentence. */
static bool
read_words(struct call *c, int64_t *people, int64_t *seed, struct day *today)
{
	const char *n = call_option(c, "--people"), *s = call_option(c, "--seed"), *d = call_option(c, "--today");

	*people = 300;
	*seed = 1;
	*today = clock_today(clock_now());
	if ((n && (!text_int(n, people) || *people < DEMO_LEAST || *people > DEMO_MOST)) ||
	    (!n && call_flag(c, "--people")))
		put_format(c->said, "--people takes a number from %d to %d.\n", DEMO_LEAST, DEMO_MOST);
	else if ((s && (!text_int(s, seed) || *seed < 0)) || (!s && call_flag(c, "--seed")))
		put(c->said, "--seed takes a whole number, 0 or more.\n");
	else if ((d && (!day_read(d, today) || today->y < 2000 || today->y > 2200)) || (!d && call_flag(c, "--today")))
		put(c->said, "--today takes a day such as 2026-11-24.\n");
	else
		return true;
	return false;
}

/* A new key is the seed's, one that is there stays; what follows is drawn alike in both cases. */
static bool
ready_key(uint64_t seed, struct call *c)
{
	const char *why = NULL;

	chance_seed(mix(seed, 61, 0));
	if (keys_ready(&why) < 0)
		put_format(c->said, "%s\n", why);
	chance_seed(seed);
	return why == NULL;
}

int
verb_demo(struct call *c)
{
	struct world w = { .call = c };
	int64_t people, seed;
	struct day today;

	clock_zone(ZONE);
	if (!read_words(c, &people, &seed, &today))
		return EXIT_USAGE;
	if (!is_empty(c))
		return EXIT_NOTHING;
	if (!ready_key((uint64_t)seed, c))
		return EXIT_NOTHING;
	w.seed = (uint64_t)seed;
	w.plan = plan_make(c->arena, (int)people, w.seed, today);
	bool built = build(&w);
	clock_set(0);
	if (!built)
		put(c->said, "The demo could not be written; the log says why. Begin again with an empty database.\n");
	else
		say_roles(&w);
	if (built && call_option(c, "--truth"))
		say_truth(&w);
	return built ? EXIT_FINE : EXIT_NOTHING;
}
