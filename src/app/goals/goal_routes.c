/* goal_routes.c: addresses of goals, who may, in which state. */
#include "goals/goal_pages.h"

#define GOAL "/goals/:goal"

const struct route goals_routes[] = {
	{ GET,  "/goals",                  goals_get,           SEE_HOME, OF_VIEWER },
	{ GET,  "/goals/file",             goals_file_get,      SEE_HOME, OF_VIEWER },
	{ GET,  "/goals/team",             goals_team_get,      SEE_HOME, OF_VIEWER },
	{ GET,  "/goals/team/file",        goals_team_file_get, SEE_HOME, OF_VIEWER },
	{ GET,  "/goals/tree",             goals_tree_get,      SEE_GOAL_TREE, OF_NOBODY },
	{ GET,  "/people/:person/goals",   person_goals_get,    SEE_GOALS, OF_PERSON },
	{ GET,  "/people/:person/goals/file", person_goals_file_get, SEE_GOALS, OF_PERSON },
	{ GET,  "/people/:person/goals/new", person_goal_new_get, PROPOSE_GOAL, OF_PERSON, DRAFTS },
	{ POST, "/people/:person/goals",   person_goal_post,    PROPOSE_GOAL, OF_PERSON, .again = person_goal_new_get },
	{ GET,  "/units/:unit/goals/new",  unit_goal_new_get,   SET_UNIT_GOAL, OF_UNIT, DRAFTS },
	{ POST, "/units/:unit/goals",      unit_goal_post,      SET_UNIT_GOAL, OF_UNIT, .again = unit_goal_new_get },
	{ GET,  GOAL,                      goal_get,            SEE_GOAL, OF_GOAL, DRAFTS },
	{ GET,  GOAL "/edit",              goal_edit_get,       CHANGE_GOAL, OF_GOAL, DRAFTS },
	{ POST, GOAL,                      goal_edit_post,      CHANGE_GOAL, OF_GOAL, .again = goal_edit_get },
	{ POST, GOAL "/agree",             goal_agree_post,     AGREE_GOAL, OF_GOAL, .again = goal_get },
	{ POST, GOAL "/steps",             step_post,           MOVE_GOAL, OF_GOAL, .again = goal_get },
	{ GET,  GOAL "/steps/:step",       step_get,            MOVE_GOAL, OF_GOAL },
	{ POST, GOAL "/steps/:step",       step_correct_post,   MOVE_GOAL, OF_GOAL, .again = step_get },
	{ POST, GOAL "/comments",          comment_post,        COMMENT_GOAL, OF_GOAL, .again = goal_get },
	{ GET,  GOAL "/end",               goal_end_get,        DROP_GOAL, OF_GOAL, DRAFTS },
	{ POST, GOAL "/close",             goal_close_post,     CLOSE_GOAL, OF_GOAL, .again = goal_end_get },
	{ POST, GOAL "/drop",              goal_drop_post,      DROP_GOAL, OF_GOAL, .again = goal_end_get },
	{ GET,  GOAL "/hand-over",         hand_over_get,       HAND_OVER_GOAL, OF_GOAL },
	{ POST, GOAL "/hand-over",         hand_over_post,      HAND_OVER_GOAL, OF_GOAL, .again = hand_over_get },
	{ 0 }
};
