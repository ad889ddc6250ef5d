/* stats_assignment_test.c: pairs against every other way of pairing. Knows no method. */
#include "stats/stats_assignment.h"
#include "stats/stats_near.h"
#include "stats/stats_random.h"

struct search {
	const struct assignment_input *in;
	size_t used[8];
	size_t paired;
	double total;
	bool any;
};

/* Every way: row by row, each column with room or none. */
static void
search(struct search *s, size_t row, size_t paired, double total)
{
	const struct assignment_input *in = s->in;

	if (row == in->rows) {
		bool better = in->asked == ASSIGN_MOST ? total > s->total : total < s->total;

		if (!s->any || paired > s->paired || (paired == s->paired && better)) {
			s->any = true;
			s->paired = paired;
			s->total = total;
		}
		return;
	}
	search(s, row + 1, paired, total);
	for (size_t j = 0; j < in->columns; j++)
		if (isfinite(in->cost[row * in->columns + j]) && s->used[j] < (in->capacity ? in->capacity[j] : 1)) {
			s->used[j]++;
			search(s, row + 1, paired + 1, total + in->cost[row * in->columns + j]);
			s->used[j]--;
		}
}

TEST("an assignment is the best of all, with forbidden pairs, capacities and any shape")
{
	struct random_source r = random_from(21);

	for (int round = 0; round < 400; round++) {
		struct arena *a = arena_new();
		double cost[40];
		size_t capacity[8], left = 0;
		struct assignment_input in = { 1 + random_below(&r, 5), 1 + random_below(&r, 5), cost, round % 3 ? capacity : NULL, (enum assignment_asked)(round % 2) };
		struct assignment got;
		struct search all = { .in = &in };

		for (size_t i = 0; i < in.rows * in.columns; i++)
			cost[i] = random_below(&r, 100) < 25 ? (double[]){ NAN, INFINITY, -INFINITY }[random_below(&r, 3)] : (double)random_below(&r, 20) - 5;
		for (size_t j = 0; j < in.columns; j++)
			capacity[j] = random_below(&r, 3);
		got = assignment(a, &in);
		search(&all, 0, 0, 0);
		EQ(got.refusal, STATS_GIVEN);
		EQ(got.paired, all.paired);
		NEAR(got.total, all.total, 0);
		for (size_t i = 0; i < in.rows; i++)
			left += got.column[i] == NOT_PAIRED;
		EQ(left, in.rows - got.paired);
		arena_free(a);
	}
}

TEST("the loss of a pair is what the whole loses without it")
{
	static const double cost[] = { 1, 4, 5, 3, 9, 2, INFINITY, 1, 7 };
	struct arena *a = arena_new();
	struct assignment_input in = { 3, 3, cost, NULL, ASSIGN_LEAST };
	struct assignment best = assignment(a, &in);
	const double *loss = assignment_losses(a, &in, &best);

	NEAR(best.total, 1 + 2 + 1, 0);
	NEAR(loss[0], 3 + 5 + 1 - 4, 0);         /* 5 3 1 */
	NEAR(loss[1], 5, 0);
	NEAR(loss[2], 3 + 4 + 7 - 4, 0);
	arena_free(a);
}

TEST("an assignment does not change with the order of rows or a number added to all")
{
	struct random_source r = random_from(22);
	struct arena *a = arena_new();
	double cost[30 * 30], turned[30 * 30];
	struct assignment_input in = { 30, 30, cost, NULL, ASSIGN_LEAST }, other = { 30, 30, turned, NULL, ASSIGN_LEAST };
	struct assignment one, two;

	for (size_t i = 0; i < COUNT(cost); i++)
		cost[i] = random_share(&r);
	for (size_t i = 0; i < COUNT(cost); i++)
		turned[(29 - i / 30) * 30 + i % 30] = cost[i] + 8;
	one = assignment(a, &in);
	two = assignment(a, &other);
	NEAR(two.total, one.total + 30 * 8, 1e-12);
	for (size_t i = 0; i < 30; i++)
		EQ(one.column[i], two.column[29 - i]);
	arena_free(a);
}

TEST("assignments at their limits: nothing, nobody allowed, too large")
{
	static const double none[] = { NAN, INFINITY }, large[] = { 1e200, 1 };
	struct arena *a = arena_new();

	EQ(assignment(a, &(struct assignment_input){ 0, 3, none, NULL, ASSIGN_LEAST }).paired, 0);
	EQ(assignment(a, &(struct assignment_input){ 2, 0, none, NULL, ASSIGN_LEAST }).column[1], NOT_PAIRED);
	EQ(assignment(a, &(struct assignment_input){ 2, 1, none, NULL, ASSIGN_LEAST }).paired, 0);
	EQ(assignment(a, &(struct assignment_input){ 2, 1, large, NULL, ASSIGN_LEAST }).refusal, STATS_OUT_OF_RANGE);
	arena_free(a);
}

/* Gale & Shapley (1962), example 1: each man gets his first choice. Ranks of the table. */
TEST("Gale and Shapley's first example: the rows get their first choices")
{
	static const double men[] = { 1, 2, 3, 3, 1, 2, 2, 3, 1 }, women[] = { 3, 2, 1, 1, 3, 2, 2, 1, 3 };
	struct arena *a = arena_new();
	const size_t *to = stable_matching(a, men, women, 3, 3, NULL);

	for (size_t i = 0; i < 3; i++)
		EQ(to[i], i);
	to = stable_matching(a, women, men, 3, 3, NULL);
	EQ(to[0], 2);
	EQ(to[1], 0);
	EQ(to[2], 1);
	arena_free(a);
}

TEST("a stable matching has no blocking pair, and no row can do better in another stable one")
{
	struct random_source r = random_from(23);

	for (int round = 0; round < 60; round++) {
		struct arena *a = arena_new();
		double mine[16], theirs[16];
		size_t capacity[] = { 1, 1 + random_below(&r, 2), random_below(&r, 2), 1 };
		const size_t *best;

		for (size_t i = 0; i < 16; i++) {
			mine[i] = random_below(&r, 100) < 20 ? INFINITY : random_share(&r);
			theirs[i] = random_below(&r, 100) < 20 ? NAN : random_share(&r);
		}
		best = stable_matching(a, mine, theirs, 4, 4, capacity);
		EQ(blocking_pairs(mine, theirs, 4, 4, capacity, best), 0);
		for (size_t code = 0; code < 625; code++) {
			size_t to[4], used[4] = { 0 }, c = code;
			bool allowed = true;

			for (size_t i = 0; i < 4; i++, c /= 5) {
				to[i] = c % 5 == 4 ? NOT_PAIRED : c % 5;
				allowed &= to[i] == NOT_PAIRED || (isfinite(mine[i * 4 + to[i]]) && isfinite(theirs[to[i] * 4 + i]) && ++used[to[i]] <= capacity[to[i]]);
			}
			if (!allowed || blocking_pairs(mine, theirs, 4, 4, capacity, to) > 0)
				continue;
			for (size_t i = 0; i < 4; i++) {
				EQ(to[i] == NOT_PAIRED, best[i] == NOT_PAIRED);         /* the same rows are left over in all of them */
				YES(to[i] == NOT_PAIRED || mine[i * 4 + best[i]] <= mine[i * 4 + to[i]]);
			}
		}
		arena_free(a);
	}
}
