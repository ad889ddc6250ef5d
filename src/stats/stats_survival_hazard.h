/* stats_survival_hazard.h: the chance of an event in each period, from what was known before it. Knows no people;
 * gives a number for groups only. */
#ifndef STATS_SURVIVAL_HAZARD_H
#define STATS_SURVIVAL_HAZARD_H

#include "stats/stats_logistic.h"

enum { HAZARD_KNOTS = 3, HAZARD_GROUP = 10 };

/* One row for each subject and period at risk. */
struct hazard_input {
	size_t n, p;
	const double *tenure;   /* [n] periods since the beginning, at the start of this one */
	const bool *event;      /* [n] within this period */
	const double *x;        /* [p][n] known before the period; no column of ones */
	double ridge;           /* as logistic's */
};

struct hazard {
	enum stats_refusal refusal;      /* as logistic's */
	double knot[HAZARD_KNOTS];       /* the base: linear in tenure, bent at its quartiles */
	size_t knots, p;
	struct logistic fit;             /* columns: one, tenure, bends, x */
};
/* Discrete-time hazard (Allison 1982; Singer & Willett 1993): logistic in tenure and x. */
struct hazard hazard(struct arena *a, const struct hazard_input *in);

/* P(event within `ahead` periods) of one row: tenure goes on, x [p] stays. NaN when the fit is refused or not finite. For groups
 * and checks; one person's figure is of modest worth and is not to be shown. */
double hazard_ahead(const struct hazard *h, double tenure, const double *x, size_t ahead);

/* The ridge of `candidates` that predicts the later rows best (deviance) when fitted on rows before `split`; NaN: none does. */
double hazard_ridge(struct arena *a, const struct hazard_input *in, const double *when, double split, const double *candidates, size_t n);

/* Events expected in a group of chances, as a share, with the interval of what will be seen (sum of unlike coins, Wilson's limits
 * with the group's own variance). Refused: fewer than 10 (needs 10), a chance outside 0..1. */
struct stats_estimate hazard_group(const double *chance, size_t n);

/* How good predictions were: happened[i] 0 or 1. */
struct hazard_check {
	struct stats_estimate area;      /* AUC, interval of Hanley & McNeil (1982) */
	struct stats_estimate ratio;     /* predicted by observed, exact Poisson interval of the observed */
	double lift;                     /* share of events in the tenth with the highest chances, by the share of all */
};
struct hazard_check hazard_check(struct arena *a, const double *chance, const double *happened, size_t n);

#endif
