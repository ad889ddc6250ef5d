/* review_pages.h: handlers of reviews, for review_routes.c. */
#ifndef REVIEWS_REVIEW_PAGES_H
#define REVIEWS_REVIEW_PAGES_H

#include "reviews/record_text.h"
#include "reviews/reviews.h"
#include "reviews_views.h"

/* part_pages.c: writing one's part */
struct reply part_get(struct rq *rq);
struct reply part_post(struct rq *rq);
struct reply answer_post(struct rq *rq);
/* evidence_pages.c: what an answer rests on */
struct reply cite_post(struct rq *rq);

/* review_show.c: reading a review, lists */
struct reply review_get(struct rq *rq);
struct reply preview_get(struct rq *rq);
struct reply reviews_get(struct rq *rq);
struct reply team_get(struct rq *rq);

/* release_pages.c: what is done with a review once both sides are in */
struct reply release_post(struct rq *rq);
struct reply acknowledge_post(struct rq *rq);
struct reply lock_post(struct rq *rq);
struct reply amend_post(struct rq *rq);

/* approval_pages.c: the second level */
struct reply approvals_get(struct rq *rq);
struct reply approvals_post(struct rq *rq);
struct reply approve_post(struct rq *rq);
struct reply send_back_post(struct rq *rq);

/* To the page of the route's review, with a word of what was done; whose review it is (release_pages.c). */
struct reply review_back(struct rq *rq, const char *told);
person_id review_whose(const struct rq *rq);

/* talk_pages.c: the conversation and the next steps */
struct reply talk_post(struct rq *rq);
struct reply talked_post(struct rq *rq);
struct reply talk_own_post(struct rq *rq);
struct reply steps_post(struct rq *rq);
/* How near each step is (review_show.c). */
void judge_steps(const struct rq *rq, struct agreed_step_rows *steps);

/* takeback_pages.c: what HR takes back, with a reason */
struct reply reopen_post(struct rq *rq);
struct reply withdraw_post(struct rq *rq);

/* record_pages.c: the signed record */
struct reply record_get(struct rq *rq);
struct reply record_file_get(struct rq *rq);

/* cycle_run_pages.c: launch and completion */
struct reply launch_post(struct rq *rq);
struct reply rehearse_post(struct rq *rq);
struct reply discard_post(struct rq *rq);
struct reply completion_get(struct rq *rq);
struct reply extension_post(struct rq *rq);
struct reply release_all_post(struct rq *rq);
struct reply go_on_post(struct rq *rq);
struct reply close_post(struct rq *rq);

/* say_pages.c: two questions about a cycle, without a name */
struct reply say_get(struct rq *rq);
struct reply say_post(struct rq *rq);

/* case_pages.c: leave, transfers, part of a year */
struct reply cases_get(struct rq *rq);
struct reply case_post(struct rq *rq);
struct reply move_post(struct rq *rq);
struct reply absence_post(struct rq *rq);

/* former_pages.c: what a former manager says when HR asks */
struct reply former_get(struct rq *rq);
struct reply former_post(struct rq *rq);
struct reply former_decline_post(struct rq *rq);

/* nudge_pages.c: reminders */
struct reply nudge_post(struct rq *rq);
struct reply nudge_back_post(struct rq *rq);

#endif
