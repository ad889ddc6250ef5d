/*
 * feed.h: pages that stay open and are told what is new (server-sent events). Knows connections, sessions as
 * digests, and one number for each; not what it counts. One thread looks for all of them (docs/threads.md).
 */
#ifndef HTTP_FEED_H
#define HTTP_FEED_H

#include "http/house.h"

struct MHD_Connection;
struct MHD_Response;
struct feeds;

enum {
	FEEDS_MOST = 2000,              /* of this node */
	FEEDS_OF_ONE = 8,               /* of one account: a browser has one, whatever its tabs */
	FEED_LOOK_S = 2,                /* how often what moved is looked for */
	FEED_CHECK_S = 5,               /* how often each session is asked after */
	FEED_BEAT_S = 20                /* a sign of life, so that proxies keep the connection */
};

/* house: its feed_moved and feed_check. */
struct feeds *feeds_new(struct store *s, const struct house *h);
/* The reply of a new one; NULL with a status in *refused: too many of all. Of one account the oldest gives way. */
struct MHD_Response *feed_open(struct feeds *f, struct MHD_Connection *conn, const struct feed *wish, int *refused);
/* Stopping: each ends, none is opened any more. Then free, when no connection is left. */
void feeds_end(struct feeds *f);
void feeds_free(struct feeds *f);

#endif
