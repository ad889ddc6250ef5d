/* notices_judge.h: when somebody is told, and of what. Rules only: no rows, no requests. */
#ifndef NOTICES_NOTICES_JUDGE_H
#define NOTICES_NOTICES_JUDGE_H

#include "base/day.h"

/* Does a letter about one thing go by itself? Else it is left to the digest, or to the bell. */
bool letter_goes(const char *rhythm);

/*
 * The end of the quiet hours that hold at `now` in that zone; `now` itself when they do not (or there are none: NONE).
 * from and to are minutes of the day; from after to goes over midnight. On a night when clocks change it may be an
 * hour off.
 */
int64_t quiet_until(int64_t now, const char *zone, int64_t from, int64_t to);

/*
 * Is a digest worth a letter? fresh: notices since the last one; newly: what began to wait since; waits: all of it;
 * due: the first day of those (0: none). Daily ones do not repeat what was said, until it is due in two days.
 */
bool digest_is_worth(bool weekly, int64_t fresh, int64_t newly, int64_t waits, struct day due, struct day today);

/* "18:30" as minutes; NONE when it is no hour. */
int64_t minutes_of(const char *text);

/* Where a notice leads: the page of its subject's kind; kinds without a page of their own lead to the first page. */
const char *notice_place(const char *kind);     /* "/goals/"; NULL: none, the number does not count */

#endif
