/* stats_rasch_test.c: the steps model beside the linear one, on made-up marks of 1 to 5. Knows no method. */
#include "stats/stats_near.h"
#include "stats/stats_random.h"
#include "stats/stats_rasch.h"
#include "stats/stats_rating.h"
#include "stats/stats_sample.h"

enum { RATEES = 200, RATERS = 60, EACH = 6, ITEMS = 4, MARKS = RATEES * EACH * ITEMS };

struct made {
	uint32_t ratee[MARKS], rater[MARKS], item[MARKS];
	double y[MARKS], level[RATEES], severity[RATERS];
	struct marks marks;
};

/* Marks 1..5 of a hidden level; rater 7 marks by the dice. */
static void
make(struct made *m, uint64_t seed)
{
	struct random_source r = random_from(seed);
	size_t n = 0;

	for (size_t i = 0; i < RATEES; i++)
		m->level[i] = 0.7 * random_normal(&r);
	for (size_t j = 0; j < RATERS; j++)
		m->severity[j] = 0.4 * random_normal(&r);
	for (size_t i = 0; i < RATEES; i++)
		for (size_t k = 0; k < EACH; k++) {
			size_t j = (i * 7 + k * 11 + random_below(&r, 3)) % RATERS;

			for (size_t c = 0; c < ITEMS; c++, n++) {
				double mark = round(3.2 + m->level[i] - m->severity[j] - 0.1 * (double)c + 0.6 * random_normal(&r));

				m->ratee[n] = (uint32_t)i;
				m->rater[n] = (uint32_t)j;
				m->item[n] = (uint32_t)c;
				m->y[n] = j == 7 ? (double)(1 + random_below(&r, 5)) : fmin(5, fmax(1, mark));
			}
		}
	m->marks = (struct marks){ n, m->ratee, m->rater, m->item, m->y, RATEES, RATERS, ITEMS };
}

TEST("the steps model and the linear one agree on severity, and both on the truth; the rater who throws dice does not fit")
{
	static struct made m;
	struct arena *a = arena_new();
	double one[RATERS], two[RATERS], true_of[RATERS], level[RATEES];
	struct severity *s;
	struct rasch r;
	size_t n = 0;

	make(&m, 101);
	r = rasch(a, &m.marks);
	s = rating_severity(a, &(struct severity_input){ .marks = m.marks });
	EQ(r.refusal, STATS_GIVEN);
	EQ(r.categories, 5);
	for (size_t j = 0; j < RATERS; j++)
		if (j != 7) {
			one[n] = r.rater[j].at.value;
			two[n] = -s->rater[j].estimate.value;
			true_of[n++] = m.severity[j];
		}
	for (size_t i = 0; i < RATEES; i++)
		level[i] = r.ratee[i].at.value;
	printf("# rasch: severity r with linear %.3f, with truth %.3f (linear %.3f); ratees %.3f; dice infit %.2f; %d sweeps\n", sample_correlation(one, two, n),
		sample_correlation(one, true_of, n), sample_correlation(two, true_of, n), sample_correlation(level, m.level, RATEES), r.rater[7].infit, r.sweeps);
	YES(sample_correlation(one, two, n) >= 0.98);
	YES(sample_correlation(one, true_of, n) >= sample_correlation(two, true_of, n) - 0.02);
	YES(sample_correlation(level, m.level, RATEES) >= 0.9);
	YES(r.rater[7].infit > 1.5 && r.rater[7].outfit > 1.5);
	for (size_t j = 0; j < RATERS; j++)
		YES(j == 7 || r.rater[j].infit < 1.5);
	YES(r.item[3].at.value > r.item[0].at.value);
	YES(r.step[0] < r.step[1] && r.step[1] < r.step[2] && r.step[2] < r.step[3]);
	arena_free(a);
}

TEST("steps do not change with the origin of the marks, order of rows or names; turned round they change sign")
{
	static struct made m, o;
	struct arena *a = arena_new();
	struct rasch r, s, t;

	make(&m, 102);
	for (size_t i = 0; i < MARKS; i++) {
		size_t j = MARKS - 1 - i;

		o.ratee[j] = RATEES - 1 - m.ratee[i];
		o.rater[j] = m.rater[i];
		o.item[j] = m.item[i];
		o.y[j] = m.y[i] + 10;
	}
	o.marks = (struct marks){ MARKS, o.ratee, o.rater, o.item, o.y, RATEES, RATERS, ITEMS };
	r = rasch(a, &m.marks);
	s = rasch(a, &o.marks);
	for (size_t i = 0; i < MARKS; i++)
		o.y[i] = -o.y[i];
	t = rasch(a, &o.marks);
	NEAR(s.lowest, 11, 0);
	for (size_t j = 0; j < RATERS; j++) {
		WITHIN(s.rater[j].at.value, r.rater[j].at.value, 1e-5);
		WITHIN(t.rater[j].at.value, -r.rater[j].at.value, 1e-3);
	}
	for (size_t i = 0; i < RATEES; i++)
		WITHIN(s.ratee[RATEES - 1 - i].at.value, r.ratee[i].at.value, 1e-5);
	arena_free(a);
}

TEST("steps at their limits: nothing, few, two components, all equal, halves, not a number, unknown raters")
{
	static struct made m;
	struct arena *a = arena_new();
	struct marks few;

	make(&m, 103);
	few = m.marks;
	few.n = 0;
	EQ(rasch(a, &few).refusal, STATS_TOO_FEW);
	few.n = 29 * EACH * ITEMS;
	EQ(rasch(a, &few).refusal, STATS_TOO_FEW);
	few = m.marks;
	few.raters = 20;
	EQ(rasch(a, &few).refusal, STATS_OUT_OF_RANGE);
	few = m.marks;
	few.item = NULL;
	few.items = 0;
	EQ(rasch(a, &few).refusal, STATS_GIVEN);
	for (size_t i = 0; i < MARKS; i++)
		m.rater[i] = m.ratee[i] % 2 ? m.rater[i] / 2 : 30 + m.rater[i] / 2;
	EQ(rasch(a, &m.marks).refusal, STATS_NOT_SEPARABLE);
	EQ(rasch(a, &m.marks).components, 2);
	m.y[5] = 2.5;
	EQ(rasch(a, &m.marks).refusal, STATS_OUT_OF_RANGE);
	m.y[5] = NAN;
	EQ(rasch(a, &m.marks).refusal, STATS_NOT_A_NUMBER);
	m.y[5] = 40;
	EQ(rasch(a, &m.marks).refusal, STATS_OUT_OF_RANGE);
	for (size_t i = 0; i < MARKS; i++)
		m.y[i] = 3;
	EQ(rasch(a, &m.marks).refusal, STATS_NO_SPREAD);
	arena_free(a);
}
