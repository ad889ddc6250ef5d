/* stats_group.h: two groups side by side: shares, gaps, and what an audit of their size could find.
 * Knows no people and decides nothing. */
#ifndef STATS_GROUP_H
#define STATS_GROUP_H

#include "stats/stats_fisher.h"

/* How much may be said of a group of n. */
enum group_guard {
	GROUP_NOT_SAID,         /* fewer than 5 in either group */
	GROUP_TOO_FEW,          /* fewer than 30, or fewer than 5 selections expected: exact figures, "too few to conclude" */
	GROUP_SAID
};
enum { GROUP_LEAST = 5, GROUP_ENOUGH = 30, GROUP_EXPECTED = 5 };
enum group_guard group_guard(double focal_selected, double focal_n, double reference_selected, double reference_n);

struct selection {
	enum stats_refusal refusal;      /* of fisher_exact, or STATS_TOO_FEW: a group without anyone */
	enum group_guard guard;
	struct stats_estimate focal, reference;  /* shares selected, Wilson */
	double impact_ratio;             /* focal share by reference share; NaN when nobody of the reference was selected */
	struct stats_estimate ratio_katz;        /* log interval (Katz et al. 1978); refused when either selected nobody */
	struct stats_estimate ratio_score;       /* score interval (Koopman 1984): holds with zeros */
	int four_fifths;                 /* 1: below 4/5 (29 CFR 1607.4D), 0: not, -1: no ratio */
	bool four_fifths_flips, fisher_flips;    /* one person more or less selected in the focal group changes the verdict (5 %) */
	struct stats_estimate difference;        /* of shares, Newcombe (1998), method 10 */
	struct fisher fisher;
	double z, h;                     /* pooled z ("two standard deviations"); Cohen's h */
};
struct selection selection(double focal_selected, double focal_n, double reference_selected, double reference_n);

/* Difference of two independent shares x1/n1 - x2/n2 by Newcombe's hybrid of Wilson's limits. Refused as sample_share. */
struct stats_estimate share_difference(double x1, double n1, double x2, double n2);

/* P(Fisher's two-sided test rejects at alpha) when the reference's true share is `share` and the focal one's is
 * ratio x share: every pair of outcomes, weighed. NaN: shares outside 0..1, alpha outside (0, 1), a group of 0 or
 * above 100,000. */
double selection_power(struct arena *a, size_t focal_n, size_t reference_n, double share, double ratio, double alpha);

/* Means of two samples, first minus second. Units of y; d and g without. */
struct mean_gap {
	enum stats_refusal refusal;      /* STATS_TOO_FEW: below 2 in a group; STATS_NO_SPREAD; STATS_NOT_A_NUMBER */
	size_t n1, n2;
	double mean1, mean2, cohen_d;    /* d: pooled SD */
	struct stats_estimate hedges_g;  /* d (1 - 3/(4 df - 1)), normal interval (Hedges & Olkin 1985, ch. 5) */
	struct stats_estimate difference;        /* Welch (1947) */
	double t, df, p;                 /* Welch's, two-sided */
};
struct mean_gap mean_gap(const double *y1, size_t n1, const double *y2, size_t n2);

#endif
