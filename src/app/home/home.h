/* home.h: the first page of everybody, the frame around pages, and pages of what went wrong. */
#ifndef HOME_HOME_H
#define HOME_HOME_H

#include "access/access.h"
#include "views/find.h"

extern const struct route home_routes[];

/* calendar_pages.c: one calendar: the programme's days and one's own. */
struct reply calendar_get(struct rq *rq);
struct reply calendar_file_get(struct rq *rq);

/* mine_pages.c: what is kept about the viewer. */
struct reply mine_get(struct rq *rq);
struct reply mine_file_get(struct rq *rq);

/* What modules find for /find; NULL-ended. Set at start. */
extern const struct finder *const *home_finders;

/* Once at start: the frame's side bar and the views' question to the policy. */
void home_begin(void);
/* For struct house: the page of an outcome that is not FINE. */
struct reply home_outcome(struct rq *rq);

#endif
