/* stats_privacy_attack.c: what follows from sums that are shown, exactly, modulo a prime. Knows no people. */
#include "stats/stats_privacy.h"

#include "stats/stats_random.h"

#include <string.h>

enum { MOST = 2000 };
#define PRIME ((UINT64_C(1) << 61) - 1)
#define TRIES UINT64_C(50000000)

static uint64_t
plus(uint64_t x, uint64_t y)
{
	uint64_t sum = x + y;

	return sum >= PRIME ? sum - PRIME : sum;
}

static uint64_t
minus(uint64_t x, uint64_t y)
{
	return x >= y ? x - y : x + PRIME - y;
}

static uint64_t
times(uint64_t x, uint64_t y)
{
	unsigned __int128 product = (unsigned __int128)x * y;

	return plus((uint64_t)(product & PRIME), (uint64_t)(product >> 61));
}

/* Fermat: x^(PRIME - 2). */
static uint64_t
inverse(uint64_t x)
{
	uint64_t result = 1;

	for (uint64_t power = PRIME - 2; power > 0; power >>= 1) {
		if (power & 1)
			result = times(result, x);
		x = times(x, x);
	}
	return result;
}

/* Shown sums over the atoms that are not empty, brought to reduced rows; beside each, how it came of the sums. */
struct rows {
	size_t n, atoms, sums, rank;
	size_t *atom;            /* [atoms] the atom of each column */
	uint64_t **row;          /* [n][atoms + sums] */
	size_t *pivot;           /* [rank] column of each row */
};

static struct rows
rows_of(struct arena *a, const struct privacy_sums *s, const bool *shown)
{
	struct rows r = { .sums = s->sums, .atom = NEW_MANY(a, size_t, s->atoms), .row = NEW_MANY(a, uint64_t *, s->sums),
		.pivot = NEW_MANY(a, size_t, s->sums) };

	for (size_t j = 0; j < s->atoms; j++)
		if (s->people[j] > 0)
			r.atom[r.atoms++] = j;
	for (size_t k = 0; k < s->sums; k++) {
		if (!shown[k])
			continue;
		r.row[r.n] = NEW_MANY(a, uint64_t, r.atoms + r.sums);
		for (size_t j = 0; j < r.atoms; j++)
			r.row[r.n][j] = s->in[k * s->atoms + r.atom[j]];
		r.row[r.n++][r.atoms + k] = 1;
	}
	return r;
}

/* to -= by x from */
static void
take_out(uint64_t *to, const uint64_t *from, uint64_t by, size_t n)
{
	for (size_t j = 0; j < n; j++)
		if (from[j] != 0)
			to[j] = minus(to[j], times(by, from[j]));
}

static void
reduce(struct rows *r)
{
	size_t wide = r->atoms + r->sums;

	for (size_t j = 0; j < r->atoms && r->rank < r->n; j++) {
		size_t at = r->rank;
		uint64_t *row, by;

		while (at < r->n && r->row[at][j] == 0)
			at++;
		if (at == r->n)
			continue;
		row = r->row[at];
		r->row[at] = r->row[r->rank];
		r->row[r->rank] = row;
		by = inverse(row[j]);
		for (size_t k = 0; by != 1 && k < wide; k++)
			row[k] = times(row[k], by);
		for (size_t i = 0; i < r->n; i++)
			if (i != r->rank && r->row[i][j] != 0)
				take_out(r->row[i], row, r->row[i][j], wide);
		r->pivot[r->rank++] = j;
	}
}

/* A random vector that every shown sum takes to 0. */
static uint64_t *
unseen(struct arena *a, const struct rows *r, uint64_t seed)
{
	struct random_source random = random_from(seed);
	uint64_t *v = NEW_MANY(a, uint64_t, r->atoms);
	bool *bound = NEW_MANY(a, bool, r->atoms);

	for (size_t i = 0; i < r->rank; i++)
		bound[r->pivot[i]] = true;
	for (size_t j = 0; j < r->atoms; j++)
		v[j] = bound[j] ? 0 : random_below(&random, PRIME);
	for (size_t i = 0; i < r->rank; i++) {
		uint64_t sum = 0;

		for (size_t j = 0; j < r->atoms; j++)
			if (!bound[j] && r->row[i][j] != 0)
				sum = plus(sum, times(r->row[i][j], v[j]));
		v[r->pivot[i]] = minus(0, sum);
	}
	return v;
}

/* Unions of small atoms, each once. */
struct search {
	const uint64_t *first, *second;  /* the two vectors */
	const uint32_t *people;          /* of the small atoms */
	size_t n, chosen, *pick;
	uint32_t most;
	uint64_t tried;
};

static bool
found(struct search *s, size_t from, uint32_t people, uint64_t first, uint64_t second)
{
	for (size_t j = from; j < s->n && s->tried < TRIES; j++) {
		uint64_t x = plus(first, s->first[j]), y = plus(second, s->second[j]);

		if (people + s->people[j] > s->most)
			continue;
		s->tried++;
		s->pick[s->chosen++] = j;
		if ((x == 0 && y == 0) || (people + s->people[j] < s->most && found(s, j + 1, people + s->people[j], x, y)))
			return true;
		s->chosen--;
	}
	return false;
}

/* What gives the union away: the reduced rows whose pivots are in it, added up, in terms of the sums. */
static struct privacy_exposed
exposed(struct arena *a, const struct rows *r, const struct search *s, const size_t *column)
{
	struct privacy_exposed e = { 0, s->chosen, NEW_MANY(a, size_t, s->chosen), NEW_MANY(a, size_t, r->sums), 0 };
	uint64_t *by = NEW_MANY(a, uint64_t, r->sums);
	bool *in = NEW_MANY(a, bool, r->atoms);

	for (size_t k = 0; k < s->chosen; k++) {
		in[column[s->pick[k]]] = true;
		e.atom[k] = r->atom[column[s->pick[k]]];
		e.people += s->people[s->pick[k]];
	}
	for (size_t i = 0; i < r->rank; i++)
		for (size_t k = 0; in[r->pivot[i]] && k < r->sums; k++)
			by[k] = plus(by[k], r->row[i][r->atoms + k]);
	for (size_t k = 0; k < r->sums; k++)
		if (by[k] != 0)
			e.by[e.from++] = k;
	return e;
}

struct privacy_attack
privacy_attack(struct arena *a, const struct privacy_sums *s, const bool *shown, uint32_t least)
{
	struct privacy_attack attack = { .refusal = least < 1 || s->atoms > MOST || s->sums > MOST ? STATS_OUT_OF_RANGE : STATS_GIVEN };
	uint64_t *first, *second, *small_first, *small_second;
	struct search search = { .most = least - 1 };
	uint32_t *people;
	size_t *column;
	struct rows r;

	if (attack.refusal != STATS_GIVEN)
		return attack;
	r = rows_of(a, s, shown);
	reduce(&r);
	first = unseen(a, &r, 1);
	second = unseen(a, &r, 2);
	small_first = NEW_MANY(a, uint64_t, r.atoms);
	small_second = NEW_MANY(a, uint64_t, r.atoms);
	people = NEW_MANY(a, uint32_t, r.atoms);
	column = NEW_MANY(a, size_t, r.atoms);
	for (size_t j = 0; j < r.atoms; j++)
		if (s->people[r.atom[j]] < least) {
			small_first[search.n] = first[j];
			small_second[search.n] = second[j];
			people[search.n] = s->people[r.atom[j]];
			column[search.n++] = j;
		}
	search.first = small_first;
	search.second = small_second;
	search.people = people;
	search.pick = NEW_MANY(a, size_t, least < r.atoms ? least : r.atoms);
	if (found(&search, 0, 0, 0, 0))
		attack.found = exposed(a, &r, &search, column);
	else if (search.tried >= TRIES)
		attack.refusal = STATS_NOT_SETTLED;
	else
		attack.safe = true;
	attack.tried = search.tried;
	return attack;
}
