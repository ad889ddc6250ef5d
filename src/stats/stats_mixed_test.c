/* stats_mixed_test.c: mixed models against published tables, and what must hold of any. */
#include "stats/stats_cholesky.h"
#include "stats/stats_mixed.h"
#include "stats/stats_graph.h"
#include "stats/stats_near.h"
#include "stats/stats_random.h"

#include <string.h>

/* Davies 1947, table 6.1 / Davies & Goldsmith 1972: yield of dyestuff, 6 batches of 5. */
static const double dyestuff[] = {
	1545, 1440, 1440, 1520, 1580, 1540, 1555, 1490, 1560, 1495, 1595, 1550, 1605, 1510, 1560,
	1445, 1440, 1595, 1465, 1545, 1595, 1630, 1515, 1635, 1625, 1520, 1455, 1450, 1480, 1445
};
/* Box & Tiao 1973, table 5.1.4: the variance between batches is estimated as 0. */
static const double dyestuff2[] = {
	7.298, 3.846, 2.434, 9.566, 7.99, 5.22, 6.556, 0.608, 11.788, -0.892, 0.11, 10.386, 13.434, 5.51, 8.166,
	2.212, 4.852, 7.092, 9.288, 4.98, 0.282, 9.014, 4.458, 9.446, 7.198, 1.722, 4.782, 8.106, 0.758, 3.758
};
/* Davies & Goldsmith 1972, p. 134: penicillin, 24 plates of 6 samples. */
static const double penicillin[] = {
	27, 23, 26, 23, 23, 21, 27, 23, 26, 23, 23, 21, 25, 21, 25, 24, 24, 20, 26, 23, 25, 23, 23, 20,
	25, 22, 26, 22, 23, 20, 24, 22, 25, 23, 22, 19, 24, 20, 23, 21, 22, 19, 26, 22, 26, 24, 24, 21,
	24, 21, 24, 22, 22, 20, 24, 21, 24, 23, 22, 19, 26, 23, 26, 24, 24, 21, 25, 22, 26, 24, 24, 20,
	26, 24, 26, 24, 25, 22, 26, 23, 26, 23, 23, 20, 26, 23, 25, 24, 24, 22, 25, 22, 25, 23, 23, 20,
	25, 21, 24, 23, 23, 20, 25, 22, 24, 23, 23, 19, 24, 21, 23, 21, 21, 19, 26, 23, 26, 24, 24, 21,
	25, 21, 24, 22, 22, 18, 25, 22, 25, 22, 22, 20, 24, 21, 24, 22, 24, 19, 24, 21, 24, 22, 21, 18
};

/* Rows i belong to level i / each of the first factor, i % each of the second. */
struct layout {
	uint32_t row[400], column[400];
	double one[400], y[400];
	struct mixed_input in;
};

static struct mixed_input
layout(struct layout *l, const double *y, size_t n, size_t each, size_t factors)
{
	memset(l, 0, sizeof *l);
	for (size_t i = 0; i < n; i++) {
		l->row[i] = (uint32_t)(i / each);
		l->column[i] = (uint32_t)(i % each);
		l->one[i] = 1;
	}
	l->in = (struct mixed_input){ .n = n, .y = y, .x = l->one, .p = 1, .factors = factors,
		.factor = { { l->row, n / each }, { l->column, each } } };
	return l->in;
}

TEST("Dyestuff: the closed form of a balanced one-way layout")
{
	struct arena *a = arena_new();
	struct layout l;
	struct mixed_input in = layout(&l, dyestuff, 30, 5, 1);
	const struct mixed_fit *f = mixed_fit(a, &in);

	EQ(f->refusal, STATS_GIVEN);
	NEAR(f->variance[0], 1764.05, 1e-7);
	NEAR(f->residual, 2451.25, 1e-8);
	WITHIN(f->criterion, 319.654276842257, 1e-9);
	NEAR(f->beta[0], 1527.5, 1e-13);
	NEAR(f->beta_se[0], sqrt((5 * 1764.05 + 2451.25) / 30), 1e-8);
	NEAR(f->effect[0][0], (1505 - 1527.5) * 5 * 1764.05 / (5 * 1764.05 + 2451.25), 1e-7);
	NEAR(f->conditional_sd[0][0], 19.5865700868687, 1e-7);
	YES(f->prediction_sd[0][0] > f->conditional_sd[0][0]);
	arena_free(a);
}

TEST("Dyestuff 2: a variance of exactly 0, and nothing is said of batches")
{
	struct arena *a = arena_new();
	struct layout l;
	struct mixed_input in = layout(&l, dyestuff2, 30, 5, 1);
	const struct mixed_fit *f = mixed_fit(a, &in);

	EQ(f->refusal, STATS_GIVEN);
	YES(f->variance[0] == 0 && f->effect[0][3] == 0 && f->conditional_sd[0][3] == 0 && isnan(f->log_variance_se[0]));
	NEAR(f->residual, 13.8063096275862, 1e-12);
	WITHIN(f->criterion, 161.828277812288, 1e-9);
	arena_free(a);
}

TEST("Penicillin: two crossed factors, as published for lme4")
{
	struct arena *a = arena_new();
	struct layout l;
	struct mixed_input in = layout(&l, penicillin, 144, 6, 2);
	const struct mixed_fit *f = mixed_fit(a, &in);

	NEAR(f->variance[0], 0.716908187533734, 1e-7);
	NEAR(f->variance[1], 3.73091751793177, 1e-7);
	NEAR(f->residual, 0.302415462119666, 1e-7);
	WITHIN(f->criterion, 330.860588991087, 1e-9);
	NEAR(f->effect[0][0], 0.804547042020208, 1e-7);
	NEAR(f->conditional_sd[0][0], 0.271359531406157, 1e-7);
	arena_free(a);
}

/* An unbalanced crossed layout: `people` by `raters`, some pairs only. */
struct crossing {
	size_t n;
	uint32_t person[3000], rater[3000], dyad[3000];
	double x[2][3000], y[3000];
	struct mixed_input in;
};

static void
make_crossing(struct crossing *c, size_t people, size_t raters, size_t each, double rater_sd, uint64_t seed)
{
	struct random_source r = random_from(seed);
	double person[200], rater[200];

	memset(c, 0, sizeof *c);
	for (size_t i = 0; i < 200; i++) {
		person[i] = 0.45 * random_normal(&r);
		rater[i] = rater_sd * random_normal(&r);
	}
	for (size_t i = 0; i < people; i++)
		for (size_t k = 0; k < each; k++, c->n++) {
			c->person[c->n] = (uint32_t)i;
			c->rater[c->n] = (uint32_t)random_below(&r, raters);
			c->x[0][c->n] = 1;
			c->x[1][c->n] = k % 2 == 0;
			c->y[c->n] = 3 + 0.3 * c->x[1][c->n] + person[i] + rater[c->rater[c->n]] + 0.5 * random_normal(&r);
		}
	memmove(c->x[0] + c->n, c->x[1], c->n * sizeof(double));
	c->in = (struct mixed_input){ .n = c->n, .y = c->y, .x = c->x[0], .p = 2, .factors = 2,
		.factor = { { c->person, people }, { c->rater, raters } } };
}

TEST("a simulated crossing gives back what was put in")
{
	struct arena *a = arena_new();
	static struct crossing c;
	const struct mixed_fit *f;

	make_crossing(&c, 150, 60, 8, 0.4, 4);
	f = mixed_fit(a, &c.in);
	EQ(f->refusal, STATS_GIVEN);
	WITHIN(sqrt(f->variance[0]), 0.45, 0.06);
	WITHIN(sqrt(f->variance[1]), 0.4, 0.1);
	WITHIN(sqrt(f->residual), 0.5, 0.03);
	WITHIN(f->beta[1], 0.3, 3.5 * f->beta_se[1]);
	YES(f->log_variance_se[0] > 0.05 && f->log_variance_se[0] < 0.3);
	arena_free(a);
}

static void
same_fit(const struct mixed_fit *f, const struct mixed_fit *g, double scale, double tolerance)
{
	EQ(g->refusal, STATS_GIVEN);
	for (size_t k = 0; k < f->factors; k++)
		NEAR(g->variance[k], f->variance[k] * scale * scale, tolerance);
	NEAR(g->residual, f->residual * scale * scale, tolerance);
	NEAR(g->beta[1], f->beta[1] * scale, tolerance);
	NEAR(g->beta_se[1], f->beta_se[1] * fabs(scale), tolerance);
	WITHIN(g->effect[1][5], f->effect[1][5] * scale, tolerance * fabs(scale));
	NEAR(g->prediction_sd[1][5], f->prediction_sd[1][5] * fabs(scale), tolerance);
}

TEST("moving and stretching y moves and stretches the answer, however far")
{
	static const double by[] = { 1e-8, -3, 1e9 }, to[] = { 4, 1e4, -1e12 };
	struct arena *a = arena_new();
	static struct crossing c;
	static double y[3000];
	const struct mixed_fit *f;

	make_crossing(&c, 60, 30, 6, 0.4, 9);
	memcpy(y, c.y, sizeof y);
	f = mixed_fit(a, &c.in);
	for (size_t t = 0; t < COUNT(by); t++) {
		for (size_t i = 0; i < c.n; i++)
			c.y[i] = y[i] * by[t] + to[t];
		same_fit(f, mixed_fit(a, &c.in), by[t], t == 0 ? 1e-5 : 1e-6);
	}
	arena_free(a);
}

TEST("the order of rows and the names of levels do not matter")
{
	struct arena *a = arena_new();
	static struct crossing c, d;
	const struct mixed_fit *f, *g;

	make_crossing(&c, 60, 30, 6, 0.4, 9);
	f = mixed_fit(a, &c.in);
	d = c;
	for (size_t i = 0; i < c.n; i++) {
		size_t from = (i * 7) % c.n;

		d.person[i] = 59 - c.person[from];
		d.rater[i] = (c.rater[from] + 11) % 30;
		d.y[i] = c.y[from];
		d.x[0][i] = 1;
		d.x[0][c.n + i] = c.x[0][c.n + from];
	}
	d.in.y = d.y;
	d.in.x = d.x[0];
	d.in.factor[0].of = d.person;
	d.in.factor[1].of = d.rater;
	g = mixed_fit(a, &d.in);
	WITHIN(g->criterion, f->criterion, 1e-8);
	NEAR(g->variance[1], f->variance[1], 1e-6);
	WITHIN(g->effect[1][16], f->effect[1][5], 1e-7);
	WITHIN(g->conditional_sd[0][59], f->conditional_sd[0][0], 1e-7);
	g = mixed_fit(a, &c.in);
	YES(memcmp(f->effect[0], g->effect[0], 60 * sizeof(double)) == 0 && f->criterion == g->criterion);
	arena_free(a);
}

TEST("a column that others make up is said to be so, and changes nothing")
{
	struct arena *a = arena_new();
	static struct crossing c;
	static double x[3000 * 3];
	const struct mixed_fit *f, *g;

	make_crossing(&c, 60, 30, 6, 0.4, 9);
	f = mixed_fit(a, &c.in);
	memcpy(x, c.x[0], 2 * c.n * sizeof *x);
	for (size_t i = 0; i < c.n; i++)
		x[2 * c.n + i] = 2 - 3 * x[c.n + i];
	c.in.x = x;
	c.in.p = 3;
	g = mixed_fit(a, &c.in);
	same_fit(f, g, 1, 1e-9);
	YES(isnan(g->beta[2]) && isnan(g->beta_se[2]));
	arena_free(a);
}

TEST("maximum likelihood has the smaller residual variances; equal weights change only the scale")
{
	struct arena *a = arena_new();
	static struct crossing c;
	static double two[3000];
	const struct mixed_fit *f, *g, *h;

	make_crossing(&c, 60, 30, 6, 0.4, 9);
	for (size_t i = 0; i < c.n; i++)
		two[i] = 2;
	f = mixed_fit(a, &c.in);
	c.in.weight = two;
	g = mixed_fit(a, &c.in);
	c.in.weight = NULL;
	c.in.ml = true;
	h = mixed_fit(a, &c.in);
	NEAR(g->variance[0], f->variance[0], 1e-6);
	NEAR(g->residual, 2 * f->residual, 1e-6);
	WITHIN(g->criterion, f->criterion, 1e-8);
	YES(h->variance[1] < f->variance[1] && h->criterion < f->criterion + 20);
	arena_free(a);
}

TEST("the large path agrees with the exact one, and repeats byte for byte")
{
	static struct crossing c;

	for (size_t factors = 2; factors <= 3; factors++) {
		struct arena *a = arena_new();
		const struct mixed_fit *f, *g, *h;

		make_crossing(&c, 200, 120, 14, 0.4, 12);
		for (size_t i = 0; i < c.n; i++)
			c.dyad[i] = c.person[i] / 4 * 30 + c.rater[i] / 4;
		c.in.factors = factors;
		c.in.factor[2] = (struct mixed_factor){ c.dyad, 1500 };
		c.in.path = MIXED_EXACT;
		f = mixed_fit(a, &c.in);
		c.in.path = MIXED_LARGE;
		g = mixed_fit(a, &c.in);
		h = mixed_fit(a, &c.in);
		EQ(g->refusal, STATS_GIVEN);
		EQ(g->path, MIXED_LARGE);
		for (size_t k = 0; k < 2; k++) {
			NEAR(sqrt(g->variance[k]), sqrt(f->variance[k]), 0.01);
			for (size_t j = 0; j < 100; j++) {
				WITHIN(g->effect[k][j], f->effect[k][j], 0.01 * sqrt(f->residual));
				NEAR(g->conditional_sd[k][j], f->conditional_sd[k][j], 0.06);
			}
		}
		NEAR(sqrt(g->residual), sqrt(f->residual), 0.003);
		NEAR(g->beta[1], f->beta[1], 0.001);
		NEAR(g->beta_se[1], f->beta_se[1], 0.005);
		YES(memcmp(g->effect[1], h->effect[1], 120 * sizeof(double)) == 0 && g->prediction_sd[0][7] == h->prediction_sd[0][7]);
		arena_free(a);
	}
}

TEST("the large path, too, returns no variance as exactly 0")
{
	struct arena *a = arena_new();
	struct layout l;
	struct mixed_input in = layout(&l, dyestuff2, 30, 5, 1);

	in.path = MIXED_LARGE;
	YES(mixed_fit(a, &in)->variance[0] == 0 && mixed_fit(a, &in)->refusal == STATS_GIVEN);
	arena_free(a);
}

TEST("what cannot be fitted is refused by name")
{
	struct arena *a = arena_new();
	struct layout l;
	struct mixed_input in = layout(&l, dyestuff, 30, 5, 1), bad;
	double y[30], flat[30] = { 0 }, weight[30] = { 0 };

	bad = in, bad.n = 0;
	EQ(mixed_fit(a, &bad)->refusal, STATS_TOO_FEW);
	bad = in, bad.n = 2;
	EQ(mixed_fit(a, &bad)->refusal, STATS_TOO_FEW);
	bad = in, bad.factor[0].levels = 1;
	EQ(mixed_fit(a, &bad)->refusal, STATS_TOO_FEW);
	bad = in, bad.factor[0].levels = 3;
	EQ(mixed_fit(a, &bad)->refusal, STATS_OUT_OF_RANGE);
	bad = in, bad.factor[0].levels = 30;
	EQ(mixed_fit(a, &bad)->refusal, STATS_NOT_SEPARABLE);
	bad = in, bad.factors = 0;
	EQ(mixed_fit(a, &bad)->refusal, STATS_OUT_OF_RANGE);
	bad = in, bad.y = flat;
	EQ(mixed_fit(a, &bad)->refusal, STATS_NO_SPREAD);
	bad = in, bad.weight = weight;
	EQ(mixed_fit(a, &bad)->refusal, STATS_OUT_OF_RANGE);
	for (size_t i = 0; i < 3; i++) {
		memcpy(y, dyestuff, sizeof y);
		y[7] = (double[]){ NAN, INFINITY, -1e200 }[i];
		bad = in, bad.y = y;
		EQ(mixed_fit(a, &bad)->refusal, STATS_NOT_A_NUMBER);
	}
	arena_free(a);
}

TEST("y made of levels alone is refused: nothing is left to compare with")
{
	struct arena *a = arena_new();
	struct layout l;
	double y[30];
	struct mixed_input in = layout(&l, y, 30, 5, 1);

	for (size_t i = 0; i < 30; i++)
		y[i] = (double)(i / 5);
	EQ(mixed_fit(a, &in)->refusal, STATS_NO_SPREAD);
	for (size_t i = 0; i < 30; i++)
		y[i] = (double)(i / 5) + (i == 7) * 1e-3;
	EQ(mixed_fit(a, &in)->refusal, STATS_GIVEN);
	arena_free(a);
}

/* A random sparse symmetric matrix, diagonally dominant, lower part. */
static struct sparse
random_sparse(struct arena *a, size_t n, double filled, struct random_source *r, double *dense)
{
	size_t *start = NEW_MANY(a, size_t, n + 1), used = 0;
	uint32_t *row = NEW_MANY(a, uint32_t, n * n);
	double *value = NEW_MANY(a, double, n * n);

	for (size_t j = 0; j < n; j++) {
		start[j] = used;
		for (size_t i = j; i < n; i++)
			if (i == j || random_share(r) < filled) {
				row[used] = (uint32_t)i;
				value[used] = i == j ? 2 : random_normal(r);
				dense[i + j * n] = dense[j + i * n] = value[used++];
			}
	}
	start[n] = used;
	for (size_t j = 0; j < n; j++)
		for (size_t i = 0; i < n; i++)
			if (i != j)
				dense[j + j * n] = value[start[j]] += fabs(dense[i + j * n]);
	return (struct sparse){ n, start, row, value };
}

TEST("sparse factors solve and invert random matrices, thin and full")
{
	static const double filled[] = { 0, 0.01, 0.05, 0.3, 1 };
	static const size_t sizes[] = { 1, 2, 9, 60, 150 };
	struct random_source r = random_from(1);

	for (size_t f = 0; f < COUNT(filled) * COUNT(sizes); f++) {
		struct arena *a = arena_new();
		size_t n = sizes[f / COUNT(filled)];
		double *dense = NEW_MANY(a, double, n * n), *x = NEW_MANY(a, double, n * n), *diagonal = NEW_MANY(a, double, n);
		struct sparse m = random_sparse(a, n, filled[f % COUNT(filled)], &r, dense);
		struct cholesky *c = cholesky_room(a, cholesky_plan(a, &m));

		YES(cholesky_factor(c, m.value));
		for (size_t j = 0; j < n; j++)
			x[j * (n + 1)] = 1;
		cholesky_solve(c, x, n);
		cholesky_inverse_diagonal(c, diagonal);
		for (size_t j = 0; j < n; j++) {
			NEAR(diagonal[j], x[j * (n + 1)], 1e-10);
			for (size_t i = 0; i < n; i++) {
				double sum = 0;

				for (size_t k = 0; k < n; k++)
					sum += dense[i + k * n] * x[k + j * n];
				WITHIN(sum, i == j, 1e-10);
			}
		}
		m.value[m.start[n / 2]] = -1;
		NO(cholesky_factor(c, m.value));
		arena_free(a);
	}
}

TEST("components of a graph: each edge joins, a node without one is in none")
{
	struct arena *a = arena_new();
	const uint32_t left[] = { 0, 1, 2, 4, 4 }, right[] = { 2, 2, 0, 1, 3 };
	struct graph_parts g = graph_parts(a, left, right, 5, 5, 5);

	EQ(g.count, 3);
	EQ(g.left[0], g.left[1]);
	EQ(g.left[0], g.right[2]);
	NO(g.left[2] == g.left[0]);
	EQ(g.right[3], g.right[1]);
	EQ(g.left[3] == SIZE_MAX, 1);
	EQ(g.right[4] == SIZE_MAX, 1);
	EQ(graph_parts(a, NULL, NULL, 0, 0, 0).count, 0);
	arena_free(a);
}
