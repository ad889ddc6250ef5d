/* zone_test.c: what clocks say, as almanacs have it and as libc has it. */
#include "base/zone.h"
#include "base/test.h"

#include <pthread.h>
#include <stdlib.h>
#include <time.h>

static const struct {
	const char *words, *zone;
	struct day utc;
	int hour, minute;
	struct day there;
	const char *clock;
} clocks[] = {
	{ "London in winter",
	  "Europe/London",      { 2026,  1, 15 }, 12,  0, { 2026,  1, 15 }, "12:00" },
	{ "Berlin in summer",
	  "Europe/Berlin",      { 2026,  7,  1 }, 22, 30, { 2026,  7,  2 }, "00:30" },
	{ "Berlin, beyond 2037",
	  "Europe/Berlin",      { 2090,  7,  1 }, 22, 30, { 2090,  7,  2 }, "00:30" },
	{ "New York, the day before",
	  "America/New_York",   { 2026,  1,  1 },  4, 59, { 2025, 12, 31 }, "23:59" },
	{ "the hour that is skipped",
	  "America/New_York",   { 2026,  3,  8 },  7,  0, { 2026,  3,  8 }, "03:00" },
	{ "the hour that is twice",
	  "America/New_York",   { 2026, 11,  1 },  5, 30, { 2026, 11,  1 }, "01:30" },
	{ "and once more",
	  "America/New_York",   { 2026, 11,  1 },  6, 30, { 2026, 11,  1 }, "01:30" },
	{ "Kathmandu's quarter",
	  "Asia/Kathmandu",     { 2026,  1, 15 }, 12,  0, { 2026,  1, 15 }, "17:45" },
	{ "the far east",
	  "Pacific/Kiritimati", { 2026,  1, 15 }, 10,  0, { 2026,  1, 16 }, "00:00" },
	{ "before 1970",
	  "Europe/Berlin",      { 1960,  7,  1 }, 23, 30, { 1960,  7,  2 }, "00:30" },
	{ "UTC",
	  "UTC",                { 2026,  1, 15 },  9, 42, { 2026,  1, 15 }, "09:42" },
	{ "an unknown zone",
	  "Europe/Atlantis",    { 2026,  1, 15 },  9, 42, { 2026,  1, 15 }, "09:42" },
	{ "no zone",
	  NULL,                 { 2026,  1, 15 },  9, 42, { 2026,  1, 15 }, "09:42" },
};

TEST("the day and the clock are those of the place")
{
	for (size_t i = 0; i < COUNT(clocks); i++) {
		int64_t at = instant_of_day(clocks[i].utc) +
		    (clocks[i].hour * 60 + clocks[i].minute) * INT64_C(60000000);
		char text[6];

		SAY(clocks[i].words);
		zone_clock(clocks[i].zone, at, text);
		SAME(text, clocks[i].clock);
		EQ(day_compare(zone_day(clocks[i].zone, at), clocks[i].there), 0);
	}
}

static const struct {
	const char *words, *zone;
	bool exists;
} names[] = {
	{ "a city",               "Europe/Berlin",                  true },
	{ "three words",          "America/Argentina/Buenos_Aires", true },
	{ "a sign",               "Etc/GMT+5",                      true },
	{ "UTC",                  "UTC",                            true },
	{ "a folder",             "Europe",                         false },
	{ "a folder, open",       "Europe/",                        false },
	{ "a stroke too many",    "Europe//Berlin",                 false },
	{ "from the root",        "/usr/share/zoneinfo/UTC",        false },
	{ "upwards",              "../zoneinfo/UTC",                false },
	{ "another file there",   "zone.tab",                       false },
	{ "another, good name",   "leapseconds",                    false },
	{ "counts leap seconds",  "right/UTC",                      false },
	{ "a space",              "America/New York",               false },
	{ "very long",
	  "A/A/A/A/A/A/A/A/A/A/A/A/A/A/A/A/A/A/A/A/A/A/A/A/A/A/A/A/A/A/A/A/A",  false },
	{ "nothing",              "",                               false },
	{ "not there",            NULL,                             false },
};

TEST("a zone exists when it has a good name and a zone file")
{
	for (size_t i = 0; i < COUNT(names); i++) {
		SAY(names[i].words);
		EQ(zone_exists(names[i].zone), names[i].exists);
	}
}

static const char *const everywhere[] = {
	"Europe/Berlin", "Europe/London", "Europe/Dublin", "Europe/Lisbon", "Europe/Moscow",
	"America/New_York", "America/Sao_Paulo", "America/Nuuk", "America/St_Johns",
	"America/Santiago", "Africa/Casablanca", "Africa/Cairo", "Asia/Kolkata", "Asia/Tehran",
	"Asia/Gaza", "Asia/Tokyo", "Australia/Sydney", "Australia/Lord_Howe", "Pacific/Apia",
	"Pacific/Chatham", "Pacific/Easter", "Antarctica/Troll", "UTC",
};

TEST("libc has the same offsets from 1905 to 2200")
{
	for (size_t i = 0; i < COUNT(everywhere); i++) {
		SAY(everywhere[i]);
		setenv("TZ", everywhere[i], 1);
		tzset();
		for (time_t t = -2051222400; t < 7258118400; t += 86400 * 3 + 3607) {
			struct tm there;

			localtime_r(&t, &there);
			EQ(zone_offset(everywhere[i], t * INT64_C(1000000)), there.tm_gmtoff);
		}
	}
	unsetenv("TZ");
	tzset();
}

TEST("instants beyond the calendar are its ends, and no instant has no day and no clock")
{
	char text[6];

	EQ(day_compare(zone_day("Asia/Tokyo", INT64_MAX), DAY_EVER), 0);
	EQ(zone_day("America/New_York", INT64_MIN + 1).y, 1);
	YES(day_none(zone_day("Asia/Tokyo", NONE)));
	zone_clock("Asia/Tokyo", NONE, text);
	SAME(text, "");
	zone_clock("America/New_York", -1, text);
	SAME(text, "18:59");
}

static void *
look_everywhere(void *wrong)
{
	for (size_t i = 0; i < 40 * COUNT(everywhere); i++)
		if (!zone_exists(everywhere[i % COUNT(everywhere)]))
			*(bool *)wrong = true;
	return NULL;
}

TEST("eight threads may ask at once")
{
	pthread_t threads[8];
	bool wrong[8] = { false };

	for (size_t i = 0; i < COUNT(threads); i++)
		EQ(pthread_create(&threads[i], NULL, look_everywhere, &wrong[i]), 0);
	for (size_t i = 0; i < COUNT(threads); i++) {
		pthread_join(threads[i], NULL);
		NO(wrong[i]);
	}
}
