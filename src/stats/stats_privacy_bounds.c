/* stats_privacy_bounds.c: the narrowest limits that shown sums leave for each atom, by the simplex method. Knows no people. */
#include "stats/stats_privacy.h"

#include <math.h>
#include <string.h>

enum { MOST = 600, ROUNDS = 20000 };
#define SMALL 1e-9

/* basic = b - sum of a x nonbasic. Variables: 0..free-1 may be anything (steps along the null space); then for each atom its
 * distance to low and to high, which are not below 0. Starts at the true values, so b is not below 0. */
struct dictionary {
	size_t rows, columns, free;
	double *a, *b;           /* a [rows][columns] */
	size_t *row, *column;    /* the variable of each */
};

/* Null space of the shown sums: [atoms][nullity], by rows reduced with partial pivots. */
static double *
null_space(struct arena *arena, const struct privacy_sums *s, const bool *shown, size_t *nullity)
{
	size_t n = s->atoms, m = 0, rank = 0, *pivot = NEW_MANY(arena, size_t, n), at = 0;
	double *x = NEW_MANY(arena, double, s->sums * n), *basis;
	bool *bound = NEW_MANY(arena, bool, n);

	for (size_t k = 0; k < s->sums; k++)
		if (shown[k]) {
			for (size_t j = 0; j < n; j++)
				x[m * n + j] = s->in[k * n + j];
			m++;
		}
	for (size_t j = 0; j < n && rank < m; j++) {
		size_t best = rank;

		for (size_t i = rank; i < m; i++)
			best = fabs(x[i * n + j]) > fabs(x[best * n + j]) ? i : best;
		if (fabs(x[best * n + j]) < SMALL)
			continue;
		for (size_t k = 0; k < n; k++) {
			double swap = x[best * n + k];

			x[best * n + k] = x[rank * n + k];
			x[rank * n + k] = swap;
		}
		for (size_t k = n; k-- > j;)
			x[rank * n + k] /= x[rank * n + j];
		for (size_t i = 0; i < m; i++)
			for (size_t k = n; i != rank && x[i * n + j] != 0 && k-- > j;)
				x[i * n + k] -= x[i * n + j] * x[rank * n + k];
		bound[j] = true;
		pivot[rank++] = j;
	}
	*nullity = n - rank;
	basis = NEW_MANY(arena, double, n * *nullity);
	for (size_t j = 0; j < n; j++) {
		if (bound[j])
			continue;
		basis[j * *nullity + at] = 1;
		for (size_t i = 0; i < rank; i++)
			basis[pivot[i] * *nullity + at] = -x[i * n + j];
		at++;
	}
	return basis;
}

static struct dictionary
dictionary_of(struct arena *a, size_t atoms, const double *basis, size_t nullity, const double *value, const double *low, const double *high)
{
	struct dictionary d = { 0, nullity, nullity, NEW_MANY(a, double, 2 * atoms * nullity), NEW_MANY(a, double, 2 * atoms),
		NEW_MANY(a, size_t, 2 * atoms), NEW_MANY(a, size_t, nullity) };

	for (size_t j = 0; j < nullity; j++)
		d.column[j] = j;
	for (size_t i = 0; i < atoms; i++)
		for (int side = 0; side < 2; side++) {
			if (side == 1 && isinf(high[i]))
				continue;
			for (size_t j = 0; j < nullity; j++)
				d.a[d.rows * nullity + j] = (side == 0 ? -1 : 1) * basis[i * nullity + j];
			d.b[d.rows] = side == 0 ? value[i] - low[i] : high[i] - value[i];
			d.row[d.rows++] = nullity + 2 * i + (size_t)side;
		}
	return d;
}

static void
pivot(struct dictionary *d, size_t r, size_t c)
{
	double *at = d->a + r * d->columns, by = 1 / at[c];
	size_t swap = d->row[r];

	for (size_t j = 0; j < d->columns; j++)
		at[j] = j == c ? by : at[j] * by;
	d->b[r] *= by;
	for (size_t i = 0; i < d->rows; i++) {
		double *to = d->a + i * d->columns, times = to[c];

		if (i == r || times == 0)
			continue;
		for (size_t j = 0; j < d->columns; j++) {
			to[j] = j == c ? -times * by : to[j] - times * at[j];
			if (fabs(to[j]) < 1e-13)
				to[j] = 0;
		}
		d->b[i] -= times * d->b[r];
		if (d->row[i] >= d->free && d->b[i] < 0 && d->b[i] > -SMALL)
			d->b[i] = 0;
	}
	d->row[r] = d->column[c];
	d->column[c] = swap;
}

/* The row that first comes to 0 when column c moves up (sign 1) or down; Bland's choice among equals; SIZE_MAX: none. */
static size_t
first_to_zero(const struct dictionary *d, size_t c, double sign)
{
	size_t best = SIZE_MAX;
	double least = INFINITY;

	for (size_t i = 0; i < d->rows; i++) {
		double by = sign * d->a[i * d->columns + c], ratio;

		if (d->row[i] < d->free || by <= SMALL)
			continue;
		ratio = d->b[i] / by;
		if (ratio < least - SMALL || (ratio <= least + SMALL && best != SIZE_MAX && d->row[i] < d->row[best])) {
			least = fmin(ratio, least);
			best = i;
		}
	}
	return best;
}

/* Every free variable goes into the rows: a corner. False: one meets no limit. */
static bool
corner(struct dictionary *d)
{
	for (size_t c = 0; c < d->columns; c++) {
		size_t r;

		if (d->column[c] >= d->free)
			continue;
		r = first_to_zero(d, c, 1);
		if (r == SIZE_MAX)
			r = first_to_zero(d, c, -1);
		if (r == SIZE_MAX)
			return false;
		pivot(d, r, c);
	}
	return true;
}

static size_t
place_of(const size_t *list, size_t n, size_t variable)
{
	for (size_t i = 0; i < n; i++)
		if (list[i] == variable)
			return i;
	return SIZE_MAX;
}

/* The largest (sign 1) or least value of a distance; NaN when it does not settle. */
static double
extreme(struct dictionary *d, size_t variable, double sign)
{
	for (int round = 0; round < ROUNDS; round++) {
		size_t r = place_of(d->row, d->rows, variable), c = SIZE_MAX, out;

		if (r == SIZE_MAX && sign < 0)
			return 0;
		if (r == SIZE_MAX)
			c = place_of(d->column, d->columns, variable);
		else
			for (size_t j = 0; j < d->columns; j++)
				if (sign * d->a[r * d->columns + j] < -SMALL && (c == SIZE_MAX || d->column[j] < d->column[c]))
					c = j;
		if (c == SIZE_MAX)
			return d->b[r];
		out = first_to_zero(d, c, 1);
		if (out == SIZE_MAX)
			return INFINITY;
		pivot(d, out, c);
	}
	return NAN;
}

enum stats_refusal
privacy_bounds(struct arena *a, const struct privacy_sums *s, const bool *shown, const double *value, const double *low, const double *high,
	double (*limit)[2])
{
	struct dictionary d;
	size_t nullity;
	double *basis;

	if (s->atoms > MOST)
		return STATS_OUT_OF_RANGE;
	for (size_t j = 0; j < s->atoms; j++) {
		if (!isfinite(value[j]) || !isfinite(low[j]) || isnan(high[j]))
			return STATS_NOT_A_NUMBER;
		if (value[j] < low[j] || value[j] > high[j] || fabs(value[j]) > 1e9 || low[j] < -1e9)
			return STATS_OUT_OF_RANGE;
	}
	basis = null_space(a, s, shown, &nullity);
	d = dictionary_of(a, s->atoms, basis, nullity, value, low, high);
	if (!corner(&d))
		return STATS_NOT_SETTLED;
	for (size_t i = 0; i < s->atoms; i++) {
		double moves = 0;

		for (size_t j = 0; j < nullity; j++)
			moves = fmax(moves, fabs(basis[i * nullity + j]));
		limit[i][0] = moves < SMALL ? value[i] : low[i] + extreme(&d, nullity + 2 * i, -1);
		limit[i][1] = moves < SMALL ? value[i] : low[i] + extreme(&d, nullity + 2 * i, 1);
		if (isnan(limit[i][0]) || isnan(limit[i][1]))
			return STATS_NOT_SETTLED;
	}
	return STATS_GIVEN;
}

/* Shown alone: some shown sum is over this atom only. */
static bool
is_shown(const struct privacy_sums *s, const bool *shown, size_t atom)
{
	for (size_t k = 0; k < s->sums; k++) {
		size_t others = 0;

		for (size_t j = 0; shown[k] && j < s->atoms; j++)
			others += j != atom && s->in[k * s->atoms + j];
		if (shown[k] && others == 0 && s->in[k * s->atoms + atom])
			return true;
	}
	return false;
}

bool
privacy_is_tight(const struct privacy_sums *s, const bool *shown, const double (*limit)[2], double width)
{
	for (size_t j = 0; j < s->atoms; j++)
		if (s->people[j] > 0 && limit[j][1] - limit[j][0] < width && !is_shown(s, shown, j))
			return true;
	return false;
}
