/* start_judge.h: what of a first set-up is done, what comes next. Knows counts; no requests, no rows' source. */
#ifndef HOME_START_JUDGE_H
#define HOME_START_JUDGE_H

#include "home_queries.h"

enum { START_STEPS = 6 };

/* What the viewer may do of it. */
struct start_may {
	bool import, invite, prepare;
};

/*
 * Fills the six steps in their order: people, heads, framework, pilot, invite, launch; each "done", "now" (the first that is
 * not) or "ahead". link: NULL-free; mine: the viewer may do it. How many are not done.
 */
int start_judge(const struct start_facts *f, struct start_may may, struct arena *a, struct start_step steps[static START_STEPS]);

#endif
