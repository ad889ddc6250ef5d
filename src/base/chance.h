/* chance.h: random bytes. The one source, so that a demo can be made from a seed. */
#ifndef BASE_CHANCE_H
#define BASE_CHANCE_H

#include "base/base.h"

void chance_bytes(void *at, size_t n);           /* libsodium's; thread-safe */
/* From now on bytes come from this seed, in order (demo and tests; single-threaded use). */
void chance_seed(uint64_t seed);
/* Lower-case hex of n random bytes into text[2n+1]. */
void chance_hex(char *text, size_t n);

#endif
