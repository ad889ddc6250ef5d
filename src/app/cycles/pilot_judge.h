/* pilot_judge.h: which unit is a good first one to try it in. Knows counts; no requests, no rows' source. */
#ifndef CYCLES_PILOT_JUDGE_H
#define CYCLES_PILOT_JUDGE_H

#include "cycles_queries.h"

enum { PILOT_LEAST = 8, PILOT_MOST = 40 };

/*
 * Fills each unit's verdict: "fits", "whole" (nobody is left to compare with), "small", "large", "headless",
 * "lines" (somebody in it has no manager), "silent" (somebody cannot be written to). Says the best one's index, marked
 * `best`: one that fits, of about fifteen people; else the one with the fewest things in its way. -1: no unit at all.
 */
int pilot_judge(struct pilot_unit_rows *units, int64_t people);

#endif
