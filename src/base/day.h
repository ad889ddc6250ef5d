/* day.h: calendar days and instants. Proleptic Gregorian; no zone, no clock. */
#ifndef BASE_DAY_H
#define BASE_DAY_H

#include "base/base.h"

/* y == 0 is "no day". */
struct day {
	int16_t y;
	int8_t m, d;
};

#define DAY_EVER ((struct day){ 9999, 12, 31 })  /* until further notice */

bool day_is(struct day d);                       /* a real day of the years 1..9999 */
bool day_none(struct day d);
int day_compare(struct day a, struct day b);     /* <0, 0, >0 */
int days_between(struct day from, struct day to);        /* to - from */
struct day day_plus(struct day d, int days);      /* stays within the years 1..9999 */
int day_weekday(struct day d);                   /* 1 Monday .. 7 Sunday */
int days_of_month(int y, int m);

/* ISO text, "2026-11-24". read: false when it is not a real day (nothing else may follow);
 * *d is left alone then. */
bool day_read(const char *text, struct day *d);
void day_write(struct day d, char text[static 11]);      /* no day: "" */

/* Instants are UTC microseconds since 1970; NONE is no day, no day is NONE. */
struct day day_of_instant(int64_t at);           /* the UTC day */
int64_t instant_of_day(struct day d);            /* its first microsecond, UTC */

#endif
