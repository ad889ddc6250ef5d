/* retry.c: the same change sent twice is made once (H8). */
#include "base/digest.h"
#include "http/exchange.h"
#include "http_queries.h"

#include <string.h>

enum { KEY_MOST = 64 };
static const int64_t day_us = INT64_C(86400000000);

bool
retry_key_is(const char *key)
{
	size_t n = strspn(key, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_");

	return n > 0 && n <= KEY_MOST && key[n] == '\0';
}

/* A guest by link has no account: then the key is the link's person's. */
static account_id
owner(const struct rq *rq)
{
	return rq->account.n ? rq->account : (account_id){ rq->viewer.n };
}

bool
retry_answered(struct exchange *x, struct rq *rq)
{
	const struct retry_row_rows *rows =
	    retry_of(rq, owner(rq), rq->web->key, rq->now - day_us);
	const struct retry_row *was;

	if (!answers(rq))
		return true;
	if (rows->n == 0)
		return false;
	was = &rows->at[0];
	if (strcmp(was->route, x->route->path) != 0 || !same_bytes(was->digest, x->digest)) {
		refuse(rq, "", "refused.retry_other");
		return true;
	}
	x->reply = (struct reply){ .status = (int)was->status };
	if (was->goes_to && *was->goes_to)
		x->reply.goes_to = arena_copy(rq->arena, was->goes_to);
	return true;
}

void
retry_remember(struct exchange *x, struct rq *rq)
{
	int status = x->reply.status ? x->reply.status : 204;

	retry_keep(rq, owner(rq), rq->web->key, x->route->path, x->digest, rq->now, status,
	    x->reply.goes_to ? x->reply.goes_to : "");
}
