/* stats_rating_place.c: places on a grid and among the first, with their doubt. Knows no people. */
#include "stats/stats_rating.h"

#include "stats/stats_distribution.h"
#include "stats/stats_random.h"
#include "stats/stats_sample.h"

#include <math.h>

#define ON_THE_BORDER 0.6

/* Probabilities of below, between, above two cuts. */
static void
thirds(double score, double se, const double cut[2], double out[3])
{
	double low = se > 0 ? normal_below((cut[0] - score) / se) : score < cut[0];
	double high = se > 0 ? normal_above((cut[1] - score) / se) : score >= cut[1];

	out[0] = low;
	out[2] = high;
	out[1] = fmax(0, 1 - low - high);
}

static bool
no_scale(double score, double se, const double cut[2])
{
	return !isfinite(score) || !isfinite(se) || !(se >= 0) || !isfinite(cut[0]) || !isfinite(cut[1]) || !(cut[0] < cut[1]);
}

bool
nine_box(double score, double score_se, const double score_cut[2], double potential, double potential_se,
	const double potential_cut[2], double cell[9], bool *border)
{
	double row[3], column[3], most = 0;

	if (no_scale(score, score_se, score_cut) || no_scale(potential, potential_se, potential_cut))
		return false;
	thirds(score, score_se, score_cut, row);
	thirds(potential, potential_se, potential_cut, column);
	for (int i = 0; i < 9; i++) {
		cell[i] = row[i / 3] * column[i % 3];
		most = fmax(most, cell[i]);
	}
	*border = most < ON_THE_BORDER;
	return true;
}

bool
chance_of_top(struct arena *a, const double *score, const double *se, size_t n, double share, size_t draws, uint64_t seed,
	double *chance)
{
	struct random_source r = random_from(seed);
	struct arena *work = arena_new();
	double *drawn = NEW_MANY(work, double, n);
	size_t top = (size_t)ceil(share * (double)n - 1e-9);
	bool fine = n >= 1 && share > 0 && share < 1 && draws >= 100 && sample_is_finite(score, n) && sample_is_finite(se, n);

	(void)a;
	for (size_t i = 0; i < n; i++)
		chance[i] = 0;
	for (size_t d = 0; fine && d < draws; d++) {
		struct arena *round = arena_new();
		const size_t *order;

		for (size_t i = 0; i < n; i++)
			drawn[i] = -(score[i] + se[i] * random_normal(&r));
		order = sample_order(round, drawn, n);
		for (size_t i = 0; i < top; i++)
			chance[order[i]] += 1 / (double)draws;
		arena_free(round);
	}
	arena_free(work);
	return fine;
}
