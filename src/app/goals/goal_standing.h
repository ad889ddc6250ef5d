/* goal_standing.h: how the goals of one person stand together, as they and their manager both read it. Rows judged before; no request. */
#ifndef GOALS_GOAL_STANDING_H
#define GOALS_GOAL_STANDING_H

#include "goals_queries.h"

/* Counts are of running goals; one that is behind or past its day counts as behind. */
struct goal_standing {
	int64_t goals, behind, silent, waiting;
	const char *worst;      /* the verdict a lead looks at first; "early" when there is none */
};

/* Of one person among the judged goals of many. */
struct goal_standing goal_standing(const struct goal_line_rows *goals, person_id person);

#endif
