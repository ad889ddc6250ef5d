/* stats_mixed_system.c: the equations of a large mixed model, by conjugate gradients. Knows no rows. */
#include "stats/stats_mixed_parts.h"

#include <math.h>
#include <string.h>

enum { MOST_STEPS = 400 };

size_t
mixed_system_place(const struct mixed_system *m, size_t j)
{
	const struct mixed_sums *s = m->sums;

	if (s->block[j] == m->out)
		return j - s->offset[m->out];
	return s->block[j] < m->out ? j : j - m->taken;
}

static uint8_t
largest_factor(const struct mixed_sums *s)
{
	uint8_t out = 0;

	for (uint8_t k = 1; k < s->factors; k++)
		if (s->offset[k + 1] - s->offset[k] > s->offset[out + 1] - s->offset[out])
			out = k;
	return out;
}

/* Each entry below the diagonal couples a taken column with one of the rest, or two of the rest. */
static void
couple(struct mixed_system *m)
{
	const struct sparse *w = &m->sums->w;
	const uint8_t *block = m->sums->block;

	for (int pass = 0; pass < 2; pass++) {
		for (size_t j = 0; j < w->n; j++)
			for (size_t e = w->start[j] + 1; e < w->start[j + 1]; e++) {
				size_t i = w->row[e], taken = block[j] == m->out ? j : i, other = block[j] == m->out ? i : j, at;

				if (block[i] != m->out && block[j] != m->out) {
					if (pass == 1) {
						m->left[m->pairs] = (uint32_t)mixed_system_place(m, j);
						m->right[m->pairs] = (uint32_t)mixed_system_place(m, i);
						m->between_from[m->pairs++] = w->value + e;
					}
					continue;
				}
				taken = mixed_system_place(m, taken);
				if (pass == 0) {
					m->start[taken + 1]++;
					continue;
				}
				at = m->start[taken]++;
				m->other[at] = (uint32_t)mixed_system_place(m, other);
				m->from[at] = w->value + e;
			}
		for (size_t j = 0; pass == 0 && j < m->taken; j++)
			m->start[j + 1] += m->start[j];
	}
	memmove(m->start + 1, m->start, m->taken * sizeof *m->start);
	m->start[0] = 0;
}

struct mixed_system *
mixed_system(struct arena *a, const struct mixed_sums *s)
{
	struct mixed_system *m = NEW(a, struct mixed_system);
	size_t entries = s->w.start[s->q];

	m->sums = s;
	m->out = largest_factor(s);
	m->taken = s->offset[m->out + 1] - s->offset[m->out];
	m->rest = s->q - m->taken;
	m->start = NEW_MANY(a, size_t, m->taken + 1);
	m->other = NEW_MANY(a, uint32_t, entries);
	m->from = NEW_MANY(a, const double *, entries);
	m->share = NEW_MANY(a, double, entries);
	if (s->factors > 2) {
		m->left = NEW_MANY(a, uint32_t, entries);
		m->right = NEW_MANY(a, uint32_t, entries);
		m->between = NEW_MANY(a, double, entries);
		m->between_from = NEW_MANY(a, const double *, entries);
	}
	m->diagonal_taken = NEW_MANY(a, double, m->taken);
	m->diagonal_rest = NEW_MANY(a, double, m->rest);
	m->diagonal_s = NEW_MANY(a, double, m->rest);
	for (size_t k = 0; k < COUNT(m->work); k++)
		m->work[k] = NEW_MANY(a, double, m->rest * AT_ONCE);
	couple(m);
	return m;
}

/* The factor of a column of the rest. */
static uint8_t
block_of_rest(const struct mixed_system *m, size_t r)
{
	return m->sums->block[r < m->sums->offset[m->out] ? r : r + m->taken];
}

void
mixed_system_at(struct mixed_system *m, const struct mixed_point *p)
{
	const struct mixed_sums *s = m->sums;
	double root[MIXED_FACTORS], out;

	for (size_t k = 0; k < s->factors; k++)
		root[k] = exp(0.5 * p->log_ratio[k]);
	out = root[m->out];
	for (size_t j = 0; j < s->q; j++) {
		double d = 1 + root[s->block[j]] * root[s->block[j]] * s->w.value[s->w.start[j]];

		*(s->block[j] == m->out ? &m->diagonal_taken[mixed_system_place(m, j)] : &m->diagonal_rest[mixed_system_place(m, j)]) = d;
	}
	memcpy(m->diagonal_s, m->diagonal_rest, m->rest * sizeof *m->diagonal_s);
	for (size_t j = 0; j < m->taken; j++)
		for (size_t e = m->start[j]; e < m->start[j + 1]; e++) {
			m->share[e] = out * root[block_of_rest(m, m->other[e])] * *m->from[e];
			m->diagonal_s[m->other[e]] -= m->share[e] * m->share[e] / m->diagonal_taken[j];
		}
	for (size_t e = 0; e < m->pairs; e++)
		m->between[e] = root[block_of_rest(m, m->left[e])] * root[block_of_rest(m, m->right[e])] * *m->between_from[e];
}

static inline void
add_times(double *restrict to, const double *restrict x, double by)
{
	for (int c = 0; c < AT_ONCE; c++)
		to[c] += by * x[c];
}

void
mixed_system_apply(const struct mixed_system *m, const double *x, double *y)
{
	for (size_t r = 0; r < m->rest; r++)
		for (int c = 0; c < AT_ONCE; c++)
			y[r * AT_ONCE + (size_t)c] = m->diagonal_rest[r] * x[r * AT_ONCE + (size_t)c];
	for (size_t e = 0; e < m->pairs; e++) {
		add_times(y + m->left[e] * AT_ONCE, x + m->right[e] * AT_ONCE, m->between[e]);
		add_times(y + m->right[e] * AT_ONCE, x + m->left[e] * AT_ONCE, m->between[e]);
	}
	for (size_t j = 0; j < m->taken; j++) {
		double t[AT_ONCE] = { 0 };

		for (size_t e = m->start[j]; e < m->start[j + 1]; e++)
			add_times(t, x + m->other[e] * AT_ONCE, m->share[e]);
		for (int c = 0; c < AT_ONCE; c++)
			t[c] /= -m->diagonal_taken[j];
		for (size_t e = m->start[j]; e < m->start[j + 1]; e++)
			add_times(y + m->other[e] * AT_ONCE, t, m->share[e]);
	}
}

static void
inner(const double *x, const double *y, size_t n, double out[AT_ONCE])
{
	memset(out, 0, AT_ONCE * sizeof *out);
	for (size_t r = 0; r < n; r++)
		for (size_t c = 0; c < AT_ONCE; c++)
			out[c] += x[r * AT_ONCE + c] * y[r * AT_ONCE + c];
}

/* x := S^-1 b by preconditioned conjugate gradients (Hestenes & Stiefel 1952); b is used up. */
static void
gradients(struct mixed_system *m, double *b, double *x, double close)
{
	double *z = m->work[2], *d = m->work[3], *sd = m->work[4], rz[AT_ONCE], first[AT_ONCE], dsd[AT_ONCE], next[AT_ONCE];
	size_t n = m->rest;

	memset(x, 0, n * AT_ONCE * sizeof *x);
	for (size_t i = 0; i < n * AT_ONCE; i++)
		d[i] = z[i] = b[i] / m->diagonal_s[i / AT_ONCE];
	inner(b, z, n, rz);
	memcpy(first, rz, sizeof first);
	for (int step = 0; step < MOST_STEPS; step++) {
		double farthest = 0, go[AT_ONCE], turn[AT_ONCE];

		for (size_t c = 0; c < AT_ONCE; c++)
			farthest = fmax(farthest, first[c] > 0 ? rz[c] / first[c] : 0);
		if (!(farthest > close * close))
			return;
		mixed_system_apply(m, d, sd);
		inner(d, sd, n, dsd);
		for (size_t c = 0; c < AT_ONCE; c++)
			go[c] = dsd[c] > 0 ? rz[c] / dsd[c] : 0;
		for (size_t r = 0; r < n; r++)
			for (size_t c = 0, i = r * AT_ONCE; c < AT_ONCE; c++, i++) {
				x[i] += go[c] * d[i];
				b[i] -= go[c] * sd[i];
				z[i] = b[i] / m->diagonal_s[r];
			}
		inner(b, z, n, next);
		for (size_t c = 0; c < AT_ONCE; c++) {
			turn[c] = rz[c] > 0 ? next[c] / rz[c] : 0;
			rz[c] = next[c];
		}
		for (size_t r = 0; r < n; r++)
			for (size_t c = 0, i = r * AT_ONCE; c < AT_ONCE; c++, i++)
				d[i] = z[i] + turn[c] * d[i];
	}
}

/* The rest's right sides, the taken columns put in: b2 - B' D^-1 b1. Columns beyond m are 0. */
static void
reduce(const struct mixed_system *m, const double *x, size_t columns, double *b)
{
	const struct mixed_sums *s = m->sums;
	const double *taken = x + s->offset[m->out];

	memset(b, 0, m->rest * AT_ONCE * sizeof *b);
	for (size_t r = 0; r < m->rest; r++)
		for (size_t c = 0; c < columns; c++)
			b[r * AT_ONCE + c] = x[c * s->q + (r < s->offset[m->out] ? r : r + m->taken)];
	for (size_t j = 0; j < m->taken; j++) {
		double t[AT_ONCE] = { 0 };

		for (size_t c = 0; c < columns; c++)
			t[c] = -taken[c * s->q + j] / m->diagonal_taken[j];
		for (size_t e = m->start[j]; e < m->start[j + 1]; e++)
			add_times(b + m->other[e] * AT_ONCE, t, m->share[e]);
	}
}

/* The taken columns from the rest: D^-1 (b1 - B x2). */
static void
restore(const struct mixed_system *m, const double *rest, double *x, size_t columns)
{
	const struct mixed_sums *s = m->sums;
	double *taken = x + s->offset[m->out];

	for (size_t r = 0; r < m->rest; r++)
		for (size_t c = 0; c < columns; c++)
			x[c * s->q + (r < s->offset[m->out] ? r : r + m->taken)] = rest[r * AT_ONCE + c];
	for (size_t j = 0; j < m->taken; j++) {
		double t[AT_ONCE] = { 0 };

		for (size_t e = m->start[j]; e < m->start[j + 1]; e++)
			add_times(t, rest + m->other[e] * AT_ONCE, m->share[e]);
		for (size_t c = 0; c < columns; c++)
			taken[c * s->q + j] = (taken[c * s->q + j] - t[c]) / m->diagonal_taken[j];
	}
}

void
mixed_system_solve(struct mixed_system *m, double *x, size_t columns, double close)
{
	for (size_t now; columns > 0; columns -= now, x += now * m->sums->q) {
		now = columns < AT_ONCE ? columns : AT_ONCE;
		reduce(m, x, now, m->work[0]);
		gradients(m, m->work[0], m->work[1], close);
		restore(m, m->work[1], x, now);
	}
}
