/* home_judge_test.c: due days, phases and greetings, as tables. */
#include "home/home_judge.h"

#include "base/test.h"

static const struct day today = { 2026, 11, 24 };

static const struct { const char *words; struct day due; const char *is, *tone; } dues[] = {
	{ "yesterday is over",          { 2026, 11, 23 }, "late",  "bad" },
	{ "today still counts",         { 2026, 11, 24 }, "today", "warn" },
	{ "tomorrow is soon",           { 2026, 11, 25 }, "soon",  "warn" },
	{ "so is a week from now",      { 2026, 12,  1 }, "soon",  "warn" },
	{ "more than a week is later",  { 2026, 12,  2 }, "later", "quiet" },
};

TEST("a due day is late, today, soon or later")
{
	for (size_t i = 0; i < COUNT(dues); i++) {
		SAY(dues[i].words);
		SAME(due_word(dues[i].due, today), dues[i].is);
		SAME(due_tone(dues[i].is), dues[i].tone);
	}
	SAY(NULL);
}

static const struct { const char *words, *key; struct day opens, closes; bool in, out; const char *stands; } phases[] = {
	{ "one's own part, open",                   "self",    { 2026, 11, 20 }, { 2026, 11, 30 }, 0, 0, "now" },
	{ "on its last day",                        "self",    { 2026, 11, 10 }, { 2026, 11, 24 }, 0, 0, "now" },
	{ "submitted early",                        "self",    { 2026, 11, 20 }, { 2026, 11, 30 }, 1, 0, "done" },
	{ "not submitted in time",                  "self",    { 2026, 11, 10 }, { 2026, 11, 23 }, 0, 0, "late" },
	{ "the manager's time to come",             "manager", { 2026, 12,  1 }, { 2026, 12, 10 }, 1, 0, "ahead" },
	{ "the manager's time over: not my worry",  "manager", { 2026, 11,  1 }, { 2026, 11, 10 }, 1, 0, "done" },
	{ "released before its days",               "release", { 2026, 12,  1 }, { 2026, 12, 10 }, 1, 1, "done" },
};

TEST("a phase stands for one person as their own part does")
{
	for (size_t i = 0; i < COUNT(phases); i++) {
		struct home_phase p = { .key = phases[i].key, .opens_on = phases[i].opens, .closes_on = phases[i].closes };

		SAY(phases[i].words);
		SAME(phase_stands(&p, phases[i].in, phases[i].out, today), phases[i].stands);
	}
	SAY(NULL);
}

TEST("the day is greeted by the viewer's clock")
{
	SAME(greeting_of("04:59"), "evening");
	SAME(greeting_of("05:00"), "morning");
	SAME(greeting_of("11:59"), "morning");
	SAME(greeting_of("12:00"), "afternoon");
	SAME(greeting_of("18:00"), "evening");
}

TEST("a share is whole percent, and of nothing it is none")
{
	EQ(share_of(1, 3), 33);
	EQ(share_of(3, 3), 100);
	EQ(share_of(0, 0), 0);
}
