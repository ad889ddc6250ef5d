/* stats_series_level.c: a random walk seen through noise, by maximum likelihood. Knows no KPI and no calendar. */
#include "stats/stats_series.h"

#include "stats/stats_sample.h"

#include <math.h>

#define LOG_LOW (-30.0)          /* of the ratio of the variances: below it the level does not move */
#define LOG_HIGH 30.0            /* above it there is no noise */
enum { GRID = 120 };

struct filtered {
	double loglik, scale;            /* concentrated: the scale is the noise variance */
	double level, spread;            /* at the end; spread in units of the scale */
};

/* Kalman filter at ratio q = var_level / var_noise, started by the first value (diffuse). With q = infinity: the walk alone. */
static struct filtered
filter(const double *x, size_t n, double q)
{
	struct filtered f = { .level = x[0], .spread = 1 };
	double squares = 0, logs = 0, m = (double)(n - 1);

	for (size_t i = 1; i < n; i++) {
		double before = f.spread + q, all = before + 1, v = x[i] - f.level;

		squares += v * v / all;
		logs += log(all);
		f.level += v * before / all;
		f.spread = before / all;
	}
	f.scale = squares / m;
	f.loglik = -0.5 * (m * (log(2 * M_PI * f.scale) + 1) + logs);
	return f;
}

/* The log ratio with the largest likelihood in [low, high], golden section. */
static double
narrow(const double *x, size_t n, double low, double high)
{
	const double g = 0.6180339887498949;

	while (high - low > 1e-9) {
		double a = high - g * (high - low), b = low + g * (high - low);

		if (filter(x, n, exp(a)).loglik > filter(x, n, exp(b)).loglik)
			high = b;
		else
			low = a;
	}
	return 0.5 * (low + high);
}

static double
walk_loglik(const double *x, size_t n, double *variance)
{
	double s = 0, m = (double)(n - 1);

	for (size_t i = 1; i < n; i++)
		s += (x[i] - x[i - 1]) * (x[i] - x[i - 1]);
	*variance = s / m;
	return -0.5 * m * (log(2 * M_PI * s / m) + 1);
}

static double
best_log_ratio(const double *x, size_t n)
{
	double most = -INFINITY, at = 0, step = (LOG_HIGH - LOG_LOW) / GRID;

	for (int i = 0; i <= GRID; i++) {
		double l = filter(x, n, exp(LOG_LOW + step * i)).loglik;

		if (l > most) {
			most = l;
			at = LOG_LOW + step * i;
		}
	}
	return narrow(x, n, at - step, at + step);
}

struct local_level
local_level(const double *x, size_t n)
{
	enum stats_refusal why = series_refusal(x, n, 4);
	struct local_level r = { NAN, NAN, NAN, stats_refused(why, n, why == STATS_TOO_FEW ? 4 : 0) };
	struct filtered f, still;
	double q, walk, only;

	if (why == STATS_GIVEN && !(sample_deviation(x, n) > 0))
		r.level = stats_refused(why = STATS_NO_SPREAD, n, 0);
	if (why != STATS_GIVEN)
		return r;
	q = exp(best_log_ratio(x, n));
	f = filter(x, n, q);
	still = filter(x, n, 0);
	if (still.loglik >= f.loglik) {
		f = still;
		q = 0;
	}
	r.loglik = f.loglik;
	r.var_noise = f.scale;
	r.var_level = q * f.scale;
	only = walk_loglik(x, n, &walk);
	if (only >= f.loglik - 1e-9 && q > 1) {
		r = (struct local_level){ walk, 0, only, r.level };
		f = (struct filtered){ only, 0, x[n - 1], 0 };
	}
	r.level = (struct stats_estimate){ f.level, 0, 0, 0.95, n, 0, 0 };
	r.level.low = f.level - STATS_Z95 * sqrt(f.scale * f.spread);
	r.level.high = f.level + STATS_Z95 * sqrt(f.scale * f.spread);
	return r;
}
