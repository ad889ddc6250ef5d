/* start_judge_test.c: the steps of a first set-up, as a table. */
#include "home/start_judge.h"

#include "base/test.h"

static const struct {
	const char *words;
	struct start_facts facts;
	const char *states;             /* d done, n now, a ahead */
	int left;
} rows[] = {
	{ "nothing but the first person", { .people = 1, .units = 1, .hr = 1, .invited = 1 }, "naaaaa", 6 },
	{ "people are in", { .people = 60, .units = 10, .hr = 1, .invited = 1 }, "dnaaaa", 5 },
	{ "one head is enough to go on", { .people = 60, .units = 10, .headed = 1, .invited = 1 }, "ddnaaa", 4 },
	{ "answered", { .people = 60, .headed = 9, .chosen = 1, .invited = 1 }, "dddnaa", 3 },
	{ "a draft is there", { .people = 60, .headed = 9, .chosen = 1, .cycles = 1, .cycle = { 7 }, .invited = 1 }, "ddddna", 2 },
	{ "a step that was passed over stays open", { .people = 60, .headed = 0, .chosen = 1, .cycles = 1, .invited = 60, .launched = 1 }, "dndddd", 1 },
	{ "all done", { .people = 60, .headed = 9, .chosen = 1, .cycles = 1, .invited = 60, .launched = 1 }, "dddddd", 0 },
};

TEST("steps are ticked from what is there, the first open one is now, and the rest is ahead")
{
	struct arena *a = arena_new();

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct start_step steps[START_STEPS];

		SAY(rows[i].words);
		EQ(start_judge(&rows[i].facts, (struct start_may){ 1, 0, 1 }, a, steps), rows[i].left);
		for (int k = 0; k < START_STEPS; k++)
			EQ(steps[k].state[0], rows[i].states[k]);
		EQ(steps[0].mine, 1);
		EQ(steps[4].mine, 0);
	}
	SAY(NULL);
	arena_free(a);
}

TEST("the draft that is there is where pilot and launch lead")
{
	struct arena *a = arena_new();
	struct start_step steps[START_STEPS];

	start_judge(&rows[4].facts, (struct start_may){ 1, 1, 1 }, a, steps);
	SAME(steps[3].link, "/cycles/7/setup");
	SAME(steps[5].link, "/cycles/7/setup");
	start_judge(&rows[0].facts, (struct start_may){ 1, 1, 1 }, a, steps);
	SAME(steps[3].link, "/framework");
	arena_free(a);
}
