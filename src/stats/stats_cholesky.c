/* stats_cholesky.c: factors by fronts and solves. Knows nothing of models. */
#include "stats/stats_cholesky.h"

#include "stats/stats_dense.h"
#include "stats/stats_fronts.h"

#include <cblas.h>
#include <math.h>
#include <string.h>

enum { GATHERED = 32 };

struct cholesky {
	const struct cholesky_plan *plan;
	double *l, *stack, *path, *gathered;
};

static size_t
most_rows(const struct cholesky_plan *p)
{
	size_t most = 0;

	for (size_t s = 0; s < p->fronts; s++)
		most = front_rows(p, s) > most ? front_rows(p, s) : most;
	return most;
}

struct cholesky *
cholesky_room(struct arena *a, const struct cholesky_plan *p)
{
	struct cholesky *c = NEW(a, struct cholesky);

	c->plan = p;
	c->l = NEW_MANY(a, double, p->numbers);
	c->stack = NEW_MANY(a, double, p->stack);
	c->path = NEW_MANY(a, double, p->path);
	c->gathered = NEW_MANY(a, double, p->n * GATHERED + most_rows(p) * GATHERED);
	return c;
}

/* Adds a child's update matrix into its parent's columns of L and update matrix u. */
static void
extend(const uint32_t *local, size_t rows, const double *child, double *l, size_t columns, size_t height, double *u)
{
	size_t r = height - columns;

	for (size_t j = 0; j < rows; j++, child += rows) {
		double *to = local[j] < columns ? l + local[j] * height : u + (local[j] - columns) * r - columns;

		for (size_t i = j; i < rows; i++)
			to[local[i]] += child[i];
	}
}

/* The children's updates lie on top of the stack, the last child uppermost; where they begin is given back. */
static double *
gather_children(struct cholesky *c, size_t s, double *top, double *u)
{
	const struct cholesky_plan *p = c->plan;
	size_t k = front_columns(p, s), height = k + front_rows(p, s), child = s - 1;

	for (size_t left = p->children[s]; left > 0; left--, child = (size_t)p->lowest[child] - 1) {
		size_t r = front_rows(p, child);

		top -= r * r;
		extend(p->local + p->from[child], r, top, c->l + p->at[s], k, height, u);
	}
	return top;
}

bool
cholesky_factor(struct cholesky *c, const double *value)
{
	const struct cholesky_plan *p = c->plan;
	double *top = c->stack;

	memset(c->l, 0, p->numbers * sizeof *c->l);
	for (size_t e = 0; e < p->entries; e++)
		c->l[p->where[e]] += value[e];
	for (size_t s = 0; s < p->fronts; s++) {
		size_t k = front_columns(p, s), r = front_rows(p, s);
		double *l = c->l + p->at[s], *u = top, *begin;

		memset(u, 0, r * r * sizeof *u);
		begin = gather_children(c, s, top, u);
		if (!lower_factor(l, k, k + r))
			return false;
		lower_solve_right(l, k, k + r, l + k, r, k + r);
		subtract_square(u, r, r, l + k, k, k + r);
		if (begin != u)
			memmove(begin, u, r * r * sizeof *u);
		top = begin + r * r;
	}
	return true;
}

double
cholesky_log_determinant(const struct cholesky *c)
{
	const struct cholesky_plan *p = c->plan;
	double sum = 0;

	for (size_t s = 0; s < p->fronts; s++) {
		size_t k = front_columns(p, s), height = k + front_rows(p, s);

		for (size_t j = 0; j < k; j++)
			sum += log(c->l[p->at[s] + j * (height + 1)]);
	}
	return 2 * sum;
}

/* y [r][m] = rows of x [n][m] that front s touches; and back. */
static void
take_rows(const struct cholesky_plan *p, size_t s, const double *x, double *y, size_t m)
{
	size_t r = front_rows(p, s);

	for (size_t c = 0; c < m; c++, x += p->n)
		for (size_t i = 0; i < r; i++)
			*y++ = x[p->row[p->from[s] + i]];
}

static void
put_rows(const struct cholesky_plan *p, size_t s, double *x, const double *y, size_t m)
{
	size_t r = front_rows(p, s);

	for (size_t c = 0; c < m; c++, x += p->n)
		for (size_t i = 0; i < r; i++)
			x[p->row[p->from[s] + i]] = *y++;
}

static void
forwards(const struct cholesky *c, double *x, size_t m, double *y)
{
	const struct cholesky_plan *p = c->plan;

	for (size_t s = 0; s < p->fronts; s++) {
		size_t k = front_columns(p, s), r = front_rows(p, s);
		const double *l = c->l + p->at[s];
		double *own = x + p->first[s];

		lower_solve(l, k, k + r, own, m, p->n);
		if (r == 0)
			continue;
		if (k == 1) {
			for (size_t q = 0; q < m; q++)
				for (size_t i = 0; i < r; i++)
					x[q * p->n + p->row[p->from[s] + i]] -= l[1 + i] * own[q * p->n];
			continue;
		}
		take_rows(p, s, x, y, m);
		cblas_dgemm(CblasColMajor, CblasNoTrans, CblasNoTrans, (int)r, (int)m, (int)k, -1, l + k, (int)(k + r), own, (int)p->n,
			1, y, (int)r);
		put_rows(p, s, x, y, m);
	}
}

static void
backwards(const struct cholesky *c, double *x, size_t m, double *y)
{
	const struct cholesky_plan *p = c->plan;

	for (size_t s = p->fronts; s-- > 0;) {
		size_t k = front_columns(p, s), r = front_rows(p, s);
		const double *l = c->l + p->at[s];
		double *own = x + p->first[s];

		for (size_t q = 0; k == 1 && q < m; q++)
			for (size_t i = 0; i < r; i++)
				own[q * p->n] -= l[1 + i] * x[q * p->n + p->row[p->from[s] + i]];
		if (k > 1 && r > 0) {
			take_rows(p, s, x, y, m);
			cblas_dgemm(CblasColMajor, CblasTrans, CblasNoTrans, (int)k, (int)m, (int)r, -1, l + k, (int)(k + r), y, (int)r,
				1, own, (int)p->n);
		}
		lower_solve_turned(l, k, k + r, own, m, p->n);
	}
}

void
cholesky_solve(struct cholesky *c, double *x, size_t columns)
{
	const struct cholesky_plan *p = c->plan;
	double *turned = c->gathered, *y = c->gathered + p->n * GATHERED;

	for (size_t m; columns > 0; columns -= m, x += m * p->n) {
		m = columns < GATHERED ? columns : GATHERED;
		for (size_t q = 0; q < m; q++)
			for (size_t j = 0; j < p->n; j++)
				turned[q * p->n + j] = x[q * p->n + p->order[j]];
		forwards(c, turned, m, y);
		backwards(c, turned, m, y);
		for (size_t q = 0; q < m; q++)
			for (size_t j = 0; j < p->n; j++)
				x[q * p->n + p->order[j]] = turned[q * p->n + j];
	}
}

/* The part of the parent's inverse front that the rows of s see: lower part of z [f][f] from (k, k) on. */
static void
inherit(const struct cholesky_plan *p, size_t s, const double *parent, double *z)
{
	size_t k = front_columns(p, s), r = front_rows(p, s), f = k + r, q = p->parent[s];
	size_t above = r > 0 ? front_columns(p, q) + front_rows(p, q) : 0;
	const uint32_t *local = p->local + p->from[s];

	for (size_t j = 0; j < r; j++)
		for (size_t i = j; i < r; i++)
			z[k + i + (k + j) * f] = parent[local[i] + local[j] * above];
}

/* Fills columns 0..k of z: with Y = L21 L11^-1, Z21 = -Z22 Y and Z11 = (L11 L11')^-1 + Y' Z22 Y. y is [r][k]. */
static void
recur(const double *l, size_t k, size_t r, double *z, double *y)
{
	size_t f = k + r;

	for (size_t j = 0; j < k; j++) {
		memcpy(z + j * f + j, l + j * f + j, (k - j) * sizeof *z);
		memcpy(y + j * r, l + j * f + k, r * sizeof *y);
	}
	if (r > 0)
		cblas_dtrsm(CblasColMajor, CblasRight, CblasLower, CblasNoTrans, CblasNonUnit, (int)r, (int)k, 1, l, (int)f, y, (int)r);
	lower_invert(z, k, f);
	if (r == 0)
		return;
	cblas_dsymm(CblasColMajor, CblasLeft, CblasLower, (int)r, (int)k, -1, z + k + k * f, (int)f, y, (int)r, 0, z + k, (int)f);
	cblas_dgemm(CblasColMajor, CblasTrans, CblasNoTrans, (int)k, (int)k, (int)r, -1, y, (int)r, z + k, (int)f, 1, z, (int)f);
}

/* The same for one column, by loops; z's upper left is z[0]. */
static void
recur_one(const double *l, size_t r, double *z)
{
	size_t f = r + 1;

	z[0] = 1 / (l[0] * l[0]);
	for (size_t i = 1; i < f; i++)
		z[i] = 0;
	for (size_t j = 1; j < f; j++) {
		const double *c = z + j * f, by = l[j] / l[0];

		z[j] -= c[j] * by;
		for (size_t i = j + 1; i < f; i++) {
			z[i] -= c[i] * by;
			z[j] -= c[i] * (l[i] / l[0]);
		}
	}
	for (size_t i = 1; i < f; i++)
		z[0] -= z[i] * (l[i] / l[0]);
}

void
cholesky_inverse_diagonal(struct cholesky *c, double *diagonal)
{
	const struct cholesky_plan *p = c->plan;
	struct arena *work = arena_new();
	size_t *begin = NEW_MANY(work, size_t, p->fronts + 1), most = 0;
	double *y;

	for (size_t s = 0; s < p->fronts; s++)
		if (front_columns(p, s) * front_rows(p, s) > most)
			most = front_columns(p, s) * front_rows(p, s);
	y = NEW_MANY(work, double, most);
	for (size_t s = p->fronts; s-- > 0;) {
		size_t k = front_columns(p, s), r = front_rows(p, s), q = p->parent[s], above = 0;
		const double *parent = NULL;
		double *z;

		if (q < p->fronts) {
			above = front_columns(p, q) + front_rows(p, q);
			parent = c->path + begin[q];
			begin[s] = begin[q] + above * above;
		}
		z = c->path + begin[s];
		if (r > 0)
			inherit(p, s, parent, z);
		if (k == 1)
			recur_one(c->l + p->at[s], r, z);
		else
			recur(c->l + p->at[s], k, r, z, y);
		for (size_t j = 0; j < k; j++)
			diagonal[p->order[p->first[s] + j]] = z[j * (k + r + 1)];
	}
	arena_free(work);
}
