/* framework_pages.h: handlers of the way of working, for its routes. */
#ifndef CYCLES_FRAMEWORK_PAGES_H
#define CYCLES_FRAMEWORK_PAGES_H

#include "cycles/cycles.h"

struct reply framework_get(struct rq *rq);
struct reply framework_post(struct rq *rq);
struct reply framework_pilot_post(struct rq *rq);

#endif
