/* stats_survival_cox.c: proportional hazards by Newton's steps on an orthonormal basis. Knows no people. */
#include "stats/stats_survival.h"

#include "stats/stats_dense.h"
#include "stats/stats_distribution.h"
#include "stats/stats_regression.h"
#include "stats/stats_sample.h"

#include <math.h>
#include <string.h>

enum { ROUNDS = 60 };
#define END 40          /* log hazard */

struct state {
	size_t n, rank, events;
	const double *entry, *time;      /* [n]; entry NULL: none came late */
	const bool *event;
	const size_t *by_time, *by_entry;        /* last first */
	const double *q;                 /* [rank][n], columns of mean 0 and length sqrt(n) */
	double *gamma, *eta;
	double *gradient, *hessian;      /* of minus the log likelihood: the information, lower */
	double *residual;                /* [events][rank] Schoenfeld's, in the order of by_time; NULL: not asked */
	double *when;                    /* [events] times of the same */
};

/* Weighted sums over rows: of 1, of x, of x x' (lower). */
struct sums {
	double *zero, *one, *two;
};

static struct sums
sums_of(struct arena *a, size_t rank)
{
	return (struct sums){ NEW(a, double), NEW_MANY(a, double, rank), NEW_MANY(a, double, rank * rank) };
}

static void
clear(struct sums s, size_t rank)
{
	*s.zero = 0;
	memset(s.one, 0, rank * sizeof *s.one);
	memset(s.two, 0, rank * rank * sizeof *s.two);
}

static void
add(const struct state *s, struct sums to, size_t row, double sign)
{
	double w = sign * exp(s->eta[row]);

	*to.zero += w;
	for (size_t j = 0; j < s->rank; j++) {
		double x = s->q[j * s->n + row];

		to.one[j] += w * x;
		for (size_t k = 0; k <= j; k++)
			to.two[j + k * s->rank] += w * x * s->q[k * s->n + row];
	}
}

/* The d tied events of one time: Efron's d shares. `mean` gets the mean of x that was expected. */
static double
tie(struct state *s, struct sums risk, struct sums tied, size_t d, double *mean)
{
	size_t r = s->rank;
	double log_likelihood = 0;

	memset(mean, 0, r * sizeof *mean);
	for (size_t l = 0; l < d; l++) {
		double part = (double)l / (double)d, zero = *risk.zero - part * *tied.zero;

		log_likelihood -= log(zero);
		for (size_t j = 0; j < r; j++) {
			double one = (risk.one[j] - part * tied.one[j]) / zero;

			mean[j] += one / (double)d;
			s->gradient[j] -= one;
			for (size_t k = 0; k <= j; k++)
				s->hessian[j + k * r] += (risk.two[j + k * r] - part * tied.two[j + k * r]) / zero
					- one * (risk.one[k] - part * tied.one[k]) / zero;
		}
	}
	return log_likelihood;
}

/* The events among by_time[from..to): their own share of the likelihood, and their residuals against `mean`. */
static void
keep_residuals(struct state *s, size_t from, size_t to, const double *mean, size_t *kept)
{
	for (size_t i = from; i < to; i++) {
		size_t row = s->by_time[i];

		if (!s->event[row])
			continue;
		for (size_t j = 0; j < s->rank; j++)
			s->residual[*kept * s->rank + j] = s->q[j * s->n + row] - mean[j];
		s->when[(*kept)++] = s->time[row];
	}
}

/* Log likelihood at eta; gradient and information with it. From the last time back: rows come in at their time and go at their entry. */
static double
likelihood(struct state *s, struct sums risk, struct sums tied, double *mean)
{
	double sum = 0;
	size_t in = 0, out = 0, kept = 0;

	memset(s->gradient, 0, s->rank * sizeof *s->gradient);
	memset(s->hessian, 0, s->rank * s->rank * sizeof *s->hessian);
	clear(risk, s->rank);
	while (in < s->n) {
		double t = s->time[s->by_time[in]];
		size_t first = in, d = 0;

		clear(tied, s->rank);
		for (; in < s->n && s->time[s->by_time[in]] == t; in++) {
			size_t row = s->by_time[in];

			add(s, risk, row, 1);
			if (!s->event[row])
				continue;
			d++;
			add(s, tied, row, 1);
			sum += s->eta[row];
			for (size_t j = 0; j < s->rank; j++)
				s->gradient[j] += s->q[j * s->n + row];
		}
		for (; s->entry != NULL && out < s->n && s->entry[s->by_entry[out]] >= t; out++)
			add(s, risk, s->by_entry[out], -1);
		if (d == 0)
			continue;
		sum += tie(s, risk, tied, d, mean);
		if (s->residual != NULL)
			keep_residuals(s, first, in, mean, &kept);
	}
	return sum;
}

static void
log_hazards(struct state *s, const double *gamma)
{
	memset(s->eta, 0, s->n * sizeof *s->eta);
	for (size_t k = 0; k < s->rank; k++)
		for (size_t i = 0; i < s->n; i++)
			s->eta[i] += gamma[k] * s->q[k * s->n + i];
}

static enum stats_refusal
settle(struct arena *a, struct state *s, struct cox *c)
{
	struct sums risk = sums_of(a, s->rank), tied = sums_of(a, s->rank);
	double *step = NEW_MANY(a, double, s->rank), *trial = NEW_MANY(a, double, s->rank), *mean = NEW_MANY(a, double, s->rank), at, last = 1;

	log_hazards(s, s->gamma);
	c->log_likelihood[0] = at = likelihood(s, risk, tied, mean);
	for (c->rounds = 0; c->rounds < ROUNDS; c->rounds++) {
		double next = -INFINITY, moved;

		if (!lower_factor(s->hessian, s->rank, s->rank))
			return STATS_NOT_SEPARABLE;
		memcpy(step, s->gradient, s->rank * sizeof *step);
		lower_solve(s->hessian, s->rank, s->rank, step, 1, s->rank);
		lower_solve_turned(s->hessian, s->rank, s->rank, step, 1, s->rank);
		for (double part = 1; part > 1e-6; part /= 2) {
			for (size_t k = 0; k < s->rank; k++)
				trial[k] = s->gamma[k] + part * step[k];
			log_hazards(s, trial);
			next = likelihood(s, risk, tied, mean);
			if (next >= at - 1e-12 * fabs(at))
				break;
		}
		memcpy(s->gamma, trial, s->rank * sizeof *trial);
		at = next;
		moved = vector_largest(step, s->rank);
		if (vector_largest(s->eta, s->n) > END || isnan(at))
			return STATS_NOT_SEPARABLE;
		if (moved < 1e-9 && last < 1e-3)
			break;
		last = moved;
	}
	c->log_likelihood[1] = at;
	return c->rounds < ROUNDS ? STATS_GIVEN : STATS_NOT_SETTLED;
}

/* Chi-square of a trend of scaled residuals over the rank of time, column j of the basis turned back by `back`. */
static double
trend_p(struct arena *a, const struct state *s, const double *turn, double variance)
{
	const double *rank = sample_ranks(a, s->when, s->events);
	double mean = sample_mean(rank, s->events), sum = 0, spread = 0, d = (double)s->events;

	for (size_t e = 0; e < s->events; e++) {
		double scaled = 0;

		for (size_t k = 0; k < s->rank; k++)
			scaled += turn[k] * s->residual[e * s->rank + k];
		sum += (rank[e] - mean) * scaled * d;
		spread += (rank[e] - mean) * (rank[e] - mean);
	}
	return spread > 0 ? chi_square_above(sum * sum / (d * variance * spread), 1) : NAN;
}

static void
out_of_basis(struct arena *a, struct state *s, const struct basis *b, struct cox *c)
{
	size_t r = s->rank;
	double *inverse = NEW_MANY(a, double, r * r), *mean = NEW_MANY(a, double, r), *turn = NEW_MANY(a, double, r), size = sqrt((double)s->n);

	s->residual = NEW_MANY(a, double, s->events * r);
	s->when = NEW_MANY(a, double, s->events);
	likelihood(s, sums_of(a, r), sums_of(a, r), mean);
	for (size_t k = 0; k < r; k++)
		for (size_t m = 0; m < k; m++)
			s->hessian[m + k * r] = s->hessian[k + m * r];
	if (!positive_inverse(s->hessian, r, inverse)) {
		c->refusal = STATS_NOT_SEPARABLE;
		return;
	}
	for (size_t j = 0; j < r; j++) {
		double square = 0, sum = 0;

		for (size_t m = 0; m < r; m++) {
			turn[m] = 0;
			for (size_t k = j; k < r; k++)
				turn[m] += b->back[j + k * r] * size * inverse[k + m * r];
		}
		for (size_t k = j; k < r; k++) {
			sum += b->back[j + k * r] * size * s->gamma[k];
			square += turn[k] * b->back[j + k * r] * size;
		}
		c->coef[b->kept[j]] = sum;
		c->se[b->kept[j]] = sqrt(square);
		c->proportional_p[b->kept[j]] = trend_p(a, s, turn, square);
	}
}

/* Fenwick's tree of counts over ranks 1..n. */
static double
counted(const double *tree, size_t at)
{
	double sum = 0;

	for (; at > 0; at &= at - 1)
		sum += tree[at];
	return sum;
}

static void
count(double *tree, size_t n, size_t at)
{
	for (; at <= n; at += at & -at)
		tree[at]++;
}

/* Pairs: an event at t, and a row seen longer, or until t without an event. */
static double
concordance(struct arena *a, const struct state *s)
{
	const size_t *order = sample_order(a, s->eta, s->n);
	size_t *rank = NEW_MANY(a, size_t, s->n), last = 0;
	double *tree = NEW_MANY(a, double, s->n + 1), right = 0, pairs = 0;

	for (size_t i = 0; i < s->n; i++) {
		last += i == 0 || s->eta[order[i]] > s->eta[order[i - 1]] + 1e-12;
		rank[order[i]] = last;
	}
	for (size_t in = 0, to; in < s->n; in = to) {
		for (to = in; to < s->n && s->time[s->by_time[to]] == s->time[s->by_time[in]]; to++)
			if (!s->event[s->by_time[to]])
				count(tree, s->n, rank[s->by_time[to]]);
		for (size_t i = in; i < to; i++)
			if (s->event[s->by_time[i]]) {
				size_t at = rank[s->by_time[i]];

				right += (counted(tree, at - 1) + counted(tree, at)) / 2;
				pairs += counted(tree, s->n);
			}
		for (size_t i = in; i < to; i++)
			if (s->event[s->by_time[i]])
				count(tree, s->n, rank[s->by_time[i]]);
	}
	return pairs > 0 ? right / pairs : NAN;
}

/* Places from the largest to the smallest. */
static size_t *
last_first(struct arena *a, const double *x, size_t n)
{
	size_t *order = sample_order(a, x, n);

	for (size_t i = 0; i < n / 2; i++) {
		size_t swap = order[i];

		order[i] = order[n - 1 - i];
		order[n - 1 - i] = swap;
	}
	return order;
}

/* Rows that are ever at risk, x about its means; how many. */
static size_t
rows_of(struct arena *a, const struct cox_input *in, struct state *s, double **x)
{
	double *entry = NEW_MANY(a, double, in->rows.n), *time = NEW_MANY(a, double, in->rows.n);
	bool *event = NEW_MANY(a, bool, in->rows.n);
	size_t *row = NEW_MANY(a, size_t, in->rows.n);

	for (size_t i = 0; i < in->rows.n; i++) {
		if (in->rows.entry != NULL && !(in->rows.entry[i] < in->rows.time[i]))
			continue;
		entry[s->n] = in->rows.entry != NULL ? in->rows.entry[i] : 0;
		time[s->n] = in->rows.time[i];
		event[s->n] = in->rows.event[i];
		s->events += event[s->n];
		row[s->n++] = i;
	}
	*x = NEW_MANY(a, double, s->n * in->p);
	for (size_t j = 0; j < in->p; j++) {
		double mean = 0;

		for (size_t i = 0; i < s->n; i++)
			mean += in->x[j * in->rows.n + row[i]] / (double)s->n;
		for (size_t i = 0; i < s->n; i++)
			(*x)[j * s->n + i] = in->x[j * in->rows.n + row[i]] - mean;
	}
	s->entry = in->rows.entry != NULL ? entry : NULL;
	s->time = time;
	s->event = event;
	s->by_time = last_first(a, time, s->n);
	s->by_entry = last_first(a, entry, s->n);
	return s->n;
}

/* A column that does not vary leaves only rounding after its mean is out. */
static void
flatten(double *x, const double *was, size_t n, size_t p, size_t rows)
{
	for (size_t j = 0; j < p; j++) {
		double most = 0;

		for (size_t i = 0; i < rows; i++)
			most = fmax(most, fabs(was[j * rows + i]));
		if (vector_largest(x + j * n, n) <= 1e-13 * most)
			memset(x + j * n, 0, n * sizeof *x);
	}
}

static enum stats_refusal
fit(struct arena *a, const struct cox_input *in, struct cox *c)
{
	struct state s = { 0 };
	struct basis b;
	double *x, *q;
	enum stats_refusal why;

	c->n = rows_of(a, in, &s, &x);
	c->events = s.events;
	if (s.events == 0)
		return STATS_TOO_FEW;
	flatten(x, in->x, s.n, in->p, in->rows.n);
	b = basis_of(a, x, s.n, in->p);
	c->rank = s.rank = b.rank;
	if (b.rank == 0)
		return STATS_NO_SPREAD;
	q = b.q;
	for (size_t i = 0; i < s.n * b.rank; i++)
		q[i] *= sqrt((double)s.n);
	s.q = q;
	s.gamma = NEW_MANY(a, double, b.rank);
	s.eta = NEW_MANY(a, double, s.n);
	s.gradient = NEW_MANY(a, double, b.rank);
	s.hessian = NEW_MANY(a, double, b.rank * b.rank);
	why = settle(a, &s, c);
	if (why != STATS_GIVEN)
		return why;
	out_of_basis(a, &s, &b, c);
	if (s.entry == NULL)
		c->concordance = concordance(a, &s);
	return c->refusal;
}

struct cox
cox(struct arena *a, const struct cox_input *in)
{
	struct cox c = { .p = in->p, .coef = NEW_MANY(a, double, in->p), .se = NEW_MANY(a, double, in->p),
		.proportional_p = NEW_MANY(a, double, in->p), .log_likelihood = { NAN, NAN }, .concordance = NAN };

	for (size_t j = 0; j < in->p; j++)
		c.coef[j] = c.se[j] = c.proportional_p[j] = NAN;
	c.refusal = survival(a, &in->rows).refusal;
	if (c.refusal == STATS_GIVEN && !sample_is_finite(in->x, in->rows.n * in->p))
		c.refusal = STATS_NOT_A_NUMBER;
	if (c.refusal == STATS_GIVEN)
		c.refusal = fit(a, in, &c);
	return c;
}

struct stats_estimate
cox_ratio(const struct cox *c, size_t column)
{
	double half;

	if (c->refusal != STATS_GIVEN || column >= c->p || isnan(c->se[column]))
		return stats_refused(c->refusal != STATS_GIVEN ? c->refusal : column >= c->p ? STATS_OUT_OF_RANGE : STATS_NOT_SEPARABLE, c->n, 0);
	half = STATS_Z95 * c->se[column];
	return (struct stats_estimate){ exp(c->coef[column]), exp(c->coef[column] - half), exp(c->coef[column] + half), 0.95, c->n, 0,
		STATS_GIVEN };
}
