/* stats_gap.h: two marks of the same thing: one's own and that of others. Knows no people. */
#ifndef STATS_GAP_H
#define STATS_GAP_H

#include "stats/stats.h"

struct paired_gap {
	struct stats_estimate mean;      /* self - other, t interval */
	double sd, t, p, effect;         /* sd of the gaps; paired t and its two-sided p; mean / sd (d_z) */
	double pearson, spearman;
	double concordance;              /* Lin (1989): 2 cov / (var + var + gap^2), n - 1 divisors */
};
/* self, other [n], pairs with both finite. Refused: n < 2. */
struct paired_gap paired_gap(struct arena *a, const double *self, const double *other, size_t n);

enum gap_verdict { GAP_NOT_SAID, GAP_WITHIN_ERROR, GAP_OVER, GAP_UNDER };
/* One person's gap against the error of its two sides, from the components of a rating model (variances):
 * SE = sqrt(rest + rest / others + rater / others). Not said below min_others raters. */
struct one_gap {
	struct stats_estimate gap;
	enum gap_verdict verdict;
};
struct one_gap one_gap(double self, double others_mean, size_t others, size_t min_others, double rater_variance, double rest);

#endif
