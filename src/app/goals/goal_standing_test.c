/* goal_standing_test.c: counts of a person's goals, and which verdict comes first. */
#include "goals/goal_standing.h"

#include "base/test.h"

#include <string.h>

static struct goal_standing
standing_of(const char *a, const char *b)
{
	struct goal_line at[] = { { .person = { 1 }, .state = "open", .health = a }, { .person = { 2 }, .state = "open", .health = "late" },
		{ .person = { 1 }, .state = strcmp(b, "proposed") == 0 ? b : "open", .health = b } };
	struct goal_line_rows rows = { .n = 3, .at = at };

	return goal_standing(&rows, (person_id){ 1 });
}

TEST("the verdict a lead looks at first is the one that is said")
{
	static const struct { const char *a, *b, *worst; int behind, silent, waiting; } cases[] = {
		{ "good", "slow", "slow", 1, 0, 0 }, { "slow", "good", "slow", 1, 0, 0 }, { "late", "stale", "late", 1, 1, 0 },
		{ "slow", "late", "late", 2, 0, 0 }, { "good", "proposed", "proposed", 0, 0, 1 }, { "done", "good", "good", 0, 0, 0 },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct goal_standing s = standing_of(cases[i].a, cases[i].b);

		SAME(s.worst, cases[i].worst);
		EQ(s.goals, 2);
		EQ(s.behind, cases[i].behind);
		EQ(s.silent, cases[i].silent);
		EQ(s.waiting, cases[i].waiting);
	}
}

TEST("who has no goal stands at the beginning")
{
	struct goal_line_rows none = { 0 };

	EQ(goal_standing(&none, (person_id){ 1 }).goals, 0);
	SAME(goal_standing(&none, (person_id){ 1 }).worst, "early");
}
