/* house.h: what the program above gives the server: its routes, who asks, what came of it. Knows no business. */
#ifndef HTTP_HOUSE_H
#define HTTP_HOUSE_H

#include "http/web.h"

/* A page that stays open and is told one number whenever it changes (http/feed.h). */
struct feed {
	account_id account;
	person_id person;
	struct blob digest;             /* of the session it lives by */
	int64_t count;
	bool lives;                     /* house.feed_check says so */
	uint64_t key;                   /* the server's */
};
struct feed_person {
	person_id person;
};

/* What the program above gives the server. */
struct house {
	const struct route *const *routes;      /* lists ended by method 0; list of lists by NULL */
	/* Queue the asks that tell who and what about; then judge: set viewer … subject, or end with SIGN_IN, ABSENT … */
	void (*who)(struct rq *);
	void (*judge)(struct rq *);
	void (*looked)(struct rq *);    /* before a LOOK page is made: that it is seen, committed with it */
	void (*done)(struct rq *);      /* in a change by a form that succeeded, before it is committed */
	/* The page of an outcome that is not FINE (HTML in the layout, or problem+json). */
	struct reply (*outcome)(struct rq *);
	const char *(*readiness)(struct store *);       /* NULL when ready; else what is missing */
	/* The organisation's day at an instant, from any thread; NULL: the day in UTC. */
	struct day (*day)(int64_t now);
	/* For pages that stay open: whose number may have changed since (many: too many to name), and, for each of
	 * those, whether its session lives and the number. On the feeds' thread, in a read. */
	struct feed_person *(*feed_moved)(struct rq *, int64_t since, size_t *n, bool *many);
	void (*feed_check)(struct rq *, struct feed *at, size_t n);
	/* A change of the day: called once before the first request of a new day (turn of the day). */
	void (*turn)(struct store *, struct day today);
};

#endif
