/* demo_goals_words.h: goals as people of each function have them, and what colleagues say. Words only. */
#ifndef DEMO_GOALS_WORDS_H
#define DEMO_GOALS_WORDS_H

#include "demo/demo_words.h"

/* A goal with one measure. Numbers in thousandths of the unit. */
struct goal_words {
	const char *title, *why, *lever;
	const char *measure, *kind, *unit;      /* kind: number percent money yesno; unit NULL: none */
	int64_t baseline, target;               /* target below baseline: lower is better */
};
enum { GOALS_OF_FUNCTION = 4, GOALS_OF_ALL = 3 };
extern const struct goal_words demo_goals[FUNCTIONS][GOALS_OF_FUNCTION], demo_goals_of_all[GOALS_OF_ALL];
/* What a unit of that function wants this year. */
extern const struct goal_words demo_goals_of_unit[FUNCTIONS];

/* Patterns (demo_words.h) of feedback: when it was, what came of it, what else could be tried; of journals; of notes with steps. */
extern const char *const demo_situations[], *const demo_impacts[], *const demo_tries[], *const demo_achieved[], *const demo_hard[],
    *const demo_steps_good[], *const demo_steps_slow[], *const demo_asks[], *const demo_declines[], *const demo_looks_back[];
extern const size_t demo_situations_n, demo_impacts_n, demo_tries_n, demo_achieved_n, demo_hard_n, demo_steps_good_n, demo_steps_slow_n,
    demo_asks_n, demo_declines_n, demo_looks_back_n;

#endif
