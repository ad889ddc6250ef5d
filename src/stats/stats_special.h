/* stats_special.h: the special functions under the distributions. Knows nothing of samples. */
#ifndef STATS_SPECIAL_H
#define STATS_SPECIAL_H

/* All are thread-safe and give NaN for NaN or an argument outside the stated domain. */

/* log Gamma(x), x > 0. */
double log_gamma(double x);

/* log n! - (n + 1/2) log n + n - log sqrt(2 pi), n >= 0: the error of Stirling's formula.
 * Source: Loader (2000), "Fast and accurate computation of binomial probabilities". */
double stirling_error(double n);

/* x log(x/m) + m - x without cancellation, x >= 0, m > 0. Source: Loader (2000), D0. */
double deviance_part(double x, double m);

/* exp(-m) m^x / Gamma(x+1), x >= 0, m >= 0 (x need not be whole): Loader's saddle point. */
double poisson_density(double x, double m);

/* Gamma(n+1)/(Gamma(x+1) Gamma(n-x+1)) p^x q^(n-x), 0 <= x <= n, p + q = 1; q is given beside p so that
 * neither loses digits. */
double binomial_density(double x, double n, double p, double q);

/* Regularised incomplete gamma functions P(a, x) and Q = 1 - P; a > 0, x >= 0. Relative error some 1e-14;
 * above a = 1e9 Wilson and Hilferty's normal approximation. Source: Abramowitz & Stegun 6.5.29, 6.5.31. */
double gamma_lower(double a, double x);
double gamma_upper(double a, double x);

/* Regularised incomplete beta function I_x(a, b); a, b > 0; y = 1 - x is given beside x.
 * Source: Abramowitz & Stegun 26.5.8 (continued fraction), prefactor by Loader. */
double beta_lower(double a, double b, double x, double y);

#endif
