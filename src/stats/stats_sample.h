/* stats_sample.h: order, ranks and moments of a sample. Knows nothing of where it came from. */
#ifndef STATS_SAMPLE_H
#define STATS_SAMPLE_H

#include "stats/stats.h"

/* True when every one of x[0..n) is a finite number (n = 0: true). */
bool sample_is_finite(const double *x, size_t n);

/* Positions of x[0..n) from smallest to largest; equal ones in their own order, NaN last. */
size_t *sample_order(struct arena *a, const double *x, size_t n);

/* Mid-ranks 1..n of x (ties share their mean rank); x without NaN. */
double *sample_ranks(struct arena *a, const double *x, size_t n);

/* NaN when there is nothing (n = 0; for variance and deviation n < 2). Two passes; the divisor is n - 1. */
double sample_mean(const double *x, size_t n);
double sample_variance(const double *x, size_t n);
double sample_deviation(const double *x, size_t n);
double sample_covariance(const double *x, const double *y, size_t n);
/* Pearson; NaN when either has no spread. Spearman: Pearson of the mid-ranks. */
double sample_correlation(const double *x, const double *y, size_t n);
double sample_spearman(struct arena *a, const double *x, const double *y, size_t n);

/* The p-quantile, linear between order statistics (Hyndman & Fan 1996, type 7); NaN for n = 0 or p outside 0..1. */
double sample_quantile(struct arena *a, const double *x, size_t n, double p);
double sample_median(struct arena *a, const double *x, size_t n);
/* 1.4826 median |x - median|: equals the SD for normal data. */
double sample_mad(struct arena *a, const double *x, size_t n);

/* Mean with its t interval. Refused: n < 2 (needs 2), not finite. Units of x. */
struct stats_estimate sample_mean_estimate(const double *x, size_t n);

/* Share x of n with Wilson's (1927) score interval. Refused: n < 1, x outside 0..n. */
struct stats_estimate sample_share(double x, double n);

#endif
