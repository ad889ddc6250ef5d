/* stats_rasch.c: the many-facet Rasch model by penalised joint likelihood. Knows numbered ratees and raters. */
#include "stats/stats_rasch.h"

#include "stats/stats_graph.h"
#include "stats/stats_sample.h"

#include <math.h>
#include <string.h>

enum { LEAST_RATERS = 10, LEAST_RATEES = 30, SWEEPS = 200, FACETS = 3 };
#define PENALTY 0.25                     /* 1 / 2^2 */
#define SETTLED 1e-8

struct facet {
	const uint32_t *of;              /* [n]; NULL: the facet is not there */
	size_t levels;
	double sign;                     /* ratees add, the others take away */
	double *at, *slope, *curve;      /* [levels] */
	size_t *marks;
};
struct model {
	size_t n, steps;                 /* steps: categories - 1 */
	const size_t *mark;              /* [n], 0..steps */
	struct facet facet[FACETS];
	double step[RASCH_STEPS];
};

/* Chances of each category of one mark; mean and variance of the category. */
static void
expect(const struct model *m, size_t i, double *chance, double *mean, double *variance)
{
	double at = 0, sum[RASCH_STEPS + 1] = { 0 }, most = 0, all = 0;

	for (int f = 0; f < FACETS; f++)
		if (m->facet[f].of != NULL)
			at += m->facet[f].sign * m->facet[f].at[m->facet[f].of[i]];
	for (size_t k = 1; k <= m->steps; k++) {
		sum[k] = sum[k - 1] + at - m->step[k - 1];
		most = fmax(most, sum[k]);
	}
	for (size_t k = 0; k <= m->steps; k++)
		all += chance[k] = exp(sum[k] - most);
	*mean = *variance = 0;
	for (size_t k = 0; k <= m->steps; k++)
		*mean += (chance[k] /= all) * (double)k;
	for (size_t k = 0; k <= m->steps; k++)
		*variance += chance[k] * ((double)k - *mean) * ((double)k - *mean);
}

static double
mean_of(const struct facet *f)
{
	double sum = 0, count = 0;

	for (size_t j = 0; j < f->levels; j++)
		if (f->marks[j] > 0) {
			sum += f->at[j];
			count++;
		}
	return sum / count;
}

/* One Newton step of every level of a facet; the longest. Then its mean goes to the ratees, whose own is free. */
static double
move_facet(struct model *m, struct facet *f)
{
	double chance[RASCH_STEPS + 1], mean, variance, longest = 0, middle;

	memset(f->slope, 0, f->levels * sizeof *f->slope);
	memset(f->curve, 0, f->levels * sizeof *f->curve);
	for (size_t i = 0; i < m->n; i++) {
		expect(m, i, chance, &mean, &variance);
		f->slope[f->of[i]] += f->sign * ((double)m->mark[i] - mean);
		f->curve[f->of[i]] += variance;
	}
	middle = f->sign > 0 ? mean_of(f) : 0;
	for (size_t j = 0; j < f->levels; j++) {
		double step = (f->slope[j] - PENALTY * (f->at[j] - middle)) / (f->curve[j] + PENALTY);

		if (f->marks[j] == 0)
			continue;
		step = fmax(-1, fmin(1, step));
		f->at[j] += step;
		longest = fmax(longest, fabs(step));
	}
	middle = f->sign > 0 ? 0 : mean_of(f);
	for (size_t j = 0; j < f->levels; j++)
		f->at[j] -= f->marks[j] > 0 ? middle : 0;
	for (size_t j = 0; j < m->facet[0].levels; j++)
		m->facet[0].at[j] -= m->facet[0].marks[j] > 0 ? middle : 0;
	return longest;
}

/* One Newton step of every step; then their mean goes to the ratees. */
static double
move_steps(struct model *m)
{
	double chance[RASCH_STEPS + 1], mean, variance, slope[RASCH_STEPS] = { 0 }, curve[RASCH_STEPS] = { 0 }, longest = 0, middle = 0;

	for (size_t i = 0; i < m->n; i++) {
		double reach = 0;

		expect(m, i, chance, &mean, &variance);
		for (size_t k = m->steps; k >= 1; k--) {
			reach += chance[k];
			slope[k - 1] += reach - (m->mark[i] >= k);
			curve[k - 1] += reach * (1 - reach);
		}
	}
	for (size_t k = 0; k < m->steps; k++) {
		double step = fmax(-1, fmin(1, (slope[k] - PENALTY * m->step[k]) / (curve[k] + PENALTY)));

		m->step[k] += 0.5 * step;        /* neighbours pull on each other */
		longest = fmax(longest, fabs(step));
		middle += m->step[k] / (double)m->steps;
	}
	for (size_t k = 0; k < m->steps; k++)
		m->step[k] -= middle;
	for (size_t j = 0; j < m->facet[0].levels; j++)
		m->facet[0].at[j] -= m->facet[0].marks[j] > 0 ? middle : 0;
	return longest;
}

static struct rasch_place *
places(struct arena *a, const struct model *m, const struct facet *f)
{
	struct rasch_place *p = NEW_MANY(a, struct rasch_place, f->levels);
	double chance[RASCH_STEPS + 1], mean, variance, *squares = NEW_MANY(a, double, f->levels), *information = NEW_MANY(a, double, f->levels);

	for (size_t i = 0; f->of != NULL && i < m->n; i++) {
		double off;

		expect(m, i, chance, &mean, &variance);
		off = ((double)m->mark[i] - mean) * ((double)m->mark[i] - mean);
		squares[f->of[i]] += off;
		information[f->of[i]] += variance;
		p[f->of[i]].outfit += off / fmax(variance, 1e-12) / (double)f->marks[f->of[i]];
	}
	for (size_t j = 0; j < f->levels; j++) {
		double half = STATS_Z95 / sqrt(information[j] + PENALTY);

		p[j].infit = f->marks[j] > 0 ? squares[j] / information[j] : NAN;
		p[j].outfit = f->marks[j] > 0 ? p[j].outfit : NAN;
		p[j].at = f->marks[j] > 0 ? (struct stats_estimate){ f->at[j], f->at[j] - half, f->at[j] + half, 0.95, f->marks[j], 0, STATS_GIVEN }
			: stats_refused(STATS_TOO_FEW, 0, 1);
	}
	return p;
}

static struct facet
facet(struct arena *a, const uint32_t *of, size_t levels, size_t n, double sign)
{
	struct facet f = { of, of != NULL ? levels : 0, sign, NEW_MANY(a, double, levels), NEW_MANY(a, double, levels), NEW_MANY(a, double, levels),
		NEW_MANY(a, size_t, levels) };

	for (size_t i = 0; of != NULL && i < n; i++)
		f.marks[of[i]]++;
	return f;
}

static size_t
met(const struct facet *f)
{
	size_t count = 0;

	for (size_t j = 0; j < f->levels; j++)
		count += f->marks[j] > 0;
	return count;
}

/* Marks as whole steps above the lowest, into mark; or why not. */
static enum stats_refusal
steps_of(const struct marks *m, struct rasch *r, size_t *mark)
{
	double low = INFINITY, high = -INFINITY;

	for (size_t i = 0; i < m->n; i++) {
		if (!isfinite(m->y[i]))
			return STATS_NOT_A_NUMBER;
		if (m->y[i] != floor(m->y[i]) || fabs(m->y[i]) > 1e6 || m->ratee[i] >= m->ratees || m->rater[i] >= m->raters || (m->item != NULL && m->item[i] >= m->items))
			return STATS_OUT_OF_RANGE;
		low = fmin(low, m->y[i]);
		high = fmax(high, m->y[i]);
	}
	if (m->n == 0)
		return STATS_TOO_FEW;
	if (high - low > RASCH_STEPS)
		return STATS_OUT_OF_RANGE;
	if (high == low)
		return STATS_NO_SPREAD;
	for (size_t i = 0; i < m->n; i++)
		mark[i] = (size_t)(m->y[i] - low);
	r->lowest = low;
	r->categories = (size_t)(high - low) + 1;
	return STATS_GIVEN;
}

static enum stats_refusal
settle(struct model *m, int *sweeps)
{
	for (*sweeps = 1; *sweeps <= SWEEPS; ++*sweeps) {
		double longest = 0;

		for (int f = 0; f < FACETS; f++)
			if (m->facet[f].of != NULL)
				longest = fmax(longest, move_facet(m, &m->facet[f]));
		longest = fmax(longest, move_steps(m));
		if (longest < SETTLED)
			return STATS_GIVEN;
		if (longest < 1e-4 && *sweeps == SWEEPS)
			return STATS_GIVEN;
	}
	return STATS_NOT_SETTLED;
}

struct rasch
rasch(struct arena *a, const struct marks *m)
{
	size_t *mark = NEW_MANY(a, size_t, m->n);
	struct rasch r = { .n = m->n };
	struct model w = { .n = m->n, .mark = mark };

	r.refusal = steps_of(m, &r, mark);
	if (r.refusal != STATS_GIVEN)
		return r;
	w.steps = r.categories - 1;
	w.facet[0] = facet(a, m->ratee, m->ratees, m->n, 1);
	w.facet[1] = facet(a, m->rater, m->raters, m->n, -1);
	w.facet[2] = facet(a, m->item, m->item != NULL ? m->items : 0, m->n, -1);
	r.components = graph_parts(a, m->ratee, m->rater, m->n, m->ratees, m->raters).count;
	if (met(&w.facet[0]) < LEAST_RATEES || met(&w.facet[1]) < LEAST_RATERS)
		r.refusal = STATS_TOO_FEW;
	else if (r.components > 1)
		r.refusal = STATS_NOT_SEPARABLE;
	else
		r.refusal = settle(&w, &r.sweeps);
	if (r.refusal != STATS_GIVEN)
		return r;
	r.ratee = places(a, &w, &w.facet[0]);
	r.rater = places(a, &w, &w.facet[1]);
	r.item = places(a, &w, &w.facet[2]);
	memcpy(r.step, w.step, sizeof r.step);
	return r;
}
