/*
 * notices.h: the door of notices: the bell, how each person is told, letters that sum up.
 *
 * Other modules need none of it: they leave a notice (jobs/notice.h) in their change, put "notice.VERB = words" in
 * their words file, and, for a new kind of record, its page in notice_place (notices_judge.c). Letters: jobs/mail.h.
 */
#ifndef NOTICES_NOTICES_H
#define NOTICES_NOTICES_H

#include "access/access.h"
#include "http/house.h"
#include "jobs/jobs.h"
#include "notices_queries.h"

extern const struct route notices_routes[];
extern const struct job_kind notices_jobs[];

/* For struct house: pages that stay open are told how many notices are unread. */
struct feed_person *notices_feed_moved(struct rq *rq, int64_t since, size_t *n, bool *many);
void notices_feed_check(struct rq *rq, struct feed *at, size_t n);
struct reply notices_stream_get(struct rq *rq);

/* Once at start: a notice becomes a letter for those who asked for each. */
void notices_begin(void);

#endif
