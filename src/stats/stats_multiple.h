/* stats_multiple.h: many questions at once: adjusted p-values and the flags that hold. Knows no question. */
#ifndef STATS_MULTIPLE_H
#define STATS_MULTIPLE_H

#include "stats/stats.h"

/* Adjusted p-values of p[0..n) into adjusted[0..n), in the order given. NaN counts as no test: it stays NaN and
 * is not in the family. False, and all NaN, when a p is outside 0..1. n = 0 is fine. */
/* Benjamini & Hochberg (1995): min over j >= i of m p(j)/j, at most 1; holds under positive dependence. */
bool adjust_bh(struct arena *a, const double *p, size_t n, double *adjusted);
/* Benjamini & Yekutieli (2001): BH times sum 1/i; holds under any dependence. */
bool adjust_by(struct arena *a, const double *p, size_t n, double *adjusted);
/* Holm (1979): running max of (m - i + 1) p(i), at most 1; family-wise. */
bool adjust_holm(struct arena *a, const double *p, size_t n, double *adjusted);

/* Bayes FDR: error[i] = 1 - P(effect beyond delta, same sign | data). Marks the longest prefix of the sorted errors
 * whose mean is <= q (Mueller, Parmigiani & Rice 2006). How many are marked; NaN errors never are. */
size_t bayes_fdr(struct arena *a, const double *error, size_t n, double q, bool *marked);

#endif
