/* stats_survival_rank.c: do groups last equally long; rates of leaving. Knows no people. */
#include "stats/stats_survival.h"

#include "stats/stats_dense.h"
#include "stats/stats_distribution.h"

#include <math.h>
#include <string.h>

/* Rows of one group, as rows of their own; all of them when group is NULL. */
static struct survival
of_group(struct arena *a, const struct survival_rows *rows, const uint32_t *group, uint32_t g)
{
	double *entry = NEW_MANY(a, double, rows->n), *time = NEW_MANY(a, double, rows->n);
	bool *event = NEW_MANY(a, bool, rows->n);
	struct survival_rows some = { 0, rows->entry != NULL ? entry : NULL, time, event };

	for (size_t i = 0; i < rows->n; i++)
		if (group[i] == g) {
			entry[some.n] = rows->entry != NULL ? rows->entry[i] : 0;
			time[some.n] = rows->time[i];
			event[some.n++] = rows->event[i];
		}
	return survival(a, &some);
}

/* Observed and expected events of each group; their covariance [groups][groups]. */
static void
expect(const struct survival *all, const struct survival *part, size_t groups, struct log_rank *l, double *variance, double *risk)
{
	for (size_t g = 0; g < groups; g++)
		for (size_t k = 0; k < part[g].steps; k++)
			l->observed[g] += part[g].died[k];
	for (size_t k = 0; k < all->steps; k++) {
		double r = all->risk[k], d = all->died[k], spread = r > 1 ? d * (r - d) / (r - 1) : 0;

		for (size_t g = 0; g < groups; g++) {
			risk[g] = (double)survival_risk(&part[g], all->at[k]) / r;
			l->expected[g] += d * risk[g];
		}
		for (size_t g = 0; g < groups; g++)
			for (size_t h = 0; h < groups; h++)
				variance[g * groups + h] += spread * risk[g] * ((g == h) - risk[h]);
	}
}

/* (O - E)' V^-1 (O - E) over the groups ever at risk but one. */
static bool
test(struct arena *a, size_t groups, struct log_rank *l, const double *variance)
{
	double *matrix = NEW_MANY(a, double, groups * groups), *inverse = NEW_MANY(a, double, groups * groups);
	size_t *kept = NEW_MANY(a, size_t, groups), m = 0;

	for (size_t g = 0; g < groups; g++)
		if (l->expected[g] > 0)
			kept[m++] = g;
	if (m < 2)
		return false;
	m--;
	for (size_t i = 0; i < m; i++)
		for (size_t j = 0; j < m; j++)
			matrix[i + j * m] = variance[kept[i] * groups + kept[j]];
	if (!positive_inverse(matrix, m, inverse))
		return false;
	l->chi_square = 0;
	for (size_t i = 0; i < m; i++)
		for (size_t j = 0; j < m; j++)
			l->chi_square += (l->observed[kept[i]] - l->expected[kept[i]]) * inverse[i + j * m] * (l->observed[kept[j]] - l->expected[kept[j]]);
	l->df = (double)m;
	l->p = chi_square_above(l->chi_square, l->df);
	return true;
}

struct log_rank
log_rank(struct arena *a, const struct survival_rows *rows, const uint32_t *group, size_t groups)
{
	struct survival all = survival(a, rows), *part = NEW_MANY(a, struct survival, groups);
	struct log_rank l = { all.refusal, NEW_MANY(a, double, groups), NEW_MANY(a, double, groups), NAN, NAN, NAN };
	double *variance = NEW_MANY(a, double, groups * groups);

	for (size_t i = 0; i < rows->n; i++)
		if (group[i] >= groups && l.refusal == STATS_GIVEN)
			l.refusal = STATS_OUT_OF_RANGE;
	if (l.refusal != STATS_GIVEN)
		return l;
	for (uint32_t g = 0; g < groups; g++)
		part[g] = of_group(a, rows, group, g);
	expect(&all, part, groups, &l, variance, NEW_MANY(a, double, groups));
	if (!test(a, groups, &l, variance))
		l.refusal = STATS_TOO_FEW;
	return l;
}

struct stats_estimate
turnover_rate(double leavers, double years)
{
	struct stats_estimate e = { .level = 0.95 };

	if (!isfinite(leavers) || !isfinite(years))
		return stats_refused(STATS_NOT_A_NUMBER, 0, 0);
	if (leavers < 0 || leavers != floor(leavers) || leavers > 1e9)
		return stats_refused(STATS_OUT_OF_RANGE, 0, 0);
	if (!(years > 0))
		return stats_refused(STATS_TOO_FEW, 0, 1);
	e.n = (size_t)leavers;
	e.value = leavers / years;
	e.low = leavers > 0 ? chi_square_quantile(0.025, 2 * leavers) / 2 / years : 0;
	e.high = chi_square_quantile(0.975, 2 * leavers + 2) / 2 / years;
	return e;
}

struct stats_estimate
turnover_ratio(double leavers1, double years1, double leavers2, double years2)
{
	struct stats_estimate first = turnover_rate(leavers1, years1), second = turnover_rate(leavers2, years2), e = { .level = 0.95 };
	double low, high;

	if (first.refusal != STATS_GIVEN || second.refusal != STATS_GIVEN)
		return stats_refused(first.refusal != STATS_GIVEN ? first.refusal : second.refusal, 0, 0);
	if (leavers2 == 0)
		return stats_refused(STATS_NO_SPREAD, first.n, 0);
	low = leavers1 > 0 ? beta_quantile(0.025, leavers1, leavers2 + 1) : 0;
	high = beta_quantile(0.975, leavers1 + 1, leavers2);
	e.n = first.n + second.n;
	e.value = first.value / second.value;
	e.low = low / (1 - low) * years2 / years1;
	e.high = high / (1 - high) * years2 / years1;
	return e;
}
