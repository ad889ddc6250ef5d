/* zone_rule.c: reads and applies a POSIX TZ rule (RFC 8536, 3.3). No files, no clock. */
#include "base/zone_rule.h"

enum { HOUR = 3600, DAY = 86400, HOURS_MOST = 167 };

/* What is left of the text. Nothing is read past its end: there it says NUL. */
struct rest {
	const char *at, *end;
};

static char
next(const struct rest *r)
{
	return r->at < r->end ? *r->at : '\0';
}

static bool
skip(struct rest *r, char c)
{
	if (next(r) != c)
		return false;
	r->at++;
	return true;
}

static bool
number(struct rest *r, int low, int high, int *n)
{
	int read = 0, digits = 0;

	for (; next(r) >= '0' && next(r) <= '9' && digits < 3; digits++, r->at++)
		read = read * 10 + (next(r) - '0');
	if (digits == 0 || read < low || read > high)
		return false;
	*n = read;
	return true;
}

/* [+-]hh[:mm[:ss]] in seconds. */
static bool
span(struct rest *r, int *seconds)
{
	bool minus = skip(r, '-');
	int h, m = 0, s = 0;

	if (!minus)
		skip(r, '+');
	if (!number(r, 0, HOURS_MOST, &h))
		return false;
	if (skip(r, ':')) {
		if (!number(r, 0, 59, &m))
			return false;
		if (skip(r, ':') && !number(r, 0, 59, &s))
			return false;
	}
	*seconds = (minus ? -1 : 1) * (h * HOUR + m * 60 + s);
	return true;
}

static bool
alphabetic(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* "CET" or "<+0530>"; nobody needs the name. */
static bool
name(struct rest *r)
{
	const char *from = r->at;

	if (skip(r, '<')) {
		while (next(r) != '\0' && next(r) != '>')
			r->at++;
		return skip(r, '>');
	}
	while (alphabetic(next(r)))
		r->at++;
	return r->at - from >= 3;
}

static bool
day_of_rule(struct rest *r, struct zone_when *w)
{
	if (skip(r, 'M')) {
		w->kind = WHEN_WEEKDAY;
		return number(r, 1, 12, &w->month) && skip(r, '.') &&
		    number(r, 1, 5, &w->week) && skip(r, '.') && number(r, 0, 6, &w->day);
	}
	w->kind = skip(r, 'J') ? WHEN_DAY : WHEN_NUMBER;
	return number(r, w->kind == WHEN_DAY, 365, &w->day);
}

/* ",M3.5.0/3": a day and, unless two o'clock, a time. */
static bool
when(struct rest *r, struct zone_when *w)
{
	w->time = 2 * HOUR;
	if (!skip(r, ',') || !day_of_rule(r, w))
		return false;
	return !skip(r, '/') || span(r, &w->time);
}

/* POSIX counts offsets to the west. */
static bool
offset(struct rest *r, int *east)
{
	int west;

	if (!span(r, &west) || west < -24 * HOUR || west > 24 * HOUR)
		return false;
	*east = -west;
	return true;
}

bool
zone_rule_read(const char *text, size_t n, struct zone_rule *rule)
{
	struct rest r = { text, text + n };
	struct zone_rule read = { .changes = false };

	if (!name(&r) || !offset(&r, &read.plain))
		return false;
	if (r.at < r.end) {
		read.changes = true;
		read.summer = read.plain + HOUR;
		if (!name(&r) || (next(&r) != ',' && !offset(&r, &read.summer)))
			return false;
		if (!when(&r, &read.begins) || !when(&r, &read.ends) || r.at != r.end)
			return false;
	}
	*rule = read;
	return true;
}

/* "Weekday d of week w": its day of the month. Sunday is 0. */
static struct day
weekday_of(int y, const struct zone_when *w)
{
	struct day first = { (int16_t)y, (int8_t)w->month, 1 };
	int d = 1 + (w->day - day_weekday(first) % 7 + 7) % 7 + (w->week - 1) * 7;

	while (d > days_of_month(y, w->month))
		d -= 7;
	first.d = (int8_t)d;
	return first;
}

/* Seconds since 1970 of that moment of year y, on a clock so far east. */
static int64_t
moment(int y, const struct zone_when *w, int east)
{
	struct day new_year = { (int16_t)y, 1, 1 };
	bool leap = days_of_month(y, 2) == 29;
	int days = w->day;
	int64_t midnight;

	if (w->kind == WHEN_WEEKDAY)
		days = days_between(new_year, weekday_of(y, w));
	else if (w->kind == WHEN_DAY)
		days = w->day - 1 + (leap && w->day >= 60);
	midnight = instant_of_day(new_year) / 1000000 + (int64_t)days * DAY;
	return midnight + w->time - east;
}

int
zone_rule_offset(const struct zone_rule *r, int64_t seconds)
{
	int64_t begins, ends;
	bool summer;
	int y;

	if (!r->changes)
		return r->plain;
	y = day_of_instant((seconds + r->plain) * 1000000).y;
	begins = moment(y, &r->begins, r->plain);
	ends = moment(y, &r->ends, r->summer);
	if (begins < ends)
		summer = begins <= seconds && seconds < ends;
	else                                    /* the south: over new year */
		summer = !(ends <= seconds && seconds < begins);
	return summer ? r->summer : r->plain;
}
