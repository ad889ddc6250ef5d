/* talk_judge.c: with whom of a team to talk this week, and why. No clock, no database, no markup. */
#include "home/talk_judge.h"

#include <string.h>

static bool
is_quiet(const struct glance *g, struct day today)
{
	struct day since = day_none(g->given_on) ? g->hired_on : g->given_on;

	return day_none(since) || days_between(since, today) > TALK_QUIET;
}

static bool
is_untalked(const struct glance *g)
{
	return g->review_state && !g->talked && (strcmp(g->review_state, "released") == 0 || strcmp(g->review_state, "acknowledged") == 0);
}

size_t
talk_whys(const struct glance *g, struct day today, const char *whys[static TALK_WHYS], int64_t *weight)
{
	const struct { const char *why; bool holds; int64_t weight; } rules[TALK_WHYS] = {
		{ "released", is_untalked(g), 32 }, { "behind", g->behind > 0, 16 }, { "none", g->goals == 0, 8 },
		{ "silent", g->silent > 0, 4 }, { "waiting", g->waiting > 0, 2 }, { "quiet", is_quiet(g, today), 1 },
	};
	size_t n = 0;

	*weight = 0;
	for (size_t i = 0; g->report && i < TALK_WHYS; i++)
		if (rules[i].holds) {
			whys[n++] = rules[i].why;
			*weight += rules[i].weight;
		}
	return n;
}
