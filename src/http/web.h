/*
 * web.h: a request and its reply, routes, and what handlers may use. Knows bytes, paths and
 * fields; no business. Handlers have the shape struct reply f(struct rq *).
 */
#ifndef HTTP_WEB_H
#define HTTP_WEB_H

#include "db/rq.h"

enum method { GET = 1, POST, PUT, DELETE };

struct feed;                    /* http/house.h */

struct reply {
	int status;                     /* 0: nothing said (the outcome decides) */
	const char *type;               /* "text/html; charset=utf-8" … */
	struct blob body;
	const char *goes_to;            /* Location, for 303 */
	const char *file_name;          /* Content-Disposition: attachment, when not NULL */
	const char *set_cookie[3];      /* whole header values, or NULL */
	const struct feed *feed;        /* the reply stays open; type text/event-stream */
	bool keep;                      /* may be cached for ever (assets); else no-store */
};

/* One field of a body (urlencoded, multipart or flattened JSON) or of a query. Names and values
 * are UTF-8 without NUL. JSON: {"a":{"b":1},"c":[{"x":2}]} gives a.b=1, c.0.x=2. */
struct field {
	const char *name, *value;
	struct blob bytes;              /* of an uploaded file; value is then its file name */
	struct field *next;
};

/* A small change that a read leaves behind: made when the read is over, whatever came of it. */
struct later {
	bool (*work)(struct conn *, void *);
	void *arg;
	void (*then)(void *arg, enum fault fault);
};

struct route;
struct web {
	enum method method;
	const char *path;               /* decoded, without base path and query */
	struct field *query, *body;
	bool json_in, json_out, htmx;
	const char *session;            /* session token of the cookie, or NULL */
	const char *bearer;             /* API token, or NULL; then cookies count for nothing */
	const char *peer;               /* address it came from, for rate limits */
	const char *agent;
	const struct route *route;
	int64_t ids[4];                 /* the numbers of :names in the route's path, in order */
	const char *words[4];           /* the same as text (for :key parts that are no number) */
	const char *csrf;               /* token for forms of this page */
	const char *retry;              /* fresh retry key for forms of this page */
	struct later later;             /* work NULL: none */
	void *slow;                     /* what the route's slow part made (a hash) */
	void *subject;                  /* what house.who loaded: access's own struct */
	bool again;                     /* the form page is shown anew with what was typed */
	enum outcome ended;             /* in again and house.outcome: what it came to; rq may ask */
	const char *target;             /* path and query as asked, without base path: for next= */
	const char *host;               /* of the request, judged by the gate */
	const char *told;               /* words code left by tell(), to be shown now; or NULL */
	const char *tell;               /* what tell() leaves for the next page */
	const char *undo;               /* the way back that came with told, as undo_unpack reads it; or NULL */
	const char *tell_undo;          /* what tell_undo() leaves beside tell */
	const char *key;                /* retry key that came with a change, or NULL */
	const char *check;              /* a form is only looked at, for what to say beside this field; or NULL */
	const char *advice;             /* words that would make that field better, though it is right; or NULL */
	bool in_place;                  /* our script sent the form: it goes on by itself, a refusal is put into the page */
	bool from_here;                 /* Sec-Fetch-Site or Origin say: our own pages */
	const char *pre;                /* stands in for a session on sign-in forms */
	const struct kept *kept;        /* drafts of the viewer's, on a DRAFTS page (views/typed.h); or NULL */
};

enum {
	SLOW    = 1,    /* runs on a worker, never on a loop thread */
	LOOK    = 2,    /* a sensitive record: its event is committed before the first byte */
	OPEN    = 4,    /* needs no sign-in (sign-in page, health, links) */
	UPLOAD  = 8,    /* a body up to 64 MiB is taken */
	NO_CSRF = 16,   /* only sign-in by link's GET-like posts of outside; say why beside it */
	DRAFTS  = 32    /* a page with forms that keep drafts (data-draft): they are loaded with it */
};

struct route {
	enum method method;
	const char *path;               /* "/people/:person/goals" */
	struct reply (*run)(struct rq *);
	int may;                        /* capability, access/policy.h */
	int of;                         /* subject kind, access/policy.h */
	unsigned flags;
	struct reply (*again)(struct rq *);     /* the form page, on 422 and 409 */
	void (*before)(struct rq *);    /* slow part of a change, on a worker, no rows: sets web->slow */
};

/* Path numbers by position: web->ids. Typed wrappers are in access/subject.h. */
int64_t rq_number(const struct rq *rq, int place);
const char *rq_query(const struct rq *rq, const char *name);     /* NULL when absent */
const char *rq_field(const struct rq *rq, const char *name);     /* of the body; NULL when absent */
/* The next field whose name begins with prefix (after `from`, NULL to begin), or NULL. */
const struct field *rq_field_like(const struct rq *rq, const char *prefix, const struct field *from);
struct blob rq_file(const struct rq *rq, const char *name, const char **file_name);

struct reply go(struct rq *rq, const char *fmt, ...) __attribute__((format(printf, 2, 3)));  /* 303, address under MERIDIAN_URL's base path */
struct reply again(struct rq *rq);              /* refused: the dispatcher shows route->again */
struct reply reply_bytes(const char *type, struct blob body);
struct reply reply_text(int status, const char *text);
struct reply nothing(void);                     /* status 0 */
/* While a form is looked at for that field: words that would make it better. They never stand in the way; else nothing. */
void advise(struct rq *rq, const char *field, const char *text);
/* Keep a short message for the next page shown to this browser: "Saved." by its words key. */
void tell(struct rq *rq, const char *code);
/* The same with a button to take it back: a form that posts to that address of ours, on the next page and for ten
 * seconds. What stands behind the address judges itself, by undo_is_open, whether it is not too late. */
void tell_undo(struct rq *rq, const char *code, const char *fmt, ...) __attribute__((format(printf, 3, 4)));
/* May what was done then (NONE: never) still be taken back? From undo_ends on it may not: letters are due then. */
bool undo_is_open(int64_t done_at, int64_t now);
int64_t undo_ends(int64_t done_at);

/* next itself when it is a place inside this site ("/…", no other host), else "/". */
const char *local_next(const char *next);

/* Cookies of a session: begin with a fresh token, or end. */
void session_cookie(struct rq *rq, struct reply *r, const char *token);
void session_cookie_end(struct rq *rq, struct reply *r);

/* Settings of the process (settings.c): "MERIDIAN_URL" and so on; NULL when unset
 * (but MERIDIAN_DATABASE_URL and MERIDIAN_LISTEN have defaults). */
const char *setting(const char *name);
int settings_read(const char **why);            /* file and environment; -1: a sentence in *why */
const char *base_path(void);                    /* "" or "/meridian" */
const char *site_url(void);                     /* scheme://host[:port]/base, no slash at the end */
/* 32 bytes made at first start in a 0600 file beside the database; purpose separates uses. */
void server_key(unsigned char key[static 32], const char *purpose);
void sign_key(unsigned char open[static 32], unsigned char secret[static 64]);  /* Ed25519 */
int keys_ready(const char **why);               /* read or made; -1: a sentence in *why */
/* The address of an embedded file, with its hash: "/base/assets/x.css?v=…". */
const char *asset_path(struct rq *rq, const char *name);

#endif
