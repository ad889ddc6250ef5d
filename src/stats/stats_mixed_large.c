/* stats_mixed_large.c: the search for a large mixed model by fixed probes. Knows no arithmetic of one point. */
#include "stats/stats_mixed_parts.h"

#include "stats/stats_random.h"

#include <math.h>
#include <string.h>

enum { PROBES = 24, DRAWS = 96, ROUNDS = 60 };
#define SETTLED 1e-5            /* twice the log likelihood still to gain */
#define NEXT_TO_NOTHING (-8.0)  /* log ratio */
#define CLOSE 1e-9              /* residual of the data's own right sides */
#define PROBE_CLOSE 1e-5        /* and of the probes' */

/* Signs of a probe; the second of each pair has the taken factor's turned: what couples factors drops out. */
static void
fill_probes(const struct mixed_sums *s, uint8_t out, double *probe)
{
	struct random_source r = random_from(0x70726f6265);

	for (size_t k = 0; k + 1 < PROBES; k += 2)
		for (size_t j = 0; j < s->q; j++) {
			double sign = random_sign(&r);

			probe[k * s->q + j] = sign;
			probe[(k + 1) * s->q + j] = s->block[j] == out ? -sign : sign;
		}
}

struct search {
	const struct mixed_sums *s;
	struct mixed_system *m;
	double *probe, *solved, *side;   /* [PROBES][q], the same solved; [p + 1 + factors][q] */
};

/* cx, c and what follows. */
static bool
look(struct search *h, struct mixed_point *p)
{
	const struct mixed_sums *s = h->s;
	double *x = h->side;

	mixed_system_at(h->m, p);
	for (size_t k = 0; k <= s->p; k++)
		for (size_t j = 0; j < s->q; j++)
			*x++ = exp(0.5 * p->log_ratio[s->block[j]]) * (k < s->p ? s->zx[k * s->q + j] : s->zy[j]);
	mixed_system_solve(h->m, h->side, s->p + 1, CLOSE);
	memcpy(p->cx, h->side, s->p * s->q * sizeof *x);
	memcpy(p->c, h->side + s->p * s->q, s->q * sizeof *x);
	return mixed_profile(s, p);
}

/* Slope and curve; traces by Hutchinson (1990). */
static void
differentiate(struct search *h, struct mixed_point *p)
{
	const struct mixed_sums *s = h->s;
	double traces[MIXED_FACTORS] = { 0 };

	memcpy(h->solved, h->probe, PROBES * s->q * sizeof *h->solved);
	mixed_system_solve(h->m, h->solved, PROBES, PROBE_CLOSE);
	for (size_t k = 0; k < PROBES; k++)
		for (size_t j = 0; j < s->q; j++)
			traces[s->block[j]] += h->probe[k * s->q + j] * h->solved[k * s->q + j] / PROBES;
	memset(h->side, 0, s->factors * s->q * sizeof *h->side);
	for (size_t j = 0; j < s->q; j++)
		h->side[s->block[j] * s->q + j] = p->c[j];
	mixed_system_solve(h->m, h->side, s->factors, CLOSE);
	mixed_information(s, p, traces, h->side);
}

/* Variances on their way to nothing are sent on; true when one was. */
static bool
send_on(const struct mixed_sums *s, struct mixed_point *p)
{
	bool any = false;

	for (size_t k = 0; k < s->factors; k++)
		if (isfinite(p->log_ratio[k]) && p->log_ratio[k] < NEXT_TO_NOTHING && p->slope[k] > 0) {
			p->log_ratio[k] -= 4;
			any = true;
		}
	return any;
}

enum stats_refusal
mixed_large_search(struct arena *a, const struct mixed_sums *s, struct mixed_point *p, size_t *rounds)
{
	struct search h = { s, mixed_system(a, s), NEW_MANY(a, double, PROBES * s->q), NEW_MANY(a, double, PROBES * s->q),
		NEW_MANY(a, double, (s->p + 1 + s->factors) * s->q) };
	double most = 3;

	fill_probes(s, h.m->out, h.probe);
	for (size_t k = 0; k < s->factors; k++)
		p->log_ratio[k] = -1.5;
	for (*rounds = 1; *rounds < ROUNDS; ++*rounds) {
		double step[MIXED_FACTORS];

		if (!look(&h, p))
			return STATS_NOT_SETTLED;
		if (p->s2 < 1e-10)
			return STATS_NO_SPREAD;
		differentiate(&h, p);
		if (mixed_let_go(s, p) || send_on(s, p))
			continue;
		mixed_step(s, p, most, step);
		if (mixed_gain(s, p, step) < SETTLED)
			return STATS_GIVEN;
		for (size_t k = 0; k < s->factors; k++)
			p->log_ratio[k] += step[k];
		most = fmax(most * 0.8, 0.3);
	}
	return STATS_NOT_SETTLED;
}

/* One block of right sides with covariance A: signs by row into the row's levels, and by column. */
static void
draw(const struct mixed_sums *s, const struct mixed_input *in, const double *root, struct random_source *r, double *x)
{
	for (size_t c = 0; c < AT_ONCE; c++, x += s->q) {
		for (size_t j = 0; j < s->q; j++)
			x[j] = random_sign(r);
		for (size_t i = 0; i < in->n; i++) {
			double e = in->weight != NULL ? sqrt(in->weight[i]) : 1;

			e = random_bits(r) >> 63 ? e : -e;
			for (size_t k = 0; k < s->factors; k++)
				x[s->offset[k] + in->factor[k].of[i]] += root[k] * e;
		}
	}
}

/* Adds the squares of what the neighbours of each column say of it. */
static void
learn(const struct mixed_system *m, const double *x, double *taken, double *rest)
{
	const struct mixed_sums *s = m->sums;
	double *own = m->work[0], *seen = m->work[1];

	for (size_t r = 0; r < m->rest; r++)
		for (size_t c = 0; c < AT_ONCE; c++)
			own[r * AT_ONCE + c] = x[c * s->q + (r < s->offset[m->out] ? r : r + m->taken)];
	mixed_system_apply(m, own, seen);
	for (size_t r = 0; r < m->rest; r++)
		for (size_t c = 0; c < AT_ONCE; c++) {
			double others = seen[r * AT_ONCE + c] / m->diagonal_s[r] - own[r * AT_ONCE + c];

			rest[r] += others * others / DRAWS;
		}
	for (size_t j = 0; j < m->taken; j++) {
		double t[AT_ONCE] = { 0 };

		for (size_t e = m->start[j]; e < m->start[j + 1]; e++)
			for (size_t c = 0; c < AT_ONCE; c++)
				t[c] += m->share[e] * own[m->other[e] * AT_ONCE + c];
		for (size_t c = 0; c < AT_ONCE; c++)
			taken[j] += t[c] / m->diagonal_taken[j] * (t[c] / m->diagonal_taken[j]) / DRAWS;
	}
}

void
mixed_large_diagonal(struct arena *a, const struct mixed_sums *s, const struct mixed_input *in, const struct mixed_point *p,
	double *diagonal)
{
	struct random_source r = random_from(0x64726177);
	struct mixed_system *m = mixed_system(a, s);
	double *taken = NEW_MANY(a, double, m->taken), *rest = NEW_MANY(a, double, m->rest), *x = NEW_MANY(a, double, AT_ONCE * s->q);
	double root[MIXED_FACTORS];

	for (size_t k = 0; k < s->factors; k++)
		root[k] = exp(0.5 * p->log_ratio[k]);
	mixed_system_at(m, p);
	for (size_t d = 0; d < DRAWS; d += AT_ONCE) {
		draw(s, in, root, &r, x);
		mixed_system_solve(m, x, AT_ONCE, PROBE_CLOSE);
		learn(m, x, taken, rest);
	}
	for (size_t j = 0; j < s->q; j++) {
		size_t at = mixed_system_place(m, j);

		diagonal[j] = s->block[j] == m->out ? 1 / m->diagonal_taken[at] + taken[at] : 1 / m->diagonal_s[at] + rest[at];
	}
}
