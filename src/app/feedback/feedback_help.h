/* feedback_help.h: what a piece of feedback says, and what would make it easier to use. No requests, no rows, no clock. */
#ifndef FEEDBACK_HELP_H
#define FEEDBACK_HELP_H

#include "base/day.h"

/* As typed; NULL where nothing is. happened: no day when its author named none. */
struct feedback_said {
	const char *kind, *situation, *behaviour, *impact, *next_step;
	struct day happened, given;
};

struct feedback_signals {
	bool example, date, impact, next;
	int64_t words;
};

struct feedback_signals feedback_signals(const struct feedback_said *said);

enum { HELP_MOST = 6 };
/*
 * Codes of gentle sentences for the author alone, "help.CODE" and "help_rule.CODE" of the words file, the most
 * useful first; returns how many. They never stand in the way of giving.
 */
size_t feedback_help(const struct feedback_said *said, const char *codes[static HELP_MOST]);

/* The field of the form that a code speaks of. */
const char *feedback_help_field(const char *code);

#endif
