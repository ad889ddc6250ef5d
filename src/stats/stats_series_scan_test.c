/* stats_series_scan_test.c: portfolios with planted spikes, shifts and drifts; pairs of which one leads. Knows no method. */
#include "stats/stats_near.h"
#include "stats/stats_random.h"
#include "stats/stats_series_scan.h"

#include <string.h>
#include <time.h>

enum { SERIES = 200, LENGTH = 36, BASE = 24, KINDS = 4 };

/* Season, AR(1) noise of SD 1; kind 1: one value 5 SD off; 2: 2.5 SD from a month on; 3: 0.4 SD a month more from a month on. */
static void
plant(struct random_source *r, double *x, int kind)
{
	double phi = 0.2 + 0.1 * random_normal(r), e = random_normal(r), angle = 6 * random_share(r), sign = random_sign(r), size = 0.5 + 2 * random_share(r);
	size_t spike = BASE + random_below(r, 12), shift = BASE + 2 + random_below(r, 6), drift = BASE + random_below(r, 4);

	phi = fmin(0.6, fmax(-0.1, phi));
	for (size_t t = 0; t < LENGTH; t++) {
		e = phi * e + sqrt(1 - phi * phi) * random_normal(r);
		x[t] = 10 + size * cos(2 * M_PI * (double)t / 12 + angle) + e;
		x[t] += kind == 1 && t == spike ? sign * 5 : kind == 2 && t >= shift ? sign * 2.5 : kind == 3 && t >= drift ? sign * 0.4 * (double)(t - drift + 1) : 0;
	}
}

static double
auc(const double *clean, size_t m, const double *planted, size_t k)
{
	double wins = 0;

	for (size_t i = 0; i < m; i++)
		for (size_t j = 0; j < k; j++)
			wins += planted[j] < clean[i] ? 1 : planted[j] == clean[i] ? 0.5 : 0;
	return wins / (double)(m * k);
}

TEST("the scan of 40 portfolios: false discoveries within 5 %, spikes, shifts and drifts found (bars 0.60, 0.70, 0.85; AUC 0.985)")
{
	struct random_source r = random_from(71);
	double fdp = 0, of = 0, found[KINDS] = { 0 }, planted[KINDS] = { 0 };

	for (int round = 0; round < 40; round++) {
		struct arena *a = arena_new();
		double *x = NEW_MANY(a, double, SERIES * LENGTH), clean[SERIES], hit[SERIES], wrong = 0;
		size_t m = 0, k = 0;
		struct scan s;

		for (size_t j = 0; j < SERIES; j++)
			plant(&r, x + j * LENGTH, j % 5 == 0 ? 1 + (int)(j / 5 % 3) : 0);
		s = series_scan(a, x, SERIES, LENGTH, BASE, 12, 0.05);
		for (size_t j = 0; j < SERIES; j++) {
			int kind = j % 5 == 0 ? 1 + (int)(j / 5 % 3) : 0;

			planted[kind]++;
			found[kind] += s.found[j].flagged;
			wrong += kind == 0 && s.found[j].flagged;
			if (kind == 0)
				clean[m++] = s.found[j].score;
			else
				hit[k++] = s.found[j].score;
		}
		fdp += s.flagged > 0 ? wrong / (double)s.flagged / 40 : 0;
		of += auc(clean, m, hit, k) / 40;
		arena_free(a);
	}
	printf("# scan: AUC %.4f, FDP %.3f, power %.2f %.2f %.2f\n", of, fdp, found[1] / planted[1], found[2] / planted[2], found[3] / planted[3]);
	YES(of >= 0.985);
	YES(fdp <= 0.05);
	YES(found[1] / planted[1] >= 0.60);
	YES(found[2] / planted[2] >= 0.70);
	YES(found[3] / planted[3] >= 0.85);
}

TEST("the scan follows unit, origin and order of series, and says where and how much")
{
	struct random_source r = random_from(72);
	struct arena *a = arena_new();
	double x[6 * LENGTH], y[6 * LENGTH];
	struct scan one, two;

	for (size_t j = 0; j < 6; j++)
		plant(&r, x + j * LENGTH, 0);
	x[3 * LENGTH + 30] += 12;
	for (size_t t = 29; t < LENGTH; t++)
		x[5 * LENGTH + t] -= 6;
	for (size_t j = 0; j < 6; j++)
		for (size_t t = 0; t < LENGTH; t++)
			y[(5 - j) * LENGTH + t] = 1000 - 3 * x[j * LENGTH + t];
	one = series_scan(a, x, 6, LENGTH, BASE, 12, 0.05);
	two = series_scan(a, y, 6, LENGTH, BASE, 12, 0.05);
	for (size_t j = 0; j < 6; j++) {
		NEAR(one.found[j].p, two.found[5 - j].p, 1e-6);
		WITHIN(two.found[5 - j].size.value, -3 * one.found[j].size.value, 1e-8);
	}
	YES(one.found[3].flagged && one.found[3].shape == SCAN_SPIKE && one.found[3].at == 30);
	YES(one.found[3].size.low < 12 && one.found[3].size.high > 12);
	YES(one.found[5].flagged && one.found[5].shape == SCAN_SHIFT && one.found[5].at >= 28 && one.found[5].at <= 30);
	YES(one.found[5].size.value < -4);
	arena_free(a);
}

TEST("a series that is broken or never moves is refused alone; 2,000 series of 36 months are scanned in a tenth of a second")
{
	struct random_source r = random_from(73);
	struct arena *a = arena_new();
	double *x = NEW_MANY(a, double, 2000 * LENGTH);
	struct scan s;
	clock_t start;

	for (size_t j = 0; j < 2000; j++)
		plant(&r, x + j * LENGTH, 0);
	x[7] = NAN;
	for (size_t t = 0; t < LENGTH; t++)
		x[LENGTH + t] = 4;
	start = clock();
	s = series_scan(a, x, 2000, LENGTH, BASE, 12, 0.05);
	printf("# scan of 2,000 series: %.3f s\n", (double)(clock() - start) / CLOCKS_PER_SEC);
	EQ(s.refusal, STATS_GIVEN);
	EQ(s.found[0].size.refusal, STATS_NOT_A_NUMBER);
	EQ(s.found[1].size.refusal, STATS_NO_SPREAD);
	NO(s.found[0].flagged || s.found[1].flagged);
	EQ(s.found[2].size.refusal, STATS_GIVEN);
	EQ(series_scan(a, x, 5, LENGTH, 20, 12, 0.05).refusal, STATS_TOO_FEW);
	EQ(series_scan(a, x, 5, LENGTH, 35, 12, 0.05).refusal, STATS_TOO_FEW);
	EQ(series_scan(a, x, 5, LENGTH, BASE, 0, 0.05).refusal, STATS_OUT_OF_RANGE);
	EQ(series_scan(a, x, 5, LENGTH, BASE, 12, NAN).refusal, STATS_OUT_OF_RANGE);
	EQ(series_scan(a, x, 0, LENGTH, BASE, 12, 0.05).flagged, 0);
	arena_free(a);
}

/* x an AR(1), y what x was `lag` steps ago and noise of its own. */
static void
led(struct random_source *r, double *x, double *y, size_t n, size_t lag, double strength)
{
	double before = 0, other = 0;

	for (size_t t = 0; t < n; t++) {
		x[t] = before = 0.6 * before + random_normal(r);
		other = 0.5 * other + random_normal(r);
		y[t] = other + (t >= lag ? strength * x[t - lag] : 0);
	}
}

TEST("one series that leads is shown to, at its lag; independent ones, both autocorrelated, hardly ever")
{
	struct random_source r = random_from(74);
	struct arena *a = arena_new();
	struct lead_lag pair[300];
	double x[72], y[72];
	size_t right = 0;

	for (int k = 0; k < 40; k++) {
		led(&r, x, y, 72, 3, 1);
		pair[k] = lead_lag(a, x, y, 72);
	}
	lead_lag_family(a, pair, 40, 0.05);
	for (int k = 0; k < 40; k++)
		right += pair[k].leads && pair[k].lag == 3;
	YES(right >= 36);
	for (int k = 0; k < 300; k++) {
		led(&r, x, y, 72, 3, 0);
		pair[k] = lead_lag(a, x, y, 72);
	}
	YES(lead_lag_family(a, pair, 300, 0.05) <= 2);
	arena_free(a);
}

TEST("lead and lag turn round with the pair, follow unit and origin, and refuse what is short, broken or still")
{
	struct random_source r = random_from(75);
	struct arena *a = arena_new();
	static const double still[40] = { 0 };
	double x[60], y[60], z[60];
	struct lead_lag one, two, back;

	led(&r, x, y, 60, 2, 1);
	for (size_t i = 0; i < 60; i++)
		z[i] = 5 - 4 * x[i];
	one = lead_lag(a, x, y, 60);
	two = lead_lag(a, z, y, 60);
	back = lead_lag(a, y, x, 60);
	EQ(one.lag, 2);
	EQ(back.lag, -2);
	YES(isnan(back.gain));
	YES(one.gain > 0.05);
	for (int k = 0; k < LAGS; k++) {
		WITHIN(two.r[k].value, -one.r[k].value, 1e-9);
		YES(one.r[k].low <= one.r[k].value && one.r[k].value <= one.r[k].high);
	}
	EQ(lead_lag(a, x, y, 29).refusal, STATS_TOO_FEW);
	EQ(lead_lag(a, x, y, 29).r[0].needs, 30);
	EQ(lead_lag(a, x, still, 40).refusal, STATS_NO_SPREAD);
	x[3] = INFINITY;
	EQ(lead_lag(a, x, y, 60).refusal, STATS_NOT_A_NUMBER);
	arena_free(a);
}
