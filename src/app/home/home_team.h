/* home_team.h: a team at a glance for its lead, and the same figures for each of its people. Inside home only. */
#ifndef HOME_HOME_TEAM_H
#define HOME_HOME_TEAM_H

#include "goals_queries.h"
#include "home_views.h"

/* Asked before answers(); empty for who leads nobody and writes no review. */
struct home_team_asked {
	struct glance_rows *team;
	struct goal_line_rows *goals;
	struct measure_rows *measures;
};
struct home_team_asked home_team_ask(struct rq *rq);
/* Judges goals and reasons; the heaviest come first, else by name. Fills team and whys of the page. */
void home_team_judge(struct rq *rq, const struct home_team_asked *asked, struct home *page);
/* One's own, from one's own goals, judged already. */
void home_own_judge(struct rq *rq, struct own_glance_rows *own, const struct goal_line_rows *goals);

#endif
