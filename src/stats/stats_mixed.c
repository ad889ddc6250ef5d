/* stats_mixed.c: a mixed model from rows to effects with their deviations. Knows neither path's arithmetic. */
#include "stats/stats_mixed.h"

#include "stats/stats_dense.h"
#include "stats/stats_mixed_parts.h"

#include <math.h>
#include <string.h>

#define EXACT_WORK 3e9       /* multiplications of one factoring, at most */
#define EXACT_NUMBERS 1.6e7     /* numbers of L, at most */

/* R^-1 v for the upper R [p][p] (stride `asked`). */
static void
back_substitute(const struct mixed_sums *s, double *v)
{
	for (size_t i = s->p; i-- > 0;) {
		for (size_t j = i + 1; j < s->p; j++)
			v[i] -= s->r[i + j * s->asked] * v[j];
		v[i] /= s->r[i + i * s->asked];
	}
}

/* beta = R^-1 (gamma + Q'y), its covariance R^-1 spread R^-T s^2, in the caller's columns and units. */
static void
fixed_effects(struct arena *a, const struct mixed_sums *s, const struct mixed_point *p, struct mixed_fit *f)
{
	double v[MIXED_COLUMNS], m[MIXED_COLUMNS * MIXED_COLUMNS];
	size_t n = s->p;

	f->beta = NEW_MANY(a, double, s->asked);
	f->beta_se = NEW_MANY(a, double, s->asked);
	f->beta_cov = NEW_MANY(a, double, s->asked * s->asked);
	for (size_t j = 0; j < s->asked; j++)
		f->beta[j] = f->beta_se[j] = NAN;
	for (size_t j = 0; j < s->asked * s->asked; j++)
		f->beta_cov[j] = NAN;
	for (size_t j = 0; j < n; j++)
		v[j] = p->gamma[j] * s->scale + s->start[j];
	back_substitute(s, v);
	memcpy(m, p->spread, n * n * sizeof *m);
	for (size_t j = 0; j < n; j++)
		back_substitute(s, m + j * n);
	for (size_t j = 0; j < n; j++)
		for (size_t i = 0; i < j; i++) {
			double turned = m[i + j * n];

			m[i + j * n] = m[j + i * n];
			m[j + i * n] = turned;
		}
	for (size_t j = 0; j < n; j++)
		back_substitute(s, m + j * n);
	for (size_t j = 0; j < n; j++) {
		f->beta[s->kept[j]] = v[j];
		f->beta_se[s->kept[j]] = sqrt(m[j + j * n] * f->residual);
		for (size_t i = 0; i < n; i++)
			f->beta_cov[s->kept[i] + s->kept[j] * s->asked] = m[i + j * n] * f->residual;
	}
}

/* What an unknown beta adds to the diagonal of A^-1. */
static double
added(const struct mixed_sums *s, const struct mixed_point *p, size_t column)
{
	double sum = 0;

	for (size_t i = 0; i < s->p; i++)
		for (size_t j = 0; j < s->p; j++)
			sum += p->cx[i * s->q + column] * p->spread[i + j * s->p] * p->cx[j * s->q + column];
	return sum;
}

/* u = Lambda c; SDs s theta sqrt(diag A^-1), for the prediction with what beta adds. */
static void
effects(struct arena *a, const struct mixed_sums *s, const struct mixed_point *p, const double *diagonal, struct mixed_fit *f)
{
	for (size_t k = 0; k < s->factors; k++) {
		double root = exp(0.5 * p->log_ratio[k]), sd = root * sqrt(p->s2) * s->scale;
		size_t levels = s->offset[k + 1] - s->offset[k];

		f->variance[k] = sd * sd;
		f->effect[k] = NEW_MANY(a, double, levels);
		f->conditional_sd[k] = diagonal != NULL ? NEW_MANY(a, double, levels) : NULL;
		f->prediction_sd[k] = diagonal != NULL ? NEW_MANY(a, double, levels) : NULL;
		for (size_t j = 0; j < levels; j++) {
			size_t column = s->offset[k] + j;

			f->effect[k][j] = root * p->c[column] * s->scale;
			if (diagonal == NULL)
				continue;
			f->conditional_sd[k][j] = sd * sqrt(diagonal[column]);
			f->prediction_sd[k][j] = sd * sqrt(diagonal[column] + added(s, p, column));
		}
	}
}

/* SE of each log variance from the curve of the criterion (half of it is the information). */
static void
component_errors(const struct mixed_sums *s, const struct mixed_point *p, struct mixed_fit *f)
{
	double m[MIXED_FACTORS * MIXED_FACTORS], inverse[MIXED_FACTORS * MIXED_FACTORS];
	size_t at[MIXED_FACTORS], n = 0;

	for (size_t k = 0; k < s->factors; k++) {
		f->log_variance_se[k] = NAN;
		if (isfinite(p->log_ratio[k]))
			at[n++] = k;
	}
	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < n; j++)
			m[i + j * n] = p->curve[at[i] + at[j] * s->factors] / 2;
	if (!positive_inverse(m, n, inverse))
		return;
	for (size_t i = 0; i < n; i++)
		f->log_variance_se[at[i]] = sqrt(inverse[i + i * n]);
}

static enum mixed_path
path_of(const struct mixed_input *in, const struct cholesky_plan *plan)
{
	if (in->path != MIXED_FITTING)
		return in->path;
	return cholesky_work(plan) <= EXACT_WORK && (double)cholesky_entries(plan) <= EXACT_NUMBERS ? MIXED_EXACT : MIXED_LARGE;
}

static void
fit(struct arena *a, struct arena *work, const struct mixed_input *in, const struct mixed_sums *s, struct mixed_fit *f)
{
	struct mixed_point *p = mixed_point(work, s);
	const struct cholesky_plan *plan = in->path == MIXED_LARGE ? NULL : cholesky_plan(work, &s->w);
	double *diagonal = NEW_MANY(work, double, s->q);

	f->path = path_of(in, plan);
	if (f->path == MIXED_EXACT) {
		struct mixed_exact *m = mixed_exact(work, s, plan);

		f->refusal = mixed_exact_search(m, s, p, &f->rounds);
		memcpy(diagonal, mixed_exact_diagonal(m), s->q * sizeof *diagonal);
		f->criterion = p->criterion;
	} else {
		f->refusal = mixed_large_search(work, s, p, &f->rounds);
		f->criterion = NAN;
		if (f->refusal == STATS_GIVEN && !in->no_deviations)
			mixed_large_diagonal(work, s, in, p, diagonal);
	}
	if (f->refusal != STATS_GIVEN)
		return;
	f->residual = p->s2 * s->scale * s->scale;
	effects(a, s, p, in->no_deviations ? NULL : diagonal, f);
	component_errors(s, p, f);
	fixed_effects(a, s, p, f);
}

struct mixed_fit *
mixed_fit(struct arena *a, const struct mixed_input *in)
{
	struct mixed_fit *f = NEW(a, struct mixed_fit);
	struct arena *work = arena_new();
	struct mixed_sums sums;

	f->n = in->n;
	f->p = in->p;
	f->factors = in->factors;
	f->refusal = mixed_sums(work, in, &sums);
	if (f->refusal == STATS_GIVEN)
		fit(a, work, in, &sums, f);
	arena_free(work);
	return f;
}
