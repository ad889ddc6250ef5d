/* stats_rating_mixture.c: severity when a few raters are of another kind: a prior of two normals. Knows no people. */
#include "stats/stats_rating.h"

#include "stats/stats_distribution.h"

#include <math.h>

enum { ROUNDS = 300 };
#define APART 2.0               /* the wide normal's SD is at least this many times the narrow one's */

/* Each rater's own estimate and its sampling variance, the common prior taken out again. */
struct own {
	double *v, *s2;
	size_t n;
};

static struct own
take_prior_out(struct arena *a, const double *blup, const double *sd, size_t n, double variance)
{
	struct own o = { NEW_MANY(a, double, n), NEW_MANY(a, double, n), n };

	for (size_t j = 0; j < n; j++) {
		double known = fmax(1e-6, 1 - sd[j] * sd[j] / variance);

		o.v[j] = blup[j] / known;
		o.s2[j] = variance * (1 - known) / known;
	}
	return o;
}

/* Share of the wide normal in one rater's posterior. */
static double
wide_share(const struct mixture_prior *m, double v, double s2)
{
	double narrow = m->narrow * m->narrow + s2, wide = m->wide * m->wide + s2;
	double odds = m->share / (1 - m->share) * sqrt(narrow / wide) * exp(0.5 * v * v * (1 / narrow - 1 / wide));

	return isinf(odds) ? 1 : odds / (1 + odds);
}

/* One round of expectation and maximisation. */
static void
improve(struct mixture_prior *m, const struct own *o)
{
	double wide = 0, of_wide = 0, narrow = 0, of_narrow = 0, least;

	for (size_t j = 0; j < o->n; j++) {
		double p = wide_share(m, o->v[j], o->s2[j]), w2 = m->wide * m->wide, n2 = m->narrow * m->narrow;
		double kw = w2 / (w2 + o->s2[j]), kn = n2 / (n2 + o->s2[j]);

		of_wide += p;
		wide += p * (kw * kw * o->v[j] * o->v[j] + kw * o->s2[j]);
		of_narrow += 1 - p;
		narrow += (1 - p) * (kn * kn * o->v[j] * o->v[j] + kn * o->s2[j]);
	}
	m->share = fmin(0.5, fmax(0.01, of_wide / (double)o->n));
	m->narrow = sqrt(narrow / fmax(of_narrow, 1e-9));
	least = APART * m->narrow;
	m->wide = fmax(least, sqrt(wide / fmax(of_wide, 1e-9)));
}

struct mixture_prior
severity_mixture(struct arena *a, const double *blup, const double *sd, size_t n, double variance, double delta, double *error)
{
	struct mixture_prior m = { 0.1, 0.7 * sqrt(variance), 2.5 * sqrt(variance) };
	struct own o = take_prior_out(a, blup, sd, n, variance);

	for (int i = 0; variance > 0 && n >= SEVERITY_RATERS && i < ROUNDS; i++)
		improve(&m, &o);
	for (size_t j = 0; j < n; j++) {
		double p = wide_share(&m, o.v[j], o.s2[j]), beyond[2], prior[2] = { m.narrow * m.narrow, m.wide * m.wide };

		for (int k = 0; k < 2; k++) {
			double kept = prior[k] / (prior[k] + o.s2[j]);

			beyond[k] = normal_above((delta - kept * fabs(o.v[j])) / sqrt(kept * o.s2[j]));
		}
		error[j] = 1 - (1 - p) * beyond[0] - p * beyond[1];
	}
	return m;
}
