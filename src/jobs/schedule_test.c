/* schedule_test.c: for which day a scheduled kind runs. */
#include "jobs/schedule.h"

#include "base/test.h"

TEST("a daily kind runs from its hour on; a weekly one from its day on, and is caught up with")
{
	static const struct { enum rhythm rhythm; int hour, weekday; const char *today; int at; const char *day; } cases[] = {
		{ WHEN_LEFT, 0, 0, "2026-11-24", 12, "" },
		{ DAILY,  7, 0, "2026-11-24",  6, "" },
		{ DAILY,  7, 0, "2026-11-24",  7, "2026-11-24" },
		{ DAILY,  7, 0, "2026-11-24", 23, "2026-11-24" },
		{ DAILY,  0, 0, "2026-11-24",  0, "2026-11-24" },
		{ WEEKLY, 7, 2, "2026-11-24",  7, "2026-11-24" },       /* a Tuesday */
		{ WEEKLY, 7, 2, "2026-11-24",  6, "2026-11-17" },
		{ WEEKLY, 7, 1, "2026-11-24",  0, "2026-11-23" },
		{ WEEKLY, 7, 3, "2026-11-24", 23, "2026-11-18" },
		{ WEEKLY, 7, 1, "2027-01-03", 12, "2026-12-28" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct job_kind k = { .rhythm = cases[i].rhythm, .hour = cases[i].hour, .weekday = cases[i].weekday };
		struct day today = { 0 };
		char day[11];

		day_read(cases[i].today, &today);
		day_write(schedule_day(&k, today, cases[i].at), day);
		SAY(cases[i].today);
		SAME(day, cases[i].day);
	}
	SAY(NULL);
}
