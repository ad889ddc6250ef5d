/* stats_group_rating.c: a group's gap in marks by a mixed model. Knows no people, and decides nothing. */
#include "stats/stats_group_rating.h"

#include "stats/stats_distribution.h"
#include "stats/stats_mixed.h"
#include "stats/stats_sample.h"

#include <math.h>
#include <string.h>

enum { CONTROLS = 50 };

/* The dyads that take part, ratees and raters numbered anew. */
struct part {
	struct dyads all;
	size_t n, ratees, raters, *dyad;
	uint32_t *ratee, *rater;
};

static uint32_t
code_of(uint32_t *code, size_t *count)
{
	if (*code == UINT32_MAX)
		*code = (uint32_t)(*count)++;
	return *code;
}

static bool
takes_part(const struct rating_gap_input *in, size_t ratee)
{
	return in->group[ratee] == GAP_REFERENCE || in->group[ratee] == GAP_FOCAL;
}

static void
take_part(struct arena *a, const struct rating_gap_input *in, struct part *p)
{
	uint32_t *ratee = memset(NEW_MANY(a, uint32_t, in->marks.ratees), 0xff, in->marks.ratees * sizeof(uint32_t));
	uint32_t *rater = memset(NEW_MANY(a, uint32_t, in->marks.raters), 0xff, in->marks.raters * sizeof(uint32_t));

	p->dyad = NEW_MANY(a, size_t, p->all.n);
	p->ratee = NEW_MANY(a, uint32_t, p->all.n);
	p->rater = NEW_MANY(a, uint32_t, p->all.n);
	for (size_t i = 0; i < p->all.n; i++)
		if (takes_part(in, p->all.ratee[i])) {
			p->ratee[p->n] = code_of(&ratee[p->all.ratee[i]], &p->ratees);
			p->rater[p->n] = code_of(&rater[p->all.rater[i]], &p->raters);
			p->dyad[p->n++] = i;
		}
}

/* Means of each ratee's dyads, by group. */
static struct mean_gap
raw_gap(struct arena *a, const struct rating_gap_input *in, const struct part *p, double *spread)
{
	double *sum = NEW_MANY(a, double, p->ratees), *n = NEW_MANY(a, double, p->ratees), *side[2];
	uint8_t *group = NEW_MANY(a, uint8_t, p->ratees);
	size_t count[2] = { 0 };

	side[0] = NEW_MANY(a, double, p->ratees);
	side[1] = NEW_MANY(a, double, p->ratees);
	for (size_t i = 0; i < p->n; i++) {
		sum[p->ratee[i]] += p->all.mean[p->dyad[i]];
		n[p->ratee[i]]++;
		group[p->ratee[i]] = in->group[p->all.ratee[p->dyad[i]]];
	}
	for (size_t k = 0; k < p->ratees; k++) {
		sum[k] /= n[k];
		side[group[k]][count[group[k]]++] = sum[k];
	}
	*spread = sample_deviation(sum, p->ratees);
	return mean_gap(side[GAP_FOCAL], count[GAP_FOCAL], side[GAP_REFERENCE], count[GAP_REFERENCE]);
}

static struct mixed_fit *
fitted(struct arena *a, const struct rating_gap_input *in, const struct part *p)
{
	double *y = NEW_MANY(a, double, p->n), *weight = NEW_MANY(a, double, p->n), *x = NEW_MANY(a, double, p->n * (2 + in->p));
	struct mixed_input m = { .n = p->n, .y = y, .x = x, .p = 2 + in->p, .weight = weight, .no_deviations = true };

	for (size_t i = 0; i < p->n; i++) {
		size_t d = p->dyad[i];

		y[i] = p->all.mean[d];
		weight[i] = p->all.count[d];
		x[i] = 1;
		for (size_t k = 0; k < in->p; k++)
			x[(1 + k) * p->n + i] = in->x[k * in->marks.n + p->all.first[d]];
		/* last, so that controls that make up the group take it out, not the other way round */
		x[(1 + in->p) * p->n + i] = in->group[p->all.ratee[d]] == GAP_FOCAL;
	}
	m.factor[m.factors++] = (struct mixed_factor){ p->rater, p->raters };
	if (p->ratees < p->n)
		m.factor[m.factors++] = (struct mixed_factor){ p->ratee, p->ratees };
	return mixed_fit(a, &m);
}

static void
adjust(struct arena *a, const struct rating_gap_input *in, const struct part *p, double spread, struct rating_gap *g)
{
	const struct mixed_fit *f = fitted(a, in, p);
	double df = (double)p->ratees - (double)in->p - 2, half;
	size_t group = 1 + in->p;

	g->refusal = f->refusal;
	if (g->refusal == STATS_GIVEN && !(df >= 1))
		g->refusal = STATS_TOO_FEW;
	if (g->refusal == STATS_GIVEN && !(f->beta_se[group] > 0))
		g->refusal = STATS_NOT_SEPARABLE;
	g->adjusted = stats_refused(g->refusal, p->ratees, 0);
	if (g->refusal != STATS_GIVEN)
		return;
	half = student_quantile(0.975, df) * f->beta_se[group];
	g->adjusted = (struct stats_estimate){ f->beta[group], f->beta[group] - half, f->beta[group] + half, 0.95, p->ratees, 0, STATS_GIVEN };
	g->p = student_two_sided(f->beta[group] / f->beta_se[group], df);
	g->standardised = f->beta[group] / spread;
}

struct rating_gap
rating_gap(struct arena *a, const struct rating_gap_input *in)
{
	struct rating_gap g = { .p = NAN, .standardised = NAN, .adjusted = stats_refused(STATS_OUT_OF_RANGE, 0, 0) };
	struct part p = { 0 };
	double spread = NAN;

	g.raw.hedges_g = g.raw.difference = g.adjusted;
	g.refusal = STATS_OUT_OF_RANGE;
	if (in->p > CONTROLS || !dyads(a, &in->marks, &p.all))
		return g;
	take_part(a, in, &p);
	g.ratees = p.ratees;
	g.raters = p.raters;
	g.dyads = p.n;
	g.raw = raw_gap(a, in, &p, &spread);
	g.guard = group_guard((double)g.raw.n1 / 2, (double)g.raw.n1, (double)g.raw.n2 / 2, (double)g.raw.n2);
	if (g.guard != GROUP_NOT_SAID) {
		adjust(a, in, &p, spread, &g);
		return g;
	}
	g.refusal = STATS_TOO_FEW;
	g.adjusted = stats_refused(STATS_TOO_FEW, p.ratees, 2 * GROUP_LEAST);
	return g;
}
