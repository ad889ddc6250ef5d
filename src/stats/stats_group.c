/* stats_group.c: shares and means of two groups. Knows no people. */
#include "stats/stats_group.h"

#include "stats/stats_distribution.h"
#include "stats/stats_sample.h"

#include <math.h>

enum group_guard
group_guard(double focal_selected, double focal_n, double reference_selected, double reference_n)
{
	double share = (focal_selected + reference_selected) / (focal_n + reference_n);

	if (!(focal_n >= GROUP_LEAST && reference_n >= GROUP_LEAST))
		return GROUP_NOT_SAID;
	if (focal_n < GROUP_ENOUGH || reference_n < GROUP_ENOUGH || !(share * fmin(focal_n, reference_n) >= GROUP_EXPECTED))
		return GROUP_TOO_FEW;
	return GROUP_SAID;
}

struct stats_estimate
share_difference(double x1, double n1, double x2, double n2)
{
	struct stats_estimate first = sample_share(x1, n1), second = sample_share(x2, n2), e = { .level = 0.95 };

	if (first.refusal != STATS_GIVEN || second.refusal != STATS_GIVEN)
		return stats_refused(first.refusal != STATS_GIVEN ? first.refusal : second.refusal, 0, first.needs);
	e.n = first.n + second.n;
	e.value = first.value - second.value;
	e.low = e.value - hypot(first.value - first.low, second.high - second.value);
	e.high = e.value + hypot(first.high - first.value, second.value - second.low);
	return e;
}

static struct stats_estimate
katz(double sf, double nf, double sr, double nr)
{
	struct stats_estimate e = { .level = 0.95, .n = (size_t)(nf + nr) };
	double half;

	if (sf == 0 || sr == 0)
		return stats_refused(STATS_NO_SPREAD, e.n, 0);
	half = STATS_Z95 * sqrt(fmax(0, 1 / sf - 1 / nf + 1 / sr - 1 / nr));
	e.value = sf / nf / (sr / nr);
	e.low = e.value * exp(-half);
	e.high = e.value * exp(half);
	return e;
}

/* Score statistic of the true ratio `phi`, shares at their best under it. */
static double
score(double sf, double nf, double sr, double nr, double phi)
{
	double a = (nf + nr) * phi, b = nf * phi + sf + nr + sr * phi, c = sf + sr;
	double reference = 2 * c / (b + sqrt(fmax(0, b * b - 4 * a * c))), focal = phi * reference, sum = 0;

	if (focal > 0 && focal < 1)
		sum += (sf - nf * focal) * (sf - nf * focal) / (nf * focal * (1 - focal));
	else if (sf != nf * focal)
		return INFINITY;
	if (reference > 0 && reference < 1)
		sum += (sr - nr * reference) * (sr - nr * reference) / (nr * reference * (1 - reference));
	return sum;
}

static struct stats_estimate
koopman(double sf, double nf, double sr, double nr)
{
	struct stats_estimate e = { .level = 0.95, .n = (size_t)(nf + nr) };
	const double most = STATS_Z95 * STATS_Z95;
	double from;

	if (sr == 0)
		return stats_refused(STATS_NO_SPREAD, e.n, 0);
	e.value = sf / nf / (sr / nr);
	from = log(fmax(e.value, 0.5 / nf));
	for (int side = -1; side <= 1; side += 2) {
		double in = sf > 0 ? from : from - 40, out = in + side * 60;

		if (side < 0 && sf == 0)
			continue;
		for (int i = 0; i < 100; i++) {
			double middle = (in + out) / 2;

			*(score(sf, nf, sr, nr, exp(middle)) <= most ? &in : &out) = middle;
		}
		*(side < 0 ? &e.low : &e.high) = exp(in);
	}
	return e;
}

static int
below_four_fifths(double sf, double nf, double sr, double nr)
{
	return sr == 0 ? -1 : 5 * sf * nr < 4 * sr * nf;
}

static void
flips(struct selection *s, double sf, double nf, double sr, double nr)
{
	for (double other = sf - 1; other <= sf + 1; other += 2) {
		struct table2 t = { other, nf - other, sr, nr - sr };

		if (other < 0 || other > nf)
			continue;
		s->four_fifths_flips |= below_four_fifths(other, nf, sr, nr) != s->four_fifths;
		s->fisher_flips |= (fisher_exact(t).two_sided <= 0.05) != (s->fisher.two_sided <= 0.05);
	}
}

struct selection
selection(double sf, double nf, double sr, double nr)
{
	struct selection s = { .impact_ratio = NAN, .z = NAN, .h = NAN, .four_fifths = -1 };
	double pooled = (sf + sr) / (nf + nr);

	s.fisher = fisher_exact((struct table2){ sf, nf - sf, sr, nr - sr });
	s.refusal = s.fisher.refusal == STATS_GIVEN && (nf < 1 || nr < 1) ? STATS_TOO_FEW : s.fisher.refusal;
	s.focal = sample_share(sf, nf);
	s.reference = sample_share(sr, nr);
	s.difference = share_difference(sf, nf, sr, nr);
	s.ratio_katz = s.ratio_score = stats_refused(s.refusal, 0, s.refusal == STATS_TOO_FEW);
	if (s.refusal != STATS_GIVEN)
		return s;
	s.guard = group_guard(sf, nf, sr, nr);
	s.impact_ratio = sr > 0 ? sf / nf / (sr / nr) : NAN;
	s.ratio_katz = katz(sf, nf, sr, nr);
	s.ratio_score = koopman(sf, nf, sr, nr);
	s.four_fifths = below_four_fifths(sf, nf, sr, nr);
	flips(&s, sf, nf, sr, nr);
	if (pooled > 0 && pooled < 1)
		s.z = (sf / nf - sr / nr) / sqrt(pooled * (1 - pooled) * (1 / nf + 1 / nr));
	s.h = 2 * asin(sqrt(sf / nf)) - 2 * asin(sqrt(sr / nr));
	return s;
}

static void
welch(struct mean_gap *g, double v1, double v2)
{
	double n1 = (double)g->n1, n2 = (double)g->n2, square = v1 / n1 + v2 / n2, half;

	g->df = square * square / (v1 * v1 / (n1 * n1 * (n1 - 1)) + v2 * v2 / (n2 * n2 * (n2 - 1)));
	g->t = (g->mean1 - g->mean2) / sqrt(square);
	g->p = student_two_sided(g->t, g->df);
	half = student_quantile(0.975, g->df) * sqrt(square);
	g->difference = (struct stats_estimate){ g->mean1 - g->mean2, g->mean1 - g->mean2 - half, g->mean1 - g->mean2 + half, 0.95,
		g->n1 + g->n2, 0, STATS_GIVEN };
}

struct mean_gap
mean_gap(const double *y1, size_t n1, const double *y2, size_t n2)
{
	struct mean_gap g = { .n1 = n1, .n2 = n2, .mean1 = sample_mean(y1, n1), .mean2 = sample_mean(y2, n2), .cohen_d = NAN, .t = NAN,
		.df = NAN, .p = NAN };
	double v1 = sample_variance(y1, n1), v2 = sample_variance(y2, n2), n = (double)(n1 + n2), value, half;
	double pooled = ((double)n1 - 1) * v1 + ((double)n2 - 1) * v2;

	if (n1 < 2 || n2 < 2)
		g.refusal = STATS_TOO_FEW;
	else if (!sample_is_finite(y1, n1) || !sample_is_finite(y2, n2) || !isfinite(pooled))
		g.refusal = STATS_NOT_A_NUMBER;
	else if (!(pooled > 0))
		g.refusal = STATS_NO_SPREAD;
	g.hedges_g = g.difference = stats_refused(g.refusal, n1 + n2, g.refusal == STATS_TOO_FEW ? 4 : 0);
	if (g.refusal != STATS_GIVEN)
		return g;
	g.cohen_d = (g.mean1 - g.mean2) / sqrt(pooled / (n - 2));
	value = g.cohen_d * (1 - 3 / (4 * (n - 2) - 1));
	half = STATS_Z95 * sqrt(n / ((double)n1 * (double)n2) + value * value / (2 * n));
	g.hedges_g = (struct stats_estimate){ value, value - half, value + half, 0.95, n1 + n2, 0, STATS_GIVEN };
	welch(&g, v1, v2);
	return g;
}
