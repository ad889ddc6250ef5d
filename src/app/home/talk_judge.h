/* talk_judge.h: with whom of a team to talk this week, and why. Knows counts and days; no requests, no rows' source. */
#ifndef HOME_TALK_JUDGE_H
#define HOME_TALK_JUDGE_H

#include "home_queries.h"

/* TALK_QUIET: so many days without a word of feedback from the manager are a reason; of somebody new, since they came. */
enum { TALK_QUIET = 60, TALK_WHYS = 6 };

/*
 * Why to talk with one of the viewer's reports, the strongest reason first: "released" (a review that was not talked
 * about yet), "behind", "none" (no goal), "silent", "waiting" (to be agreed), "quiet". Who does not report to the
 * viewer gives none. *weight: what the reasons come to; the team is looked at from the heaviest on.
 */
size_t talk_whys(const struct glance *g, struct day today, const char *whys[static TALK_WHYS], int64_t *weight);

#endif
