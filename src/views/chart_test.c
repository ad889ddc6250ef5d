/* chart_test.c: figures and where they are drawn, as tables. */
#include "base/test.h"
#include "views/chart.h"

static struct arena *a;

static struct chart_spark
spark_of(const int64_t *values, size_t n)
{
	struct chart_point *at;

	if (a == NULL)
		a = arena_new();
	arena_reset(a);
	at = NEW_MANY(a, struct chart_point, n);
	for (size_t i = 0; i < n; i++)
		at[i] = (struct chart_point){ (int64_t)i * 10, values[i] };
	return chart_spark(a, at, n);
}

#define HUGE_ONE (INT64_MAX)
#define HUGE_LOW (INT64_MIN + 2)

static const struct { const char *words; int64_t values[4]; size_t n; const char *line, *end; int64_t said, first, last; } sparks[] = {
	{ "nothing at all",              { 0 }, 0, NULL, NULL, 0, NONE, NONE },
	{ "points that say nothing",     { NONE, NONE }, 2, NULL, NULL, 0, NONE, NONE },
	{ "one value, at the end",       { 7 }, 1, "900,140", "900,140 900,140", 1, 7, 7 },
	{ "all equal: the middle",       { 7, 7, 7 }, 3, "20,140 460,140 900,140", "900,140 900,140", 3, 7, 7 },
	{ "upwards",                     { 0, 50, 100 }, 3, "20,260 460,140 900,20", "900,20 900,20", 3, 0, 100 },
	{ "below nought",                { -100, -50, 0 }, 3, "20,260 460,140 900,20", "900,20 900,20", 3, -100, 0 },
	{ "downwards through nought",    { 10, -10 }, 2, "20,20 900,260", "900,260 900,260", 2, 10, -10 },
	{ "a gap is drawn over",         { 0, NONE, 100 }, 3, "20,260 900,20", "900,20 900,20", 2, 0, 100 },
	{ "the whole range of numbers",  { HUGE_LOW, HUGE_ONE }, 2, "20,260 900,20", "900,20 900,20", 2, HUGE_LOW, HUGE_ONE },
};

TEST("a sparkline runs from its lowest to its highest value")
{
	for (size_t i = 0; i < COUNT(sparks); i++) {
		struct chart_spark s = spark_of(sparks[i].values, sparks[i].n);

		SAY(sparks[i].words);
		if (sparks[i].line == NULL)
			YES(s.line == NULL && s.end == NULL);
		else {
			SAME(s.line, sparks[i].line);
			SAME(s.end, sparks[i].end);
		}
		EQ(s.n, sparks[i].said);
		EQ(s.first, sparks[i].first);
		EQ(s.last, sparks[i].last);
	}
	SAY(NULL);
}

TEST("of more points than fit a sparkline the latest are drawn")
{
	int64_t many[SPARK_MOST + 5];
	struct chart_spark s;

	for (size_t i = 0; i < COUNT(many); i++)
		many[i] = (int64_t)i;
	s = spark_of(many, COUNT(many));
	EQ(s.n, SPARK_MOST);
	EQ(s.first, 5);
	EQ(s.last, SPARK_MOST + 4);
}

static const struct { const char *words; int64_t come, due, bar, line; } bars[] = {
	{ "nothing said, no line",          NONE, NONE, 0, NONE },
	{ "nothing said, a line",           NONE, 40, 0, 400 },
	{ "none of it",                     0, 0, 0, 0 },
	{ "some",                           64, 70, 640, 700 },
	{ "all of it",                      100, 100, 1000, 1000 },
	{ "more than all is a full bar",    260, 180, 1000, 1000 },
	{ "less than none is an empty one", -30, -5, 0, 0 },
	{ "as far as numbers go",           INT64_MAX, INT64_MIN + 1, 1000, 0 },
};

TEST("a bar of progress ends where the figure says, within its track")
{
	for (size_t i = 0; i < COUNT(bars); i++) {
		struct chart_progress p = chart_progress(bars[i].come, bars[i].due);

		SAY(bars[i].words);
		EQ(p.bar, bars[i].bar);
		EQ(p.line, bars[i].line);
	}
	SAY(NULL);
}

static const struct day july = { 2026, 7, 1 }, november = { 2026, 11, 30 };

TEST("a month strip has a row for each month, with how many days lie in it")
{
	static const struct day on[] = { { 2026, 7, 1 }, { 2026, 7, 31 }, { 2026, 9, 15 }, { 2026, 11, 30 }, { 2026, 12, 1 }, { 2026, 6, 30 } };
	static const int64_t n[] = { 2, 0, 1, 0, 1 }, height[] = { MONTHS_TALL, 2, MONTHS_TALL / 2, 2, MONTHS_TALL / 2 };
	struct arena *own = arena_new();
	const struct chart_month_rows *m = chart_months(own, july, november, on, COUNT(on));

	EQ(m->n, 5);
	for (size_t i = 0; i < m->n; i++) {
		EQ(m->at[i].month, 7 + i);
		EQ(m->at[i].n, n[i]);
		EQ(m->at[i].height, height[i]);
		EQ(m->at[i].y + m->at[i].height, MONTHS_BASE);
		YES(m->at[i].labelled);
	}
	EQ(m->at[0].mid, MONTHS_WIDTH / 10);
	arena_free(own);
}

TEST("a month strip with nothing in it still shows its months")
{
	struct arena *own = arena_new();
	struct chart_month_rows *m = chart_months(own, july, november, NULL, 0);

	EQ(m->n, 5);
	for (size_t i = 0; i < m->n; i++)
		EQ(m->at[i].height, 2);
	EQ(chart_months(own, july, july, &july, 1)->at[0].height, MONTHS_TALL);
	EQ(chart_months(own, november, july, NULL, 0)->n, 0);
	EQ(chart_months(own, (struct day){ 0 }, july, NULL, 0)->n, 0);
	m = chart_months(own, july, november, NULL, 0);
	chart_month_add(m, (struct day){ 2026, 8, 9 }, 4);
	chart_month_add(m, (struct day){ 2026, 6, 30 }, 9);
	chart_month_add(m, (struct day){ 2026, 12, 1 }, 9);
	chart_month_add(m, july, -3);
	chart_months_draw(m);
	EQ(m->at[1].n, 4);
	EQ(m->at[1].height, MONTHS_TALL);
	EQ(m->at[0].n, 0);
	arena_free(own);
}

TEST("a long strip ends with the latest month and labels every second")
{
	struct arena *own = arena_new();
	struct day old = { 2020, 1, 1 }, on[2] = { { 2020, 1, 5 }, { 2026, 11, 5 } };
	const struct chart_month_rows *m = chart_months(own, old, november, on, 2);

	EQ(m->n, MONTHS_MOST);
	EQ(m->at[m->n - 1].month, 11);
	EQ(m->at[m->n - 1].n, 1);
	YES(m->at[m->n - 1].labelled);
	NO(m->at[m->n - 2].labelled);
	EQ(m->at[0].n, 0);
	arena_free(own);
}

TEST("one beside very many still shows")
{
	struct arena *own = arena_new();
	size_t many = 5000;
	struct day *on = NEW_MANY(own, struct day, many + 1);
	const struct chart_month_rows *m;

	for (size_t i = 0; i < many; i++)
		on[i] = july;
	on[many] = november;
	m = chart_months(own, july, november, on, many + 1);
	EQ(m->at[0].height, MONTHS_TALL);
	EQ(m->at[4].height, 3);
	arena_free(own);
}

static const struct { const char *words; int64_t counts[3], width[3], share[3]; } spreads[] = {
	{ "nobody at all",                       { 0, 0, 0 },        { 0, 0, 0 },          { NONE, NONE, NONE } },
	{ "one level has everyone",              { 0, 9, 0 },        { 0, 1000, 0 },       { 0, 100, 0 } },
	{ "all alike",                           { 4, 4, 4 },        { 1000, 1000, 1000 }, { 33, 33, 33 } },
	{ "half up",                             { 1, 2, 5 },        { 200, 400, 1000 },   { 13, 25, 63 } },
	{ "too few at one: no shares at all",    { NONE, 2, 5 },     { 0, 400, 1000 },     { NONE, NONE, NONE } },
	{ "below nought counts as none",         { -7, 1, 1 },       { 0, 1000, 1000 },    { 0, 50, 50 } },
	{ "as far as numbers go",                { INT64_MAX, INT64_MAX, 0 }, { 1000, 1000, 0 }, { 50, 50, 0 } },
};

TEST("a distribution has a bar and a share for each level, and none that tells what is hidden")
{
	static const char *const labels[] = { "Below", "Met", "Above" };
	struct arena *own = arena_new();

	for (size_t i = 0; i < COUNT(spreads); i++) {
		const struct chart_level_rows *rows = chart_levels(own, labels, spreads[i].counts, 3);

		SAY(spreads[i].words);
		for (size_t k = 0; k < 3; k++) {
			EQ(rows->at[k].width, spreads[i].width[k]);
			EQ(rows->at[k].share, spreads[i].share[k]);
			SAME(rows->at[k].label, labels[k]);
		}
	}
	SAY(NULL);
	EQ(chart_levels(own, labels, NULL, 0)->n, 0);
	arena_free(own);
}
