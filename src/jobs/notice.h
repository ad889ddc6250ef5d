/* notice.h: a notice for one person inside the product. Knows ids and words; no text of anybody's. */
#ifndef JOBS_NOTICE_H
#define JOBS_NOTICE_H

#include "db/rq.h"

/*
 * Leaves a notice in the change it is called in: "goal.agreed" of ("goal", 7) for that person. Nothing is
 * left for the one who did it, nor for person 0. The words of the verb are "notice.VERB" of a words file;
 * what it leads to is the page of the subject's kind.
 */
void notice_leave(struct rq *rq, int64_t person, const char *verb, const char *subject_kind, int64_t subject);

/* Told of each notice left, in the same change; set once at start by the module that makes letters of them. */
extern void (*notice_left)(struct rq *rq, int64_t person, int64_t notice);

#endif
