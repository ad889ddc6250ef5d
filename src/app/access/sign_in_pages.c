/* sign_in_pages.c: signing in by password or by a mailed link, and out. */
#include "access/carried.h"
#include "access/session.h"
#include "access/sign_in.h"
#include "access/pages.h"
#include "access_views.h"

#include <string.h>

struct reply
sign_in_get(struct rq *rq)
{
	const struct setting_row_rows *organisation = setting_of(rq, "organisation");
	const char *next = rq_query(rq, "next");

	answers(rq);
	return sign_in_page(rq, &(struct sign_in){
		.organisation = organisation->n ? organisation->at->value : NULL,
		.next = local_next(next ? next : rq_field(rq, "next")),
		.carried = rq->web->ended == SIGN_IN ? carried_seal(rq) : rq_field(rq, "carried"),
	});
}

/* Signed in; if something was carried, its page, else where they were going. */
static struct reply
welcome(struct rq *rq, const struct sign_in_try *try, const struct sign_in_entry *typed)
{
	struct reply on = session_start(rq, try->account, try->person, typed->next), kept;

	if (typed->carried == NULL)
		return on;
	kept = carried_show(rq, typed->carried);
	if (kept.status == 0)
		return on;
	memcpy(kept.set_cookie, on.set_cookie, sizeof kept.set_cookie);
	return kept;
}

struct reply
sign_in_post(struct rq *rq)
{
	struct sign_in_entry typed = sign_in_entry_read(rq);
	const struct sign_in_try *try = rq->web->slow;

	if (refused(rq))
		return again(rq);
	if (!try || try->limited)
		refuse(rq, "", "refused.too_many_tries");
	else if (!try->good)
		refuse(rq, "", "refused.sign_in");
	return refused(rq) ? again(rq) : welcome(rq, try, &typed);
}

/* The same answer whether there is such an account or not. */
struct reply
sign_in_link_post(struct rq *rq)
{
	struct link_wish typed = link_wish_read(rq);
	const struct account_key_rows *found;

	if (refused(rq))
		return again(rq);
	found = account_of_key(rq, sign_in_key(rq->arena, typed.email));
	if (answers(rq) && found->n && strcmp(found->at->state, "closed") != 0)
		link_mail(rq, found->at->person, found->at->email, "sign-in", SIGN_IN_MINUTES);
	return go(rq, "/sign-in/sent");
}

struct reply
sign_in_sent_get(struct rq *rq)
{
	return link_sent_page(rq, &(struct link_sent){ .minutes = SIGN_IN_MINUTES });
}

struct reply
sign_out_post(struct rq *rq)
{
	struct reply r;

	if (rq->web->session && rq->account.n)
		session_end_own(rq, key_digest(rq->arena, rq->web->session), rq->account, rq->viewer);
	r = go(rq, "/sign-in");
	session_cookie_end(rq, &r);
	return r;
}
