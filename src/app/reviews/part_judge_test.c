/* part_judge_test.c: a manager's part, open 10 to 24 March, on different days of its life. */
#include "base/test.h"
#include "reviews/reviews.h"

static const struct {
	const char *words;
	const char *state;
	struct day today;
	int64_t both, released;
	const char *seen;
} lives[] = {
	{ "before its phase",            "asked",     { 2026, 3,  9 }, 0, 0, "closed" },
	{ "asked, on the first day",     "asked",     { 2026, 3, 10 }, 0, 0, "asked" },
	{ "begun",                       "writing",   { 2026, 3, 20 }, 0, 0, "writing" },
	{ "begun, on the last day",      "writing",   { 2026, 3, 24 }, 0, 0, "writing" },
	{ "begun, too late",             "writing",   { 2026, 3, 25 }, 0, 0, "closed" },
	{ "handed in alone",             "submitted", { 2026, 3, 20 }, 0, 0, "submitted" },
	{ "handed in, long ago",         "submitted", { 2026, 9, 20 }, 0, 0, "submitted" },
	{ "both sides are in",           "submitted", { 2026, 3, 20 }, 1, 0, "both" },
	{ "released",                    "submitted", { 2026, 4, 20 }, 1, 1, "released" },
	{ "HR went on without it",       "removed",   { 2026, 3, 20 }, 1, 0, "closed" },
	{ "and released the rest",       "removed",   { 2026, 3, 20 }, 1, 1, "closed" },
};

TEST("a part stands as its state and the days of its phase say")
{
	for (size_t i = 0; i < COUNT(lives); i++) {
		struct part_asked p = {
			.state = lives[i].state, .relation = "manager", .opens = { 2026, 3, 10 }, .due = { 2026, 3, 24 },
			.both = lives[i].both, .released = lives[i].released,
		};
		SAY(lives[i].words);
		SAME(part_state(&p, lives[i].today), lives[i].seen);
	}
}

TEST("a required answer is owed until there is a level, or some words")
{
	YES(answer_is_missing("rating", true, NONE, NULL));
	YES(answer_is_missing("rating", true, NONE, "words do not rate"));
	NO(answer_is_missing("rating", true, 0, NULL));
	YES(answer_is_missing("text", true, NONE, NULL));
	YES(answer_is_missing("text", true, NONE, " \n "));
	NO(answer_is_missing("text", true, NONE, "Yes."));
	NO(answer_is_missing("text", false, NONE, NULL));
}

TEST("a closed cycle asks for nothing more, whatever its phases say")
{
	struct part_asked p = { .state = "asked", .opens = { 2026, 11, 1 }, .due = { 2026, 11, 27 } };

	SAME(part_state(&p, (struct day){ 2026, 11, 24 }), "asked");
	p.over = 1;
	SAME(part_state(&p, (struct day){ 2026, 11, 24 }), "closed");
}

TEST("one reminder a day, and only where there is an address")
{
	YES(may_nudge(NONE, "ana@north.example", 1000));
	YES(may_nudge(999, "ana@north.example", 1000));
	NO(may_nudge(1000, "ana@north.example", 1000));
	NO(may_nudge(NONE, NULL, 1000));
}
