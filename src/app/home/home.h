/* home.h: the first page of everybody, the frame around pages, and pages of what went wrong. */
#ifndef HOME_HOME_H
#define HOME_HOME_H

#include "access/access.h"

extern const struct route home_routes[];

/* Once at start: the frame's side bar and the views' question to the policy. */
void home_begin(void);
/* For struct house: the page of an outcome that is not FINE. */
struct reply home_outcome(struct rq *rq);

#endif
