/* clock.h: the one place that reads the clock. Read once per request or job; may be moved in a demo or test. */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

#include "base/day.h"

int64_t clock_now(void);                        /* UTC microseconds, moved by clock_move */
void clock_move(struct day today);              /* from now on it is this day, at this hour; the day 0 moves nothing */
void clock_zone(const char *zone);              /* the organisation's zone; "UTC" until said */
struct day clock_today(int64_t now);            /* the day in that zone */
int clock_hour(int64_t now);                     /* 0..23 there */
int64_t clock_at(struct day d, int hour);       /* the instant of that day and hour (24: its end) there */
int64_t clock_steady(void);                     /* monotonic microseconds; nobody moves them */
void clock_set(int64_t now);                    /* stand still there (the demo's history); 0: go on */

#endif
