/* head_judge.h: who probably heads a unit, and whose title says HR. Knows rows and words; no requests, no rows' source. */
#ifndef ACCESS_HEAD_JUDGE_H
#define ACCESS_HEAD_JUDGE_H

#include "access_queries.h"

/*
 * Fills each unit's proposed head and why: "named" (it has one), "inside" (leads in it, led by nobody of it), "outside"
 * (somebody elsewhere leads all of it), "unclear" (several could be), "nobody". Marks the choice that stands or is proposed.
 */
void heads_judge(struct headed_unit_rows *units, struct head_choice_rows *choices);

/* The role a job title suggests: "director", "partner", or NULL. Words of any case, English and German. */
const char *hr_role_of(struct arena *a, const char *title);

#endif
