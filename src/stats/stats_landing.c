/* stats_landing.c: the chance that what grows step by step is there in time. Knows no goals and no calendar. */
#include "stats/stats_landing.h"

#include "stats/stats_distribution.h"
#include "stats/stats_sample.h"
#include "stats/stats_series.h"

#include <math.h>

#define THERE 100.0
enum { UPDATES = 4, TO_SHARE = 10, TO_RECALIBRATE = 200 };

struct portfolio {
	double mean, tau2, s2;           /* of the rates; of a step */
	bool shared;
};

static double
own_rate(const struct progress *g)
{
	return (g->at[g->n - 1] - g->at[0]) / (double)(g->n - 1);
}

/* Sum of squares of the steps about their rate. */
static double
step_squares(const struct progress *g)
{
	double rate = own_rate(g), s = 0;

	for (size_t i = 1; i < g->n; i++)
		s += (g->at[i] - g->at[i - 1] - rate) * (g->at[i] - g->at[i - 1] - rate);
	return s;
}

static bool
usable(const struct progress *g)
{
	return series_refusal(g->at, g->n, UPDATES + 1) == STATS_GIVEN;
}

/* Moments: Q = sum w (v - mean)^2 with w = steps / s2 has mean k - 1 + tau2 (sum w - sum w^2 / sum w). */
static struct portfolio
portfolio_of(const struct progress *goal, size_t goals)
{
	struct portfolio p = { 0 };
	double squares = 0, df = 0, w = 0, w2 = 0, wv = 0, q = 0;
	size_t k = 0;

	for (size_t i = 0; i < goals; i++)
		if (usable(&goal[i])) {
			double steps = (double)(goal[i].n - 1);

			squares += step_squares(&goal[i]);
			df += steps - 1;
			w += steps;
			w2 += steps * steps;
			wv += steps * own_rate(&goal[i]);
			k++;
		}
	p.s2 = squares / df;
	p.mean = wv / w;
	for (size_t i = 0; i < goals; i++)
		if (usable(&goal[i]))
			q += (double)(goal[i].n - 1) * (own_rate(&goal[i]) - p.mean) * (own_rate(&goal[i]) - p.mean);
	p.shared = k >= TO_SHARE;
	p.tau2 = k > 1 ? fmax(0, (q - (double)(k - 1) * p.s2) / (w - w2 / w)) : 0;
	return p;
}

/* P(there when due) at one rate, whose variance is var. */
static double
chance_at(const struct progress *g, double rate, double var, double s2)
{
	double r = (double)g->remaining, now = g->at[g->n - 1];

	if (g->remaining == 0)
		return now >= THERE;
	return normal_below((now + r * rate - THERE) / sqrt(r * s2 + r * r * var));
}

static struct landing
landing_of(const struct progress *g, const struct portfolio *p)
{
	double steps = (double)(g->n - 1), own = own_rate(g), rate = own, var = p->s2 / steps, half, now = g->at[g->n - 1];
	struct landing l;

	if (p->shared && p->tau2 > 0) {
		var = 1 / (steps / p->s2 + 1 / p->tau2);
		rate = var * (steps * own / p->s2 + p->mean / p->tau2);
	} else if (p->shared) {
		var = 0;
		rate = p->mean;
	}
	half = STATS_Z95 * sqrt(var);
	l.rate = rate;
	l.chance = (struct stats_estimate){ chance_at(g, rate, var, p->s2), chance_at(g, rate - half, 0, p->s2), chance_at(g, rate + half, 0, p->s2), 0.95, g->n - 1, 0, 0 };
	l.chance.low = fmin(l.chance.low, l.chance.value);
	l.chance.high = fmax(l.chance.high, l.chance.value);
	if (now >= THERE)
		l.steps = (struct stats_estimate){ 0, 0, 0, 0.95, g->n - 1, 0, 0 };
	else if (!(rate > 0))
		l.steps = stats_refused(STATS_TOO_WIDE, g->n - 1, 0);
	else
		l.steps = (struct stats_estimate){ (THERE - now) / rate, (THERE - now) / (rate + half), rate > half ? (THERE - now) / (rate - half) : INFINITY, 0.95, g->n - 1, 0, 0 };
	return l;
}

struct landing *
landings(struct arena *a, const struct progress *goal, size_t goals)
{
	struct landing *l = NEW_MANY(a, struct landing, goals);
	struct portfolio p = portfolio_of(goal, goals);

	for (size_t i = 0; i < goals; i++) {
		enum stats_refusal why = series_refusal(goal[i].at, goal[i].n, UPDATES + 1);

		if (why == STATS_GIVEN && !(p.s2 > 0))
			why = STATS_NO_SPREAD;
		if (why == STATS_GIVEN) {
			l[i] = landing_of(&goal[i], &p);
			continue;
		}
		l[i].chance = l[i].steps = stats_refused(why, goal[i].n > 0 ? goal[i].n - 1 : 0, why == STATS_TOO_FEW ? UPDATES : 0);
		l[i].rate = NAN;
	}
	return l;
}

static double
logit(double p)
{
	p = fmin(1 - 1e-9, fmax(1e-9, p));
	return log(p / (1 - p));
}

/* One Newton step of the two numbers; false when the information has no inverse. */
static bool
newton(const double *chance, const bool *landed, size_t n, double yes, double no, double *b, double *moved)
{
	double g0 = 0, g1 = 0, h00 = 1e-12, h01 = 0, h11 = 1e-12, det, step0, step1, far;

	for (size_t i = 0; i < n; i++) {
		double x = logit(chance[i]), m = 1 / (1 + exp(-b[0] - b[1] * x)), off = (landed[i] ? yes : no) - m;

		g0 += off;
		g1 += off * x;
		h00 += m * (1 - m);
		h01 += m * (1 - m) * x;
		h11 += m * (1 - m) * x * x;
	}
	det = h00 * h11 - h01 * h01;
	if (!(det > 1e-12 * h00 * h11))
		return false;
	step0 = (h11 * g0 - h01 * g1) / det;
	step1 = (h00 * g1 - h01 * g0) / det;
	far = fmax(1, fmax(fabs(step0), fabs(step1)));           /* no step longer than 1: far from the top Newton leaps */
	b[0] += step0 / far;
	b[1] += step1 / far;
	*moved = fmax(fabs(step0), fabs(step1));
	return true;
}

struct recalibration
recalibration(const double *chance, const bool *landed, size_t n)
{
	struct recalibration r = { STATS_GIVEN, n, 0, 1 };
	double b[2] = { 0, 1 }, moved = 1, wins = 0;

	for (size_t i = 0; i < n; i++) {
		if (!(chance[i] >= 0) || !(chance[i] <= 1))
			r.refusal = isnan(chance[i]) ? STATS_NOT_A_NUMBER : STATS_OUT_OF_RANGE;
		wins += landed[i];
	}
	if (r.refusal == STATS_GIVEN && n < TO_RECALIBRATE)
		r.refusal = STATS_TOO_FEW;
	if (r.refusal == STATS_GIVEN && (wins == 0 || wins == (double)n))
		r.refusal = STATS_NO_SPREAD;
	for (int round = 0; r.refusal == STATS_GIVEN && moved > 1e-10; round++) {
		if (!newton(chance, landed, n, (wins + 1) / (wins + 2), 1 / ((double)n - wins + 2), b, &moved))
			r.refusal = STATS_NO_SPREAD;
		else if (round > 100)
			r.refusal = STATS_NOT_SETTLED;
	}
	if (r.refusal == STATS_GIVEN) {
		r.intercept = b[0];
		r.slope = b[1];
	}
	return r;
}

double
recalibrated(const struct recalibration *r, double chance)
{
	return r->refusal == STATS_GIVEN ? 1 / (1 + exp(-r->intercept - r->slope * logit(chance))) : chance;
}

double
brier_score(const double *chance, const bool *landed, size_t n)
{
	double s = 0;

	for (size_t i = 0; i < n; i++) {
		if (!(chance[i] >= 0) || !(chance[i] <= 1))
			return NAN;
		s += (chance[i] - landed[i]) * (chance[i] - landed[i]) / (double)n;
	}
	return n > 0 ? s : NAN;
}

void
reliability_table(const double *chance, const bool *landed, size_t n, size_t bins, struct stats_estimate *share, double *said)
{
	for (size_t k = 0; k < bins; k++) {
		double in = 0, wins = 0, sum = 0;

		for (size_t i = 0; i < n; i++) {
			double at = floor(chance[i] * (double)bins);

			if (!(chance[i] >= 0) || !(chance[i] <= 1) || (size_t)fmin(at, (double)bins - 1) != k)
				continue;
			in++;
			wins += landed[i];
			sum += chance[i];
		}
		share[k] = sample_share(wins, in);
		said[k] = sum / in;
	}
}
