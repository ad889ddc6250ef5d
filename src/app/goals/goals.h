/* goals.h: the door of goals: what people set out to reach, agreed by both sides, moved by steps, judged against a line. */
#ifndef GOALS_GOALS_H
#define GOALS_GOALS_H

#include "access/access.h"
#include "goals/goal_pace.h"
#include "goals/goal_terms.h"
#include "jobs/jobs.h"
#include "views/find.h"

extern const struct route goals_routes[];
extern const struct subject_kind goals_kinds[];
extern const struct finder goal_finder;
extern const struct job_kind goals_jobs[];

SUBJECT_ID(goal, goal, OF_GOAL)
SUBJECT_ID(unit, goal_unit, OF_UNIT)

/*
 * Goal results for another module (a question of a review form): the agreed goals of a person whose time
 * overlaps the period, with their measures as the steps had them on its last day. The caller's route has
 * judged who may read. Ask, then answers(), then judge as of `on`: fills health, progress (whole percent,
 * NONE: nothing said), said and measures of each goal and what the page shows of each measure.
 */
struct goal_results {
	struct goal_line_rows *goals;           /* agreed: the goal's weight in percent */
	struct measure_rows *measures;          /* by goal */
};
struct goal_results goal_results_ask(struct rq *rq, person_id person, struct day from, struct day to);
void goal_results_judge(struct rq *rq, const struct goal_results *results, struct day on);

/* A goal's terms as somebody sets them; in a change. Agreement goes by who the viewer is to the person. */
struct goal_new {
	const char *owner;              /* person unit organisation */
	person_id person;
	unit_id unit;
	const char *side;               /* "owner", "manager" or NULL: whose side the viewer agrees by proposing */
	person_id manager;              /* whom the person's goal also waits for; 0: nobody */
	struct goal_terms terms;
};
goal_id goal_make(struct rq *rq, const struct goal_new *goal);
/* One side agrees; once both have (or there is no manager) the goal opens. In a change; flushes what is queued. */
void goal_agree(struct rq *rq, goal_id goal, const char *side, int64_t version);
/* Lines changed: whoever is the manager now is asked about proposals, whoever was is not. In a change; flushes. */
void goals_rebuild(struct rq *rq);
/* A figure on a day, in a change; the caller has looked that it is one of the goal's measures. */
void goal_move(struct rq *rq, goal_id goal, person_id owner, measure_id measure, struct day on, int64_t value, int64_t confidence, const char *note);

#endif
