/* small_judge_test.c: no small count is shown, and none follows from what is; by table and by chance. */
#include "home/small_judge.h"

#include "base/test.h"

enum { MANY = 8, ROUNDS = 20000 };

/* The same numbers at every run. */
static int64_t
below(uint64_t *state, uint64_t most)
{
	*state = *state * 6364136223846793005u + 1442695040888963407u;
	return (int64_t)((*state >> 33) % most);
}

TEST("small counts are hidden, with a companion where the total would tell them")
{
	int64_t one[] = { 3, 20, 6, 0 }, two[] = { 4, 4, 30 }, none[] = { 5, 0, 9 }, tiny[] = { 1, 0, 0 };

	small_cells(one, 4);
	YES(one[0] == NONE && one[2] == NONE && one[1] == 20 && one[3] == 0);
	small_cells(two, 3);
	YES(two[0] == NONE && two[1] == NONE && two[2] == 30);
	small_cells(none, 3);
	YES(none[0] == 5 && none[1] == 0 && none[2] == 9);
	small_cells(tiny, 3);
	YES(tiny[0] == NONE && tiny[1] == NONE && tiny[2] == NONE);
}

TEST("what is hidden of a total is nothing, or at least five in at least two cells, or everything")
{
	uint64_t c = 7;

	for (int round = 0; round < ROUNDS; round++) {
		int64_t cells[MANY], was[MANY], hidden = 0;
		size_t n = 1 + (size_t)below(&c, MANY), many = 0;

		for (size_t i = 0; i < n; i++)
			was[i] = cells[i] = below(&c, 14);
		small_cells(cells, n);
		for (size_t i = 0; i < n; i++) {
			YES(cells[i] == NONE || (cells[i] == was[i] && (was[i] == 0 || was[i] >= SMALL)));
			hidden += cells[i] == NONE ? was[i] : 0;
			many += cells[i] == NONE;
		}
		YES(many == 0 || many == n || (many >= 2 && hidden >= SMALL));
	}
}

TEST("a whole less the parts shown is nobody, at least five, or the whole")
{
	uint64_t c = 11;

	for (int round = 0; round < ROUNDS; round++) {
		int64_t people[MANY], whole = below(&c, 8), rest, seen = 0;
		bool shown[MANY];
		size_t n = (size_t)below(&c, MANY);

		for (size_t i = 0; i < n; i++)
			whole += people[i] = below(&c, 14);
		rest = whole;
		small_groups(whole, people, shown, n);
		for (size_t i = 0; i < n; i++) {
			YES(!shown[i] || people[i] == 0 || people[i] >= SMALL);
			seen += shown[i] ? people[i] : 0;
		}
		rest -= seen;
		YES(rest == 0 || rest >= SMALL || seen == 0);
	}
}
