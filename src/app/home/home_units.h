/* home_units.h: targets and timeliness by unit, ratings, the organisation's goals: for who leads units, HR and executives. Inside home only. */
#ifndef HOME_HOME_UNITS_H
#define HOME_HOME_UNITS_H

#include "goals_queries.h"
#include "home_views.h"

/* Asked before answers(), of each only what the viewer will see. */
struct home_units_asked {
	struct home_unit_rows *units;
	struct home_rated_rows *rated;
	struct goal_line_rows *targets, *strategy;
	struct measure_rows *of_targets, *of_strategy;
};
struct home_units_asked home_units_ask(struct rq *rq);
void home_units_judge(struct rq *rq, const struct home_units_asked *asked, struct home *page);

#endif
