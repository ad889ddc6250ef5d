/* arrive.c: a request's head is here: judge it, find its route, fill struct web. */
#include "base/chance.h"
#include "http/body.h"
#include "http/cookie.h"
#include "http/csrf.h"
#include "http/exchange.h"
#include "http/wants.h"

#include <string.h>
#include <strings.h>

static void
find_route(struct exchange *x)
{
	struct found f = route_find(x->arena, x->server->ours, x->passed.method, x->passed.path);

	if (!f.route && !f.allow)
		f = route_find(x->arena, x->server->theirs, x->passed.method, x->passed.path);
	x->route = f.route;
	x->allow = f.allow;
	memcpy(x->web.ids, f.ids, sizeof f.ids);
	memcpy(x->web.words, f.words, sizeof f.words);
}

/* A code of the words files, and after ~ the way back. */
static void
read_told(struct exchange *x, const char *cookie)
{
	size_t n = cookie ? strspn(cookie, "abcdefghijklmnopqrstuvwxyz0123456789_.-") : 0;

	if (n == 0 || (cookie[n] != '\0' && cookie[n] != '~'))
		return;
	x->web.told = arena_copy_n(x->arena, cookie, n);
	x->web.undo = cookie[n] ? cookie + n + 1 : NULL;
}

/* "Bearer x" is a token; with any Authorization header cookies count for nothing (H16). */
static void
read_who(struct exchange *x)
{
	const char *authorization = gate_header(x->arena, x->asked, "authorization");
	const struct site *s = site_ours();

	if (authorization) {
		if (strncasecmp(authorization, "Bearer ", 7) == 0 && authorization[7])
			x->web.bearer = authorization + 7 + strspn(authorization + 7, " ");
		return;
	}
	x->web.session = cookie_in(x->arena, x->asked, cookie_name(x->arena, s, "meridian"));
	x->web.pre = cookie_in(x->arena, x->asked, cookie_name(x->arena, s, "meridian-pre"));
	read_told(x, cookie_in(x->arena, x->asked, cookie_name(x->arena, s, "tell")));
}

static void
fill_web(struct exchange *x)
{
	struct web *w = &x->web;
	const char *peer = line_peer(x->line);

	w->method = x->passed.method;
	w->path = x->passed.path;
	w->query = x->passed.query;
	w->target = x->passed.target;
	w->host = x->passed.host;
	w->route = x->route;
	read_who(x);
	x->body_type = gate_header(x->arena, x->asked, "content-type");
	w->json_in = body_is_json(x->body_type);
	w->json_out = wants_json(gate_header(x->arena, x->asked, "accept"), w->bearer != NULL);
	w->htmx = gate_header(x->arena, x->asked, "hx-request") != NULL;
	w->in_place = gate_header(x->arena, x->asked, "meridian-form") != NULL;
	w->check = w->method == GET ? NULL : gate_header(x->arena, x->asked, "meridian-check");
	w->agent = gate_header(x->arena, x->asked, "user-agent");
	w->peer = true_peer(x->arena, setting("MERIDIAN_TRUSTED_PROXIES"), peer,
	    gate_header(x->arena, x->asked, "x-forwarded-for"));
	w->from_here = csrf_from_here(x->arena, x->asked, site_ours(), x->passed.host);
}

/* What forms of this page need. A visitor without session gets a pre cookie on OPEN pages. */
static void
fill_forms(struct exchange *x)
{
	struct web *w = &x->web;
	char *random;

	if (w->bearer || !x->route || x->route->flags & BARE)
		return;
	if (!w->session && !w->pre && (x->route->flags & OPEN || w->method != GET)) {
		random = arena_take(x->arena, 33);
		chance_hex(random, 16);
		w->pre = random;
		x->cookies[0] = cookie_out(x->arena, site_ours(), "meridian-pre", random, -1);
	}
	w->csrf = csrf_token(x->arena, w->session, w->pre);
	random = arena_take(x->arena, 33);
	chance_hex(random, 16);
	w->retry = random;
}

static void
judge_size(struct exchange *x)
{
	bool uploads = x->route && x->route->flags & UPLOAD;

	x->body_most = uploads ? UPLOAD_MOST : BODY_MOST;
	if (x->passed.length > (int64_t)x->body_most)
		x->verdict = (struct verdict){ 413, "a body too large" };
	else if (uploads)
		line_uploads(x->server->reaper, x->line);
}

bool
exchange_arrive(struct exchange *x)
{
	struct ours ours = {
		.host = site_is_set() ? site_ours()->host : NULL,
		.base = base_path(),
		.behind_proxy = is_trusted(setting("MERIDIAN_TRUSTED_PROXIES"), line_peer(x->line)),
	};

	x->verdict = gate_judge(x->arena, x->asked, &ours, &x->passed);
	if (x->verdict.status)
		return false;
	find_route(x);
	fill_web(x);
	judge_size(x);
	if (x->verdict.status)
		return false;
	fill_forms(x);
	return true;
}
