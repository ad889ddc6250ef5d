/* reviews.h: the door of reviews: writing, the rating, release, the signed record. */
#ifndef REVIEWS_REVIEWS_H
#define REVIEWS_REVIEWS_H

#include "access/access.h"
#include "cycles/cycles.h"
#include "forms_queries.h"
#include "reviews/record_seal.h"
#include "reviews/review_rating.h"
#include "reviews_queries.h"

extern const struct route reviews_routes[];
extern const struct subject_kind reviews_kinds[];

SUBJECT_ID(review, review, OF_REVIEW)
SUBJECT_ID(part, part, OF_PART)
SUBJECT_ID(cycle, say, OF_SAY)
SUBJECT_ID(former, former, OF_FORMER)

/*
 * The steps of a review, as pages and the demo take them; each in a change, each leaves its event.
 * They flush what is queued (answers) where they must read first.
 */

/* Freezes people, forms and days, and asks everyone: people is cycle_population's count. */
void cycle_launch_all(struct rq *rq, cycle_id cycle, int64_t version, int64_t people);
/* The same of a fresh copy, as a rehearsal: no letter, no task on anybody's home page. */
void cycle_rehearse(struct rq *rq, cycle_id cycle, int64_t people);
/* One part is handed in; the rating is worked out once both sides are in. */
void part_hand_in(struct rq *rq, part_id part, review_id review, person_id person, const char *relation, int64_t version);
/* HR goes on without the self review: nothing written in it is shown; then as review_settle. */
void review_waive(struct rq *rq, review_id review, person_id person);
/* Works out the rating and marks the review as written if both sides are in (or HR went on without one). */
void review_settle(struct rq *rq, review_id review);
/* It may be released now: counted as ready, and HR is asked. */
void review_is_ready(struct rq *rq, review_id review, cycle_id cycle);
/* The second level approves: those of the list that still await it, each never by who wrote it or whose it is. */
void reviews_approve(struct rq *rq, const struct approval_line_rows *lines);
/* A mid-year conversation: both sides are in, and both read both. */
void review_shared(struct rq *rq, review_id review, const struct review_state *s);
/* Releases the ready ones of a list, each with its signed record. by: the viewer's name. */
void reviews_release(struct rq *rq, const struct ready_line_rows *ready, const char *by);

/* Counts the sums of a cycle anew; of all running ones, when the tree of units may have changed. In a change. */
void cycle_recount(struct rq *rq, cycle_id cycle);
void cycles_recount(struct rq *rq);

/* A reminder a day, and only to an address. nudged_at: NONE never; today_from: when the day began. */
bool may_nudge(int64_t nudged_at, const char *address, int64_t today_from);

/* One letter to somebody late, on its way from due_at on, and the mark that they had it. In a change. Its number; 0: a rehearsal, no letter. */
int64_t nudge_one(struct rq *rq, const struct errand_cycle *cycle, person_id person, const char *email, int64_t due_at);
/* What running cycles do by themselves: one slice of the next piece of work; false: there was none. Blocks. */
bool cycle_errands(struct store *store);

/* The state a part is in as the policy names it. */
const char *part_state(const struct part_asked *p, struct day today);

/* Is the answer still owed? A rating needs a level, a text some words. */
bool answer_is_missing(const char *kind, bool required, int64_t value, const char *words);

#endif
