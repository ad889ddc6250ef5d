/* cycle_pages.h: handlers of cycles, for the routes in cycle_pages.c. */
#ifndef CYCLES_CYCLE_PAGES_H
#define CYCLES_CYCLE_PAGES_H

#include "cycles/cycles.h"
#include "cycles_views.h"

/* reminder_pages.c: when a cycle reminds by itself */
void reminders_judge(struct reminder_line_rows *rules);
struct reply reminder_post(struct rq *rq);
struct reply reminder_stop_post(struct rq *rq);

#endif
