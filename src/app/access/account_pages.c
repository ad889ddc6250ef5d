/* account_pages.c: one's own sign-in: sessions, password, tokens. */
#include "access/pages.h"
#include "access/sign_in.h"
#include "access_views.h"

#include "base/digest.h"

#include <string.h>

/* What a browser says about itself, as two names; whatever it is, it is only a hint. */
static const char *
device_of(struct rq *rq, const char *agent)
{
	static const char *const programs[] = { "Edg", "Firefox", "Chrome", "Safari", "curl", NULL };
	static const char *const systems[] = { "Android", "iPhone", "iPad", "Windows", "Mac OS", "Linux", NULL };
	const char *const *p = programs, *const *s = systems;

	while (agent && *p && !strstr(agent, *p))
		p++;
	while (agent && *s && !strstr(agent, *s))
		s++;
	if (!agent || !*p)
		return words(rq->lang, "account.some_device");
	return *s ? arena_print(rq->arena, "%s, %s", strcmp(*p, "Edg") ? *p : "Edge", *s) : *p;
}

static void
judge(struct rq *rq, struct session_line_rows *sessions)
{
	struct blob here = key_digest(rq->arena, rq->web->session ? rq->web->session : "");

	for (size_t i = 0; i < sessions->n; i++) {
		struct session_line *s = &sessions->at[i];

		s->key = hex_of(rq->arena, s->digest);
		s->here = same_bytes(s->digest, here);
		s->device = device_of(rq, s->agent);
	}
}

struct reply
account_get(struct rq *rq)
{
	struct session_line_rows *sessions = sessions_of(rq, rq->viewer, rq->now);
	struct token_line_rows *tokens = tokens_of(rq, rq->viewer, rq->now);
	const struct account_key_rows *own = account_of_id(rq, rq->account);

	answers(rq);
	judge(rq, sessions);
	return account_page(rq, &(struct account){
		.name = own->n ? own->at->name : "", .email = own->n ? own->at->email : NULL,
		.password = own->n && own->at->secret, .sessions = sessions, .tokens = tokens,
	});
}

struct reply
account_secret_post(struct rq *rq)
{
	struct secret_entry typed = secret_entry_read(rq);
	const struct own_secret *own = rq->web->slow;
	const struct account_key_rows *account = account_of_id(rq, rq->account);

	if (!answers(rq) || refused(rq))
		return again(rq);
	if (!own || !own->right)
		refuse(rq, "old", "refused.secret_old");
	secret_judge(rq, "password", typed.password, account->at->name, account->at->email, own ? own->hash : NULL);
	if (refused(rq))
		return again(rq);
	account_secret_put(rq, rq->account, rq->viewer, own->hash);
	sessions_end_but(rq, key_digest(rq->arena, rq->web->session ? rq->web->session : ""), rq->account);
	tell(rq, "told.password");
	return go(rq, "/account");
}

/* One session, by the digest's hex; with it a stolen browser is shut out on its next request. */
struct reply
account_session_post(struct rq *rq)
{
	struct session_wish typed = session_wish_read(rq);
	struct blob digest;

	if (refused(rq))
		return again(rq);
	if (hex_read(rq->arena, typed.session, &digest) && digest.n == DIGEST_BYTES)
		session_end_own(rq, digest, rq->account, rq->viewer);
	tell(rq, "told.session_ended");
	return go(rq, "/account");
}

struct reply
account_token_post(struct rq *rq)
{
	struct token_wish typed = token_wish_read(rq);
	char *text = arena_take(rq->arena, TOKEN_TEXT);

	if (!refused(rq) && (typed.hours < 1 || typed.hours > TOKEN_MOST_HOURS))
		refuse(rq, "hours", "refused.token_hours");
	if (refused(rq))
		return again(rq);
	token_make(rq, rq->account, rq->viewer, typed.name, strcmp(typed.scopes, "read") == 0 ? "read" : "read write", typed.hours, text);
	return token_made_page(rq, &(struct token_made){ .name = typed.name, .token = text, .hours = typed.hours });
}

struct reply
account_token_end_post(struct rq *rq)
{
	int64_t token = rq_number(rq, 0);

	token_end(rq, (token_id){ token }, rq->account, rq->viewer, rq->now);
	tell_undo(rq, "told.token_ended", "/account/tokens/%lld/keep", (long long)token);
	return go(rq, "/account");
}

/* Takes the end back: a program that was cut off by mistake goes on with the token it has. */
struct reply
account_token_keep_post(struct rq *rq)
{
	token_id token = { rq_number(rq, 0) };
	const struct token_end_row_rows *was = token_ended(rq, token, rq->viewer);

	if (!answers(rq))
		return nothing();
	if (!was->n)
		end_with(rq, ABSENT, "no token of one's own that was ended");
	else if (!undo_is_open(was->at->ended_at, rq->now))
		end_with(rq, CONFLICT, "undo");
	token_keep(rq, token, rq->account, rq->viewer, rq->now);
	tell(rq, "told.token_kept");
	return go(rq, "/account");
}
