/* stats_dense.h: small and blocked dense matrices, by columns. Knows nothing of what they stand for. */
#ifndef STATS_DENSE_H
#define STATS_DENSE_H

#include "base/base.h"

/* x'y; x -= times q; the largest of |x|, 0 of nothing. */
double vector_dot(const double *x, const double *y, size_t n);
void vector_less(double *x, const double *q, double times, size_t n);
double vector_largest(const double *x, size_t n);

/* Column by column: element (i, j) is at[i + j * stride]. "Lower" touches only i >= j. One thread, re-entrant. */

/* L of A = L L' in place of the lower part of A [n][n]; false when A is not positive definite. */
bool lower_factor(double *at, size_t n, size_t stride);
/* B [rows][n] := B L^-T. */
void lower_solve_right(const double *l, size_t n, size_t stride, double *b, size_t rows, size_t b_stride);
/* X [n][columns] := L^-1 X, and L^-T X. */
void lower_solve(const double *l, size_t n, size_t stride, double *x, size_t columns, size_t x_stride);
void lower_solve_turned(const double *l, size_t n, size_t stride, double *x, size_t columns, size_t x_stride);
/* Lower part of C [n][n] -= B B', B [n][k]. */
void subtract_square(double *c, size_t n, size_t c_stride, const double *b, size_t k, size_t b_stride);
/* The lower part of (L L')^-1 in place of L. */
void lower_invert(double *l, size_t n, size_t stride);

/* Solves A x = b for symmetric positive definite A [n][n] (lower read; both kept), n small; false when A is not. */
bool positive_solve(const double *matrix, size_t n, const double *b, double *x);
/* Inverse (full) of a symmetric positive definite A [n][n]; false when A is not. */
bool positive_inverse(const double *matrix, size_t n, double *inverse);

#endif
