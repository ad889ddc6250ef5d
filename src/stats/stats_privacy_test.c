/* stats_privacy_test.c: the attacker against all unions and all tables, what is hidden against the attacker, refusals, hostile numbers. */
#include "stats/stats_near.h"
#include "stats/stats_privacy.h"
#include "stats/stats_random.h"

#include <float.h>
#include <string.h>

TEST("a parent without its shown children, and a filter beside a narrower one, give the rest away")
{
	struct arena *a = arena_new();
	const uint32_t people[] = { 12, 9, 2 };
	/* everybody; the two teams of 12 and 9 */
	const bool parent[] = { true, true, true, true, false, false, false, true, false };
	const bool shown[] = { true, true, true };
	struct privacy_sums s = { 3, people, 3, parent };
	struct privacy_attack t = privacy_attack(a, &s, shown, 5);

	NO(t.safe);
	EQ(t.found.people, 2);
	EQ(t.found.atom[0], 2);
	EQ(t.found.from, 3);
	YES(privacy_attack(a, &s, (bool[]){ true, true, false }, 5).safe);
	YES(privacy_attack(a, &s, shown, 2).safe);
	EQ(privacy_attack(a, &s, shown, 0).refusal, STATS_OUT_OF_RANGE);
	EQ(privacy_attack(a, &(struct privacy_sums){ 3000, NULL, 0, NULL }, NULL, 5).refusal, STATS_OUT_OF_RANGE);
	YES(privacy_attack(a, &(struct privacy_sums){ 0, NULL, 0, NULL }, NULL, 5).safe);
	arena_free(a);
}

TEST("a small cell hidden alone is no secret beside margins; four hidden cells keep it, and the attacker agrees")
{
	struct arena *a = arena_new();
	const uint32_t people[] = { 3, 20, 15, 30, 25, 18, 14, 9, 40 };
	struct privacy_table t = privacy_table(a, people, 3, 3, 5);

	YES(t.proven && !t.cell[0] && t.total);
	EQ(t.primary, 1);
	EQ(t.complementary, 3);
	t = privacy_table(a, (const uint32_t[]){ 8, 20, 15, 30 }, 2, 2, 5);
	YES(t.proven && t.primary == 0 && t.complementary == 0 && t.cell[3] && t.row[1]);
	t = privacy_table(a, (const uint32_t[]){ 0, 20, 15, 0 }, 2, 2, 5);
	EQ(t.complementary, 0);
	t = privacy_table(a, (const uint32_t[]){ 1, 0, 2, 1 }, 2, 2, 5);
	YES(t.proven && !t.total && !t.cell[0] && !t.cell[2]);
	NO(privacy_table(a, people, 2001, 1, 5).proven);
	arena_free(a);
}

/* Rank of m rows of n numbers. */
static size_t
rank_of(double *x, size_t m, size_t n)
{
	size_t rank = 0;

	for (size_t j = 0; j < n && rank < m; j++) {
		size_t best = rank;

		for (size_t i = rank; i < m; i++)
			best = fabs(x[i * n + j]) > fabs(x[best * n + j]) ? i : best;
		if (fabs(x[best * n + j]) < 1e-9)
			continue;
		for (size_t k = 0; k < n; k++) {
			double swap = x[best * n + k];

			x[best * n + k] = x[rank * n + k];
			x[rank * n + k] = swap;
		}
		for (size_t i = rank + 1; i < m; i++) {
			double by = x[i * n + j] / x[rank * n + j];

			for (size_t k = j; k < n; k++)
				x[i * n + k] -= by * x[rank * n + k];
		}
		rank++;
	}
	return rank;
}

/* Is a union of fewer than `least` people in the span of the shown sums? By the ranks of all of them. */
static bool
any_union(const struct privacy_sums *s, const bool *shown, uint32_t least)
{
	for (uint32_t set = 1; set < 1u << s->atoms; set++) {
		double x[2][20 * 12];
		uint32_t people = 0;
		size_t m = 0, n = s->atoms, rank[2];

		for (size_t j = 0; j < n; j++)
			people += set >> j & 1 ? s->people[j] : 0;
		if (people == 0 || people >= least)
			continue;
		for (size_t k = 0; k < s->sums; k++) {
			for (size_t j = 0; shown[k] && j < n; j++)
				x[0][m * n + j] = s->people[j] > 0 && s->in[k * n + j];
			m += shown[k];
		}
		for (size_t j = 0; j < n; j++)
			x[0][m * n + j] = s->people[j] > 0 && (set >> j & 1);
		memcpy(x[1], x[0], sizeof x[0]);
		rank[0] = rank_of(x[0], m, n);
		rank[1] = rank_of(x[1], m + 1, n);
		if (rank[0] == rank[1])
			return true;
	}
	return false;
}

TEST("the attacker finds what the ranks of all unions find, and nothing else; what suppression leaves is safe by both")
{
	struct random_source r = random_from(51);
	size_t exposed = 0, hidden = 0;

	for (int round = 0; round < 300; round++) {
		struct arena *a = arena_new();
		size_t atoms = 2 + random_below(&r, 8), sums = 1 + random_below(&r, 12);
		uint32_t people[10];
		bool in[12 * 10], shown[12];
		struct privacy_sums s = { atoms, people, sums, in };
		bool safe;

		for (size_t j = 0; j < atoms; j++)
			people[j] = (uint32_t)random_below(&r, 9);
		for (size_t k = 0; k < sums * atoms; k++)
			in[k] = random_below(&r, 2) == 0;
		for (size_t k = 0; k < sums; k++)
			shown[k] = random_below(&r, 4) > 0;
		safe = privacy_attack(a, &s, shown, 5).safe;
		EQ(safe, !any_union(&s, shown, 5));
		exposed += !safe;
		YES(privacy_suppress(a, &s, 5, shown));
		YES(!any_union(&s, shown, 5) && privacy_attack(a, &s, shown, 5).safe);
		for (size_t k = 0; k < sums; k++)
			if (!shown[k]) {         /* nothing is hidden for nothing */
				hidden++;
				shown[k] = true;
				NO(privacy_attack(a, &s, shown, 5).safe);
				shown[k] = false;
			}
		arena_free(a);
	}
	YES(exposed > 100 && exposed < 290 && hidden > 100);
}

TEST("tables keep the rule for any two shown sets: what one has more is nobody or five")
{
	struct random_source r = random_from(52);

	for (int round = 0; round < 40; round++) {
		struct arena *a = arena_new();
		size_t rows = 2 + random_below(&r, 6), columns = 2 + random_below(&r, 4);
		uint32_t people[64];
		struct privacy_table t;

		for (size_t j = 0; j < rows * columns; j++)
			people[j] = (uint32_t)(random_below(&r, 3) == 0 ? random_below(&r, 6) : 5 + random_below(&r, 30));
		t = privacy_table(a, people, rows, columns, 5);
		YES(t.proven);
		for (size_t i = 0; i < rows; i++) {
			uint32_t rest = 0, all = 0;

			for (size_t j = 0; j < columns; j++) {
				rest += t.cell[i * columns + j] ? 0 : people[i * columns + j];
				all += people[i * columns + j];
				YES(!t.cell[i * columns + j] || people[i * columns + j] == 0 || people[i * columns + j] >= 5);
			}
			YES(!t.row[i] || rest == 0 || rest >= 5);
			YES(!t.row[i] || all == 0 || all >= 5);
		}
		arena_free(a);
	}
}

TEST("what is shown does not hang on the order of rows and columns where sizes differ")
{
	struct arena *a = arena_new();
	const uint32_t people[] = { 3, 21, 15, 4, 30, 25, 18, 14, 9, 40, 11, 7 };
	uint32_t turned[12];
	struct privacy_table t = privacy_table(a, people, 3, 4, 5), other;

	for (size_t i = 0; i < 3; i++)
		for (size_t j = 0; j < 4; j++)
			turned[j * 3 + 2 - i] = people[i * 4 + j];
	other = privacy_table(a, turned, 4, 3, 5);
	for (size_t i = 0; i < 3; i++)
		for (size_t j = 0; j < 4; j++)
			EQ(other.cell[j * 3 + 2 - i], t.cell[i * 4 + j]);
	EQ(other.complementary, t.complementary);
	arena_free(a);
}

/* All tables of 3 by 3 whole numbers with the same margins and shown cells: least and largest of each cell. */
static void
all_tables(const int *value, const bool *shown, int limit[9][2])
{
	for (int j = 0; j < 9; j++) {
		limit[j][0] = 1000;
		limit[j][1] = -1;
	}
	for (int code = 0; code < 7 * 7 * 7 * 7; code++) {
		int x[9] = { code % 7, code / 7 % 7, 0, code / 49 % 7, code / 343, 0, 0, 0, 0 };
		bool fits = true;

		for (int i = 0; i < 2; i++)
			x[3 * i + 2] = value[3 * i] + value[3 * i + 1] + value[3 * i + 2] - x[3 * i] - x[3 * i + 1];
		for (int j = 0; j < 3; j++)
			x[6 + j] = value[j] + value[3 + j] + value[6 + j] - x[j] - x[3 + j];
		for (int j = 0; j < 9; j++)
			fits &= x[j] >= 0 && x[j] <= 6 && (!shown[j] || x[j] == value[j]);
		for (int j = 0; fits && j < 9; j++) {
			limit[j][0] = x[j] < limit[j][0] ? x[j] : limit[j][0];
			limit[j][1] = x[j] > limit[j][1] ? x[j] : limit[j][1];
		}
	}
}

TEST("limits by linear programming are those of all tables of whole numbers with the same margins")
{
	struct random_source r = random_from(53);

	for (int round = 0; round < 60; round++) {
		struct arena *a = arena_new();
		int whole[9], limit[9][2];
		double value[9], low[9] = { 0 }, high[9], got[9][2];
		uint32_t people[9];
		bool in[15 * 9] = { false }, shown[15];
		struct privacy_sums s = { 9, people, 15, in };

		for (size_t j = 0; j < 9; j++) {
			value[j] = whole[j] = (int)random_below(&r, 7);
			people[j] = 6;
			high[j] = 6;
			in[j * 9 + j] = in[(9 + j / 3) * 9 + j] = in[(12 + j % 3) * 9 + j] = true;
			shown[j] = random_below(&r, 3) == 0;
		}
		for (size_t k = 9; k < 15; k++)
			shown[k] = true;
		all_tables(whole, shown, limit);
		EQ(privacy_bounds(a, &s, shown, value, low, high, got), STATS_GIVEN);
		for (size_t j = 0; j < 9; j++) {
			WITHIN(got[j][0], limit[j][0], 1e-7);
			WITHIN(got[j][1], limit[j][1], 1e-7);
		}
		arena_free(a);
	}
}

TEST("a secret that the row space keeps can still be bounded too tightly")
{
	struct arena *a = arena_new();
	const uint32_t people[] = { 10, 10, 10, 10 };
	const double value[] = { 10, 9, 0, 1 }, low[] = { 0, 0, 0, 0 }, high[] = { 10, 10, 10, 10 }, open[] = { INFINITY, INFINITY, INFINITY, INFINITY };
	const bool in[] = { true, true, false, false, false, false, true, true, true, false, true, false, false, true, false, true };
	const bool shown[] = { true, true, true, true };
	struct privacy_sums s = { 4, people, 4, in };
	double limit[4][2];

	YES(privacy_attack(a, &s, shown, 5).safe);
	EQ(privacy_bounds(a, &s, shown, value, low, high, limit), STATS_GIVEN);
	NEAR(limit[0][0], 9, 1e-9);
	NEAR(limit[0][1], 10, 1e-9);
	NEAR(limit[3][1], 1, 1e-9);
	YES(privacy_is_tight(&s, shown, limit, 2) && !privacy_is_tight(&s, shown, limit, 0.5));
	EQ(privacy_bounds(a, &s, shown, value, low, open, limit), STATS_GIVEN);
	NEAR(limit[0][0], 9, 1e-9);
	EQ(privacy_bounds(a, &s, (bool[4]){ false }, value, low, open, limit), STATS_GIVEN);
	YES(isinf(limit[2][1]) && limit[2][0] == 0);
	EQ(privacy_bounds(a, &s, shown, value, high, high, limit), STATS_OUT_OF_RANGE);
	EQ(privacy_bounds(a, &s, shown, (double[]){ 1, NAN, 1, 1 }, low, high, limit), STATS_NOT_A_NUMBER);
	arena_free(a);
}

TEST("shares of few are rounded at the ends, of fewer not shown; a trend needs five who came or went, or nobody")
{
	struct privacy_share p = privacy_share(9, 9, 5);

	YES(p.share == 0.95 && p.bound == 1);
	YES(privacy_share(0, 19, 5).bound == -1 && privacy_share(0, 20, 5).bound == 0 && privacy_share(0, 20, 5).share == 0);
	YES(privacy_share(4, 9, 5).share == 4.0 / 9 && privacy_share(4, 9, 5).bound == 0);
	EQ(privacy_share(4, 4, 5).refusal, STATS_TOO_FEW);
	EQ(privacy_share(0, 0, 0).refusal, STATS_TOO_FEW);
	EQ(privacy_share(10, 9, 5).refusal, STATS_OUT_OF_RANGE);
	EQ(privacy_share(NAN, 9, 5).refusal, STATS_NOT_A_NUMBER);
	YES(privacy_trend(0, 0, 5) && privacy_trend(5, 0, 5) && privacy_trend(7, 9, 5) && !privacy_trend(4, 9, 5) && !privacy_trend(0, 1, 5));
}

TEST("a table too fine to search says so instead of calling itself safe")
{
	struct arena *a = arena_new();
	static uint32_t people[1200];
	static bool in[1200], shown[1];
	struct privacy_sums s = { 1200, people, 1, in };
	struct privacy_attack t;

	for (size_t j = 0; j < 1200; j++) {
		people[j] = 1;
		in[j] = true;
	}
	shown[0] = true;
	t = privacy_attack(a, &s, shown, 6);
	YES(!t.safe && t.refusal == STATS_NOT_SETTLED);
	arena_free(a);
}

TEST("privacy takes any layout and any numbers")
{
	static const double odd[] = { 0, -1, 1e300, -1e300, DBL_MAX, NAN, INFINITY, -INFINITY, 1e-300, 1e9, 5e8 };
	struct random_source r = random_from(905);

	for (int round = 0; round < 200; round++) {
		struct arena *a = arena_new();
		size_t atoms = random_below(&r, 14), sums = random_below(&r, 14), wild = (size_t[]){ 0, 2, 40 }[round % 3];
		uint32_t people[14];
		bool in[14 * 14], shown[14];
		double value[14], low[14], high[14], limit[14][2];
		struct privacy_sums s = { atoms, people, sums, in };

		for (size_t j = 0; j < 14; j++) {
			people[j] = random_below(&r, 20) == 0 ? UINT32_MAX - (uint32_t)random_below(&r, 3) : (uint32_t)random_below(&r, 9);
			shown[j] = random_below(&r, 2) == 0;
			value[j] = random_below(&r, 100) < wild ? odd[random_below(&r, COUNT(odd))] : (double)random_below(&r, 9);
			low[j] = random_below(&r, 100) < wild ? odd[random_below(&r, COUNT(odd))] : 0;
			high[j] = random_below(&r, 100) < wild ? odd[random_below(&r, COUNT(odd))] : 8;
		}
		for (size_t k = 0; k < 14 * 14; k++)
			in[k] = random_below(&r, 3) == 0;
		if (privacy_bounds(a, &s, shown, value, low, high, limit) == STATS_GIVEN)
			for (size_t j = 0; j < atoms; j++)
				YES(limit[j][0] <= value[j] + 1e-6 * fmax(1, fabs(value[j])) && limit[j][1] >= value[j] - 1e-6 * fmax(1, fabs(value[j])));
		YES(privacy_attack(a, &s, shown, (uint32_t)random_below(&r, 8)).found.people < 8);
		YES(privacy_suppress(a, &s, 5, shown));
		privacy_table(a, people, 3, 4, (uint32_t)random_below(&r, 8));
		privacy_share(value[0], value[1], 5);
		arena_free(a);
	}
}
