/* stats_agreement.c: Krippendorff's and Cronbach's alpha, kappa. Knows no people. */
#include "stats/stats_reliability.h"

#include "stats/stats_bootstrap.h"
#include "stats/stats_distribution.h"
#include "stats/stats_sample.h"

#include <math.h>
#include <string.h>

enum { VALUES_MOST = 2000 };    /* different values that can be paired */

/* Values replaced by their rank among the different ones. */
struct coded {
	const double *x;
	size_t units, observers, values;
	uint32_t *code;         /* UINT32_MAX where missing */
	double *value;
	double *coincidence, *count;
	enum alpha_metric metric;
};

static struct coded
coded(struct arena *a, const double *x, size_t units, size_t observers, enum alpha_metric metric)
{
	size_t n = units * observers;
	const size_t *order = sample_order(a, x, n);
	struct coded c = { x, units, observers, 0, NEW_MANY(a, uint32_t, n), NEW_MANY(a, double, n), NULL, NULL, metric };

	memset(c.code, 0xff, n * sizeof *c.code);
	for (size_t i = 0; i < n && !isnan(x[order[i]]); i++) {
		if (c.values == 0 || x[order[i]] > c.value[c.values - 1])
			c.value[c.values++] = x[order[i]];
		c.code[order[i]] = (uint32_t)(c.values - 1);
	}
	c.coincidence = NEW_MANY(a, double, c.values <= VALUES_MOST ? c.values * c.values : 0);
	c.count = NEW_MANY(a, double, c.values);
	return c;
}

static void
add_unit(struct coded *c, size_t unit)
{
	const uint32_t *code = c->code + unit * c->observers;
	double m = 0;

	for (size_t i = 0; i < c->observers; i++)
		m += code[i] != UINT32_MAX;
	for (size_t i = 0; m >= 2 && i < c->observers; i++)
		for (size_t j = 0; code[i] != UINT32_MAX && j < c->observers; j++)
			if (i != j && code[j] != UINT32_MAX)
				c->coincidence[code[i] * c->values + code[j]] += 1 / (m - 1);
}

/* Squared difference of values i < j; between: how many values lie from i to j, ends by half. */
static double
difference(const struct coded *c, size_t i, size_t j, double between)
{
	double x = c->value[i], y = c->value[j];

	switch (c->metric) {
	case ALPHA_NOMINAL: return 1;
	case ALPHA_ORDINAL: return between * between;
	case ALPHA_INTERVAL: return (x - y) * (x - y);
	case ALPHA_RATIO: return x + y == 0 ? (x == y ? 0 : NAN) : (x - y) * (x - y) / ((x + y) * (x + y));
	}
	return NAN;
}

/* Alpha of the units pick[0..n). */
static double
alpha_of(void *with, const size_t *pick, size_t n)
{
	struct coded *c = with;
	double total = 0, observed = 0, expected = 0;

	memset(c->coincidence, 0, c->values * c->values * sizeof *c->coincidence);
	for (size_t u = 0; u < n; u++)
		add_unit(c, pick[u]);
	for (size_t i = 0; i < c->values; i++) {
		c->count[i] = 0;
		for (size_t j = 0; j < c->values; j++)
			c->count[i] += c->coincidence[i * c->values + j];
		total += c->count[i];
	}
	for (size_t i = 0; i < c->values; i++) {
		double between = c->count[i] / 2;

		for (size_t j = i + 1; j < c->values; j++) {
			double d = difference(c, i, j, between + c->count[j] / 2);

			between += c->count[j];
			observed += c->coincidence[i * c->values + j] * d;
			expected += c->count[i] * c->count[j] * d;
		}
	}
	return expected > 0 ? 1 - (total - 1) * observed / expected : NAN;
}

static size_t *
all_of(struct arena *a, size_t n)
{
	size_t *pick = NEW_MANY(a, size_t, n);

	for (size_t i = 0; i < n; i++)
		pick[i] = i;
	return pick;
}

double
krippendorff(struct arena *a, const double *x, size_t units, size_t observers, enum alpha_metric metric)
{
	struct coded c = coded(a, x, units, observers, metric);

	if (c.values > VALUES_MOST || (c.values > 0 && (isinf(c.value[0]) || isinf(c.value[c.values - 1]))))
		return NAN;
	return alpha_of(&c, all_of(a, units), units);
}

struct stats_estimate
krippendorff_estimate(struct arena *a, const double *x, size_t units, size_t observers, enum alpha_metric metric, size_t draws,
	uint64_t seed)
{
	struct coded c = coded(a, x, units, observers, metric);
	struct stats_estimate e;

	if (c.values > VALUES_MOST)
		return stats_refused(STATS_OUT_OF_RANGE, units, 0);
	e = bootstrap(a, BOOTSTRAP_PERCENTILE, units, draws, seed, 0.95, alpha_of, &c);
	if (e.refusal == STATS_NOT_A_NUMBER)
		e.refusal = STATS_NO_SPREAD;
	return e;
}

/* Raw alpha from the covariance matrix [k][k] without item `out` (k: none left out). */
static double
raw_alpha(const double *s, size_t k, size_t out)
{
	double m = (double)(out < k ? k - 1 : k), trace = 0, sum = 0;

	for (size_t i = 0; i < k; i++)
		for (size_t j = 0; i != out && j < k; j++)
			if (j != out) {
				sum += s[i * k + j];
				trace += i == j ? s[i * k + j] : 0;
			}
	return m > 1 ? m / (m - 1) * (1 - trace / sum) : NAN;
}

/* Complete rows of x, column by column; how many. */
static size_t
complete(const double *x, size_t n, size_t k, double *column)
{
	size_t kept = 0;

	for (size_t i = 0; i < n; i++) {
		if (!sample_is_finite(x + i * k, k))
			continue;
		for (size_t j = 0; j < k; j++)
			column[j * n + kept] = x[i * k + j];
		kept++;
	}
	return kept;
}

struct cronbach
cronbach(struct arena *a, const double *x, size_t n, size_t k)
{
	double *column = NEW_MANY(a, double, n * k), *s = NEW_MANY(a, double, k * k), r = 0, m = (double)k;
	struct cronbach c = { .n = complete(x, n, k, column), .dropped = NEW_MANY(a, double, k) };

	c.raw = c.average_r = c.standardised = c.low = c.high = NAN;
	if (k < 2 || c.n < 3) {
		c.refusal = STATS_TOO_FEW;
		return c;
	}
	for (size_t i = 0; i < k; i++)
		for (size_t j = 0; j < k; j++) {
			s[i * k + j] = sample_covariance(column + i * n, column + j * n, c.n);
			r += i != j ? sample_correlation(column + i * n, column + j * n, c.n) : 0;
		}
	c.raw = raw_alpha(s, k, k);
	c.average_r = r / (m * (m - 1));
	c.standardised = m * c.average_r / (1 + (m - 1) * c.average_r);
	c.low = 1 - (1 - c.raw) * f_quantile(0.975, (double)c.n - 1, ((double)c.n - 1) * (m - 1));
	c.high = 1 - (1 - c.raw) / f_quantile(0.975, ((double)c.n - 1) * (m - 1), (double)c.n - 1);
	for (size_t i = 0; i < k; i++)
		c.dropped[i] = raw_alpha(s, k, i);
	c.refusal = isnan(c.raw) ? STATS_NO_SPREAD : STATS_GIVEN;
	return c;
}

static double
weight(size_t i, size_t j, size_t levels, bool quadratic)
{
	double d = ((double)i - (double)j) / (double)(levels - 1);

	return quadratic ? 1 - d * d : i == j;
}

/* Large-sample SE (Fleiss, Cohen & Everitt 1969, eq. 13); share [levels][levels], its margins. */
static double
kappa_se(const double *share, const double *row, const double *column, size_t m, bool quadratic, double po, double pe, double n)
{
	double sum = 0, last = po * pe - 2 * pe + po;

	for (size_t i = 0; i < m; i++)
		for (size_t j = 0; j < m; j++) {
			double wi = 0, wj = 0, term;

			for (size_t k = 0; k < m; k++) {
				wi += column[k] * weight(i, k, m, quadratic);
				wj += row[k] * weight(k, j, m, quadratic);
			}
			term = weight(i, j, m, quadratic) * (1 - pe) - (wi + wj) * (1 - po);
			sum += share[i * m + j] * term * term;
		}
	return sqrt(fmax(0, sum - last * last) / n) / ((1 - pe) * (1 - pe));
}

struct stats_estimate
kappa(struct arena *a, const uint32_t *first, const uint32_t *second, size_t n, size_t levels, bool quadratic)
{
	double *share = NEW_MANY(a, double, levels * levels), *row = NEW_MANY(a, double, levels), *column = NEW_MANY(a, double, levels);
	struct stats_estimate e = { .level = 0.95, .n = n };
	double po = 0, pe = 0, half;

	if (n < 1 || levels < 2)
		return stats_refused(STATS_TOO_FEW, n, n < 1 ? 1 : 0);
	for (size_t i = 0; i < n; i++) {
		if (first[i] >= levels || second[i] >= levels)
			return stats_refused(STATS_OUT_OF_RANGE, n, 0);
		share[first[i] * levels + second[i]] += 1 / (double)n;
		row[first[i]] += 1 / (double)n;
		column[second[i]] += 1 / (double)n;
	}
	for (size_t i = 0; i < levels; i++)
		for (size_t j = 0; j < levels; j++) {
			po += weight(i, j, levels, quadratic) * share[i * levels + j];
			pe += weight(i, j, levels, quadratic) * row[i] * column[j];
		}
	if (!(1 - pe > 1e-12))
		return stats_refused(STATS_NO_SPREAD, n, 0);
	half = STATS_Z95 * kappa_se(share, row, column, levels, quadratic, po, pe, (double)n);
	e.value = (po - pe) / (1 - pe);
	e.low = e.value - half;
	e.high = e.value + half;
	return e;
}
