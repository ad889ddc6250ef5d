/* jobs.h: what is to be done later is done here. Knows the queue and the clock it is given. */
#ifndef JOBS_JOBS_H
#define JOBS_JOBS_H

#include "db/rq.h"

/* Does what is due at `now`; returns how many were done, or -1 when the database did not answer.
 * Blocks; call it from a thread of its own, one at a time (or from a command). */
int jobs_run(struct store *s, int64_t now);

#endif
