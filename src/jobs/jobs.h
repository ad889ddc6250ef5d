/*
 * jobs.h: what is to be done later is done here, on any node, once. Knows the queue, kinds and the clock it is
 * given; not what a kind is for.
 *
 * A module registers a kind (list it in modules.c, modules_jobs_of):
 *
 *	const struct job_kind goals_jobs[] = {
 *		{ .kind = "goal.silent", .rhythm = DAILY, .hour = 6, .read = silent_read, .write = silent_write },
 *		{ 0 }
 *	};
 *
 * DAILY and WEEKLY kinds queue themselves, once over all nodes, when that hour has come in the organisation's
 * zone; others are left in a change by job_leave. Words for /health: job.KIND in a words file.
 */
#ifndef JOBS_JOBS_H
#define JOBS_JOBS_H

#include "db/rq.h"

/* What a slice came to. AGAIN: a try is counted, the wait grows; after the fourteenth, a day later, it is FAILED. */
enum job_end { JOB_DONE, JOB_AGAIN, JOB_FAILED, JOB_MORE, JOB_WAITS };

struct job {
	int64_t id, subject, tries;
	struct day day;                 /* for which a scheduled one was queued; else 0 */
	const char *place;              /* the body it was left with, or where the last slice stopped; "" */
	void *with;                     /* from read to work to write; in their common arena */
	enum job_end end;
	const char *why;                /* of AGAIN and FAILED: for the administrator, no text of anybody's */
	int64_t due_at;                 /* of WAITS */
};

enum rhythm { WHEN_LEFT, DAILY, WEEKLY };
enum job_lane { JOBS_QUICK, JOBS_SLOW, JOBS_ALL };

/*
 * A slice: read in a snapshot; work holds neither transaction nor lock and takes at most 60 s; write is a change
 * of at most 500 rows or 20 ms, and may run twice: rows and its arena only. What it comes to is stored in the same
 * change. Each may be NULL. rq has no viewer; its door is DOOR_JOB.
 */
struct job_kind {
	const char *kind;
	enum rhythm rhythm;
	int hour, weekday;              /* 0..23; of WEEKLY: 1 Monday .. 7 */
	bool slow;                      /* waits for others (mail): on a thread of its own */
	void (*read)(struct rq *rq, struct job *j);
	void (*work)(struct arena *a, struct job *j);
	void (*write)(struct rq *rq, struct job *j);
	void (*rest)(void);             /* the round is over: connections may be closed */
};
void job_more(struct job *j, const char *place);        /* another slice at once, from there */
void job_waits(struct job *j, int64_t due_at);          /* not now; no try is counted */
void job_again(struct job *j, const char *why);
void job_fails(struct job *j, const char *why);

/* Once at start: a NULL-ended list of lists that end with kind NULL. */
void jobs_kinds(const struct job_kind *const *lists);

/* In a change. once: a key that makes it the only one of its kind ("digest:7:2026-11-24"); NULL: none. */
void job_leave(struct rq *rq, const char *kind, int64_t subject, const char *body, int64_t due_at, const char *once);

/* Queues the DAILY and WEEKLY kinds whose hour has come. Cheap when there is nothing to do. */
void jobs_schedule(struct store *s, int64_t now);
/* Does what is due at `now`; returns how many were done, or -1 when the database did not answer.
 * Blocks; call it from a thread of its own, one at a time a lane (or from a command). */
int jobs_run(struct store *s, int64_t now, enum job_lane lane);
/* The process ends: what runs comes to its end, nothing new is begun; work that waits may ask. false: go on. */
void jobs_stop(bool stop);
bool jobs_stopping(void);

extern const struct job_kind platform_jobs[];   /* mail, upkeep */

#endif
