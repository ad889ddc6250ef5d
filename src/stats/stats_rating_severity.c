/* stats_rating_severity.c: severity of raters and fair scores of ratees. Knows no people, and decides nothing. */
#include "stats/stats_rating.h"

#include "stats/stats_distribution.h"
#include "stats/stats_graph.h"
#include "stats/stats_multiple.h"
#include "stats/stats_reliability.h"
#include "stats/stats_sample.h"

#include <math.h>
#include <string.h>

/* The dyads that take part, and the model's input made of them. */
struct part {
	struct dyads all;
	size_t n;
	size_t *dyad;            /* [n] which of all */
	uint32_t *ratee_code, *rater_code;       /* [ratees], [raters]: code in the model, UINT32_MAX for none */
	size_t *rater_component, *ratee_component;
	size_t ratees, raters;
};

/* Components with enough raters and ratees. */
static bool *
large_enough(struct arena *a, const struct graph_parts *g, size_t ratees, size_t raters)
{
	size_t *left = NEW_MANY(a, size_t, g->count), *right = NEW_MANY(a, size_t, g->count);
	bool *fine = NEW_MANY(a, bool, g->count);

	for (size_t i = 0; i < ratees; i++)
		if (g->left[i] != SIZE_MAX)
			left[g->left[i]]++;
	for (size_t j = 0; j < raters; j++)
		if (g->right[j] != SIZE_MAX)
			right[g->right[j]]++;
	for (size_t c = 0; c < g->count; c++)
		fine[c] = left[c] >= SEVERITY_RATEES && right[c] >= SEVERITY_RATERS;
	return fine;
}

static uint32_t
code_of(uint32_t *code, size_t *count)
{
	if (*code == UINT32_MAX)
		*code = (uint32_t)(*count)++;
	return *code;
}

static void
take_part(struct arena *a, const struct marks *m, struct part *p)
{
	struct graph_parts g = graph_parts(a, p->all.ratee, p->all.rater, p->all.n, m->ratees, m->raters);
	const bool *fine = large_enough(a, &g, m->ratees, m->raters);

	p->dyad = NEW_MANY(a, size_t, p->all.n);
	p->ratee_code = memset(NEW_MANY(a, uint32_t, m->ratees), 0xff, m->ratees * sizeof(uint32_t));
	p->rater_code = memset(NEW_MANY(a, uint32_t, m->raters), 0xff, m->raters * sizeof(uint32_t));
	p->ratee_component = g.left;
	p->rater_component = g.right;
	for (size_t i = 0; i < p->all.n; i++) {
		if (!fine[g.left[p->all.ratee[i]]])
			continue;
		p->dyad[p->n++] = i;
		code_of(&p->ratee_code[p->all.ratee[i]], &p->ratees);
		code_of(&p->rater_code[p->all.rater[i]], &p->raters);
	}
}

/* Intercept, the caller's columns at each dyad's row, one column for each further component. */
static double *
columns(struct arena *a, const struct severity_input *in, const struct part *p, size_t *count)
{
	size_t *seen = NEW_MANY(a, size_t, MIXED_COLUMNS), components = 0, width;
	double *x;

	for (size_t i = 0; i < p->n; i++) {
		size_t c = p->ratee_component[p->all.ratee[p->dyad[i]]], k = 0;

		while (k < components && seen[k] != c)
			k++;
		if (k == components && components < MIXED_COLUMNS - 1 - in->p)
			seen[components++] = c;
	}
	width = 1 + in->p + (components > 1 ? components - 1 : 0);
	x = NEW_MANY(a, double, width * p->n);
	for (size_t i = 0; i < p->n; i++) {
		size_t row = p->all.first[p->dyad[i]], c = p->ratee_component[p->all.ratee[p->dyad[i]]];

		x[i] = 1;
		for (size_t k = 0; k < in->p; k++)
			x[(1 + k) * p->n + i] = in->x[k * in->marks.n + row];
		for (size_t k = 1; k < components; k++)
			x[(in->p + k) * p->n + i] = seen[k] == c;
	}
	*count = width;
	return x;
}

static struct mixed_fit *
fitted(struct arena *a, const struct severity_input *in, const struct part *p)
{
	struct mixed_input m = { .n = p->n, .factors = 2, .path = in->path };
	double *y = NEW_MANY(a, double, p->n), *weight = NEW_MANY(a, double, p->n);
	uint32_t *ratee = NEW_MANY(a, uint32_t, p->n), *rater = NEW_MANY(a, uint32_t, p->n);

	for (size_t i = 0; i < p->n; i++) {
		size_t d = p->dyad[i];

		y[i] = p->all.mean[d];
		weight[i] = p->all.count[d];
		ratee[i] = p->ratee_code[p->all.ratee[d]];
		rater[i] = p->rater_code[p->all.rater[d]];
	}
	m.y = y;
	m.x = columns(a, in, p, &m.p);
	m.weight = p->all.even ? NULL : weight;
	m.factor[0] = (struct mixed_factor){ ratee, p->ratees };
	m.factor[1] = (struct mixed_factor){ rater, p->raters };
	return mixed_fit(a, &m);
}

/* Mean of mark - mean of the ratee's other raters, per rater. */
static void
gaps(struct arena *a, const struct marks *m, const struct dyads *d, struct rater_severity *out)
{
	double *sum = NEW_MANY(a, double, m->ratees), *count = NEW_MANY(a, double, m->ratees);
	double *gap = NEW_MANY(a, double, m->raters), *with = NEW_MANY(a, double, m->raters);

	for (size_t i = 0; i < d->n; i++) {
		sum[d->ratee[i]] += d->mean[i];
		count[d->ratee[i]]++;
	}
	for (size_t i = 0; i < d->n; i++) {
		double others = count[d->ratee[i]] - 1;

		if (others < 1)
			continue;
		gap[d->rater[i]] += d->mean[i] - (sum[d->ratee[i]] - d->mean[i]) / others;
		with[d->rater[i]]++;
	}
	for (size_t j = 0; j < m->raters; j++)
		out[j].gap = with[j] > 0 ? gap[j] / with[j] : NAN;
}

static void
judge_raters(struct arena *a, const struct severity_input *in, const struct part *p, struct severity *s)
{
	size_t raters = in->marks.raters, *count = NEW_MANY(a, size_t, raters);
	double delta = in->delta > 0 ? in->delta : 0.30, *error = NEW_MANY(a, double, raters);
	double *mixed = in->mixture && s->refusal == STATS_GIVEN ? NEW_MANY(a, double, p->raters) : NULL;
	bool *marked = NEW_MANY(a, bool, raters);

	if (mixed != NULL)
		severity_mixture(a, s->fit->effect[1], s->fit->prediction_sd[1], p->raters, s->fit->variance[1], delta, mixed);
	for (size_t i = 0; i < p->all.n; i++)
		count[p->all.rater[i]]++;
	for (size_t j = 0; j < raters; j++) {
		struct rater_severity *r = &s->rater[j];
		uint32_t code = p->rater_code[j];
		double v, sd;

		error[j] = r->error = NAN;
		r->component = p->rater_component[j];
		r->estimate = stats_refused(STATS_TOO_FEW, count[j], SEVERITY_DYADS);
		if (s->refusal != STATS_GIVEN || code == UINT32_MAX || count[j] < SEVERITY_DYADS)
			continue;
		v = s->fit->effect[1][code];
		sd = s->fit->prediction_sd[1][code];
		r->estimate = (struct stats_estimate){ v, v - STATS_Z95 * sd, v + STATS_Z95 * sd, 0.95, count[j], 0, STATS_GIVEN };
		error[j] = r->error = !(sd > 0) ? 1 : mixed != NULL ? mixed[code] : normal_below((delta - fabs(v)) / sd);
	}
	s->flagged = bayes_fdr(a, error, raters, in->q > 0 ? in->q : 0.02, marked);
	for (size_t j = 0; j < raters; j++)
		s->rater[j].flagged = marked[j];
}

/* Fair: raw less the severities, by the marks of the ratee's own raters. Its SE: rest over the marks, and what is not
 * known of each severity (taken as independent between raters). */
static void
score_ratees(struct arena *a, const struct severity_input *in, const struct part *p, struct severity *s)
{
	size_t ratees = in->marks.ratees;
	double *severity = NEW_MANY(a, double, ratees), *doubt = NEW_MANY(a, double, ratees);

	for (size_t i = 0; i < p->all.n; i++) {
		size_t who = p->all.ratee[i];
		uint32_t code = p->rater_code[p->all.rater[i]];

		s->ratee[who].raters++;
		s->ratee[who].raw += p->all.mean[i];
		if (s->refusal != STATS_GIVEN || code == UINT32_MAX)
			continue;
		severity[who] += s->fit->effect[1][code];
		doubt[who] += s->fit->residual / (p->all.even ? 1 : p->all.count[i])
			+ s->fit->prediction_sd[1][code] * s->fit->prediction_sd[1][code];
	}
	for (size_t i = 0; i < ratees; i++) {
		struct fair_score *f = &s->ratee[i];
		double m = (double)f->raters, half = STATS_Z95 * sqrt(doubt[i]) / m;
		uint32_t code = p->ratee_code != NULL ? p->ratee_code[i] : UINT32_MAX;

		f->raw = f->raters > 0 ? f->raw / m : NAN;
		f->effect = f->effect_se = NAN;
		f->fair = stats_refused(s->refusal == STATS_GIVEN ? STATS_TOO_FEW : s->refusal, f->raters, 0);
		if (s->refusal != STATS_GIVEN || code == UINT32_MAX || f->raters == 0)
			continue;
		f->fair = (struct stats_estimate){ f->raw - severity[i] / m, 0, 0, 0.95, f->raters, 0, STATS_GIVEN };
		f->fair.low = f->fair.value - half;
		f->fair.high = f->fair.value + half;
		f->effect = s->fit->effect[0][code];
		f->effect_se = s->fit->prediction_sd[0][code];
	}
}

static enum stats_refusal
refusal_of(const struct severity_input *in, const struct severity *s, const struct part *p)
{
	if (in->p > MIXED_COLUMNS / 2)
		return STATS_OUT_OF_RANGE;
	if (s->design.raters < SEVERITY_RATERS || s->design.ratees < SEVERITY_RATEES)
		return STATS_TOO_FEW;
	if (!s->design.separable && !in->anchored)
		return STATS_NOT_SEPARABLE;
	return p->n == 0 ? STATS_TOO_FEW : STATS_GIVEN;
}

static void
reliability(struct severity *s)
{
	double u, v, e;

	s->reliability_one = s->reliability_three = s->raters_for_070 = NAN;
	if (s->refusal != STATS_GIVEN)
		return;
	u = s->fit->variance[0];
	v = s->fit->variance[1];
	e = s->fit->residual;
	s->reliability_one = reliability_of_mean(u, v, e, 1, false);
	s->reliability_three = reliability_of_mean(u, v, e, 3, false);
	s->raters_for_070 = raters_for(u, v, e, 0.70);
}

struct severity *
rating_severity(struct arena *a, const struct severity_input *in)
{
	struct severity *s = NEW(a, struct severity);
	struct part p = { 0 };

	s->rater = NEW_MANY(a, struct rater_severity, in->marks.raters);
	s->ratee = NEW_MANY(a, struct fair_score, in->marks.ratees);
	if (!dyads(a, &in->marks, &p.all)) {
		s->refusal = STATS_OUT_OF_RANGE;
		return s;
	}
	s->design = rating_design(a, &p.all, in->marks.ratees, in->marks.raters);
	take_part(a, &in->marks, &p);
	s->refusal = refusal_of(in, s, &p);
	if (s->refusal == STATS_GIVEN) {
		s->fit = fitted(a, in, &p);
		s->refusal = s->fit->refusal;
	}
	gaps(a, &in->marks, &p.all, s->rater);
	judge_raters(a, in, &p, s);
	score_ratees(a, in, &p, s);
	reliability(s);
	return s;
}
