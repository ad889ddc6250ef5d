/* figures_judge_test.c: hidden units, companions and what lies below them, on a small tree. */
#include "home/figures_judge.h"

#include "base/test.h"

/* The organisation 1 (30): 2 with 20, 3 with 3, 4 with 7; below 2: 5 with 12, 6 with 8; below 3: 7 with 3. */
static void
tree(struct figures_unit at[static 7])
{
	static const int64_t rows[7][3] = { { 1, 0, 30 }, { 2, 1, 20 }, { 3, 1, 3 }, { 4, 1, 7 }, { 5, 2, 12 }, { 6, 2, 8 }, { 7, 3, 3 } };

	for (size_t i = 0; i < 7; i++)
		at[i] = (struct figures_unit){ .id = { rows[i][0] }, .parent = { rows[i][1] }, .people = rows[i][2] };
}

TEST("a unit of three is hidden, and with it the next smallest beside it")
{
	struct figures_unit at[7];
	struct figures_unit_rows rows = { .n = 7, .at = at };

	tree(at);
	YES(figures_judge(&rows, (unit_id){ 1 }) == &at[0]);
	YES(at[1].shown && !at[2].shown && !at[3].shown);
}

TEST("below a unit that is shown all of five and more are; below a hidden one nothing is")
{
	struct figures_unit at[7];
	struct figures_unit_rows rows = { .n = 7, .at = at };

	tree(at);
	YES(figures_judge(&rows, (unit_id){ 2 }) == &at[1]);
	YES(at[4].shown && at[5].shown);
	tree(at);
	YES(figures_judge(&rows, (unit_id){ 3 }) == NULL);
	NO(at[6].shown);
	tree(at);
	YES(figures_judge(&rows, (unit_id){ 4 }) == NULL);
	YES(figures_judge(&rows, (unit_id){ 9 }) == NULL);
}
