/* carried.h: what was typed into a form whose session had ended, kept across signing in. Inside access and home. */
#ifndef ACCESS_CARRIED_H
#define ACCESS_CARRIED_H

#include "http/web.h"

/*
 * What this request typed and to which address, sealed, as text for a hidden field; NULL when there is
 * nothing to keep: a page only read, a form from elsewhere, a file, a password, or more than 128 KiB (then *too_long).
 */
const char *carried_seal(struct rq *rq, int64_t *too_long);
/* The page that gives it back: nothing is saved until its button is pressed. status 0: there was nothing in it. */
struct reply carried_show(struct rq *rq, const char *sealed);

#endif
