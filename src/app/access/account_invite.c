/* account_invite.c: an account begins: its row and its letter. Knows no page. */
#include "access/sign_in.h"
#include "views/views.h"

#include <string.h>

/* Closed before: the same account opens again, with sessions and links of then ended. */
static account_id
account_ready(struct rq *rq, person_id person, const struct account_key_rows *old, const char *key)
{
	account_id id = old->n ? old->at->id : (account_id){ new_id(rq) };

	if (old->n && strcmp(old->at->state, "closed") == 0)
		account_again(rq, id, person);
	else if (!old->n)
		account_make(rq, id, person, key);
	return id;
}

bool
account_invite(struct rq *rq, person_id person)
{
	const struct person_letter_rows *p = person_mail(rq, person);
	const struct account_key_rows *old = account_of_person(rq, person);

	if (!answers(rq) || !p->n || !p->at->email || (old->n && strcmp(old->at->state, "open") == 0))
		return false;
	account_ready(rq, person, old, sign_in_key(rq->arena, p->at->email));
	links_drop(rq, person, "invite");
	return link_mail(rq, person, p->at->email, "invite", INVITE_MINUTES);
}

void
account_invite_hook(struct rq *rq, person_id person, const char *email)
{
	const char *key = sign_in_key(rq->arena, email);

	if (!*key)
		return;
	account_begin(rq, (account_id){ new_id(rq) }, person, key);
	account_follow(rq, person, key);
}

void
account_close_hook(struct rq *rq, person_id person)
{
	account_leave(rq, person);
}

void
import_waits_hook(struct rq *rq, import_run_id run)
{
	const struct head_row_rows *heads = heads_all(rq);

	if (!answers(rq))
		return;
	for (size_t i = 0; i < heads->n; i++)
		head_waiting(rq, (waiting_id){ new_id(rq) }, heads->at[i].person, run, rq->now, rq->today);
}
