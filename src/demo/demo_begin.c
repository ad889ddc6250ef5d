/* demo_begin.c: the organisation's frame: settings, towns, jobs, levels, units. Knows no people. */
#include "access/access.h"
#include "demo/demo_world.h"
#include "people/people.h"
#include "people/people_names.h"

static const char *const families[FUNCTIONS] = {
	"Engineering", "Product", "Design", "Sales", "Marketing", "Support", "Operations", "Finance",
	"People", "Legal", "IT", "Leadership",
};

static void
put_settings(struct rq *rq)
{
	setting_put(rq, "kind", "demo");
	setting_put(rq, "organisation", PLAN_NAME);
	setting_put(rq, "zone", plan_towns[0].zone);
}

static void
put_words(struct rq *rq, struct world *w)
{
	for (int i = 0; i < w->plan->towns; i++)
		demo_location(rq, w->towns[i], plan_towns[i].name, plan_towns[i].country, plan_towns[i].zone);
	for (int i = 0; i < plan_jobs_n; i++)
		demo_job(rq, w->jobs[i], name_key(rq->arena, plan_jobs[i].name), plan_jobs[i].name,
		    families[plan_jobs[i].function], plan_jobs[i].leads, plan_jobs[i].exposed);
	for (int i = 0; i < plan_levels_n; i++)
		level_add(rq, w->levels[i], name_key(rq->arena, plan_levels[i].name), plan_levels[i].name, i + 1);
}

static void
put_units(struct rq *rq, struct world *w)
{
	struct day since = w->plan->people[0].hired;

	for (int i = 0; i < w->plan->n_units; i++) {
		const struct plan_unit *u = &w->plan->units[i];
		unit_id above = { u->parent == NOBODY ? 0 : w->units[u->parent].n };

		unit_add(rq, w->units[i], i == 0 ? "root" : name_key(rq->arena, u->name), u->name, u->kind, since, DAY_EVER);
		unit_place_add(rq, (unit_place_id){ new_id(rq) }, w->units[i], above, u->name, since, DAY_EVER);
	}
}

/* Every id is one number, so one loop serves all kinds. */
#define TAKE(list, many) do { \
	int64_t first = new_ids(rq, (many)); \
	for (int64_t k = 0; k < (many); k++) \
		(list)[k].n = first + k; \
} while (0)

static void
begin(struct rq *rq, void *arg)
{
	struct world *w = arg;

	rq->today = w->live;
	TAKE(w->units, w->plan->n_units);
	TAKE(w->people, w->plan->n_people);
	TAKE(w->spells, w->plan->n_people);
	TAKE(w->jobs, plan_jobs_n);
	TAKE(w->levels, plan_levels_n);
	TAKE(w->towns, plan_towns_n);
	put_settings(rq);
	put_words(rq, w);
	put_units(rq, w);
	answers(rq);
}

bool
world_begin(struct world *w)
{
	struct arena *a = w->call->arena;

	w->units = NEW_MANY(a, unit_id, (size_t)w->plan->n_units);
	w->people = NEW_MANY(a, person_id, (size_t)w->plan->n_people);
	w->spells = NEW_MANY(a, spell_id, (size_t)w->plan->n_people);
	w->jobs = NEW_MANY(a, job_id, (size_t)plan_jobs_n);
	w->levels = NEW_MANY(a, level_id, (size_t)plan_levels_n);
	w->towns = NEW_MANY(a, location_id, (size_t)plan_towns_n);
	w->at = working_hour(w->live, 1) - INT64_C(86400) * 1000000;     /* the evening before */
	return world_change(w, begin);
}
