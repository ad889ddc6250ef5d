/* goal_pages.h: handlers of goals, for goal_routes.c. */
#ifndef GOALS_GOAL_PAGES_H
#define GOALS_GOAL_PAGES_H

#include "goals/goal_lines.h"
#include "goals_views.h"

struct reply goals_get(struct rq *rq);
struct reply person_goals_get(struct rq *rq);
struct reply goals_team_get(struct rq *rq);
struct reply goals_file_get(struct rq *rq);
struct reply person_goals_file_get(struct rq *rq);
struct reply goals_team_file_get(struct rq *rq);
struct reply goals_tree_get(struct rq *rq);

struct reply goal_get(struct rq *rq);

struct reply person_goal_new_get(struct rq *rq);
struct reply person_goal_post(struct rq *rq);
struct reply unit_goal_new_get(struct rq *rq);
struct reply unit_goal_post(struct rq *rq);
struct reply goal_edit_get(struct rq *rq);
struct reply goal_edit_post(struct rq *rq);

struct reply goal_agree_post(struct rq *rq);
struct reply step_post(struct rq *rq);
struct reply step_get(struct rq *rq);
struct reply step_correct_post(struct rq *rq);
struct reply comment_post(struct rq *rq);
struct reply goal_end_get(struct rq *rq);
struct reply goal_close_post(struct rq *rq);
struct reply goal_drop_post(struct rq *rq);
struct reply hand_over_get(struct rq *rq);
struct reply hand_over_post(struct rq *rq);

/* goal_sheet.c: judged lines as a file for spreadsheets. */
struct reply goal_sheet(struct rq *rq, const struct goal_line_rows *goals);
/* "owner" for the person themself, "manager" for their manager, NULL for others: whose side the viewer is on. */
const char *goal_side(const struct rq *rq);
/* What was typed, checked, completed. Refuses what is wrong. */
struct goal_terms goal_entry_terms(struct rq *rq, const struct goal_entry *typed);
/* Refuses a goal above that the viewer does not see, or that lies below `own` (0: a new one). Answers. */
void check_parent(struct rq *rq, goal_id parent, goal_id own);
/* The five lines of a goal as it stands. */
struct smart_line_rows *smart_lines_of(struct rq *rq, const struct goal_head *g, const struct measure_rows *measures);

#endif
