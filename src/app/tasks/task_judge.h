/* task_judge.h: what the days of a task mean. Knows days; no requests, no rows. */
#ifndef TASKS_TASK_JUDGE_H
#define TASKS_TASK_JUDGE_H

#include "base/day.h"

#include <stdint.h>

/* How near a day is: "late" (over), "today", "soon" (within a week), "later"; "" when the task is not open. */
const char *task_near(const char *lane, struct day due, struct day today);
const char *task_tone(const char *near);

/* The day the next one is due: whole steps of `every` days after this one's, and not before tomorrow. */
struct day task_next_due(struct day due, int64_t every, struct day today);

#endif
