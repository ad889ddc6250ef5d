/* stats_mixed.h: linear mixed models with crossed or nested random intercepts. Knows no people, raters or marks. */
#ifndef STATS_MIXED_H
#define STATS_MIXED_H

#include "stats/stats.h"

enum { MIXED_FACTORS = 5, MIXED_COLUMNS = 60 };          /* at most */

/* Model: y = X beta + sum_k Z_k u_k + e, u_k ~ N(0, s_k^2 I), e_i ~ N(0, s^2 / weight_i).
 * Nothing is kept of the input. No intercept is added. */
struct mixed_factor {
	const uint32_t *of;     /* [n] the level of each row, below `levels` */
	size_t levels;
};

enum mixed_path { MIXED_FITTING, MIXED_EXACT, MIXED_LARGE };     /* what fits the size; or one of the two */

struct mixed_input {
	size_t n;
	const double *y;        /* [n] */
	const double *x;        /* [p][n], column by column; may be NULL when p = 0 */
	size_t p;
	struct mixed_factor factor[MIXED_FACTORS];
	size_t factors;         /* 1..5 */
	const double *weight;   /* [n] above 0, or NULL: all 1 */
	bool ml;                /* maximum likelihood; else REML */
	enum mixed_path path;
	bool no_deviations;     /* leave out conditional and prediction SDs */
};

/* Units: variances in squares of y's; effects, SDs in y's. */
struct mixed_fit {
	enum stats_refusal refusal;      /* anything but STATS_GIVEN: the rest means nothing */
	size_t n, p, factors;
	double criterion;                /* -2 (restricted) log likelihood with all constants (Bates et al. 2015, eqs 34, 41);
					  * NaN on the large path */
	double variance[MIXED_FACTORS], residual;
	double log_variance_se[MIXED_FACTORS];   /* of log variance, by the average information; NaN at 0 */
	double *beta, *beta_se;          /* [p]; NaN for a column that others make up */
	double *beta_cov;                /* [p][p] */
	double *effect[MIXED_FACTORS];   /* [levels] BLUPs */
	double *conditional_sd[MIXED_FACTORS];   /* beta and variances taken as known */
	double *prediction_sd[MIXED_FACTORS];    /* sqrt of the prediction error variance: beta unknown, variances known */
	size_t rounds;
	enum mixed_path path;            /* taken */
};

/* Exact: sparse Cholesky, profiled criterion, average-information steps on log variance ratios, 0 allowed and returned
 * as 0 (Bates, Maechler, Bolker & Walker 2015; Gilmour, Thompson & Cullis 1995). Large: the same steps with
 * preconditioned conjugate gradients, traces and SDs from fixed probes.
 * Refused: STATS_TOO_FEW (n <= p + 1, or a factor of fewer than 2 levels), STATS_NOT_SEPARABLE (a factor with a level
 * for every row), STATS_NOT_A_NUMBER, STATS_OUT_OF_RANGE (levels, weights, sizes), STATS_NO_SPREAD (y is explained
 * whole), STATS_NOT_SETTLED. */
struct mixed_fit *mixed_fit(struct arena *a, const struct mixed_input *in);

#endif
