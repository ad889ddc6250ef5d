/* cycle_fold.c: the few rows of changed sums go into the sums. No page; the clock is the caller's. */
#include "cycles/cycles.h"

void
cycles_fold(struct rq *rq, int64_t most)
{
	counts_fold(rq, most);
	counts_folded(rq, most);
}
