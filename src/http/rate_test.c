/* rate_test.c: so often in a minute, each session by itself. */
#include "base/test.h"
#include "http/rate.h"

TEST("a session may ask so often in a minute, and again in the next")
{
	int64_t now = INT64_C(1795000020) * 1000000;
	int n = 0;

	while (n <= RATE_MOST && rate_allows("one", now + n))
		n++;
	EQ(n, RATE_MOST);
	NO(rate_allows("one", now + 59 * INT64_C(1000000) - 20 * INT64_C(1000000)));
	YES(rate_allows("one", now + INT64_C(60000000)));
}

TEST("another session is not held up by it")
{
	int64_t now = INT64_C(1795100040) * 1000000;

	while (rate_allows("busy", now))
		;
	YES(rate_allows("calm", now));
}
