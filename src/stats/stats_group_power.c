/* stats_group_power.c: what a comparison of this size would find, by all its outcomes. Knows no people. */
#include "stats/stats_group.h"

#include "stats/stats_distribution.h"

#include <math.h>

enum { GROUP_MOST = 100000 };

/* Chances of the outcomes of one group that are worth counting: all but some 1e-14. */
struct outcomes {
	size_t low, high;
	double *chance;
};

static struct outcomes
outcomes(struct arena *a, size_t n, double share)
{
	double size = (double)n, wide = 8 * sqrt(size * share * (1 - share)) + 20;
	struct outcomes o = { (size_t)fmax(0, floor(size * share - wide)), (size_t)fmin(size, ceil(size * share + wide)), NULL };

	o.chance = NEW_MANY(a, double, o.high - o.low + 1);
	for (size_t k = o.low; k <= o.high; k++)
		o.chance[k - o.low] = binomial_chance((double)k, size, share);
	return o;
}

/* Chance of all pairs with this total that lie in the region. */
static double
rejected(const struct outcomes *focal, const struct outcomes *reference, size_t total, struct fisher_region region)
{
	size_t from = total > reference->high ? total - reference->high : 0, to = total - reference->low;
	double sum = 0;

	from = from < focal->low ? focal->low : from;
	to = to > focal->high ? focal->high : to;
	for (size_t k = from; k <= to && k <= total; k++)
		if ((region.low != SIZE_MAX && k <= region.low) || (region.high != SIZE_MAX && k >= region.high))
			sum += focal->chance[k - focal->low] * reference->chance[total - k - reference->low];
	return sum;
}

double
selection_power(struct arena *a, size_t focal_n, size_t reference_n, double share, double ratio, double alpha)
{
	struct outcomes focal, reference;
	struct arena *scratch;
	double sum = 0;

	if (!(share >= 0 && share <= 1 && ratio >= 0 && share * ratio <= 1 && alpha > 0 && alpha < 1) || focal_n < 1 || reference_n < 1 ||
	    focal_n > GROUP_MOST || reference_n > GROUP_MOST)
		return NAN;
	focal = outcomes(a, focal_n, share * ratio);
	reference = outcomes(a, reference_n, share);
	scratch = arena_new();
	for (size_t total = focal.low + reference.low; total <= focal.high + reference.high; total++) {
		sum += rejected(&focal, &reference, total, fisher_region(scratch, focal_n, reference_n, total, alpha));
		arena_reset(scratch);
	}
	arena_free(scratch);
	return fmin(1, sum);
}
