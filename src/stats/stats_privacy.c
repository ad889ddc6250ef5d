/* stats_privacy.c: which sums over groups are hidden. Knows no people. */
#include "stats/stats_privacy.h"

#include <math.h>
#include <string.h>

static uint64_t
people_of(const struct privacy_sums *s, size_t sum)
{
	uint64_t people = 0;

	for (size_t j = 0; j < s->atoms; j++)
		people += s->in[sum * s->atoms + j] ? s->people[j] : 0;
	return people;
}

/* Hides one sum of those that give a group away: the smallest, the last among equals. */
static void
hide_one(const uint64_t *people, const struct privacy_exposed *e, bool *shown)
{
	size_t best = e->by[0];

	for (size_t k = 1; k < e->from; k++)
		best = people[e->by[k]] <= people[best] ? e->by[k] : best;
	shown[best] = false;
}

/* The largest hidden sum that is not tried yet; SIZE_MAX: none. */
static size_t
largest_untried(const uint64_t *people, const bool *shown, const bool *tried, size_t sums)
{
	size_t best = SIZE_MAX;

	for (size_t k = 0; k < sums; k++)
		if (!shown[k] && !tried[k] && (best == SIZE_MAX || people[k] > people[best]))
			best = k;
	return best;
}

static bool
nothing(bool *shown, size_t sums)
{
	memset(shown, 0, sums * sizeof *shown);
	return false;
}

bool
privacy_suppress(struct arena *a, const struct privacy_sums *s, uint32_t least, bool *shown)
{
	uint64_t *people = NEW_MANY(a, uint64_t, s->sums);
	bool *tried = NEW_MANY(a, bool, s->sums);
	struct arena *scratch = arena_new();
	size_t next;

	for (size_t k = 0; k < s->sums; k++) {
		people[k] = people_of(s, k);
		tried[k] = people[k] > 0 && people[k] < least;
		shown[k] = !tried[k];
	}
	for (;;) {
		struct privacy_attack attack = privacy_attack(scratch, s, shown, least);

		if (attack.refusal != STATS_GIVEN) {
			arena_free(scratch);
			return nothing(shown, s->sums);
		}
		if (attack.safe)
			break;
		hide_one(people, &attack.found, shown);
		arena_reset(scratch);
	}
	while ((next = largest_untried(people, shown, tried, s->sums)) != SIZE_MAX) {
		tried[next] = shown[next] = true;
		shown[next] = privacy_attack(scratch, s, shown, least).safe;
		arena_reset(scratch);
	}
	arena_free(scratch);
	return true;
}

/* Sums of a table: its cells, rows, columns, all. */
static bool *
sums_of_table(struct arena *a, size_t rows, size_t columns, size_t *sums)
{
	size_t atoms = rows * columns, k = 0;
	bool *in;

	*sums = atoms + rows + columns + 1;
	in = NEW_MANY(a, bool, *sums * atoms);
	for (size_t j = 0; j < atoms; j++)
		in[k++ * atoms + j] = true;
	for (size_t r = 0; r < rows; r++, k++)
		memset(in + k * atoms + r * columns, true, columns);
	for (size_t c = 0; c < columns; c++, k++)
		for (size_t r = 0; r < rows; r++)
			in[k * atoms + r * columns + c] = true;
	memset(in + k * atoms, true, atoms);
	return in;
}

struct privacy_table
privacy_table(struct arena *a, const uint32_t *people, size_t rows, size_t columns, uint32_t least)
{
	size_t atoms = rows * columns, sums;
	struct privacy_table t = { 0 };
	struct privacy_sums s = { .atoms = atoms, .people = people };
	bool *shown = NEW_MANY(a, bool, atoms + rows + columns + 1);

	t.cell = shown;
	t.row = shown + atoms;
	t.column = t.row + rows;
	if (rows > 2000 || columns > 2000 || atoms + rows + columns + 1 > 2000)
		return t;
	s.in = sums_of_table(a, rows, columns, &sums);
	s.sums = sums;
	t.proven = privacy_suppress(a, &s, least, shown);
	t.total = shown[sums - 1];
	for (size_t k = 0; k < sums; k++) {
		uint64_t size = people_of(&s, k);

		t.primary += size > 0 && size < least;
		t.complementary += !shown[k] && !(size > 0 && size < least);
	}
	return t;
}

struct privacy_share
privacy_share(double x, double n, uint32_t least)
{
	struct privacy_share p = { STATS_GIVEN, NAN, 0 };

	if (!isfinite(x) || !isfinite(n))
		p.refusal = STATS_NOT_A_NUMBER;
	else if (n < least || n < 1)
		p.refusal = STATS_TOO_FEW;
	else if (x < 0 || x > n)
		p.refusal = STATS_OUT_OF_RANGE;
	if (p.refusal != STATS_GIVEN)
		return p;
	p.share = x / n;
	if (n < 20 && p.share < 0.05) {
		p.share = 0.05;
		p.bound = -1;
	} else if (n < 20 && p.share > 0.95) {
		p.share = 0.95;
		p.bound = 1;
	}
	return p;
}

bool
privacy_trend(uint32_t came, uint32_t went, uint32_t least)
{
	return (came == 0 || came >= least) && (went == 0 || went >= least);
}
