/* stats_logistic.h: the chance of a yes from columns of numbers. Knows no people. */
#ifndef STATS_LOGISTIC_H
#define STATS_LOGISTIC_H

#include "stats/stats.h"

struct logistic_input {
	size_t n, p;
	const double *y;        /* [n] 0 or 1, or a share between */
	const double *x;        /* [p][n], the column of ones among them */
	const double *weight;   /* [n] 0 or more, or NULL: all 1; at most 1e12 in all */
	double ridge;           /* penalty ridge / 2 x (coefficient x SD of its column)^2; columns without spread go free; 0: none */
};

struct logistic {
	enum stats_refusal refusal;      /* STATS_TOO_FEW (no weight, or none of one outcome), STATS_NOT_A_NUMBER, STATS_OUT_OF_RANGE,
					  * STATS_NOT_SEPARABLE: the columns tell yes from no without fault (in all rows, or in all
					  * but some on the border), so that a coefficient has no end (Albert & Anderson 1984);
					  * STATS_NOT_SETTLED */
	size_t n, p, rank;               /* rows of weight above 0 */
	double *coef, *se;               /* [p] log odds; NaN for a column that earlier ones make up */
	double *chance;                  /* [n] fitted */
	double deviance;                 /* -2 log likelihood of the rows, each with its weight, without the penalty */
	size_t rounds;
};
/* Newton's steps on an orthonormal basis, halved while the likelihood falls (McCullagh & Nelder 1989, ch. 4). A fitted
 * log odds beyond 30 is taken for one without end: no data of weight 1e12 can ask for more. */
struct logistic logistic(struct arena *a, const struct logistic_input *in);

/* Coefficient `column` with its normal (Wald) interval. Refused as the fit; STATS_NOT_SEPARABLE for a column left out. */
struct stats_estimate logistic_estimate(const struct logistic *l, size_t column);

/* P(a row of y = 1 is above one of y = 0), ties by half, weights 1 (Mann & Whitney 1947). NaN without both. */
double area_under_curve(struct arena *a, const double *score, const double *y, size_t n);

#endif
