/* cookie.h: cookies in and out, as text. Knows no sessions. */
#ifndef HTTP_COOKIE_H
#define HTTP_COOKIE_H

#include "http/gate.h"
#include "http/settings.h"

/* The value of a cookie over all Cookie headers; NULL when absent, empty, longer than 512 bytes,
 * or there twice with two values (someone else may have planted one). */
const char *cookie_in(struct arena *a, const struct asked *q, const char *name);
/* "__Host-meridian", "__Secure-meridian", "meridian": name with what the site allows. */
const char *cookie_name(struct arena *a, const struct site *s, const char *name);
/* A whole Set-Cookie value; seconds 0 ends it, -1 lasts as long as the browser. */
const char *cookie_out(struct arena *a, const struct site *s, const char *name, const char *value,
    int seconds);

#endif
