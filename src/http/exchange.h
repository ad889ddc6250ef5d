/*
 * exchange.h: one request from its first line to its last byte, and the server it is in. For the
 * files of src/http only. An exchange belongs to its loop thread; while it is suspended, to the
 * worker or writer that has it (docs/threads.md).
 */
#ifndef HTTP_EXCHANGE_H
#define HTTP_EXCHANGE_H

#include "base/clock.h"
#include "http/feed.h"
#include "http/gate.h"
#include "http/reaper.h"
#include "http/routes.h"
#include "http/server.h"
#include "http/worker.h"

#include <pthread.h>
#include <stdatomic.h>

struct MHD_Connection;
struct MHD_Daemon;

struct server {
	struct store *store;
	const struct house *house;
	struct routes *ours, *theirs;   /* health and assets; the program's */
	struct pool *pool;
	struct reaper *reaper;
	struct feeds *feeds;            /* NULL when the house has none */
	struct MHD_Daemon *daemon;
	atomic_int turned;              /* the day whose turn is done, as yyyymmdd */
	pthread_mutex_t turning;        /* "turning": held while the day turns */
	pthread_mutex_t lock;           /* "server": the list of suspended exchanges */
	struct exchange *suspended;
	atomic_int present;             /* exchanges alive */
	atomic_long bytes_held;         /* of bodies */
	atomic_bool stopping;
	bool closed;                    /* under lock: nobody may sleep any more */
};

struct exchange {
	struct server *server;
	struct line *line;
	struct MHD_Connection *conn;
	struct arena *arena;            /* lives as long as the exchange */
	struct arena *first, *second;   /* of the attempt; of the page shown after it */
	atomic_int refs;                /* the connection's, and the work's */
	int64_t began;                  /* monotonic microseconds */
	const char *raw;                /* target as it came */
	struct asked *asked;
	struct passed passed;
	struct verdict verdict;
	const struct route *route;
	const char *allow;
	struct web web;                 /* each attempt has a copy */
	char *body;
	size_t body_n, body_room, body_most;
	bool too_large, begun, parsed;
	const char *body_type;
	struct blob digest;             /* of what was asked, for retry keys */
	int64_t now;
	struct day today;
	struct rq *rq;                  /* the last attempt's */
	struct reply reply;
	const char *cookies[2];         /* the server's own: pre, tell */
	const char *see_instead;        /* HX-Redirect */
	bool suspended, abandoned;      /* under server.lock */
	atomic_bool ready;              /* reply may be sent */
	struct exchange *next, *prev;   /* of server.suspended */
	int sent_status;
	size_t sent_bytes;
};

/* exchange.c */
struct exchange *exchange_new(struct server *s, struct line *line, const char *target);
void exchange_drop(struct exchange *x);                 /* one reference less */
bool exchange_body(struct exchange *x, const char *at, size_t n);      /* false: no memory */
bool exchange_suspend(struct exchange *x);              /* before handing it to other threads; false: closed, it has its 503 */
void exchange_close(struct server *s);                  /* the last moments: what still comes is answered on its loop */
void exchange_finish(struct exchange *x);               /* any thread: the reply is there */
void exchange_abandon_all(struct server *s);            /* resume what is suspended, as busy */

/* arrive.c: headers judged, route found, web filled. True: go on and read the body. */
bool exchange_arrive(struct exchange *x);

/* dispatch.c: the life of a request whose body is here; after it ready, or suspended. */
void dispatch(struct exchange *x);

/* attempt.c: one run of a route in a read or change. */
bool attempt_change(struct conn *c, void *exchange);    /* true: keep */
void attempt_read(struct conn *c, void *exchange);
void attempt_bare(struct exchange *x);
bool attempt_before(struct exchange *x);                /* route->before; false: not let in */
bool changes(const struct exchange *x);                 /* else a read (LOOK pages change) */
/* after.c: what is shown when it did not come to FINE. */
void after_attempt(struct exchange *x, enum fault fault, int budget_us);

/* retry.c: the reply of an earlier run of the same; true: x->reply is it, or rq is refused. */
bool retry_answered(struct exchange *x, struct rq *rq);
void retry_remember(struct exchange *x, struct rq *rq);
bool retry_key_is(const char *key);

/* clock.c */
void clock_read(struct server *s, int64_t *now, struct day *today);
bool turn_is_due(struct server *s, struct day today);
void turn_make(struct server *s, struct day today);     /* waits; on a worker */

/* send.c: queues x->reply (or a short text) on the connection. MHD_YES or MHD_NO. */
int send_reply(struct exchange *x);

#endif
