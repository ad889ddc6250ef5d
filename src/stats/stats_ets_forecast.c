/* stats_ets_forecast.c: mean and variance of what exponential smoothing expects. Knows no KPI and no calendar. */
#include "stats/stats_ets.h"

#include <math.h>
#include <string.h>

/* phi + ... + phi^j; j without damping, 0 without a trend. */
static double
damped_steps(const struct ets *e, size_t j)
{
	double sum = 0, power = 1;

	if (e->form.trend == ETS_NONE)
		return 0;
	for (size_t i = 0; i < j; i++)
		sum += power *= e->end.phi;
	return sum;
}

/* Season N or A: Hyndman et al. (2008), sections 6.1 to 6.3. */
static void
linear(const struct ets *e, size_t h, double *mean, double *variance, double *c, double *second)
{
	size_t m = e->form.period;
	bool season = e->form.season == ETS_ADDITIVE;

	for (size_t j = 1; j <= h; j++)
		c[j] = e->end.alpha + e->end.beta * damped_steps(e, j) + (season && j % m == 0 ? e->end.gamma : 0);
	for (size_t j = 1; j <= h; j++) {
		double sum = 0;

		mean[j - 1] = e->end.level + damped_steps(e, j) * e->end.slope + (season ? e->end.season[m - 1 - (j - 1) % m] : 0);
		if (e->form.error == ETS_ADDITIVE) {
			for (size_t i = 1; i < j; i++)
				sum += c[i] * c[i];
			variance[j - 1] = e->sigma2 * (1 + sum);
			continue;
		}
		for (size_t i = 1; i < j; i++)
			sum += c[i] * c[i] * second[j - i];
		second[j] = mean[j - 1] * mean[j - 1] + e->sigma2 * sum;
		variance[j - 1] = (1 + e->sigma2) * second[j] - mean[j - 1] * mean[j - 1];
	}
}

struct square {
	size_t n;
	double *at;              /* [n][n], row by row */
};

static struct square
square(struct arena *a, size_t n)
{
	return (struct square){ n, NEW_MANY(a, double, n * n) };
}

/* into += factor * l m r' */
static void
add_turned(struct square into, double factor, struct square l, struct square middle, struct square r, double *row)
{
	size_t n = into.n;

	for (size_t i = 0; i < n; i++) {
		memset(row, 0, n * sizeof *row);
		for (size_t k = 0; k < n; k++)
			for (size_t j = 0; l.at[i * n + k] != 0 && j < n; j++)
				row[j] += l.at[i * n + k] * middle.at[k * n + j];
		for (size_t j = 0; j < n; j++)
			for (size_t k = 0; k < n; k++)
				if (r.at[j * n + k] != 0)
					into.at[i * n + j] += factor * row[k] * r.at[j * n + k];
	}
}

/* outer (x) inner, outer [m][m] of one kind: the shift (oldest season first) or gamma in its corner. */
static void
add_product(struct square into, const struct ets *e, bool shift, const double *inner, size_t d)
{
	size_t m = e->form.period;

	for (size_t i = 0; i < m; i++)
		for (size_t j = 0; j < m; j++) {
			double outer = shift ? (j + 1 == i || (i == 0 && j + 1 == m)) : i == 0 && j + 1 == m ? e->end.gamma : 0;

			for (size_t p = 0; p < d; p++)
				for (size_t q = 0; q < d; q++)
					into.at[(i * d + p) * into.n + j * d + q] += outer * inner[p * d + q];
		}
}

struct moments {
	size_t d, n;
	struct square a, b, c, v, w, mixed;      /* v, w: variance now and next; mixed: a v + b m m' */
	double *mean, *next, *row, phi;
};

static struct moments
moments_of(struct arena *a, const struct ets *e)
{
	size_t d = e->form.trend != ETS_NONE ? 2 : 1, n = d * e->form.period;
	struct moments m = { d, n, square(a, n), square(a, n), square(a, n), square(a, n), square(a, n), square(a, n), NEW_MANY(a, double, n),
		NEW_MANY(a, double, n), NEW_MANY(a, double, n), e->end.phi };
	double f[4] = { 1, m.phi, 0, m.phi }, g[4] = { e->end.alpha, e->end.alpha * m.phi, e->end.beta, e->end.beta * m.phi };

	add_product(m.a, e, true, f, d);
	add_product(m.b, e, true, g, d);
	add_product(m.b, e, false, f, d);
	add_product(m.c, e, false, g, d);
	for (size_t j = 0; j < e->form.period; j++) {
		m.mean[j * d] = e->end.season[j] * e->end.level;
		if (d == 2)
			m.mean[j * d + 1] = e->end.season[j] * e->end.slope;
	}
	return m;
}

/* left v + right m m' into mixed. */
static struct square
mixture(struct moments *m, double left, double right)
{
	for (size_t i = 0; i < m->n; i++)
		for (size_t j = 0; j < m->n; j++)
			m->mixed.at[i * m->n + j] = left * m->v.at[i * m->n + j] + right * m->mean[i] * m->mean[j];
	return m->mixed;
}

static void
advance(struct moments *m, double s2)
{
	struct square kept = m->v;

	memset(m->w.at, 0, m->n * m->n * sizeof *m->w.at);
	add_turned(m->w, 1, m->a, m->v, m->a, m->row);
	add_turned(m->w, s2, m->a, m->v, m->c, m->row);
	add_turned(m->w, s2, m->c, m->v, m->a, m->row);
	add_turned(m->w, s2, m->b, mixture(m, 1, 1), m->b, m->row);
	add_turned(m->w, s2 * s2, m->c, mixture(m, 3, 2), m->c, m->row);
	for (size_t i = 0; i < m->n; i++) {
		m->next[i] = 0;
		for (size_t k = 0; k < m->n; k++)
			m->next[i] += (m->a.at[i * m->n + k] + s2 * m->c.at[i * m->n + k]) * m->mean[k];
	}
	memcpy(m->mean, m->next, m->n * sizeof *m->mean);
	m->v = m->w;
	m->w = kept;
}

/* Season M: the products of level and season are carried, with their exact second moments. */
static void
products(struct arena *a, const struct ets *e, size_t h, double *mean, double *variance)
{
	struct moments m = moments_of(a, e);
	size_t last = m.n - m.d;

	for (size_t j = 0; j < h; j++) {
		const double *v = m.v.at + last * m.n + last;
		double spread = m.d == 1 ? v[0] : v[0] + m.phi * (v[1] + v[m.n]) + m.phi * m.phi * v[m.n + 1];

		mean[j] = m.d == 1 ? m.mean[last] : m.mean[last] + m.phi * m.mean[last + 1];
		variance[j] = (1 + e->sigma2) * spread + e->sigma2 * mean[j] * mean[j];
		advance(&m, e->sigma2);
	}
}

struct forecast
ets_forecast(struct arena *a, const struct ets *e, size_t h)
{
	double *mean = NEW_MANY(a, double, h + 1), *variance = NEW_MANY(a, double, h + 1);

	if (e->refusal != STATS_GIVEN || h == 0 || h > FORECAST_LONGEST)
		return forecast_refused(e->refusal != STATS_GIVEN ? e->refusal : STATS_OUT_OF_RANGE, e->n);
	if (e->form.season == ETS_MULTIPLICATIVE)
		products(a, e, h, mean, variance);
	else
		linear(e, h, mean, variance, NEW_MANY(a, double, h + 1), NEW_MANY(a, double, h + 1));
	return forecast_of(a, mean, variance, h, e->n);
}
