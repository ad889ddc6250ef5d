/* stats_mixed_point.c: the profiled criterion, its slope and average information at one point. Knows no solver. */
#include "stats/stats_mixed_parts.h"

#include "stats/stats_dense.h"

#include <math.h>
#include <string.h>

struct mixed_point *
mixed_point(struct arena *a, const struct mixed_sums *s)
{
	struct mixed_point *p = NEW(a, struct mixed_point);

	p->gamma = NEW_MANY(a, double, s->p);
	p->spread = NEW_MANY(a, double, s->p * s->p);
	p->c = NEW_MANY(a, double, s->q);
	p->cx = NEW_MANY(a, double, s->p * s->q);
	return p;
}

static double
ratio_root(const struct mixed_point *p, size_t k)
{
	return exp(0.5 * p->log_ratio[k]);
}

/* a' Lambda b over all columns. */
static double
through(const struct mixed_sums *s, const struct mixed_point *p, const double *x, const double *y)
{
	double sum = 0;

	for (size_t k = 0; k < s->factors; k++) {
		double part = 0;

		for (size_t j = s->offset[k]; j < s->offset[k + 1]; j++)
			part += x[j] * y[j];
		sum += ratio_root(p, k) * part;
	}
	return sum;
}

/* Q'V^-1Q = I - (Z'Q)'Lambda A^-1 Lambda Z'Q; Q'y = 0. The log of its determinant, or NaN. */
static double
fixed_part(const struct mixed_sums *s, struct mixed_point *p, double *right)
{
	double m[MIXED_COLUMNS * MIXED_COLUMNS], l[MIXED_COLUMNS * MIXED_COLUMNS], log_det = 0;
	size_t n = s->p;

	for (size_t j = 0; j < n; j++) {
		for (size_t i = j; i < n; i++)
			m[i + j * n] = m[j + i * n] = (i == j) - through(s, p, s->zx + i * s->q, p->cx + j * s->q);
		right[j] = -through(s, p, s->zx + j * s->q, p->c);
	}
	memcpy(l, m, n * n * sizeof *l);
	if (!lower_factor(l, n, n) || !positive_inverse(m, n, p->spread))
		return NAN;
	for (size_t j = 0; j < n; j++)
		log_det += 2 * log(l[j * (n + 1)]);
	return log_det;
}

bool
mixed_profile(const struct mixed_sums *s, struct mixed_point *p)
{
	double right[MIXED_COLUMNS], log_fixed = fixed_part(s, p, right), df = (double)(s->ml ? s->n : s->n - s->p);

	if (isnan(log_fixed))
		return false;
	p->r2 = s->yy - through(s, p, s->zy, p->c);
	for (size_t i = 0; i < s->p; i++) {
		p->gamma[i] = 0;
		for (size_t j = 0; j < s->p; j++)
			p->gamma[i] += p->spread[i + j * s->p] * right[j];
		p->r2 -= p->gamma[i] * right[i];
	}
	for (size_t k = 0; k < s->p; k++)
		for (size_t j = 0; j < s->q; j++)
			p->c[j] -= p->gamma[k] * p->cx[k * s->q + j];
	p->s2 = p->r2 / df;
	p->criterion = (s->ml ? 0 : log_fixed + s->log_r) + df * (1 + log(2 * M_PI * p->s2) + 2 * log(s->scale)) - s->log_weights;
	return p->r2 > 0;
}

/* Cx_k' c_k for one factor: [p]. */
static void
fixed_share(const struct mixed_sums *s, const struct mixed_point *p, size_t k, double *out)
{
	for (size_t i = 0; i < s->p; i++) {
		out[i] = 0;
		for (size_t j = s->offset[k]; j < s->offset[k + 1]; j++)
			out[i] += p->cx[i * s->q + j] * p->c[j];
	}
}

static double
quadratic(const double *x, const double *m, const double *y, size_t n)
{
	double sum = 0;

	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < n; j++)
			sum += x[i] * m[i + j * n] * y[j];
	return sum;
}

/* tr of what the unknown beta adds to the trace of factor k. */
static double
fixed_trace(const struct mixed_sums *s, const struct mixed_point *p, size_t k)
{
	double sum = 0;

	for (size_t i = 0; i < s->p; i++)
		for (size_t j = 0; j < s->p; j++)
			for (size_t l = s->offset[k]; l < s->offset[k + 1]; l++)
				sum += p->cx[i * s->q + l] * p->spread[i + j * s->p] * p->cx[j * s->q + l];
	return sum;
}

/* With h_k = (s_k^2/s^2) Z_k Z_k' P y: h_k' P h_l = e_k'e_l - e_k'A^-1e_l - (Cx'e_k)' spread (Cx'e_l). */
void
mixed_information(const struct mixed_sums *s, struct mixed_point *p, const double *traces, const double *solved)
{
	double share[MIXED_FACTORS][MIXED_COLUMNS], square[MIXED_FACTORS], df = (double)(s->ml ? s->n : s->n - s->p);
	size_t m = s->factors;

	for (size_t k = 0; k < m; k++) {
		double levels = (double)(s->offset[k + 1] - s->offset[k]);

		fixed_share(s, p, k, share[k]);
		square[k] = 0;
		for (size_t j = s->offset[k]; j < s->offset[k + 1]; j++)
			square[k] += p->c[j] * p->c[j];
		p->slope[k] = levels - traces[k] - (s->ml ? 0 : fixed_trace(s, p, k)) - square[k] / p->s2;
	}
	for (size_t k = 0; k < m; k++)
		for (size_t l = 0; l < m; l++) {
			double h = k == l ? square[k] : 0;

			for (size_t j = s->offset[l]; j < s->offset[l + 1]; j++)
				h -= p->c[j] * solved[k * s->q + j];
			h -= quadratic(share[k], p->spread, share[l], s->p);
			p->curve[k + l * m] = h / p->s2 - square[k] * square[l] / (df * p->s2 * p->s2);
		}
}

void
mixed_step(const struct mixed_sums *s, const struct mixed_point *p, double most, double *step)
{
	double m[MIXED_FACTORS * MIXED_FACTORS], right[MIXED_FACTORS], longest = 0, damp = 0;
	size_t at[MIXED_FACTORS], n = 0;

	for (size_t k = 0; k < s->factors; k++) {
		step[k] = 0;
		if (isfinite(p->log_ratio[k]))
			at[n++] = k;
	}
	do {
		for (size_t i = 0; i < n; i++) {
			for (size_t j = 0; j < n; j++)
				m[i + j * n] = p->curve[at[i] + at[j] * s->factors];
			m[i + i * n] = m[i + i * n] * (1 + damp) + damp * 1e-3 * fabs(p->slope[at[i]]) + 1e-300;
			right[i] = -p->slope[at[i]];
		}
		damp = damp * 10 + 1e-4;
	} while (n > 0 && !positive_solve(m, n, right, right) && damp < 1e8);
	for (size_t i = 0; i < n; i++)
		longest = fmax(longest, fabs(right[i]));
	for (size_t i = 0; i < n; i++)
		step[at[i]] = longest > most ? right[i] * (most / longest) : right[i];
}

bool
mixed_let_go(const struct mixed_sums *s, struct mixed_point *p)
{
	bool any = false;

	for (size_t k = 0; k < s->factors; k++)
		if (isfinite(p->log_ratio[k]) && p->log_ratio[k] < MIXED_NOTHING && p->slope[k] > 0) {
			p->log_ratio[k] = -INFINITY;
			any = true;
		}
	return any;
}

double
mixed_gain(const struct mixed_sums *s, const struct mixed_point *p, const double *step)
{
	double sum = 0;

	for (size_t k = 0; k < s->factors; k++)
		sum -= step[k] * p->slope[k];
	return sum;
}
