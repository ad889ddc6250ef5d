/* notices_judge_test.c: when somebody is told, and of what. */
#include "notices/notices_judge.h"

#include "base/test.h"

#include <stdio.h>

/* 24 November 2026, at that minute of the day in UTC. */
static int64_t
at(int hour, int minute)
{
	return instant_of_day((struct day){ 2026, 11, 24 }) + ((int64_t)hour * 60 + minute) * 60000000;
}

TEST("quiet hours hold in the person's own zone, over midnight too, and have an end")
{
	static const struct { const char *words, *zone; int hour, minute, from, to; int waits; } cases[] = {
		{ "before them", "UTC", 17, 59, 18 * 60, 8 * 60, 0 },
		{ "when they begin", "UTC", 18, 0, 18 * 60, 8 * 60, 14 * 60 },
		{ "after midnight", "UTC", 2, 30, 18 * 60, 8 * 60, 5 * 60 + 30 },
		{ "when they end", "UTC", 8, 0, 18 * 60, 8 * 60, 0 },
		{ "at noon", "UTC", 12, 15, 12 * 60, 13 * 60, 45 },
		{ "in Berlin it is an hour later", "Europe/Berlin", 17, 0, 18 * 60, 8 * 60, 14 * 60 },
		{ "in Berlin they have ended", "Europe/Berlin", 7, 0, 18 * 60, 8 * 60, 0 },
		{ "in New York it is still night", "America/New_York", 12, 0, 18 * 60, 8 * 60, 60 },
		{ "in Kolkata, by half hours", "Asia/Kolkata", 2, 0, 22 * 60, 8 * 60, 30 },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		int64_t now = at(cases[i].hour, cases[i].minute) + 17;

		SAY(cases[i].words);
		int64_t until = quiet_until(now, cases[i].zone, cases[i].from, cases[i].to);
		EQ(until, cases[i].waits ? now - 17 + (int64_t)cases[i].waits * 60000000 : now);
	}
	SAY(NULL);
	EQ(quiet_until(at(3, 0), "UTC", NONE, NONE), at(3, 0));
	EQ(quiet_until(at(3, 0), "UTC", 60, 60), at(3, 0));
}

TEST("when quiet hours end it is not quiet, whatever the minute")
{
	for (int from = 0; from < 1440; from += 97)
		for (int to = 0; to < 1440; to += 89)
			for (int m = 0; m < 1440; m += 53) {
				int64_t until = quiet_until(at(0, m), "America/St_Johns", from, to);

				YES(until >= at(0, m) && until < at(0, m) + INT64_C(86400000000));
				EQ(quiet_until(until, "America/St_Johns", from, to), until);
			}
}

TEST("a daily digest goes when something is new, or due in two days; a weekly one whenever something waits")
{
	static const struct { const char *words; bool weekly; int fresh, newly, waits; const char *due; bool worth; } cases[] = {
		{ "nothing at all", false, 0, 0, 0, "", false },
		{ "nothing at all, weekly", true, 0, 0, 0, "", false },
		{ "a notice", false, 1, 0, 0, "", true },
		{ "something began to wait", false, 0, 1, 1, "2026-12-31", true },
		{ "it still waits, far off", false, 0, 0, 1, "2026-12-31", false },
		{ "it still waits, due in two days", false, 0, 0, 1, "2026-11-26", true },
		{ "due tomorrow: it was said the day before", false, 0, 0, 1, "2026-11-25", false },
		{ "it still waits, weekly", true, 0, 0, 1, "2026-12-31", true },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct day due = { 0 };

		day_read(cases[i].due, &due);
		SAY(cases[i].words);
		EQ(digest_is_worth(cases[i].weekly, cases[i].fresh, cases[i].newly, cases[i].waits, due, (struct day){ 2026, 11, 24 }), cases[i].worth);
	}
	SAY(NULL);
}

TEST("letters go by themselves only for those who want them at once")
{
	YES(letter_goes("usual"));
	YES(letter_goes("each"));
	NO(letter_goes("daily"));
	NO(letter_goes("weekly"));
	NO(letter_goes("never"));
}

TEST("an hour is two figures, a colon, two figures")
{
	EQ(minutes_of("00:00"), 0);
	EQ(minutes_of("18:30"), 18 * 60 + 30);
	EQ(minutes_of("23:59"), 1439);
	static const char *const bad[] = { "", "24:00", "18:60", "8:30", "18.30", "18:3x", "-1:30", "18:300" };
	for (size_t i = 0; i < COUNT(bad); i++) {
		SAY(bad[i]);
		EQ(minutes_of(bad[i]), NONE);
	}
	SAY(NULL);
}
