/* goal_pace.c: is a goal moving fast enough? No clock, no database, no page. */
#include "goals/goal_pace.h"

#include <string.h>

/* Wide enough for any product or difference of two figures. */
typedef __int128 wide;

static int64_t
share(wide part, wide whole)
{
	wide at;

	if (part <= 0)
		return 0;
	if (part >= whole)
		return WAY;
	at = part * WAY / whole;
	return (int64_t)at;
}

/* How far a figure lies outside the range; 0 inside. */
static wide
outside(int64_t value, int64_t low, int64_t high)
{
	if (value < low)
		return (wide)low - value;
	return value > high ? (wide)value - high : 0;
}

static bool
is_range(const struct measure *m)
{
	return strcmp(m->better, "within") == 0;
}

static int64_t
range_come(const struct measure *m)
{
	int64_t high = m->high == NONE ? m->target : m->high;
	wide now = outside(m->reached, m->target, high), then = outside(m->baseline, m->target, high);

	return now == 0 ? WAY : share(then - now, then);
}

int64_t
measure_come(const struct measure *m)
{
	if (m->reached == NONE)
		return NONE;
	if (is_range(m))
		return range_come(m);
	if (strcmp(m->better, "down") == 0)
		return m->reached <= m->target ? WAY : share((wide)m->baseline - m->reached, (wide)m->baseline - m->target);
	return m->reached >= m->target ? WAY : share((wide)m->reached - m->baseline, (wide)m->target - m->baseline);
}

int64_t
line_on(struct day opens, struct day due, struct day today)
{
	int road = days_between(opens, due), gone = days_between(opens, today);

	if (gone <= 0)
		return 0;
	return gone >= road ? WAY : (int64_t)gone * WAY / road;
}

int64_t
measure_rhythm(const struct measure *m, struct day opens, struct day due)
{
	if (m->every != NONE && m->every > 0)
		return m->every;
	return clamp(days_between(opens, due) / 4, RHYTHM_LEAST, RHYTHM_MOST);
}

/* Yes or no comes at once, and a range that began inside has nothing to climb: nothing is owed before the end. */
static int64_t
owed(const struct measure *m, int64_t line)
{
	if (strcmp(m->kind, "yesno") == 0)
		return line == WAY ? WAY : 0;
	return is_range(m) && outside(m->baseline, m->target, m->high == NONE ? m->target : m->high) == 0 ? WAY : line;
}

static int64_t
silence(const struct measure *m, struct day opens, struct day today)
{
	int days = days_between(day_none(m->reached_on) ? opens : m->reached_on, today);

	return days > 0 ? days : 0;
}

void
measures_judge(struct measure *m, size_t n, struct day opens, struct day due, struct day today)
{
	int64_t line = line_on(opens, due, today);

	for (size_t i = 0; i < n; i++) {
		m[i].come = come_percent(measure_come(&m[i]));
		m[i].line = come_percent(owed(&m[i], line));
		m[i].silent = silence(&m[i], opens, today);
		m[i].rhythm = measure_rhythm(&m[i], opens, due);
	}
}

int64_t
come_percent(int64_t come)
{
	return come == NONE ? NONE : come / (WAY / 100);
}

static bool
weighs_nothing(const struct measure *m, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (m[i].weight > 0)
			return false;
	return true;
}

/* The quietest measure that has not arrived says how long the goal has been silent. */
static void
hear(struct pace *p, const struct measure *m, struct day opens, struct day due, struct day today, bool *stale)
{
	int64_t quiet = silence(m, opens, today), rhythm = measure_rhythm(m, opens, due);
	struct day by = day_plus(day_none(m->reached_on) ? opens : m->reached_on, (int)rhythm);

	if (measure_come(m) == WAY)
		return;
	if (quiet > p->silent)
		p->silent = quiet;
	if (quiet > rhythm)
		*stale = true;
	if (day_none(p->speaks_by) || day_compare(by, p->speaks_by) < 0)
		p->speaks_by = by;
}

static const char *
verdict(const struct pace *p, bool done, bool stale, struct day opens, struct day due, struct day today)
{
	if (done)
		return "done";
	if (days_between(today, opens) > 0)
		return "early";
	if (days_between(due, today) > 0)
		return "late";
	if (stale)
		return "stale";
	if (p->said == 0)
		return "unsaid";
	return p->come + GRACE < p->line ? "slow" : "good";
}

struct pace
goal_pace(const struct measure *m, size_t n, struct day opens, struct day due, struct day today)
{
	struct pace p = { .come = NONE, .line = line_on(opens, due, today), .measures = (int64_t)n };
	int64_t line = p.line, weights = 0, come = 0, owes = 0;
	bool alike = weighs_nothing(m, n), stale = false, done = n > 0;

	for (size_t i = 0; i < n; i++) {
		int64_t here = measure_come(&m[i]), weight = alike ? 1 : clamp(m[i].weight, 0, WAY);

		hear(&p, &m[i], opens, due, today, &stale);
		done = done && here == WAY;
		if (here == NONE)
			continue;
		p.said++;
		weights += weight;
		come += weight * here;
		owes += weight * owed(&m[i], line);
	}
	if (weights > 0) {
		p.come = come / weights;
		p.line = owes / weights;
	}
	p.health = verdict(&p, done, stale, opens, due, today);
	return p;
}

bool
goal_step_is_due(const struct pace *p, struct day opens, struct day due, struct day today)
{
	return !day_none(p->speaks_by) && day_compare(p->speaks_by, today) <= 0 && day_compare(opens, today) <= 0 && day_compare(today, due) <= 0;
}
