/* small_judge.h: which counts are too small to be shown, so that no subtraction tells them either. Numbers only. */
#ifndef HOME_SMALL_JUDGE_H
#define HOME_SMALL_JUDGE_H

#include "base/base.h"

#include <stdbool.h>
#include <stdint.h>

/* Fewer than that is about persons. */
enum { SMALL = 5 };

/*
 * Cells of a whole whose total is known: those of 1 to 4 become NONE, and so do the smallest others, until what is
 * hidden comes to at least SMALL in at least two cells. All may be hidden in the end; zeroes are shown while they can be.
 */
void small_cells(int64_t *cells, size_t n);

/*
 * Parts of a whole that is shown: which of them may be. A part of 1 to 4 people may not; and those hidden, with the rest
 * of the whole that is in no part, come to none or at least SMALL people, so that the whole less what is shown tells
 * of no few. shown[i] is set for each.
 */
void small_groups(int64_t whole, const int64_t *people, bool *shown, size_t n);

#endif
