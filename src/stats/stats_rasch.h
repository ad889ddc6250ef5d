/* stats_rasch.h: judges beside the things they judge, marks taken as ordered steps. Knows numbered ratees and raters; decides nothing. */
#ifndef STATS_RASCH_H
#define STATS_RASCH_H

#include "stats/stats_dyad.h"

enum { RASCH_STEPS = 20 };              /* marks reach over at most so many steps above the lowest */

/* A place on the logit scale with its interval, and how far its marks scatter about what was expected. */
struct rasch_place {
	struct stats_estimate at;        /* curvature interval, the other facets taken as known. Refused: no mark (needs 1) */
	double infit, outfit;            /* mean squares, 1 expected, 0.5 to 1.5 usual; infit is weighted by information. Above: erratic; below: too alike */
};
struct rasch {
	enum stats_refusal refusal;      /* below 10 raters or 30 ratees; marks not whole, over more than 20 steps, all equal; STATS_NOT_SEPARABLE: several
	                                  * components, which have no common scale; STATS_NOT_SETTLED */
	size_t n, components, categories;
	int sweeps;
	double lowest;                   /* the mark of step 0 */
	struct rasch_place *ratee, *rater, *item;        /* rater: above 0 is severe (it lowers marks); items: hard; both with mean 0 */
	double step[RASCH_STEPS];        /* [categories - 1], mean 0 */
};
/* log P_k / P_(k-1) = ratee - rater - item - step_k (Linacre 1989), joint maximum likelihood with a normal penalty of SD 2 on every facet (extreme
 * marks stay finite), Newton facet by facet. The check on rating_severity, whose linear scale is the product's; joint estimates of few marks
 * lean outwards by about (L + 1)/L. item of the marks may be NULL. The graph must hang together as for severity. */
struct rasch rasch(struct arena *a, const struct marks *m);

#endif
