/* cycle_run_jobs.h: what a running cycle does by itself, a slice at a time. Inside reviews only. */
#ifndef REVIEWS_CYCLE_RUN_JOBS_H
#define REVIEWS_CYCLE_RUN_JOBS_H

#include "reviews/reviews.h"

enum { ERRAND_SLICE = 50 };     /* people at once: a change stays within 20 ms */

/* One piece of work: what it is, how far it came. read fills with; write does it and says where the next slice begins. */
struct errand_now {
	const struct errand *row;
	void *with;
	const char *next;               /* NULL: it is done */
};

/* Each pair reads in a snapshot and writes in a change. */
struct errand_kind {
	const char *kind;
	void (*read)(struct rq *rq, struct errand_now *e);
	void (*write)(struct rq *rq, struct errand_now *e);
};

/* "7:12" as two numbers; 0 where there is none. */
void errand_place(const char *place, int64_t *first, int64_t *second);
/* Where the next slice begins: after the last of these people; NULL when they were the last. */
const char *errand_after(struct rq *rq, const char *first, const struct errand_person_rows *people);

/* cycle_run_phase.c: who a phase concerns is told that it opened or closed */
void phase_errand_read(struct rq *rq, struct errand_now *e);
void phase_errand_write(struct rq *rq, struct errand_now *e);
/* cycle_run_remind.c: reminders by rule, each once; and those of one click */
void remind_errand_read(struct rq *rq, struct errand_now *e);
void remind_errand_write(struct rq *rq, struct errand_now *e);
void nudge_errand_read(struct rq *rq, struct errand_now *e);
void nudge_errand_write(struct rq *rq, struct errand_now *e);

/* cycle_run_say.c: what people said of a closed cycle is opened, all at once */
void say_errand_read(struct rq *rq, struct errand_now *e);
void say_errand_write(struct rq *rq, struct errand_now *e);

#endif
