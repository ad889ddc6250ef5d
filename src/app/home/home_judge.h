/* home_judge.h: what a home page makes of its rows. Knows days and words; no requests, no rows' source. */
#ifndef HOME_HOME_JUDGE_H
#define HOME_HOME_JUDGE_H

#include "home_queries.h"

/* How near a day is: "late" (over), "today", "soon" (within a week), "later". */
const char *due_word(struct day due, struct day today);
/* The tone of that word, and the picture of a verb ("review.self"). */
const char *due_tone(const char *due);
const char *need_icon(const char *verb);

/* A phase for one person: "done", "now", "late" or "ahead". self_in: their own part is submitted. */
const char *phase_stands(const struct home_phase *p, bool self_in, bool released, struct day today);
/* "morning", "afternoon", "evening" of a clock "09:42". */
const char *greeting_of(const char clock[static 6]);
int64_t share_of(int64_t part, int64_t whole);   /* whole percent, rounded down; 0 of nothing */

#endif
