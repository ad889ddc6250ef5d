/* stats_group_rating_test.c: fair organisations are left alone, a planted gap is found and measured, refusals, hostile numbers. */
#include "stats/stats_group_rating.h"
#include "stats/stats_near.h"
#include "stats/stats_random.h"

#include <float.h>
#include <string.h>

enum { MOST_PEOPLE = 1000, TEAM = 10, DEPARTMENTS = 10, RATINGS = 4, MOST = MOST_PEOPLE * RATINGS };

struct firm {
	uint32_t ratee[MOST], rater[MOST];
	double y[MOST], x[DEPARTMENTS * MOST];
	uint8_t group[MOST_PEOPLE];
	struct rating_gap_input in;
};

/* Teams of ten in departments that differ; the groups sit in different departments (by `confound`); marks of the manager and
 * of three of the team. */
static void
firm(struct firm *f, size_t people, double bias, double confound, uint64_t seed)
{
	struct random_source r = random_from(seed);
	double department[DEPARTMENTS], severity[MOST_PEOPLE];
	size_t n = 0;

	for (size_t d = 0; d < DEPARTMENTS; d++)
		department[d] = 0.35 * random_normal(&r);
	for (size_t i = 0; i < people; i++)
		severity[i] = 0.25 * random_normal(&r);
	memset(f->x, 0, sizeof f->x);
	for (size_t i = 0; i < people; i++) {
		size_t team = i / TEAM, d = team % DEPARTMENTS;
		double truth = 3.3 + department[d] + 0.45 * random_normal(&r);

		f->group[i] = random_share(&r) < 0.35 * (1 - confound * copysign(1, department[d]));
		for (size_t k = 0; k < RATINGS; k++, n++) {
			size_t by = k == 0 ? team * TEAM : team * TEAM + 1 + (i + k * 2) % (TEAM - 1);

			f->ratee[n] = (uint32_t)i;
			f->rater[n] = (uint32_t)by;
			f->y[n] = by == i ? NAN : truth + severity[by] + (f->group[i] ? bias : 0) + 0.4 * random_normal(&r);
			f->x[n] = k == 0;
			if (d > 0)
				f->x[d * people * RATINGS + n] = 1;
		}
	}
	f->in = (struct rating_gap_input){ { n, f->ratee, f->rater, NULL, f->y, people, people, 0 }, f->group, f->x, DEPARTMENTS };
}

TEST("a fair firm whose groups sit in different departments: the raw gap misleads, the adjusted one does not")
{
	static struct firm f;
	size_t raw = 0, adjusted = 0;

	for (uint64_t run = 0; run < 30; run++) {
		struct arena *a = arena_new();
		struct rating_gap g;

		firm(&f, 1000, 0, 0.6, 200 + run);
		g = rating_gap(a, &f.in);
		EQ(g.refusal, STATS_GIVEN);
		raw += g.raw.p < 0.05;
		adjusted += g.p < 0.05;
		arena_free(a);
	}
	YES(raw >= 15);
	YES(adjusted <= 2);      /* 8 % of 30 */
}

TEST("a gap of -0.20 is found among 1,000 always, among 200 mostly, and measured")
{
	static struct firm f;
	double sum = 0, few = 0, all = 0, covered = 0;

	for (uint64_t run = 0; run < 30; run++) {
		struct arena *a = arena_new();
		struct rating_gap g;

		firm(&f, 1000, -0.20, 0.6, 300 + run);
		g = rating_gap(a, &f.in);
		sum += g.adjusted.value / 30;
		all += g.p < 0.05;
		covered += g.adjusted.low < -0.20 && -0.20 < g.adjusted.high;
		firm(&f, 200, -0.20, 0.6, 400 + run);
		few += rating_gap(a, &f.in).p < 0.05;
		arena_free(a);
	}
	YES(all == 30 && few >= 12 && covered >= 26);
	WITHIN(sum, -0.20, 0.03);
}

TEST("the gap turns with the groups, goes with the scale, and needs five of each; the controls must leave it")
{
	static struct firm f;
	struct arena *a = arena_new();
	struct rating_gap g, other;

	firm(&f, 300, -0.3, 0.2, 9);
	g = rating_gap(a, &f.in);
	YES(g.guard == GROUP_SAID && g.adjusted.low < g.adjusted.value && g.standardised < 0 && g.adjusted.n == g.ratees);
	for (size_t i = 0; i < f.in.marks.n; i++)
		f.y[i] = 10 * f.y[i] + 40;
	for (size_t i = 0; i < 300; i++)
		f.group[i] = !f.group[i];
	other = rating_gap(a, &f.in);
	NEAR(other.adjusted.value, -10 * g.adjusted.value, 1e-5);
	NEAR(other.adjusted.high, -10 * g.adjusted.low, 1e-5);
	NEAR(other.standardised, -g.standardised, 1e-5);
	for (size_t i = 0; i < f.in.marks.n; i++)
		f.x[i] = f.group[f.ratee[i]];
	EQ(rating_gap(a, &f.in).refusal, STATS_NOT_SEPARABLE);
	for (size_t i = 4; i < 300; i++)
		f.group[i] = i < 150 ? GAP_REFERENCE : 7;
	memset(f.group, GAP_FOCAL, 4);
	g = rating_gap(a, &f.in);
	YES(g.refusal == STATS_TOO_FEW && g.adjusted.needs == 10 && g.guard == GROUP_NOT_SAID && g.ratees == 150);
	f.in.p = 51;
	EQ(rating_gap(a, &f.in).refusal, STATS_OUT_OF_RANGE);
	f.in.p = 0;
	f.in.marks.n = 0;
	EQ(rating_gap(a, &f.in).refusal, STATS_TOO_FEW);
	arena_free(a);
}

TEST("managers alone: one mark each is enough for a gap between groups, their own severity taken as chance")
{
	static struct firm f;
	struct arena *a = arena_new();
	struct rating_gap g;

	firm(&f, 1000, -0.3, 0.6, 11);
	for (size_t i = 0; i < f.in.marks.n; i++)
		if (i % RATINGS != 0 || f.ratee[i] == f.rater[i])
			f.y[i] = NAN;
	g = rating_gap(a, &f.in);
	EQ(g.refusal, STATS_GIVEN);
	EQ(g.dyads, g.ratees);
	YES(g.adjusted.low < -0.3 && -0.3 < g.adjusted.high && g.adjusted.high < 0);
	arena_free(a);
}

TEST("rating gaps take any numbers, whatever the layout")
{
	static const double odd[] = { 0, -1, 1e300, -1e300, DBL_MAX, NAN, INFINITY, -INFINITY, 1e-300 };
	struct random_source r = random_from(906);

	for (int round = 0; round < 100; round++) {
		struct arena *a = arena_new();
		size_t n = random_below(&r, 200), wild = (size_t[]){ 0, 1, 20 }[round % 3];
		uint32_t ratee[200], rater[200];
		double y[200], x[400];
		uint8_t group[30];
		struct rating_gap g;

		for (size_t i = 0; i < 200; i++) {
			ratee[i] = (uint32_t)random_below(&r, round % 9 ? 30 : 31);
			rater[i] = (uint32_t)random_below(&r, 9);
			y[i] = random_below(&r, 100) < wild ? odd[random_below(&r, COUNT(odd))] : (double)random_below(&r, 5);
		}
		for (size_t i = 0; i < 400; i++)
			x[i] = random_below(&r, 100) < wild ? odd[random_below(&r, COUNT(odd))] : (double)random_below(&r, 3);
		for (size_t i = 0; i < 30; i++)
			group[i] = (uint8_t)random_below(&r, 3);
		g = rating_gap(a, &(struct rating_gap_input){ { n, ratee, rater, NULL, y, 30, 9, 0 }, group, x, (size_t)round % 3 });
		YES(g.adjusted.refusal != STATS_GIVEN || !(isnan(g.adjusted.value) || isnan(g.adjusted.low) || isnan(g.p)));
		YES(g.raw.difference.refusal != STATS_GIVEN || !isnan(g.raw.difference.low));
		arena_free(a);
	}
}
