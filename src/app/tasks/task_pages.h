/* task_pages.h: handlers of tasks, for the routes. */
#ifndef TASKS_TASK_PAGES_H
#define TASKS_TASK_PAGES_H

#include "tasks/tasks.h"
#include "tasks_views.h"

/* task_pages.c: lists, and making one */
struct reply tasks_get(struct rq *rq);
struct reply tasks_post(struct rq *rq);

/* task_one_pages.c: one task */
struct reply task_get(struct rq *rq);
struct reply task_post(struct rq *rq);
struct reply task_lane_post(struct rq *rq);
struct reply task_undo_post(struct rq *rq);
struct reply task_steps_post(struct rq *rq);
struct reply task_step_post(struct rq *rq);
struct reply task_remarks_post(struct rq *rq);

/* Refuses what no task may say: a day that is over, a step that is none. */
void refuse_entry(struct rq *rq, const struct task_entry *typed);

#endif
