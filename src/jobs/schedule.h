/* schedule.h: which day a scheduled kind is to run for. Inside jobs only. */
#ifndef JOBS_SCHEDULE_H
#define JOBS_SCHEDULE_H

#include "jobs/jobs.h"

extern const struct job_kind *const *jobs_known;        /* as given to jobs_kinds */

/*
 * The newest day it is to run for by that hour of today; 0: none. A missed week is caught up with on a later day of
 * it; a missed day is not, once it is over.
 */
struct day schedule_day(const struct job_kind *k, struct day today, int hour);

#endif
