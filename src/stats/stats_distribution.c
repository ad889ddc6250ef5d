/* stats_distribution.c: distributions of measures. Knows nothing of samples, nor of counts (stats_count.c). */
#include "stats/stats_distribution.h"

#include "base/base.h"
#include "stats/stats_special.h"

#include <math.h>

double
normal_density(double z)
{
	return exp(-0.5 * z * z) * 0.398942280401432677939946059934;
}

double
normal_below(double z)
{
	return 0.5 * erfc(-z * M_SQRT1_2);
}

double
normal_above(double z)
{
	return 0.5 * erfc(z * M_SQRT1_2);
}

static double
polynomial(const double c[static 8], double x)
{
	double s = c[7];

	for (int i = 6; i >= 0; i--)
		s = s * x + c[i];
	return s;
}

/* The coefficients of AS 241, routine PPND16: centre, shoulders, tails. */
static const double wichura[6][8] = {
	{ 3.3871328727963666080, 1.3314166789178437745e+2, 1.9715909503065514427e+3, 1.3731693765509461125e+4,
	  4.5921953931549871457e+4, 6.7265770927008700853e+4, 3.3430575583588128105e+4, 2.5090809287301226727e+3 },
	{ 1, 4.2313330701600911252e+1, 6.8718700749205790830e+2, 5.3941960214247511077e+3,
	  2.1213794301586595867e+4, 3.9307895800092710610e+4, 2.8729085735721942674e+4, 5.2264952788528545610e+3 },
	{ 1.42343711074968357734, 4.63033784615654529590, 5.76949722146069140550, 3.64784832476320460504,
	  1.27045825245236838258, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4 },
	{ 1, 2.05319162663775882187, 1.67638483018380384940, 6.89767334985100004550e-1,
	  1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9 },
	{ 6.65790464350110377720, 5.46378491116411436990, 1.78482653991729133580, 2.96560571828504891230e-1,
	  2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7 },
	{ 1, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
	  7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15 },
};

double
normal_quantile(double p)
{
	double q = p - 0.5, r, x;

	if (!(p >= 0) || !(p <= 1))
		return NAN;
	if (p == 0 || p == 1)
		return p == 0 ? -INFINITY : INFINITY;
	if (fabs(q) <= 0.425) {
		r = 0.180625 - q * q;
		return q * polynomial(wichura[0], r) / polynomial(wichura[1], r);
	}
	r = sqrt(-log(q < 0 ? p : 1 - p));
	x = r <= 5 ? polynomial(wichura[2], r - 1.6) / polynomial(wichura[3], r - 1.6)
		: polynomial(wichura[4], r - 5) / polynomial(wichura[5], r - 5);
	return q < 0 ? -x : x;
}

/* A distribution over the real line after a change of variable: its two tails and its density in u. */
struct curve {
	double a, b;
	double (*below)(const struct curve *, double u);
	double (*above)(const struct curve *, double u);
	double (*density)(const struct curve *, double u);
};

/* log of the smaller tail's target over its value: rising in u, near linear far out. */
static double
miss(const struct curve *c, double u, double p, bool upper)
{
	double have = upper ? c->above(c, u) : c->below(c, u);

	if (have <= 0)
		return upper ? INFINITY : -INFINITY;
	return upper ? log(p) - log(have) : log(have) - log(p);
}

/* u with tail(u) = p by Newton on the log of the tail, kept inside a bracket that halves when it must. */
static double
solve(const struct curve *c, double p, bool upper, double u)
{
	double low = -745, high = 745;

	for (int i = 0; i < 300 && low < high; i++) {
		double f = miss(c, u, p, upper), slope, next;

		if (f == 0)
			return u;
		if (f < 0)
			low = u;
		else
			high = u;
		slope = c->density(c, u) / (upper ? c->above(c, u) : c->below(c, u));
		next = u - f / slope;
		if (!(next > low && next < high))
			next = 0.5 * (low + high);
		if (next == u || fabs(next - u) < 2e-16 * fabs(u))
			return next;
		u = next;
	}
	return u;
}

static double log_gamma_below(const struct curve *c, double u) { return gamma_lower(c->a, exp(u)); }
static double log_gamma_above(const struct curve *c, double u) { return gamma_upper(c->a, exp(u)); }

/* The density of log X for X gamma(a): x^a e^-x / Gamma(a). */
static double
log_gamma_density(const struct curve *c, double u)
{
	return poisson_density(c->a, exp(u)) * c->a;
}

double
gamma_quantile(double p, double shape, double scale)
{
	const struct curve c = { shape, 0, log_gamma_below, log_gamma_above, log_gamma_density };
	bool upper = p > 0.5;
	double start;

	if (!(p >= 0) || !(p <= 1) || !(shape > 0) || !(scale > 0) || isinf(shape) || isinf(scale))
		return NAN;
	if (p == 0 || p == 1)
		return p == 0 ? 0 : INFINITY;
	start = shape < 1 ? (log(p) + log_gamma(shape + 1)) / shape : log(shape);
	if (start < -744)
		return p <= 0.5 ? 0 : scale * exp(solve(&c, 1 - p, upper, -1));
	return scale * exp(solve(&c, upper ? 1 - p : p, upper, fmin(start, 1 + log1p(shape) * 2)));
}

double
gamma_below(double x, double shape, double scale)
{
	return scale > 0 ? gamma_lower(shape, x > 0 ? x / scale : x * 0) : NAN;
}

double
gamma_above(double x, double shape, double scale)
{
	return scale > 0 ? gamma_upper(shape, x > 0 ? x / scale : x * 0) : NAN;
}

double chi_square_below(double x, double df) { return gamma_below(x, df / 2, 2); }
double chi_square_above(double x, double df) { return gamma_above(x, df / 2, 2); }
double chi_square_quantile(double p, double df) { return gamma_quantile(p, df / 2, 2); }

static double
clipped(double x)
{
	return x < 0 ? 0 : x > 1 ? 1 : x;
}

double
beta_below(double x, double a, double b)
{
	return isnan(x) ? NAN : beta_lower(a, b, clipped(x), clipped(1 - x));
}

double
beta_above(double x, double a, double b)
{
	return isnan(x) ? NAN : beta_lower(b, a, clipped(1 - x), clipped(x));
}

/* u is the logit of x: both x and 1 - x keep their digits. */
static double share(double u) { return 1 / (1 + exp(-u)); }
static double logit_beta_below(const struct curve *c, double u) { return beta_lower(c->a, c->b, share(u), share(-u)); }
static double logit_beta_above(const struct curve *c, double u) { return beta_lower(c->b, c->a, share(-u), share(u)); }

static double
logit_beta_density(const struct curve *c, double u)
{
	double a = c->a, b = c->b;

	if (a < 1 || b < 1)
		return exp(a * log(share(u)) + b * log(share(-u)) + log_gamma(a + b) - log_gamma(a) - log_gamma(b));
	return binomial_density(a, a + b, share(u), share(-u)) * a * b / (a + b);
}

/* The logit of the quantile. */
static double
beta_logit(double p, bool upper, double a, double b)
{
	const struct curve c = { a, b, logit_beta_below, logit_beta_above, logit_beta_density };

	return solve(&c, p, upper, log(a) - log(b));
}

static bool
no_beta(double p, double a, double b)
{
	return !(p >= 0) || !(p <= 1) || !(a > 0) || !(b > 0) || isinf(a) || isinf(b);
}

double
beta_quantile(double p, double a, double b)
{
	if (no_beta(p, a, b))
		return NAN;
	if (p == 0 || p == 1)
		return p;
	return share(p > 0.5 ? beta_logit(1 - p, true, a, b) : beta_logit(p, false, a, b));
}

/* F with df1, df2: df1 x / (df1 x + df2) is beta(df1/2, df2/2). Infinite df2: chi-square / df1. */
double
f_below(double x, double df1, double df2)
{
	if (!(df1 > 0) || !(df2 > 0) || isnan(x))
		return NAN;
	if (x <= 0 || isinf(x))
		return x > 0;
	if (isinf(df2))
		return chi_square_below(x * df1, df1);
	return beta_lower(df1 / 2, df2 / 2, x / (x + df2 / df1), 1 / (1 + x * (df1 / df2)));
}

double
f_above(double x, double df1, double df2)
{
	if (!(df1 > 0) || !(df2 > 0) || isnan(x))
		return NAN;
	if (x <= 0 || isinf(x))
		return x <= 0;
	if (isinf(df2))
		return chi_square_above(x * df1, df1);
	return beta_lower(df2 / 2, df1 / 2, 1 / (1 + x * (df1 / df2)), x / (x + df2 / df1));
}

double
f_quantile(double p, double df1, double df2)
{
	if (isinf(df2) && df2 > 0)
		return chi_square_quantile(p, df1) / df1;
	if (no_beta(p, df1, df2))
		return NAN;
	if (p == 0 || p == 1)
		return p == 0 ? 0 : INFINITY;
	return exp(p > 0.5 ? beta_logit(1 - p, true, df1 / 2, df2 / 2) : beta_logit(p, false, df1 / 2, df2 / 2)) * (df2 / df1);
}

double
student_two_sided(double t, double df)
{
	if (isnan(t) || !(df > 0))
		return NAN;
	if (isinf(df))
		return erfc(fabs(t) * M_SQRT1_2);
	return isinf(t) ? 0 : f_above(t * t, 1, df);
}

double
student_above(double t, double df)
{
	double half = 0.5 * student_two_sided(t, df);

	return t > 0 ? half : 1 - half;
}

double
student_below(double t, double df)
{
	return student_above(-t, df);
}

/* 1 - 2p, the two-sided central share, is f_below(t^2): the smaller side of the two is solved for. */
double
student_quantile(double p, double df)
{
	double tail = 2 * fmin(p, 1 - p), t;

	if (!(p >= 0) || !(p <= 1) || !(df > 0))
		return NAN;
	if (p == 0 || p == 1)
		return p == 0 ? -INFINITY : INFINITY;
	if (isinf(df))
		return normal_quantile(p);
	if (p == 0.5)
		return 0;
	t = tail < 0.5 ? exp(0.5 * beta_logit(tail, true, 0.5, df / 2)) : exp(0.5 * beta_logit(1 - tail, false, 0.5, df / 2));
	return (p < 0.5 ? -t : t) * sqrt(df);
}
