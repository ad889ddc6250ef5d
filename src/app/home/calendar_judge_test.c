/* calendar_judge_test.c: months as weeks of days. */
#include "base/test.h"
#include "home/calendar_judge.h"

static struct day
day(int y, int m, int d)
{
	return (struct day){ (int16_t)y, (int8_t)m, (int8_t)d };
}

static bool
same_day(struct day a, struct day b)
{
	return day_compare(a, b) == 0;
}

TEST("a month is said as year and month; nonsense is the month of today")
{
	struct day today = day(2026, 11, 24);

	YES(same_day(month_said("2027-02", today), day(2027, 2, 1)));
	YES(same_day(month_said(NULL, today), day(2026, 11, 1)));
	YES(same_day(month_said("2026-13", today), day(2026, 11, 1)));
	YES(same_day(month_said("1000-01", today), day(2026, 11, 1)));
	YES(same_day(month_said("2026-1", today), day(2026, 11, 1)));
}

TEST("months follow each other, over the year and over February")
{
	YES(same_day(month_after(day(2026, 12, 1)), day(2027, 1, 1)));
	YES(same_day(month_after(day(2027, 1, 1)), day(2027, 2, 1)));
	YES(same_day(month_after(day(2027, 2, 1)), day(2027, 3, 1)));
	YES(same_day(month_before(day(2027, 1, 1)), day(2026, 12, 1)));
	for (int m = 1; m <= 12; m++)
		YES(same_day(month_before(month_after(day(2027, m, 1))), day(2027, m, 1)));
}

TEST("the six weeks hold the whole month, begin on a Monday, and know today")
{
	struct arena *a = arena_new();

	for (int m = 1; m <= 12; m++) {
		struct cal_day_rows *days = month_days(a, day(2026, m, 1), day(2026, m, 24));
		int inside = 0, today = 0;

		YES(day_weekday(days->at[0].day) == 1);
		for (size_t i = 0; i < days->n; i++) {
			inside += days->at[i].inside == 1;
			today += days->at[i].today == 1;
		}
		YES(inside == days_between(day(2026, m, 1), month_after(day(2026, m, 1))));
		YES(today == 1);
	}
	arena_free(a);
}

TEST("a phase marks its first and its last day, a single day marks itself once, others none")
{
	struct arena *a = arena_new();
	struct calendar_line lines[] = {
		{ .what = "self", .title = "T", .from_on = day(2026, 11, 3), .to_on = day(2026, 11, 20) },
		{ .what = "talk", .title = "T", .from_on = day(2026, 11, 20), .to_on = day(2026, 11, 20) },
		{ .what = "goal", .title = "T", .from_on = day(2027, 5, 1), .to_on = day(2027, 5, 1) },
	};
	struct calendar_line_rows rows = { .at = lines, .n = COUNT(lines) };
	struct cal_mark_rows *marks = month_marks(a, day(2026, 11, 1), &rows);

	YES(marks->n == 3);
	SAME(marks->at[0].mark, "opens");
	SAME(marks->at[1].mark, "closes");
	SAME(marks->at[2].mark, "on");
	YES(marks->at[0].key < marks->at[1].key && marks->at[1].key == marks->at[2].key);
	arena_free(a);
}
