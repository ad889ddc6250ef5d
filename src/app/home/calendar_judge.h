/* calendar_judge.h: a month as six weeks of days, and which day a line marks. Knows days; no database, no words. */
#ifndef HOME_CALENDAR_JUDGE_H
#define HOME_CALENDAR_JUDGE_H

#include "base/arena.h"
#include "home_views.h"

enum { MONTH_DAYS = 42 };

/* The first day of a month said as "2026-11"; `today`'s month for anything else. */
struct day month_said(const char *said, struct day today);
struct day month_after(struct day first);
struct day month_before(struct day first);
/* The Monday on or before its first day: where the six weeks begin. */
struct day month_begins(struct day first);

/* 42 days from the Monday on; `key` counts them from 0. */
struct cal_day_rows *month_days(struct arena *a, struct day first, struct day today);
/* What begins, ends or lies on each of the days, in their order: "opens", "closes" or "on". */
struct cal_mark_rows *month_marks(struct arena *a, struct day first, const struct calendar_line_rows *lines);

#endif
