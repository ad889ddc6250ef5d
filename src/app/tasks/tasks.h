/* tasks.h: the door of tasks: own work, and what was agreed with somebody. Knows people, and goals by number and title; no review. */
#ifndef TASKS_TASKS_H
#define TASKS_TASKS_H

#include "access/subject.h"
#include "tasks_queries.h"

extern const struct route tasks_routes[];
extern const struct subject_kind tasks_kinds[];

SUBJECT_ID(task, task, OF_TASK)

/* A task to be made. */
struct task_wish {
	person_id person;               /* whose it is */
	const char *title, *note;       /* note may be NULL */
	const char *from_kind;          /* "review", or NULL: nowhere */
	int64_t from_id;                /* NONE beside NULL */
	struct day due;
	int64_t every;                  /* days until it comes again; NONE: once */
	const char *seen_by;            /* "self", "pair": today's manager too, "line": all above */
	goal_id serves;                 /* the goal it brings nearer; 0: none. The caller has looked that the viewer sees it */
};

/* Makes it, in a change. Given by somebody else it waits on the person's home and leaves them a notice. */
task_id task_give(struct rq *rq, const struct task_wish *wish);

#endif
