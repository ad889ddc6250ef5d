/* stats_drift.c: what a second round did to marks. Knows no people. */
#include "stats/stats_drift.h"

#include "stats/stats_distribution.h"
#include "stats/stats_reliability.h"
#include "stats/stats_sample.h"

#include <math.h>

static bool
positions(const double *x, size_t n, const double *level, size_t levels, uint32_t *at)
{
	for (size_t i = 0; i < n; i++) {
		size_t k = 0;

		while (k < levels && level[k] != x[i])
			k++;
		if (k == levels)
			return false;
		at[i] = (uint32_t)k;
	}
	return true;
}

static void
symmetry(const double *count, size_t m, struct drift *d)
{
	d->bowker = d->bowker_df = 0;
	for (size_t i = 0; i < m; i++)
		for (size_t j = i + 1; j < m; j++) {
			double up = count[i * m + j], down = count[j * m + i];

			if (up + down == 0)
				continue;
			d->bowker += (up - down) * (up - down) / (up + down);
			d->bowker_df++;
		}
	d->bowker_p = d->bowker_df > 0 ? chi_square_above(d->bowker, d->bowker_df) : 1;
}

static double
stability(const double *count, size_t m, double n)
{
	double psi = 0;

	for (size_t k = 0; k < m; k++) {
		double before = 0.5, after = 0.5;

		for (size_t j = 0; j < m; j++) {
			before += count[k * m + j];
			after += count[j * m + k];
		}
		before /= n + 0.5 * (double)m;
		after /= n + 0.5 * (double)m;
		psi += (after - before) * log(after / before);
	}
	return psi;
}

struct drift
drift(struct arena *a, const double *before, const double *after, size_t n, const double *level, size_t levels)
{
	uint32_t *from = NEW_MANY(a, uint32_t, n), *to = NEW_MANY(a, uint32_t, n);
	double *count = NEW_MANY(a, double, levels * levels), *shift = NEW_MANY(a, double, n), moved = 0, up = 0;
	struct drift d = { .n = n };

	d.refusal = n < 1 || levels < 2 ? STATS_TOO_FEW : STATS_GIVEN;
	if (d.refusal == STATS_GIVEN && !(positions(before, n, level, levels, from) && positions(after, n, level, levels, to)))
		d.refusal = STATS_OUT_OF_RANGE;
	if (d.refusal != STATS_GIVEN)
		return d;
	for (size_t i = 0; i < n; i++) {
		count[from[i] * levels + to[i]]++;
		shift[i] = after[i] - before[i];
		moved += from[i] != to[i];
		up += to[i] > from[i];
	}
	d.moved_share = moved / (double)n;
	d.up_share = moved > 0 ? up / moved : NAN;
	d.mean_shift = sample_mean_estimate(shift, n);
	if (n == 1)
		d.mean_shift.value = shift[0];
	d.kappa = kappa(a, from, to, n, levels, false);
	d.weighted_kappa = kappa(a, from, to, n, levels, true);
	symmetry(count, levels, &d);
	d.psi = stability(count, levels, (double)n);
	return d;
}
