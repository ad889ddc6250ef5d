/* stats_did_test.c: programmes with a known effect, and sums by hand. Knows no method. */
#include "stats/stats_did.h"
#include "stats/stats_near.h"
#include "stats/stats_random.h"
#include "stats/stats_sample.h"

enum { UNITS = 24, TIMES = 8, ROWS = UNITS * TIMES };

/* Units with their own level, a common drift, noise, and `effect` from the start of each on (0: never). */
struct made {
	double y[ROWS], treat[ROWS], post[ROWS], time[ROWS], first[ROWS];
	uint32_t unit[ROWS];
};

static void
make(struct made *m, struct random_source *r, double effect, double noise, bool staggered)
{
	for (size_t u = 0; u < UNITS; u++) {
		double level = random_normal(r), start = u % 2 ? 0 : staggered ? (double)(5 + u / 2 % 3) : 5;

		for (size_t k = 0; k < TIMES; k++) {
			size_t i = u * TIMES + k;
			double t = (double)(k + 1);

			m->unit[i] = (uint32_t)u;
			m->time[i] = t;
			m->first[i] = start;
			m->treat[i] = start > 0;
			m->post[i] = t >= 5;
			m->y[i] = level + 0.3 * t + noise * random_normal(r) + (start > 0 && t >= start ? effect : 0);
		}
	}
}

static double
mean_where(const struct made *m, double treat, double time, bool by_post)
{
	double sum = 0, count = 0;

	for (size_t i = 0; i < ROWS; i++)
		if (m->treat[i] == treat && (by_post ? m->post[i] : m->time[i]) == time) {
			sum += m->y[i];
			count++;
		}
	return sum / count;
}

TEST("the effect is the difference of the differences of means")
{
	struct random_source r = random_from(51);
	struct arena *a = arena_new();
	struct made m;
	struct did d;
	struct event_study s;

	make(&m, &r, 1, 0.5, false);
	d = did(a, m.y, m.treat, m.post, m.unit, ROWS, UNITS);
	WITHIN(d.att.value, mean_where(&m, 1, 1, true) - mean_where(&m, 1, 0, true) - mean_where(&m, 0, 1, true) + mean_where(&m, 0, 0, true), 1e-10);
	WITHIN(d.before_after, mean_where(&m, 1, 1, true) - mean_where(&m, 1, 0, true), 1e-10);
	EQ(d.clusters, UNITS);
	s = event_study(a, m.y, m.treat, m.time, m.unit, ROWS, UNITS, 4);
	EQ(s.periods, TIMES - 1);
	EQ(s.pretrend_df, 3);
	for (size_t k = 0; k < s.periods; k++)
		WITHIN(s.effect[k].value, mean_where(&m, 1, s.period[k], false) - mean_where(&m, 1, 4, false) - mean_where(&m, 0, s.period[k], false) +
			mean_where(&m, 0, 4, false), 1e-9);
	arena_free(a);
}

TEST("effects follow origin, unit, row order and names of units")
{
	struct random_source r = random_from(52);
	struct arena *a = arena_new();
	struct made m, o;
	struct did d, e;
	struct event_study s, t;
	struct group_time g, h;

	make(&m, &r, 1, 0.5, true);
	for (size_t i = 0; i < ROWS; i++) {
		size_t j = ROWS - 1 - i;

		o.y[j] = 4 - 2 * m.y[i];
		o.treat[j] = m.treat[i];
		o.post[j] = m.post[i];
		o.time[j] = m.time[i];
		o.first[j] = m.first[i];
		o.unit[j] = (m.unit[i] * 7 + 3) % UNITS;
	}
	d = did(a, m.y, m.treat, m.post, m.unit, ROWS, UNITS);
	e = did(a, o.y, o.treat, o.post, o.unit, ROWS, UNITS);
	WITHIN(e.att.value, -2 * d.att.value, 1e-10);
	WITHIN(e.se_cluster, 2 * d.se_cluster, 1e-10);
	s = event_study(a, m.y, m.treat, m.time, m.unit, ROWS, UNITS, 4);
	t = event_study(a, o.y, o.treat, o.time, o.unit, ROWS, UNITS, 4);
	WITHIN(s.pretrend, t.pretrend, 1e-7);
	g = group_time(a, m.y, m.time, m.first, m.unit, ROWS, UNITS, NULL, 0, 200, 1);
	h = group_time(a, o.y, o.time, o.first, o.unit, ROWS, UNITS, NULL, 0, 200, 1);
	EQ(g.cells, h.cells);
	EQ(g.cells, 4 + 3 + 2);
	WITHIN(h.overall.value, -2 * g.overall.value, 1e-10);
	NEAR(g.cell[0].g, 5, 0);
	EQ(g.cell[0].n, 4);
	EQ(g.pre_periods, 4);
	YES(g.enough);
	arena_free(a);
}

TEST("a staggered programme: mean error within 0.03, intervals hold the truth in 85 of 100, before and after does not")
{
	struct random_source r = random_from(53);
	double error = 0, naive = 0;
	int held = 0, runs = 100;

	for (int run = 0; run < runs; run++) {
		struct arena *a = arena_new();
		struct made m;
		struct group_time g;

		make(&m, &r, 0.15, 0.15, true);
		g = group_time(a, m.y, m.time, m.first, m.unit, ROWS, UNITS, m.unit, UNITS, 300, (uint64_t)run);
		error += (g.overall.value - 0.15) / runs;
		held += g.overall.low <= 0.15 && g.overall.high >= 0.15;
		naive += (did(a, m.y, m.treat, m.post, m.unit, ROWS, UNITS).before_after - 0.15) / runs;
		arena_free(a);
	}
	YES(fabs(error) < 0.03);
	YES(held >= 85);
	YES(naive > 0.5);
}

TEST("with few clusters the wild bootstrap rejects a true null about as often as it says")
{
	struct random_source r = random_from(54);
	int rejected = 0;

	for (int run = 0; run < 200; run++) {
		struct arena *a = arena_new();
		struct made m;

		make(&m, &r, 0, 0.3, false);
		rejected += did_wild(a, m.y, m.treat, m.post, m.unit, 10 * TIMES, 10, 199, (uint64_t)run) <= 0.05;
		arena_free(a);
	}
	YES(rejected <= 22);             /* 10 expected; 22 is four standard deviations */
}

TEST("programmes at their limits: nothing, one group, no before, not a number, unknown units")
{
	struct random_source r = random_from(55);
	struct arena *a = arena_new();
	static const double zeros[ROWS] = { 0 };
	struct made m;

	make(&m, &r, 1, 0.5, false);
	EQ(did(a, m.y, m.treat, m.post, m.unit, 0, UNITS).att.refusal, STATS_TOO_FEW);
	EQ(did(a, m.y, zeros, m.post, m.unit, ROWS, UNITS).att.refusal, STATS_NOT_SEPARABLE);
	EQ(did(a, m.y, m.treat, zeros, m.unit, ROWS, UNITS).att.refusal, STATS_NOT_SEPARABLE);
	EQ(did(a, m.y, m.treat, m.post, m.unit, ROWS, 3).att.refusal, STATS_OUT_OF_RANGE);
	EQ(event_study(a, m.y, zeros, m.time, m.unit, ROWS, UNITS, 4).refusal, STATS_NOT_SEPARABLE);
	EQ(event_study(a, m.y, m.treat, m.time, m.unit, ROWS, UNITS, 99).refusal, STATS_OUT_OF_RANGE);
	EQ(group_time(a, m.y, m.time, zeros, m.unit, ROWS, UNITS, NULL, 0, 200, 1).refusal, STATS_NOT_SEPARABLE);
	YES(isnan(did_wild(a, m.y, m.treat, m.post, m.unit, ROWS, UNITS, 5, 1)));
	m.y[7] = NAN;
	EQ(did(a, m.y, m.treat, m.post, m.unit, ROWS, UNITS).att.refusal, STATS_NOT_A_NUMBER);
	EQ(group_time(a, m.y, m.time, m.first, m.unit, ROWS, UNITS, NULL, 0, 200, 1).refusal, STATS_NOT_A_NUMBER);
	arena_free(a);
}
