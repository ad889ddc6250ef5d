/* stats_mixed_parts.h: between the files of the mixed models. Knows no rows once the sums are made. */
#ifndef STATS_MIXED_PARTS_H
#define STATS_MIXED_PARTS_H

#include "stats/stats_cholesky.h"
#include "stats/stats_mixed.h"

/* All the data that a fit needs. X is turned into orthonormal columns Q, y into the residual of least squares,
 * scaled to mean square 1: nothing is lost, and no digits are. */
struct mixed_sums {
	size_t n, p, q, factors;
	size_t offset[MIXED_FACTORS + 1];        /* of each factor's columns among q */
	uint8_t *block;                          /* [q] the factor of a column */
	struct sparse w;                         /* lower part of Z'Z */
	double *zx, *zy;                         /* Z'Q [p][q], Z'y [q] */
	double yy;                               /* y'y */
	bool ml;
	/* The way back. */
	size_t asked;                            /* columns of X */
	size_t *kept;                            /* [p] which columns are in Q */
	double *r;                               /* [p][p] upper: X = Q R */
	double *start;                           /* [p] Q'y of the original y, in its units */
	double scale, log_r, log_weights;        /* unit of y; log det R'R; sum of log weights */
};

enum stats_refusal mixed_sums(struct arena *a, const struct mixed_input *in, struct mixed_sums *s);

/* What is known at one set of variance ratios; log_ratio is log(s_k^2 / s^2), -INFINITY for none. */
struct mixed_point {
	double log_ratio[MIXED_FACTORS];
	double criterion, r2, s2;                /* scaled units */
	double slope[MIXED_FACTORS];             /* of the criterion by log_ratio */
	double curve[MIXED_FACTORS * MIXED_FACTORS];     /* average information, the same scale */
	double *gamma;                           /* [p] coefficients of Q */
	double *spread;                          /* [p][p] (Q'V^-1Q)^-1 */
	double *c;                               /* [q] A^-1 (Lambda Z'(y - Q gamma)) */
	double *cx;                              /* [p][q] A^-1 Lambda Z'Q */
};

struct mixed_point *mixed_point(struct arena *a, const struct mixed_sums *s);
/* After cx and cy = A^-1 Lambda Z'y stand in p->cx and p->c: gamma, spread, r2, s2, c. False: Q'V^-1Q is singular. */
bool mixed_profile(const struct mixed_sums *s, struct mixed_point *p);
/* slope and curve, from traces[k] = tr (A^-1)_kk and solved [factors][q], A^-1 e_k of c's parts. */
void mixed_information(const struct mixed_sums *s, struct mixed_point *p, const double *traces, const double *solved);
/* The step of log ratios against the slope; coordinates at -INFINITY stay. No longer than `most` in any of them. */
void mixed_step(const struct mixed_sums *s, const struct mixed_point *p, double most, double *step);
/* Variances that have come down to nothing, and would go on, become none. True when one did. */
bool mixed_let_go(const struct mixed_sums *s, struct mixed_point *p);
/* step' curve step: twice what the step still gains. */
double mixed_gain(const struct mixed_sums *s, const struct mixed_point *p, const double *step);

struct mixed_exact;
struct mixed_exact *mixed_exact(struct arena *a, const struct mixed_sums *s, const struct cholesky_plan *plan);
/* Fills p at p->log_ratio; false when it cannot be. */
bool mixed_exact_at(struct mixed_exact *m, struct mixed_point *p);
/* Diagonal of A^-1 [q] at the last point. */
const double *mixed_exact_diagonal(const struct mixed_exact *m);

/* The whole search on either path: the best point found. *rounds counts. STATS_GIVEN, STATS_NOT_SETTLED, or
 * STATS_NO_SPREAD when levels explain y whole. */
enum stats_refusal mixed_exact_search(struct mixed_exact *m, const struct mixed_sums *s, struct mixed_point *p, size_t *rounds);
enum stats_refusal mixed_large_search(struct arena *a, const struct mixed_sums *s, struct mixed_point *p, size_t *rounds);
/* Diagonal of A^-1 [q] at p, by fixed draws and the part that is known (Siden et al. 2018). */
void mixed_large_diagonal(struct arena *a, const struct mixed_sums *s, const struct mixed_input *in, const struct mixed_point *p,
	double *diagonal);

/* The system A x = b with the columns of one factor (that of most levels) taken out: S x = b on the others, by conjugate
 * gradients preconditioned by S's diagonal (Ghosh, Hastie & Owen 2022 on why it is fast). AT_ONCE right sides together. */
enum { AT_ONCE = 16 };
struct mixed_system {
	const struct mixed_sums *sums;
	size_t taken, rest;              /* columns of the factor taken out; of the others */
	uint8_t out;                     /* that factor */
	size_t *start;                   /* [taken + 1] into other, share */
	uint32_t *other;                 /* rest column */
	double *share;                   /* couplings at this point */
	const double **from;             /* where in w.value each comes from */
	size_t pairs;                    /* couplings among the rest */
	uint32_t *left, *right;
	double *between;
	const double **between_from;
	double *diagonal_taken, *diagonal_rest, *diagonal_s;
	double *work[6];                 /* [rest][AT_ONCE] */
};
struct mixed_system *mixed_system(struct arena *a, const struct mixed_sums *s);
void mixed_system_at(struct mixed_system *m, const struct mixed_point *p);
/* x [columns][q] := A^-1 x, to a relative residual of `close`. */
void mixed_system_solve(struct mixed_system *m, double *x, size_t columns, double close);
/* y := S x, [rest][AT_ONCE]. */
void mixed_system_apply(const struct mixed_system *m, const double *x, double *y);
/* Where column j of q stands: among the taken or among the rest. */
size_t mixed_system_place(const struct mixed_system *m, size_t j);

#define MIXED_NOTHING (-16.1)   /* log ratio (1e-7) below which a variance is tried as none */

#endif
