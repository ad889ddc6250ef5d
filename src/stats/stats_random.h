/* stats_random.h: random numbers that repeat: the same seed gives the same numbers. Holds no global state. */
#ifndef STATS_RANDOM_H
#define STATS_RANDOM_H

#include "base/base.h"

/* xoshiro256++ (Blackman & Vigna 2019), seeded by splitmix64. Not for secrets: base/chance.h is. */
struct random_source {
	uint64_t state[4];
};

struct random_source random_from(uint64_t seed);
uint64_t random_bits(struct random_source *r);
double random_share(struct random_source *r);            /* uniform in (0, 1), never 0 or 1 */
size_t random_below(struct random_source *r, size_t n);  /* uniform in 0..n-1; 0 when n is 0 */
double random_sign(struct random_source *r);             /* -1 or 1 */
double random_normal(struct random_source *r);           /* N(0, 1), by the quantile */

#endif
