/* phase_judge.c: is a phase ahead, open or closed? No clock, no database, no HTML. */
#include "cycles/phase_judge.h"

struct day
phase_due(struct day closes, struct day until)
{
	if (day_none(until))
		return closes;
	return day_compare(until, closes) > 0 ? until : closes;
}

enum phase_state
phase_judge(struct day opens, struct day closes, struct day until, struct day today)
{
	if (day_compare(today, opens) < 0)
		return PHASE_AHEAD;
	return day_compare(today, phase_due(closes, until)) > 0 ? PHASE_CLOSED : PHASE_OPEN;
}

const char *
phase_word(enum phase_state state)
{
	static const char *const words[] = { "ahead", "open", "closed" };

	return words[state];
}

const char *
close_flaw(int64_t unreleased, bool phases_over)
{
	return unreleased > 0 && !phases_over ? "refused.not-released" : NULL;
}
