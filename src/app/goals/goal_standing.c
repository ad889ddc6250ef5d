/* goal_standing.c: how the goals of one person stand together. Counts verdicts; judges none, knows no request. */
#include "goals/goal_standing.h"

#include <string.h>

/* What a lead looks at first: past its day, silent, behind, then the rest. */
static int
urgency(const char *health)
{
	static const char *const order[] = { "early", "done", "good", "unsaid", "proposed", "slow", "stale", "late" };

	for (size_t i = 0; i < COUNT(order); i++)
		if (strcmp(order[i], health) == 0)
			return (int)i;
	return 0;
}

static bool
is_one(const char *health, const char *a, const char *b)
{
	return strcmp(health, a) == 0 || strcmp(health, b) == 0;
}

struct goal_standing
goal_standing(const struct goal_line_rows *goals, person_id person)
{
	struct goal_standing t = { .worst = "early" };

	for (size_t i = 0; i < goals->n; i++) {
		const struct goal_line *g = &goals->at[i];

		if (g->person.n != person.n)
			continue;
		t.goals++;
		t.behind += is_one(g->health, "slow", "late");
		t.silent += is_one(g->health, "stale", "stale");
		t.waiting += strcmp(g->state, "proposed") == 0;
		if (urgency(g->health) >= urgency(t.worst))
			t.worst = g->health;
	}
	return t;
}
