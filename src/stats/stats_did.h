/* stats_did.h: what a programme changed, against those who did not have it. Knows no departments and no money. */
#ifndef STATS_DID_H
#define STATS_DID_H

#include "stats/stats_bootstrap.h"

/* Rows in any order; unit [n] any codes below `units`. Causal only as far as the two groups would have moved alike: say the design. */

/* ---- Two by two: y ~ treat * post by least squares (treat, post: 0 or 1 in each row). */
struct did {
	struct stats_estimate att;       /* the interaction, units of y; t interval with clusters - 1 df on se_cluster */
	double se_ols;
	double se_cluster;               /* by unit: HC1, (n - 1)/(n - 4) G/(G - 1) times the sandwich (Liang & Zeger 1986) */
	double before_after;             /* treated after - treated before: what the naive comparison would say */
	size_t clusters;
};
/* Refused: n < 5, fewer than 2 units, not finite; STATS_NOT_SEPARABLE when one of the four cells is empty. Few clusters make se_cluster
 * too small: below 30 show did_wild beside it. */
struct did did(struct arena *a, const double *y, const double *treat, const double *post, const uint32_t *unit, size_t n, size_t units);
/* Two-sided p of att = 0 by the wild cluster bootstrap, the null imposed, Webb's six weights (Cameron, Gelbach & Miller 2008; Webb 2014).
 * NaN where did is refused or draws < 99. */
double did_wild(struct arena *a, const double *y, const double *treat, const double *post, const uint32_t *unit, size_t n, size_t units,
	size_t draws, uint64_t seed);

/* ---- Event study: units, times, and treat x [time = p] for every time but the reference. */
struct event_study {
	enum stats_refusal refusal;      /* as did; STATS_OUT_OF_RANGE: no such reference; STATS_NOT_SEPARABLE: one group, or too few rows */
	size_t n, clusters, periods;     /* periods: times but the reference */
	double *period;                  /* [periods], ascending */
	struct stats_estimate *effect;   /* [periods]; t interval with clusters - 1 df */
	double *se;                      /* [periods] by unit, HC1 with all columns counted */
	double pretrend, pretrend_p;     /* Wald chi-square over the periods before the reference; NaN when there is none */
	size_t pretrend_df;              /* passing it has little power: show the effects beside it */
};
struct event_study event_study(struct arena *a, const double *y, const double *treat, const double *time, const uint32_t *unit, size_t n,
	size_t units, double reference);

/* ---- Staggered starts (Callaway & Sant'Anna 2021, never-treated as comparison): ATT(g, t) = mean change from g - 1 to t of those that
 * started in g, minus that of those that never did. */
struct att_cell {
	double g, t, att;
	size_t n;                        /* units of g seen at both times */
};
struct group_time {
	enum stats_refusal refusal;      /* STATS_NOT_SEPARABLE: nobody never treated, or nobody treated after the first time; above 500 times */
	struct att_cell *cell;           /* [cells], by g then t */
	size_t cells;
	struct stats_estimate overall;   /* mean of the cells weighted by n; percentile interval, clusters drawn again; refused below 3 clusters */
	size_t treated_clusters, never_clusters, pre_periods;
	bool enough;                     /* 8 clusters on either side and 4 times before the first start: below, say "cannot be measured yet" */
};
/* first [n]: start of the row's unit, 0 (or NaN) = never. cluster [n] below `clusters`; NULL: each unit is its own. */
struct group_time group_time(struct arena *a, const double *y, const double *time, const double *first, const uint32_t *unit, size_t n, size_t units,
	const uint32_t *cluster, size_t clusters, size_t draws, uint64_t seed);

/* Value on all rows and an interval from drawing whole clusters again: pick holds the rows of the clusters drawn. Otherwise as bootstrap;
 * n counts clusters. */
struct stats_estimate cluster_bootstrap(struct arena *a, const uint32_t *cluster, size_t n, size_t clusters, size_t draws, uint64_t seed, double level,
	bootstrap_statistic *statistic, void *with);

#endif
