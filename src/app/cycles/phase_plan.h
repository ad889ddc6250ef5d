/* phase_plan.h: the days a new cycle proposes, and whether days make sense. No clock, no database. */
#ifndef CYCLES_PHASE_PLAN_H
#define CYCLES_PHASE_PLAN_H

#include "base/day.h"

enum { PHASES = 4 };

struct phase_days {
	const char *name;               /* self, manager, release, talk */
	struct day opens, closes;       /* both are days of the phase */
};

/* Two weeks for each side, then a week to release and three to talk. */
void phase_plan(struct day start, struct phase_days plan[static PHASES]);
/* The same by the kind of a cycle: "midyear" has no release. How many there are. */
int phase_plan_of(const char *kind, struct day start, struct phase_days plan[static PHASES]);

/*
 * What is wrong with a phase's days: a key of cycles_words, or NULL. before: the phase ahead of
 * it, or NULL. A phase lasts at least two days; it does not begin before the one ahead of it.
 */
const char *phase_flaw(const struct phase_days *phase, const struct phase_days *before);

/*
 * The same day so many months later (0 or more), for a copy of a cycle: the last day of a month becomes the last day of the
 * other one, so that half-years stay half-years; a day that month does not have becomes its last.
 */
struct day months_later(struct day d, int months);

#endif
