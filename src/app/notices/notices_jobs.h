/* notices_jobs.h: the slices of notices' kinds of work, for their one list. Inside notices only. */
#ifndef NOTICES_NOTICES_JOBS_H
#define NOTICES_NOTICES_JOBS_H

#include "jobs/jobs.h"

void letter_read(struct rq *rq, struct job *j);
void letter_write_on(struct rq *rq, struct job *j);
void notice_job_read(struct rq *rq, struct job *j);
void notice_job_write(struct rq *rq, struct job *j);

#endif
