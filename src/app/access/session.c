/* session.c: sessions and tokens begin: fresh keys, kept as digests. Knows no page. */
#include "access/access.h"
#include "access/session.h"

#include "base/chance.h"

#include <string.h>

static const int64_t HOUR = INT64_C(3600) * 1000000;
enum { SESSION_HOURS = 7 * 24, AGENT_MOST = 200 };

/* Browsers may say anything about themselves; it is kept short. */
static const char *
agent_of(struct rq *rq)
{
	const char *agent = rq->web ? rq->web->agent : NULL;

	return agent ? arena_copy_n(rq->arena, agent, strnlen(agent, AGENT_MOST)) : NULL;
}

struct reply
session_start(struct rq *rq, account_id account, person_id person, const char *next)
{
	struct reply r;
	char *token = arena_take(rq->arena, TOKEN_TEXT);

	chance_hex(token, 32);
	rq->viewer = person;
	rq->account = account;
	session_begin(rq, key_digest(rq->arena, token), account, person, rq->now, rq->now + SESSION_HOURS * HOUR, agent_of(rq));
	account_seen(rq, account, rq->today);
	r = go(rq, "%s", local_next(next));
	session_cookie(rq, &r, token);
	return r;
}

void
token_make(struct rq *rq, account_id account, person_id person, const char *name, const char *scopes, int64_t hours,
    char text[static TOKEN_TEXT])
{
	token_id id = { new_id(rq) };

	chance_hex(text, 32);
	token_add(rq, id, key_digest(rq->arena, text), account, person, name, scopes, rq->now, rq->now + hours * HOUR);
}

bool
token_make_for(struct rq *rq, const char *email, const char *name, int64_t hours, char text[static TOKEN_TEXT])
{
	const struct account_key_rows *found = account_of_key(rq, sign_in_key(rq->arena, email));

	if (!answers(rq) || found->n == 0 || strcmp(found->at->state, "open") != 0)
		return false;
	token_make(rq, found->at->id, found->at->person, name, "read write", hours, text);
	return answers(rq);
}
