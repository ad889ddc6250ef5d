/* stats_series_lead.c: whether one series moves before another. Knows no KPI and no calendar. */
#include "stats/stats_series_scan.h"

#include "stats/stats_dense.h"
#include "stats/stats_distribution.h"
#include "stats/stats_multiple.h"
#include "stats/stats_sample.h"
#include "stats/stats_series.h"

#include <math.h>
#include <string.h>

enum { LEAST = 30, ORDER_MOST = 4 };
#define GAIN_ASKED 0.05

/* Durbin and Levinson's recursion; the order with the least AIC, its coefficients into best. */
static size_t
autoregression(const double *x, size_t n, double *best)
{
	double c[ORDER_MOST + 1] = { 0 }, a[ORDER_MOST + 1] = { 0 }, before[ORDER_MOST + 1], mean = sample_mean(x, n), error, least;
	size_t order = 0;

	for (size_t k = 0; k <= ORDER_MOST; k++)
		for (size_t i = k; i < n; i++)
			c[k] += (x[i] - mean) * (x[i - k] - mean) / (double)n;
	error = c[0];
	least = (double)n * log(error);
	for (size_t m = 1; m <= ORDER_MOST; m++) {
		double k = c[m];

		memcpy(before, a, sizeof a);
		for (size_t i = 1; i < m; i++)
			k -= before[i] * c[m - i];
		k /= error;
		a[m] = k;
		for (size_t i = 1; i < m; i++)
			a[i] = before[i] - k * before[m - i];
		error *= 1 - k * k;
		if (!(error > 1e-12 * c[0]))
			break;
		if ((double)n * log(error) + 2 * (double)m < least) {
			least = (double)n * log(error) + 2 * (double)m;
			order = m;
			memcpy(best, a, sizeof a);
		}
	}
	return order;
}

static double *
filtered(struct arena *a, const double *x, size_t n, const double *ar, size_t order)
{
	double *out = NEW_MANY(a, double, n);

	for (size_t i = order; i < n; i++) {
		out[i - order] = x[i];
		for (size_t k = 1; k <= order; k++)
			out[i - order] -= ar[k] * x[i - k];
	}
	return out;
}

static struct stats_estimate
correlated(const double *x, const double *y, size_t n, double *p)
{
	double r = sample_correlation(x, y, n), z, half = STATS_Z95 / sqrt((double)n - 3);

	if (isnan(r)) {
		*p = NAN;
		return stats_refused(STATS_NO_SPREAD, n, 0);
	}
	z = atanh(fmin(1 - 1e-15, fmax(-1 + 1e-15, r)));
	*p = 2 * normal_above(fabs(z) * sqrt((double)n - 3));
	return (struct stats_estimate){ r, tanh(z - half), tanh(z + half), 0.95, n, 0, STATS_GIVEN };
}

/* What y[t] would have been said to be from rows lag + 1 .. t - 1 of (1, y before, x lag steps before when with). */
static double
said(const double *x, const double *y, size_t t, size_t lag, bool with)
{
	double cross[9] = { 0 }, xy[3] = { 0 }, b[3] = { 0 }, now[3] = { 1, y[t - 1], x[t - lag] };
	size_t p = with ? 3 : 2;

	for (size_t i = lag > 1 ? lag : 1; i < t; i++) {
		double row[3] = { 1, y[i - 1], x[i - lag] };

		for (size_t j = 0; j < p; j++) {
			xy[j] += row[j] * y[i];
			for (size_t k = 0; k < p; k++)
				cross[j * p + k] += row[j] * row[k];
		}
	}
	if (!positive_solve(cross, p, xy, b))
		return y[t - 1];
	return b[0] * now[0] + b[1] * now[1] + (with ? b[2] * now[2] : 0);
}

static double
gain_of(const double *x, const double *y, size_t n, size_t lag)
{
	double with = 0, without = 0;

	for (size_t t = n - n / 3; t < n; t++) {
		with += fabs(y[t] - said(x, y, t, lag, true));
		without += fabs(y[t] - said(x, y, t, lag, false));
	}
	return without > 0 ? 1 - with / without : NAN;
}

/* Scaled to mean 0 and SD 1, so that sums of squares do no harm. */
static double *
standard(struct arena *a, const double *x, size_t n)
{
	double *z = NEW_MANY(a, double, n), mean = sample_mean(x, n), sd = sample_deviation(x, n);

	for (size_t i = 0; i < n; i++)
		z[i] = (x[i] - mean) / sd;
	return z;
}

struct lead_lag
lead_lag(struct arena *a, const double *x, const double *y, size_t n)
{
	struct lead_lag l = { .refusal = series_refusal(x, n, LEAST), .n = n, .gain = NAN };
	double ar[ORDER_MOST + 1] = { 0 }, *u, *v;
	int best = -1;

	if (l.refusal == STATS_GIVEN)
		l.refusal = series_refusal(y, n, LEAST);
	if (l.refusal == STATS_GIVEN && (!(sample_deviation(x, n) > 1e-12 * fabs(sample_mean(x, n))) || !(sample_deviation(y, n) > 1e-12 * fabs(sample_mean(y, n)))))
		l.refusal = STATS_NO_SPREAD;
	for (int k = 0; k < LAGS; k++) {
		l.r[k] = stats_refused(l.refusal, n, l.refusal == STATS_TOO_FEW ? LEAST : 0);
		l.p[k] = l.adjusted[k] = NAN;
	}
	if (l.refusal != STATS_GIVEN)
		return l;
	x = standard(a, x, n);
	y = standard(a, y, n);
	l.order = autoregression(x, n, ar);
	u = filtered(a, x, n, ar, l.order);
	v = filtered(a, y, n, ar, l.order);
	for (int k = 0; k < LAGS; k++) {
		size_t on = (size_t)(k < LAG_MOST ? LAG_MOST - k : k - LAG_MOST), m = n - l.order - on;

		l.r[k] = k < LAG_MOST ? correlated(u + on, v, m, &l.p[k]) : correlated(u, v + on, m, &l.p[k]);
		if (!isnan(l.p[k]) && (best < 0 || l.p[k] < l.p[best]))
			best = k;
	}
	l.lag = best >= 0 ? best - LAG_MOST : 0;
	if (l.lag >= 1)
		l.gain = gain_of(x, y, n, (size_t)l.lag);
	return l;
}

size_t
lead_lag_family(struct arena *a, struct lead_lag *pair, size_t pairs, double q)
{
	double *p = NEW_MANY(a, double, pairs * LAGS), *adjusted = NEW_MANY(a, double, pairs * LAGS);
	size_t lead = 0;

	for (size_t i = 0; i < pairs; i++)
		memcpy(p + i * LAGS, pair[i].p, sizeof pair[i].p);
	adjust_bh(a, p, pairs * LAGS, adjusted);
	for (size_t i = 0; i < pairs; i++) {
		memcpy(pair[i].adjusted, adjusted + i * LAGS, sizeof pair[i].adjusted);
		pair[i].leads = pair[i].refusal == STATS_GIVEN && pair[i].lag >= 1 && pair[i].adjusted[LAG_MOST + pair[i].lag] <= q && pair[i].gain >= GAIN_ASKED;
		lead += pair[i].leads;
	}
	return lead;
}
