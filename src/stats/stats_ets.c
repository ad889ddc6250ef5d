/* stats_ets.c: the likelihood of exponential smoothing, and the forms it takes. Knows no KPI and no calendar. */
#include "stats/stats_ets.h"

#include "stats/stats_series.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

bool
ets_form_of(const char *letters, bool damped, size_t period, struct ets_form *form)
{
	static const char known[] = "NAM";
	const char *e, *t, *s;

	if (letters == NULL || strlen(letters) != 3)
		return false;
	e = strchr(known, letters[0]);
	t = strchr(known, letters[1]);
	s = strchr(known, letters[2]);
	if (e == NULL || e == known || t == NULL || t - known > 1 || s == NULL)
		return false;
	*form = (struct ets_form){ (enum ets_part)(e - known), (enum ets_part)(t - known), (enum ets_part)(s - known), damped && t != known, period };
	return true;
}

void
ets_name(const struct ets_form *form, char name[16])
{
	snprintf(name, 16, "ETS(%c,%c%s,%c)", "NAM"[form->error], "NAM"[form->trend], form->damped ? "d" : "", "NAM"[form->season]);
}

static size_t
parameters_of(const struct ets_form *f)
{
	return 2 + 2 * (f->trend != ETS_NONE) + f->damped + (f->season != ETS_NONE ? f->period : 0);
}

/* One value: what was expected, then the state after it. `at` is where the oldest season stands in the ring. */
static double
step(const struct ets_form *f, struct ets_state *s, double y, size_t at)
{
	double before = s->phi * s->slope, q = s->level + before, old = s->season[at], seen = y, left = 0, expected = q;

	if (f->season == ETS_ADDITIVE) {
		expected = q + old;
		seen = y - old;
		left = y - q;
	} else if (f->season == ETS_MULTIPLICATIVE) {
		expected = q * old;
		seen = y / old;
		left = y / q;
	}
	if (f->trend != ETS_NONE)
		s->slope = before + s->beta / s->alpha * (q + s->alpha * (seen - q) - s->level - before);
	s->level = q + s->alpha * (seen - q);
	if (f->season != ETS_NONE)
		s->season[at] = old + s->gamma * (left - old);
	return expected;
}

static void
sums(struct ets *e, const double *y, double *squares, double *logs)
{
	size_t m = e->form.season != ETS_NONE ? e->form.period : 1, at = m - 1;
	struct ets_state s = e->start;

	*squares = *logs = e->mse = 0;
	for (size_t i = 0; i < e->n; i++) {
		double expected = step(&e->form, &s, y[i], at), error = y[i] - expected;

		e->mse += error * error / (double)e->n;
		if (e->form.error == ETS_MULTIPLICATIVE) {
			error = fabs(expected) < 1e-10 ? NAN : error / expected;
			*logs += log(fabs(expected));
		}
		*squares += error * error;
		at = at > 0 ? at - 1 : m - 1;
	}
	e->end = s;
	for (size_t j = 0; j < m; j++)          /* back to newest first: the oldest stands at `at` */
		e->end.season[j] = s.season[(at + 1 + j) % m];
}

enum stats_refusal
ets_refusal(const double *y, size_t n, const struct ets_form *f)
{
	if (f->period < 1 || f->period > SEASON_LONGEST || (f->season != ETS_NONE && f->period < 2) || f->error == ETS_NONE ||
	    (f->error == ETS_ADDITIVE && f->season == ETS_MULTIPLICATIVE) || f->trend == ETS_MULTIPLICATIVE)
		return STATS_OUT_OF_RANGE;
	for (size_t i = 0; f->error == ETS_MULTIPLICATIVE && i < n; i++)
		if (!(y[i] > 0))
			return isnan(y[i]) ? STATS_NOT_A_NUMBER : STATS_OUT_OF_RANGE;
	return series_refusal(y, n, parameters_of(f) + 1);
}

struct ets
ets_at(const double *y, size_t n, const struct ets_form *form, const struct ets_state *start)
{
	struct ets e = { .form = *form, .start = *start, .n = n, .parameters = parameters_of(form), .refusal = ets_refusal(y, n, form) };
	double squares, logs, k = (double)e.parameters + 1, rest = (double)n - k - 1;

	e.loglik = e.aicc = e.bic = e.sigma2 = e.mse = NAN;
	if (e.refusal != STATS_GIVEN)
		return e;
	sums(&e, y, &squares, &logs);
	e.loglik = -0.5 * ((double)n * log(squares) + 2 * logs);
	if (!isfinite(e.loglik) || !isfinite(e.end.level)) {
		e.refusal = STATS_OUT_OF_RANGE;
		e.loglik = e.mse = NAN;
		return e;
	}
	e.sigma2 = squares / (double)(n - e.parameters);
	e.aicc = rest > 0 ? -2 * e.loglik + 2 * k + 2 * k * (k + 1) / rest : INFINITY;
	e.bic = -2 * e.loglik + k * log((double)n);
	return e;
}

/* The Schur-Cohn recursion: every root of c[0] + c[1] z + ... + c[d] z^d inside the unit circle. */
static bool
roots_inside(double *c, size_t d)
{
	for (; d > 0; d--) {
		double k = c[0] / c[d], turned[SEASON_LONGEST + 2];

		if (!(fabs(k) < 1))
			return false;
		for (size_t i = 0; i <= d; i++)
			turned[i] = c[d - i];
		for (size_t i = 0; i < d; i++)
			c[i] = c[i + 1] - k * turned[i + 1];
	}
	return true;
}

bool
ets_admissible(const struct ets_form *f, const struct ets_state *s)
{
	double c[SEASON_LONGEST + 2], both = s->alpha + s->beta - s->alpha * s->phi, scale = 1;
	size_t m = f->period;

	if (f->season == ETS_NONE || f->trend == ETS_NONE)      /* the bounds of the fit lie inside */
		return true;
	c[0] = s->phi * (1 - s->alpha - s->gamma);
	c[1] = both + s->gamma - 1;
	for (size_t i = 2; i < m; i++)
		c[i] = both;
	c[m] = s->alpha + s->beta - s->phi;
	c[m + 1] = 1;
	for (size_t i = 0; i <= m + 1; i++, scale *= 1 + 1e-8)
		c[i] *= scale;
	return roots_inside(c, m + 1);
}
