/* stats_dyad.c: marks of one thing by one judge, brought together. Knows no people. */
#include "stats/stats_dyad.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Positions of the answered marks by ratee, then rater, then row: two counting sorts. */
static size_t
sorted(struct arena *a, const struct marks *m, uint32_t **order)
{
	size_t most = m->ratees > m->raters ? m->ratees : m->raters, n = 0;
	size_t *start = NEW_MANY(a, size_t, most + 1);
	uint32_t *from = NEW_MANY(a, uint32_t, m->n), *to = NEW_MANY(a, uint32_t, m->n);

	for (size_t i = 0; i < m->n; i++)
		if (!isnan(m->y[i]))
			from[n++] = (uint32_t)i;
	for (int pass = 0; pass < 2; pass++) {
		const uint32_t *by = pass == 0 ? m->rater : m->ratee;
		uint32_t *swap = from;

		memset(start, 0, (most + 1) * sizeof *start);
		for (size_t i = 0; i < n; i++)
			start[by[from[i]] + 1]++;
		for (size_t i = 0; i < most; i++)
			start[i + 1] += start[i];
		for (size_t i = 0; i < n; i++)
			to[start[by[from[i]]]++] = from[i];
		from = to;
		to = swap;
	}
	*order = from;
	return n;
}

/* What to take from each mark so that items have one mean: item mean - overall mean. */
static double *
item_offsets(struct arena *a, const struct marks *m)
{
	double *sum = NEW_MANY(a, double, m->items + 1), *count = NEW_MANY(a, double, m->items + 1), all = 0, n = 0;

	for (size_t i = 0; i < m->n; i++)
		if (!isnan(m->y[i])) {
			sum[m->item != NULL ? m->item[i] : 0] += m->y[i];
			count[m->item != NULL ? m->item[i] : 0]++;
			all += m->y[i];
			n++;
		}
	for (size_t k = 0; k <= m->items; k++)
		sum[k] = count[k] > 0 && m->item != NULL ? sum[k] / count[k] - all / n : 0;
	return sum;
}

static void
add(const struct marks *m, const uint32_t *row, size_t count, const double *offset, struct dyads *d)
{
	double mean = 0, plain = 0, square = 0, adjusted = 0, k = (double)count;

	for (size_t i = 0; i < count; i++) {
		plain += m->y[row[i]] / k;
		mean += (m->y[row[i]] - offset[m->item != NULL ? m->item[row[i]] : 0]) / k;
	}
	for (size_t i = 0; i < count; i++) {
		double y = m->y[row[i]], r = y - offset[m->item != NULL ? m->item[row[i]] : 0];

		square += (y - plain) * (y - plain);
		adjusted += (r - mean) * (r - mean);
	}
	d->ratee[d->n] = m->ratee[row[0]];
	d->rater[d->n] = m->rater[row[0]];
	d->mean[d->n] = mean;
	d->plain_mean[d->n] = plain;
	d->variance[d->n] = count > 1 ? square / (k - 1) : NAN;
	d->adjusted_sum[d->n] = adjusted;
	d->count[d->n] = (uint32_t)count;
	d->first[d->n] = row[0];
	d->even &= d->n == 0 || count == d->count[0];
	d->n++;
}

static bool
sound(const struct marks *m)
{
	if (m->n > UINT32_MAX / 2)
		return false;
	for (size_t i = 0; i < m->n; i++)
		if (m->ratee[i] >= m->ratees || m->rater[i] >= m->raters || (m->item != NULL && m->item[i] >= m->items) || isinf(m->y[i]))
			return false;
	return true;
}

bool
dyads(struct arena *a, const struct marks *m, struct dyads *d)
{
	struct arena *work = arena_new();
	const double *offset;
	uint32_t *order;
	size_t n;

	memset(d, 0, sizeof *d);
	if (!sound(m)) {
		arena_free(work);
		return false;
	}
	n = sorted(work, m, &order);
	offset = item_offsets(work, m);
	*d = (struct dyads){ 0, NEW_MANY(a, uint32_t, n), NEW_MANY(a, uint32_t, n), NEW_MANY(a, double, n), NEW_MANY(a, double, n),
		NEW_MANY(a, double, n), NEW_MANY(a, double, n), NEW_MANY(a, uint32_t, n), NEW_MANY(a, uint32_t, n), true };
	for (size_t i = 0, j; i < n; i = j) {
		for (j = i + 1; j < n && m->ratee[order[j]] == m->ratee[order[i]] && m->rater[order[j]] == m->rater[order[i]]; j++)
			;
		add(m, order + i, j - i, offset, d);
	}
	arena_free(work);
	return true;
}
