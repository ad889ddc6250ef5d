/* feedback_pages.h: handlers of feedback, for feedback_routes.c. */
#ifndef FEEDBACK_PAGES_H
#define FEEDBACK_PAGES_H

#include "feedback/feedback.h"
#include "feedback_queries.h"

struct reply feedback_list_get(struct rq *rq);
struct reply feedback_praise_get(struct rq *rq);
struct reply feedback_pick_get(struct rq *rq);
struct reply feedback_give_get(struct rq *rq);
struct reply feedback_give_post(struct rq *rq);
struct reply feedback_show_get(struct rq *rq);
struct reply feedback_thanks_post(struct rq *rq);
struct reply feedback_useful_post(struct rq *rq);
struct reply feedback_reply_post(struct rq *rq);
struct reply feedback_withdraw_post(struct rq *rq);

struct reply ask_form_get(struct rq *rq);
struct reply ask_form_post(struct rq *rq);
struct reply ask_own_get(struct rq *rq);
struct reply ask_show_get(struct rq *rq);
struct reply ask_answer_post(struct rq *rq);
struct reply ask_decline_post(struct rq *rq);

/* template_pages.c: what a request may begin with. */
struct reply templates_get(struct rq *rq);
struct reply templates_post(struct rq *rq);
struct reply template_post(struct rq *rq);
struct reply template_away_post(struct rq *rq);
/* What is offered to who asks about themself or (not own) about somebody; chosen: the key of the address, or NULL. */
struct ask_start_rows *ask_starts(struct rq *rq, const struct ask_template_rows *templates, bool own, const char *chosen);

enum { PAGE = 30, FOUND_MOST = 20, NEAR_MOST = 24, RECENT_MOST = 8 };

/* People whose name has these words, asked for; none for fewer than two letters. Answer before looking. */
struct colleague_rows *colleagues_found(struct rq *rq, const char *words);
/* Cuts a list to a page: the cursor of the next one, or NULL. */
#define PAGE_OF(rq, rows) ((rows)->n > PAGE ? ((rows)->n = PAGE, \
	cursor_of((rq), (rows)->at[PAGE - 1].after_key, (rows)->at[PAGE - 1].id.n)) : NULL)

#endif
