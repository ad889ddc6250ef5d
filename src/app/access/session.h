/* session.h: a session begins. Inside access only. */
#ifndef ACCESS_SESSION_H
#define ACCESS_SESSION_H

#include "access/access.h"

/* Signs the person in and goes to `next` (NULL or foreign: home). The account must be open, else a conflict. */
struct reply session_start(struct rq *rq, account_id account, person_id person, const char *next);

#endif
