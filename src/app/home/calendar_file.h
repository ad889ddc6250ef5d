/* calendar_file.h: a calendar as other programs read it (RFC 5545). Knows lines and days; no database. */
#ifndef HOME_CALENDAR_FILE_H
#define HOME_CALENDAR_FILE_H

#include "home_queries.h"

/* Whole-day events, one a line; their address leads to the page here. */
struct blob calendar_file(struct rq *rq, const struct calendar_line_rows *lines);
/* Text as RFC 5545 wants it: marks escaped, lines of at most 75 bytes, never cut inside a letter. */
void calendar_put(struct out *o, const char *name, const char *text);

#endif
