/* zone_rule_test.c: summer time by rule, in UTC days and hours anyone can look up. */
#include "base/zone_rule.h"
#include "base/test.h"

#include <string.h>

#define BERLIN   "CET-1CEST,M3.5.0,M10.5.0/3"
#define NEW_YORK "EST5EDT,M3.2.0,M11.1.0"
#define DUBLIN   "IST-1GMT0,M10.5.0,M3.5.0/1"
#define SYDNEY   "AEST-10AEDT,M10.1.0,M4.1.0/3"
#define LORD     "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0"
#define NUUK     "<-02>2<-01>,M3.5.0/-1,M10.5.0/0"
#define ALWAYS   "EST5EDT,0/0,J365/25"
#define LEAPING  "AAA0BBB,J59/0,J60/0"          /* 28 February only, whatever the year */
#define COUNTING "AAA0BBB,58/0,59/0"            /* so too */
#define SIXTIETH "AAA0BBB,59/0,60/0"            /* 29 February, or 1 March */

static const struct {
	const char *words, *rule;
	struct day day;         /* UTC */
	int hour, minute;
	int offset;             /* minutes east */
} moments[] = {
	{ "fixed, far ahead",            "<+0530>-5:30", { 2400,  6,  1 }, 12,  0,  330 },
	{ "fixed to the west",           "<-03>3",       { 2026,  6,  1 }, 12,  0, -180 },
	{ "Berlin in winter",            BERLIN,         { 2050,  1, 15 }, 12,  0,   60 },
	{ "Berlin, just before summer",  BERLIN,         { 2050,  3, 27 },  0, 59,   60 },
	{ "Berlin, summer begins",       BERLIN,         { 2050,  3, 27 },  1,  0,  120 },
	{ "Berlin, just before its end", BERLIN,         { 2050, 10, 30 },  0, 59,  120 },
	{ "Berlin, summer ends",         BERLIN,         { 2050, 10, 30 },  1,  0,   60 },
	{ "Berlin, month ends Sunday",   BERLIN,         { 2041,  3, 31 },  1,  0,  120 },
	{ "New York, before",            NEW_YORK,       { 2026,  3,  8 },  6, 59, -300 },
	{ "New York, begins",            NEW_YORK,       { 2026,  3,  8 },  7,  0, -240 },
	{ "New York, last hour",         NEW_YORK,       { 2026, 11,  1 },  5, 59, -240 },
	{ "New York, ends",              NEW_YORK,       { 2026, 11,  1 },  6,  0, -300 },
	{ "New York, new year's eve",    NEW_YORK,       { 2027,  1,  1 },  2,  0, -300 },
	{ "Dublin, winter is the other", DUBLIN,         { 2026,  1, 15 }, 12,  0,    0 },
	{ "Dublin, before",              DUBLIN,         { 2026,  3, 29 },  0, 59,    0 },
	{ "Dublin, begins",              DUBLIN,         { 2026,  3, 29 },  1,  0,   60 },
	{ "Dublin, ends",                DUBLIN,         { 2026, 10, 25 },  1,  0,    0 },
	{ "Sydney, summer at new year",  SYDNEY,         { 2026, 12, 31 }, 20,  0,  660 },
	{ "Sydney, before its end",      SYDNEY,         { 2026,  4,  4 }, 15, 59,  660 },
	{ "Sydney, ends",                SYDNEY,         { 2026,  4,  4 }, 16,  0,  600 },
	{ "Sydney, begins",              SYDNEY,         { 2026, 10,  3 }, 16,  0,  660 },
	{ "half an hour, winter",        LORD,           { 2026,  6,  1 },  0,  0,  630 },
	{ "half an hour, summer",        LORD,           { 2026, 12,  1 },  0,  0,  660 },
	{ "a time before midnight",      NUUK,           { 2026,  3, 29 },  0, 59, -120 },
	{ "and its end",                 NUUK,           { 2026,  3, 29 },  1,  0,  -60 },
	{ "all year, at new year",       ALWAYS,         { 2026,  1,  1 },  5,  0, -240 },
	{ "all year, just before it",    ALWAYS,         { 2026,  1,  1 },  4, 59, -240 },
	{ "all year, July",              ALWAYS,         { 2026,  7,  1 },  0,  0, -240 },
	{ "J59 is 28 February",          LEAPING,        { 2028,  2, 28 }, 12,  0,   60 },
	{ "J60 is 1 March: 29th is in",  LEAPING,        { 2028,  2, 29 }, 12,  0,   60 },
	{ "J60 is 1 March",              LEAPING,        { 2028,  3,  1 }, 12,  0,    0 },
	{ "day 58 is 28 February",       COUNTING,       { 2028,  2, 28 }, 12,  0,   60 },
	{ "day 59 is 29 February",       COUNTING,       { 2028,  2, 29 }, 12,  0,    0 },
	{ "or 1 March",                  SIXTIETH,       { 2026,  3,  1 }, 12,  0,   60 },
	{ "in leap years the 29th",      SIXTIETH,       { 2028,  2, 29 }, 12,  0,   60 },
};

TEST("a rule gives the offset at any moment of any year")
{
	for (size_t i = 0; i < COUNT(moments); i++) {
		const char *text = moments[i].rule;
		int64_t at = instant_of_day(moments[i].day) / 1000000 + moments[i].hour * 3600 +
		    moments[i].minute * 60;
		struct zone_rule rule;

		SAY(moments[i].words);
		YES(zone_rule_read(text, strlen(text), &rule));
		EQ(zone_rule_offset(&rule, at), moments[i].offset * 60);
	}
}

static const struct {
	const char *words, *text;
} wrong[] = {
	{ "nothing",             "" },
	{ "no offset",           "CET" },
	{ "a short name",        "CE-1" },
	{ "an open name",        "<+03" },
	{ "an offset of days",   "CET-99" },
	{ "no rule for summer",  "CET-1CEST" },
	{ "half a rule",         "CET-1CEST,M3.5.0" },
	{ "month 13",            "CET-1CEST,M13.5.0,M10.5.0" },
	{ "week 6",              "CET-1CEST,M3.6.0,M10.5.0" },
	{ "week nought",         "CET-1CEST,M3.0.0,M10.5.0" },
	{ "weekday 7",           "CET-1CEST,M3.5.7,M10.5.0" },
	{ "day J0",              "CET-1CEST,J0,M10.5.0" },
	{ "day 366",             "CET-1CEST,366,M10.5.0" },
	{ "minute 60",           "CET-1:60" },
	{ "an hour too many",    "CET-1CEST,M3.5.0/168,M10.5.0" },
	{ "something follows",   "CET-1CEST,M3.5.0,M10.5.0/3 " },
	{ "no number",           "CET-1CEST,M3.5.0/,M10.5.0" },
};

TEST("what is no rule is refused, as is every rule cut short inside its last day")
{
	struct zone_rule rule;

	for (size_t i = 0; i < COUNT(wrong); i++) {
		SAY(wrong[i].words);
		NO(zone_rule_read(wrong[i].text, strlen(wrong[i].text), &rule));
	}
	for (size_t n = 6; n < strlen("CET-1CEST,M3.5.0,M10.5.0"); n++)
		NO(zone_rule_read(BERLIN, n, &rule));
}
