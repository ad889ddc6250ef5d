/* stats_near.h: what the library's tests compare with. Knows nothing of what is tested. */
#ifndef STATS_STATS_NEAR_H
#define STATS_STATS_NEAR_H

#include "base/test.h"

#include <math.h>

/* Within tolerance x |b| or tolerance x least; NaN is near NaN only, an infinity only itself. */
static inline bool
near_enough(double a, double b, double tolerance, double least, const char *file, int line)
{
	if (a == b || (isnan(a) && isnan(b)) || fabs(a - b) <= tolerance * fmax(fabs(b), least))
		return true;
	printf("# %s:%d: %.17g is not near %.17g\n", file, line, a, b);
	return false;
}

#define NEAR(a, b, tolerance) \
	test_true(near_enough((a), (b), (tolerance), 0, __FILE__, __LINE__), #a " is near " #b, __FILE__, __LINE__)
/* Absolute. */
#define WITHIN(a, b, most) \
	test_true(near_enough((a), (b), (most), 1, __FILE__, __LINE__), #a " is within " #most " of " #b, __FILE__, __LINE__)

#endif
