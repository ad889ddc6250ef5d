/* stats_count.c: distributions of counts. Knows nothing of samples. */
#include "stats/stats_distribution.h"

#include "base/base.h"
#include "stats/stats_special.h"

#include <math.h>

static bool
whole(double x)
{
	return x == floor(x) && fabs(x) < 1e15;
}

double
binomial_chance(double x, double n, double p)
{
	if (isnan(x) || !whole(n) || !(n >= 0) || !(p >= 0) || !(p <= 1))
		return NAN;
	return whole(x) && x >= 0 && x <= n ? binomial_density(x, n, p, 1 - p) : 0;
}

double
binomial_above(double x, double n, double p)
{
	x = floor(x);
	if (isnan(x) || !whole(n) || !(n >= 0) || !(p >= 0) || !(p <= 1))
		return NAN;
	if (x < 0 || x >= n)
		return x < 0;
	return beta_lower(x + 1, n - x, p, 1 - p);
}

double
binomial_below(double x, double n, double p)
{
	x = floor(x);
	if (isnan(x) || !whole(n) || !(n >= 0) || !(p >= 0) || !(p <= 1))
		return NAN;
	if (x < 0 || x >= n)
		return x >= n;
	return beta_lower(n - x, x + 1, 1 - p, p);
}

double
poisson_chance(double x, double mean)
{
	if (isnan(x) || !(mean >= 0) || isinf(mean))
		return NAN;
	return whole(x) && x >= 0 ? poisson_density(x, mean) : 0;
}

double
poisson_below(double x, double mean)
{
	x = floor(x);
	if (isnan(x) || !(mean >= 0) || isinf(mean))
		return NAN;
	return x < 0 ? 0 : isinf(x) ? 1 : gamma_upper(x + 1, mean);
}

double
poisson_above(double x, double mean)
{
	x = floor(x);
	if (isnan(x) || !(mean >= 0) || isinf(mean))
		return NAN;
	return x < 0 ? 1 : isinf(x) ? 0 : gamma_lower(x + 1, mean);
}

static bool
no_urn(double x, double marked, double unmarked, double drawn)
{
	return isnan(x) || !(marked >= 0) || !(unmarked >= 0) || !(drawn >= 0) || !whole(marked) || !whole(unmarked) ||
		!whole(drawn) || drawn > marked + unmarked;
}

/* Loader (2000): three binomial densities with p = drawn / all. */
double
hypergeometric_chance(double x, double marked, double unmarked, double drawn)
{
	double all = marked + unmarked, p = drawn / all, q = (all - drawn) / all;

	if (no_urn(x, marked, unmarked, drawn))
		return NAN;
	if (!whole(x) || x < 0 || x > marked || x > drawn || drawn - x > unmarked)
		return 0;
	if (drawn == 0 || drawn == all)
		return 1;
	return binomial_density(x, marked, p, q) * (binomial_density(drawn - x, unmarked, p, q) / binomial_density(drawn, all, p, q));
}

/* Sum of chances from x outwards (up or down) until they no longer count. */
static double
tail(double x, double marked, double unmarked, double drawn, bool up)
{
	double term = hypergeometric_chance(x, marked, unmarked, drawn), s = 0;

	while (term > s * 1e-18 && term > 0) {
		s += term;
		if (up)
			term *= (marked - x) * (drawn - x) / ((x + 1) * (unmarked - drawn + x + 1));
		else
			term *= x * (unmarked - drawn + x) / ((marked - x + 1) * (drawn - x + 1));
		x += up ? 1 : -1;
	}
	return fmin(s, 1);
}

double
hypergeometric_below(double x, double marked, double unmarked, double drawn)
{
	x = floor(x);
	if (no_urn(x, marked, unmarked, drawn))
		return NAN;
	if (x >= fmin(marked, drawn))
		return 1;
	if (x < fmax(0, drawn - unmarked))
		return 0;
	if (x * (marked + unmarked) <= drawn * marked)
		return tail(x, marked, unmarked, drawn, false);
	return 1 - tail(x + 1, marked, unmarked, drawn, true);
}

double
hypergeometric_above(double x, double marked, double unmarked, double drawn)
{
	x = floor(x);
	if (no_urn(x, marked, unmarked, drawn))
		return NAN;
	if (x >= fmin(marked, drawn))
		return 0;
	if (x < fmax(0, drawn - unmarked))
		return 1;
	if (x * (marked + unmarked) <= drawn * marked)
		return 1 - tail(x, marked, unmarked, drawn, false);
	return tail(x + 1, marked, unmarked, drawn, true);
}

/* The smallest whole x in low..high with below(x) >= chance, by halving. */
static double
smallest(double (*below)(double, const double *), const double *with, double chance, double low, double high)
{
	while (low < high) {
		double middle = floor(low + (high - low) / 2);

		if (below(middle, with) >= chance * (1 - 64 * 2.2e-16))
			high = middle;
		else
			low = middle + 1;
	}
	return low;
}

static double binomial_of(double x, const double *with) { return binomial_below(x, with[0], with[1]); }
static double poisson_of(double x, const double *with) { return poisson_below(x, with[0]); }
static double urn_of(double x, const double *with) { return hypergeometric_below(x, with[0], with[1], with[2]); }

double
binomial_quantile(double chance, double n, double p)
{
	if (!(chance >= 0) || !(chance <= 1) || !whole(n) || !(n >= 0) || !(p >= 0) || !(p <= 1))
		return NAN;
	return smallest(binomial_of, (double[]){ n, p }, chance, 0, n);
}

double
poisson_quantile(double chance, double mean)
{
	double high = 1;

	if (!(chance >= 0) || !(chance <= 1) || !(mean >= 0) || !(mean < 1e14))
		return NAN;
	if (chance == 1)
		return INFINITY;
	while (poisson_below(high, mean) < chance)
		high *= 2;
	return smallest(poisson_of, (double[]){ mean }, chance, 0, high);
}

double
hypergeometric_quantile(double chance, double marked, double unmarked, double drawn)
{
	if (!(chance >= 0) || !(chance <= 1) || no_urn(0, marked, unmarked, drawn))
		return NAN;
	return smallest(urn_of, (double[]){ marked, unmarked, drawn }, chance, fmax(0, drawn - unmarked), fmin(marked, drawn));
}
