/* base.h: the few words every file speaks. Knows no rows, requests or business. */
#ifndef BASE_BASE_H
#define BASE_BASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define COUNT(a) (sizeof(a) / sizeof(a)[0])
#define NONE INT64_MIN          /* a whole number that is not there (null) */

/* Bytes with a length; at == NULL is "not there". Not NUL-terminated. */
struct blob {
	const void *at;
	size_t n;
};

/* Anything that can go wrong below the business: said once, in the log. */
_Noreturn void die(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

/* Least of low..high nearest to n. */
static inline int64_t
clamp(int64_t n, int64_t low, int64_t high)
{
	return n < low ? low : n > high ? high : n;
}

#endif
