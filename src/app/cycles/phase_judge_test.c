/* phase_judge_test.c: one phase, 2 to 27 November, seen on different days. */
#include "base/test.h"
#include "cycles/phase_judge.h"

static const struct {
	const char *words;
	struct day today, until;
	enum phase_state state;
	struct day due;
} days[] = {
	{ "long before",                { 2026,  6,  1 }, { 0 },          PHASE_AHEAD,  { 2026, 11, 27 } },
	{ "the evening before",         { 2026, 11,  1 }, { 0 },          PHASE_AHEAD,  { 2026, 11, 27 } },
	{ "its first day",              { 2026, 11,  2 }, { 0 },          PHASE_OPEN,   { 2026, 11, 27 } },
	{ "its last day",               { 2026, 11, 27 }, { 0 },          PHASE_OPEN,   { 2026, 11, 27 } },
	{ "the day after",              { 2026, 11, 28 }, { 0 },          PHASE_CLOSED, { 2026, 11, 27 } },
	{ "the day after, extended",    { 2026, 11, 28 }, { 2026, 12, 4 }, PHASE_OPEN,   { 2026, 12, 4 } },
	{ "the extension's last day",   { 2026, 12,  4 }, { 2026, 12, 4 }, PHASE_OPEN,   { 2026, 12, 4 } },
	{ "after the extension",        { 2026, 12,  5 }, { 2026, 12, 4 }, PHASE_CLOSED, { 2026, 12, 4 } },
	{ "extended to an earlier day", { 2026, 11, 20 }, { 2026, 11, 9 }, PHASE_OPEN,   { 2026, 11, 27 } },
	{ "extended, not yet begun",    { 2026, 11,  1 }, { 2026, 12, 4 }, PHASE_AHEAD,  { 2026, 12, 4 } },
	{ "across the year",            { 2027,  1,  1 }, { 2027, 1, 1 },  PHASE_OPEN,   { 2027, 1, 1 } },
};

TEST("a phase is open from its first to its last day, or to one person's later day")
{
	const struct day opens = { 2026, 11, 2 }, closes = { 2026, 11, 27 };

	for (size_t i = 0; i < COUNT(days); i++) {
		SAY(days[i].words);
		EQ(phase_judge(opens, closes, days[i].until, days[i].today), days[i].state);
		EQ(day_compare(phase_due(closes, days[i].until), days[i].due), 0);
	}
}

TEST("each state of a phase has its word")
{
	SAME(phase_word(PHASE_AHEAD), "ahead");
	SAME(phase_word(PHASE_OPEN), "open");
	SAME(phase_word(PHASE_CLOSED), "closed");
}

static const struct {
	const char *words;
	int64_t unreleased;
	bool over;
	bool may;
} closings[] = {
	{ "everything released, the talks still to come", 0, false, true },
	{ "everything released and over",                 0, true,  true },
	{ "one review not released, a phase to come",     1, false, false },
	{ "over: what is not released by then stays so",  3, true,  true },
};

TEST("a cycle is closed once all is released or all its phases are over")
{
	for (size_t i = 0; i < COUNT(closings); i++) {
		SAY(closings[i].words);
		EQ(close_flaw(closings[i].unreleased, closings[i].over) == NULL, closings[i].may);
	}
	SAY(NULL);
}
