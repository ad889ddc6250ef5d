/* stats_survival_hazard.c: discrete-time hazards by logistic regression, and how well they foretold. Knows no people. */
#include "stats/stats_survival_hazard.h"

#include "stats/stats_sample.h"
#include "stats/stats_survival.h"

#include <math.h>
#include <string.h>

static void
knots_of(struct arena *a, const struct hazard_input *in, struct hazard *h)
{
	double least = sample_quantile(a, in->tenure, in->n, 0);

	for (int k = 1; k <= HAZARD_KNOTS; k++) {
		double at = sample_quantile(a, in->tenure, in->n, k / (HAZARD_KNOTS + 1.0));

		if (at > (h->knots > 0 ? h->knot[h->knots - 1] : least))
			h->knot[h->knots++] = at;
	}
}

static double
base(const struct hazard *h, size_t column, double tenure)
{
	if (column == 0)
		return 1;
	return column == 1 ? tenure : fmax(0, tenure - h->knot[column - 2]);
}

static double *
columns(struct arena *a, const struct hazard_input *in, const struct hazard *h)
{
	size_t first = 2 + h->knots;
	double *x = NEW_MANY(a, double, (first + in->p) * in->n);

	for (size_t k = 0; k < first; k++)
		for (size_t i = 0; i < in->n; i++)
			x[k * in->n + i] = base(h, k, in->tenure[i]);
	if (in->p > 0)
		memcpy(x + first * in->n, in->x, in->p * in->n * sizeof *x);
	return x;
}

struct hazard
hazard(struct arena *a, const struct hazard_input *in)
{
	struct hazard h = { .p = in->p };
	double *y = NEW_MANY(a, double, in->n);

	if (!sample_is_finite(in->tenure, in->n) || !sample_is_finite(in->x, in->n * in->p) || !isfinite(in->ridge))
		h.refusal = STATS_NOT_A_NUMBER;
	else if (in->n == 0)
		h.refusal = STATS_TOO_FEW;
	if (h.refusal != STATS_GIVEN)
		return h;
	knots_of(a, in, &h);
	for (size_t i = 0; i < in->n; i++)
		y[i] = in->event[i];
	h.fit = logistic(a, &(struct logistic_input){ .n = in->n, .p = 2 + h.knots + in->p, .y = y, .x = columns(a, in, &h), .ridge = in->ridge });
	h.refusal = h.fit.refusal;
	return h;
}

double
hazard_ahead(const struct hazard *h, double tenure, const double *x, size_t ahead)
{
	double stays = 1, of_x = 0;

	if (h->refusal != STATS_GIVEN || !isfinite(tenure))
		return NAN;
	for (size_t j = 0; j < h->p; j++)
		of_x += isnan(h->fit.coef[2 + h->knots + j]) ? 0 : h->fit.coef[2 + h->knots + j] * x[j];
	for (size_t t = 0; t < ahead; t++) {
		double eta = of_x;

		for (size_t k = 0; k < 2 + h->knots; k++)
			eta += isnan(h->fit.coef[k]) ? 0 : h->fit.coef[k] * base(h, k, tenure + (double)t);
		stays /= 1 + exp(eta);
	}
	return 1 - stays;
}

/* Rows with when < split, or the others, as an input of its own; deviance of fitted chances on it is the caller's. */
static struct hazard_input
part_of(struct arena *a, const struct hazard_input *in, const double *when, double split, bool early)
{
	double *tenure = NEW_MANY(a, double, in->n), *x = NEW_MANY(a, double, in->n * in->p);
	bool *event = NEW_MANY(a, bool, in->n);
	struct hazard_input part = { .p = in->p, .tenure = tenure, .event = event, .x = x };
	size_t to = 0;

	for (size_t i = 0; i < in->n; i++)
		if ((when[i] < split) == early) {
			tenure[part.n] = in->tenure[i];
			event[part.n++] = in->event[i];
		}
	for (size_t j = 0; j < in->p; j++)
		for (size_t i = 0; i < in->n; i++)
			if ((when[i] < split) == early)
				x[to++] = in->x[j * in->n + i];
	return part;
}

static double
deviance_on(struct arena *a, const struct hazard *h, const struct hazard_input *in)
{
	double sum = 0, *x = NEW_MANY(a, double, in->p);

	for (size_t i = 0; i < in->n; i++) {
		double chance;

		for (size_t j = 0; j < in->p; j++)
			x[j] = in->x[j * in->n + i];
		chance = fmin(fmax(hazard_ahead(h, in->tenure[i], x, 1), 1e-12), 1 - 1e-12);
		sum -= 2 * log(in->event[i] ? chance : 1 - chance);
	}
	return sum;
}

double
hazard_ridge(struct arena *a, const struct hazard_input *in, const double *when, double split, const double *candidates, size_t n)
{
	struct hazard_input early = part_of(a, in, when, split, true), late = part_of(a, in, when, split, false);
	double best = NAN, least = INFINITY;

	for (size_t k = 0; k < n && late.n > 0; k++) {
		struct hazard h;
		double deviance;

		early.ridge = candidates[k];
		h = hazard(a, &early);
		deviance = h.refusal == STATS_GIVEN ? deviance_on(a, &h, &late) : INFINITY;
		if (deviance < least) {
			least = deviance;
			best = candidates[k];
		}
	}
	return best;
}

struct stats_estimate
hazard_group(const double *chance, size_t n)
{
	struct stats_estimate e = { .level = 0.95, .n = n };
	double sum = 0, variance = 0, half, m = (double)n, continuity;

	if (n < HAZARD_GROUP)
		return stats_refused(STATS_TOO_FEW, n, HAZARD_GROUP);
	for (size_t i = 0; i < n; i++) {
		if (!(chance[i] >= 0 && chance[i] <= 1))
			return stats_refused(isfinite(chance[i]) ? STATS_OUT_OF_RANGE : STATS_NOT_A_NUMBER, n, 0);
		sum += chance[i];
		variance += chance[i] * (1 - chance[i]);
	}
	continuity = 0.5 / m;
	half = STATS_Z95 * sqrt(variance) / m + continuity;
	e.value = sum / m;
	e.low = fmax(0, e.value - half);
	e.high = fmin(1, e.value + half);
	return e;
}

static struct stats_estimate
area(struct arena *a, const double *chance, const double *happened, size_t n)
{
	double value = area_under_curve(a, chance, happened, n), yes = 0, no, q1, q2, half;

	if (isnan(value))
		return stats_refused(sample_is_finite(chance, n) && sample_is_finite(happened, n) ? STATS_TOO_FEW : STATS_NOT_A_NUMBER, n, 0);
	for (size_t i = 0; i < n; i++)
		yes += happened[i] > 0.5;
	no = (double)n - yes;
	q1 = value / (2 - value);
	q2 = 2 * value * value / (1 + value);
	half = STATS_Z95 * sqrt(fmax(0, value * (1 - value) + (yes - 1) * (q1 - value * value) + (no - 1) * (q2 - value * value)) / (yes * no));
	return (struct stats_estimate){ value, fmax(0, value - half), fmin(1, value + half), 0.95, n, 0, STATS_GIVEN };
}

struct hazard_check
hazard_check(struct arena *a, const double *chance, const double *happened, size_t n)
{
	struct hazard_check c = { .area = area(a, chance, happened, n), .ratio = stats_refused(STATS_TOO_FEW, n, 0), .lift = NAN };
	const size_t *order = sample_order(a, chance, n);
	double predicted = 0, observed = 0, top = 0;
	size_t tenth = n / 10;
	struct stats_estimate rate;

	if (c.area.refusal != STATS_GIVEN) {
		c.ratio.refusal = c.area.refusal;
		return c;
	}
	for (size_t i = 0; i < n; i++) {
		predicted += chance[order[i]];
		observed += happened[order[i]] > 0.5;
		top += i >= n - tenth && happened[order[i]] > 0.5;
	}
	rate = turnover_rate(observed, 1);
	c.ratio = (struct stats_estimate){ predicted / observed, predicted / rate.high, predicted / rate.low, 0.95, n, 0, STATS_GIVEN };
	c.lift = tenth > 0 ? top / (double)tenth / (observed / (double)n) : NAN;
	return c;
}
