/*
 * chart.h: charts as figures and places on a drawing board; the partials chart_*.html show them.
 * Whole numbers only. Knows no page, no request, no colour but the names of tones.
 *
 * A chart is judged here and shown by its partial, which finds these names in reach (a member of
 * the page, or fields of the row around):
 *
 *   {{> chart_spark}}     spark text?, spark_end text?, spark_n int, spark_first milli?, spark_last milli?, spark_tone word
 *   {{> chart_progress}}  progress percent?, progress_bar int, progress_line int?, progress_tone word
 *   {{> chart_months}}    months: chart_month*          once a page; what is counted stands in its caption
 *   {{> chart_levels}}    levels: chart_level*          once a page
 *
 * Each is an image with its figures in its name or beside it: no figure stands in the picture alone.
 */
#ifndef VIEWS_CHART_H
#define VIEWS_CHART_H

#include "views_queries.h"

/* ---- sparkline: 920 × 280 units, shown 92 × 28 pixels ----------------------------------- */

enum { SPARK_WIDTH = 920, SPARK_HEIGHT = 280, SPARK_MOST = 120 };

/* x: any measure of time, ascending (days_between); y: thousandths, or NONE: nothing said then. */
struct chart_point {
	int64_t x, y;
};

struct chart_spark {
	const char *line;       /* for points=; NULL when there is nothing to draw */
	const char *end;        /* the last point, as a line of no length; NULL as above */
	int64_t n;              /* how many points said something */
	int64_t first, last;    /* their first and last value; NONE when n is 0 */
};

/*
 * The lowest value lies at the bottom, the highest on top; all equal lie in the middle, and so does
 * a single one, at the right end. Of more than SPARK_MOST points the latest are drawn.
 */
struct chart_spark chart_spark(struct arena *a, const struct chart_point *points, size_t n);

/* ---- progress: a bar of 1000 units, with a mark where it should be today ----------------- */

struct chart_progress {
	int64_t bar;            /* 0 … 1000; 0 when nothing was said */
	int64_t line;           /* 0 … 1000; NONE: no mark */
};

/*
 * come, due: whole percent; NONE none. Below 0 is drawn as 0 and above 100 as 100: the words beside
 * the bar say the true figure.
 */
struct chart_progress chart_progress(int64_t come, int64_t due);

/* ---- month strip: 360 × 96 units ---------------------------------------------------------- */

enum { MONTHS_WIDTH = 360, MONTHS_BASE = 76, MONTHS_TALL = 56, MONTHS_MOST = 24 };

/*
 * A row for each month that [from, to] touches, the latest MONTHS_MOST of them, with how many of
 * the days lie in it; others are not counted. A month with one has at least 3 units of height, one
 * without a line of 2. Of more than 12 months every second is labelled. No rows when from or to is
 * no day, or to lies before from.
 */
struct chart_month_rows *chart_months(struct arena *a, struct day from, struct day to, const struct day *on, size_t n);
/* The same where the counting was done elsewhere: more in the month of that day, if it has a row; then drawn anew. */
void chart_month_add(struct chart_month_rows *months, struct day on, int64_t n);
void chart_months_draw(struct chart_month_rows *months);

/* ---- distribution: a bar of 1000 units a level, in a table -------------------------------- */

/*
 * counts: how many at each level, NONE: too few to show. With one of those there are no shares at
 * all, since the rest would tell it. Below 0 counts as 0. Shares are rounded half up, each for
 * itself, and need not come to 100. The longest bar is the full width.
 */
struct chart_level_rows *chart_levels(struct arena *a, const char *const *labels, const int64_t *counts, size_t n);

/* whole × part / of, rounded half up, without overflow; of > 0, 0 <= part. */
int64_t chart_part(int64_t whole, int64_t part, int64_t of);

#endif
