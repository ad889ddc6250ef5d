/* start.h: getting started, on the home page and on its own. Inside home only. */
#ifndef HOME_START_H
#define HOME_START_H

#include "home/start_judge.h"
#include "http/web.h"

/* The six steps for this viewer; how many are not done. */
int start_steps(struct rq *rq, const struct start_facts *facts, struct start_step_rows *steps);

struct reply start_get(struct rq *rq);
struct reply start_away_post(struct rq *rq);
struct reply start_back_post(struct rq *rq);

#endif
