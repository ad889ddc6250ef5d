/* stats_rating_spread.c: raters who make little difference between items or between ratees. Knows no people. */
#include "stats/stats_rating.h"

#include "stats/stats_distribution.h"
#include "stats/stats_multiple.h"
#include "stats/stats_sample.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define CENTRAL_SHARE 0.8       /* of the median rater's spread between ratees */
#define CENTRAL_CHANCE 0.015    /* and as rare as this by chance: few ratees vary by themselves */

struct sums {
	double *square, *df, *mean, *between, *kept;     /* [raters]; kept: dyads of enough items */
};

/* Sums of squares within dyads and spread of dyad means, per rater. */
static struct sums
sum_up(struct arena *a, const struct dyads *d, size_t raters)
{
	struct sums s = { NEW_MANY(a, double, raters), NEW_MANY(a, double, raters), NEW_MANY(a, double, raters),
		NEW_MANY(a, double, raters), NEW_MANY(a, double, raters) };

	for (size_t i = 0; i < d->n; i++)
		if (d->count[i] >= DIFFERENTIATION_ITEMS) {
			s.square[d->rater[i]] += d->adjusted_sum[i];
			s.df[d->rater[i]] += d->count[i] - 1;
			s.mean[d->rater[i]] += d->mean[i];
			s.kept[d->rater[i]]++;
		}
	for (size_t i = 0; i < d->n; i++)
		if (d->count[i] >= DIFFERENTIATION_ITEMS) {
			double off = d->mean[i] - s.mean[d->rater[i]] / s.kept[d->rater[i]];

			s.between[d->rater[i]] += off * off;
		}
	for (size_t j = 0; j < raters; j++)
		s.between[j] = s.kept[j] > 1 ? sqrt(s.between[j] / (s.kept[j] - 1)) : NAN;
	return s;
}

/* Median over the raters asked. */
static double
median_of(struct arena *a, const double *x, const struct rater_spread *r, size_t raters)
{
	double *some = NEW_MANY(a, double, raters);
	size_t n = 0;

	for (size_t j = 0; j < raters; j++)
		if (r[j].refusal == STATS_GIVEN)
			some[n++] = x[j];
	return sample_median(a, some, n);
}

/* Is the spread between ratees, too, smaller than the median rater's, and not by chance? */
static bool
central(const struct rater_spread *r)
{
	double df = (double)r->dyads - 1, ratio = r->between / r->between_others;

	return r->dyads >= CENTRAL_DYADS && ratio < CENTRAL_SHARE && chi_square_below(df * ratio * ratio, df) < CENTRAL_CHANCE;
}

/* z of the log spread within dyads against the median rater; widened when raters differ more than chance. */
static void
score(struct arena *a, const struct sums *s, struct rater_spread *r, size_t raters, double q)
{
	double *l = NEW_MANY(a, double, raters), *chance = NEW_MANY(a, double, raters), *off = NEW_MANY(a, double, raters);
	double *p = NEW_MANY(a, double, raters), *adjusted = NEW_MANY(a, double, raters), middle, wider, between;

	for (size_t j = 0; j < raters; j++) {
		l[j] = log(fmax(s->square[j], 1e-3) / s->df[j]);
		chance[j] = sqrt(2 / s->df[j]);
	}
	middle = median_of(a, l, r, raters);
	between = median_of(a, s->between, r, raters);
	for (size_t j = 0; j < raters; j++)
		off[j] = fabs(l[j] - middle);
	wider = fmax(1, 1.482602218505602 * median_of(a, off, r, raters) / median_of(a, chance, r, raters));
	for (size_t j = 0; j < raters; j++) {
		p[j] = NAN;
		if (r[j].refusal != STATS_GIVEN)
			continue;
		r[j].within = sqrt(s->square[j] / s->df[j]);
		r[j].within_others = exp(middle / 2);
		r[j].between = s->between[j];
		r[j].between_others = between;
		r[j].z = (l[j] - middle) / (chance[j] * wider);
		p[j] = r[j].p = normal_below(r[j].z);
	}
	adjust_bh(a, p, raters, adjusted);
	for (size_t j = 0; j < raters; j++) {
		r[j].adjusted = adjusted[j];
		if (!(adjusted[j] <= q))
			continue;
		r[j].verdict = r[j].coraters == 0 ? LOW_DIFFERENTIATION : central(&r[j]) ? CENTRAL_TENDENCY : HALO_LIKE;
	}
}

static int
by_number(const void *i, const void *j)
{
	double x = *(const double *)i, y = *(const double *)j;

	return x < y ? -1 : x > y;
}

/* Share of the commonest mark and entropy of the marks of one rater; mark is sorted in place. */
static void
shape(double *mark, size_t n, struct rater_spread *r)
{
	double most = 0;

	qsort(mark, n, sizeof *mark, by_number);
	r->modal_share = n > 0 ? 0 : NAN;
	for (size_t i = 0, j; i < n; i = j) {
		double share;

		for (j = i + 1; j < n && mark[j] == mark[i]; j++)
			;
		share = (double)(j - i) / (double)n;
		most = fmax(most, share);
		r->entropy -= share * log(share);
	}
	if (n > 0)
		r->modal_share = most;
}

static void
shapes(struct arena *a, const struct marks *m, struct rater_spread *r)
{
	size_t *start = NEW_MANY(a, size_t, m->raters + 2);
	double *mark = NEW_MANY(a, double, m->n);

	for (size_t i = 0; i < m->n; i++)
		start[m->rater[i] + 2] += !isnan(m->y[i]);
	for (size_t j = 0; j <= m->raters; j++)
		start[j + 1] += start[j];
	for (size_t i = 0; i < m->n; i++)
		if (!isnan(m->y[i]))
			mark[start[m->rater[i] + 1]++] = m->y[i];
	for (size_t j = 0; j < m->raters; j++)
		shape(mark + start[j], start[j + 1] - start[j], &r[j]);
}

/* Slope of a rater's marks on the mean of the other raters of the same ratee. */
static void
compressions(struct arena *a, const struct marks *m, const struct dyads *d, struct rater_spread *r)
{
	double *sum = NEW_MANY(a, double, m->ratees), *count = NEW_MANY(a, double, m->ratees), *n = NEW_MANY(a, double, m->raters);
	double *x = NEW_MANY(a, double, m->raters), *y = NEW_MANY(a, double, m->raters), *xx = NEW_MANY(a, double, m->raters);
	double *xy = NEW_MANY(a, double, m->raters);

	for (size_t i = 0; i < d->n; i++) {
		sum[d->ratee[i]] += d->mean[i];
		count[d->ratee[i]]++;
	}
	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < d->n; i++) {
			size_t j = d->rater[i];
			double others = count[d->ratee[i]] - 1, other = (sum[d->ratee[i]] - d->mean[i]) / others;

			if (others < 1)
				continue;
			if (pass == 0) {
				x[j] += other;
				y[j] += d->mean[i];
				n[j]++;
			} else {
				xx[j] += (other - x[j] / n[j]) * (other - x[j] / n[j]);
				xy[j] += (other - x[j] / n[j]) * (d->mean[i] - y[j] / n[j]);
			}
		}
	for (size_t j = 0; j < m->raters; j++) {
		r[j].coraters = (size_t)n[j];
		r[j].compression = n[j] >= CENTRAL_DYADS && xx[j] > 0 ? xy[j] / xx[j] : NAN;
	}
}

struct rater_spread *
rating_spread(struct arena *a, const struct marks *m, double q)
{
	struct rater_spread *r = NEW_MANY(a, struct rater_spread, m->raters);
	struct dyads d;
	struct sums s;

	if (!dyads(a, m, &d))
		return NULL;
	s = sum_up(a, &d, m->raters);
	shapes(a, m, r);
	compressions(a, m, &d, r);
	for (size_t j = 0; j < m->raters; j++) {
		r[j].dyads = (size_t)s.kept[j];
		r[j].refusal = s.kept[j] < DIFFERENTIATION_DYADS ? STATS_TOO_FEW : STATS_GIVEN;
		r[j].within = r[j].within_others = r[j].between = r[j].between_others = r[j].z = r[j].p = r[j].adjusted = NAN;
	}
	score(a, &s, r, m->raters, q > 0 ? q : 0.05);
	return r;
}
