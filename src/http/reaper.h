/* reaper.h: closes connections whose request does not come to an end. Knows sockets and times. */
#ifndef HTTP_REAPER_H
#define HTTP_REAPER_H

#include "base/base.h"

struct reaper;
struct line;            /* one connection */

struct reaper *reaper_new(int64_t (*steady)(void));
void reaper_free(struct reaper *r);
/* Stopping: what has not come whole by now is not waited for; nothing of it was begun. */
void reaper_hurry(struct reaper *r);

struct line *line_open(struct reaper *r, int fd, bool is_tcp);
void line_close(struct reaper *r, struct line *l);      /* before the socket is closed */
void line_begins(struct reaper *r, struct line *l);     /* a request's first line is here */
void line_uploads(struct reaper *r, struct line *l);    /* judge it by its rate */
void line_got(struct reaper *r, struct line *l, size_t n);
void line_whole(struct reaper *r, struct line *l);      /* the request is complete */
void line_idle(struct reaper *r, struct line *l);       /* answered: waits for the next */
/* What the connection carries now (the loop thread's own). */
void line_carry(struct line *l, void *what);
void *line_carries(const struct line *l);
const char *line_peer(const struct line *l);
void line_name(struct line *l, const char *peer);

#endif
