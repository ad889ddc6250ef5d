/* stats_listen_test.c: shares, eNPS, drivers, slopes: closed forms, planted figures found, refusals, hostile numbers. */
#include "stats/stats_listen.h"
#include "stats/stats_near.h"
#include "stats/stats_random.h"
#include "stats/stats_sample.h"

#include <float.h>
#include <string.h>

TEST("eNPS 33 of 225, its plain and adjusted intervals; all promoters are not a certainty; a whole team is")
{
	struct enps e = enps(120, 60, 45, 0);

	NEAR(e.estimate.value, 100.0 / 3, 1e-14);
	WITHIN(e.wald.low, 23.03, 0.005);
	WITHIN(e.wald.high, 43.64, 0.005);
	WITHIN(e.adjusted.value, 32.89, 0.005);
	WITHIN(e.adjusted.low, 22.66, 0.005);
	WITHIN(e.estimate.high, 43.13, 0.005);
	YES(enps(120, 60, 45, 290).estimate.low > e.estimate.low && enps(120, 60, 45, 290).estimate.high < e.estimate.high);
	e = enps(9, 0, 0, 0);
	YES(e.wald.low == 100 && e.estimate.low < 90 && e.estimate.high == 100);
	e = enps(9, 0, 0, 9);
	YES(e.estimate.low == 100 && e.estimate.high == 100);
	WITHIN(enps(4, 2, 7, 0).estimate.value, -enps(7, 2, 4, 0).estimate.value, 1e-12);
	WITHIN(enps(4, 2, 7, 0).estimate.low, -enps(7, 2, 4, 0).estimate.high, 1e-12);
	EQ(enps(0, 0, 0, 0).estimate.refusal, STATS_TOO_FEW);
	EQ(enps(1, 0, 0, 0).wald_less_one.refusal, STATS_TOO_FEW);
	EQ(enps(-1, 3, 0, 0).estimate.refusal, STATS_OUT_OF_RANGE);
	EQ(enps(3, 3, 0, 5).estimate.refusal, STATS_OUT_OF_RANGE);
	EQ(enps(NAN, 3, 0, 5).adjusted.refusal, STATS_NOT_A_NUMBER);
}

TEST("shares: of a team, of cells weighed, changed among the same people")
{
	const double x[] = { 8, 3 }, n[] = { 10, 10 }, equal[] = { 40, 40 }, team[] = { 90, 10 };
	struct stats_estimate plain = sample_share(11, 20), e = share_of_team(11, 20, 1e9);

	WITHIN(e.low, plain.low, 1e-8);
	YES(share_of_team(11, 20, 30).low > plain.low && share_of_team(11, 20, 20).low == 0.55);
	EQ(share_of_team(11, 20, 19).refusal, STATS_OUT_OF_RANGE);
	NEAR(share_weighed(x, n, equal, 2).value, 0.55, 1e-14);
	NEAR(share_weighed(x, n, team, 2).value, 0.75, 1e-14);
	e = share_weighed(x, n, team, 2);
	YES(e.low < 0.75 && e.high > 0.75 && e.high - e.low > plain.high - plain.low - 0.1 && e.n == 20);
	EQ(share_weighed(x, (double[]){ 10, 0 }, team, 2).refusal, STATS_OUT_OF_RANGE);
	EQ(share_weighed((double[]){ 8, 0 }, (double[]){ 10, 0 }, team, 2).refusal, STATS_TOO_FEW);
	EQ(share_weighed(x, n, team, 0).refusal, STATS_TOO_FEW);
	e = share_change(40, 5, 15, 40);
	NEAR(e.value, 0.1, 1e-14);
	YES(e.low > 0 && e.high < 0.2);
	NEAR(share_change(40, 15, 5, 40).low, -e.high, 1e-12);
	NEAR(share_change(40, 5, 15, 40).high, e.high, 0);
	YES(share_change(0, 0, 8, 0).value == 1 && share_change(0, 0, 8, 0).low < 0.9);
	EQ(share_change(0, 0, 0, 0).refusal, STATS_TOO_FEW);
	EQ(share_change(1, -1, 3, 4).refusal, STATS_OUT_OF_RANGE);
}

/* p items that share one common part, an outcome of them by `weight`, in columns. */
static void
answers(size_t n, size_t p, double common, const double *weight, double *x, double *y, uint64_t seed)
{
	struct random_source r = random_from(seed);

	for (size_t i = 0; i < n; i++) {
		double mood = random_normal(&r);

		y[i] = 1.2 * random_normal(&r);
		for (size_t j = 0; j < p; j++) {
			x[j * n + i] = common * mood + random_normal(&r);
			y[i] += weight[j] * x[j * n + i];
		}
	}
}

TEST("drivers: one and two items by their closed forms; shares add up; alike items share alike; scale and order do not matter")
{
	static double x[3 * 200], y[200], other[3 * 200], turned[200];
	struct arena *a = arena_new();
	struct drivers d, e;
	double r1, r2, r12, both;

	answers(200, 3, 0.8, (double[]){ 0.6, 0.2, 0 }, x, y, 4);
	d = drivers(a, &(struct drivers_input){ .n = 200, .p = 1, .y = y, .x = x });
	r1 = sample_correlation(x, y, 200);
	NEAR(d.shapley[0], r1 * r1, 1e-12);
	NEAR(d.johnson[0], r1 * r1, 1e-12);
	NEAR(d.beta[0], r1, 1e-12);
	d = drivers(a, &(struct drivers_input){ .n = 200, .p = 2, .y = y, .x = x });
	r2 = sample_correlation(x + 200, y, 200);
	r12 = sample_correlation(x, x + 200, 200);
	both = (r1 * r1 + r2 * r2 - 2 * r1 * r2 * r12) / (1 - r12 * r12);
	NEAR(d.r_squared, both, 1e-12);
	NEAR(d.shapley[0], (r1 * r1 + both - r2 * r2) / 2, 1e-12);
	NEAR(d.johnson[0], d.shapley[0], 1e-12); /* with two items both ways agree */
	d = drivers(a, &(struct drivers_input){ .n = 200, .p = 3, .y = y, .x = x, .draws = 200, .seed = 1 });
	NEAR(d.shapley[0] + d.shapley[1] + d.shapley[2], d.r_squared, 1e-12);
	NEAR(d.johnson[0] + d.johnson[1] + d.johnson[2], d.r_squared, 1e-12);
	YES(d.importance[0].low < d.shapley[0] && d.shapley[0] < d.importance[0].high && d.importance[0].low > d.importance[2].high);
	for (size_t i = 0; i < 200; i++) {
		size_t from = (7 * i + 3) % 200;

		turned[i] = 5 - 2 * y[from];
		for (size_t j = 0; j < 3; j++)
			other[j * 200 + i] = 1e5 + 3 * x[(2 - j) * 200 + from];
	}
	e = drivers(a, &(struct drivers_input){ .n = 200, .p = 3, .y = turned, .x = other });
	for (size_t j = 0; j < 3; j++) {
		NEAR(e.shapley[2 - j], d.shapley[j], 1e-8);
		NEAR(e.johnson[2 - j], d.johnson[j], 1e-8);
	}
	EQ(e.importance[0].refusal, STATS_TOO_FEW);
	arena_free(a);
}

TEST("drivers: the planted order is found, mean Spearman 0.90 or more over eight surveys; twelve exactly, more by Johnson")
{
	static const double weight[] = { 0.5, 0.35, 0.25, 0.15, 0.08, 0 };
	static double x[14 * 800], y[800];
	struct arena *a = arena_new();
	double sum = 0;
	struct drivers d;

	for (uint64_t run = 0; run < 8; run++) {
		answers(800, 6, 0.7, weight, x, y, 30 + run);
		d = drivers(a, &(struct drivers_input){ .n = 800, .p = 6, .y = y, .x = x });
		sum += sample_spearman(a, d.shapley, weight, 6) / 8;
	}
	YES(sum >= 0.90);
	answers(800, 14, 0.7, (double[14]){ 0.5, 0.3 }, x, y, 50);
	d = drivers(a, &(struct drivers_input){ .n = 800, .p = 12, .y = y, .x = x, .draws = 100, .seed = 3 });
	YES(d.importance[0].refusal == STATS_GIVEN && d.shapley[0] > d.shapley[1] && d.shapley[1] > d.shapley[5]);
	WITHIN(d.johnson[0], d.shapley[0], 0.02);
	d = drivers(a, &(struct drivers_input){ .n = 800, .p = 14, .y = y, .x = x, .draws = 100, .seed = 3 });
	YES(isnan(d.shapley[0]) && d.importance[0].value == d.johnson[0] && d.importance[0].low < d.johnson[0]);
	arena_free(a);
}

TEST("drivers refuse too few, no spread, items that make up one another; rows with a hole are left out")
{
	static double x[2 * 100], y[100];
	struct arena *a = arena_new();
	struct drivers_input in = { 100, 2, y, x, 0, 0 };

	answers(100, 2, 0.5, (double[]){ 0.5, 0.5 }, x, y, 9);
	x[5] = y[9] = NAN;
	EQ(drivers(a, &in).n, 98);
	in.n = 3;
	EQ(drivers(a, &(struct drivers_input){ 3, 2, y, x, 0, 0 }).refusal, STATS_TOO_FEW);
	EQ(drivers(a, &(struct drivers_input){ 0, 2, y, x, 0, 0 }).refusal, STATS_TOO_FEW);
	EQ(drivers(a, &(struct drivers_input){ 100, 0, y, x, 0, 0 }).refusal, STATS_OUT_OF_RANGE);
	in.n = 100;
	for (size_t i = 0; i < 100; i++)
		x[100 + i] = 2 - 3 * x[i];
	EQ(drivers(a, &in).refusal, STATS_NOT_SEPARABLE);
	for (size_t i = 0; i < 100; i++)
		x[100 + i] = 3;
	EQ(drivers(a, &in).refusal, STATS_NO_SPREAD);
	YES(isnan(drivers(a, &in).shapley[0]) && drivers(a, &in).importance[0].refusal == STATS_NO_SPREAD);
	arena_free(a);
}

enum { PEOPLE = 600, PULSES = 8 };

/* Answers of each quarter, a hundredth missing; every twelfth slides by 0.28 a quarter. */
static void
pulses(uint32_t *who, double *time, double *y, double slide, uint64_t seed)
{
	struct random_source r = random_from(seed);

	for (size_t i = 0; i < PEOPLE; i++) {
		double level = 3.6 + 0.5 * random_normal(&r), own = 0.03 * random_normal(&r) - (i % 12 == 0 ? slide : 0);

		for (size_t t = 0; t < PULSES; t++) {
			who[i * PULSES + t] = (uint32_t)i;
			time[i * PULSES + t] = (double)t;
			y[i * PULSES + t] = random_share(&r) < 0.1 ? NAN : level + own * (double)t + 0.4 * random_normal(&r);
		}
	}
}

TEST("slopes: who slides is found, hardly anybody else is; what is planted comes back")
{
	static uint32_t who[PEOPLE * PULSES];
	static double time[PEOPLE * PULSES], y[PEOPLE * PULSES];
	struct arena *a = arena_new();
	double right = 0, wrong = 0;
	struct slopes s;

	for (uint64_t run = 0; run < 4; run++) {
		pulses(who, time, y, 0.28, 70 + run);
		s = slopes(a, &(struct slopes_input){ COUNT(who), PEOPLE, who, time, y, 0 });
		EQ(s.refusal, STATS_GIVEN);
		for (size_t i = 0; i < PEOPLE; i++)
			*(i % 12 == 0 ? &right : &wrong) += s.each[i].flagged;
	}
	YES(right / (4 * PEOPLE / 12) >= 0.55);
	YES(wrong / (right + wrong) <= 0.06);
	pulses(who, time, y, 0, 80);
	s = slopes(a, &(struct slopes_input){ COUNT(who), PEOPLE, who, time, y, 0 });
	YES(s.flagged <= 1);
	WITHIN(s.intercept_sd, 0.5, 0.05);
	WITHIN(s.slope_sd, 0.03, 0.015);
	WITHIN(s.residual_sd, 0.4, 0.02);
	WITHIN(s.intercept, 3.6, 0.08);
	WITHIN(s.mean_slope, 0, 0.015);
	YES(s.each[3].slope.low < s.each[3].slope.value && s.each[3].slope.value < s.each[3].slope.high);
	arena_free(a);
}

TEST("slopes do not mind order, units of time or of the answers; small groups have no count")
{
	static uint32_t who[PEOPLE * PULSES], turned_who[PEOPLE * PULSES], member[PEOPLE];
	static double time[PEOPLE * PULSES], y[PEOPLE * PULSES], turned_time[PEOPLE * PULSES], turned_y[PEOPLE * PULSES];
	struct arena *a = arena_new();
	struct slopes s, t;
	size_t n = COUNT(who);

	pulses(who, time, y, 0.28, 90);
	for (size_t i = 0; i < n; i++) {
		size_t from = (i * 7 + 11) % n;

		turned_who[i] = who[from];
		turned_time[i] = 3 * time[from] + 1000;
		turned_y[i] = 50 + 20 * y[from];
	}
	s = slopes(a, &(struct slopes_input){ n, PEOPLE, who, time, y, 0 });
	t = slopes(a, &(struct slopes_input){ n, PEOPLE, turned_who, turned_time, turned_y, 0 });
	EQ(t.flagged, s.flagged);
	NEAR(t.slope_sd, s.slope_sd * 20 / 3, 1e-4);
	NEAR(t.each[12].z, s.each[12].z, 1e-3);
	NEAR(t.residual_sd, 20 * s.residual_sd, 1e-5);
	for (uint32_t i = 0; i < PEOPLE; i++)
		member[i] = i;
	NEAR(slopes_in_group(&s, member, PEOPLE).value, (double)s.flagged / (double)s.asked, 1e-12);
	EQ(slopes_in_group(&s, member, 9).refusal, STATS_TOO_FEW);
	EQ(slopes_in_group(&s, member, 9).needs, 10);
	EQ(slopes(a, &(struct slopes_input){ 9 * PULSES, PEOPLE, who, time, y, 0 }).refusal, STATS_TOO_FEW);
	EQ(slopes(a, &(struct slopes_input){ 0, PEOPLE, who, time, y, 0 }).refusal, STATS_TOO_FEW);
	EQ(slopes(a, &(struct slopes_input){ n, 500, who, time, y, 0 }).refusal, STATS_OUT_OF_RANGE);
	for (size_t i = 0; i < n; i++)
		y[i] = 3;
	EQ(slopes(a, &(struct slopes_input){ n, PEOPLE, who, time, y, 0 }).refusal, STATS_NO_SPREAD);
	arena_free(a);
}

static void
given_is_a_number(struct stats_estimate e)
{
	YES(e.refusal != STATS_GIVEN || !(isnan(e.value) || isnan(e.low) || isnan(e.high)));
}

TEST("listening takes any numbers, whatever the layout")
{
	static const double odd[] = { 0, -0.0, -1, 0.5, 1e-300, 1e300, DBL_MAX, -DBL_MAX, NAN, INFINITY, -INFINITY, 4.9e-324, 1e15 };
	struct random_source r = random_from(904);

	for (int round = 0; round < 200; round++) {
		struct arena *a = arena_new();
		size_t n = random_below(&r, 120), p = 1 + random_below(&r, 4), wild = (size_t[]){ 0, 3, 30 }[round % 3];
		double x[5 * 120], y[120];
		uint32_t who[120];
		struct drivers d;
		struct slopes s;

		for (size_t i = 0; i < COUNT(x); i++)
			x[i] = random_below(&r, 100) < wild ? odd[random_below(&r, COUNT(odd))] : (double)random_below(&r, 6);
		for (size_t i = 0; i < 120; i++) {
			y[i] = random_below(&r, 100) < wild ? odd[random_below(&r, COUNT(odd))] : (double)random_below(&r, 6);
			who[i] = (uint32_t)random_below(&r, round % 8 ? 14 : 15);
		}
		given_is_a_number(enps(x[0], x[1], x[2], x[3]).estimate);
		given_is_a_number(share_of_team(x[0], x[1], x[2]));
		given_is_a_number(share_change(x[0], x[1], x[2], x[3]));
		given_is_a_number(share_weighed(x, x + 5, x + 10, 5));
		d = drivers(a, &(struct drivers_input){ n, p, y, x, round % 2 ? 100 : 0, 5 });
		for (size_t j = 0; j < p; j++)
			given_is_a_number(d.importance[j]);
		s = slopes(a, &(struct slopes_input){ n, 14, who, x, y, x[7] });
		for (size_t i = 0; i < 14; i++)
			given_is_a_number(s.each[i].slope);
		given_is_a_number(slopes_in_group(&s, (uint32_t[]){ 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 }, 12));
		arena_free(a);
	}
}
