/* stats_drift.h: what a second round (a calibration) did to marks. Knows no people. */
#ifndef STATS_DRIFT_H
#define STATS_DRIFT_H

#include "stats/stats.h"

struct drift {
	enum stats_refusal refusal;
	size_t n;
	double moved_share, up_share;    /* up_share: of those that moved; NaN when none did */
	struct stats_estimate mean_shift;        /* after - before, t interval; too few below 2 */
	struct stats_estimate kappa, weighted_kappa;     /* quadratic weights by position of the level */
	double bowker, bowker_df, bowker_p;      /* Bowker (1948) symmetry; pairs of cells that hold something */
	double psi;      /* population stability index, half a case added to each level: 0.1 look, 0.25 act */
};
/* before, after [n], each one of level [levels] (ascending). Refused: n < 1, levels < 2, a value that is no level. */
struct drift drift(struct arena *a, const double *before, const double *after, size_t n, const double *level, size_t levels);

#endif
