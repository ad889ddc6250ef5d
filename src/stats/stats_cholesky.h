/* stats_cholesky.h: sparse symmetric positive definite systems, factored by fronts. Knows nothing of models. */
#ifndef STATS_CHOLESKY_H
#define STATS_CHOLESKY_H

#include "base/arena.h"

/* The lower part of a symmetric matrix by columns: column j holds rows row[start[j] .. start[j+1]), ascending,
 * the diagonal first and always there. */
struct sparse {
	size_t n;
	const size_t *start;    /* [n + 1] */
	const uint32_t *row;
	double *value;          /* in the order of row */
};

/* What to do in which order: depends on the pattern alone, used for many values.
 * Ordering: approximate minimum degree (Amestoy, Davis & Duff 1996); fronts: Duff & Reid 1983, Liu 1990. */
struct cholesky_plan;
struct cholesky_plan *cholesky_plan(struct arena *a, const struct sparse *m);
double cholesky_work(const struct cholesky_plan *p);     /* multiplications of one factoring */
size_t cholesky_entries(const struct cholesky_plan *p);  /* numbers in L, padding counted */

/* A factor with its room; factored again for each value. Not shared between threads. */
struct cholesky;
struct cholesky *cholesky_room(struct arena *a, const struct cholesky_plan *p);
bool cholesky_factor(struct cholesky *c, const double *value);           /* false: not positive definite */
double cholesky_log_determinant(const struct cholesky *c);
/* X [n][columns] := A^-1 X, rows in the order of the matrix. */
void cholesky_solve(struct cholesky *c, double *x, size_t columns);
/* The diagonal of A^-1 [n], by the recursion of Takahashi, Fagan & Chin (1973) on the fronts. */
void cholesky_inverse_diagonal(struct cholesky *c, double *diagonal);

#endif
