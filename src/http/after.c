/* after.c: what is shown when a run did not come to FINE: the form anew, or the outcome's page. */
#include "base/log.h"
#include "http/body.h"
#include "http/cookie.h"
#include "http/exchange.h"

#include <string.h>

static const struct { int status; const char *text; } faces[] = {
	[FINE]      = { 200, "" },
	[REFUSED]   = { 422, "Something in the form is not right." },
	[CONFLICT]  = { 409, "Somebody else was faster. Look again, then decide." },
	[ABSENT]    = { 404, "There is no such page." },
	[FORBIDDEN] = { 403, "This is not yours to do." },
	[SIGN_IN]   = { 401, "Please sign in." },
	[BUSY]      = { 503, "Too much is going on. Please try again." },
	[BROKEN]    = { 500, "Something broke. It is in the log." },
	[SLOW_READ] = { 500, "This took too long." },
};

static enum outcome
outcome_of(enum fault fault)
{
	switch (fault) {
	case FAULT_NONE:
		return FINE;
	case FAULT_BUSY:
		return BUSY;
	case FAULT_TAKEN:
		return CONFLICT;
	default:
		return BROKEN;
	}
}

/* The second run knows what the first learnt, and may ask again. */
static struct rq *
second_new(struct exchange *x, struct conn *c)
{
	const struct rq *was = x->rq;
	struct rq *rq;

	arena_free(x->second);
	x->second = arena_new();
	rq = rq_new(x->second, x->server->store, c, x->now, x->today);
	rq->door = was->door;
	rq->viewer = was->viewer;
	rq->account = was->account;
	rq->behalf = was->behalf;
	rq->lang = was->lang;
	rq->zone = was->zone;
	rq->wide = was->wide;
	rq->why = was->why;
	rq->web = NEW(x->second, struct web);
	*rq->web = *was->web;
	rq->web->ended = was->outcome;
	for (const struct refusal *r = was->refusals; r; r = r->next)
		if (!x->web.check || strcmp(r->field, x->web.check) == 0)
			refuse_value(rq, r->field, r->code, r->value);
	return rq;
}

static bool
lives(const struct rq *rq)
{
	return rq->outcome == FINE || rq->outcome == REFUSED;
}

static void
show_again(struct conn *c, void *exchange)
{
	struct exchange *x = exchange;
	struct rq *rq = second_new(x, c);

	rq->web->again = true;
	x->reply = x->route->again(rq);
	answers(rq);
	if (!lives(rq))
		x->reply = nothing();
}

static void
show_outcome(struct conn *c, void *exchange)
{
	struct exchange *x = exchange;
	struct rq *rq = second_new(x, c);

	x->reply = x->server->house->outcome(rq);
	answers(rq);
	if (!lives(rq))
		x->reply = nothing();
}

static void
show_sign_in(struct exchange *x)
{
	const char *next = x->web.method == GET ? x->web.target : "/";
	const char *where = arena_print(x->arena, "%s/sign-in?next=%s", base_path(),
	    percent_encode(x->arena, local_next(next)));

	if (x->web.htmx) {
		x->reply = reply_text(401, faces[SIGN_IN].text);
		x->see_instead = where;
		return;
	}
	x->reply = (struct reply){ .status = 303, .goes_to = where };
}

/* A form of ours whose session has ended: the sign-in page comes at once, with what was typed. */
static bool
keeps_words(const struct exchange *x)
{
	return x->web.method != GET && x->web.from_here && !x->web.htmx && x->rq->web->body;
}

static void
say_cause(const struct exchange *x)
{
	const char *route = x->route ? x->route->path : "-";

	if (x->rq->outcome == BROKEN || x->rq->outcome == SLOW_READ)
		log_fault("request.broken", "route=%s why=%s", route, x->rq->why ? x->rq->why : "-");
}

static void
show(struct exchange *x, int budget_us)
{
	enum outcome o = x->rq->outcome;
	bool form = (o == REFUSED || o == CONFLICT) && x->route && x->route->again && !x->web.json_out;
	enum fault fault;

	if (o == SIGN_IN && !x->web.json_out && !keeps_words(x)) {
		show_sign_in(x);
		return;
	}
	x->reply = nothing();
	fault = store_read(x->server->store, form ? show_again : show_outcome, x, budget_us);
	if (fault != FAULT_NONE || !x->reply.status)
		x->reply = reply_text(faces[o].status, faces[o].text);
	x->reply.status = faces[o].status;
	x->reply.goes_to = NULL;
}

/* Nothing is wrong there; what would make it better, for a script to show. */
static struct reply
say_advice(struct exchange *x)
{
	struct out o;
	struct reply r;

	if (!x->rq->web->advice)
		return (struct reply){ .status = 204 };
	out_init(&o, x->arena);
	put(&o, "{\"advice\":");
	put_json_text(&o, x->rq->web->advice);
	put(&o, "}");
	r = reply_bytes("application/json", (struct blob){ o.at, o.n });
	return r;
}

/* What a look at a form came to: what is refused beside the field asked about, for a script to show. */
static void
say_looked(struct exchange *x)
{
	enum outcome o = x->rq->outcome;
	bool beside = false;

	for (const struct refusal *r = x->rq->refusals; r; r = r->next)
		beside = beside || strcmp(r->field, x->web.check) == 0;
	x->rq->web->json_out = x->web.json_out = true;
	if (o == ABSENT || o == FORBIDDEN || o == SIGN_IN || (o == REFUSED && beside))
		show(x, 0);
	else
		x->reply = say_advice(x);
}

/* A form our script sent: the script goes where a browser would. */
static void
go_in_place(struct exchange *x)
{
	if (!x->web.in_place || x->web.json_out || x->reply.status != 303)
		return;
	x->see_instead = x->reply.goes_to;
	x->reply = (struct reply){ .status = 204, .set_cookie = { x->reply.set_cookie[0], x->reply.set_cookie[1], x->reply.set_cookie[2] } };
}

/* The message of tell() goes with the reply that sends on; once shown it is taken back. */
static void
tell_cookie(struct exchange *x)
{
	const struct web *w = x->rq->web;

	if (w->tell && x->reply.status < 400)
		x->cookies[1] = cookie_out(x->arena, site_ours(), "tell",
		    w->tell_undo ? arena_print(x->arena, "%s~%s", w->tell, w->tell_undo) : w->tell, 60);
	else if (w->told && w->method == GET && x->reply.status == 200 && !w->htmx && !w->json_out)
		x->cookies[1] = cookie_out(x->arena, site_ours(), "tell", "", 0);
}

void
after_attempt(struct exchange *x, enum fault fault, int budget_us)
{
	if (!x->rq) {
		x->verdict = (struct verdict){ fault == FAULT_BUSY ? 503 : 500, "the database did not begin" };
		log_fault("request.broken", "route=%s why=db.begin", x->route ? x->route->path : "-");
		return;
	}
	if (x->web.check && fault == FAULT_NONE) {
		say_looked(x);
		return;
	}
	if (x->rq->outcome == FINE && fault != FAULT_NONE)
		end_with(x->rq, outcome_of(fault), "db.fault");
	if (x->rq->outcome == FINE) {
		if (!x->reply.status)
			x->reply.status = 204;
	} else {
		say_cause(x);
		show(x, budget_us);
	}
	tell_cookie(x);
	go_in_place(x);
}
