/* cases_choice.c: assignment and what a programme did. Knows no arithmetic. */
#include "statcases.h"

#include "stats/stats_assignment.h"

CASE("assignment")
{
	struct assignment_input in = { 0 };
	struct assignment least, most;

	in.cost = case_matrix(a, dir, argument_text(c, "file"), &in.rows, &in.columns);
	if (in.cost == NULL)
		return NULL;
	least = assignment(a, &in);
	in.asked = ASSIGN_MOST;
	most = assignment(a, &in);
	if (least.refusal != STATS_GIVEN || least.paired < in.rows)
		return case_failed("refused (%d), %zu of %zu rows paired", (int)least.refusal, least.paired, in.rows);
	return json_pack("{s:o, s:o}", "minimum_cost", number(least.total), "maximum_value", number(most.total));
}
