/* stats_distribution.h: probabilities and quantiles. Knows nothing of samples. */
#ifndef STATS_DISTRIBUTION_H
#define STATS_DISTRIBUTION_H

/* `below` is P(X <= x), `above` is P(X > x) computed without subtracting from 1, `quantile` the x with
 * below(x) = p (the smallest whole x with below(x) >= p for counts). Relative error below 1e-12 in either tail,
 * growing in proportion with a shape or df above 10,000 (4e-11 at a million).
 * NaN for NaN and for parameters outside the domain; p outside [0, 1] gives NaN. Thread-safe. */

double normal_density(double z);
double normal_below(double z);
double normal_above(double z);
double normal_quantile(double p);                /* Wichura (1988), AS 241, PPND16 */

double student_below(double t, double df);       /* df > 0 */
double student_above(double t, double df);
double student_two_sided(double t, double df);   /* P(|T| > |t|) */
double student_quantile(double p, double df);

double chi_square_below(double x, double df);    /* df > 0 */
double chi_square_above(double x, double df);
double chi_square_quantile(double p, double df);

double gamma_below(double x, double shape, double scale);
double gamma_above(double x, double shape, double scale);
double gamma_quantile(double p, double shape, double scale);

double beta_below(double x, double a, double b);
double beta_above(double x, double a, double b);
double beta_quantile(double p, double a, double b);

double f_below(double x, double df1, double df2);
double f_above(double x, double df1, double df2);
double f_quantile(double p, double df1, double df2);

/* Counts: x is rounded down; n, m whole. */
double binomial_chance(double x, double n, double p);            /* P(X = x) */
double binomial_below(double x, double n, double p);
double binomial_above(double x, double n, double p);
double binomial_quantile(double chance, double n, double p);

double poisson_chance(double x, double mean);
double poisson_below(double x, double mean);
double poisson_above(double x, double mean);
double poisson_quantile(double chance, double mean);

/* x marked among `drawn` taken from `marked` + `unmarked`. */
double hypergeometric_chance(double x, double marked, double unmarked, double drawn);
double hypergeometric_below(double x, double marked, double unmarked, double drawn);
double hypergeometric_above(double x, double marked, double unmarked, double drawn);
double hypergeometric_quantile(double chance, double marked, double unmarked, double drawn);

#endif
