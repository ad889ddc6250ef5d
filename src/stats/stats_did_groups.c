/* stats_did_groups.c: effects by time of start, and drawing whole clusters again. Knows no departments and no money. */
#include "stats/stats_did.h"

#include "stats/stats_random.h"
#include "stats/stats_sample.h"
#include "stats/stats_series.h"

#include <math.h>
#include <string.h>

enum { TIMES_MOST = 500 };       /* cells are half its square */

struct clusters {
	size_t *start, *row;             /* rows of cluster c: row[start[c]..start[c + 1]) */
	size_t *pick, *order;
	size_t count;                    /* clusters that have rows */
	bootstrap_statistic *statistic;
	void *with;
};

static double
of_clusters(void *with, const size_t *drawn, size_t n)
{
	struct clusters *c = with;
	size_t rows = 0;

	for (size_t i = 0; i < n; i++) {
		size_t k = c->order[drawn[i]], many = c->start[k + 1] - c->start[k];

		memcpy(c->pick + rows, c->row + c->start[k], many * sizeof *c->row);
		rows += many;
	}
	return c->statistic(c->with, c->pick, rows);
}

struct stats_estimate
cluster_bootstrap(struct arena *a, const uint32_t *cluster, size_t n, size_t clusters, size_t draws, uint64_t seed, double level,
	bootstrap_statistic *statistic, void *with)
{
	struct clusters c = { NEW_MANY(a, size_t, clusters + 1), NEW_MANY(a, size_t, n), NULL, NEW_MANY(a, size_t, clusters), 0, statistic, with };
	size_t largest = 0, *at = NEW_MANY(a, size_t, clusters);

	for (size_t i = 0; i < n; i++) {
		if (cluster[i] >= clusters)
			return stats_refused(STATS_OUT_OF_RANGE, n, 0);
		c.start[cluster[i] + 1]++;
	}
	for (size_t k = 0; k < clusters; k++) {
		largest = c.start[k + 1] > largest ? c.start[k + 1] : largest;
		if (c.start[k + 1] > 0)
			c.order[c.count++] = k;
		c.start[k + 1] += c.start[k];
		at[k] = c.start[k];
	}
	for (size_t i = 0; i < n; i++)
		c.row[at[cluster[i]]++] = i;
	c.pick = NEW_MANY(a, size_t, c.count * largest);
	return bootstrap(a, BOOTSTRAP_PERCENTILE, c.count, draws, seed, level, of_clusters, &c);
}

/* One unit's values on the grid of times: NaN where not seen; its start as an index of times, SIZE_MAX never, 0 not usable. */
struct panel {
	size_t units, times;
	double *y, *at;                  /* [units][times], [times] */
	size_t *start;
	uint32_t *cluster;
	bool *seen;
	double *sum, *count;             /* of one g: changes from g - 1 to each time of those that started, then of the never treated */
};

/* Weighted mean of the cells of the units picked; the cells themselves when `cells` is asked for. */
static double
overall(struct panel *p, const size_t *pick, size_t n, struct group_time *into)
{
	size_t t = p->times;
	double all = 0, weight = 0;

	for (size_t g = 1; g < t; g++) {
		double *sum = p->sum, *count = p->count, *never = p->sum + t, *nevers = p->count + t;

		memset(p->sum, 0, 2 * t * sizeof *p->sum);
		memset(p->count, 0, 2 * t * sizeof *p->count);
		for (size_t i = 0; i < n; i++) {
			const double *y = p->y + pick[i] * t;
			bool mine = p->start[pick[i]] == g, theirs = p->start[pick[i]] == SIZE_MAX;

			for (size_t k = g; (mine || theirs) && k < t; k++)
				if (!isnan(y[k]) && !isnan(y[g - 1])) {
					(mine ? sum : never)[k] += y[k] - y[g - 1];
					(mine ? count : nevers)[k]++;
				}
		}
		for (size_t k = g; k < t; k++) {
			double att = sum[k] / count[k] - never[k] / nevers[k];

			if (count[k] == 0 || nevers[k] == 0)
				continue;
			if (into != NULL)
				into->cell[into->cells++] = (struct att_cell){ p->at[g], p->at[k], att, (size_t)count[k] };
			all += att * count[k];
			weight += count[k];
		}
	}
	return weight > 0 ? all / weight : NAN;
}

static double
of_draw(void *with, const size_t *pick, size_t n)
{
	return overall(with, pick, n, NULL);
}

static size_t
index_of(const double *at, size_t times, double time)
{
	size_t k = 0;

	while (k < times && at[k] != time)
		k++;
	return k;
}

static struct panel
panel_of(struct arena *a, const double *y, const double *time, const double *first, const uint32_t *unit, size_t n, size_t units, const uint32_t *cluster)
{
	const size_t *order = sample_order(a, time, n);
	struct panel p = { .units = units, .at = NEW_MANY(a, double, n), .start = NEW_MANY(a, size_t, units), .cluster = NEW_MANY(a, uint32_t, units),
		.seen = NEW_MANY(a, bool, units) };

	for (size_t i = 0; i < n; i++)
		if (p.times == 0 || p.at[p.times - 1] != time[order[i]])
			p.at[p.times++] = time[order[i]];
	p.y = NEW_MANY(a, double, units * p.times);
	p.sum = NEW_MANY(a, double, 2 * p.times);
	p.count = NEW_MANY(a, double, 2 * p.times);
	for (size_t i = 0; i < units * p.times; i++)
		p.y[i] = NAN;
	for (size_t i = 0; i < n; i++) {
		size_t start = index_of(p.at, p.times, first[i]);

		p.y[unit[i] * p.times + index_of(p.at, p.times, time[i])] = y[i];
		p.start[unit[i]] = isnan(first[i]) || first[i] == 0 || first[i] > p.at[p.times - 1] ? SIZE_MAX : start < p.times ? start : 0;
		p.cluster[unit[i]] = cluster != NULL ? cluster[i] : unit[i];
		p.seen[unit[i]] = true;
	}
	return p;
}

/* Clusters with somebody treated, with somebody never treated, and the times before the first start. */
static void
count_sides(struct arena *a, const struct panel *p, size_t clusters, struct group_time *r)
{
	uint8_t *side = NEW_MANY(a, uint8_t, clusters);

	r->pre_periods = p->times;
	for (size_t u = 0; u < p->units; u++)
		if (p->seen[u] && p->start[u] == SIZE_MAX)
			side[p->cluster[u]] |= 1;
		else if (p->seen[u] && p->start[u] > 0) {
			side[p->cluster[u]] |= 2;
			r->pre_periods = p->start[u] < r->pre_periods ? p->start[u] : r->pre_periods;
		}
	for (size_t c = 0; c < clusters; c++) {
		r->never_clusters += side[c] & 1;
		r->treated_clusters += side[c] >> 1;
	}
	r->enough = r->never_clusters >= 8 && r->treated_clusters >= 8 && r->pre_periods >= 4;
}

static size_t
times_of(struct arena *a, const double *time, size_t n)
{
	const size_t *order = sample_order(a, time, n);
	size_t times = n > 0;

	for (size_t i = 1; i < n; i++)
		times += time[order[i]] != time[order[i - 1]];
	return times;
}

static enum stats_refusal
why_not(struct arena *a, const double *y, const double *time, const uint32_t *unit, size_t n, size_t units, const uint32_t *cluster, size_t clusters)
{
	enum stats_refusal why = series_refusal(y, n, 4);

	if (why == STATS_GIVEN && !sample_is_finite(time, n))
		why = STATS_NOT_A_NUMBER;
	if (why == STATS_GIVEN && times_of(a, time, n) > TIMES_MOST)
		why = STATS_OUT_OF_RANGE;
	for (size_t i = 0; why == STATS_GIVEN && i < n; i++)
		if (unit[i] >= units || (cluster != NULL && cluster[i] >= clusters))
			why = STATS_OUT_OF_RANGE;
	return why;
}

struct group_time
group_time(struct arena *a, const double *y, const double *time, const double *first, const uint32_t *unit, size_t n, size_t units, const uint32_t *cluster,
	size_t clusters, size_t draws, uint64_t seed)
{
	struct group_time r = { .refusal = why_not(a, y, time, unit, n, units, cluster, clusters) };
	size_t *pick = NEW_MANY(a, size_t, units);
	struct panel p;

	r.overall = stats_refused(r.refusal, n, r.refusal == STATS_TOO_FEW ? 4 : 0);
	if (r.refusal != STATS_GIVEN)
		return r;
	p = panel_of(a, y, time, first, unit, n, units, cluster);
	count_sides(a, &p, cluster != NULL ? clusters : units, &r);
	r.cell = NEW_MANY(a, struct att_cell, p.times * p.times);
	for (size_t u = 0; u < units; u++)
		pick[u] = u;
	r.overall.value = overall(&p, pick, units, &r);
	if (r.cells == 0) {
		r.refusal = STATS_NOT_SEPARABLE;
		r.overall = stats_refused(STATS_NOT_SEPARABLE, n, 0);
		return r;
	}
	r.overall = cluster_bootstrap(a, p.cluster, units, cluster != NULL ? clusters : units, draws, seed, 0.95, of_draw, &p);
	return r;
}
