/* stats_group_rating.h: the gap between two groups in marks given by many raters, as it is and after what explains it.
 * Knows numbered ratees and raters; no people, and decides nothing. */
#ifndef STATS_GROUP_RATING_H
#define STATS_GROUP_RATING_H

#include "stats/stats_dyad.h"
#include "stats/stats_group.h"

enum { GAP_REFERENCE, GAP_FOCAL };       /* of `group`; anything else takes no part */

struct rating_gap_input {
	struct marks marks;      /* self ratings left out by the caller */
	const uint8_t *group;    /* [ratees] */
	const double *x;         /* [p][marks.n] controls, without an intercept: relation, level, department. Only what is not itself a
				  * result of the difference asked for. May be NULL */
	size_t p;
};

struct rating_gap {
	enum stats_refusal refusal;      /* STATS_TOO_FEW: fewer than 5 ratees in a group; STATS_OUT_OF_RANGE: codes, more than 50 controls;
					  * else the model's. STATS_NOT_SEPARABLE: the controls make up the group */
	enum group_guard guard;          /* by the numbers of ratees */
	struct mean_gap raw;             /* of ratees' mean marks: focal minus reference, nothing taken out */
	struct stats_estimate adjusted;  /* units of y; t interval, df: ratees - columns */
	double p, standardised;          /* two-sided; adjusted by the SD of ratees' mean marks */
	size_t ratees, raters, dyads;
};
/* y = group + x'b + u_ratee + v_rater + e on dyad means (INSIGHTS g.4; Bates et al. 2015). With one rater for each ratee u is
 * part of e. */
struct rating_gap rating_gap(struct arena *a, const struct rating_gap_input *in);

#endif
