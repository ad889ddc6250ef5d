/* link_pages.c: what a mailed link opens. Looking uses nothing up: mail programs look too. */
#include "access/session.h"
#include "access/sign_in.h"
#include "access/pages.h"
#include "access_views.h"

#include <string.h>

static bool
is_good(const struct link_row_rows *l, int64_t now)
{
	return l->n && l->at->ends_at > now && l->at->uses_left > 0 && l->at->account.n
	    && strcmp(l->at->kind, "setup") != 0 && strcmp(l->at->state, "closed") != 0;
}

/* Used, too old or never there: one page for all three. */
static struct reply
gone(struct rq *rq)
{
	struct reply r = link_gone_page(rq, &(struct link_gone){ .setup = 0 });

	if (r.status == 200)
		r.status = 410;
	return r;
}

struct reply
link_get(struct rq *rq)
{
	const char *key = rq->web->words[0];
	const struct link_row_rows *l = link_of(rq, key_digest(rq->arena, key));

	answers(rq);
	if (!is_good(l, rq->now))
		return gone(rq);
	return link_open_page(rq, &(struct link_open){
		.key = key, .kind = l->at->kind, .name = l->at->name, .given = l->at->given });
}

static bool
wants_secret(const struct link_row *l, const struct link_entry *typed)
{
	return strcmp(l->kind, "reset") == 0 || (strcmp(l->kind, "invite") == 0 && typed->password);
}

static struct reply
use(struct rq *rq, const struct link_row *l, bool secret)
{
	rq->door = DOOR_LINK;
	rq->viewer = l->person;
	link_use(rq, key_digest(rq->arena, rq->web->words[0]), rq->now);
	account_open(rq, l->account, l->person);
	if (secret)
		account_secret_put(rq, l->account, l->person, rq->web->slow);
	return session_start(rq, l->account, l->person, NULL);
}

struct reply
link_post(struct rq *rq)
{
	struct link_entry typed = link_entry_read(rq);
	const struct link_row_rows *l = link_of(rq, key_digest(rq->arena, rq->web->words[0]));
	bool secret;

	answers(rq);
	if (!is_good(l, rq->now))
		return gone(rq);
	secret = wants_secret(l->at, &typed);
	if (secret)
		secret_judge(rq, "password", typed.password ? typed.password : "", l->at->name, NULL, rq->web->slow);
	return refused(rq) ? again(rq) : use(rq, l->at, secret);
}
