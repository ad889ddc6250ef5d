/* notice.c: leaving a notice. Nothing is sent from here: digests and the bell read the rows. */
#include "jobs/notice.h"

#include "jobs_queries.h"

void (*notice_left)(struct rq *rq, int64_t person, int64_t notice);

void
notice_leave(struct rq *rq, int64_t person, const char *verb, const char *subject_kind, int64_t subject)
{
	if (person == 0 || person == rq->viewer.n)
		return;
	int64_t id = new_id(rq);

	notice_add(rq, (notification_id){ id }, person, verb, subject_kind, subject, rq->now);
	if (notice_left)
		notice_left(rq, person, id);
}
