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
	int64_t too_long = 0;
	const char *carried = rq->web->ended == SIGN_IN ? carried_seal(rq, &too_long) : rq_field(rq, "carried");

	answers(rq);
	return sign_in_page(rq, &(struct sign_in){
		.organisation = organisation->n ? organisation->at->value : NULL,
		.next = local_next(next ? next : rq_field(rq, "next")), .carried = carried, .too_long = too_long,
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

/* The same answer, and as many rows written, whether there is such an account or not. */
struct reply
sign_in_link_post(struct rq *rq)
{
	struct link_wish typed = link_wish_read(rq);
	const struct account_key_rows *found;
	bool open;

	if (refused(rq))
		return again(rq);
	found = account_of_key(rq, sign_in_key(rq->arena, typed.email));
	open = answers(rq) && found->n && strcmp(found->at->state, "closed") != 0;
	if (!link_mail(rq, open ? found->at->person : (person_id){ 0 }, open ? found->at->email : NULL, "sign-in", SIGN_IN_MINUTES))
		link_feign(rq, typed.email);
	if (typed.carried)
		return link_sent_page(rq, &(struct link_sent){ .minutes = SIGN_IN_MINUTES, .carried = typed.carried });
	return go(rq, "/sign-in/sent");
}

/* Signed in by a link, in another window: what was typed waits in this one. Only our own page may ask. */
struct reply
carried_post(struct rq *rq)
{
	struct carried_wish typed = carried_wish_read(rq);
	struct reply r = nothing();

	if (!rq->web->from_here)
		end_with(rq, FORBIDDEN, "csrf");
	else if (!refused(rq))
		r = carried_show(rq, typed.carried);
	return r.status || !fine(rq) ? r : go(rq, "/");
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
