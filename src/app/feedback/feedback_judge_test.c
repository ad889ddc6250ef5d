/* feedback_judge_test.c: one feedback and one request, seen at different times. */
#include "base/test.h"
#include "feedback/feedback_judge.h"

#define HOUR (INT64_C(3600) * 1000000)
#define NOON (INT64_C(1795521600) * 1000000)

static const struct {
	const char *words, *seen_by;
	int64_t withdrawn, now;
	const char *state;
} lives[] = {
	{ "just given",                          "receiver", NONE, NOON,             "receiver-fresh" },
	{ "the last moment of its first day",    "manager",  NONE, NOON + 24 * HOUR - 1, "manager-fresh" },
	{ "a day later",                         "manager",  NONE, NOON + 24 * HOUR, "manager" },
	{ "praise for everybody, a week later",  "all",      NONE, NOON + 168 * HOUR, "all" },
	{ "withdrawn",                           "all",      NOON + HOUR, NOON + 2 * HOUR, "withdrawn" },
	{ "a word that nobody knows",            "world",    NONE, NOON,             "withdrawn" },
};

TEST("feedback is as open as its author said, and can be withdrawn for a day")
{
	for (size_t i = 0; i < COUNT(lives); i++) {
		SAY(lives[i].words);
		SAME(feedback_state(lives[i].seen_by, NOON, lives[i].withdrawn, lives[i].now), lives[i].state);
	}
	SAY(NULL);
}

static const struct {
	const char *words, *state;
	struct day today;
	const char *now;
} asks[] = {
	{ "before its day",            "open",     { 2026, 11, 23 }, "open" },
	{ "on its day",                "open",     { 2026, 11, 24 }, "open" },
	{ "the day after",             "open",     { 2026, 11, 25 }, "lapsed" },
	{ "answered, long ago",        "given",    { 2027,  1,  1 }, "given" },
	{ "declined, long ago",        "declined", { 2027,  1,  1 }, "declined" },
	{ "run out, as it was kept",   "lapsed",   { 2026, 11, 25 }, "lapsed" },
};

TEST("a request is open until its day is over")
{
	for (size_t i = 0; i < COUNT(asks); i++) {
		SAY(asks[i].words);
		SAME(asked_state(asks[i].state, (struct day){ 2026, 11, 24 }, asks[i].today), asks[i].now);
	}
	SAY(NULL);
}
