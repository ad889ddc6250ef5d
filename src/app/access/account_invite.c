/* account_invite.c: an account begins: its row and its letter. Knows no page. */
#include "access/sign_in.h"
#include "views/views.h"

#include <string.h>

/* Closed before: the same account opens again, with sessions and links of then ended. */
static account_id
account_ready(struct rq *rq, person_id person, const struct account_key_rows *old, const char *key)
{
	account_id id = old->n ? old->at->id : (account_id){ new_id(rq) };

	if (old->n)
		account_again(rq, id, person);
	else
		account_make(rq, id, person, key);
	return id;
}

bool
account_invite(struct rq *rq, person_id person)
{
	const struct person_letter_rows *p = person_mail(rq, person);
	const struct account_key_rows *old = account_of_person(rq, person);

	if (!answers(rq) || !p->n || !p->at->email || (old->n && strcmp(old->at->state, "closed") != 0))
		return false;
	account_ready(rq, person, old, sign_in_key(rq->arena, p->at->email));
	links_drop(rq, person, "invite");
	return link_mail(rq, person, p->at->email, "invite", INVITE_MINUTES);
}
