/* demo_plan.c: an organisation out of three things: how many, which seed, which day. No rows. */
#include "demo/demo_plan.h"

int64_t
dice_roll(struct dice *d, int64_t sides)
{
	return (int64_t)(mix(d->seed, ++d->thrown, 11) % (uint64_t)sides);
}

struct plan *
plan_make(struct arena *a, int employed, uint64_t seed, struct day today)
{
	struct plan *p = NEW(a, struct plan);

	*p = (struct plan){ .arena = a, .dice = { seed, 0 }, .today = today, .employed = employed };
	p->towns = employed < 40 ? 2 : employed < 150 ? 4 : plan_towns_n;
	p->units = NEW_MANY(a, struct plan_unit, (size_t)employed);
	p->people = NEW_MANY(a, struct plan_person, (size_t)(employed + employed / 16 + 2));
	plan_tree(p);
	if (p->n_people != employed)
		die("the plan has %d posts for %d people", p->n_people, employed);
	plan_jobs_set(p);
	plan_people_set(p);
	return p;
}
