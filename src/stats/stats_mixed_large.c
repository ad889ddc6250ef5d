/* stats_mixed_large.c: a point and the search by conjugate gradients. Knows no rows. */
#include "stats/stats_mixed_parts.h"

enum stats_refusal
mixed_large_search(struct arena *a, const struct mixed_sums *s, struct mixed_point *p, size_t *rounds, double *diagonal)
{
	return STATS_NOT_SETTLED;
}
