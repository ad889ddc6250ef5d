/* pages.h: the handlers of access, for its one table of routes. */
#ifndef ACCESS_PAGES_H
#define ACCESS_PAGES_H

#include "http/web.h"

struct reply sign_in_get(struct rq *rq);
struct reply sign_in_post(struct rq *rq);
struct reply sign_in_link_post(struct rq *rq);
struct reply sign_in_sent_get(struct rq *rq);
struct reply carried_post(struct rq *rq);
struct reply sign_out_post(struct rq *rq);
struct reply link_get(struct rq *rq);
struct reply link_post(struct rq *rq);
struct reply setup_get(struct rq *rq);
struct reply setup_post(struct rq *rq);
struct reply account_get(struct rq *rq);
struct reply account_secret_post(struct rq *rq);
struct reply account_session_post(struct rq *rq);
struct reply account_token_post(struct rq *rq);
struct reply account_token_end_post(struct rq *rq);
struct reply account_token_keep_post(struct rq *rq);
struct reply accounts_get(struct rq *rq);
struct reply accounts_invite_all_post(struct rq *rq);
struct reply accounts_invite_post(struct rq *rq);
struct reply accounts_link_post(struct rq *rq);
struct reply accounts_letter_back_post(struct rq *rq);
struct reply accounts_close_post(struct rq *rq);
struct reply grants_get(struct rq *rq);
struct reply person_grants_get(struct rq *rq);
struct reply person_grants_post(struct rq *rq);
struct reply grant_end_post(struct rq *rq);
struct reply first_people_get(struct rq *rq);
struct reply first_people_post(struct rq *rq);
struct reply policy_get(struct rq *rq);
struct reply health_get(struct rq *rq);
struct reply job_again_post(struct rq *rq);

#endif
