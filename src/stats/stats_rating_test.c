/* stats_rating_test.c: severity, fair scores, low differentiation, places: planted effects come back, poor designs do not. */
#include "stats/stats_near.h"
#include "stats/stats_random.h"
#include "stats/stats_rating.h"

#include <string.h>

enum { PEOPLE = 120, ITEMS = 5, MOST = PEOPLE * 8 * ITEMS };

/* Each of PEOPLE is rated by a manager (one of 15) and, unless the design is thin, by peers. */
struct round_of_marks {
	uint32_t ratee[MOST], rater[MOST], item[MOST];
	double y[MOST], manager[MOST], severity[PEOPLE];
	struct marks marks;
};

static void
rate(struct round_of_marks *m, uint32_t who, uint32_t by, bool manager, double level, double spread, struct random_source *r)
{
	double dyad = 0.3 * random_normal(r) * spread;

	for (uint32_t k = 0; k < ITEMS; k++) {
		size_t i = m->marks.n++;

		m->ratee[i] = who;
		m->rater[i] = by;
		m->item[i] = k;
		m->manager[i] = manager;
		m->y[i] = 3.2 + 0.1 * k + level * spread + m->severity[by] + dyad + 0.5 * spread * random_normal(r);
	}
}

static void
fill(struct round_of_marks *m, size_t peers, double flat, uint64_t seed)
{
	struct random_source r = random_from(seed);

	memset(m, 0, sizeof *m);
	m->marks = (struct marks){ 0, m->ratee, m->rater, m->item, m->y, PEOPLE, PEOPLE, ITEMS };
	for (int i = 0; i < PEOPLE; i++)
		m->severity[i] = 0.15 * random_normal(&r);
	m->severity[2] = -1.2;
	m->severity[4] = 1.1;
	for (uint32_t i = 0; i < PEOPLE; i++) {
		double level = 0.5 * random_normal(&r);

		rate(m, i, i % 15, true, level, i % 15 == 6 ? flat : 1, &r);
		for (size_t k = 0; k < peers; k++)
			rate(m, i, (uint32_t)(15 + random_below(&r, PEOPLE - 15)), false, level, 1, &r);
	}
}

TEST("planted severity is found, the rest is left alone, and fair scores move the right way")
{
	static struct round_of_marks m;
	struct arena *a = arena_new();
	struct severity *s;

	fill(&m, 5, 1, 1);
	s = rating_severity(a, &(struct severity_input){ .marks = m.marks, .x = m.manager, .p = 1 });
	EQ(s->refusal, STATS_GIVEN);
	YES(s->rater[2].flagged && s->rater[4].flagged);
	YES(s->flagged <= 4);
	YES(s->rater[2].estimate.low < -1.2 + 0.3 && s->rater[2].estimate.high < 0 && s->rater[2].gap < -0.5);
	YES(s->ratee[2].fair.value > s->ratee[2].raw && s->ratee[4].fair.value < s->ratee[4].raw);
	YES(s->ratee[2].fair.low < s->ratee[2].fair.value && s->ratee[2].effect_se > 0);
	YES(s->reliability_one < s->reliability_three && s->raters_for_070 > 1);
	EQ(s->design.components, 1);
	arena_free(a);
}

TEST("a prior of two normals finds the planted ones at least as surely, and says how many are of the other kind")
{
	static struct round_of_marks m;
	struct arena *a = arena_new();
	struct severity *s, *t;
	double v[40], sd[40], error[40];
	struct mixture_prior p;

	fill(&m, 5, 1, 1);
	s = rating_severity(a, &(struct severity_input){ .marks = m.marks, .x = m.manager, .p = 1 });
	t = rating_severity(a, &(struct severity_input){ .marks = m.marks, .x = m.manager, .p = 1, .mixture = true });
	YES(t->rater[2].flagged && t->rater[4].flagged && t->rater[2].error <= s->rater[2].error);
	YES(t->rater[2].estimate.value == s->rater[2].estimate.value && t->flagged <= 4);
	for (int j = 0; j < 40; j++) {
		v[j] = j < 4 ? (j % 2 ? 1.2 : -1.1) : 0.2 * sin(j);
		sd[j] = 0.12;
	}
	p = severity_mixture(a, v, sd, 40, 0.15, 0.3, error);
	WITHIN(p.share, 0.1, 0.05);
	YES(p.wide > 0.7 && p.narrow < 0.25 && error[0] < 0.01 && error[20] > 0.5);
	severity_mixture(a, v, sd, 0, 0, 0.3, error);
	arena_free(a);
}

TEST("managers alone: no adjusted score, no flag, whatever the marks")
{
	static struct round_of_marks m;
	struct arena *a = arena_new();
	struct severity *s;

	fill(&m, 0, 1, 2);
	s = rating_severity(a, &(struct severity_input){ .marks = m.marks });
	EQ(s->refusal, STATS_NOT_SEPARABLE);
	NO(s->design.separable);
	EQ(s->flagged, 0);
	for (size_t i = 0; i < PEOPLE; i++) {
		EQ(s->ratee[i].fair.refusal, STATS_NOT_SEPARABLE);
		NO(s->rater[i].flagged);
		YES(isnan(s->rater[i].estimate.value) && !isnan(s->ratee[i].raw) && isnan(s->rater[i].gap));
	}
	arena_free(a);
}

TEST("severity does not depend on row order, names or the scale's place")
{
	static struct round_of_marks m, o;
	struct arena *a = arena_new();
	struct severity *s, *t;

	fill(&m, 4, 1, 3);
	o = m;
	for (size_t i = 0; i < m.marks.n; i++) {
		size_t from = i * 7 % m.marks.n;

		o.ratee[i] = (m.ratee[from] + 5) % PEOPLE;
		o.rater[i] = PEOPLE - 1 - m.rater[from];
		o.item[i] = m.item[from];
		o.y[i] = 2 * m.y[from] + 10;
	}
	o.marks = (struct marks){ m.marks.n, o.ratee, o.rater, o.item, o.y, PEOPLE, PEOPLE, ITEMS };
	s = rating_severity(a, &(struct severity_input){ .marks = m.marks });
	t = rating_severity(a, &(struct severity_input){ .marks = o.marks, .delta = 0.6 });
	EQ(t->flagged, s->flagged);
	for (size_t j = 0; j < PEOPLE; j++) {
		EQ(t->rater[PEOPLE - 1 - j].estimate.refusal, s->rater[j].estimate.refusal);
		WITHIN(t->ratee[(j + 5) % PEOPLE].fair.value, 2 * s->ratee[j].fair.value + 10, 1e-6);
		if (s->rater[j].estimate.refusal == STATS_GIVEN)
			WITHIN(t->rater[PEOPLE - 1 - j].estimate.high, 2 * s->rater[j].estimate.high, 1e-6);
	}
	arena_free(a);
}

TEST("few raters, few ratees, few dyads, two islands: said by name")
{
	static struct round_of_marks m;
	struct arena *a = arena_new();
	struct severity *s;

	fill(&m, 5, 1, 4);
	m.marks.n = 0;
	EQ(rating_severity(a, &(struct severity_input){ .marks = m.marks })->refusal, STATS_TOO_FEW);
	m.marks.n = ITEMS;
	EQ(rating_severity(a, &(struct severity_input){ .marks = m.marks })->refusal, STATS_TOO_FEW);
	fill(&m, 5, 1, 4);
	m.rater[7] = PEOPLE;
	EQ(rating_severity(a, &(struct severity_input){ .marks = m.marks })->refusal, STATS_OUT_OF_RANGE);
	fill(&m, 5, 1, 4);
	m.y[3] = INFINITY;
	EQ(rating_severity(a, &(struct severity_input){ .marks = m.marks })->refusal, STATS_OUT_OF_RANGE);
	fill(&m, 5, 1, 4);
	m.y[3] = NAN;
	EQ(rating_severity(a, &(struct severity_input){ .marks = m.marks })->refusal, STATS_GIVEN);
	/* All marks by raters 0..14 about 0..9 become an island of too few ratees. */
	fill(&m, 5, 1, 4);
	for (size_t i = 0; i < m.marks.n; i++)
		if ((m.ratee[i] < 10) != (m.rater[i] < 15))
			m.y[i] = NAN;
	s = rating_severity(a, &(struct severity_input){ .marks = m.marks });
	EQ(s->refusal, STATS_GIVEN);
	YES(s->design.components > 1 && s->rater[1].estimate.refusal == STATS_TOO_FEW && s->rater[60].component != s->rater[1].component);
	for (size_t i = 0; i < m.marks.n; i++)
		m.y[i] = 3;
	EQ(rating_severity(a, &(struct severity_input){ .marks = m.marks })->refusal, STATS_NO_SPREAD);
	arena_free(a);
}

TEST("a rater who makes next to no difference is found, and called central")
{
	static struct round_of_marks m;
	struct arena *a = arena_new();
	struct rater_spread *r;

	fill(&m, 5, 0.15, 6);
	r = rating_spread(a, &m.marks, 0.05);
	EQ(r[6].verdict, CENTRAL_TENDENCY);
	YES(r[6].adjusted < 0.001 && r[6].within < r[6].within_others / 2 && r[6].compression < 0.6 && r[6].coraters > 0);
	for (size_t j = 0; j < 15; j++)
		EQ(j != 6 && r[j].verdict != DIFFERENTIATES, 0);
	YES(r[6].entropy > 0 && r[6].modal_share > 0);
	fill(&m, 0, 0.15, 6);
	r = rating_spread(a, &m.marks, 0.05);
	EQ(r[6].verdict, LOW_DIFFERENTIATION);
	EQ(r[80].refusal, STATS_TOO_FEW);
	m.marks.n = 0;
	EQ(rating_spread(a, &m.marks, 0.05)[6].refusal, STATS_TOO_FEW);
	arena_free(a);
}

TEST("dyads: means, counts and a variance from two marks on")
{
	struct arena *a = arena_new();
	const uint32_t ratee[] = { 1, 0, 1, 0, 1 }, rater[] = { 0, 1, 0, 0, 1 };
	const double y[] = { 2, 5, 4, NAN, 1 };
	struct marks m = { 5, ratee, rater, NULL, y, 2, 2, 0 };
	struct dyads d;

	YES(dyads(a, &m, &d));
	EQ(d.n, 3);
	EQ(d.ratee[0], 0);
	EQ(d.rater[0], 1);
	NEAR(d.mean[1], 3, 1e-15);
	NEAR(d.variance[1], 2, 1e-15);
	YES(isnan(d.variance[0]) && !d.even && d.count[1] == 2);
	m.ratees = 1;
	NO(dyads(a, &m, &d));
	m.n = 0;
	YES(dyads(a, &m, &d) && d.n == 0);
	arena_free(a);
}

TEST("nine boxes add up to one; on a cut, a person stands on the border")
{
	const double cut[2] = { 2.5, 3.5 };
	double cell[9], sum = 0;
	bool border;

	YES(nine_box(3.5, 0.3, cut, 3, 0.2, cut, cell, &border) && border);
	for (int i = 0; i < 9; i++)
		sum += cell[i];
	NEAR(sum, 1, 1e-14);
	NEAR(cell[1] + cell[4] + cell[7], 0.98758066934844768, 1e-12);
	YES(nine_box(4.5, 0.1, cut, 4.5, 0.1, cut, cell, &border) && !border && cell[8] > 0.999);
	YES(nine_box(3.5, 0, cut, 1, 0, cut, cell, &border) && cell[6] == 1);
	NO(nine_box(NAN, 0.1, cut, 3, 0.1, cut, cell, &border));
	NO(nine_box(3, -0.1, cut, 3, 0.1, cut, cell, &border));
	NO(nine_box(3, 0.1, (double[]){ 3, 3 }, 3, 0.1, cut, cell, &border));
}

TEST("the chance of the first tenth adds up to its size, and repeats")
{
	struct arena *a = arena_new();
	double score[50], se[50], chance[50], again[50], sum = 0;

	for (int i = 0; i < 50; i++) {
		score[i] = i / 10.0;
		se[i] = 0.3;
	}
	YES(chance_of_top(a, score, se, 50, 0.1, 2000, 4, chance) && chance_of_top(a, score, se, 50, 0.1, 2000, 4, again));
	for (int i = 0; i < 50; i++)
		sum += chance[i];
	NEAR(sum, 5, 1e-9);
	YES(memcmp(chance, again, sizeof chance) == 0 && chance[49] > 0.8 && chance[20] == 0);
	NO(chance_of_top(a, score, se, 0, 0.1, 2000, 4, chance));
	NO(chance_of_top(a, score, se, 50, 1, 2000, 4, chance));
	se[3] = NAN;
	NO(chance_of_top(a, score, se, 50, 0.1, 2000, 4, chance));
	arena_free(a);
}
