/* reminder_judge_test.c: which last days a rule looks at, as a table. */
#include "base/test.h"
#include "cycles/reminder_judge.h"

static const struct day today = { 2026, 11, 24 };

static const struct { const char *words; int64_t days; struct day due; bool reminds; } rows[] = {
	{ "three days before, on that day",                   -3, { 2026, 11, 27 }, true },
	{ "three days before, not four before",               -3, { 2026, 11, 28 }, false },
	{ "missed by a day, it is made up for",               -3, { 2026, 11, 26 }, true },
	{ "and still on the last day itself",                 -3, { 2026, 11, 24 }, true },
	{ "but a word before never comes after",              -3, { 2026, 11, 23 }, false },
	{ "on the last day",                                   0, { 2026, 11, 24 }, true },
	{ "on the last day, not after it",                     0, { 2026, 11, 23 }, false },
	{ "a day after",                                       1, { 2026, 11, 23 }, true },
	{ "a day after, not on the last day",                  1, { 2026, 11, 24 }, false },
	{ "a day after, made up for within six days",          1, { 2026, 11, 17 }, true },
	{ "and no longer: what is old is not dug up",          1, { 2026, 11, 16 }, false },
	{ "a week after",                                      7, { 2026, 11, 17 }, true },
	{ "over the end of a year",                           60, { 2026,  9, 25 }, true },
};

TEST("a rule looks at the last days it names, makes up for days it could not run, and never digs up old ones")
{
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct reminder_window w = reminder_window(rows[i].days, today);

		SAY(rows[i].words);
		EQ(day_compare(w.from, rows[i].due) <= 0 && day_compare(rows[i].due, w.until) <= 0, rows[i].reminds);
	}
	SAY(NULL);
}

TEST("each last day is met by a rule on some day, whatever single day is missed")
{
	for (int64_t days = -30; days <= 30; days++)
		for (int missed = 0; missed < 2; missed++) {
			struct day due = { 2026, 12, 31 }, run = day_plus(due, (int)days + missed);
			struct reminder_window w = reminder_window(days, run);
			bool met = day_compare(w.from, due) <= 0 && day_compare(due, w.until) <= 0;

			EQ(met, missed == 0 || days != 0);
		}
}

TEST("before is said as a minus")
{
	EQ(reminder_days(3, true), -3);
	EQ(reminder_days(3, false), 3);
	EQ(reminder_days(0, true), 0);
}
