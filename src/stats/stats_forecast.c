/* stats_forecast.c: naive and theta forecasts, and their score. Knows no KPI and no calendar. */
#include "stats/stats_forecast.h"

#include "stats/stats_ets.h"
#include "stats/stats_sample.h"
#include "stats/stats_series.h"

#include <math.h>

#define Z90 1.6448536269514722

struct forecast
forecast_refused(enum stats_refusal why, size_t n)
{
	return (struct forecast){ .refusal = why, .n = n };
}

struct forecast
forecast_of(struct arena *a, const double *mean, const double *variance, size_t h, size_t n)
{
	struct forecast f = { STATS_GIVEN, n, h, NEW_MANY(a, double, h), NEW_MANY(a, double, h), NEW_MANY(a, double, h), NEW_MANY(a, double, h),
		NEW_MANY(a, double, h), NEW_MANY(a, double, h) };

	for (size_t j = 0; j < h; j++) {
		double sd = sqrt(variance[j]);

		if (!isfinite(mean[j]) || !isfinite(sd))
			return forecast_refused(STATS_OUT_OF_RANGE, n);
		f.mean[j] = mean[j];
		f.variance[j] = variance[j];
		f.low80[j] = mean[j] - STATS_Z80 * sd;
		f.high80[j] = mean[j] + STATS_Z80 * sd;
		f.low95[j] = mean[j] - STATS_Z95 * sd;
		f.high95[j] = mean[j] + STATS_Z95 * sd;
	}
	return f;
}

static enum stats_refusal
why_not(const double *y, size_t n, size_t period, size_t h, size_t least)
{
	if (period < 1 || period > SEASON_LONGEST || h < 1 || h > FORECAST_LONGEST)
		return STATS_OUT_OF_RANGE;
	return series_refusal(y, n, least);
}

struct forecast
forecast_naive(struct arena *a, const double *y, size_t n, size_t period, size_t h)
{
	enum stats_refusal why = why_not(y, n, period, h, period + 1);
	double *mean, *variance, squares = 0;

	if (why != STATS_GIVEN)
		return forecast_refused(why, n);
	mean = NEW_MANY(a, double, h);
	variance = NEW_MANY(a, double, h);
	for (size_t i = period; i < n; i++)
		squares += (y[i] - y[i - period]) * (y[i] - y[i - period]) / (double)(n - period);
	for (size_t j = 0; j < h; j++) {
		mean[j] = y[n - period + j % period];
		variance[j] = squares * (double)(j / period + 1);
	}
	return forecast_of(a, mean, variance, h, n);
}

static double
autocorrelation(const double *y, size_t n, size_t lag)
{
	double mean = sample_mean(y, n), all = 0, of = 0;

	for (size_t i = 0; i < n; i++) {
		all += (y[i] - mean) * (y[i] - mean);
		if (i >= lag)
			of += (y[i] - mean) * (y[i - lag] - mean);
	}
	return all > 0 ? of / all : 0;
}

static bool
has_season(const double *y, size_t n, size_t period)
{
	double sum = 0;

	if (period < 2 || n <= 2 * period)
		return false;
	for (size_t k = 1; k < period; k++)
		sum += autocorrelation(y, n, k) * autocorrelation(y, n, k);
	return fabs(autocorrelation(y, n, period)) / sqrt((1 + 2 * sum) / (double)n) > Z90;
}

/* Classical multiplicative indices by phase; false when one is not positive. */
static bool
indices(struct arena *a, const double *y, size_t n, size_t period, double *index)
{
	size_t half = period / 2, *count = NEW_MANY(a, size_t, period);
	double mean = 0;

	for (size_t i = half; i + half < n; i++) {
		double around = 0;

		for (size_t k = i - half; k <= i + half; k++)
			around += period % 2 == 0 && (k == i - half || k == i + half) ? 0.5 * y[k] : y[k];
		index[i % period] += y[i] / (around / (double)period);
		count[i % period]++;
	}
	for (size_t j = 0; j < period; j++) {
		index[j] /= (double)count[j];
		mean += index[j] / (double)period;
	}
	for (size_t j = 0; j < period; j++) {
		index[j] /= mean;
		if (!isfinite(index[j]) || !(index[j] > 1e-10))
			return false;
	}
	return true;
}

/* Least-squares slope on time. */
static double
slope_of(const double *x, size_t n)
{
	double tx = 0, tt = 0, middle = ((double)n - 1) / 2;

	for (size_t i = 0; i < n; i++) {
		tx += ((double)i - middle) * x[i];
		tt += ((double)i - middle) * ((double)i - middle);
	}
	return tx / tt;
}

static struct forecast
constant(struct arena *a, double value, const double *index, size_t period, size_t n, size_t h)
{
	double *mean = NEW_MANY(a, double, h);

	for (size_t j = 0; j < h; j++)
		mean[j] = value * (index != NULL ? index[(n + j) % period] : 1);
	return forecast_of(a, mean, NEW_MANY(a, double, h), h, n);
}

struct forecast
forecast_theta(struct arena *a, const double *y, size_t n, size_t period, size_t h)
{
	enum stats_refusal why = why_not(y, n, period, h, period + 1 > 4 ? period + 1 : 4);
	double *index, *x, *mean, *variance, b;
	struct ets e;

	if (why != STATS_GIVEN)
		return forecast_refused(why, n);
	index = NEW_MANY(a, double, period);
	x = NEW_MANY(a, double, n);
	mean = NEW_MANY(a, double, h);
	variance = NEW_MANY(a, double, h);
	if (!has_season(y, n, period) || !indices(a, y, n, period, index))
		index = NULL;
	for (size_t i = 0; i < n; i++)
		x[i] = index != NULL ? y[i] / index[i % period] : y[i];
	e = ets_fit(a, x, n, &(struct ets_form){ ETS_ADDITIVE, ETS_NONE, ETS_NONE, false, 1 });
	if (e.refusal == STATS_NO_SPREAD)
		return constant(a, x[n - 1], index, period, n, h);
	if (e.refusal != STATS_GIVEN)
		return forecast_refused(e.refusal, n);
	b = slope_of(x, n) / 2;
	for (size_t j = 0; j < h; j++) {
		double alpha = e.end.alpha, ahead = (double)j + (1 - pow(1 - alpha, (double)n)) / alpha;

		mean[j] = (e.end.level + b * ahead) * (index != NULL ? index[(n + j) % period] : 1);
		variance[j] = e.sigma2 * ((double)j * alpha * alpha + 1);
	}
	return forecast_of(a, mean, variance, h, n);
}

struct forecast_score
forecast_score(const struct forecast *f, const double *train, size_t n, size_t period, const double *kept)
{
	struct forecast_score s = { NAN, NAN, NAN, f->h, f->refusal };
	double change = 0, error = 0, in80 = 0, in95 = 0, h = (double)f->h;

	if (s.refusal != STATS_GIVEN)
		return s;
	for (size_t i = period; i < n; i++)
		change += fabs(train[i] - train[i - period]) / (double)(n - period);
	for (size_t j = 0; j < f->h; j++) {
		error += fabs(kept[j] - f->mean[j]) / h;
		in80 += kept[j] >= f->low80[j] && kept[j] <= f->high80[j];
		in95 += kept[j] >= f->low95[j] && kept[j] <= f->high95[j];
	}
	s.refusal = !isfinite(error) ? STATS_NOT_A_NUMBER : change > 0 ? STATS_GIVEN : STATS_NO_SPREAD;
	if (s.refusal == STATS_GIVEN)
		s = (struct forecast_score){ error / change, in80 / h, in95 / h, f->h, STATS_GIVEN };
	return s;
}
