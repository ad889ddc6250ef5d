/* stats_landing_test.c: made-up portfolios half-way, whose end is known. Knows no method. */
#include "stats/stats_landing.h"
#include "stats/stats_near.h"
#include "stats/stats_random.h"
#include "stats/stats_sample.h"

#include <time.h>

enum { GOALS = 1000, STEPS = 12, NOW = 6 };

struct portfolio {
	double at[GOALS][STEPS + 1];
	bool landed[GOALS];
	struct progress half[GOALS];
};

static void
grow(struct portfolio *p, struct random_source *r)
{
	for (size_t i = 0; i < GOALS; i++) {
		double rate = 8.3 + 2.2 * random_normal(r);

		for (size_t t = 1; t <= STEPS; t++)
			p->at[i][t] = p->at[i][t - 1] + rate + 4 * random_normal(r);
		p->landed[i] = p->at[i][STEPS] >= 100;
		p->half[i] = (struct progress){ p->at[i], NOW + 1, STEPS - NOW };
	}
}

static double
auc(const double *chance, const bool *landed, size_t n)
{
	double wins = 0, pairs = 0;

	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < n; j++)
			if (landed[i] && !landed[j]) {
				wins += chance[i] > chance[j] ? 1 : chance[i] == chance[j] ? 0.5 : 0;
				pairs++;
			}
	return wins / pairs;
}

TEST("half-way through: the chances part what lands from what does not, better than a line drawn on (bars: AUC 0.93, Brier 0.110)")
{
	static struct portfolio p;
	struct random_source r = random_from(81);
	double of = 0, brier = 0, linear = 0, base = 0, took = 0;

	for (int round = 0; round < 8; round++) {
		struct arena *a = arena_new();
		double chance[GOALS], line[GOALS], flat[GOALS], share = 0;
		struct landing *l;
		clock_t start;

		grow(&p, &r);
		start = clock();
		l = landings(a, p.half, GOALS);
		took += (double)(clock() - start) / CLOCKS_PER_SEC / 8;
		for (size_t i = 0; i < GOALS; i++)
			share += (double)p.landed[i] / GOALS;
		for (size_t i = 0; i < GOALS; i++) {
			chance[i] = l[i].chance.value;
			line[i] = 2 * p.at[i][NOW] >= 100;
			flat[i] = share;
			YES(l[i].chance.low <= chance[i] && chance[i] <= l[i].chance.high);
		}
		of += auc(chance, p.landed, GOALS) / 8;
		brier += brier_score(chance, p.landed, GOALS) / 8;
		linear += brier_score(line, p.landed, GOALS) / 8;
		base += brier_score(flat, p.landed, GOALS) / 8;
		arena_free(a);
	}
	printf("# landing: AUC %.3f, Brier %.3f (line drawn on %.3f, base rate %.3f), 1,000 goals in %.4f s\n", of, brier, linear, base, took);
	YES(of >= 0.93);
	YES(brier <= 0.110);
	YES(brier < linear - 0.03 && brier < base);
}

TEST("what is said at 0.1, 0.3 .. 0.9 happens that often")
{
	static struct portfolio p;
	struct random_source r = random_from(82);
	struct arena *a = arena_new();
	struct stats_estimate share[5];
	double chance[GOALS], said[5];
	struct landing *l;
	int held = 0;

	grow(&p, &r);
	l = landings(a, p.half, GOALS);
	for (size_t i = 0; i < GOALS; i++)
		chance[i] = l[i].chance.value;
	reliability_table(chance, p.landed, GOALS, 5, share, said);
	for (int k = 0; k < 5; k++)
		held += share[k].low <= said[k] && said[k] <= share[k].high;
	YES(held >= 4);
	arena_free(a);
}

TEST("chances that were too sure are brought back, and those that were right are left")
{
	struct random_source r = random_from(83);
	double said[4000], right[4000];
	bool landed[4000];
	struct recalibration c;

	for (size_t i = 0; i < 4000; i++) {
		double x = 1.5 * random_normal(&r);

		right[i] = 1 / (1 + exp(-x));
		said[i] = 1 / (1 + exp(-2 * x - 0.5));
		landed[i] = random_share(&r) < right[i];
	}
	c = recalibration(said, landed, 4000);
	EQ(c.refusal, STATS_GIVEN);
	WITHIN(c.slope, 0.5, 0.05);
	WITHIN(c.intercept, -0.25, 0.1);
	for (size_t i = 0; i < 4000; i += 97)
		WITHIN(recalibrated(&c, said[i]), right[i], 0.04);
	c = recalibration(right, landed, 4000);
	WITHIN(c.slope, 1, 0.1);
	YES(brier_score(said, landed, 4000) > brier_score(right, landed, 4000));
}

TEST("landing by hand: alone by its own rate; the chance at the mean is a half; there is there")
{
	struct arena *a = arena_new();
	static const double steady[] = { 0, 9, 21, 30, 39, 50 }, there[] = { 0, 20, 50, 80, 100, 104 };
	struct progress goal[] = { { steady, 6, 5 }, { there, 6, 0 }, { steady, 6, 0 } };
	struct landing *l = landings(a, goal, 3);

	NEAR(l[0].rate, 10, 1e-12);
	NEAR(l[0].chance.value, 0.5, 1e-12);
	NEAR(l[0].steps.value, 5, 1e-12);
	YES(l[0].steps.low < 5 && l[0].steps.high > 5);
	NEAR(l[1].chance.value, 1, 0);
	NEAR(l[1].steps.value, 0, 0);
	NEAR(l[2].chance.value, 0, 0);
	arena_free(a);
}

TEST("chances grow with progress and time, and do not change with the order of goals")
{
	static struct portfolio p;
	struct random_source r = random_from(84);
	struct arena *a = arena_new();
	struct progress turned[GOALS];
	struct landing *one, *two, *later;

	grow(&p, &r);
	for (size_t i = 0; i < GOALS; i++)
		turned[GOALS - 1 - i] = p.half[i];
	one = landings(a, p.half, GOALS);
	two = landings(a, turned, GOALS);
	for (size_t i = 0; i < GOALS; i++)
		WITHIN(one[i].chance.value, two[GOALS - 1 - i].chance.value, 1e-9);
	for (size_t i = 0; i < GOALS; i++)
		p.half[i].remaining += 4;
	later = landings(a, p.half, GOALS);
	for (size_t i = 0; i < GOALS; i++)
		YES(later[i].chance.value >= one[i].chance.value || one[i].rate <= 0 || one[i].chance.value > 0.5);
	arena_free(a);
}

TEST("landing at its limits: nothing, few updates, no spread, not a number, few finished, one outcome")
{
	static const double at[] = { 0, 10, 20, 30, 40 }, odd[] = { 0, 10, NAN, 30, 41 };
	struct arena *a = arena_new();
	struct progress goal[] = { { at, 5, 3 }, { odd, 5, 3 }, { at, 4, 3 }, { at, 0, 3 } };
	struct landing *l = landings(a, goal, 4);
	double chance[200], none[1];
	bool landed[200] = { false };
	struct recalibration c;

	landings(a, goal, 0);
	EQ(l[0].chance.refusal, STATS_NO_SPREAD);
	EQ(l[1].chance.refusal, STATS_NOT_A_NUMBER);
	EQ(l[2].chance.refusal, STATS_TOO_FEW);
	EQ(l[2].chance.needs, 4);
	EQ(l[3].steps.refusal, STATS_TOO_FEW);
	for (size_t i = 0; i < 200; i++)
		chance[i] = 0.3;
	EQ(recalibration(chance, landed, 199).refusal, STATS_TOO_FEW);
	EQ(recalibration(chance, landed, 200).refusal, STATS_NO_SPREAD);
	landed[3] = true;
	c = recalibration(chance, landed, 200);          /* all said the same */
	EQ(c.refusal, STATS_NO_SPREAD);
	NEAR(recalibrated(&c, 0.3), 0.3, 0);
	chance[5] = 1.5;
	EQ(recalibration(chance, landed, 200).refusal, STATS_OUT_OF_RANGE);
	YES(isnan(brier_score(chance, landed, 200)));
	none[0] = 0;
	YES(isnan(brier_score(none, landed, 0)));
	arena_free(a);
}
