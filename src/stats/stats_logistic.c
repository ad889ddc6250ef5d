/* stats_logistic.c: logistic regression by Newton's steps; separation is refused. Knows no people. */
#include "stats/stats_logistic.h"

#include "stats/stats_dense.h"
#include "stats/stats_regression.h"
#include "stats/stats_sample.h"

#include <math.h>
#include <string.h>

enum { ROUNDS = 100 };
#define END 30          /* log odds */

struct state {
	struct basis b;
	const double *y, *w;    /* [b.n] rows of weight above 0 */
	double *gamma, *eta;    /* coefficients in the basis; log odds */
	double *penalty;        /* [rank][rank], in the basis; NULL: none */
	double *hessian, *gradient, *step, *trial;
};

static double
chance_of(double eta)
{
	return eta >= 0 ? 1 / (1 + exp(-eta)) : exp(eta) / (1 + exp(eta));
}

/* log(1 + exp(v)) */
static double
softly(double v)
{
	return v > 0 ? v + log1p(exp(-v)) : log1p(exp(v));
}

static void
log_odds(const struct basis *b, const double *gamma, double *eta)
{
	memset(eta, 0, b->n * sizeof *eta);
	for (size_t k = 0; k < b->rank; k++)
		for (size_t i = 0; i < b->n; i++)
			eta[i] += gamma[k] * b->q[k * b->n + i];
}

static double
deviance_of(const struct state *s, const double *eta)
{
	double sum = 0;

	for (size_t i = 0; i < s->b.n; i++)
		sum += s->w[i] * (s->y[i] * softly(-eta[i]) + (1 - s->y[i]) * softly(eta[i]));
	return 2 * sum;
}

static double
penalty_of(const struct state *s, const double *gamma)
{
	size_t r = s->b.rank;
	double sum = 0;

	for (size_t i = 0; s->penalty != NULL && i < r; i++)
		for (size_t j = 0; j < r; j++)
			sum += gamma[i] * s->penalty[i * r + j] * gamma[j];
	return sum;
}

static void
slopes(struct state *s)
{
	size_t r = s->b.rank, n = s->b.n;

	memset(s->hessian, 0, r * r * sizeof *s->hessian);
	memset(s->gradient, 0, r * sizeof *s->gradient);
	for (size_t i = 0; i < n; i++) {
		double chance = chance_of(s->eta[i]), w = s->w[i] * chance * chance_of(-s->eta[i]), off = s->w[i] * (s->y[i] - chance);

		for (size_t k = 0; k < r; k++) {
			double q = s->b.q[k * n + i];

			s->gradient[k] += off * q;
			for (size_t l = 0; l <= k; l++)
				s->hessian[k + l * r] += w * q * s->b.q[l * n + i];
		}
	}
	for (size_t k = 0; s->penalty != NULL && k < r; k++)
		for (size_t l = 0; l < r; l++) {
			s->gradient[k] -= s->penalty[k * r + l] * s->gamma[l];
			if (l <= k)
				s->hessian[k + l * r] += s->penalty[k * r + l];
		}
}

/* One step; the change of log odds that it made, or infinity when there is none to make. */
static double
move(struct state *s)
{
	size_t r = s->b.rank;
	double *eta = s->trial + r, was = deviance_of(s, s->eta) + penalty_of(s, s->gamma), most = 0;

	slopes(s);
	if (!lower_factor(s->hessian, r, r))
		return INFINITY;
	memcpy(s->step, s->gradient, r * sizeof *s->step);
	lower_solve(s->hessian, r, r, s->step, 1, r);
	lower_solve_turned(s->hessian, r, r, s->step, 1, r);
	for (double part = 1; part > 1e-6; part /= 2) {
		for (size_t k = 0; k < r; k++)
			s->trial[k] = s->gamma[k] + part * s->step[k];
		log_odds(&s->b, s->trial, eta);
		if (deviance_of(s, eta) + penalty_of(s, s->trial) <= was * (1 + 1e-13))
			break;
	}
	for (size_t i = 0; i < s->b.n; i++)
		most = fmax(most, fabs(eta[i] - s->eta[i]));
	memcpy(s->gamma, s->trial, r * sizeof *s->gamma);
	memcpy(s->eta, eta, s->b.n * sizeof *eta);
	return most;
}

static enum stats_refusal
settle(struct state *s, size_t *rounds)
{
	double last = 0;

	for (*rounds = 0; *rounds < ROUNDS; ++*rounds) {
		double most = move(s);

		if (vector_largest(s->eta, s->b.n) > END || isinf(most))
			return STATS_NOT_SEPARABLE;
		if (most < 1e-9 && last < 1e-4)
			return STATS_GIVEN;
		last = most;
	}
	return STATS_NOT_SETTLED;
}

/* Rows of weight above 0, in front; refusal of what cannot be. */
static enum stats_refusal
rows_of(struct arena *a, const struct logistic_input *in, double **x, double **y, double **w, size_t *n)
{
	double yes = 0, no = 0, all = 0;

	*x = NEW_MANY(a, double, in->n * in->p);
	*y = NEW_MANY(a, double, in->n);
	*w = NEW_MANY(a, double, in->n);
	*n = 0;
	if (!sample_is_finite(in->y, in->n) || !sample_is_finite(in->x, in->n * in->p) || !isfinite(in->ridge) ||
	    (in->weight != NULL && !sample_is_finite(in->weight, in->n)))
		return STATS_NOT_A_NUMBER;
	for (size_t i = 0; i < in->n; i++) {
		double weight = in->weight != NULL ? in->weight[i] : 1;

		if (weight < 0 || in->y[i] < 0 || in->y[i] > 1 || in->ridge < 0 || (all += weight) > 1e12)
			return STATS_OUT_OF_RANGE;
		yes += weight * in->y[i];
		no += weight * (1 - in->y[i]);
		(*w)[*n] = weight;
		(*y)[(*n)] = in->y[i];
		*n += weight > 0;
	}
	for (size_t j = 0, to = 0; j < in->p; j++)
		for (size_t i = 0; i < in->n; i++)
			if (in->weight == NULL || in->weight[i] > 0)
				(*x)[to++] = in->x[j * in->n + i];
	return yes > 0 && no > 0 && in->p > 0 ? STATS_GIVEN : STATS_TOO_FEW;
}

/* back' D back with D = ridge x variance of each column. */
static double *
penalty(struct arena *a, const struct basis *b, const double *x, double ridge)
{
	size_t r = b->rank;
	double *p = NEW_MANY(a, double, r * r);

	if (ridge == 0)
		return NULL;
	for (size_t j = 0; j < r; j++) {
		double d = ridge * sample_variance(x + b->kept[j] * b->n, b->n);

		for (size_t k = j; k < r; k++)
			for (size_t l = j; l < r; l++)
				p[k * r + l] += b->back[j + k * r] * d * b->back[j + l * r];
	}
	return p;
}

/* Coefficients and errors out of the basis; the factor of the information stands in `hessian`. */
static void
out_of_basis(struct arena *a, struct state *s, struct logistic *l)
{
	size_t r = s->b.rank;
	double *inverse = NEW_MANY(a, double, r * r);

	slopes(s);
	for (size_t k = 0; k < r; k++)
		for (size_t m = 0; m < k; m++)
			s->hessian[m + k * r] = s->hessian[k + m * r];
	if (!positive_inverse(s->hessian, r, inverse)) {
		l->refusal = STATS_NOT_SEPARABLE;
		return;
	}
	for (size_t j = 0; j < r; j++) {
		double square = 0, sum = 0;

		for (size_t k = j; k < r; k++) {
			sum += s->b.back[j + k * r] * s->gamma[k];
			for (size_t m = j; m < r; m++)
				square += s->b.back[j + k * r] * inverse[k + m * r] * s->b.back[j + m * r];
		}
		l->coef[s->b.kept[j]] = sum;
		l->se[s->b.kept[j]] = sqrt(square);
	}
}

static void
fitted(const struct logistic_input *in, struct logistic *l)
{
	for (size_t i = 0; i < in->n; i++) {
		double eta = 0;

		for (size_t j = 0; j < in->p; j++)
			eta += isnan(l->coef[j]) ? 0 : l->coef[j] * in->x[j * in->n + i];
		l->chance[i] = l->refusal == STATS_GIVEN ? chance_of(eta) : NAN;
	}
}

struct logistic
logistic(struct arena *a, const struct logistic_input *in)
{
	struct logistic l = { .p = in->p, .coef = NEW_MANY(a, double, in->p), .se = NEW_MANY(a, double, in->p),
		.chance = NEW_MANY(a, double, in->n), .deviance = NAN };
	struct state s = { 0 };
	double *x, *y, *w;

	for (size_t j = 0; j < in->p; j++)
		l.coef[j] = l.se[j] = NAN;
	l.refusal = rows_of(a, in, &x, &y, &w, &l.n);
	if (l.refusal == STATS_GIVEN) {
		s.b = basis_of(a, x, l.n, in->p);
		l.rank = s.b.rank;
		s.y = y;
		s.w = w;
		s.gamma = NEW_MANY(a, double, l.rank);
		s.eta = NEW_MANY(a, double, l.n);
		s.hessian = NEW_MANY(a, double, l.rank * l.rank);
		s.gradient = NEW_MANY(a, double, l.rank);
		s.step = NEW_MANY(a, double, l.rank);
		s.trial = NEW_MANY(a, double, l.rank + l.n);
		s.penalty = penalty(a, &s.b, x, in->ridge);
		l.refusal = l.rank > 0 ? settle(&s, &l.rounds) : STATS_TOO_FEW;
	}
	if (l.refusal == STATS_GIVEN)
		out_of_basis(a, &s, &l);
	if (l.refusal == STATS_GIVEN)
		l.deviance = deviance_of(&s, s.eta);
	fitted(in, &l);
	return l;
}

struct stats_estimate
logistic_estimate(const struct logistic *l, size_t column)
{
	double half;

	if (l->refusal != STATS_GIVEN || column >= l->p || isnan(l->se[column]))
		return stats_refused(l->refusal != STATS_GIVEN ? l->refusal : column >= l->p ? STATS_OUT_OF_RANGE : STATS_NOT_SEPARABLE, l->n, 0);
	half = STATS_Z95 * l->se[column];
	return (struct stats_estimate){ l->coef[column], l->coef[column] - half, l->coef[column] + half, 0.95, l->n, 0, STATS_GIVEN };
}

double
area_under_curve(struct arena *a, const double *score, const double *y, size_t n)
{
	double yes = 0, sum = 0;
	const double *rank;

	if (!sample_is_finite(score, n) || !sample_is_finite(y, n))
		return NAN;
	rank = sample_ranks(a, score, n);
	for (size_t i = 0; i < n; i++)
		if (y[i] > 0.5) {
			yes++;
			sum += rank[i];
		}
	return yes > 0 && yes < (double)n ? (sum - yes * (yes + 1) / 2) / (yes * ((double)n - yes)) : NAN;
}
