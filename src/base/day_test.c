/* day_test.c: the calendar, in tables to hold beside a printed one. */
#include "base/day.h"
#include "base/test.h"

#include <time.h>

static const struct {
	const char *words, *text;
	bool real;
} texts[] = {
	{ "an ordinary day",        "2026-11-24",   true },
	{ "the first of all",       "0001-01-01",   true },
	{ "the last of all",        "9999-12-31",   true },
	{ "a leap day",             "2024-02-29",   true },
	{ "not a leap year",        "2026-02-29",   false },
	{ "a century, no leap",     "1900-02-29",   false },
	{ "a fourth century, leap", "2000-02-29",   true },
	{ "day 31 of 30",           "2026-11-31",   false },
	{ "day nought",             "2026-11-00",   false },
	{ "month nought",           "2026-00-10",   false },
	{ "month 13",               "2026-13-01",   false },
	{ "year nought",            "0000-01-01",   false },
	{ "one digit",              "2026-1-01",    false },
	{ "too short",              "2026-11-2",    false },
	{ "something follows",      "2026-11-24 ",  false },
	{ "a time follows",         "2026-11-24T00", false },
	{ "something before",       " 2026-11-24",  false },
	{ "other strokes",          "2026/11/24",   false },
	{ "a sign",                 "-026-11-24",   false },
	{ "letters",                "2O26-11-24",   false },
	{ "nothing",                "",             false },
	{ "not there",              NULL,           false },
};

TEST("a day is read only when it is one, and is written as it was read")
{
	for (size_t i = 0; i < COUNT(texts); i++) {
		struct day d = { 1, 2, 3 };
		char text[11];

		SAY(texts[i].words);
		EQ(day_read(texts[i].text, &d), texts[i].real);
		day_write(d, text);
		SAME(text, texts[i].real ? texts[i].text : "0001-02-03");
	}
}

static const struct {
	const char *words;
	struct day from;
	int days;
	struct day to;
	int weekday;            /* of `to` */
} steps[] = {
	{ "the epoch, a Thursday", { 1970,  1,  1 },       0, { 1970,  1,  1 }, 4 },
	{ "the next day",          { 2026, 11, 24 },       1, { 2026, 11, 25 }, 3 },
	{ "over a month",          { 2026, 11, 30 },       1, { 2026, 12,  1 }, 2 },
	{ "over a year",           { 2026, 12, 31 },       1, { 2027,  1,  1 }, 5 },
	{ "back over a year",      { 2027,  1,  1 },      -1, { 2026, 12, 31 }, 4 },
	{ "into a leap day",       { 2024,  2, 28 },       1, { 2024,  2, 29 }, 4 },
	{ "out of a leap day",     { 2024,  2, 29 },       1, { 2024,  3,  1 }, 5 },
	{ "no leap day",           { 2026,  2, 28 },       1, { 2026,  3,  1 }, 7 },
	{ "a year of 365",         { 2025,  3,  1 },     365, { 2026,  3,  1 }, 7 },
	{ "a year of 366",         { 2023,  3,  1 },     366, { 2024,  3,  1 }, 5 },
	{ "before the epoch",      { 1970,  1,  1 },      -1, { 1969, 12, 31 }, 3 },
	{ "400 years",             { 1600,  2, 29 },  146097, { 2000,  2, 29 }, 2 },
	{ "the whole calendar",    {    1,  1,  1 }, 3652058, { 9999, 12, 31 }, 5 },
	{ "and back, a Monday",    { 9999, 12, 31 }, -3652058, {   1,  1,  1 }, 1 },
};

TEST("days are counted forwards and back, with their weekdays")
{
	for (size_t i = 0; i < COUNT(steps); i++) {
		struct day to = day_plus(steps[i].from, steps[i].days);

		SAY(steps[i].words);
		EQ(day_compare(to, steps[i].to), 0);
		EQ(days_between(steps[i].from, steps[i].to), steps[i].days);
		EQ(day_weekday(to), steps[i].weekday);
	}
}

TEST("every day of the calendar follows the one before it, and libc agrees from 1900 on")
{
	struct day d = { 1, 1, 1 }, before = d;

	for (int n = 1; n <= 3652058; n++, before = d) {
		d = day_plus(before, 1);
		YES(day_is(d));
		EQ(days_between(before, d), 1);
		YES(day_compare(before, d) < 0);
		if (d.y >= 1900 && d.d == 1) {
			struct tm t = {
				.tm_year = d.y - 1900, .tm_mon = d.m - 1, .tm_mday = 1
			};

			EQ(instant_of_day(d) / 1000000, timegm(&t));
			EQ(day_weekday(d) % 7, t.tm_wday);
		}
	}
}

TEST("days do not leave the calendar, and no day stays none")
{
	EQ(day_compare(day_plus(DAY_EVER, 1), DAY_EVER), 0);
	EQ(day_compare(day_plus(DAY_EVER, INT32_MAX), DAY_EVER), 0);
	EQ(days_between((struct day){ 1, 1, 1 }, day_plus(DAY_EVER, INT32_MIN)), 0);
	YES(day_none(day_plus((struct day){ 0 }, 5)));
	YES(day_none((struct day){ 0 }));
	NO(day_none(DAY_EVER));
	NO(day_is((struct day){ 0 }));
}

static const struct {
	struct day a, b;
	int sign;
} pairs[] = {
	{ { 2026, 11, 24 }, { 2026, 11, 24 },  0 },
	{ { 2026, 11, 24 }, { 2026, 11, 25 }, -1 },
	{ { 2026, 11, 30 }, { 2026, 12,  1 }, -1 },
	{ { 2026, 12, 31 }, { 2027,  1,  1 }, -1 },
	{ { 2027,  1,  1 }, { 2026, 12, 31 },  1 },
	{ {    0,  0,  0 }, {    1,  1,  1 }, -1 },
};

TEST("earlier days are less")
{
	for (size_t i = 0; i < COUNT(pairs); i++) {
		int c = day_compare(pairs[i].a, pairs[i].b);

		EQ((c > 0) - (c < 0), pairs[i].sign);
	}
}

TEST("no day is written as nothing")
{
	char text[11] = "xxxxxxxxxx";

	day_write((struct day){ 0 }, text);
	SAME(text, "");
}

static const struct {
	const char *words;
	int64_t at;
	struct day day;
} instants[] = {
	{ "the epoch",              0,                          { 1970,  1,  1 } },
	{ "just before it",         -1,                         { 1969, 12, 31 } },
	{ "a day before it",        -INT64_C(86400000000),      { 1969, 12, 31 } },
	{ "a microsecond more",     -INT64_C(86400000001),      { 1969, 12, 30 } },
	{ "an afternoon",           INT64_C(1795532645123456),  { 2026, 11, 24 } },
	{ "the last of that day",   INT64_C(1795564799999999),  { 2026, 11, 24 } },
	{ "the first of the next",  INT64_C(1795564800000000),  { 2026, 11, 25 } },
	{ "far beyond",             INT64_MAX,                  { 9999, 12, 31 } },
	{ "far before",             INT64_MIN + 1,              {    1,  1,  1 } },
	{ "no instant",             NONE,                       {    0,  0,  0 } },
};

TEST("an instant belongs to one UTC day")
{
	for (size_t i = 0; i < COUNT(instants); i++) {
		SAY(instants[i].words);
		EQ(day_compare(day_of_instant(instants[i].at), instants[i].day), 0);
	}
	EQ(instant_of_day((struct day){ 2026, 11, 25 }), INT64_C(1795564800000000));
	EQ(instant_of_day((struct day){ 0 }), NONE);
}
