/* stats_stl.c: season, trend and remainder by repeated loess. Knows no KPI and no calendar. */
#include "stats/stats_stl.h"

#include "stats/stats_sample.h"
#include "stats/stats_series.h"

#include <math.h>
#include <string.h>

struct smoother {
	size_t window, degree, jump;
};

/* Loess at position x (from 1; may lie outside 1..n) over positions left..right; NaN when no point has weight. */
static double
at_point(const double *y, size_t n, const struct smoother *s, double x, size_t left, size_t right, const double *robust, double *w)
{
	double reach = fmax(x - (double)left, (double)right - x), sum = 0, centre = 0, spread = 0, value = 0;

	if (s->window > n)
		reach += (double)((s->window - n) / 2);
	for (size_t j = left; j <= right; j++) {
		double r = fabs((double)j - x), u = r / reach, cube = 1 - u * u * u;

		w[j] = r > 0.999 * reach ? 0 : (r > 0.001 * reach ? cube * cube * cube : 1) * (robust != NULL ? robust[j - 1] : 1);
		sum += w[j];
	}
	if (!(sum > 0))
		return NAN;
	for (size_t j = left; j <= right; j++)
		centre += (w[j] /= sum) * (double)j;
	for (size_t j = left; j <= right; j++)
		spread += w[j] * ((double)j - centre) * ((double)j - centre);
	for (size_t j = left; j <= right; j++) {
		double tilt = s->degree > 0 && sqrt(spread) > 0.001 * (double)(n - 1) ? 1 + (x - centre) / spread * ((double)j - centre) : 1;

		value += w[j] * tilt * y[j - 1];
	}
	return value;
}

/* Position i of 1..n with its own window. */
static double
inside(const double *y, size_t n, const struct smoother *s, size_t i, const double *robust, double *w)
{
	size_t half = (s->window + 1) / 2, left = 1, right = n;
	double v;

	if (s->window < n) {
		left = i < half ? 1 : i > n - half ? n - s->window + 1 : i - half + 1;
		right = left + s->window - 1;
	}
	v = at_point(y, n, s, (double)i, left, right, robust, w);
	return isnan(v) ? y[i - 1] : v;
}

/* out[0..n): evaluated every jump and at the end, linear between. w has room for n + 1. */
static void
loess(const double *y, size_t n, const struct smoother *s, const double *robust, double *out, double *w)
{
	size_t jump = s->jump < n - 1 ? s->jump : n - 1, at = 1;

	out[0] = n == 1 ? y[0] : inside(y, n, s, 1, robust, w);
	while (at < n) {
		size_t next = at + jump <= n ? at + jump : n;

		out[next - 1] = inside(y, n, s, next, robust, w);
		for (size_t i = at + 1; i < next; i++)
			out[i - 1] = out[at - 1] + (out[next - 1] - out[at - 1]) * (double)(i - at) / (double)(next - at);
		at = next;
	}
}

struct work {
	const double *y;
	size_t n, m;
	struct smoother season, trend, low;
	const double *robust;
	double *cycle, *a, *b, *part, *smooth, *weights, *sub;   /* cycle, a, b: [n + 2m] */
	double *s, *t;                                           /* [n] */
};

/* Cycle-subseries of y - trend, each smoothed and carried one cycle beyond both ends. */
static void
cycles(struct work *k)
{
	for (size_t j = 0; j < k->m; j++) {
		size_t q = (k->n - 1 - j) / k->m + 1, window = k->season.window;
		double first, last;

		for (size_t i = 0; i < q; i++) {
			k->part[i] = k->y[i * k->m + j] - k->t[i * k->m + j];
			k->weights[i] = k->robust != NULL ? k->robust[i * k->m + j] : 1;
		}
		loess(k->part, q, &k->season, k->weights, k->smooth, k->sub);
		first = at_point(k->part, q, &k->season, 0, 1, window < q ? window : q, k->weights, k->sub);
		last = at_point(k->part, q, &k->season, (double)(q + 1), window < q ? q - window + 1 : 1, q, k->weights, k->sub);
		k->cycle[j] = isnan(first) ? k->smooth[0] : first;
		for (size_t i = 0; i < q; i++)
			k->cycle[(i + 1) * k->m + j] = k->smooth[i];
		k->cycle[(q + 1) * k->m + j] = isnan(last) ? k->smooth[q - 1] : last;
	}
}

/* Means of `span` values; n - span + 1 of them. */
static size_t
moving(const double *x, size_t n, size_t span, double *out)
{
	for (size_t i = 0; i + span <= n; i++)
		out[i] = sample_mean(x + i, span);
	return n - span + 1;
}

static void
pass(struct work *k)
{
	size_t n;

	cycles(k);
	n = moving(k->cycle, k->n + 2 * k->m, k->m, k->a);
	n = moving(k->a, n, k->m, k->b);
	moving(k->b, n, 3, k->a);
	loess(k->a, k->n, &k->low, NULL, k->b, k->sub);
	for (size_t i = 0; i < k->n; i++) {
		k->s[i] = k->cycle[i + k->m] - k->b[i];
		k->a[i] = k->y[i] - k->s[i];
	}
	loess(k->a, k->n, &k->trend, k->robust, k->t, k->sub);
}

static void
bisquare(struct arena *a, const struct work *k, double *weight)
{
	double *size = NEW_MANY(a, double, k->n), h;

	for (size_t i = 0; i < k->n; i++)
		size[i] = fabs(k->y[i] - k->s[i] - k->t[i]);
	h = 6 * sample_median(a, size, k->n);
	for (size_t i = 0; i < k->n; i++) {
		double u = size[i] / h;

		weight[i] = size[i] <= 0.001 * h ? 1 : size[i] > 0.999 * h ? 0 : (1 - u * u) * (1 - u * u);
	}
}

static size_t
next_odd(double x)
{
	size_t n = (size_t)ceil(x);

	return n % 2 ? n : n + 1;
}

static struct smoother
smoother(size_t window, size_t degree)
{
	return (struct smoother){ window, degree, (window + 9) / 10 };
}

static struct work
work_of(struct arena *a, const double *y, size_t n, size_t m, double *s, double *t)
{
	size_t seasons = 10 * n + 1, room = n + 2 * m;
	struct work k = { y, n, m, smoother(seasons, 0), smoother(next_odd(1.5 * (double)m / (1 - 1.5 / (double)seasons)), 1), smoother(next_odd((double)m), 1),
		NULL, NEW_MANY(a, double, room), NEW_MANY(a, double, room), NEW_MANY(a, double, room), NEW_MANY(a, double, n), NEW_MANY(a, double, n),
		NEW_MANY(a, double, n), NEW_MANY(a, double, room + 1), s, t };

	return k;
}

/* The season as the mean of each phase; the rest follows. */
static void
repeat(struct stl *r, const double *y, struct arena *a)
{
	double *mean = NEW_MANY(a, double, r->period), *off = NEW_MANY(a, double, r->n), middle;

	for (size_t j = 0; j < r->period; j++) {
		size_t q = (r->n - 1 - j) / r->period + 1;

		for (size_t i = 0; i < q; i++)
			mean[j] += r->season[i * r->period + j] / (double)q;
	}
	for (size_t i = 0; i < r->n; i++) {
		r->season[i] = mean[i % r->period];
		r->remainder[i] = y[i] - r->season[i] - r->trend[i];
	}
	middle = sample_median(a, r->remainder, r->n);
	for (size_t i = 0; i < r->n; i++)
		off[i] = fabs(r->remainder[i] - middle);
	r->remainder_sd = sample_deviation(r->remainder, r->n);
	r->remainder_mad = 1.4826 * sample_median(a, off, r->n);
}

struct stl
stl(struct arena *a, const double *y, size_t n, size_t period, bool robust)
{
	struct stl r = { period < 2 || period > n ? STATS_OUT_OF_RANGE : series_refusal(y, n, 2 * period + 1), n, period, 2 * period + 1, NEW_MANY(a, double, n),
		NEW_MANY(a, double, n), NEW_MANY(a, double, n), NEW_MANY(a, double, n), NAN, NAN };
	struct work k;

	for (size_t i = 0; i < n; i++)
		r.weight[i] = 1;
	if (r.refusal != STATS_GIVEN)
		return r;
	k = work_of(a, y, n, period, r.season, r.trend);
	if (!robust) {
		pass(&k);
		pass(&k);
	} else {
		pass(&k);
		for (int outer = 0; outer < 15; outer++) {
			bisquare(a, &k, r.weight);
			k.robust = r.weight;
			pass(&k);
		}
	}
	repeat(&r, y, a);
	return r;
}
