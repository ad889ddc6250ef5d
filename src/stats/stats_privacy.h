/* stats_privacy.h: which sums over groups may be shown together, and the attacker who tries to undo what is hidden.
 * Knows no people: numbered disjoint groups ("atoms") with a size. */
#ifndef STATS_PRIVACY_H
#define STATS_PRIVACY_H

#include "stats/stats.h"

enum { PRIVACY_FLOOR = 3, PRIVACY_LEAST = 5, PRIVACY_WORDS = 10 };       /* answers: never fewer; for scores; for comments */

/* What could be shown: sums over sets of atoms, each with its value and its number of people. */
struct privacy_sums {
	size_t atoms;
	const uint32_t *people;  /* [atoms] */
	size_t sums;
	const bool *in;          /* [sums][atoms] */
};

/* A group smaller than `least` whose sum follows from what is shown. */
struct privacy_exposed {
	size_t people, atoms, *atom;
	size_t *by, from;        /* the shown sums that give it away */
};

struct privacy_attack {
	enum stats_refusal refusal;      /* STATS_OUT_OF_RANGE: least below 1, more than 2,000 atoms or sums; STATS_NOT_SETTLED: too many
					  * small atoms to try all their unions: nothing is proven */
	bool safe;               /* false when refused */
	struct privacy_exposed found;    /* the first one, when not safe */
	uint64_t tried;          /* unions looked at */
};
/* Row space: a union of non-empty atoms with fewer than `least` people is exposed when its indicator is a linear
 * combination of the shown sums (Chin & Ozsoyoglu 1982; Gusfield 1988). All unions are tried, exactly: modulo 2^61 - 1, by two random
 * vectors of the null space with a fixed seed; a union is wrongly called exposed with a chance below 1e-30, and a wrong
 * "safe" needs a determinant that this prime divides. The attacker knows every size, empty atoms too. */
struct privacy_attack privacy_attack(struct arena *a, const struct privacy_sums *s, const bool *shown, uint32_t least);

/* Shown sums: what has 1..least-1 people is hidden; then, while the attacker finds a group, the smallest sum among those that
 * give it away; then what can come back, the largest first, comes back. shown [sums] out. The result is proven by
 * privacy_attack. False, and nothing shown: as the attack's refusals. */
bool privacy_suppress(struct arena *a, const struct privacy_sums *s, uint32_t least, bool *shown);

/* A table of rows by columns with its margins and total. people [rows][columns] by rows. */
struct privacy_table {
	bool *cell, *row, *column, total;        /* shown */
	bool proven;
	size_t primary, complementary;           /* sums hidden for being small; for the others' sake */
};
struct privacy_table privacy_table(struct arena *a, const uint32_t *people, size_t rows, size_t columns, uint32_t least);

/* What the shown sums say of each atom's value, given that it lies within low..high (high may be infinite): the narrowest limits, by
 * linear programming from the true values. limit [atoms][2] out. Refused: more than 600 atoms, a value outside its range,
 * not finite, STATS_NOT_SETTLED. */
enum stats_refusal privacy_bounds(struct arena *a, const struct privacy_sums *s, const bool *shown, const double *value, const double *low,
	const double *high, double (*limit)[2]);
/* Is any atom that is not shown by itself bounded more tightly than `width`? */
bool privacy_is_tight(const struct privacy_sums *s, const bool *shown, const double (*limit)[2], double width);

/* A share x of n as it may be shown: below `least` not at all; below 20 answers never 0 or 1, which would tell of everyone. */
struct privacy_share {
	enum stats_refusal refusal;
	double share;
	int bound;               /* -1: at most, 1: at least, 0: as it is */
};
struct privacy_share privacy_share(double x, double n, uint32_t least);
/* May a second figure of a changed group be shown beside the first? Those who came and who went: each 0 or `least`. */
bool privacy_trend(uint32_t came, uint32_t went, uint32_t least);

#endif
