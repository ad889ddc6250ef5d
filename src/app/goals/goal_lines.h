/* goal_lines.h: rows of goals made ready to be shown: judged, their figures in words. Knows no page. */
#ifndef GOALS_GOAL_LINES_H
#define GOALS_GOAL_LINES_H

#include "goals/goals.h"

/* Judges each line by its measures (ordered by goal): health, tone, progress. */
void goal_lines_judge(struct goal_line_rows *goals, const struct measure_rows *measures, struct day today);
/* The measures of one goal among those of many, ordered by goal; *n how many. */
struct measure *measures_of(const struct measure_rows *all, goal_id goal, size_t *n);
/* A figure of a measure as people read it: "85%", "3.50 hours", "1,200.00 EUR", "yes"; NONE: "nothing yet". */
const char *goal_figure(struct rq *rq, const struct measure *m, int64_t value);
/* from, now, to, arrow and the bar of each. */
void measures_say(struct rq *rq, struct measure_rows *measures);
/* A verdict as it is shown: what is closed or dropped says so, and what waits for agreement, before its first step. */
const char *goal_health(const char *state, const struct pace *p);
/* The colour of a verdict: good warn bad info quiet. */
const char *health_tone(const char *health);

#endif
