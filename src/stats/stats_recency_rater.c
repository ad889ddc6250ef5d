/* stats_recency_rater.c: which raters lean on the last months: a slope that varies between raters. Knows no people. */
#include "stats/stats_recency.h"

#include "stats/stats_distribution.h"
#include "stats/stats_multiple.h"

#include <math.h>

/* Sums of one rater about its own means: m mean of the evidence, d lean of the evidence, y mark. */
struct sums {
	double n, m, d, y, mm, md, dd, my, dy, yy;
};

struct slopes {
	const struct sums *of;
	size_t raters;
	double df;              /* rows - raters with rows - 2 */
	double b[2], cov[3];    /* of mean and lean; cov mm, md, dd over s2 */
	double s2, criterion;
};

/* Mean of the observed bins and last third less the rest; false when one of them is not there. */
static bool
lean(const double *x, size_t bins, size_t min_bins, double *mean, double *d)
{
	size_t last = bins / 3 > 0 ? bins / 3 : 1, seen[2] = { 0, 0 };
	double sum[2] = { 0, 0 };

	for (size_t t = 0; t < bins; t++)
		if (isfinite(x[t])) {
			sum[t >= bins - last] += x[t];
			seen[t >= bins - last]++;
		}
	if (seen[0] == 0 || seen[1] == 0 || seen[0] + seen[1] < min_bins)
		return false;
	*mean = (sum[0] + sum[1]) / (double)(seen[0] + seen[1]);
	*d = sum[1] / (double)seen[1] - sum[0] / (double)seen[0];
	return true;
}

/* Two passes: means, then squares about them. */
static size_t
sum_up(const double *x, const double *y, const uint32_t *rater, size_t n, size_t bins, size_t min_bins, struct sums *s)
{
	size_t rows = 0;

	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < n; i++) {
			struct sums *r = &s[rater[i]];
			double m, d, v;

			if (!isfinite(y[i]) || !lean(x + i * bins, bins, min_bins, &m, &d))
				continue;
			if (pass == 0) {
				rows++;
				r->n++;
				r->m += (m - r->m) / r->n;
				r->d += (d - r->d) / r->n;
				r->y += (y[i] - r->y) / r->n;
				continue;
			}
			m -= r->m;
			d -= r->d;
			v = y[i] - r->y;
			r->mm += m * m;
			r->md += m * d;
			r->dd += d * d;
			r->my += m * v;
			r->dy += d * v;
			r->yy += v * v;
		}
	return rows;
}

/* Everything at one ratio of slope variance to residual variance; false when mean and lean cannot be told apart. */
static bool
at_ratio(struct slopes *f, double ratio)
{
	double mm = 0, md = 0, dd = 0, my = 0, dy = 0, yy = 0, log_det = 0, det, r2;

	for (size_t j = 0; j < f->raters; j++) {
		const struct sums *s = &f->of[j];
		double w = ratio / (1 + ratio * s->dd);

		log_det += log1p(ratio * s->dd);
		mm += s->mm - w * s->md * s->md;
		md += s->md - w * s->md * s->dd;
		dd += s->dd - w * s->dd * s->dd;
		my += s->my - w * s->md * s->dy;
		dy += s->dy - w * s->dd * s->dy;
		yy += s->yy - w * s->dy * s->dy;
	}
	det = mm * dd - md * md;
	if (!(det > 1e-12 * mm * dd))
		return false;
	f->cov[0] = dd / det;
	f->cov[1] = -md / det;
	f->cov[2] = mm / det;
	f->b[0] = f->cov[0] * my + f->cov[1] * dy;
	f->b[1] = f->cov[1] * my + f->cov[2] * dy;
	r2 = yy - f->b[0] * my - f->b[1] * dy;
	if (!(r2 > 1e-12 * yy))
		return false;
	f->s2 = r2 / f->df;
	f->criterion = log_det + log(det) + f->df * log(r2);
	return true;
}

/* The ratio of least REML criterion: a grid on the log scale, then golden section; 0 when nothing is better. */
static double
best_ratio(struct slopes *f, bool *fine)
{
	const double g = 0.6180339887498949;
	double low, high, least, at = -13, none;

	*fine = at_ratio(f, 0);
	least = none = f->criterion;
	for (double l = -12; *fine && l <= 8; l += 0.5)
		if (at_ratio(f, exp(l)) && f->criterion < least) {
			least = f->criterion;
			at = l;
		}
	if (at < -12.5)
		return 0;
	low = at - 0.5;
	high = at + 0.5;
	while (high - low > 1e-7) {
		double a = high - g * (high - low), b = low + g * (high - low), fa;

		at_ratio(f, exp(a));
		fa = f->criterion;
		at_ratio(f, exp(b));
		if (fa < f->criterion)
			high = b;
		else
			low = a;
	}
	at_ratio(f, exp(0.5 * (low + high)));
	return f->criterion < none ? exp(0.5 * (low + high)) : 0;
}

/* The rater's slope: the mean one and its own, weighted; what is not known of beta is counted. */
static void
slope_of(const struct slopes *f, const struct sums *s, double ratio, double threshold, struct rater_recency *r)
{
	double w = ratio / (1 + ratio * s->dd), c0 = -w * s->md, c1 = 1 - w * s->dd, value, sd;

	value = f->b[1] + w * (s->dy - f->b[0] * s->md - f->b[1] * s->dd);
	sd = sqrt(f->s2 * (w + c0 * c0 * f->cov[0] + 2 * c0 * c1 * f->cov[1] + c1 * c1 * f->cov[2]));
	r->slope = (struct stats_estimate){ value, value - STATS_Z95 * sd, value + STATS_Z95 * sd, 0.95, (size_t)s->n, 0, STATS_GIVEN };
	r->error = sd > 0 ? normal_below((threshold - value) / sd) : value <= threshold;
}

static void
flag(struct arena *a, struct recency_by_rater *out, size_t raters, double q)
{
	double *error = NEW_MANY(a, double, raters);
	bool *marked = NEW_MANY(a, bool, raters);

	for (size_t j = 0; j < raters; j++)
		error[j] = out->rater[j].error;
	out->flagged = bayes_fdr(a, error, raters, q, marked);
	for (size_t j = 0; j < raters; j++)
		out->rater[j].flagged = marked[j];
}

struct recency_by_rater
recency_by_rater(struct arena *a, const double *x, const double *y, const uint32_t *rater, size_t n, size_t raters, size_t bins,
	size_t min_bins, double threshold, double q)
{
	struct recency_by_rater out = { .rater = NEW_MANY(a, struct rater_recency, raters), .mean_slope = NAN, .mean_slope_se = NAN,
		.slope_sd = NAN };
	struct sums *s = NEW_MANY(a, struct sums, raters);
	struct slopes f = { .of = s, .raters = raters };
	double ratio = 0, met = 0;
	bool fine;

	out.n = bins >= 2 ? sum_up(x, y, rater, n, bins, min_bins, s) : 0;
	for (size_t j = 0; j < raters; j++) {
		met += s[j].n > 0;
		out.rater[j].error = NAN;
		out.rater[j].slope = stats_refused(STATS_TOO_FEW, (size_t)s[j].n, RECENCY_PEOPLE);
	}
	f.df = (double)out.n - met - 2;
	if (out.n < RECENCY_ALL || met < 3 || f.df < 1) {
		out.refusal = STATS_TOO_FEW;
		return out;
	}
	ratio = best_ratio(&f, &fine);
	if (!fine || !at_ratio(&f, ratio)) {
		out.refusal = STATS_NO_SPREAD;
		return out;
	}
	out.mean_slope = f.b[1];
	out.mean_slope_se = sqrt(f.s2 * f.cov[2]);
	out.slope_sd = sqrt(f.s2 * ratio);
	for (size_t j = 0; j < raters; j++)
		if (s[j].n >= RECENCY_PEOPLE)
			slope_of(&f, &s[j], ratio, threshold > 0 ? threshold : 0.15, &out.rater[j]);
	flag(a, &out, raters, q > 0 ? q : 0.05);
	return out;
}
