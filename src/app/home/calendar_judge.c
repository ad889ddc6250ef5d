/* calendar_judge.c: a month as six weeks of days, and which day a line marks. No clock, no database, no words. */
#include "home/calendar_judge.h"

#include <string.h>

struct day
month_said(const char *said, struct day today)
{
	char text[11] = "0000-00-01";
	struct day d;

	if (said != NULL && strlen(said) == 7) {
		memcpy(text, said, 7);
		if (day_read(text, &d) && d.y >= 2000 && d.y <= 2200)
			return d;
	}
	today.d = 1;
	return today;
}

struct day
month_after(struct day first)
{
	first = day_plus(first, 31);
	first.d = 1;
	return first;
}

struct day
month_before(struct day first)
{
	first = day_plus(first, -1);
	first.d = 1;
	return first;
}

struct day
month_begins(struct day first)
{
	return day_plus(first, 1 - day_weekday(first));
}

struct cal_day_rows *
month_days(struct arena *a, struct day first, struct day today)
{
	struct cal_day_rows *days = NEW(a, struct cal_day_rows);
	struct day at = month_begins(first);

	days->at = NEW_MANY(a, struct cal_day, MONTH_DAYS);
	for (days->n = 0; days->n < MONTH_DAYS; days->n++, at = day_plus(at, 1))
		days->at[days->n] = (struct cal_day){ .key = (int64_t)days->n, .day = at, .number = at.d,
			.inside = at.m == first.m, .today = day_compare(at, today) == 0 };
	return days;
}

/* NULL: it says nothing of that day. */
static const char *
mark_of(const struct calendar_line *l, struct day at)
{
	bool from = day_compare(l->from_on, at) == 0, to = day_compare(l->to_on, at) == 0;

	return from && to ? "on" : from ? "opens" : to ? "closes" : NULL;
}

struct cal_mark_rows *
month_marks(struct arena *a, struct day first, const struct calendar_line_rows *lines)
{
	struct cal_mark_rows *marks = NEW(a, struct cal_mark_rows);
	struct day at = month_begins(first);

	marks->at = NEW_MANY(a, struct cal_mark, 2 * lines->n);
	for (int64_t k = 0; k < MONTH_DAYS; k++, at = day_plus(at, 1))
		for (size_t i = 0; i < lines->n; i++) {
			const char *mark = mark_of(&lines->at[i], at);

			if (mark != NULL)
				marks->at[marks->n++] = (struct cal_mark){ .key = k, .mark = mark, .what = lines->at[i].what,
					.title = lines->at[i].title, .link = lines->at[i].link, .tone = lines->at[i].tone };
		}
	return marks;
}
