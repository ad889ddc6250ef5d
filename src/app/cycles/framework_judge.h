/*
 * framework_judge.h: from nine plain answers and a head count to a way of working, with reasons. Knows words and
 * points; no requests, no rows, no clock.
 */
#ifndef CYCLES_FRAMEWORK_JUDGE_H
#define CYCLES_FRAMEWORK_JUDGE_H

#include "base/day.h"

#include <stddef.h>

enum framework_ask { ASK_GROWTH, ASK_OVERSIGHT, ASK_COUNCIL, ASK_FREQUENCY, ASK_GOALS, ASK_DATA, ASK_FAIRNESS, ASK_MANAGER, ASK_EMPLOYEE, FRAMEWORK_ASKS };
enum { FRAMEWORK_DIMENSIONS = ASK_EMPLOYEE - ASK_FREQUENCY + 1 };

struct framework_answers {
	const char *said[FRAMEWORK_ASKS];       /* a word of each question; another word, or NULL, weighs nothing */
	int64_t people;
};

/* Key of framework_words: "growth-fast", "size-small". leans: below 0 to continuous, above to structured. */
struct framework_reason {
	const char *key;
	int leans;
};

struct framework_proposal {
	const char *style;                      /* continuous, blended, structured */
	const char *kind;                       /* of the first cycle: "midyear" (words only) or "review" */
	const char *rhythm;                     /* of check-ins: week, fortnight, month, quarter */
	bool approval;                          /* a second level reads before release */
	int months;                             /* how far back the first cycle looks */
	struct framework_reason speaks_for[FRAMEWORK_ASKS + 1], against[FRAMEWORK_ASKS + 1];
	size_t n_for, n_against;
};

/* as: the style to propose for whatever the points say, or NULL: the one they say. */
struct framework_proposal framework_judge(const struct framework_answers *a, const char *as);

/* Of one of the six dimensions: "modern", "between" or "traditional". */
const char *framework_lean(enum framework_ask ask, const char *said);

/* The first day of a cycle that is prepared today: today, or Monday. And the day its period begins. */
struct day framework_start(struct day today);
struct day months_before(struct day d, int months);

#endif
