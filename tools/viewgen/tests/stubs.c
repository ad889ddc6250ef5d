/* stubs.c: what pages need of db and http, so that a generated page runs alone in a test. */
#include "http/web.h"

#include <string.h>

const char *
base_path(void)
{
	return "";
}

const char *
asset_path(struct rq *rq, const char *name)
{
	return arena_print(rq->arena, "/assets/%s?v=1", name);
}

struct reply
reply_bytes(const char *type, struct blob body)
{
	return (struct reply){ .status = 200, .type = type, .body = body };
}

struct reply
nothing(void)
{
	return (struct reply){ 0 };
}

const char *
rq_field(const struct rq *rq, const char *name)
{
	for (const struct field *f = rq->web->body; f; f = f->next)
		if (strcmp(f->name, name) == 0)
			return f->value;
	return NULL;
}

bool
refused(const struct rq *rq)
{
	return rq->refusals != NULL;
}

void
refuse_value(struct rq *rq, const char *field, const char *code, const char *value)
{
	struct refusal *r = NEW(rq->arena, struct refusal);

	*r = (struct refusal){ field, code, value, NULL };
	*(rq->last_refusal ? &rq->last_refusal->next : &rq->refusals) = r;
	rq->last_refusal = r;
	if (rq->outcome == FINE)
		rq->outcome = REFUSED;
}

void
refuse(struct rq *rq, const char *field, const char *code)
{
	refuse_value(rq, field, code, NULL);
}

void
end_with(struct rq *rq, enum outcome outcome, const char *why)
{
	if (rq->outcome == FINE || rq->outcome == REFUSED) {
		rq->outcome = outcome;
		rq->why = why;
	}
}
