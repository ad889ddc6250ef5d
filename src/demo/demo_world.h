/* demo_world.h: the plan on its way into the database: ids, days, the slice at work. Inside demo only. */
#ifndef DEMO_WORLD_H
#define DEMO_WORLD_H

#include "demo/demo_plan.h"
#include "demo_queries.h"
#include "verbs.h"

struct moment;
struct goals;

struct world {
	struct call *call;
	struct plan *plan;
	uint64_t seed;
	unit_id *units;                 /* by index of the plan */
	person_id *people;
	spell_id *spells;
	job_id *jobs;
	level_id *levels;
	location_id *towns;
	struct day live;                /* when the organisation began with Meridian */
	struct day year, half;          /* first days of the year looked at, and of its second half */
	struct day last_year, last_half;
	const char *secret;             /* everybody's password, hashed once */
	struct moment *moments;         /* what happens, in the order of time */
	size_t n_moments, from, to;     /* the slice at work */
	int64_t at;                     /* the instant of a change that is no moment */
	form_id form, light;            /* of reviews; of mid-year conversations */
	struct goals *goals;            /* demo_goals.c */
	struct review_plan *cycle;      /* the cycle at work: demo_cycles.c */
};

/* Something that happens to somebody at an instant. */
struct moment {
	int64_t at;
	int what, who;
};
void moments_sort(struct world *w);
/* An instant of that day, in working hours; salt tells two apart. */
int64_t working_hour(struct day d, uint64_t salt);

/* One change at w->at (or the time of its moments); false: it came to nothing. */
bool world_change(struct world *w, void (*work)(struct rq *, void *));
/* All of n, `step` at a time: the work reads w->from and w->to. */
bool world_slices(struct world *w, size_t n, size_t step, void (*work)(struct rq *, void *));

/* The steps, in their order. Each is false when the database refused. */
bool world_begin(struct world *w);               /* demo_begin.c: settings, words, units, ids */
bool world_people(struct world *w);              /* demo_lives.c: who came, moved and left */
bool world_access(struct world *w);              /* demo_access.c: roles, accounts, circles */
bool world_goals(struct world *w);               /* demo_goals.c: goals and their steps */
bool world_feedback(struct world *w);            /* demo_feedback.c: feedback, requests */
bool world_journal(struct world *w);             /* demo_journal.c: a few notes */
bool world_notices(struct world *w);             /* demo_notices.c: how some wish to be told; what lies unsent */
bool world_cycles(struct world *w);              /* demo_cycles.c: one finished, a mid-year one, one open */
bool world_corrections(struct world *w);         /* demo_corrections.c: what some say is wrong */
bool world_tasks(struct world *w);               /* demo_tasks.c: own work, and what managers gave */

/* Index of a person by id; NOBODY. Ids of people are consecutive. */
int world_index(const struct world *w, person_id person);

#endif
