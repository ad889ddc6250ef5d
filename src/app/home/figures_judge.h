/* figures_judge.h: which units' figures may be shown, judged from the top of the tree down. Numbers and units; no viewer. */
#ifndef HOME_FIGURES_JUDGE_H
#define HOME_FIGURES_JUDGE_H

#include "home_queries.h"

/*
 * rows: the top (no parent) and the children of every unit from it down to `unit`. Sets shown of each; a unit below a
 * hidden one is hidden. The row of `unit` when it may be shown; else NULL.
 */
const struct figures_unit *figures_judge(struct figures_unit_rows *rows, unit_id unit);

#endif
