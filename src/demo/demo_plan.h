/* demo_plan.h: the demo's organisation before it is written: units, people, lines. No rows, no clock. */
#ifndef DEMO_PLAN_H
#define DEMO_PLAN_H

#include "base/arena.h"
#include "base/day.h"
#include "demo/demo_words.h"

enum { DEMO_LEAST = 12, DEMO_MOST = 10000, NOBODY = -1 };

/* Chance with a state of its own, so that a plan asks nobody. */
struct dice {
	uint64_t seed, thrown;
};
int64_t dice_roll(struct dice *d, int64_t sides);                /* 0 .. sides-1 */

struct plan_town {
	const char *name, *country, *zone, *langs;      /* langs: of most who work there */
};
struct plan_job {
	const char *name;
	enum function function;
	bool leads, exposed;
};
struct plan_level {
	const char *code, *name;
};

enum plan_role { ROLE_NONE, ROLE_PARTNER, ROLE_DIRECTOR, ROLE_PERFORMANCE, ROLE_ANALYST, ROLE_EXECUTIVE, ROLE_ADMIN };

struct plan_unit {
	const char *name, *kind;
	int parent, head;               /* indexes; NOBODY: the organisation itself */
	int town, function, depth;
	int top;                        /* the unit below the organisation it belongs to */
};

struct plan_person {
	const char *given, *family, *shown, *pronouns, *email;   /* email NULL: none */
	int number;
	bool outside;
	int unit, manager, dotted;      /* manager, dotted: NOBODY when there is none */
	int job, level, town;
	int earlier_job, earlier_level, earlier_manager;        /* before moved_on */
	int share;                      /* thousandths */
	struct day hired, left, moved;  /* left, moved: no day when it did not happen */
	enum function function;
	enum plan_role role;
	int reports, rank;              /* rank: among the manager's reports */
};

enum { PLAN_TRANSFERS = 5 };

struct plan {
	struct arena *arena;
	struct dice dice;
	struct day today;
	int towns;                      /* how many of plan_towns are used */
	struct plan_unit *units;
	struct plan_person *people;     /* first the chief, then who is employed, leavers, the Board */
	int n_units, n_people, employed, board;
	int transfers[PLAN_TRANSFERS], n_transfers;     /* who changed managers within the year, of the experts */
	int n_top;                      /* units below the organisation: 1 .. */
	int of_function[FUNCTIONS][2];  /* names of teams and departments used up */
};

extern const struct plan_town plan_towns[];
extern const struct plan_job plan_jobs[];
extern const struct plan_level plan_levels[];
extern const int plan_towns_n, plan_jobs_n, plan_levels_n;
enum { LEVELS_OF_EXPERTS = 5, LEVEL_LEAD = 5, LEVEL_CHIEF = 9 };
#define PLAN_NAME "Northwind Demo"
#define PLAN_DOMAIN "northwind-demo.example"

/* employed: DEMO_LEAST .. DEMO_MOST. Equal in, equal out. */
struct plan *plan_make(struct arena *a, int employed, uint64_t seed, struct day today);

/* What a text about (self: by) somebody is made of, over six months from the day `since`. */
struct writing plan_writing(const struct plan *p, int who, bool self, struct day since);
/* The same for what happened in the month of that day. */
struct writing plan_writing_in(const struct plan *p, int who, bool self, struct day on);
/*
 * The nth (0 ..) of `of` texts of a form: the last says what was learnt and what comes next, the
 * others what was done. No two of one unit or one manager get the same.
 */
char *plan_text(struct arena *a, const struct plan *p, int who, bool self, struct day since, size_t nth, size_t of);

/* Inside the plan. */
void plan_tree(struct plan *p);                  /* units and posts: plan_tree.c */
void plan_jobs_set(struct plan *p);              /* jobs and levels, roles: plan_jobs.c */
void plan_people_set(struct plan *p);            /* names, days, leavers: plan_people.c */
int plan_unit_add(struct plan *p, struct plan_unit unit);        /* returns its index */
int plan_person_add(struct plan *p, int unit, int manager, enum function f);
const char *plan_team_name(struct plan *p, enum function f, int *town);
const char *plan_department_name(struct plan *p, enum function f);
int plan_job_of(enum function f, int kind);      /* 0..2 experts, 3 lead, 4 head */
int plan_job_called(const char *name);

/* Who stands for a role on the first printed lines: employee, lead, head. */
int plan_employee(const struct plan *p);
int plan_lead(const struct plan *p);
int plan_head(const struct plan *p);
int plan_with(const struct plan *p, enum plan_role role, int after);     /* next after; NOBODY at the end */
const char *plan_role_word(enum plan_role role);

#endif
