/* phase_plan_test.c: the days a new cycle proposes. */
#include "base/test.h"
#include "cycles/phase_plan.h"

TEST("a new cycle proposes four phases that follow each other without a gap")
{
	struct phase_days plan[PHASES];
	static const char *const names[PHASES] = { "self", "manager", "release", "talk" };
	static const int lengths[PHASES] = { 14, 14, 7, 21 };
	struct day at = { 2026, 12, 24 };

	phase_plan(at, plan);
	for (int i = 0; i < PHASES; i++) {
		SAY(names[i]);
		SAME(plan[i].name, names[i]);
		EQ(day_compare(plan[i].opens, at), 0);
		EQ(days_between(plan[i].opens, plan[i].closes), lengths[i] - 1);
		YES(phase_flaw(&plan[i], i > 0 ? &plan[i - 1] : NULL) == NULL);
		at = day_plus(plan[i].closes, 1);
	}
}

static const struct {
	const char *words;
	struct phase_days phase, before;
	const char *flaw;
} days[] = {
	{ "in order",            { "manager", { 2026, 3, 15 }, { 2026, 3, 28 } }, { "self", { 2026, 3, 1 }, { 2026, 3, 14 } }, NULL },
	{ "overlapping is fine", { "manager", { 2026, 3, 10 }, { 2026, 3, 28 } }, { "self", { 2026, 3, 1 }, { 2026, 3, 14 } }, NULL },
	{ "one day only",        { "manager", { 2026, 3, 15 }, { 2026, 3, 15 } }, { "self", { 2026, 3, 1 }, { 2026, 3, 14 } }, "refused.closes-first" },
	{ "the wrong way round", { "manager", { 2026, 3, 15 }, { 2026, 3, 10 } }, { "self", { 2026, 3, 1 }, { 2026, 3, 14 } }, "refused.closes-first" },
	{ "before the last one", { "manager", { 2026, 2, 15 }, { 2026, 3, 10 } }, { "self", { 2026, 3, 1 }, { 2026, 3, 14 } }, "refused.phase-order" },
};

TEST("a phase's days are refused when they cannot be kept")
{
	for (size_t i = 0; i < COUNT(days); i++) {
		SAY(days[i].words);
		SAME(phase_flaw(&days[i].phase, &days[i].before), days[i].flaw);
	}
}
