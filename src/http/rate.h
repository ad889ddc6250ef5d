/* rate.h: how often in a minute one session may ask for something cheap. Knows a name and a clock; keeps no list. */
#ifndef HTTP_RATE_H
#define HTTP_RATE_H

#include "base/base.h"

enum { RATE_MOST = 240 };               /* checks of fields in a minute; nobody types as fast */

/* Counts one more of `name` in the minute of `now`; false when there were too many. Any thread. */
bool rate_allows(const char *name, int64_t now);

#endif
