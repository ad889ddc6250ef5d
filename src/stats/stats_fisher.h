/* stats_fisher.h: a table of two by two with its margins fixed. Knows nothing of what is counted. */
#ifndef STATS_FISHER_H
#define STATS_FISHER_H

#include "stats/stats.h"

/* Counts: rows are groups, columns yes and no. */
struct table2 {
	double a, b, c, d;
};

struct fisher {
	enum stats_refusal refusal;      /* STATS_NOT_A_NUMBER; STATS_OUT_OF_RANGE: below 0, not whole, or more than 1e9 in all */
	double two_sided, mid_p;         /* sum of tables no likelier than this one; mid_p counts the equally likely by half */
	double greater, less;            /* P(A >= a), P(A <= a) */
	struct stats_estimate odds_ratio;        /* conditional maximum likelihood, exact interval (Cornfield 1956); 0 and
						  * infinity can be given; STATS_NO_SPREAD: the margins leave one table only */
};
/* Fisher (1935), with R's rule for ties (relative 1e-7); mid-p: Hwang & Yang (2001). */
struct fisher fisher_exact(struct table2 t);

/* Critical values: with `total` yes among n1 + n2, the test rejects at `alpha` when the first group's yes <= low or
 * >= high. SIZE_MAX stands for "none". The same two-sided rule. */
struct fisher_region {
	size_t low, high;
};
struct fisher_region fisher_region(struct arena *a, size_t n1, size_t n2, size_t total, double alpha);

#endif
