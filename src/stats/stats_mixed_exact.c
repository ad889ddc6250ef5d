/* stats_mixed_exact.c: a point and the search by sparse Cholesky. Knows no rows. */
#include "stats/stats_mixed_parts.h"

#include <math.h>
#include <string.h>

enum { ROUNDS = 300, HALVINGS = 12 };
#define EXPLAINED 1e-10         /* share of y's square left as residual, below which all is explained */

struct mixed_exact {
	const struct mixed_sums *sums;
	struct cholesky *factor;
	double *value, *diagonal, *right;        /* right: [p + 1 + factors][q] */
};

struct mixed_exact *
mixed_exact(struct arena *a, const struct mixed_sums *s, const struct cholesky_plan *plan)
{
	struct mixed_exact *m = NEW(a, struct mixed_exact);

	m->sums = s;
	m->factor = cholesky_room(a, plan);
	m->value = NEW_MANY(a, double, s->w.start[s->q]);
	m->diagonal = NEW_MANY(a, double, s->q);
	m->right = NEW_MANY(a, double, (s->p + 1 + s->factors) * s->q);
	return m;
}

const double *
mixed_exact_diagonal(const struct mixed_exact *m)
{
	return m->diagonal;
}

/* A = Lambda Z'Z Lambda + I. */
static void
set(struct mixed_exact *m, const double *root)
{
	const struct mixed_sums *s = m->sums;

	for (size_t j = 0; j < s->q; j++) {
		double by = root[s->block[j]];

		for (size_t e = s->w.start[j]; e < s->w.start[j + 1]; e++)
			m->value[e] = by * root[s->block[s->w.row[e]]] * s->w.value[e];
		m->value[s->w.start[j]] += 1;
	}
}

/* Lambda Z'Q and Lambda Z'y, solved, into p. */
static void
solve_sides(struct mixed_exact *m, struct mixed_point *p, const double *root)
{
	const struct mixed_sums *s = m->sums;
	double *x = m->right;

	for (size_t k = 0; k < s->p; k++)
		for (size_t j = 0; j < s->q; j++)
			*x++ = root[s->block[j]] * s->zx[k * s->q + j];
	for (size_t j = 0; j < s->q; j++)
		*x++ = root[s->block[j]] * s->zy[j];
	cholesky_solve(m->factor, m->right, s->p + 1);
	memcpy(p->cx, m->right, s->p * s->q * sizeof *x);
	memcpy(p->c, m->right + s->p * s->q, s->q * sizeof *x);
}

bool
mixed_exact_at(struct mixed_exact *m, struct mixed_point *p)
{
	const struct mixed_sums *s = m->sums;
	double root[MIXED_FACTORS];

	for (size_t k = 0; k < s->factors; k++)
		root[k] = exp(0.5 * p->log_ratio[k]);
	set(m, root);
	if (!cholesky_factor(m->factor, m->value))
		return false;
	solve_sides(m, p, root);
	if (!mixed_profile(s, p))
		return false;
	p->criterion += cholesky_log_determinant(m->factor);
	return isfinite(p->criterion);
}

/* Slope and curve at the point just computed. */
static void
differentiate(struct mixed_exact *m, struct mixed_point *p)
{
	const struct mixed_sums *s = m->sums;
	double traces[MIXED_FACTORS] = { 0 };

	cholesky_inverse_diagonal(m->factor, m->diagonal);
	memset(m->right, 0, s->factors * s->q * sizeof *m->right);
	for (size_t j = 0; j < s->q; j++) {
		traces[s->block[j]] += m->diagonal[j];
		m->right[s->block[j] * s->q + j] = p->c[j];
	}
	cholesky_solve(m->factor, m->right, s->factors);
	mixed_information(s, p, traces, m->right);
}

/* The step is taken, halved while the criterion grows. False: no step helps. */
static bool
descend(struct mixed_exact *m, struct mixed_point *p, const double *step)
{
	const struct mixed_sums *s = m->sums;
	double from[MIXED_FACTORS], before = p->criterion, part = 1;

	memcpy(from, p->log_ratio, sizeof from);
	for (int i = 0; i < HALVINGS; i++, part /= 2) {
		for (size_t k = 0; k < s->factors; k++)
			p->log_ratio[k] = from[k] + part * step[k];
		if (mixed_exact_at(m, p) && p->criterion <= before + 1e-9 * (1 + fabs(before)))
			return true;
	}
	memcpy(p->log_ratio, from, sizeof from);
	mixed_exact_at(m, p);
	return false;
}

enum stats_refusal
mixed_exact_search(struct mixed_exact *m, const struct mixed_sums *s, struct mixed_point *p, size_t *rounds)
{
	bool settled = false;

	for (size_t k = 0; k < s->factors; k++)
		p->log_ratio[k] = -1.5;
	if (!mixed_exact_at(m, p))
		return STATS_NOT_SETTLED;
	for (*rounds = 1; *rounds < ROUNDS; ++*rounds) {
		double step[MIXED_FACTORS];

		differentiate(m, p);
		if (settled)
			return STATS_GIVEN;
		if (p->s2 < EXPLAINED)
			return STATS_NO_SPREAD;
		if (mixed_let_go(s, p)) {
			if (!mixed_exact_at(m, p))
				return STATS_NOT_SETTLED;
			continue;
		}
		mixed_step(s, p, 3, step);
		settled = mixed_gain(s, p, step) < 1e-13;
		if (!descend(m, p, step)) {
			if (mixed_gain(s, p, step) > 1e-6)
				return p->s2 < 1e3 * EXPLAINED ? STATS_NO_SPREAD : STATS_NOT_SETTLED;
			settled = true;
		}
	}
	return STATS_NOT_SETTLED;
}
