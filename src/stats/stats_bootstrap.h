/* stats_bootstrap.h: intervals by drawing again. Knows not what is drawn: a case, a unit, a cluster. */
#ifndef STATS_BOOTSTRAP_H
#define STATS_BOOTSTRAP_H

#include "stats/stats.h"

/* The statistic of the cases pick[0..n); the same case may stand there twice. NaN: not defined on this draw. */
typedef double bootstrap_statistic(void *with, const size_t *pick, size_t n);

enum bootstrap_kind { BOOTSTRAP_PERCENTILE, BOOTSTRAP_BCA };

/* Value on all n cases and a two-sided interval from `draws` samples with replacement (Efron 1979; BCa: Efron 1987,
 * eqs 2.3 and 6.6 with the jackknife acceleration). Draws where the statistic is NaN are left out. The same seed
 * gives the same bytes. Refused: n < 3, draws < 100, level outside 0..1, statistic not finite on the data,
 * or defined on fewer than half of the draws. */
struct stats_estimate bootstrap(struct arena *a, enum bootstrap_kind kind, size_t n, size_t draws, uint64_t seed,
	double level, bootstrap_statistic *statistic, void *with);

#endif
