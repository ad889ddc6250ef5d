/* stats_gap.c: two marks of the same thing. Knows no people. */
#include "stats/stats_gap.h"

#include "stats/stats_distribution.h"
#include "stats/stats_sample.h"

#include <math.h>

struct paired_gap
paired_gap(struct arena *a, const double *self, const double *other, size_t n)
{
	double *x = NEW_MANY(a, double, n), *y = NEW_MANY(a, double, n), *gap = NEW_MANY(a, double, n);
	struct paired_gap g = { .sd = NAN, .t = NAN, .p = NAN, .effect = NAN, .pearson = NAN, .spearman = NAN, .concordance = NAN };
	size_t m = 0;

	for (size_t i = 0; i < n; i++)
		if (isfinite(self[i]) && isfinite(other[i])) {
			x[m] = self[i];
			y[m] = other[i];
			gap[m] = x[m] - y[m];
			m++;
		}
	g.mean = sample_mean_estimate(gap, m);
	if (g.mean.refusal != STATS_GIVEN)
		return g;
	g.sd = sample_deviation(gap, m);
	g.effect = g.sd > 0 ? g.mean.value / g.sd : NAN;
	g.t = g.effect * sqrt((double)m);
	g.p = student_two_sided(g.t, (double)(m - 1));
	g.pearson = sample_correlation(x, y, m);
	g.spearman = sample_spearman(a, x, y, m);
	g.concordance = 2 * sample_covariance(x, y, m) / (sample_variance(x, m) + sample_variance(y, m) + g.mean.value * g.mean.value);
	return g;
}

struct one_gap
one_gap(double self, double others_mean, size_t others, size_t min_others, double rater_variance, double rest)
{
	double k = (double)others, half = STATS_Z95 * sqrt(rest + rest / k + rater_variance / k), gap = self - others_mean;
	struct one_gap g = { stats_refused(STATS_TOO_FEW, others, min_others), GAP_NOT_SAID };

	if (others < min_others || others == 0)
		return g;
	if (!isfinite(gap) || !(half > 0) || isinf(half)) {
		g.gap = stats_refused(STATS_NOT_A_NUMBER, others, 0);
		return g;
	}
	g.gap = (struct stats_estimate){ gap, gap - half, gap + half, 0.95, others, 0, STATS_GIVEN };
	g.verdict = fabs(gap) <= half ? GAP_WITHIN_ERROR : gap > 0 ? GAP_OVER : GAP_UNDER;
	return g;
}
