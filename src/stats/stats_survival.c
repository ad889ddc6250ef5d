/* stats_survival.c: Kaplan-Meier with late entry, times, means, kinds of ending. Knows no people. */
#include "stats/stats_survival.h"

#include "stats/stats_sample.h"

#include <math.h>
#include <stdlib.h>

static int
ascending(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

/* How many of x[0..n), sorted, are below t. */
static size_t
below(const double *x, size_t n, double t)
{
	size_t low = 0;

	while (low < n) {
		size_t middle = low + (n - low) / 2;

		if (x[middle] < t)
			low = middle + 1;
		else
			n = middle;
	}
	return low;
}

static enum stats_refusal
refusal_of(const struct survival_rows *rows)
{
	if (!sample_is_finite(rows->time, rows->n) || (rows->entry != NULL && !sample_is_finite(rows->entry, rows->n)))
		return STATS_NOT_A_NUMBER;
	for (size_t i = 0; i < rows->n; i++)
		if (rows->time[i] < 0)
			return STATS_OUT_OF_RANGE;
	return STATS_GIVEN;
}

static double
from(const struct survival_rows *rows, size_t i)
{
	return rows->entry != NULL ? rows->entry[i] : -INFINITY;
}

size_t
survival_risk(const struct survival *s, double t)
{
	return s->refusal == STATS_GIVEN && !isnan(t) ? below(s->entries, s->n, t) - below(s->exits, s->n, t) : 0;
}

static void
curve(struct survival *s, const double *died, size_t events)
{
	double share = 1, greenwood = 0;

	for (size_t i = 0; i < events;) {
		size_t next = i;
		double r, d;

		while (next < events && died[next] == died[i])
			next++;
		d = (double)(next - i);
		r = (double)survival_risk(s, died[i]);
		share *= (r - d) / r;
		greenwood += d / (r * (r - d));
		s->at[s->steps] = died[i];
		s->risk[s->steps] = r;
		s->died[s->steps] = d;
		s->share[s->steps] = share;
		s->greenwood[s->steps++] = greenwood;
		i = next;
	}
}

struct survival
survival(struct arena *a, const struct survival_rows *rows)
{
	struct survival s = { .refusal = refusal_of(rows), .entries = NEW_MANY(a, double, rows->n), .exits = NEW_MANY(a, double, rows->n) };
	double *died = NEW_MANY(a, double, rows->n);

	for (size_t i = 0; s.refusal == STATS_GIVEN && i < rows->n; i++) {
		if (!(from(rows, i) < rows->time[i]))
			continue;
		s.entries[s.n] = from(rows, i);
		s.exits[s.n++] = rows->time[i];
		if (rows->event[i])
			died[s.events++] = rows->time[i];
	}
	if (s.refusal == STATS_GIVEN && s.n == 0)
		s.refusal = STATS_TOO_FEW;
	if (s.refusal != STATS_GIVEN)
		return s;
	qsort(s.entries, s.n, sizeof *s.entries, ascending);
	qsort(s.exits, s.n, sizeof *s.exits, ascending);
	qsort(died, s.events, sizeof *died, ascending);
	s.at = NEW_MANY(a, double, s.events);
	s.risk = NEW_MANY(a, double, s.events);
	s.died = NEW_MANY(a, double, s.events);
	s.share = NEW_MANY(a, double, s.events);
	s.greenwood = NEW_MANY(a, double, s.events);
	curve(&s, died, s.events);
	return s;
}

/* Limits of S after step k; 1 before the first (k = SIZE_MAX). */
static struct stats_estimate
limits(const struct survival *s, size_t k, enum survival_interval kind)
{
	struct stats_estimate e = { .value = 1, .low = 1, .high = 1, .level = 0.95, .n = s->n };
	double half;

	if (k == SIZE_MAX)
		return e;
	e.value = s->share[k];
	half = STATS_Z95 * sqrt(s->greenwood[k]);
	if (kind == SURVIVAL_LOG_LOG) {
		e.low = pow(e.value, exp(half / fabs(log(e.value))));
		e.high = pow(e.value, exp(-half / fabs(log(e.value))));
	} else {
		e.low = e.value * exp(-half);
		e.high = fmin(1, e.value * exp(half));
	}
	return e;
}

/* The last step at or before t; SIZE_MAX: none. */
static size_t
step_at(const struct survival *s, double t)
{
	size_t k = below(s->at, s->steps, nextafter(t, INFINITY));

	return k > 0 ? k - 1 : SIZE_MAX;
}

struct stats_estimate
survival_share(const struct survival *s, double t, enum survival_interval kind)
{
	size_t k;

	if (s->refusal != STATS_GIVEN || isnan(t))
		return stats_refused(s->refusal != STATS_GIVEN ? s->refusal : STATS_NOT_A_NUMBER, s->n, s->refusal == STATS_TOO_FEW);
	k = step_at(s, t);
	if (k != SIZE_MAX && s->share[k] == 0)
		return stats_refused(STATS_NO_SPREAD, s->n, 0);
	return limits(s, k, kind);
}

double
survival_error(const struct survival *s, double t)
{
	size_t k;

	if (s->refusal != STATS_GIVEN || isnan(t))
		return NAN;
	k = step_at(s, t);
	if (k == SIZE_MAX)
		return 0;
	return s->share[k] > 0 ? s->share[k] * sqrt(s->greenwood[k]) : NAN;
}

double
survival_known_until(const struct survival *s, size_t least)
{
	double until = 0;

	for (size_t k = 0; k < s->steps && s->risk[k] >= (double)least; k++)
		until = s->at[k];
	return until;
}

struct stats_estimate
survival_time(const struct survival *s, double share)
{
	struct stats_estimate e = { NAN, INFINITY, INFINITY, 0.95, s->n, 0, STATS_GIVEN };
	double level = 1 - share;

	if (s->refusal != STATS_GIVEN)
		return stats_refused(s->refusal, s->n, s->refusal == STATS_TOO_FEW);
	if (!(share > 0 && share < 1))
		return stats_refused(STATS_OUT_OF_RANGE, s->n, 0);
	for (size_t k = s->steps; k-- > 0;) {
		struct stats_estimate l = limits(s, k, SURVIVAL_LOG_LOG);

		if (l.low < level)
			e.low = s->at[k];
		if (l.high < level)
			e.high = s->at[k];
		if (fabs(s->share[k] - level) < 1e-12)
			e.value = k + 1 < s->steps ? (s->at[k] + s->at[k + 1]) / 2 : s->at[k];
		else if (s->share[k] < level)
			e.value = s->at[k];
	}
	return isnan(e.value) ? stats_refused(STATS_TOO_FEW, s->n, 0) : e;
}

/* Area under S from `low` to `high`. */
static double
area(const struct survival *s, double low, double high)
{
	double sum = 0, share = 1, t = 0;

	for (size_t k = 0; k <= s->steps; k++) {
		double next = k < s->steps ? s->at[k] : INFINITY, left = fmax(t, low), right = fmin(next, high);

		if (right > left)
			sum += share * (right - left);
		if (k == s->steps)
			break;
		share = s->share[k];
		t = next;
	}
	return sum;
}

struct stats_estimate
survival_mean(const struct survival *s, double tau, double *error)
{
	double sum = 0, mean, left;

	if (error != NULL)
		*error = NAN;
	if (s->refusal != STATS_GIVEN || !(tau > 0) || isinf(tau))
		return stats_refused(s->refusal != STATS_GIVEN ? s->refusal : STATS_OUT_OF_RANGE, s->n, s->refusal == STATS_TOO_FEW);
	left = mean = area(s, 0, tau);
	for (size_t k = 0; k < s->steps && s->at[k] <= tau; k++) {
		left -= (k > 0 ? s->share[k - 1] : 1) * (s->at[k] - (k > 0 ? s->at[k - 1] : 0));
		if (s->risk[k] > s->died[k])
			sum += left * left * s->died[k] / (s->risk[k] * (s->risk[k] - s->died[k]));
	}
	if (error != NULL)
		*error = sqrt(sum);
	return (struct stats_estimate){ mean, mean - STATS_Z95 * sqrt(sum), mean + STATS_Z95 * sqrt(sum), 0.95, s->n, 0, STATS_GIVEN };
}

/* Events of the asked kind at each step. */
static double *
of_kind(struct arena *a, const struct survival *s, const struct survival_rows *rows, const uint8_t *kind, uint8_t asked)
{
	double *died = NEW_MANY(a, double, s->steps);

	for (size_t i = 0; i < rows->n; i++)
		if (rows->event[i] && kind[i] == asked && from(rows, i) < rows->time[i])
			died[below(s->at, s->steps, rows->time[i])]++;
	return died;
}

struct stats_estimate
survival_of_kind(struct arena *a, const struct survival_rows *rows, const uint8_t *kind, uint8_t asked, double t)
{
	struct survival s = survival(a, rows);
	double *died, *so_far, all = 0, variance = 0, half;
	size_t last;

	if (s.refusal != STATS_GIVEN || isnan(t))
		return stats_refused(s.refusal != STATS_GIVEN ? s.refusal : STATS_NOT_A_NUMBER, s.n, s.refusal == STATS_TOO_FEW);
	died = of_kind(a, &s, rows, kind, asked);
	so_far = NEW_MANY(a, double, s.steps);
	last = step_at(&s, t);
	for (size_t k = 0; last != SIZE_MAX && k <= last; k++)
		so_far[k] = all += (k > 0 ? s.share[k - 1] : 1) * died[k] / s.risk[k];
	for (size_t k = 0; last != SIZE_MAX && k <= last; k++) {
		double before = k > 0 ? s.share[k - 1] : 1, r = s.risk[k], d = s.died[k], more = all - so_far[k];

		if (r > d)
			variance += more * more * d / (r * (r - d));
		variance += before * before * died[k] * (r - died[k]) / (r * r * r) - 2 * more * before * died[k] / (r * r);
	}
	half = STATS_Z95 * sqrt(fmax(0, variance));
	return (struct stats_estimate){ all, fmax(0, all - half), fmin(1, all + half), 0.95, s.n, 0, STATS_GIVEN };
}
