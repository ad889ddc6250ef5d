/* task_routes.c: addresses of tasks, who may, in which lane. */
#include "tasks/task_pages.h"

const struct route tasks_routes[] = {
	{ GET,  "/tasks",                         tasks_get,         SEE_HOME,    OF_VIEWER, DRAFTS },
	{ POST, "/tasks",                         tasks_post,        SEE_HOME,    OF_VIEWER, .again = tasks_get },
	{ GET,  "/people/:person/tasks",          tasks_get,         SEE_TASKS,   OF_PERSON, DRAFTS },
	{ POST, "/people/:person/tasks",          tasks_post,        GIVE_TASK,   OF_PERSON, .again = tasks_get },
	{ GET,  "/tasks/:task",                   task_get,          SEE_TASK,    OF_TASK },
	{ POST, "/tasks/:task",                   task_post,         EDIT_TASK,   OF_TASK, .again = task_get },
	{ POST, "/tasks/:task/lane",              task_lane_post,    MOVE_TASK,   OF_TASK, .again = task_get },
	{ POST, "/tasks/:task/undo",              task_undo_post,    MOVE_TASK,   OF_TASK, .again = task_get },
	{ POST, "/tasks/:task/steps",             task_steps_post,   EDIT_TASK,   OF_TASK, .again = task_get },
	{ POST, "/tasks/:task/steps/:step",       task_step_post,    EDIT_TASK,   OF_TASK, .again = task_get },
	{ POST, "/tasks/:task/remarks",           task_remarks_post, REMARK_TASK, OF_TASK, .again = task_get },
	{ 0 }
};
