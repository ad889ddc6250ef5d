/* stats_ets_fit.c: the best parameters of exponential smoothing, and the best form. Knows no KPI and no calendar. */
#include "stats/stats_ets.h"

#include "stats/stats_dense.h"
#include "stats/stats_sample.h"
#include "stats/stats_series.h"

#include <math.h>
#include <string.h>

enum { MOST = SEASON_LONGEST + 6, ROUNDS = 400 };

struct search {
	const double *y;
	size_t n, free;
	struct ets_form form;
	struct ets_state guess;          /* the state that x = 0 stands for */
	double unit;                     /* of level and additive seasons */
};

/* x in all of R to low..high, the ends within reach. */
static double
between(double low, double high, double x)
{
	return low + (high - low) * 0.5 * (1 + sin(x));
}

static double
back(double low, double high, double value)
{
	double share = high > low ? (value - low) / (high - low) : 0.5;

	return asin(2 * fmin(0.98, fmax(0.02, share)) - 1);
}

/* The free numbers: parameters first, then the state. Seasons: all but the last, which makes their sum 0 (or the period). */
static struct ets_state
state_of(const struct search *s, const double *x)
{
	const struct ets_form *f = &s->form;
	struct ets_state r = { .phi = 1 };
	size_t m = f->period;

	r.alpha = between(1e-4, 0.9999, *x++);
	if (f->trend != ETS_NONE)
		r.beta = between(1e-4, r.alpha, *x++);
	if (f->season != ETS_NONE)
		r.gamma = between(1e-4, 1 - r.alpha, *x++);
	if (f->damped)
		r.phi = between(0.8, 0.98, *x++);
	r.level = s->guess.level + s->unit * *x++;
	if (f->trend != ETS_NONE)
		r.slope = s->guess.slope + 0.1 * s->unit * *x++;
	if (f->season != ETS_NONE) {
		double unit = f->season == ETS_ADDITIVE ? s->unit : 0.2;

		r.season[m - 1] = f->season == ETS_ADDITIVE ? 0 : (double)m;
		for (size_t j = 0; j + 1 < m; j++) {
			r.season[j] = s->guess.season[j] + unit * *x++;
			r.season[m - 1] -= r.season[j];
		}
	}
	return r;
}

/* -2 log likelihood; infinite where not allowed. */
static double
cost(const struct search *s, const double *x)
{
	struct ets_state start = state_of(s, x);
	struct ets e;

	for (size_t j = 0; s->form.season == ETS_MULTIPLICATIVE && j < s->form.period; j++)
		if (start.season[j] < 0)
			return INFINITY;
	if (!ets_admissible(&s->form, &start))
		return INFINITY;
	e = ets_at(s->y, s->n, &s->form, &start);
	return e.refusal == STATS_GIVEN ? -2 * e.loglik : INFINITY;
}

/* Central differences; one-sided beside what is not allowed. */
static void
gradient(const struct search *s, double *x, double at, double *g)
{
	const double h = 1e-5;

	for (size_t k = 0; k < s->free; k++) {
		double kept = x[k], up, down;

		x[k] = kept + h;
		up = cost(s, x);
		x[k] = kept - h;
		down = cost(s, x);
		x[k] = kept;
		g[k] = isfinite(up) && isfinite(down) ? (up - down) / (2 * h) : isfinite(up) ? (up - at) / h : isfinite(down) ? (at - down) / h : 0;
	}
}

/* H := (I - r d g')H(I - r g d') + r d d', r = 1/d'g: the update of Broyden, Fletcher, Goldfarb and Shanno. */
static void
update(double *h, size_t n, const double *d, const double *g)
{
	double hg[MOST], dg = vector_dot(d, g, n), ghg;

	if (!(dg > 1e-14))
		return;
	for (size_t i = 0; i < n; i++)
		hg[i] = vector_dot(h + i * MOST, g, n);
	ghg = vector_dot(g, hg, n);
	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < n; j++)
			h[i * MOST + j] += (1 + ghg / dg) * d[i] * d[j] / dg - (hg[i] * d[j] + d[i] * hg[j]) / dg;
}

static void
reset(double *h, size_t n, double scale)
{
	memset(h, 0, MOST * MOST * sizeof *h);
	for (size_t i = 0; i < n; i++)
		h[i * MOST + i] = scale;
}

/* A step along -H g that brings the cost down; 0 when there is none. */
static double
search_line(const struct search *s, double *x, double *at, const double *d, double slope)
{
	double kept[MOST], size = 1;

	memcpy(kept, x, s->free * sizeof *x);
	for (int halving = 0; halving < 40; halving++, size *= 0.4) {
		double c;

		for (size_t k = 0; k < s->free; k++)
			x[k] = kept[k] + size * d[k];
		c = cost(s, x);
		if (c <= *at + 1e-4 * size * slope) {
			*at = c;
			return size;
		}
	}
	memcpy(x, kept, s->free * sizeof *x);
	return 0;
}

/* Brings x down to a minimum nearby; its cost. */
static double
descend(const struct search *s, double *x)
{
	double h[MOST * MOST], g[MOST], next[MOST], d[MOST], at = cost(s, x), size, before;
	size_t n = s->free, idle = 0;

	if (!isfinite(at))
		return INFINITY;
	gradient(s, x, at, g);
	reset(h, n, 1 / fmax(1, sqrt(vector_dot(g, g, n))));
	for (int round = 0; round < ROUNDS && idle < 3; round++) {
		for (size_t k = 0; k < n; k++)
			d[k] = -vector_dot(h + k * MOST, g, n);
		if (!(vector_dot(d, g, n) < 0))
			break;
		before = at;
		size = search_line(s, x, &at, d, vector_dot(d, g, n));
		if (size == 0) {
			idle++;
			reset(h, n, 1e-3 / fmax(1, sqrt(vector_dot(g, g, n))));
			continue;
		}
		idle = before - at < 1e-7 ? idle + 1 : 0;
		gradient(s, x, at, next);
		for (size_t k = 0; k < n; k++) {
			d[k] *= size;
			g[k] = next[k] - g[k];
		}
		update(h, n, d, g);
		memcpy(g, next, n * sizeof *g);
	}
	return at;
}

/* Mean of each phase of the first cycles against their own moving mean: seasons, newest first. */
static void
guess_seasons(struct search *s)
{
	size_t m = s->form.period, cycles = s->n / m < 4 ? s->n / m : 4;
	bool times = s->form.season == ETS_MULTIPLICATIVE;
	double sum = 0;

	for (size_t j = 0; j < m; j++) {
		double of = 0;

		for (size_t c = 0; c < cycles; c++) {
			double mean = sample_mean(s->y + c * m, m);

			of += (times ? s->y[c * m + j] / mean : s->y[c * m + j] - mean) / (double)cycles;
		}
		s->guess.season[m - 1 - j] = of;
		sum += of / (double)m;
	}
	for (size_t j = 0; j < m; j++)
		s->guess.season[j] = times ? s->guess.season[j] / sum : s->guess.season[j] - sum;
}

/* Level and slope of the first values, seasons taken out. */
static void
guess_line(struct search *s)
{
	size_t m = s->form.season != ETS_NONE ? s->form.period : 1, count = s->n < 10 ? s->n : s->n < 2 * m ? s->n : 2 * m > 10 ? 2 * m : 10;
	double t = 0, x = 0, tt = 0, tx = 0;

	for (size_t i = 0; i < count; i++) {
		double of = s->guess.season[m - 1 - i % m];
		double v = s->form.season == ETS_ADDITIVE ? s->y[i] - of : s->form.season == ETS_MULTIPLICATIVE ? s->y[i] / of : s->y[i];

		t += (double)(i + 1) / (double)count;
		x += v / (double)count;
		tt += (double)((i + 1) * (i + 1));
		tx += (double)(i + 1) * v;
	}
	s->guess.slope = s->form.trend != ETS_NONE ? (tx - (double)count * t * x) / (tt - (double)count * t * t) : 0;
	s->guess.level = s->form.trend != ETS_NONE ? x - s->guess.slope * t : x;
}

static void
start_at(const struct search *s, const double *parameter, double *x)
{
	const struct ets_form *f = &s->form;
	double alpha = parameter[0];

	memset(x, 0, MOST * sizeof *x);
	*x++ = back(1e-4, 0.9999, alpha);
	if (f->trend != ETS_NONE)
		*x++ = back(1e-4, alpha, parameter[1]);
	if (f->season != ETS_NONE)
		*x++ = back(1e-4, 1 - alpha, parameter[2]);
	if (f->damped)
		*x = back(0.8, 0.98, parameter[3]);
}

/* alpha, level; beta, slope; phi; gamma and all seasons but one. */
static size_t
parameters_of(const struct ets_form *f)
{
	return 2 + 2 * (f->trend != ETS_NONE) + f->damped + (f->season != ETS_NONE ? f->period : 0);
}

static enum stats_refusal
why_no_fit(const double *y, size_t n, const struct ets_form *f)
{
	enum stats_refusal why = ets_refusal(y, n, f);

	if (why != STATS_GIVEN)
		return why;
	if (n < parameters_of(f) + 2 || (f->season != ETS_NONE && n < 2 * f->period))
		return STATS_TOO_FEW;
	return sample_deviation(y, n) > 1e-12 * fabs(sample_mean(y, n)) ? STATS_GIVEN : STATS_NO_SPREAD;
}

struct ets
ets_fit(struct arena *a, const double *y, size_t n, const struct ets_form *form)
{
	static const double start[][4] = { { 0.3, 0.05, 0.1, 0.95 }, { 0.8, 0.1, 0.05, 0.9 }, { 0.1, 0.01, 0.4, 0.97 }, { 0.02, 0.005, 0.02, 0.85 },
		{ 0.5, 0.3, 0.3, 0.97 }, { 0.95, 0.9, 0.02, 0.83 }, { 0.98, 0.02, 0.01, 0.97 }, { 0.6, 0.55, 0.2, 0.85 }, { 0.2, 0.19, 0.6, 0.96 },
		{ 0.05, 0.04, 0.1, 0.81 } };
	struct search s = { .y = y, .n = n, .form = *form };
	struct ets e = { .form = *form, .n = n, .refusal = why_no_fit(y, n, form) };
	double x[MOST], best[MOST] = { 0 }, least = INFINITY;

	(void)a;
	e.loglik = e.aicc = e.bic = e.sigma2 = e.mse = NAN;
	if (e.refusal != STATS_GIVEN)
		return e;
	s.free = parameters_of(form);
	s.unit = sample_deviation(y, n);
	if (form->season != ETS_NONE)
		guess_seasons(&s);
	guess_line(&s);
	for (size_t k = 0; k < COUNT(start); k++) {
		double c;

		start_at(&s, start[k], x);
		c = descend(&s, x);
		if (c < least) {
			least = c;
			memcpy(best, x, sizeof best);
		}
	}
	if (!isfinite(least)) {
		e.refusal = STATS_NOT_SETTLED;
		return e;
	}
	descend(&s, best);
	return ets_at(y, n, form, &(struct ets_state[]){ state_of(&s, best) }[0]);
}

struct ets
ets_choose(struct arena *a, const double *y, size_t n, size_t period)
{
	struct ets best = { .refusal = STATS_TOO_FEW, .n = n, .aicc = INFINITY };

	for (int k = 0; k < 2 * 3 * 3; k++) {
		struct ets_form f = { k % 2 ? ETS_MULTIPLICATIVE : ETS_ADDITIVE, k / 2 % 3 > 0 ? ETS_ADDITIVE : ETS_NONE, (enum ets_part)(k / 6), k / 2 % 3 == 2, period };
		struct ets e;

		if (f.season != ETS_NONE && period < 2)
			continue;
		e = ets_fit(a, y, n, &f);
		if (e.refusal == STATS_GIVEN && e.aicc < best.aicc)
			best = e;
		else if (best.refusal != STATS_GIVEN && k == 0)
			best.refusal = e.refusal != STATS_GIVEN ? e.refusal : STATS_TOO_FEW;
	}
	return best;
}
