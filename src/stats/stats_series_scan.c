/* stats_series_scan.c: which of many series left their season. Knows no KPI and no calendar. */
#include "stats/stats_series_scan.h"

#include "stats/stats_dense.h"
#include "stats/stats_distribution.h"
#include "stats/stats_multiple.h"
#include "stats/stats_sample.h"
#include "stats/stats_series.h"

#include <math.h>

#define PHI_MOST 0.9

struct scanned {
	size_t length, baseline, columns;
	double *season;                  /* [columns][length] */
	double inverse[9];
	double lean;                     /* how far below phi 0 the columns draw its estimate: sum of h(t, t - 1) / n of their hat matrix */
};

static void
seasons(struct arena *a, struct scanned *s, size_t period)
{
	double cross[9] = { 0 };

	s->columns = period > 1 ? 3 : 1;
	s->season = NEW_MANY(a, double, s->columns * s->length);
	for (size_t i = 0; i < s->length; i++) {
		double angle = period > 1 ? 2 * M_PI * (double)(i % period) / (double)period : 0;

		s->season[i] = 1;
		if (period > 1) {
			s->season[s->length + i] = cos(angle);
			s->season[2 * s->length + i] = period > 2 ? sin(angle) : 0;
		}
	}
	if (period == 2)                 /* sin is 0 everywhere: the cosine alone */
		s->columns = 2;
	for (size_t j = 0; j < s->columns; j++)
		for (size_t k = 0; k < s->columns; k++)
			for (size_t i = 0; i < s->baseline; i++)
				cross[j * s->columns + k] += s->season[j * s->length + i] * s->season[k * s->length + i];
	positive_inverse(cross, s->columns, s->inverse);
	s->lean = 0;
	for (size_t j = 0; j < s->columns; j++)
		for (size_t k = 0; k < s->columns; k++)
			for (size_t i = 1; i < s->baseline; i++)
				s->lean += s->season[j * s->length + i] * s->inverse[j * s->columns + k] * s->season[k * s->length + i - 1] / (double)s->baseline;
}

/* x less its season, over the whole length. */
static void
residuals(const struct scanned *s, const double *x, double *left)
{
	double b[3] = { 0 }, xy[3] = { 0 }, middle = sample_mean(x, s->baseline);

	for (size_t j = 0; j < s->columns; j++)
		for (size_t i = 0; i < s->baseline; i++)
			xy[j] += s->season[j * s->length + i] * (x[i] - middle);
	for (size_t j = 0; j < s->columns; j++)
		for (size_t k = 0; k < s->columns; k++)
			b[j] += s->inverse[j * s->columns + k] * xy[k];
	for (size_t i = 0; i < s->length; i++) {
		left[i] = x[i] - middle;
		for (size_t j = 0; j < s->columns; j++)
			left[i] -= b[j] * s->season[j * s->length + i];
	}
}

/* Lag-1 autocorrelation, without what the season's columns take from it. */
static double
lag_one(const struct scanned *s, const double *e)
{
	size_t n = s->baseline;
	double all = 0, of = 0;

	for (size_t i = 0; i < n; i++)
		all += e[i] * e[i];
	for (size_t i = 1; i < n; i++)
		of += e[i] * e[i - 1];
	return of / all + s->lean;
}

/* phi of each drawn to their mean by how little they differ beyond chance; below 0 it is taken as 0: no test gets sharper by it. */
static void
shrink(struct arena *a, struct scan_finding *found, size_t series, double n)
{
	double *phi = NEW_MANY(a, double, series), mean, v, weight;
	size_t known = 0;

	for (size_t j = 0; j < series; j++)
		if (found[j].size.refusal == STATS_GIVEN)
			phi[known++] = found[j].phi;
	mean = sample_mean(phi, known);
	v = known > 1 ? fmax(0, sample_variance(phi, known) - 1 / n) : 0;
	weight = v / (v + 1 / n);
	for (size_t j = 0; j < series; j++)
		found[j].phi = fmin(PHI_MOST, fmax(0, mean + weight * (found[j].phi - mean)));
}

/* The largest |T| of one value, and of the mean of the last k, with its standard error. */
static void
judge(const struct scanned *s, const double *e, struct scan_finding *f)
{
	size_t watched = s->length - s->baseline, spike = s->baseline, shift = s->length - 2, last = s->length;
	double n = (double)s->baseline, d = (double)s->columns, df = n - d, sum = 0, far = -1, farthest = -1, p1, p2, half;
	double one = f->sigma * sqrt(1 + d / n), se = one, value;

	for (size_t k = 1; k <= watched; k++) {
		double t = fabs(e[last - k]) / one, wide = f->sigma * sqrt((1 + f->phi) / ((1 - f->phi) * (double)k) + d / n);

		sum += e[last - k];
		if (t > far) {
			far = t;
			spike = last - k;
		}
		if (k >= 2 && fabs(sum / (double)k) / wide > farthest) {
			farthest = fabs(sum / (double)k) / wide;
			shift = last - k;
			se = wide;
		}
	}
	p1 = (double)watched * student_two_sided(far, df);
	p2 = (double)(watched - 1) * student_two_sided(farthest, df);
	f->shape = p2 < p1 ? SCAN_SHIFT : SCAN_SPIKE;
	f->at = f->shape == SCAN_SHIFT ? shift : spike;
	f->score = 2 * fmin(p1, p2);
	f->p = fmin(1, f->score);
	value = f->shape == SCAN_SHIFT ? sample_mean(e + shift, last - shift) : e[spike];
	half = student_quantile(0.975, df) * (f->shape == SCAN_SHIFT ? se : one);
	f->size = (struct stats_estimate){ value, value - half, value + half, 0.95, s->length, 0, STATS_GIVEN };
}

/* Baseline's SD and phi, or why there is none. */
static void
measure(const struct scanned *s, const double *x, double *e, struct scan_finding *f)
{
	enum stats_refusal why = series_refusal(x, s->length, 1);
	double squares = 0;

	if (why == STATS_GIVEN) {
		residuals(s, x, e);
		for (size_t i = 0; i < s->baseline; i++)
			squares += e[i] * e[i];
		f->sigma = sqrt(squares / (double)(s->baseline - s->columns));
		if (!(f->sigma > 1e-12 * fabs(sample_mean(x, s->baseline))) || !(f->sigma > 0))
			why = STATS_NO_SPREAD;
	}
	f->size = stats_refused(why, s->length, 0);
	f->phi = why == STATS_GIVEN ? lag_one(s, e) : NAN;
	f->p = f->adjusted = f->score = NAN;
}

struct scan
series_scan(struct arena *a, const double *x, size_t series, size_t length, size_t baseline, size_t period, double q)
{
	struct scanned s = { length, baseline, 0, NULL, { 0 } };
	struct scan r = { STATS_GIVEN, 0, NEW_MANY(a, struct scan_finding, series) };
	double *e, *p, *adjusted;

	if (period < 1 || !(q >= 0) || !(q <= 1))
		r.refusal = STATS_OUT_OF_RANGE;
	else if (baseline < 2 * period || baseline < (period > 1 ? 11 : 9) || length < baseline + 2)
		r.refusal = STATS_TOO_FEW;
	for (size_t j = 0; r.refusal != STATS_GIVEN && j < series; j++)
		r.found[j] = (struct scan_finding){ .size = stats_refused(r.refusal, length, 0), .p = NAN, .adjusted = NAN, .score = NAN };
	if (r.refusal != STATS_GIVEN || series == 0)
		return r;
	seasons(a, &s, period);
	e = NEW_MANY(a, double, series * length);
	p = NEW_MANY(a, double, series);
	adjusted = NEW_MANY(a, double, series);
	for (size_t j = 0; j < series; j++)
		measure(&s, x + j * length, e + j * length, &r.found[j]);
	shrink(a, r.found, series, (double)baseline);
	for (size_t j = 0; j < series; j++) {
		if (r.found[j].size.refusal == STATS_GIVEN)
			judge(&s, e + j * length, &r.found[j]);
		p[j] = r.found[j].p;
	}
	adjust_bh(a, p, series, adjusted);
	for (size_t j = 0; j < series; j++) {
		r.found[j].adjusted = adjusted[j];
		r.found[j].flagged = adjusted[j] <= q;
		r.flagged += r.found[j].flagged;
	}
	return r;
}
