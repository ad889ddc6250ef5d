/* pilot_judge.c: how well does each unit do for a first try? Counts only. */
#include "cycles/pilot_judge.h"

#include <string.h>

enum { ABOUT = 15, FLAW = 1000 };

static const char *
verdict_of(const struct pilot_unit *u, int64_t people)
{
	if (u->people < PILOT_LEAST)
		return "small";
	if (u->people > PILOT_MOST)
		return "large";
	if (u->people >= people)
		return "whole";
	if (u->head.n == 0)
		return "headless";
	if (u->no_manager > 0)
		return "lines";
	return u->no_address > 0 ? "silent" : "fits";
}

/* How far from ideal: each flaw weighs more than any distance in people. */
static int64_t
distance(const struct pilot_unit *u, int64_t people)
{
	int64_t apart = u->people > ABOUT ? u->people - ABOUT : ABOUT - u->people, flaws;

	flaws = (u->people < PILOT_LEAST) * 4 + (u->people > PILOT_MOST) * 4 + (u->people >= people) * 2
	    + (u->head.n == 0) + (u->no_manager > 0) * 2 + (u->no_address > 0);
	return flaws * FLAW + (apart < FLAW ? apart : FLAW - 1);
}

int
pilot_judge(struct pilot_unit_rows *units, int64_t people)
{
	int best = -1;

	for (size_t i = 0; i < units->n; i++) {
		units->at[i].verdict = verdict_of(&units->at[i], people);
		units->at[i].best = 0;
		if (units->at[i].people > 0 && (best < 0 || distance(&units->at[i], people) < distance(&units->at[best], people)))
			best = (int)i;
	}
	if (best >= 0)
		units->at[best].best = 1;
	return best;
}
