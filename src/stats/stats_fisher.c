/* stats_fisher.c: Fisher's exact test and the conditional odds ratio. Knows nothing of what is counted. */
#include "stats/stats_fisher.h"

#include <math.h>

#define TIE 1e-7
#define MOST 1e9
#define NOTHING 1e-300  /* a chance beside the likeliest table's; below, products lose their digits */

/* A is the first row's yes: `first` in the row, `yes` in the column, n in all. */
struct urn {
	double a, first, yes, n, low, high;
};

/* Sums over the support, as shares of one another: chances are relative to the likeliest table's. */
struct sums {
	double total, below, at, above;
	double mean;            /* of A */
	double rarer, tied;     /* than the table of chance `against`; together with it */
};

static struct urn
urn_of(struct table2 t)
{
	struct urn u = { t.a, t.a + t.b, t.a + t.c, t.a + t.b + t.c + t.d, 0, 0 };

	u.low = fmax(0, u.first + u.yes - u.n);
	u.high = fmin(u.first, u.yes);
	return u;
}

/* P(A = k + 1)/P(A = k) at odds ratio w; falls with k. */
static double
ratio(const struct urn *u, double k, double w)
{
	return w * ((u->first - k) / (k + 1)) * ((u->yes - k) / (u->n - u->first - u->yes + k + 1));
}

static double
likeliest(const struct urn *u, double w)
{
	double low = u->low, high = u->high;

	while (low < high) {
		double middle = floor((low + high) / 2);

		if (ratio(u, middle, w) >= 1)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static void
add(struct sums *s, double k, double a, double chance, double against)
{
	s->total += chance;
	s->mean += k * chance;
	*(k < a ? &s->below : k > a ? &s->above : &s->at) += chance;
	if (chance <= against * (1 - TIE))
		s->rarer += chance;
	else if (chance <= against * (1 + TIE))
		s->tied += chance;
}

/* From the likeliest table outwards by the ratio of neighbours, so that no factorial is needed; until a chance is below `least`. */
static struct sums
sums_at(const struct urn *u, double w, double against, double least)
{
	struct sums s = { 0 };
	double mode = likeliest(u, w), chance = 1;

	for (double k = mode; k <= u->high && chance > least; k++) {
		add(&s, k, u->a, chance, against);
		chance *= ratio(u, k, w);
	}
	chance = 1;
	for (double k = mode - 1; k >= u->low; k--) {
		chance /= ratio(u, k, w);
		if (!(chance > least))
			break;
		add(&s, k, u->a, chance, against);
	}
	s.mean /= s.total;
	return s;
}

enum asked { MEAN, AT_LEAST, AT_MOST };

/* What should be zero at the answer; grows with the odds ratio. */
static double
excess(const struct urn *u, double log_w, enum asked asked)
{
	struct sums s = sums_at(u, exp(log_w), 0, 1e-25);

	if (asked == MEAN)
		return s.mean - u->a;
	return asked == AT_LEAST ? (s.at + s.above) / s.total - 0.025 : 0.025 - (s.below + s.at) / s.total;
}

static double
solved(const struct urn *u, enum asked asked, double from)
{
	double low = from, high = from, step = 0.5;

	for (; excess(u, low, asked) > 0 && low > -600; step *= 2)
		low -= step;
	for (step = 0.5; excess(u, high, asked) < 0 && high < 600; step *= 2)
		high += step;
	for (int i = 0; i < 100 && high - low > 1e-13 * fmax(1, fabs(low)); i++) {
		double middle = (low + high) / 2;

		*(excess(u, middle, asked) < 0 ? &low : &high) = middle;
	}
	return exp((low + high) / 2);
}

static struct stats_estimate
conditional(const struct urn *u, struct table2 t)
{
	struct stats_estimate e = { .value = 0, .low = 0, .high = INFINITY, .level = 0.95, .n = (size_t)u->n };
	double from = log((t.a + 0.5) * (t.d + 0.5) / ((t.b + 0.5) * (t.c + 0.5)));

	if (u->low == u->high)
		return stats_refused(STATS_NO_SPREAD, e.n, 0);
	if (u->a > u->low) {
		e.low = solved(u, AT_LEAST, from);
		e.value = u->a < u->high ? solved(u, MEAN, from) : INFINITY;
	}
	if (u->a < u->high)
		e.high = solved(u, AT_MOST, from);
	return e;
}

static enum stats_refusal
refusal_of(struct table2 t)
{
	const double cell[] = { t.a, t.b, t.c, t.d };

	for (size_t i = 0; i < 4; i++)
		if (!isfinite(cell[i]))
			return STATS_NOT_A_NUMBER;
	for (size_t i = 0; i < 4; i++)
		if (cell[i] < 0 || cell[i] != floor(cell[i]) || cell[i] > MOST)
			return STATS_OUT_OF_RANGE;
	return t.a + t.b + t.c + t.d <= MOST ? STATS_GIVEN : STATS_OUT_OF_RANGE;
}

/* Chance of the table itself beside the likeliest one's. */
static double
own_chance(const struct urn *u)
{
	double k = likeliest(u, 1), chance = 1;

	for (; k < u->a && chance > NOTHING; k++)
		chance *= ratio(u, k, 1);
	for (; k > u->a && chance > NOTHING; k--)
		chance /= ratio(u, k - 1, 1);
	return chance > NOTHING ? chance : 0;
}

struct fisher
fisher_exact(struct table2 t)
{
	struct fisher f = { .refusal = refusal_of(t), .two_sided = NAN, .mid_p = NAN, .greater = NAN, .less = NAN };
	struct urn u;
	struct sums s;

	if (f.refusal != STATS_GIVEN) {
		f.odds_ratio = stats_refused(f.refusal, 0, 0);
		return f;
	}
	u = urn_of(t);
	s = sums_at(&u, 1, own_chance(&u), NOTHING);
	f.two_sided = fmin(1, (s.rarer + s.tied) / s.total);
	f.mid_p = fmin(1, (s.rarer + s.tied / 2) / s.total);
	f.greater = fmin(1, (s.at + s.above) / s.total);
	f.less = fmin(1, (s.below + s.at) / s.total);
	f.odds_ratio = conditional(&u, t);
	return f;
}

/* Chances beside the likeliest one's over the support; their sum. */
static double
chances(const struct urn *u, double *chance)
{
	double mode = likeliest(u, 1), total = 1, last = 1;

	chance[(size_t)(mode - u->low)] = 1;
	for (double k = mode; k < u->high; k++)
		total += chance[(size_t)(k + 1 - u->low)] = last *= ratio(u, k, 1);
	last = 1;
	for (double k = mode; k > u->low; k--)
		total += chance[(size_t)(k - 1 - u->low)] = last /= ratio(u, k - 1, 1);
	return total;
}

/* Tables are taken rarest first, from both ends of the support. */
struct fisher_region
fisher_region(struct arena *a, size_t n1, size_t n2, size_t total, double alpha)
{
	struct urn u = urn_of((struct table2){ 0, (double)n1, (double)total, (double)n2 - (double)total });
	struct fisher_region r = { SIZE_MAX, SIZE_MAX };
	double *chance, all, sum = 0;
	size_t left = 0, right;

	if (total > n1 + n2 || !(alpha > 0) || (double)n1 + (double)n2 > MOST)
		return r;
	right = (size_t)(u.high - u.low);
	chance = NEW_MANY(a, double, right + 1);
	all = chances(&u, chance);
	while (left < right) {
		bool from_left = chance[left] <= chance[right];
		double least = from_left ? chance[left] : chance[right], other = from_left ? chance[right] : chance[left];

		sum += least;
		if ((sum + (other <= least * (1 + TIE) ? other : 0)) / all > alpha)
			break;
		if (from_left)
			r.low = (size_t)u.low + left++;
		else
			r.high = (size_t)u.low + right--;
	}
	return r;
}
