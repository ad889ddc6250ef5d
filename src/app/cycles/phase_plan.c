/* phase_plan.c: which days does a new cycle propose, and may they stand? No clock, no database. */
#include "cycles/phase_plan.h"

#include <string.h>

static const struct {
	const char *name;
	int days;
} lengths[PHASES] = { { "self", 14 }, { "manager", 14 }, { "release", 7 }, { "talk", 21 } };

int
phase_plan_of(const char *kind, struct day start, struct phase_days plan[static PHASES])
{
	bool light = strcmp(kind, "midyear") == 0;
	int n = 0;

	for (int i = 0; i < PHASES; i++) {
		if (light && strcmp(lengths[i].name, "release") == 0)
			continue;
		plan[n].name = lengths[i].name;
		plan[n].opens = start;
		plan[n++].closes = day_plus(start, lengths[i].days - 1);
		start = day_plus(start, lengths[i].days);
	}
	return n;
}

void
phase_plan(struct day start, struct phase_days plan[static PHASES])
{
	phase_plan_of("review", start, plan);
}

const char *
phase_flaw(const struct phase_days *phase, const struct phase_days *before)
{
	if (day_compare(phase->opens, phase->closes) >= 0)
		return "refused.closes-first";
	if (before != NULL && day_compare(phase->opens, before->opens) < 0)
		return "refused.phase-order";
	return NULL;
}

struct day
months_later(struct day d, int months)
{
	int last = days_of_month(d.y, d.m), place = d.y * 12 + d.m - 1 + months;
	struct day to = { (int16_t)(place / 12), (int8_t)(place % 12 + 1), d.d };
	int to_last = days_of_month(to.y, to.m);

	if (d.d == last || to.d > to_last)
		to.d = (int8_t)to_last;
	return to;
}
