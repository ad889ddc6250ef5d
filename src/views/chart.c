/* chart.c: figures to places on a drawing board. Whole numbers; no request, no markup, no colour. */
#include "views/chart.h"

#include "base/out.h"

enum { PAD = 20, FULL = 1000, HUNDRED = 100, YEAR = 12, LEAST_HEIGHT = 3, EMPTY_HEIGHT = 2, GAP = 2 };

typedef __int128 wide;

int64_t
chart_part(int64_t whole, int64_t part, int64_t of)
{
	return (int64_t)(((wide)whole * part + of / 2) / of);
}

static int64_t
clamped(int64_t n, int64_t low, int64_t high)
{
	return n < low ? low : n > high ? high : n;
}

/* ---- sparkline */

/* Where v lies from low to high, on a board of this size less its margins; the middle when they are one. */
static int64_t
place(int64_t v, int64_t low, int64_t high, int64_t size, int64_t otherwise)
{
	if (low == high)
		return otherwise;
	return PAD + (int64_t)(((wide)v - low) * (size - 2 * PAD) / ((wide)high - low));
}

/* The points that say something, the latest SPARK_MOST. */
static size_t
spoken(struct arena *a, const struct chart_point *points, size_t n, struct chart_point **said)
{
	size_t k = 0;

	*said = NEW_MANY(a, struct chart_point, n);
	for (size_t i = 0; i < n; i++)
		if (points[i].y != NONE)
			(*said)[k++] = points[i];
	if (k > SPARK_MOST) {
		*said += k - SPARK_MOST;
		k = SPARK_MOST;
	}
	return k;
}

static void
extent(const struct chart_point *at, size_t n, int64_t *low, int64_t *high)
{
	*low = *high = at[0].y;
	for (size_t i = 1; i < n; i++) {
		*low = at[i].y < *low ? at[i].y : *low;
		*high = at[i].y > *high ? at[i].y : *high;
	}
}

struct chart_spark
chart_spark(struct arena *a, const struct chart_point *points, size_t n)
{
	struct chart_spark made = { .first = NONE, .last = NONE };
	struct chart_point *at;
	int64_t low, high, x = 0, y = 0;
	struct out line;
	size_t k = spoken(a, points, n, &at);

	if (k == 0)
		return made;
	extent(at, k, &low, &high);
	out_init(&line, a);
	for (size_t i = 0; i < k; i++) {
		x = place(at[i].x, at[0].x, at[k - 1].x, SPARK_WIDTH, SPARK_WIDTH - PAD);
		y = SPARK_HEIGHT - place(at[i].y, low, high, SPARK_HEIGHT, SPARK_HEIGHT / 2);
		put_format(&line, "%s%lld,%lld", i > 0 ? " " : "", (long long)x, (long long)y);
	}
	made.line = line.at;
	made.end = arena_print(a, "%lld,%lld %lld,%lld", (long long)x, (long long)y, (long long)x, (long long)y);
	made.n = (int64_t)k;
	made.first = at[0].y;
	made.last = at[k - 1].y;
	return made;
}

/* ---- progress */

struct chart_progress
chart_progress(int64_t come, int64_t due)
{
	return (struct chart_progress){
		.bar = come == NONE ? 0 : clamped(come, 0, HUNDRED) * (FULL / HUNDRED),
		.line = due == NONE ? NONE : clamped(due, 0, HUNDRED) * (FULL / HUNDRED),
	};
}

/* ---- month strip */

static int64_t
month_number(struct day d)
{
	return (int64_t)d.y * YEAR + d.m - 1;
}

static void
draw_month(struct chart_month *m, size_t i, size_t months, int64_t most)
{
	int64_t left = (int64_t)i * MONTHS_WIDTH / (int64_t)months;
	int64_t right = ((int64_t)i + 1) * MONTHS_WIDTH / (int64_t)months;

	m->bar_x = left + GAP;
	m->width = right - left - 2 * GAP;
	m->mid = (left + right) / 2;
	m->height = m->n == 0 ? EMPTY_HEIGHT : clamped(chart_part(MONTHS_TALL, m->n, most), LEAST_HEIGHT, MONTHS_TALL);
	m->y = MONTHS_BASE - m->height;
	m->figure_y = m->y - 5;
	m->labelled = months <= YEAR || (months - 1 - i) % 2 == 0;
	m->tone = m->n == 0 ? "quiet" : "info";
}

void
chart_month_add(struct chart_month_rows *months, struct day on, int64_t n)
{
	int64_t i = months->n == 0 ? -1 : month_number(on) - month_number(months->at[0].from_on);

	if (i >= 0 && i < (int64_t)months->n && n > 0)
		months->at[i].n += n;
}

void
chart_months_draw(struct chart_month_rows *months)
{
	int64_t most = 1;

	for (size_t i = 0; i < months->n; i++)
		most = months->at[i].n > most ? months->at[i].n : most;
	for (size_t i = 0; i < months->n; i++)
		draw_month(&months->at[i], i, months->n, most);
}

struct chart_month_rows *
chart_months(struct arena *a, struct day from, struct day to, const struct day *on, size_t n)
{
	struct chart_month_rows *rows = NEW(a, struct chart_month_rows);
	int64_t last = month_number(to), first = month_number(from);

	if (day_none(from) || day_none(to) || day_compare(to, from) < 0)
		return rows;
	first = last - first >= MONTHS_MOST ? last - MONTHS_MOST + 1 : first;
	rows->n = (size_t)(last - first + 1);
	rows->at = NEW_MANY(a, struct chart_month, rows->n);
	for (size_t i = 0; i < rows->n; i++) {
		rows->at[i].year = (first + (int64_t)i) / YEAR;
		rows->at[i].month = (first + (int64_t)i) % YEAR + 1;
		rows->at[i].from_on = (struct day){ (int16_t)rows->at[i].year, (int8_t)rows->at[i].month, 1 };
	}
	for (size_t i = 0; i < n; i++)
		if (day_compare(on[i], from) >= 0 && day_compare(on[i], to) <= 0)
			chart_month_add(rows, on[i], 1);
	chart_months_draw(rows);
	return rows;
}

/* ---- distribution */

struct chart_level_rows *
chart_levels(struct arena *a, const char *const *labels, const int64_t *counts, size_t n)
{
	struct chart_level_rows *rows = NEW(a, struct chart_level_rows);
	int64_t most = 0;
	wide sum = 0;
	bool hidden = false;

	rows->n = n;
	rows->at = NEW_MANY(a, struct chart_level, n);
	for (size_t i = 0; i < n; i++) {
		int64_t count = counts[i] == NONE ? NONE : clamped(counts[i], 0, INT64_MAX);

		hidden = hidden || count == NONE;
		sum += count == NONE ? 0 : count;
		most = count > most ? count : most;
		rows->at[i] = (struct chart_level){ .label = labels[i], .n = count, .share = NONE };
	}
	for (size_t i = 0; i < n; i++) {
		struct chart_level *l = &rows->at[i];

		l->width = l->n == NONE || most == 0 ? 0 : chart_part(FULL, l->n, most);
		if (!hidden && sum > 0)
			l->share = (int64_t)(((wide)l->n * HUNDRED + sum / 2) / sum);
	}
	return rows;
}
