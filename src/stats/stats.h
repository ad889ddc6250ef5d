/* stats.h: what every answer of the library carries. Knows no people, rows or requests. */
#ifndef STATS_STATS_H
#define STATS_STATS_H

#include "base/arena.h"
#include "base/base.h"

/* Why a number is not given. Zero is "given". */
enum stats_refusal {
	STATS_GIVEN,
	STATS_TOO_FEW,          /* fewer cases than the method needs (what would be enough: `needs`) */
	STATS_NOT_A_NUMBER,     /* a NaN or an infinity came in */
	STATS_NO_SPREAD,        /* all values equal where a spread is divided by */
	STATS_OUT_OF_RANGE,     /* an argument outside what it can mean */
	STATS_NOT_SEPARABLE,    /* the design cannot tell the effects apart */
	STATS_NOT_SETTLED,      /* an iteration did not come to an end */
	STATS_TOO_WIDE          /* the interval says that nothing is known */
};

/* A number with its interval. Not given: value, low, high are NaN and refusal says why. */
struct stats_estimate {
	double value, low, high;
	double level;           /* of the interval: 0.95 */
	size_t n;               /* cases it stands on */
	size_t needs;           /* cases that would be enough, for STATS_TOO_FEW; else 0 */
	enum stats_refusal refusal;
};

/* An estimate that is not given. */
struct stats_estimate stats_refused(enum stats_refusal why, size_t n, size_t needs);

#define STATS_Z95 1.959963984540054     /* 0.975 quantile of the normal distribution */

#endif
