/* task_judge.c: what the days of a task mean. No clock, no database, no markup. */
#include "tasks/task_judge.h"

#include <stdbool.h>
#include <string.h>

enum { SOON = 7 };

static bool
is_open(const char *lane)
{
	return strcmp(lane, "todo") == 0 || strcmp(lane, "doing") == 0;
}

const char *
task_near(const char *lane, struct day due, struct day today)
{
	int days = days_between(today, due);

	if (!is_open(lane))
		return "";
	return days < 0 ? "late" : days == 0 ? "today" : days <= SOON ? "soon" : "later";
}

const char *
task_tone(const char *near)
{
	if (strcmp(near, "late") == 0)
		return "bad";
	return strcmp(near, "today") == 0 || strcmp(near, "soon") == 0 ? "warn" : "quiet";
}

struct day
task_next_due(struct day due, int64_t every, struct day today)
{
	int64_t over = days_between(due, today);
	int64_t steps = over < 0 ? 1 : over / every + 1;

	return day_plus(due, (int)(steps * every));
}
