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

static const struct { const char *words; struct day from; int months; struct day to; } moved[] = {
	{ "a year on",                              { 2026,  1,  1 }, 12, { 2027,  1,  1 } },
	{ "half a year on",                         { 2026,  1,  1 },  6, { 2026,  7,  1 } },
	{ "the end of June becomes the end of December", { 2026, 6, 30 }, 6, { 2026, 12, 31 } },
	{ "the end of December becomes the end of June", { 2026, 12, 31 }, 6, { 2027, 6, 30 } },
	{ "a quarter on, over the year",            { 2026, 11, 24 },  3, { 2027,  2, 24 } },
	{ "a day February does not have",           { 2026, 11, 30 },  3, { 2027,  2, 28 } },
	{ "and has in a leap year, as its last",    { 2027, 11, 30 },  3, { 2028,  2, 29 } },
	{ "a leap day, a year on",                  { 2028,  2, 29 }, 12, { 2029,  2, 28 } },
};

TEST("days of a copied cycle move by whole months and stay in their order")
{
	for (size_t i = 0; i < COUNT(moved); i++) {
		SAY(moved[i].words);
		EQ(day_compare(months_later(moved[i].from, moved[i].months), moved[i].to), 0);
	}
	SAY(NULL);
	for (int k = 0; k < 800; k++) {
		struct day d = day_plus((struct day){ 2026, 1, 1 }, k);

		for (int months = 3; months <= 12; months += 3) {
			YES(day_is(months_later(d, months)));
			YES(day_compare(months_later(d, months), months_later(day_plus(d, 1), months)) <= 0);
		}
	}
}

TEST("a mid-year conversation has three phases without a gap, and no release")
{
	struct phase_days plan[PHASES];
	static const char *const names[] = { "self", "manager", "talk" };
	struct day at = { 2026, 6, 1 };

	EQ(phase_plan_of("midyear", at, plan), 3);
	for (int i = 0; i < 3; i++) {
		SAME(plan[i].name, names[i]);
		EQ(day_compare(plan[i].opens, at), 0);
		at = day_plus(plan[i].closes, 1);
	}
}
