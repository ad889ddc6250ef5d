/* notices_judge.c: when somebody is told, and of what. No rows, no requests. */
#include "notices/notices_judge.h"

#include "base/zone.h"

#include <string.h>

enum { DAY_MIN = 24 * 60, SOON_DAYS = 2 };
static const int64_t MINUTE = INT64_C(60) * 1000000;

bool
letter_goes(const char *rhythm)
{
	return strcmp(rhythm, "usual") == 0 || strcmp(rhythm, "each") == 0;
}

int64_t
quiet_until(int64_t now, const char *zone, int64_t from, int64_t to)
{
	int64_t local = now / MINUTE + zone_offset(zone, now) / 60;
	int64_t at = (local % DAY_MIN + DAY_MIN) % DAY_MIN;
	bool quiet;

	if (from == NONE || to == NONE || from == to)
		return now;
	quiet = from < to ? at >= from && at < to : at >= from || at < to;
	if (!quiet)
		return now;
	return (now / MINUTE + (to - at + DAY_MIN) % DAY_MIN) * MINUTE;
}

bool
digest_is_worth(bool weekly, int64_t fresh, int64_t newly, int64_t waits, struct day due, struct day today)
{
	if (fresh > 0 || newly > 0)
		return true;
	if (waits == 0)
		return false;
	return weekly || (!day_none(due) && days_between(today, due) == SOON_DAYS);
}

int64_t
minutes_of(const char *text)
{
	if (strlen(text) != 5 || text[2] != ':')
		return NONE;
	for (int i = 0; i < 5; i++)
		if (i != 2 && (text[i] < '0' || text[i] > '9'))
			return NONE;
	int hour = (text[0] - '0') * 10 + text[1] - '0', minute = (text[3] - '0') * 10 + text[4] - '0';

	return hour < 24 && minute < 60 ? hour * 60 + minute : NONE;
}

const char *
notice_place(const char *kind)
{
	static const struct { const char *kind, *place; } places[] = {
		{ "review", "/reviews/" }, { "part", "/parts/" }, { "cycle", "/cycles/" }, { "goal", "/goals/" },
		{ "feedback", "/feedback/" }, { "ask", "/asks/" }, { "former", "/formers/" }, { "person", "/people/" }, { "form", "/forms/" },
		{ "task", "/tasks/" }, { "correction", "/corrections/" }, { "import", "/import/" }, { "say", "/say/" }, { "approval", "/approvals?cycle=" },
	};

	for (size_t i = 0; i < COUNT(places); i++)
		if (strcmp(places[i].kind, kind) == 0)
			return places[i].place;
	return NULL;
}
