/* reply.c: the words handlers answer with. */
#include "http/gate.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

const char *
local_next(const char *next)
{
	return path_is_local(next) ? next : "/";
}

/* An address that is no place of ours (a careless next=) becomes the front page. */
struct reply
go(struct rq *rq, const char *fmt, ...)
{
	char path[4096];
	va_list args;
	int n;

	va_start(args, fmt);
	n = vsnprintf(path, sizeof path, fmt, args);
	va_end(args);
	if (n < 0 || n >= (int)sizeof path)
		path[0] = '\0';
	return (struct reply){ .status = 303,
	    .goes_to = arena_print(rq->arena, "%s%s", base_path(), local_next(path)) };
}

struct reply
again(struct rq *rq)
{
	if (rq->outcome == FINE)
		rq->outcome = REFUSED;
	return (struct reply){ .status = 422 };
}

struct reply
reply_bytes(const char *type, struct blob body)
{
	return (struct reply){ .status = 200, .type = type, .body = body };
}

struct reply
reply_text(int status, const char *text)
{
	return (struct reply){ .status = status, .type = "text/plain; charset=utf-8",
	    .body = { text, strlen(text) } };
}

struct reply
nothing(void)
{
	return (struct reply){ 0 };
}

void
advise(struct rq *rq, const char *field, const char *text)
{
	if (rq->web->check && !rq->web->advice && strcmp(field, rq->web->check) == 0)
		rq->web->advice = text;
}

void
tell(struct rq *rq, const char *code)
{
	rq->web->tell = arena_copy(rq->arena, code);
}
