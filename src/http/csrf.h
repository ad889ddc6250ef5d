/* csrf.h: did our own page send this? Knows tokens and two headers; no rows. */
#ifndef HTTP_CSRF_H
#define HTTP_CSRF_H

#include "http/gate.h"
#include "http/settings.h"

/* A token for the browser that holds this session (or, without one, this pre cookie): a fresh
 * mask each time, so that compression tells nothing. */
const char *csrf_token(struct arena *a, const char *session, const char *pre);
bool csrf_matches(const char *token, const char *session, const char *pre);
/* Sec-Fetch-Site is same-origin or none; without it, Origin is ours. host: of the request, used
 * when MERIDIAN_URL is not set. */
bool csrf_from_here(struct arena *a, const struct asked *q, const struct site *s, const char *host);

#endif
