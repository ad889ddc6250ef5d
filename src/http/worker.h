/* worker.h: threads for what may take long. Knows pieces of work, not what they are. */
#ifndef HTTP_WORKER_H
#define HTTP_WORKER_H

#include "base/base.h"

struct pool;

/* Hashes (Argon2) take 64 MiB each: at most two run at once. */
enum lane { LANE_WORK, LANE_HASH };

struct pool *pool_new(int threads);
/* False when too much is waiting or the pool stops: the work was not taken. */
bool pool_give(struct pool *p, enum lane lane, void (*work)(void *), void *arg);
/* Lets what runs and waits end, up to so many seconds; false: something still runs (then nothing
 * is freed). */
bool pool_stop(struct pool *p, int seconds);

#endif
