/* stats_special.c: gamma and beta functions near double precision. Knows nothing of samples. */
#include "stats/stats_special.h"

#include "base/base.h"

#include <float.h>
#include <math.h>

enum { STEPS = 400000 };
#define HUGE_SHAPE 1e9
#define TINY 1e-300

double
log_gamma(double x)
{
	int sign;

	return x > 0 ? lgamma_r(x, &sign) : NAN;
}

/* Below 15: by the definition, with lgamma of n + 1, which is exact to an ulp there. */
double
stirling_error(double n)
{
	double nn = n * n;

	if (!(n >= 0))
		return NAN;
	if (n == 0)
		return INFINITY;
	if (n <= 15)
		return log_gamma(n + 1) - (n + 0.5) * log(n) + n - 0.918938533204672741780329736406;
	if (n > 500)
		return (1 / 12.0 - 1 / (360 * nn)) / n;
	return (1 / 12.0 - (1 / 360.0 - (1 / 1260.0 - (1 / 1680.0 - (1 / 1188.0 - 691 / (360360.0 * nn)) / nn) / nn) / nn) / nn) / n;
}

double
deviance_part(double x, double m)
{
	double v = (x - m) / (x + m), s, term, next;

	if (!(x >= 0) || !(m > 0) || isinf(x) || isinf(m))
		return NAN;
	if (x == 0)
		return m;
	if (fabs(v) >= 0.1)
		return x * log(x / m) + m - x;
	s = (x - m) * v;
	term = 2 * x * v;
	for (int j = 1; j < 200; j++) {
		term *= v * v;
		next = s + term / (2 * j + 1);
		if (next == s)
			break;
		s = next;
	}
	return s;
}

double
poisson_density(double x, double m)
{
	if (!(x >= 0) || !(m >= 0))
		return NAN;
	if (m == 0)
		return x == 0;
	if (isinf(x) || isinf(m))
		return 0;
	if (x == 0)
		return exp(-m);
	if (x < 1 || x < m * DBL_MIN)
		return exp(-m + x * log(m) - log_gamma(x + 1));
	return exp(-stirling_error(x) - deviance_part(x, m)) / sqrt(2 * M_PI * x);
}

double
binomial_density(double x, double n, double p, double q)
{
	double y = n - x;

	if (!(x >= 0) || !(x <= n) || !(p >= 0) || !(q >= 0) || isinf(n))
		return NAN;
	if (p == 0 || q == 0)
		return p == 0 ? x == 0 : y == 0;
	if (x == 0)
		return exp(n * (q > 0.5 ? log1p(-p) : log(q)));
	if (y == 0)
		return exp(n * (p > 0.5 ? log1p(-q) : log(p)));
	if (x < 1 || y < 1)
		return exp(log_gamma(n + 1) - log_gamma(x + 1) - log_gamma(y + 1) + x * log(p) + y * log(q));
	return exp(stirling_error(n) - stirling_error(x) - stirling_error(y)
		- deviance_part(x, n * p) - deviance_part(y, n * q)) * sqrt(n / (2 * M_PI * x * y));
}

/* P by its series (A&S 6.5.29), for x < a + 1. */
static double
gamma_series(double a, double x)
{
	double term = 1, s = 1;

	for (int n = 1; n < STEPS; n++) {
		term *= x / (a + n);
		s += term;
		if (term < s * DBL_EPSILON / 4)
			break;
	}
	return poisson_density(a, x) * s;
}

/* Q by its continued fraction (A&S 6.5.31, Lentz), for x >= a + 1. */
static double
gamma_fraction(double a, double x)
{
	double b = x + 1 - a, c = 1 / TINY, d = 1 / b, h = d;

	for (int i = 1; i < STEPS; i++) {
		double an = -i * (i - a), step;

		b += 2;
		d = an * d + b;
		c = b + an / c;
		d = 1 / (fabs(d) < TINY ? TINY : d);
		c = fabs(c) < TINY ? TINY : c;
		step = c * d;
		h *= step;
		if (fabs(step - 1) < DBL_EPSILON)
			break;
	}
	return poisson_density(a, x) * a * h;
}

/* Wilson and Hilferty (1931): the cube root of a gamma variable is nearly normal. */
static double
wilson_hilferty(double a, double x)
{
	return (cbrt(x / a) - (1 - 1 / (9 * a))) * 3 * sqrt(a);
}

double
gamma_lower(double a, double x)
{
	if (!(a > 0) || !(x >= 0) || isinf(a))
		return NAN;
	if (x == 0 || isinf(x))
		return x > 0;
	if (a > HUGE_SHAPE)
		return 0.5 * erfc(-wilson_hilferty(a, x) * M_SQRT1_2);
	return x < a + 1 ? fmin(gamma_series(a, x), 1) : 1 - gamma_fraction(a, x);
}

double
gamma_upper(double a, double x)
{
	if (!(a > 0) || !(x >= 0) || isinf(a))
		return NAN;
	if (x == 0 || isinf(x))
		return x == 0;
	if (a > HUGE_SHAPE)
		return 0.5 * erfc(wilson_hilferty(a, x) * M_SQRT1_2);
	return x < a + 1 ? fmax(1 - gamma_series(a, x), 0) : gamma_fraction(a, x);
}

static double
away_from_zero(double v)
{
	return fabs(v) < TINY ? TINY : v;
}

/* A&S 26.5.8 by modified Lentz. */
static double
beta_fraction(double a, double b, double x)
{
	double c = 1, d = 1 / away_from_zero(1 - (a + b) * x / (a + 1)), h = d;

	for (int m = 1; m < STEPS; m++) {
		double t = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)), step;

		d = 1 / away_from_zero(1 + t * d);
		c = away_from_zero(1 + t / c);
		h *= d * c;
		t = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
		d = 1 / away_from_zero(1 + t * d);
		c = away_from_zero(1 + t / c);
		step = d * c;
		h *= step;
		if (fabs(step - 1) < DBL_EPSILON)
			break;
	}
	return h;
}

/* x^a y^b / (a B(a, b)) by the binomial density; a shape below 1 is raised by 1 first, so that no digits are lost. */
static double
beta_front(double a, double b, double x, double y)
{
	if ((a < 1 && x < 1e-100) || (b < 1 && y < 1e-100))
		return exp(a * log(x) + b * log(y) + log_gamma(a + b) - log_gamma(a + 1) - log_gamma(b));
	if (a < 1)
		return beta_front(a + 1, b, x, y) * (a + 1) / (x * (a + b));
	if (b < 1)
		return beta_front(a, b + 1, x, y) * b / (y * (a + b));
	return binomial_density(a, a + b, x, y) * b / (a + b);
}

double
beta_lower(double a, double b, double x, double y)
{
	if (!(a > 0) || !(b > 0) || isinf(a) || isinf(b) || !(x >= 0) || !(y >= 0) || x > 1 || y > 1)
		return NAN;
	if (x == 0 || y == 0)
		return y == 0;
	if (x * (a + b + 2) < a + 1)
		return fmin(beta_front(a, b, x, y) * beta_fraction(a, b, x), 1);
	return fmax(1 - beta_front(b, a, y, x) * beta_fraction(b, a, y), 0);
}
