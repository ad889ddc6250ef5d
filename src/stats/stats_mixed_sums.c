/* stats_mixed_sums.c: from rows to the sums a mixed model needs; refuses what cannot be fitted. Knows no variances. */
#include "stats/stats_mixed_parts.h"

#include "stats/stats_dense.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define ALIASED 1e-9            /* of a column's length, left after taking the others out */

static enum stats_refusal
refusal_of(const struct mixed_input *in)
{
	if (in->factors < 1 || in->factors > MIXED_FACTORS || in->p > MIXED_COLUMNS || in->n > UINT32_MAX / 8)
		return STATS_OUT_OF_RANGE;
	if (in->n <= in->p + 1)
		return STATS_TOO_FEW;
	for (size_t i = 0; i < in->n; i++)
		if (!isfinite(in->y[i]) || fabs(in->y[i]) > 1e150)
			return STATS_NOT_A_NUMBER;
	for (size_t i = 0; i < in->n * in->p; i++)
		if (!isfinite(in->x[i]) || fabs(in->x[i]) > 1e150)
			return STATS_NOT_A_NUMBER;
	for (size_t i = 0; in->weight != NULL && i < in->n; i++)
		if (!(in->weight[i] > 1e-100) || !(in->weight[i] < 1e100))
			return STATS_OUT_OF_RANGE;
	for (size_t k = 0; k < in->factors; k++) {
		if (in->factor[k].levels < 2)
			return STATS_TOO_FEW;
		if (in->factor[k].levels >= in->n)
			return STATS_NOT_SEPARABLE;
		for (size_t i = 0; i < in->n; i++)
			if (in->factor[k].of[i] >= in->factor[k].levels)
				return STATS_OUT_OF_RANGE;
	}
	return STATS_GIVEN;
}

/* Gram-Schmidt, each column twice (Daniel et al. 1976): Q in q, R in s->r; columns that others make up are left out. */
static void
orthonormal(const struct mixed_input *in, const double *root, struct mixed_sums *s, double *q)
{
	size_t n = in->n;

	s->p = 0;
	s->log_r = 0;
	for (size_t j = 0; j < in->p; j++) {
		double *c = q + s->p * n, *r = s->r + s->p * in->p, length, left;

		for (size_t i = 0; i < n; i++)
			c[i] = in->x[j * n + i] * root[i];
		length = sqrt(vector_dot(c, c, n));
		memset(r, 0, in->p * sizeof *r);
		for (int twice = 0; twice < 2; twice++)
			for (size_t k = 0; k < s->p; k++) {
				double b = vector_dot(q + k * n, c, n);

				r[k] += b;
				vector_less(c, q + k * n, b, n);
			}
		left = sqrt(vector_dot(c, c, n));
		if (!(left > ALIASED * length))
			continue;
		for (size_t i = 0; i < n; i++)
			c[i] /= left;
		r[s->p] = left;
		s->log_r += 2 * log(left);
		s->kept[s->p++] = j;
	}
}

/* y becomes its residual by Q, twice taken, scaled; false when nothing is left. */
static bool
residual(struct mixed_sums *s, const double *q, double *y)
{
	double whole = sqrt(vector_dot(y, y, s->n)), left;

	memset(s->start, 0, s->asked * sizeof *s->start);
	for (int twice = 0; twice < 2; twice++)
		for (size_t k = 0; k < s->p; k++) {
			double b = vector_dot(q + k * s->n, y, s->n);

			s->start[k] += b;
			vector_less(y, q + k * s->n, b, s->n);
		}
	left = sqrt(vector_dot(y, y, s->n));
	if (!(left > 1e-12 * whole) || !(left > 1e-140))
		return false;
	s->scale = left / sqrt((double)s->n);
	for (size_t i = 0; i < s->n; i++)
		y[i] /= s->scale;
	s->yy = vector_dot(y, y, s->n);
	return true;
}

/* Rows of factor k by level: row[start[l] .. start[l + 1]). */
static void
by_level(const struct mixed_factor *f, size_t n, size_t *start, uint32_t *row)
{
	memset(start, 0, (f->levels + 1) * sizeof *start);
	for (size_t i = 0; i < n; i++)
		start[f->of[i] + 1]++;
	for (size_t l = 0; l < f->levels; l++)
		start[l + 1] += start[l];
	for (size_t i = 0; i < n; i++)
		row[start[f->of[i]]++] = (uint32_t)i;
	memmove(start + 1, start, f->levels * sizeof *start);
	start[0] = 0;
}

static int
ascending(const void *i, const void *j)
{
	uint32_t x = *(const uint32_t *)i, y = *(const uint32_t *)j;

	return x < y ? -1 : x > y;
}

/* Below the diagonal of one column: levels of factor l that meet `rows`, with their weights in sum. */
static size_t
meet(const struct mixed_input *in, size_t l, const uint32_t *rows, size_t count, double *sum, uint32_t *met)
{
	size_t found = 0;

	for (size_t i = 0; i < count; i++) {
		uint32_t level = in->factor[l].of[rows[i]];

		if (sum[level] == 0)
			met[found++] = level;
		sum[level] += in->weight != NULL ? in->weight[rows[i]] : 1;
	}
	qsort(met, found, sizeof *met, ascending);
	return found;
}

/* Z'Z, lower part. Room: every row meets every later factor once. */
static void
cross(struct arena *a, struct arena *work, const struct mixed_input *in, struct mixed_sums *s)
{
	size_t room = s->q + in->n * in->factors * (in->factors - 1) / 2, used = 0, most = s->q;
	uint32_t *row = NEW_MANY(work, uint32_t, in->n), *met = NEW_MANY(work, uint32_t, most), *where = NEW_MANY(work, uint32_t, room);
	size_t *begin = NEW_MANY(work, size_t, most + 1), *start = NEW_MANY(a, size_t, s->q + 1);
	double *sum = NEW_MANY(work, double, most), *value = NEW_MANY(work, double, room);

	for (size_t k = 0; k < in->factors; k++) {
		by_level(&in->factor[k], in->n, begin, row);
		for (size_t j = 0; j < in->factor[k].levels; j++) {
			const uint32_t *rows = row + begin[j];
			size_t count = begin[j + 1] - begin[j], diagonal = used++;

			start[s->offset[k] + j] = diagonal;
			where[diagonal] = (uint32_t)(s->offset[k] + j);
			value[diagonal] = 0;
			for (size_t i = 0; i < count; i++)
				value[diagonal] += in->weight != NULL ? in->weight[rows[i]] : 1;
			for (size_t l = k + 1; l < in->factors; l++) {
				size_t found = meet(in, l, rows, count, sum, met);

				for (size_t i = 0; i < found; i++) {
					where[used] = (uint32_t)(s->offset[l] + met[i]);
					value[used++] = sum[met[i]];
					sum[met[i]] = 0;
				}
			}
		}
	}
	start[s->q] = used;
	s->w = (struct sparse){ s->q, start, memcpy(NEW_MANY(a, uint32_t, used), where, used * sizeof *where),
		memcpy(NEW_MANY(a, double, used), value, used * sizeof *value) };
}

/* Z'v for v [n], already times root. */
static void
by_columns(const struct mixed_input *in, const struct mixed_sums *s, const double *root, const double *v, double *out)
{
	for (size_t k = 0; k < in->factors; k++)
		for (size_t i = 0; i < in->n; i++)
			out[s->offset[k] + in->factor[k].of[i]] += root[i] * v[i];
}

enum stats_refusal
mixed_sums(struct arena *a, const struct mixed_input *in, struct mixed_sums *s)
{
	enum stats_refusal why = refusal_of(in);
	struct arena *work = arena_new();
	double *root = NEW_MANY(work, double, in->n), *q, *y = NEW_MANY(work, double, in->n);

	*s = (struct mixed_sums){ .n = in->n, .factors = in->factors, .asked = in->p, .ml = in->ml };
	if (why == STATS_GIVEN) {
		s->kept = NEW_MANY(a, size_t, in->p);
		s->r = NEW_MANY(a, double, (in->p + 1) * in->p);
		s->start = NEW_MANY(a, double, in->p);
		q = NEW_MANY(work, double, (in->p + 1) * in->n);
		for (size_t i = 0; i < in->n; i++) {
			root[i] = in->weight != NULL ? sqrt(in->weight[i]) : 1;
			s->log_weights += in->weight != NULL ? log(in->weight[i]) : 0;
			y[i] = in->y[i] * root[i];
		}
		orthonormal(in, root, s, q);
		if (!residual(s, q, y))
			why = STATS_NO_SPREAD;
	}
	if (why == STATS_GIVEN) {
		for (size_t k = 0; k < in->factors; k++)
			s->offset[k + 1] = s->q += in->factor[k].levels;
		s->block = NEW_MANY(a, uint8_t, s->q);
		for (size_t k = 0; k < in->factors; k++)
			memset(s->block + s->offset[k], (int)k, in->factor[k].levels);
		cross(a, work, in, s);
		s->zx = NEW_MANY(a, double, s->p * s->q);
		s->zy = NEW_MANY(a, double, s->q);
		by_columns(in, s, root, y, s->zy);
		for (size_t k = 0; k < s->p; k++)
			by_columns(in, s, root, q + k * in->n, s->zx + k * s->q);
	}
	arena_free(work);
	return why;
}
