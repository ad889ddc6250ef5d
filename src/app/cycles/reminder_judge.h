/* reminder_judge.h: on which last days a reminder rule looks today. Knows days; no clock, no database. */
#ifndef CYCLES_REMINDER_JUDGE_H
#define CYCLES_REMINDER_JUDGE_H

#include "base/day.h"

#include <stdbool.h>
#include <stdint.h>

/* Last days, both within; from after until: none today. */
struct reminder_window {
	struct day from, until;
};

/*
 * days: how many after the last day (negative: before it). A rule that could not run on its day (the program
 * was down, or the rule is new) is made up for within six days, but "before" never comes after the last day.
 */
struct reminder_window reminder_window(int64_t days, struct day today);

/* Days, and before or after, as typed: signed. */
int64_t reminder_days(int64_t days, bool before);

#endif
