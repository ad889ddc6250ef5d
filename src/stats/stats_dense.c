/* stats_dense.c: dense kernels: loops for small ones, OpenBLAS for the rest. Knows nothing of what they stand for. */
#include "stats/stats_dense.h"

#include <cblas.h>
#include <math.h>
#include <pthread.h>
#include <string.h>

enum { SMALL = 24, MOST = 64 };

void dpotrf_(const char *part, const int *n, double *a, const int *stride, int *info, size_t);
void dpotri_(const char *part, const int *n, double *a, const int *stride, int *info, size_t);

static pthread_once_t once = PTHREAD_ONCE_INIT;

static void
one_thread(void)
{
	openblas_set_num_threads(1);
}

static bool
small_factor(double *at, size_t n, size_t stride)
{
	for (size_t j = 0; j < n; j++) {
		double *c = at + j * stride, pivot;

		for (size_t k = 0; k < j; k++) {
			const double *b = at + k * stride, by = b[j];

			for (size_t i = j; i < n; i++)
				c[i] -= b[i] * by;
		}
		if (!(c[j] > 0))
			return false;
		pivot = sqrt(c[j]);
		for (size_t i = j; i < n; i++)
			c[i] /= pivot;
		c[j] = pivot;
	}
	return true;
}

bool
lower_factor(double *at, size_t n, size_t stride)
{
	int rows = (int)n, step = (int)stride, info = 0;

	if (n <= SMALL)
		return small_factor(at, n, stride);
	pthread_once(&once, one_thread);
	dpotrf_("L", &rows, at, &step, &info, 1);
	return info == 0;
}

void
lower_solve_right(const double *l, size_t n, size_t stride, double *b, size_t rows, size_t b_stride)
{
	if (n > SMALL) {
		cblas_dtrsm(CblasColMajor, CblasRight, CblasLower, CblasTrans, CblasNonUnit, (int)rows, (int)n, 1, l, (int)stride,
			b, (int)b_stride);
		return;
	}
	for (size_t j = 0; j < n; j++) {
		double *c = b + j * b_stride;

		for (size_t k = 0; k < j; k++) {
			const double *e = b + k * b_stride, by = l[j + k * stride];

			for (size_t i = 0; i < rows; i++)
				c[i] -= e[i] * by;
		}
		for (size_t i = 0; i < rows; i++)
			c[i] /= l[j + j * stride];
	}
}

void
lower_solve(const double *l, size_t n, size_t stride, double *x, size_t columns, size_t x_stride)
{
	if (n > SMALL) {
		cblas_dtrsm(CblasColMajor, CblasLeft, CblasLower, CblasNoTrans, CblasNonUnit, (int)n, (int)columns, 1, l, (int)stride,
			x, (int)x_stride);
		return;
	}
	for (size_t c = 0; c < columns; c++, x += x_stride)
		for (size_t j = 0; j < n; j++) {
			x[j] /= l[j + j * stride];
			for (size_t i = j + 1; i < n; i++)
				x[i] -= l[i + j * stride] * x[j];
		}
}

void
lower_solve_turned(const double *l, size_t n, size_t stride, double *x, size_t columns, size_t x_stride)
{
	if (n > SMALL) {
		cblas_dtrsm(CblasColMajor, CblasLeft, CblasLower, CblasTrans, CblasNonUnit, (int)n, (int)columns, 1, l, (int)stride,
			x, (int)x_stride);
		return;
	}
	for (size_t c = 0; c < columns; c++, x += x_stride)
		for (size_t j = n; j-- > 0;) {
			for (size_t i = j + 1; i < n; i++)
				x[j] -= l[i + j * stride] * x[i];
			x[j] /= l[j + j * stride];
		}
}

void
subtract_square(double *c, size_t n, size_t c_stride, const double *b, size_t k, size_t b_stride)
{
	if (k > 4 && n > SMALL) {
		cblas_dsyrk(CblasColMajor, CblasLower, CblasNoTrans, (int)n, (int)k, -1, b, (int)b_stride, 1, c, (int)c_stride);
		return;
	}
	for (size_t m = 0; m < k; m++, b += b_stride)
		for (size_t j = 0; j < n; j++) {
			double by = b[j], *to = c + j * c_stride;

			for (size_t i = j; i < n; i++)
				to[i] -= b[i] * by;
		}
}

void
lower_invert(double *l, size_t n, size_t stride)
{
	int rows = (int)n, step = (int)stride, info = 0;

	if (n == 1)
		l[0] = 1 / (l[0] * l[0]);
	else if (n > 1)
		dpotri_("L", &rows, l, &step, &info, 1);
}

bool
positive_solve(const double *matrix, size_t n, const double *b, double *x)
{
	double l[MOST * MOST];

	if (n > MOST)
		return false;
	memcpy(l, matrix, n * n * sizeof *l);
	if (!lower_factor(l, n, n))
		return false;
	memcpy(x, b, n * sizeof *x);
	lower_solve(l, n, n, x, 1, n);
	lower_solve_turned(l, n, n, x, 1, n);
	return true;
}

bool
positive_inverse(const double *matrix, size_t n, double *inverse)
{
	if (n == 0)
		return true;
	memcpy(inverse, matrix, n * n * sizeof *inverse);
	if (!lower_factor(inverse, n, n))
		return false;
	lower_invert(inverse, n, n);
	for (size_t j = 0; j < n; j++)
		for (size_t i = j + 1; i < n; i++)
			inverse[j + i * n] = inverse[i + j * n];
	return true;
}

double
vector_dot(const double *x, const double *y, size_t n)
{
	double sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += x[i] * y[i];
	return sum;
}

void
vector_less(double *x, const double *q, double times, size_t n)
{
	for (size_t i = 0; i < n; i++)
		x[i] -= times * q[i];
}

double
vector_largest(const double *x, size_t n)
{
	double most = 0;

	for (size_t i = 0; i < n; i++)
		most = fmax(most, fabs(x[i]));
	return most;
}
