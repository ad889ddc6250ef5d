/* stats_listen_slopes.c: lines of many subjects, each with its own slope, by REML. Knows no people or questions. */
#include "stats/stats_listen.h"

#include "stats/stats_distribution.h"
#include "stats/stats_multiple.h"
#include "stats/stats_sample.h"

#include <math.h>
#include <string.h>

/* Sums of one subject: n, sums of t, t t, y, t y, y y. */
struct line {
	double n, t, tt, y, ty, yy;
};

struct model {
	const struct line *line;
	size_t subjects;
	double n;
	double beta[2], inverse[3], residual;    /* of the last criterion; inverse of X'V^-1X: 00, 01, 11 */
};

/* Lower triangle of the slopes' and intercepts' spread, by the residual SD. */
struct spread {
	double a, b, c;
};

/* One subject: K = L M^-1 L' (00, 01, 11) with M = L' Z'Z L + I; log |M|. */
static double
shrink(const struct line *l, struct spread s, double k[3])
{
	double az0 = l->n * s.a + l->t * s.b, az1 = l->t * s.a + l->tt * s.b;    /* Z'Z L, first column */
	double m00 = s.a * az0 + s.b * az1 + 1, m01 = s.c * az1, m11 = s.c * l->tt * s.c + 1, det = m00 * m11 - m01 * m01;
	double i00 = m11 / det, i01 = -m01 / det, i11 = m00 / det;

	k[0] = s.a * s.a * i00;
	k[1] = s.a * (s.b * i00 + s.c * i01);
	k[2] = s.b * s.b * i00 + 2 * s.b * s.c * i01 + s.c * s.c * i11;
	return log(det);
}

/* -2 restricted log likelihood without its constant, profiled over the residual variance. */
static double
criterion(struct model *m, struct spread s)
{
	double logs = 0, x00 = 0, x01 = 0, x11 = 0, y0 = 0, y1 = 0, yy = 0, det;

	for (size_t i = 0; i < m->subjects; i++) {
		const struct line *l = m->line + i;
		double k[3], v0, v1, p00, p01, p10, p11;

		if (l->n == 0)
			continue;
		logs += shrink(l, s, k);
		p00 = l->n * k[0] + l->t * k[1];         /* Z'Z K */
		p01 = l->n * k[1] + l->t * k[2];
		p10 = l->t * k[0] + l->tt * k[1];
		p11 = l->t * k[1] + l->tt * k[2];
		x00 += l->n - p00 * l->n - p01 * l->t;
		x01 += l->t - p00 * l->t - p01 * l->tt;
		x11 += l->tt - p10 * l->t - p11 * l->tt;
		y0 += l->y - p00 * l->y - p01 * l->ty;
		y1 += l->ty - p10 * l->y - p11 * l->ty;
		v0 = k[0] * l->y + k[1] * l->ty;
		v1 = k[1] * l->y + k[2] * l->ty;
		yy += l->yy - l->y * v0 - l->ty * v1;
	}
	det = x00 * x11 - x01 * x01;
	if (!(det > 0))
		return INFINITY;
	m->inverse[0] = x11 / det;
	m->inverse[1] = -x01 / det;
	m->inverse[2] = x00 / det;
	m->beta[0] = m->inverse[0] * y0 + m->inverse[1] * y1;
	m->beta[1] = m->inverse[1] * y0 + m->inverse[2] * y1;
	m->residual = (yy - m->beta[0] * y0 - m->beta[1] * y1) / (m->n - 2);
	return m->residual > 0 ? logs + log(det) + (m->n - 2) * log(m->residual) : INFINITY;
}

static double
at(struct model *m, const double *x)
{
	return criterion(m, (struct spread){ x[0], x[1], x[2] });
}

static void
between(const double *centre, const double *from, double times, double *to)
{
	for (int j = 0; j < 3; j++)
		to[j] = centre[j] + times * (from[j] - centre[j]);
}

/* The worst corner of four is moved, or all come nearer to the best (Nelder & Mead 1965). */
static void
one_move(struct model *m, double corner[4][3], double value[4])
{
	double centre[3] = { 0 }, trial[3], further[3], f, g;
	int worst = 0, best = 0, second;

	for (int i = 1; i < 4; i++) {
		worst = value[i] > value[worst] ? i : worst;
		best = value[i] < value[best] ? i : best;
	}
	second = best;
	for (int i = 0; i < 4; i++)
		if (i != worst) {
			second = value[i] > value[second] ? i : second;
			for (int j = 0; j < 3; j++)
				centre[j] += corner[i][j] / 3;
		}
	between(centre, corner[worst], -1, trial);
	f = at(m, trial);
	between(centre, corner[worst], f < value[best] ? -2 : f < value[worst] ? -0.5 : 0.5, further);
	g = f < value[best] || f >= value[second] ? at(m, further) : INFINITY;
	if (fmin(f, g) < value[second] || fmin(f, g) < value[worst]) {
		memcpy(corner[worst], g < f ? further : trial, sizeof trial);
		value[worst] = fmin(f, g);
		return;
	}
	for (int i = 0; i < 4; i++)
		if (i != best) {
			between(corner[best], corner[i], 0.5, corner[i]);
			value[i] = at(m, corner[i]);
		}
}

static struct spread
settle(struct model *m)
{
	double best[3] = { 1, 0, 0.3 }, least = INFINITY;

	for (int start = 0; start < 3; start++) {
		double corner[4][3], value[4];

		for (int i = 0; i < 4; i++) {
			memcpy(corner[i], best, sizeof best);
			if (i > 0)
				corner[i][i - 1] += start == 2 ? 0.05 : 0.4;
			value[i] = at(m, corner[i]);
		}
		for (int move = 0; move < 150; move++)
			one_move(m, corner, value);
		for (int i = 0; i < 4; i++)
			if (value[i] < least) {
				least = value[i];
				memcpy(best, corner[i], sizeof best);
			}
	}
	at(m, best);
	return (struct spread){ best[0], best[1], best[2] };
}

/* One subject's line in the scaled units: deviation of its slope, the SD of that deviation's estimate, slope and its error. */
struct own {
	double off, sd, slope, error;
};

static struct own
own_of(const struct model *m, const struct line *l, struct spread s)
{
	double k[3], c0 = l->y - l->n * m->beta[0] - l->t * m->beta[1], c1 = l->ty - l->t * m->beta[0] - l->tt * m->beta[1], k0, k1, from_beta, rest, prior;
	struct own o;

	shrink(l, s, k);
	k0 = k[1] * l->n + k[2] * l->t;          /* second row of K Z'Z */
	k1 = k[1] * l->t + k[2] * l->tt;
	from_beta = k0 * k0 * m->inverse[0] + 2 * k0 * k1 * m->inverse[1] + k1 * k1 * m->inverse[2];
	prior = s.b * s.b + s.c * s.c;
	o.off = k[1] * c0 + k[2] * c1;
	o.sd = sqrt(fmax(0, m->residual * (prior - k[2] - from_beta)));
	o.slope = m->beta[1] + o.off;
	k1 = 1 - k1;
	rest = k0 * k0 * m->inverse[0] - 2 * k0 * k1 * m->inverse[1] + k1 * k1 * m->inverse[2];
	o.error = sqrt(m->residual * (k[2] + rest));
	return o;
}

/* z about their middle and by their middle spread; BH; flags. */
static void
flag(struct arena *a, struct slopes *s, size_t subjects, double q)
{
	double *z = NEW_MANY(a, double, subjects), *p = NEW_MANY(a, double, subjects), middle, mad;
	size_t n = 0;

	for (size_t i = 0; i < subjects; i++)
		if (!isnan(s->each[i].z))
			z[n++] = s->each[i].z;
	middle = sample_median(a, z, n);
	mad = sample_mad(a, z, n);
	for (size_t i = 0; i < subjects; i++) {
		s->each[i].z = (s->each[i].z - middle) / mad;
		p[i] = s->each[i].p = normal_below(s->each[i].z);
	}
	adjust_bh(a, p, subjects, z);
	for (size_t i = 0; i < subjects; i++) {
		s->each[i].adjusted = z[i];
		s->each[i].flagged = z[i] <= (q > 0 ? q : 0.02);
		s->flagged += s->each[i].flagged;
	}
}

static bool
usable(const struct slopes_input *in, size_t i)
{
	return isfinite(in->time[i]) && isfinite(in->y[i]);
}

/* Middle and SD of the usable values. */
static double
scale_of(const struct slopes_input *in, const double *x, double *mean)
{
	double n = 0, square = 0;

	*mean = 0;
	for (size_t i = 0; i < in->n; i++)
		if (usable(in, i))
			*mean += (x[i] - *mean) / ++n;
	for (size_t i = 0; i < in->n; i++)
		if (usable(in, i))
			square += (x[i] - *mean) * (x[i] - *mean) / n;
	return sqrt(square);
}

static enum stats_refusal
lines_of(const struct slopes_input *in, struct line *line, struct slopes *s, double scale[4])
{
	scale[0] = scale_of(in, in->time, &scale[1]);
	scale[2] = scale_of(in, in->y, &scale[3]);
	for (size_t i = 0; i < in->n; i++)
		if (in->subject[i] >= in->subjects)
			return STATS_OUT_OF_RANGE;
	for (size_t i = 0; i < in->n; i++) {
		struct line *l = line + in->subject[i];
		double t = (in->time[i] - scale[1]) / scale[0], y = (in->y[i] - scale[3]) / scale[2];

		if (!usable(in, i))
			continue;
		*l = (struct line){ l->n + 1, l->t + t, l->tt + t * t, l->y + y, l->ty + t * y, l->yy + y * y };
		s->n++;
	}
	for (size_t k = 0; k < in->subjects; k++)
		s->asked += line[k].n >= SLOPE_TIMES;
	if (s->asked < SLOPE_SUBJECTS)
		return STATS_TOO_FEW;
	return scale[0] > 1e-12 * fabs(scale[1]) && scale[2] > 1e-12 * fabs(scale[3]) && isfinite(scale[0]) && isfinite(scale[2]) ? STATS_GIVEN
		: STATS_NO_SPREAD;
}

/* Everybody's figures, out of the scaled units. */
static void
whole(struct slopes *s, const struct model *m, struct spread sp, const double scale[4])
{
	double by = scale[2] / scale[0], sd = sqrt(m->residual), shift = scale[1] / scale[0], to0 = sp.a - shift * sp.b, to1 = -shift * sp.c;

	s->mean_slope = m->beta[1] * by;
	s->intercept = scale[3] + scale[2] * (m->beta[0] - shift * m->beta[1]);
	s->residual_sd = sd * scale[2];
	s->slope_sd = sd * hypot(sp.b, sp.c) * by;
	s->intercept_sd = sd * hypot(to0, to1) * scale[2];
	s->correlation = (to0 * sp.b + to1 * sp.c) / (hypot(sp.b, sp.c) * hypot(to0, to1));
}

struct slopes
slopes(struct arena *a, const struct slopes_input *in)
{
	struct slopes s = { .each = NEW_MANY(a, struct slope, in->subjects), .intercept = NAN, .mean_slope = NAN, .intercept_sd = NAN,
		.slope_sd = NAN, .correlation = NAN, .residual_sd = NAN };
	struct line *line = NEW_MANY(a, struct line, in->subjects);
	struct model m = { .line = line, .subjects = in->subjects };
	struct spread sp = { 0 };
	double scale[4], by;

	s.refusal = lines_of(in, line, &s, scale);
	if (s.refusal == STATS_GIVEN) {
		m.n = (double)s.n;
		sp = settle(&m);
		if (!(m.residual > 1e-20) || !(hypot(sp.b, sp.c) > 1e-4))
			s.refusal = STATS_NO_SPREAD;
	}
	by = scale[2] / scale[0];
	for (size_t i = 0; i < in->subjects; i++) {
		bool asked = s.refusal == STATS_GIVEN && line[i].n >= SLOPE_TIMES;
		struct own o = asked ? own_of(&m, &line[i], sp) : (struct own){ NAN, NAN, NAN, NAN };

		s.each[i].z = o.off / o.sd;
		s.each[i].p = s.each[i].adjusted = NAN;
		s.each[i].slope = !asked ? stats_refused(s.refusal != STATS_GIVEN ? s.refusal : STATS_TOO_FEW, (size_t)line[i].n, SLOPE_TIMES)
			: (struct stats_estimate){ o.slope * by, (o.slope - STATS_Z95 * o.error) * by, (o.slope + STATS_Z95 * o.error) * by, 0.95,
				(size_t)line[i].n, 0, STATS_GIVEN };
	}
	if (s.refusal != STATS_GIVEN)
		return s;
	whole(&s, &m, sp, scale);
	flag(a, &s, in->subjects, in->q);
	return s;
}

struct stats_estimate
slopes_in_group(const struct slopes *s, const uint32_t *member, size_t n)
{
	double flagged = 0;
	size_t asked = 0;

	if (s->refusal != STATS_GIVEN)
		return stats_refused(s->refusal, n, 0);
	for (size_t i = 0; i < n; i++) {
		asked += !isnan(s->each[member[i]].z);
		flagged += s->each[member[i]].flagged;
	}
	return asked < SLOPE_GROUP ? stats_refused(STATS_TOO_FEW, asked, SLOPE_GROUP) : sample_share(flagged, (double)asked);
}
