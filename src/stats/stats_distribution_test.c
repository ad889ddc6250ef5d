/* stats_distribution_test.c: distributions against values of 30-digit arithmetic, and what must hold of any. */
#include "stats/stats_distribution.h"
#include "stats/stats_near.h"
#include "stats/stats_special.h"

enum which {
	NORMAL_ABOVE, CHI_ABOVE, CHI_BELOW, T_ABOVE, F_ABOVE, BETA_BELOW, BETA_ABOVE, BINOMIAL_CHANCE, BINOMIAL_BELOW,
	POISSON_CHANCE, POISSON_BELOW, URN_CHANCE, URN_BELOW, CHI_QUANTILE, F_QUANTILE, T_QUANTILE, BETA_QUANTILE, NORMAL_QUANTILE
};

/* Computed with mpmath at 30 digits from the definitions. */
static const struct {
	enum which what;
	double with[4], value;
} table[] = {
	{ NORMAL_ABOVE, { -8.0 }, 0.99999999999999938 },
	{ NORMAL_ABOVE, { -1.5 }, 0.93319279873114193 },
	{ NORMAL_ABOVE, { 0.0 }, 0.5 },
	{ NORMAL_ABOVE, { 0.29999999999999999 }, 0.38208857781104737 },
	{ NORMAL_ABOVE, { 5.0 }, 2.8665157187919391e-7 },
	{ CHI_ABOVE, { 0.001, 1.0 }, 0.97477287936996039 },
	{ CHI_BELOW, { 0.001, 1.0 }, 0.025227120630039612 },
	{ CHI_ABOVE, { 30.0, 1.0 }, 4.3204630578274973e-8 },
	{ CHI_BELOW, { 30.0, 1.0 }, 0.99999995679536942 },
	{ CHI_ABOVE, { 3.5, 4.0 }, 0.4778783444887241 },
	{ CHI_BELOW, { 3.5, 4.0 }, 0.5221216555112759 },
	{ CHI_ABOVE, { 80.0, 30.0 }, 1.9756232434910639e-6 },
	{ CHI_BELOW, { 80.0, 30.0 }, 0.99999802437675651 },
	{ CHI_ABOVE, { 1100.0, 1000.0 }, 0.014614408126295194 },
	{ CHI_BELOW, { 1100.0, 1000.0 }, 0.98538559187370481 },
	{ CHI_ABOVE, { 99000.0, 100000.0 }, 0.9875216843619172 },
	{ CHI_BELOW, { 99000.0, 100000.0 }, 0.012478315638082799 },
	{ CHI_ABOVE, { 2.0, 0.29999999999999999 }, 0.037763688610867347 },
	{ CHI_BELOW, { 2.0, 0.29999999999999999 }, 0.96223631138913265 },
	{ CHI_ABOVE, { 1.0000000000000001e-9, 0.02 }, 0.18817771388173003 },
	{ CHI_BELOW, { 1.0000000000000001e-9, 0.02 }, 0.81182228611826997 },
	{ T_ABOVE, { 2.5, 3.0 }, 0.043853323504032774 },
	{ T_ABOVE, { 0.10000000000000001, 1.0 }, 0.46827448256944643 },
	{ T_ABOVE, { 40.0, 2.0 }, 0.00031220733609237032 },
	{ T_ABOVE, { 12.0, 5.5 }, 1.8740250314616708e-5 },
	{ T_ABOVE, { -1.3, 200.0 }, 0.90245140534557182 },
	{ T_ABOVE, { 3.0, 1000000.0 }, 0.0013499312707108985 },
	{ F_ABOVE, { 11.027247956403301, 5.0, 15.0 }, 0.00013456651648433479 },
	{ F_ABOVE, { 0.20000000000000001, 3.0, 7.0 }, 0.89316795566248979 },
	{ F_ABOVE, { 4.5, 1.0, 120.0 }, 0.035952319864987745 },
	{ F_ABOVE, { 1.05, 4000.0, 3000.0 }, 0.077082378892880068 },
	{ F_ABOVE, { 50.0, 2.0, 3.2999999999999998 }, 0.0034062966725018124 },
	{ F_ABOVE, { 0.001, 0.5, 9.0 }, 0.86418720509458355 },
	{ BETA_BELOW, { 0.29999999999999999, 2.0, 5.0 }, 0.57982499999999998 },
	{ BETA_ABOVE, { 0.29999999999999999, 2.0, 5.0 }, 0.42017500000000002 },
	{ BETA_BELOW, { 0.999, 0.10000000000000001, 0.20000000000000001 }, 0.91395987796148384 },
	{ BETA_ABOVE, { 0.999, 0.10000000000000001, 0.20000000000000001 }, 0.08604012203851616 },
	{ BETA_BELOW, { 0.01, 50.0, 3.0 }, 1.3001275000000014e-97 },
	{ BETA_ABOVE, { 0.01, 50.0, 3.0 }, 1.0 },
	{ BETA_BELOW, { 0.5, 600.0, 580.0 }, 0.28013445940681302 },
	{ BETA_ABOVE, { 0.5, 600.0, 580.0 }, 0.71986554059318698 },
	{ BETA_BELOW, { 9.9999999999999998e-13, 0.050000000000000003, 3.0 }, 0.27034177719119279 },
	{ BETA_ABOVE, { 9.9999999999999998e-13, 0.050000000000000003, 3.0 }, 0.72965822280880721 },
	{ BINOMIAL_CHANCE, { 3.0, 10.0, 0.20000000000000001 }, 0.20132659200000001 },
	{ BINOMIAL_BELOW, { 3.0, 10.0, 0.20000000000000001 }, 0.87912611839999998 },
	{ BINOMIAL_CHANCE, { 0.0, 50.0, 0.01 }, 0.60500606713753664 },
	{ BINOMIAL_BELOW, { 0.0, 50.0, 0.01 }, 0.60500606713753664 },
	{ BINOMIAL_CHANCE, { 498.0, 1000.0, 0.5 }, 0.025024222612547893 },
	{ BINOMIAL_BELOW, { 498.0, 1000.0, 0.5 }, 0.46221282207014016 },
	{ BINOMIAL_CHANCE, { 7.0, 7.0, 0.90000000000000002 }, 0.47829690000000008 },
	{ BINOMIAL_BELOW, { 7.0, 7.0, 0.90000000000000002 }, 1.0 },
	{ BINOMIAL_CHANCE, { 120000.0, 1000000.0, 0.12 }, 0.0012276591362406399 },
	{ BINOMIAL_BELOW, { 120000.0, 1000000.0, 0.12 }, 0.50076933278310355 },
	{ POISSON_CHANCE, { 0.0, 3.0 }, 0.049787068367863943 },
	{ POISSON_BELOW, { 0.0, 3.0 }, 0.049787068367863943 },
	{ POISSON_CHANCE, { 12.0, 4.5 }, 0.0015991456927801634 },
	{ POISSON_BELOW, { 12.0, 4.5 }, 0.99919486211967867 },
	{ POISSON_CHANCE, { 1000.0, 900.0 }, 5.9269532854188998e-5 },
	{ POISSON_BELOW, { 1000.0, 900.0 }, 0.99950936726714241 },
	{ POISSON_CHANCE, { 1000000.0, 1000050.0 }, 0.00039844389749231205 },
	{ POISSON_BELOW, { 1000000.0, 1000050.0 }, 0.48032715710187515 },
	{ URN_CHANCE, { 2.0, 17.0, 13.0, 12.0 }, 0.00044969996204905066 },
	{ URN_BELOW, { 2.0, 17.0, 13.0, 12.0 }, 0.00046518094336290501 },
	{ URN_CHANCE, { 3.0, 4.0, 4.0, 4.0 }, 0.22857142857142857 },
	{ URN_BELOW, { 3.0, 4.0, 4.0, 4.0 }, 0.98571428571428571 },
	{ URN_CHANCE, { 410.0, 800.0, 1000.0, 960.0 }, 0.01081366835139608 },
	{ URN_BELOW, { 410.0, 800.0, 1000.0, 960.0 }, 0.062138380361667246 },
	{ URN_CHANCE, { 0.0, 5.0, 20.0, 3.0 }, 0.49565217391304348 },
	{ URN_BELOW, { 0.0, 5.0, 20.0, 3.0 }, 0.49565217391304348 },
	{ CHI_QUANTILE, { 0.025000000000000001, 6.0 }, 1.2373442457912026 },
	{ CHI_QUANTILE, { 0.97499999999999998, 10.0 }, 20.483177350807394 },
	{ CHI_QUANTILE, { 1.0e-8, 3.0 }, 1.1223330973050008e-5 },
	{ CHI_QUANTILE, { 0.99990000000000001, 0.5 }, 12.856628758473769 },
	{ CHI_QUANTILE, { 0.5, 500.0 }, 499.33349158887381 },
	{ CHI_QUANTILE, { 0.001, 0.10000000000000001 }, 1.1689264114573094e-60 },
	{ F_QUANTILE, { 0.97499999999999998, 5.0, 15.0 }, 3.5764153492790611 },
	{ F_QUANTILE, { 0.025000000000000001, 5.0, 15.0 }, 0.15557596307848709 },
	{ F_QUANTILE, { 0.97499999999999998, 15.0, 5.0 }, 6.4277281670787791 },
	{ F_QUANTILE, { 0.5, 1.0, 1.0 }, 1.0 },
	{ F_QUANTILE, { 0.999, 2.0, 40.0 }, 8.2507508924550848 },
	{ F_QUANTILE, { 0.97499999999999998, 5.0, 3.2869999999999999 }, 12.637914379321023 },
	{ T_QUANTILE, { 0.97499999999999998, 1.0 }, 12.706204736174693 },
	{ T_QUANTILE, { 0.97499999999999998, 159.0 }, 1.974996212767476 },
	{ T_QUANTILE, { 0.59999999999999998, 4.0 }, 0.27072229470759736 },
	{ T_QUANTILE, { 1.0e-10, 7.0 }, -53.835579484673733 },
	{ T_QUANTILE, { 0.995, 2.5 }, 7.1637281389487829 },
	{ BETA_QUANTILE, { 0.025000000000000001, 3.0, 8.0 }, 0.066739511177734469 },
	{ BETA_QUANTILE, { 0.90000000000000002, 0.5, 0.5 }, 0.9755282581475768 },
	{ BETA_QUANTILE, { 9.9999999999999995e-7, 2.0, 2.0 }, 0.00057746143379203982 },
	{ BETA_QUANTILE, { 0.97499999999999998, 400.0, 20.0 }, 0.97060329200562003 },
	{ NORMAL_QUANTILE, { 0.97499999999999998 }, 1.9599639845400539 },
	{ NORMAL_QUANTILE, { 9.9999999999999998e-13 }, -7.0344838253011324 },
	{ NORMAL_QUANTILE, { 0.29999999999999999 }, -0.52440051270804082 },
	{ NORMAL_QUANTILE, { 0.80000000000000004 }, 0.84162123357291436 },
	{ NORMAL_QUANTILE, { 0.0001 }, -3.7190164854556806 },
};

static double
computed(enum which what, const double *x)
{
	switch (what) {
	case NORMAL_ABOVE: return normal_above(x[0]);
	case CHI_ABOVE: return chi_square_above(x[0], x[1]);
	case CHI_BELOW: return chi_square_below(x[0], x[1]);
	case T_ABOVE: return student_above(x[0], x[1]);
	case F_ABOVE: return f_above(x[0], x[1], x[2]);
	case BETA_BELOW: return beta_below(x[0], x[1], x[2]);
	case BETA_ABOVE: return beta_above(x[0], x[1], x[2]);
	case BINOMIAL_CHANCE: return binomial_chance(x[0], x[1], x[2]);
	case BINOMIAL_BELOW: return binomial_below(x[0], x[1], x[2]);
	case POISSON_CHANCE: return poisson_chance(x[0], x[1]);
	case POISSON_BELOW: return poisson_below(x[0], x[1]);
	case URN_CHANCE: return hypergeometric_chance(x[0], x[1], x[2], x[3]);
	case URN_BELOW: return hypergeometric_below(x[0], x[1], x[2], x[3]);
	case CHI_QUANTILE: return chi_square_quantile(x[0], x[1]);
	case F_QUANTILE: return f_quantile(x[0], x[1], x[2]);
	case T_QUANTILE: return student_quantile(x[0], x[1]);
	case BETA_QUANTILE: return beta_quantile(x[0], x[1], x[2]);
	case NORMAL_QUANTILE: return normal_quantile(x[0]);
	}
	return NAN;
}

/* 1e-12; a shape above 10,000 loses digits in proportion (x itself is rounded). */
TEST("distributions agree with 30-digit arithmetic to 1e-12")
{
	char words[64];

	for (size_t i = 0; i < COUNT(table); i++) {
		snprintf(words, sizeof words, "row %zu, kind %d", i, (int)table[i].what);
		SAY(words);
		NEAR(computed(table[i].what, table[i].with), table[i].value, 1e-12 * fmax(1, table[i].with[1] / 1e4));
	}
}

/* Many shapes, from very small to very large; quantile and tail are each other's inverse. */
TEST("a quantile is where its tail is, for every shape")
{
	static const double shapes[] = { 0.05, 0.5, 1, 2.5, 10, 159, 4000, 1e6 };
	static const double shares[] = { 1e-10, 0.001, 0.025, 0.3, 0.5, 0.77, 0.975, 0.999999 };

	for (size_t i = 0; i < COUNT(shapes); i++)
		for (size_t k = 0; k < COUNT(shares); k++) {
			double a = shapes[i], p = shares[k], x = gamma_quantile(p, a, 3);

			if (x > 1e-290)
				NEAR(gamma_below(x, a, 3), p, 1e-9);
			if (a >= 0.5)
				NEAR(student_below(student_quantile(p, a), a), p, 1e-9);
			for (size_t j = 0; j < COUNT(shapes); j++) {
				x = f_quantile(p, a, shapes[j]);
				if (x > 1e-290 && x < 1e290)
					NEAR(f_below(x, a, shapes[j]), p, 1e-9);
			}
		}
}

TEST("below and above make one; chances of counts add up to one")
{
	double s = 0, t = 0, u = 0;

	for (double x = 0.01; x < 60; x *= 1.7) {
		WITHIN(chi_square_below(x, 7) + chi_square_above(x, 7), 1, 1e-14);
		WITHIN(f_below(x, 3, 11) + f_above(x, 3, 11), 1, 1e-14);
		WITHIN(student_below(x, 4) + student_above(x, 4), 1, 1e-14);
	}
	for (int i = 0; i <= 40; i++) {
		s += binomial_chance(i, 40, 0.37);
		t += poisson_chance(i, 6);
		u += hypergeometric_chance(i, 40, 30, 35);
		WITHIN(binomial_below(i, 40, 0.37), s, 1e-13);
		WITHIN(binomial_above(i, 40, 0.37), 1 - s, 1e-13);
		WITHIN(poisson_below(i, 6), t, 1e-13);
		WITHIN(hypergeometric_above(i, 40, 30, 35), 1 - u, 1e-13);
	}
}

TEST("a quantile of counts is the smallest that reaches the chance")
{
	for (double p = 0.005; p < 1; p += 0.017) {
		double b = binomial_quantile(p, 60, 0.3), s = poisson_quantile(p, 17.5), h = hypergeometric_quantile(p, 30, 20, 25);

		YES(binomial_below(b, 60, 0.3) >= p && binomial_below(b - 1, 60, 0.3) < p);
		YES(poisson_below(s, 17.5) >= p && poisson_below(s - 1, 17.5) < p);
		YES(hypergeometric_below(h, 30, 20, 25) >= p && hypergeometric_below(h - 1, 30, 20, 25) < p);
	}
}

TEST("what means nothing gives NaN, the ends give the ends")
{
	static const double bad[] = { NAN, INFINITY, -INFINITY, -1, 1e308, -1e-308 };

	for (size_t i = 0; i < COUNT(bad); i++) {
		double b = bad[i], x = gamma_quantile(0.3, b, 1) + beta_quantile(0.3, b, 2) + f_quantile(0.4, 3, b) + student_quantile(b, 3);

		YES(isnan(x) || x > 0 || b == 1e308);
		YES(isnan(normal_quantile(b)));
		x = f_above(b, 2, 3) + chi_square_above(b, 2) + beta_below(b, 1, 2) + poisson_below(3, b) + binomial_below(2, b, 0.5)
			+ hypergeometric_below(b, 3, 3, 3) + hypergeometric_chance(1, b, 1, 1) + student_two_sided(b, 1);
		YES(isnan(x) || x >= 0);
	}
	YES(isnan(chi_square_below(NAN, 2)) && isnan(student_above(NAN, 2)) && isnan(f_below(1, NAN, 2)) && isnan(normal_below(NAN)));
	YES(isnan(binomial_chance(1, 2, 1.5)) && isnan(hypergeometric_chance(1, 2, 2, 5)) && isnan(gamma_quantile(1.5, 1, 1)));
	EQ(gamma_quantile(0, 2, 1) == 0, 1);
	EQ(isinf(gamma_quantile(1, 2, 1)), 1);
	EQ(isinf(f_quantile(1, 2, 3)), 1);
	NEAR(f_above(2, 3, INFINITY), chi_square_above(6, 3), 1e-14);
	NEAR(student_two_sided(1, INFINITY), 2 * normal_above(1), 1e-14);
	EQ(student_two_sided(INFINITY, 4) == 0, 1);
}

TEST("huge shapes and counts come back in time")
{
	WITHIN(gamma_lower(1e12, 1e12), 0.5, 1e-5);
	WITHIN(gamma_lower(9e8, 9e8), 0.5, 1e-4);
	WITHIN(beta_lower(1e8, 1e8, 0.5, 0.5), 0.5, 1e-6);
	YES(hypergeometric_below(5e8, 1e9, 1e9, 1e9) > 0.49);
	NEAR(binomial_quantile(0.5, 1e10, 0.5), 5e9, 1e-8);
}
