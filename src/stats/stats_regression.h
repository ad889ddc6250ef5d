/* stats_regression.h: least squares with errors that hold when spread or independence do not. Knows no people. */
#ifndef STATS_REGRESSION_H
#define STATS_REGRESSION_H

#include "stats/stats.h"

/* Columns made orthonormal: x = q r. A column that earlier ones make up (what is left of it is below 1e-7 of its
 * length) is left out: kept[] holds the places of the others. */
struct basis {
	size_t n, rank;
	size_t *kept;           /* [rank] */
	double *q;              /* [rank][n] */
	double *r;              /* [rank][rank] upper: column j at r + j * rank */
	double *back;           /* [rank][rank] r^-1, the same layout */
};
/* x [p][n], column by column. Gram and Schmidt, twice (Giraud et al. 2005). */
struct basis basis_of(struct arena *a, const double *x, size_t n, size_t p);

struct regression_input {
	size_t n, p;
	const double *y;        /* [n] */
	const double *x;        /* [p][n], the column of ones among them */
	const uint32_t *cluster;         /* [n] below `clusters`, or NULL */
	size_t clusters;
};

enum regression_error { ERROR_PLAIN, ERROR_HC3, ERROR_CLUSTER };

/* Units: coef and its errors in y's by x's. NaN for a column left out. */
struct regression {
	enum stats_refusal refusal;      /* STATS_TOO_FEW (n <= rank), STATS_NOT_A_NUMBER, STATS_OUT_OF_RANGE (a cluster),
					  * STATS_NO_SPREAD (y is explained whole) */
	size_t n, p, rank, clusters;     /* clusters that occur */
	double *coef;                    /* [p] */
	double *se[3];                   /* [p] by enum regression_error. HC3: MacKinnon & White (1985), NaN when a row decides a
					  * coefficient alone. Cluster: Liang & Zeger (1986) times G/(G-1) (n-1)/(n-k); NaN below 2 */
	double *residual;                /* [n] */
	double sigma, r_squared, df;     /* r_squared about the mean of y */
};
struct regression regression(struct arena *a, const struct regression_input *in);

/* Coefficient `column` with its t interval (df: n - rank, or clusters - 1). Refused: as the regression;
 * STATS_NOT_SEPARABLE for a column left out or an error that is not known. */
struct stats_estimate regression_estimate(const struct regression *r, size_t column, enum regression_error error);
/* Two-sided p of the same. */
double regression_p(const struct regression *r, size_t column, enum regression_error error);

#endif
