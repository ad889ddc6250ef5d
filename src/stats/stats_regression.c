/* stats_regression.c: least squares by an orthonormal basis, and its sandwiches. Knows no people. */
#include "stats/stats_regression.h"

#include "stats/stats_dense.h"
#include "stats/stats_distribution.h"
#include "stats/stats_sample.h"

#include <math.h>
#include <string.h>

/* Upper triangular inverse, both column by column. */
static void
invert(struct basis *b)
{
	for (size_t j = 0; j < b->rank; j++) {
		double *to = b->back + j * b->rank;

		to[j] = 1 / b->r[j + j * b->rank];
		for (size_t i = j; i-- > 0;) {
			double sum = 0;

			for (size_t k = i + 1; k <= j; k++)
				sum += b->r[i + k * b->rank] * to[k];
			to[i] = -sum / b->r[i + i * b->rank];
		}
	}
}

struct basis
basis_of(struct arena *a, const double *x, size_t n, size_t p)
{
	struct basis b = { n, 0, NEW_MANY(a, size_t, p), NEW_MANY(a, double, n * p), NULL, NULL };
	double *r = NEW_MANY(a, double, p * p);

	for (size_t j = 0; j < p; j++) {
		double *q = b.q + b.rank * n, *to = r + b.rank * p, length = sqrt(vector_dot(x + j * n, x + j * n, n)), left;

		memcpy(q, x + j * n, n * sizeof *q);
		memset(to, 0, p * sizeof *to);
		for (int pass = 0; pass < 2; pass++)
			for (size_t k = 0; k < b.rank; k++) {
				double times = vector_dot(b.q + k * n, q, n);

				vector_less(q, b.q + k * n, times, n);
				to[k] += times;
			}
		left = sqrt(vector_dot(q, q, n));
		if (!(left > 1e-7 * length) || isinf(left))
			continue;
		for (size_t i = 0; i < n; i++)
			q[i] /= left;
		to[b.rank] = left;
		b.kept[b.rank++] = j;
	}
	b.r = NEW_MANY(a, double, b.rank * b.rank);
	b.back = NEW_MANY(a, double, b.rank * b.rank);
	for (size_t j = 0; j < b.rank; j++)
		memcpy(b.r + j * b.rank, r + j * p, b.rank * sizeof *r);
	invert(&b);
	return b;
}

/* meat [rank][rank] += weight s s'. */
static void
add_square(double *meat, const double *s, size_t rank, double weight)
{
	for (size_t i = 0; i < rank; i++)
		for (size_t j = 0; j < rank; j++)
			meat[i * rank + j] += weight * s[i] * s[j];
}

/* Errors of the coefficients from their square in the basis: back meat back'. */
static void
errors_of(const struct basis *b, const double *meat, double times, double *se)
{
	for (size_t j = 0; j < b->rank; j++) {
		double sum = 0;

		for (size_t k = j; k < b->rank; k++)
			for (size_t l = j; l < b->rank; l++)
				sum += b->back[j + k * b->rank] * meat[k * b->rank + l] * b->back[j + l * b->rank];
		se[b->kept[j]] = sqrt(times * sum);
	}
}

static void
plain_and_hc3(struct arena *a, const struct basis *b, struct regression *r)
{
	double *one = NEW_MANY(a, double, b->rank * b->rank), *meat = NEW_MANY(a, double, b->rank * b->rank);
	double *s = NEW_MANY(a, double, b->rank);

	for (size_t k = 0; k < b->rank; k++)
		one[k * b->rank + k] = 1;
	for (size_t i = 0; i < b->n; i++) {
		double leverage = 0;

		for (size_t k = 0; k < b->rank; k++) {
			s[k] = b->q[k * b->n + i];
			leverage += s[k] * s[k];
		}
		add_square(meat, s, b->rank, leverage < 1 - 1e-10 ? r->residual[i] * r->residual[i] / ((1 - leverage) * (1 - leverage)) : NAN);
	}
	errors_of(b, one, r->sigma * r->sigma, r->se[ERROR_PLAIN]);
	errors_of(b, meat, 1, r->se[ERROR_HC3]);
}

static void
clustered(struct arena *a, const struct basis *b, const struct regression_input *in, struct regression *r)
{
	double *score = NEW_MANY(a, double, in->clusters * b->rank), *meat = NEW_MANY(a, double, b->rank * b->rank), g, n = (double)b->n;
	bool *met = NEW_MANY(a, bool, in->clusters);

	for (size_t i = 0; i < b->n; i++) {
		r->clusters += !met[in->cluster[i]];
		met[in->cluster[i]] = true;
		for (size_t k = 0; k < b->rank; k++)
			score[in->cluster[i] * b->rank + k] += b->q[k * b->n + i] * r->residual[i];
	}
	if (r->clusters < 2)
		return;
	for (size_t c = 0; c < in->clusters; c++)
		add_square(meat, score + c * b->rank, b->rank, 1);
	g = (double)r->clusters;
	errors_of(b, meat, g / (g - 1) * (n - 1) / (n - (double)b->rank), r->se[ERROR_CLUSTER]);
}

static enum stats_refusal
refusal_of(const struct regression_input *in)
{
	if (!sample_is_finite(in->y, in->n) || !sample_is_finite(in->x, in->n * in->p))
		return STATS_NOT_A_NUMBER;
	for (size_t i = 0; in->cluster != NULL && i < in->n; i++)
		if (in->cluster[i] >= in->clusters)
			return STATS_OUT_OF_RANGE;
	return STATS_GIVEN;
}

/* Coefficients and residuals; the residual sum of squares. */
static double
fit(const struct basis *b, const double *y, struct regression *r, double *in_basis)
{
	memcpy(r->residual, y, b->n * sizeof *y);
	for (int pass = 0; pass < 2; pass++)
		for (size_t k = 0; k < b->rank; k++) {
			double times = vector_dot(b->q + k * b->n, r->residual, b->n);

			vector_less(r->residual, b->q + k * b->n, times, b->n);
			in_basis[k] += times;
		}
	for (size_t j = 0; j < b->rank; j++) {
		r->coef[b->kept[j]] = 0;
		for (size_t k = j; k < b->rank; k++)
			r->coef[b->kept[j]] += b->back[j + k * b->rank] * in_basis[k];
	}
	return vector_dot(r->residual, r->residual, b->n);
}

struct regression
regression(struct arena *a, const struct regression_input *in)
{
	struct regression r = { .refusal = refusal_of(in), .n = in->n, .p = in->p, .coef = NEW_MANY(a, double, in->p),
		.residual = NEW_MANY(a, double, in->n), .sigma = NAN, .r_squared = NAN, .df = NAN };
	struct basis b;
	double rss;

	for (size_t j = 0; j < in->p; j++)
		r.coef[j] = NAN;
	for (int k = 0; k < 3; k++) {
		r.se[k] = NEW_MANY(a, double, in->p);
		memcpy(r.se[k], r.coef, in->p * sizeof *r.coef);
	}
	if (r.refusal != STATS_GIVEN)
		return r;
	b = basis_of(a, in->x, in->n, in->p);
	r.rank = b.rank;
	if (in->n <= b.rank || b.rank == 0) {
		r.refusal = STATS_TOO_FEW;
		return r;
	}
	rss = fit(&b, in->y, &r, NEW_MANY(a, double, b.rank));
	if (!(rss > 1e-28 * vector_dot(in->y, in->y, in->n)) || isinf(rss)) {
		r.refusal = isfinite(rss) ? STATS_NO_SPREAD : STATS_NOT_A_NUMBER;
		return r;
	}
	r.df = (double)(in->n - b.rank);
	r.sigma = sqrt(rss / r.df);
	r.r_squared = 1 - rss / (sample_variance(in->y, in->n) * ((double)in->n - 1));
	plain_and_hc3(a, &b, &r);
	if (in->cluster != NULL)
		clustered(a, &b, in, &r);
	return r;
}

static double
df_of(const struct regression *r, enum regression_error error)
{
	return error == ERROR_CLUSTER ? (double)r->clusters - 1 : r->df;
}

struct stats_estimate
regression_estimate(const struct regression *r, size_t column, enum regression_error error)
{
	double half;

	if (r->refusal != STATS_GIVEN || column >= r->p)
		return stats_refused(r->refusal != STATS_GIVEN ? r->refusal : STATS_OUT_OF_RANGE, r->n, r->refusal == STATS_TOO_FEW ? r->rank + 1 : 0);
	half = r->se[error][column] * student_quantile(0.975, df_of(r, error));
	if (isnan(half))
		return stats_refused(STATS_NOT_SEPARABLE, r->n, 0);
	return (struct stats_estimate){ r->coef[column], r->coef[column] - half, r->coef[column] + half, 0.95, r->n, 0, STATS_GIVEN };
}

double
regression_p(const struct regression *r, size_t column, enum regression_error error)
{
	return r->refusal == STATS_GIVEN && column < r->p ? student_two_sided(r->coef[column] / r->se[error][column], df_of(r, error)) : NAN;
}
