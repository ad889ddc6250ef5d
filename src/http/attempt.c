/* attempt.c: one run of a route: who asks, may they, is it ours, then the handler. */
#include "http/csrf.h"
#include "http/exchange.h"

#include <string.h>

/* An attempt has its own arena and its own copy of struct web: it may run twice. */
static struct rq *
attempt_new(struct exchange *x, struct arena *a, struct conn *c)
{
	struct rq *rq = rq_new(a, x->server->store, c, x->now, x->today);

	rq->door = x->web.bearer ? DOOR_API : DOOR_WEB;
	rq->web = NEW(a, struct web);
	*rq->web = x->web;
	if (x->web.check)
		stay_dry(rq);
	return rq;
}

static struct rq *
attempt_first(struct exchange *x, struct conn *c)
{
	arena_free(x->first);
	x->first = arena_new();
	x->reply = nothing();
	x->rq = attempt_new(x, x->first, c);
	return x->rq;
}

/* Requests that change by cookie need the token and our own origin (H38). */
static bool
is_let_in(const struct exchange *x)
{
	const struct web *w = &x->web;
	const char *token;

	if (w->bearer || w->method == GET || x->route->flags & NO_CSRF)
		return true;
	token = gate_header(x->arena, x->asked, "x-csrf");
	for (const struct field *f = w->body; f && !token; f = f->next)
		if (strcmp(f->name, "csrf") == 0)
			token = f->value;
	return w->from_here && csrf_matches(token, w->session, w->pre);
}

/* An address that leads nowhere: still, the page says it in the visitor's own frame and language. */
static bool
lost(const struct house *h, struct rq *rq)
{
	static const struct route nowhere = { .method = GET, .path = "-", .flags = OPEN };

	rq->web->route = &nowhere;
	h->who(rq);
	if (answers(rq))
		h->judge(rq);
	end_with(rq, ABSENT, "no route");
	return false;
}

/* True: the handler may run. */
static bool
let_in(struct exchange *x, struct rq *rq)
{
	const struct house *h = x->server->house;

	if (!x->route)
		return lost(h, rq);
	h->who(rq);
	if (!answers(rq))
		return false;
	h->judge(rq);
	if (!answers(rq) || rq->outcome != FINE)
		return false;
	if (!is_let_in(x))
		end_with(rq, FORBIDDEN, "csrf");
	return rq->outcome == FINE;
}

/*
 * A form that is only looked at: its handler runs in a read, in which nothing can change, for what it
 * refuses. Not where a handler is more than reading, asking and judging: files, hashes, sign-in, looks.
 */
static void
look_over(struct exchange *x, struct rq *rq)
{
	const struct route *r = x->route;

	if (r->again && !r->before && !(r->flags & (OPEN | UPLOAD | LOOK)))
		r->run(rq);
	x->reply = nothing();
}

static void
attempt(struct exchange *x, struct conn *c)
{
	struct rq *rq = attempt_first(x, c);
	bool keyed;

	if (!let_in(x, rq))
		return;
	if (x->web.check) {
		look_over(x, rq);
		return;
	}
	keyed = x->web.method != GET && rq->web->key && (rq->account.n || rq->viewer.n);
	if (keyed && retry_answered(x, rq))
		return;
	if (x->web.method == GET && x->route->flags & LOOK)
		x->server->house->looked(rq);   /* first: it goes with what the handler asks; without a page nothing is kept */
	x->reply = x->route->run(rq);
	if (x->web.method != GET && rq->outcome == FINE && x->reply.status < 400)
		x->server->house->done(rq);
	if (keyed && rq->outcome == FINE && x->reply.status < 400)
		retry_remember(x, rq);
	answers(rq);
}

bool
attempt_change(struct conn *c, void *exchange)
{
	struct exchange *x = exchange;

	attempt(x, c);
	return x->rq->outcome == FINE && x->reply.status < 400;
}

void
attempt_read(struct conn *c, void *exchange)
{
	attempt(exchange, c);
}

void
attempt_bare(struct exchange *x)
{
	x->reply = x->route->run(attempt_first(x, NULL));
}

/* Not for a request that will be turned away anyway: a hash costs 64 MiB and a worker. */
bool
attempt_before(struct exchange *x)
{
	struct rq *rq;

	if (!is_let_in(x))
		return false;
	rq = attempt_new(x, x->arena, NULL);
	x->route->before(rq);
	x->web.slow = rq->web->slow;
	return true;
}
