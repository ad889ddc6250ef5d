/* zone.h: what the clock says somewhere. Not from libc, whose zone is per process. */
#ifndef BASE_ZONE_H
#define BASE_ZONE_H

#include "base/day.h"

/* Seconds east of UTC at an instant in a zone ("Europe/Berlin"); unknown zones and bad
 * names (anything but letters, digits, + - _ /, or with "..") count as UTC. Thread-safe,
 * cached. */
int zone_offset(const char *zone, int64_t at);
bool zone_exists(const char *zone);
struct day zone_day(const char *zone, int64_t at);
/* Hours and minutes of the day there, "09:42"; "" at NONE. */
void zone_clock(const char *zone, int64_t at, char text[static 6]);

#endif
