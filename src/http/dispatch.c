/* dispatch.c: the life of a request whose body is here: on which thread it runs, and as what. */
#include "http/body.h"
#include "http/exchange.h"
#include "http/rate.h"

#include <sodium.h>
#include <string.h>

enum { BUDGET_US = 5000 };              /* of a read on a loop thread (H1) */

bool
changes(const struct exchange *x)
{
	if (!x->route || x->route->flags & BARE || x->web.check)
		return false;
	return x->route->method != GET || x->route->flags & LOOK;
}

static bool
is_form(const struct exchange *x)
{
	return x->route && x->route->method != GET;
}

/* The digest of what was asked, without what is new in every form. */
static void
digest_asked(struct exchange *x)
{
	unsigned char *out = arena_take(x->arena, crypto_hash_sha256_BYTES);
	crypto_hash_sha256_state state;

	crypto_hash_sha256_init(&state);
	crypto_hash_sha256_update(&state, (const void *)x->web.path, strlen(x->web.path) + 1);
	for (const struct field *f = x->web.body; f; f = f->next) {
		if (strcmp(f->name, "csrf") == 0 || strcmp(f->name, "retry") == 0)
			continue;
		crypto_hash_sha256_update(&state, (const void *)f->name, strlen(f->name) + 1);
		crypto_hash_sha256_update(&state, (const void *)f->value, strlen(f->value) + 1);
		if (f->bytes.at)
			crypto_hash_sha256_update(&state, f->bytes.at, f->bytes.n);
	}
	crypto_hash_sha256_final(&state, out);
	x->digest = (struct blob){ out, crypto_hash_sha256_BYTES };
}

static const char *
field_of(const struct exchange *x, const char *name)
{
	const struct field *f = x->web.body;

	while (f && strcmp(f->name, name) != 0)
		f = f->next;
	return f ? f->value : NULL;
}

/* True when the body was read; else x->verdict says why not. */
static bool
read_body(struct exchange *x)
{
	const char *key;
	int status;

	if (x->parsed || !is_form(x))
		return true;
	x->parsed = true;
	status = body_read(x->arena, x->body_type, (struct blob){ x->body ? x->body : "", x->body_n },
	    &x->web.body);
	if (status)
		x->verdict = (struct verdict){ status, "a body we do not read" };
	if (status)
		return false;
	digest_asked(x);
	key = gate_header(x->arena, x->asked, "idempotency-key");
	x->web.key = key ? key : field_of(x, "retry");
	if (x->web.key && !retry_key_is(x->web.key))
		x->verdict = (struct verdict){ 400, "a retry key of odd letters or length" };
	return x->verdict.status == 0;
}

/* On SQLite the writer has it; on PostgreSQL this is a worker whose connection is back in the pool. */
static void
leave_later(struct exchange *x)
{
	const struct later *l = x->rq ? &x->rq->web->later : NULL;

	if (l && l->work)
		store_change_later(x->server->store, l->work, l->arg, l->then);
}

/* True when done; false: too slow for here. */
static bool
read_page(struct exchange *x, int budget_us)
{
	enum fault fault = FAULT_NONE;

	x->rq = NULL;
	fault = store_read(x->server->store, attempt_read, x, budget_us);
	leave_later(x);
	if (budget_us && (fault == FAULT_SLOW || (x->rq && x->rq->outcome == SLOW_READ)))
		return false;
	after_attempt(x, fault, budget_us);
	return true;
}

/* The page of what came of a change is made in a read, on a worker. */
static void
show_change(void *arg)
{
	struct exchange *x = arg;

	after_attempt(x, FAULT_NONE, 0);
	exchange_finish(x);
}

static void
changed(void *arg, enum fault fault)
{
	struct exchange *x = arg;

	if (fault == FAULT_NONE && x->rq && x->rq->outcome == FINE) {
		after_attempt(x, fault, 0);     /* nothing to ask */
		exchange_finish(x);
		return;
	}
	if (x->rq && x->rq->outcome == FINE)
		end_with(x->rq, fault == FAULT_BUSY ? BUSY : fault == FAULT_TAKEN ? CONFLICT : BROKEN,
		    "db.commit");
	if (x->rq && pool_give(x->server->pool, LANE_WORK, show_change, x))
		return;
	x->verdict = (struct verdict){ fault == FAULT_BROKEN ? 500 : 503, "no worker is free" };
	exchange_finish(x);
}

static void
change(struct exchange *x)
{
	struct server *s = x->server;

	x->rq = NULL;
	if (store_engine(s->store) == SQLITE)
		store_change_later(s->store, attempt_change, x, changed);
	else
		changed(x, store_change(s->store, attempt_change, x));
}

/* On a worker. */
static void
there(void *arg)
{
	struct exchange *x = arg;

	if (turn_is_due(x->server, x->today))
		turn_make(x->server, x->today);
	if (!read_body(x)) {
		exchange_finish(x);
	} else if (x->route && x->route->flags & BARE) {
		attempt_bare(x);
		exchange_finish(x);
	} else if (!changes(x)) {       /* a page, or a form that is only looked at */
		read_page(x, 0);
		exchange_finish(x);
	} else {
		if (x->route->before)
			attempt_before(x);
		change(x);
	}
}

static void
hand_over(struct exchange *x)
{
	enum lane lane = x->route && x->route->before ? LANE_HASH : LANE_WORK;

	if (!exchange_suspend(x))
		return;
	if (pool_give(x->server->pool, lane, there, x))
		return;
	x->verdict = (struct verdict){ 503, "no worker is free" };
	exchange_finish(x);
}

/* H1: what may not run on a loop thread. */
static bool
belongs_there(const struct exchange *x)
{
	if (x->route && x->route->flags & BARE)
		return x->route->flags & SLOW;
	if (store_engine(x->server->store) != SQLITE || turn_is_due(x->server, x->today))
		return true;
	return x->route && (x->route->flags & (SLOW | UPLOAD) || x->route->before);
}

/* True when the reply is there; false: suspended, or refused because the server stops. */
static bool
here(struct exchange *x)
{
	if (!read_body(x))
		return true;
	if (x->route && x->route->flags & BARE) {
		attempt_bare(x);
		return true;
	}
	if (changes(x)) {
		if (exchange_suspend(x))
			change(x);
		return false;
	}
	if (read_page(x, BUDGET_US))
		return true;
	hand_over(x);
	return false;
}

void
dispatch(struct exchange *x)
{
	clock_read(x->server, &x->now, &x->today);
	if (x->too_large)
		x->verdict = (struct verdict){ 413, "a body too large" };
	else if (x->allow)
		x->verdict = (struct verdict){ 405, "not this method here" };
	else if (x->web.check && !rate_allows(x->web.session ? x->web.session : "", x->now))
		x->verdict = (struct verdict){ 429, "too many checks" };
	if (!x->verdict.status) {
		if (belongs_there(x)) {
			hand_over(x);
			return;
		}
		if (!here(x))
			return;
	}
	atomic_store(&x->ready, true);
}
