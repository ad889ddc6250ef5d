/* stats_survival_test.c: curves, groups, hazards, turnover: published tables, rows cut in two, refusals, hostile numbers. */
#include "stats/stats_near.h"
#include "stats/stats_random.h"
#include "stats/stats_survival.h"
#include "stats/stats_survival_hazard.h"

#include <float.h>
#include <string.h>

/* Freireich et al. 1963 (Gehan 1965): weeks of remission under 6-MP (censored below 0) and placebo. */
static const double weeks[] = { 6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32, -32, -34, -35,
	1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23 };
enum { LEUKAEMIA = COUNT(weeks), TREATED = 21 };

struct remission {
	double time[2 * LEUKAEMIA], entry[2 * LEUKAEMIA], placebo[2 * LEUKAEMIA];
	bool event[2 * LEUKAEMIA];
	uint32_t group[2 * LEUKAEMIA];
	struct survival_rows rows;
};

/* Each row whole; or cut in two where it can be, the second part entering late. */
static void
remission(struct remission *r, bool cut)
{
	size_t n = 0;

	for (size_t i = 0; i < LEUKAEMIA; i++) {
		double t = fabs(weeks[i]), middle = cut && i % 3 != 0 && t > 2 ? floor(t / 2) : 0;

		for (int part = middle > 0 ? 0 : 1; part < 2; part++, n++) {
			r->entry[n] = part == 0 || middle == 0 ? 0 : middle;
			r->time[n] = part == 0 ? middle : t;
			r->event[n] = part == 1 && weeks[i] > 0;
			r->group[n] = i >= TREATED;
			r->placebo[n] = r->group[n];
		}
	}
	r->rows = (struct survival_rows){ n, cut ? r->entry : NULL, r->time, r->event };
}

TEST("Kaplan and Meier on Freireich's 6-MP patients, as published")
{
	static const double at[] = { 6, 7, 10, 13, 16, 22, 23 }, share[] = { 0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448 };
	static const double error[] = { 0.076, 0.087, 0.096, 0.107, 0.114, 0.128, 0.135 };
	struct arena *a = arena_new();
	struct remission r;
	struct survival s;
	struct stats_estimate median;

	remission(&r, false);
	r.rows.n = TREATED;
	s = survival(a, &r.rows);
	for (size_t i = 0; i < COUNT(at); i++) {
		WITHIN(survival_share(&s, at[i], SURVIVAL_LOG_LOG).value, share[i], 0.0005);
		WITHIN(survival_error(&s, at[i]), error[i], 0.0006);
	}
	EQ(survival_risk(&s, 6), 21);
	EQ(survival_risk(&s, 23), 6);
	EQ(s.events, 9);
	median = survival_time(&s, 0.5);
	YES(median.value == 23 && median.low == 13 && isinf(median.high));
	EQ(survival_time(&s, 0.9).refusal, STATS_TOO_FEW);
	YES(survival_share(&s, 5.9, SURVIVAL_LOG).value == 1 && survival_error(&s, 0) == 0);
	NEAR(survival_known_until(&s, 10), 16, 0);
	NEAR(survival_mean(&s, 6, NULL).value, 6, 1e-14);
	NEAR(survival_mean(&s, 7, NULL).value, 6 + 18.0 / 21, 1e-14);
	arena_free(a);
}

TEST("log-rank and Cox on the same patients, as published; cutting rows in two changes nothing")
{
	struct arena *a = arena_new();
	struct remission r, cut;
	struct log_rank l, m;
	struct cox c, d;
	struct survival s, t;

	remission(&r, false);
	remission(&cut, true);
	YES(cut.rows.n > 60);
	l = log_rank(a, &r.rows, r.group, 2);
	WITHIN(l.expected[0], 19.25, 0.005);
	WITHIN(l.chi_square, 16.79, 0.005);
	m = log_rank(a, &cut.rows, cut.group, 2);
	NEAR(m.chi_square, l.chi_square, 1e-12);
	c = cox(a, &(struct cox_input){ r.rows, r.placebo, 1 });
	WITHIN(c.coef[0], 1.572, 0.0005);        /* Efron's ties; Breslow's give 1.509 */
	WITHIN(c.se[0], 0.412, 0.0005);
	d = cox(a, &(struct cox_input){ cut.rows, cut.placebo, 1 });
	NEAR(d.coef[0], c.coef[0], 1e-9);
	NEAR(d.se[0], c.se[0], 1e-9);
	WITHIN(d.log_likelihood[1], c.log_likelihood[1], 1e-9);
	YES(isnan(d.concordance) && c.concordance > 0.6);
	NEAR(cox_ratio(&c, 0).value, exp(c.coef[0]), 1e-15);
	s = survival(a, &r.rows);
	t = survival(a, &cut.rows);
	EQ(s.steps, t.steps);
	for (size_t k = 0; k < s.steps; k++)
		NEAR(t.greenwood[k], s.greenwood[k], 1e-12);
	arena_free(a);
}

/* n rows whose hazard is exp(slope x); the second column says nothing. */
static void
made_up(size_t n, double slope, double crossing, double *time, bool *event, double *x, uint64_t seed)
{
	struct random_source r = random_from(seed);

	for (size_t i = 0; i < n; i++) {
		double t, first;

		x[i] = random_normal(&r);
		x[n + i] = random_normal(&r);
		first = exp(slope * x[i]);
		t = -log(random_share(&r)) / first;
		if (t > 0.5)             /* later the hazard may turn */
			t = 0.5 + (t - 0.5) * first / exp((slope + crossing) * x[i]);
		event[i] = t < 1.5;
		time[i] = fmin(t, 1.5);
	}
}

TEST("Cox finds what is planted, sees hazards that cross, and does not mind scale or order")
{
	enum { N = 1500 };
	static double time[N], x[2 * N], other[3 * N], turned_time[N];
	static bool event[N], turned[N];
	struct arena *a = arena_new();
	struct cox c, d;

	made_up(N, 0.7, 0, time, event, x, 5);
	c = cox(a, &(struct cox_input){ { N, NULL, time, event }, x, 2 });
	WITHIN(c.coef[0], 0.7, 3 * c.se[0]);
	WITHIN(c.coef[1], 0, 3 * c.se[1]);
	YES(c.proportional_p[0] > 0.05 && c.log_likelihood[1] > c.log_likelihood[0] + 50 && c.concordance > 0.65);
	for (size_t i = 0; i < N; i++) {
		size_t from = (i * 7 + 3) % N;

		turned_time[i] = 30 * time[from];
		turned[i] = event[from];
		other[i] = 1e4 - 20 * x[from];
		other[N + i] = 5;
		other[2 * N + i] = x[N + from];
	}
	d = cox(a, &(struct cox_input){ { N, NULL, turned_time, turned }, other, 3 });
	NEAR(d.coef[0], -c.coef[0] / 20, 1e-7);
	NEAR(d.se[0], c.se[0] / 20, 1e-7);
	NEAR(d.coef[2], c.coef[1], 1e-6);
	NEAR(d.concordance, c.concordance, 1e-9);
	NEAR(d.proportional_p[0], c.proportional_p[0], 1e-6);
	YES(isnan(d.coef[1]) && cox_ratio(&d, 1).refusal == STATS_NOT_SEPARABLE);
	made_up(N, 0.7, -1.2, time, event, x, 6);
	YES(cox(a, &(struct cox_input){ { N, NULL, time, event }, x, 2 }).proportional_p[0] < 0.001);
	arena_free(a);
}

TEST("kinds of ending add up to all endings; without anyone unfinished they are plain shares")
{
	struct arena *a = arena_new();
	double time[40];
	bool event[40];
	uint8_t kind[40];
	struct survival_rows rows = { 40, NULL, time, event };
	struct stats_estimate one, two;
	struct survival s;

	for (int i = 0; i < 40; i++) {
		time[i] = 1 + i % 13;
		event[i] = true;
		kind[i] = (uint8_t)(1 + (i % 3 == 0));
	}
	one = survival_of_kind(a, &rows, kind, 1, 100);
	NEAR(one.value, 26.0 / 40, 1e-12);
	NEAR(one.high - one.low, 2 * STATS_Z95 * sqrt(26.0 * 14 / 64000), 1e-9);
	for (int i = 0; i < 40; i += 4)
		event[i] = false;
	one = survival_of_kind(a, &rows, kind, 1, 7);
	two = survival_of_kind(a, &rows, kind, 2, 7);
	s = survival(a, &rows);
	NEAR(one.value + two.value, 1 - survival_share(&s, 7, SURVIVAL_LOG).value, 1e-12);
	YES(one.low < one.value && one.value < one.high && survival_of_kind(a, &rows, kind, 3, 7).value == 0);
	arena_free(a);
}

/* Garwood 1936: exact limits of a Poisson mean. */
TEST("turnover: Garwood's limits, none at all, and what is refused")
{
	struct stats_estimate e = turnover_rate(10, 2);

	WITHIN(e.low, 4.795 / 2, 0.0005);
	WITHIN(e.high, 18.390 / 2, 0.0005);
	NEAR(e.value, 5, 1e-15);
	e = turnover_rate(0, 1);
	YES(e.value == 0 && e.low == 0);
	WITHIN(e.high, 3.689, 0.0005);
	e = turnover_ratio(12, 100, 6, 100);
	YES(e.value == 2 && e.low < 1 && e.high > 2);
	NEAR(turnover_ratio(6, 100, 12, 100).low, 1 / e.high, 1e-9);
	NEAR(turnover_ratio(12, 10, 6, 10).high, e.high, 1e-12);
	EQ(turnover_rate(1.5, 2).refusal, STATS_OUT_OF_RANGE);
	EQ(turnover_rate(-1, 2).refusal, STATS_OUT_OF_RANGE);
	EQ(turnover_rate(1, 0).refusal, STATS_TOO_FEW);
	EQ(turnover_rate(NAN, 1).refusal, STATS_NOT_A_NUMBER);
	EQ(turnover_ratio(3, 1, 0, 1).refusal, STATS_NO_SPREAD);
}

TEST("survival refuses nobody, no number, time below 0; a coefficient without end; leaves out who was never there")
{
	struct arena *a = arena_new();
	double time[] = { 1, 2, 3, 4 }, entry[] = { 0, 2, 1, 0 }, x[] = { 0, 0, 1, 1 };
	bool event[] = { true, true, false, false };
	struct survival_rows rows = { 4, entry, time, event };

	EQ(survival(a, &rows).n, 3);
	rows.entry = NULL;
	EQ(cox(a, &(struct cox_input){ rows, x, 1 }).refusal, STATS_NOT_SEPARABLE);
	x[2] = x[3] = 0;
	EQ(cox(a, &(struct cox_input){ rows, x, 1 }).refusal, STATS_NO_SPREAD);
	EQ(log_rank(a, &rows, (uint32_t[]){ 0, 0, 0, 0 }, 2).refusal, STATS_TOO_FEW);
	EQ(log_rank(a, &rows, (uint32_t[]){ 0, 0, 1, 2 }, 2).refusal, STATS_OUT_OF_RANGE);
	event[0] = event[1] = false;
	EQ(cox(a, &(struct cox_input){ rows, x, 1 }).refusal, STATS_TOO_FEW);
	rows.n = 0;
	EQ(survival(a, &rows).refusal, STATS_TOO_FEW);
	EQ(cox(a, &(struct cox_input){ rows, x, 1 }).refusal, STATS_TOO_FEW);
	rows.n = 4;
	time[1] = -1;
	EQ(survival(a, &rows).refusal, STATS_OUT_OF_RANGE);
	time[1] = NAN;
	EQ(survival(a, &rows).refusal, STATS_NOT_A_NUMBER);
	arena_free(a);
}

/* 1,200 people over 48 months; leaving each month by tenure and two things known before, one of them planted at -0.8. */
static size_t
months_at_work(double *tenure, bool *event, double *x, double *month, size_t most, uint64_t seed)
{
	struct random_source r = random_from(seed);
	size_t n = 0;
	double *pulse = x, *other = x + most;

	for (int person = 0; person < 1200; person++) {
		double began = floor(40 * random_share(&r)), mood = 0.7 * random_normal(&r);

		for (int m = 0; m < 48 && n < most; m++) {
			tenure[n] = began + m;
			month[n] = m;
			pulse[n] = mood + 0.5 * random_normal(&r);
			other[n] = random_normal(&r);
			event[n] = random_share(&r) < 1 / (1 + exp(4.3 + 0.01 * tenure[n] + 0.8 * pulse[n]));
			if (event[n++])
				break;
		}
	}
	return n;
}

/* Of those there at month `from`: chances of leaving within six months, and who did; how many. */
static size_t
six_months_ahead(const struct hazard *h, size_t n, size_t most, const double *tenure, const bool *event, const double *x, const double *month,
	double from, double *chance, double *happened)
{
	size_t people = 0;

	for (size_t i = 0; i < n; i++)
		if (month[i] == from) {
			chance[people] = hazard_ahead(h, tenure[i], (double[]){ x[i], x[most + i] }, 6);
			happened[people] = 0;
			for (size_t k = i; k < n && k < i + 6 && month[k] >= from; k++)
				happened[people] = happened[people] > 0 || event[k];
			people++;
		}
	return people;
}

TEST("attrition six months ahead: order and level hold out of time; groups only; the better ridge is found")
{
	enum { MOST = 60000 };
	static double tenure[MOST], x[2 * MOST], month[MOST], early[2 * MOST], chance[1200], happened[1200];
	static bool event[MOST];
	struct arena *a = arena_new();
	double area = 0, ratio = 0;

	for (uint64_t run = 0; run < 4; run++) {
		size_t n = months_at_work(tenure, event, x, month, MOST, 60 + run), m = 0, people;
		struct hazard_input in = { .p = 2, .x = early };
		static double early_tenure[MOST];
		static bool early_event[MOST];
		struct hazard h;
		struct hazard_check c;

		for (size_t i = 0; i < n; i++)
			m += month[i] < 36;
		for (size_t i = 0, to = 0; i < n; i++)
			if (month[i] < 36) {
				early_tenure[to] = tenure[i];
				early_event[to] = event[i];
				early[to] = x[i];
				early[m + to++] = x[MOST + i];
			}
		in.n = m;
		in.tenure = early_tenure;
		in.event = early_event;
		h = hazard(a, &in);
		EQ(h.refusal, STATS_GIVEN);
		WITHIN(h.fit.coef[2 + h.knots], -0.8, 4 * h.fit.se[2 + h.knots]);
		people = six_months_ahead(&h, n, MOST, tenure, event, x, month, 36, chance, happened);
		c = hazard_check(a, chance, happened, people);
		area += c.area.value / 4;
		ratio += c.ratio.value / 4;
		YES(c.area.low < c.area.value && c.ratio.low < c.ratio.value && c.lift > 1.2);
		EQ(hazard_group(chance, 9).refusal, STATS_TOO_FEW);
		EQ(hazard_group(chance, 9).needs, 10);
		YES(hazard_group(chance, people).low > 0 && hazard_group(chance, people).high < 0.5);
	}
	YES(area >= 0.62);
	YES(ratio >= 0.85 && ratio <= 1.15);
	arena_free(a);
}

TEST("hazards: a useless crowd of columns wants a ridge; refusals")
{
	enum { N = 400, P = 30 };
	static double tenure[N], x[P * N], when[N];
	static bool event[N];
	struct arena *a = arena_new();
	struct random_source r = random_from(3);
	struct hazard_input in = { N, P, tenure, event, x, 0 };

	for (size_t i = 0; i < N; i++) {
		tenure[i] = (double)(i % 37);
		when[i] = (double)(i % 20);
		event[i] = random_share(&r) < 0.15;
		for (size_t j = 0; j < P; j++)
			x[j * N + i] = random_normal(&r);
	}
	YES(hazard_ridge(a, &in, when, 14, (double[]){ 0, 1, 100 }, 3) == 100);
	YES(isnan(hazard_ridge(a, &in, when, 50, (double[]){ 0, 1 }, 2)));
	in.n = 0;
	EQ(hazard(a, &in).refusal, STATS_TOO_FEW);
	in.n = N;
	tenure[3] = NAN;
	EQ(hazard(a, &in).refusal, STATS_NOT_A_NUMBER);
	YES(isnan(hazard_ahead(&(struct hazard){ .refusal = STATS_TOO_FEW }, 1, x, 6)));
	EQ(hazard_group((double[]){ 0, 0, 0, 0, 0, 0, 0, 0, 0, 2 }, 10).refusal, STATS_OUT_OF_RANGE);
	EQ(hazard_check(a, (double[]){ 0.1, 0.2 }, (double[]){ 0, 0 }, 2).ratio.refusal, STATS_TOO_FEW);
	arena_free(a);
}

static void
given_is_a_number(struct stats_estimate e)
{
	YES(e.refusal != STATS_GIVEN || !(isnan(e.value) || isnan(e.low) || isnan(e.high)));
}

TEST("survival takes any numbers, whatever the layout")
{
	static const double odd[] = { 0, -0.0, -1, 1e-300, 1e300, DBL_MAX, NAN, INFINITY, -INFINITY, 4.9e-324, 1e15, 0.1 };
	struct random_source r = random_from(903);

	for (int round = 0; round < 300; round++) {
		struct arena *a = arena_new();
		size_t n = random_below(&r, 30), wild = (size_t[]){ 0, 1, 30 }[round % 3];
		double time[30], entry[30], x[60];
		bool event[30];
		uint8_t kind[30];
		uint32_t group[30];
		struct survival_rows rows = { n, round % 2 ? entry : NULL, time, event };
		struct survival s;
		struct cox c;

		for (size_t i = 0; i < 60; i++)
			x[i] = random_below(&r, 100) < wild ? odd[random_below(&r, COUNT(odd))] : (double)random_below(&r, 4);
		for (size_t i = 0; i < 30; i++) {
			time[i] = random_below(&r, 100) < wild ? odd[random_below(&r, COUNT(odd))] : (double)random_below(&r, 9);
			entry[i] = random_below(&r, 100) < wild ? odd[random_below(&r, COUNT(odd))] : (double)random_below(&r, 5);
			event[i] = random_below(&r, 2) == 0;
			kind[i] = (uint8_t)random_below(&r, 3);
			group[i] = (uint32_t)random_below(&r, round % 9 ? 3 : 4);
		}
		s = survival(a, &rows);
		given_is_a_number(survival_share(&s, x[0], SURVIVAL_LOG_LOG));
		given_is_a_number(survival_share(&s, x[1], SURVIVAL_LOG));
		given_is_a_number(survival_mean(&s, x[2], NULL));
		given_is_a_number(survival_of_kind(a, &rows, kind, 1, x[3]));
		YES(survival_risk(&s, x[4]) <= n);
		log_rank(a, &rows, group, 3);
		c = cox(a, &(struct cox_input){ rows, x, n > 0 ? 60 / n < 3 ? 60 / n : 2 : 0 });
		for (size_t j = 0; j < 3; j++)
			given_is_a_number(cox_ratio(&c, j));
		given_is_a_number(turnover_rate(x[0], x[1]));
		given_is_a_number(turnover_ratio(x[0], x[1], x[2], x[3]));
		hazard(a, &(struct hazard_input){ n, 1, time, event, x, entry[0] });
		given_is_a_number(hazard_group(x, 20));
		hazard_check(a, x, time, n);
		arena_free(a);
	}
}
