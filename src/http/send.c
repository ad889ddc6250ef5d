/* send.c: a reply's bytes and headers, given to libmicrohttpd. */
#include "base/log.h"
#include "http/body.h"
#include "http/exchange.h"
#include "http/pack.h"

#include <microhttpd.h>
#include <stdio.h>
#include <string.h>

enum { PACK_LEAST = 1024 };

static const char *const always[][2] = {
	{ "Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; "
	    "img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
	    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'" },
	{ "X-Content-Type-Options", "nosniff" },
	{ "Referrer-Policy", "same-origin" },
	{ "Cross-Origin-Opener-Policy", "same-origin" },
};

static void
add(struct MHD_Response *r, const char *name, const char *value)
{
	if (value && MHD_add_response_header(r, name, value) != MHD_YES)
		log_fault("reply.header", "name=%s refused=1", name);
}

/* Plain letters for old readers, the true name encoded beside it. */
static const char *
disposition(struct arena *a, const char *file_name)
{
	char *plain = arena_copy(a, file_name);

	for (char *c = plain; *c; c++)
		if (*c < ' ' || *c > '~' || *c == '"' || *c == '\\' || *c == '/')
			*c = '_';
	return arena_print(a, "attachment; filename=\"%s\"; filename*=UTF-8''%s", plain,
	    percent_encode(a, file_name));
}

static void
add_headers(struct exchange *x, const struct reply *r, struct MHD_Response *to)
{
	for (size_t i = 0; i < COUNT(always); i++)
		add(to, always[i][0], always[i][1]);
	add(to, "Content-Type", r->type);
	add(to, "Cache-Control", r->keep ? "public, max-age=31536000, immutable" : "no-store");
	add(to, "Vary", r->keep ? "Accept-Encoding" : "Accept, Cookie, Authorization, Accept-Encoding");
	add(to, "Location", r->goes_to);
	if (r->file_name)
		add(to, "Content-Disposition", disposition(x->arena, r->file_name));
	for (size_t i = 0; i < COUNT(r->set_cookie) && !r->keep; i++)
		add(to, "Set-Cookie", r->set_cookie[i]);
	if (r->status == 405)
		add(to, "Allow", x->allow ? x->allow : "GET, HEAD, POST, PUT, DELETE");
	if (r->status == 401)
		add(to, "WWW-Authenticate", "Bearer");
	if (r->status == 503)
		add(to, "Retry-After", "1");
	if (atomic_load(&x->server->stopping))
		add(to, "Connection", "close");
}

/* What the exchange itself adds; not to be looked at while another thread still has it. */
static void
add_own_headers(const struct exchange *x, const struct reply *r, struct MHD_Response *to)
{
	add(to, "HX-Redirect", x->see_instead);
	for (size_t i = 0; i < COUNT(x->cookies) && !r->keep; i++)
		add(to, "Set-Cookie", x->cookies[i]);
	/* Where the next request begins is in doubt after a malformed one. */
	if (x->verdict.status && !atomic_load(&x->server->stopping))
		add(to, "Connection", "close");
}

static const char *
status_words(int status)
{
	switch (status) {
	case 400: return "The request is not well formed.\n";
	case 404: return "There is no such page.\n";
	case 405: return "This address does not take that method.\n";
	case 413: return "That is too large.\n";
	case 415: return "That kind of content is not read here.\n";
	case 421: return "This server does not answer for that host.\n";
	case 503: return "Too much is going on. Please try again.\n";
	default: return "The request cannot be answered.\n";
	}
}

/* What the gate, the readers or a full pool said, in a line of text. */
static struct reply
short_reply(const struct exchange *x, int status)
{
	struct reply r = reply_text(status, status_words(status));

	if (x->web.json_out) {
		const char *text = arena_print(x->arena, "{\"type\":\"about:blank\",\"status\":%d}", status);

		r.type = "application/problem+json";
		r.body = (struct blob){ text, strlen(text) };
	}
	return r;
}

static struct blob
packed(struct exchange *x, const struct reply *r, const char **coding)
{
	enum coding wanted;
	struct blob out;

	if (r->body.n <= PACK_LEAST || !pack_suits(r->type))
		return r->body;
	wanted = wants_coding(gate_header(x->arena, x->asked, "accept-encoding"));
	if (!pack(x->arena, wanted, r->body, &out))
		return r->body;
	*coding = wanted == ZSTD ? "zstd" : "gzip";
	return out;
}

/* A reply that stays open. Too many are open: an ordinary short one. */
static int
send_feed(struct exchange *x, const struct reply *r)
{
	int status = 503;
	struct MHD_Response *to = x->server->feeds ? feed_open(x->server->feeds, x->conn, r->feed, &status) : NULL;
	enum MHD_Result queued;

	if (!to) {
		x->reply = reply_text(status, status_words(status));
		return send_reply(x);
	}
	add_headers(x, r, to);
	add(to, "X-Accel-Buffering", "no");
	add_own_headers(x, r, to);
	x->sent_status = r->status;
	queued = MHD_queue_response(x->conn, (unsigned)r->status, to);
	MHD_destroy_response(to);
	return queued;
}

/* While abandoned a worker may still write x->reply: it is not looked at. */
int
send_reply(struct exchange *x)
{
	struct reply r;
	struct MHD_Response *to;
	const char *coding = NULL;
	struct blob body;
	enum MHD_Result queued;

	r = x->abandoned ? reply_text(503, status_words(503))
	    : x->verdict.status ? short_reply(x, x->verdict.status) : x->reply;
	if (r.feed)
		return send_feed(x, &r);
	if (!r.status)
		r = reply_text(500, "Nothing was said.\n");
	body = x->abandoned ? r.body : packed(x, &r, &coding);
	to = MHD_create_response_from_buffer(body.n, (void *)(uintptr_t)body.at,
	    MHD_RESPMEM_PERSISTENT);
	if (!to)
		return MHD_NO;
	add_headers(x, &r, to);
	add(to, "Content-Encoding", coding);
	if (!x->abandoned)
		add_own_headers(x, &r, to);
	x->sent_status = r.status;
	x->sent_bytes = body.n;
	queued = MHD_queue_response(x->conn, (unsigned)r.status, to);
	MHD_destroy_response(to);
	return queued;
}
