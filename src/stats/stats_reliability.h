/* stats_reliability.h: how far marks agree: ICC, alpha, kappa, and how many raters would be enough.
 * Knows no people: rows, columns and numbers. */
#ifndef STATS_RELIABILITY_H
#define STATS_RELIABILITY_H

#include "stats/stats.h"

enum icc_kind { ICC1, ICC2, ICC3, ICC1K, ICC2K, ICC3K, ICC_KINDS };

struct icc {
	struct stats_estimate estimate;  /* 95 % by the F distribution */
	double f, df1, df2, p;           /* p: no agreement at all, upper tail */
};

/* x [n][k] row by row, complete: n subjects by k judges. Shrout & Fleiss (1979), table 3 and the intervals of their
 * appendix; ICC2's by McGraw & Wong (1996). Refused: n < 2, k < 2, not finite. An interval wider than 0.4 keeps its
 * numbers; say "not known" then. */
void icc_family(const double *x, size_t n, size_t k, struct icc out[static ICC_KINDS]);

/* ICC(1) when every subject has its own raters and not equally many: subject[i] < subjects, y[i].
 * k0 = (N - sum k_i^2 / N)/(I - 1) (Searle et al. 1992). Interval by F at k0 (approximate). *k0 may be NULL.
 * Refused: fewer than 2 subjects, no subject twice. */
struct stats_estimate icc_unequal(struct arena *a, const uint32_t *subject, const double *y, size_t n, size_t subjects, double *k0);

/* Reliability from variance components: subject, rater, rest. Of the mean of k raters; adjusted: severity taken out.
 * NaN when a component is negative or all are 0. Cronbach et al. (1972). */
double reliability_of_mean(double subject, double rater, double rest, double k, bool adjusted);
/* How many raters for a reliability of `wanted` (D study): not rounded. INFINITY when the subjects do not differ. */
double raters_for(double subject, double rater, double rest, double wanted);

enum alpha_metric { ALPHA_NOMINAL, ALPHA_ORDINAL, ALPHA_INTERVAL, ALPHA_RATIO };
/* Krippendorff (2011). x [units][observers] row by row, NaN where missing; units with one value do not count.
 * NaN: fewer than two values to pair, or all alike. */
double krippendorff(struct arena *a, const double *x, size_t units, size_t observers, enum alpha_metric metric);
/* With a bootstrap percentile interval by unit. n: units that can be paired. */
struct stats_estimate krippendorff_estimate(struct arena *a, const double *x, size_t units, size_t observers,
	enum alpha_metric metric, size_t draws, uint64_t seed);

struct cronbach {
	enum stats_refusal refusal;
	size_t n;
	double raw, average_r, standardised;
	double low, high;        /* of raw: Feldt (1965), 95 % */
	double *dropped;         /* [k] raw alpha of the other items */
};
/* Cronbach (1951). x [n][k] row by row; rows with NaN are left out. Refused: k < 2, n < 3. */
struct cronbach cronbach(struct arena *a, const double *x, size_t n, size_t k);

/* Agreement of two ratings of the same n things in `levels` classes (first[i], second[i] < levels): Cohen's kappa, and
 * with quadratic weights (Cohen 1968; se by Fleiss, Cohen & Everitt 1969). Refused: n < 1, no variety. */
struct stats_estimate kappa(struct arena *a, const uint32_t *first, const uint32_t *second, size_t n, size_t levels, bool quadratic);

#endif
