/* feedback_judge.h: in which state feedback and a request are. No requests, no rows, no clock. */
#ifndef FEEDBACK_JUDGE_H
#define FEEDBACK_JUDGE_H

#include "base/day.h"

/* As the policy has it: who may read it, with -fresh while it can be withdrawn; or withdrawn. seen_by: of the row. */
const char *feedback_state(const char *seen_by, int64_t given_at, int64_t withdrawn_at, int64_t now);
/* Of one who is asked: open given declined lapsed. An open request runs out when its day is over. */
const char *asked_state(const char *state, struct day due, struct day today);

#endif
