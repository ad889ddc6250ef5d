/* stats_listen.h: what a survey says: shares, eNPS, changes, what goes with engagement, who slides.
 * Knows no people or questions. How many must have answered before a figure is shown is stats_privacy.h's. */
#ifndef STATS_LISTEN_H
#define STATS_LISTEN_H

#include "stats/stats.h"

struct enps {
	struct stats_estimate estimate;  /* -100..100: P - D in percent; adjusted limits, clipped, for the team's size when it is given */
	double se;                       /* plain */
	struct stats_estimate wald, wald_less_one;       /* plain intervals, variance by n and by n - 1; not clipped */
	struct stats_estimate adjusted;  /* 3 added to n, 3/4 to either end (Rocks 2016); not clipped */
};
/* Counts. team: how many could have answered, 0 when the statement is about more than them. Refused: nobody, below 0, not
 * whole, team below the answers. */
struct enps enps(double promoters, double passives, double detractors, double team);

/* Share x of n answers in a team of `team`: Wilson at the size that the finite team makes it (Cochran 1977, 2.8). Nothing is
 * unknown when all answered. Refused as sample_share; team below n. */
struct stats_estimate share_of_team(double x, double n, double team);

/* Change of a share among the same people: both yes, yes then no, no then yes, both no; second minus first.
 * Newcombe (1998, paired data), method 10. */
struct stats_estimate share_change(double both, double lost, double won, double neither);

/* Share over cells (department by tenure) whose answers are weighed by the cells' sizes (Holt & Smith 1979); Wilson at the
 * effective number. Refused: a cell of people without an answer (STATS_TOO_FEW). */
struct stats_estimate share_weighed(const double *x, const double *n, const double *team, size_t cells);

/* ---- drivers: what goes with an outcome */
enum { DRIVERS_EXACT = 12, DRIVERS_MOST = 60, DRIVERS_ANSWERS = 60, DRIVERS_EACH = 10 };
struct drivers_input {
	size_t n, p;
	const double *y;        /* [n] */
	const double *x;        /* [p][n]; rows with a hole are left out */
	size_t draws;           /* bootstrap; 0: no intervals */
	uint64_t seed;
};
struct drivers {
	enum stats_refusal refusal;      /* STATS_TOO_FEW (n < p + 2), STATS_NO_SPREAD, STATS_NOT_SEPARABLE (items that make up one another),
					  * STATS_OUT_OF_RANGE (p of 0 or above 60) */
	size_t n;
	double r_squared;
	double *shapley;        /* [p] shares of R2: Lindeman, Merenda & Gold (1980); NaN above 12 items */
	double *johnson;        /* [p] relative weights, Johnson (2000) */
	double *beta;           /* [p] standardised coefficients */
	struct stats_estimate *importance;       /* [p] shapley (johnson above 12), percentile interval; STATS_TOO_FEW below 60 answers or
						  * 10 for each item */
};
struct drivers drivers(struct arena *a, const struct drivers_input *in);

/* ---- slopes: whose answers go down, beside everybody's */
enum { SLOPE_TIMES = 4, SLOPE_SUBJECTS = 10, SLOPE_GROUP = 10 };
struct slopes_input {
	size_t n, subjects;
	const uint32_t *subject;         /* [n] below `subjects` */
	const double *time, *y;          /* [n]; rows with a hole are left out */
	double q;                        /* false discovery rate; 0: 0.02 */
};
struct slope {
	struct stats_estimate slope;     /* own slope, shrunken; STATS_TOO_FEW below 4 times */
	double z, p, adjusted;           /* of the own slope's distance below everybody's; one-sided, BH */
	bool flagged;
};
struct slopes {
	enum stats_refusal refusal;      /* STATS_TOO_FEW: below 10 subjects of 4 times; STATS_NO_SPREAD: no time, no spread, or slopes do
					  * not differ; STATS_OUT_OF_RANGE: a subject */
	size_t n, asked, flagged;
	double intercept, mean_slope;    /* everybody's, at time 0 */
	double intercept_sd, slope_sd, correlation, residual_sd;
	struct slope *each;              /* [subjects] */
};
/* y = b0 + b1 t + u0 + u1 t + e by REML (Laird & Ware 1982). z: BLUP of u1 by its own SD, made robust over subjects. A flag is
 * for the person alone, or as a count of a group. */
struct slopes slopes(struct arena *a, const struct slopes_input *in);
/* How many of a group are flagged, as a share. Refused: a group below 10. */
struct stats_estimate slopes_in_group(const struct slopes *s, const uint32_t *member, size_t n);

#endif
