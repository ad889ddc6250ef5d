/* goal_pace_test.c: lives of goals somebody from HR could check by hand; and what holds of all figures there are. */
#include "base/test.h"
#include "goals/goal_pace.h"

#include <string.h>

static const struct day OPENS = { 2026, 1, 1 }, DUE = { 2026, 4, 11 };         /* a hundred days */

static struct measure
figure(const char *better, int64_t baseline, int64_t target, int64_t reached)
{
	return (struct measure){ .kind = "number", .better = better, .baseline = baseline, .target = target, .high = NONE, .every = NONE,
		.reached = reached, .reached_on = reached == NONE ? (struct day){ 0 } : OPENS };
}

/* How far one measure has come, in thousandths of the way. */
static const struct {
	const char *words, *better;
	int64_t baseline, target, high, reached, come;
} ways[] = {
	{ "half way up",                      "up",       0, 200, NONE,  100,  500 },
	{ "half way down",                    "down",   200,   0, NONE,  100,  500 },
	{ "78 to 85 percent, at 81.5",        "up",   78000, 85000, NONE, 81500, 500 },
	{ "9 to 4 hours, at 8",               "down",  9000, 4000, NONE, 8000,  200 },
	{ "gone backwards is not below zero", "up",       0, 200, NONE, -100,    0 },
	{ "past the target is all of it",     "up",       0, 200, NONE,  500, 1000 },
	{ "one short of it is not all of it", "up",       0, 200000, NONE, 199999, 999 },
	{ "below zero, upwards",              "up",    -100, 100, NONE,    0,  500 },
	{ "nothing said is not zero",         "up",       0, 200, NONE, NONE, NONE },
	{ "inside the range",                 "within",   0,  50,   60,   55, 1000 },
	{ "on its lower end",                 "within",   0,  50,   60,   50, 1000 },
	{ "on its upper end",                 "within",   0,  50,   60,   60, 1000 },
	{ "half way to the range",            "within",   0,  50,   60,   25,  500 },
	{ "over the range from above",        "within", 100,  50,   60,   80,  500 },
	{ "began inside, fell out",           "within",  55,  50,   60,   40,    0 },
	{ "a target that was met at once",    "up",       5,   5, NONE,    5, 1000 },
	{ "and lost",                         "up",       5,   5, NONE,    4,    0 },
};

TEST("a measure has come as far as its figure has moved on its way, whatever the direction")
{
	for (size_t i = 0; i < COUNT(ways); i++) {
		struct measure m = figure(ways[i].better, ways[i].baseline, ways[i].target, ways[i].reached);

		m.high = ways[i].high;
		SAY(ways[i].words);
		EQ(measure_come(&m), ways[i].come);
	}
	SAY(NULL);
}

/* A goal of a hundred days, one measure from 0 to 200; the last step on the day named. */
static const struct {
	const char *words;
	int64_t reached;
	struct day said, today;
	const char *health;
} lives[] = {
	{ "not begun",                        NONE, { 0, 0, 0 },    { 2025, 12, 31 }, "early" },
	{ "its first day",                    NONE, { 0, 0, 0 },    { 2026, 1, 1 },   "unsaid" },
	{ "a quarter of its time is 25 days", NONE, { 0, 0, 0 },    { 2026, 1, 26 },  "unsaid" },
	{ "and a day more is silence",        NONE, { 0, 0, 0 },    { 2026, 1, 27 },  "stale" },
	{ "on the line",                       100, { 2026, 2, 20 }, { 2026, 2, 20 }, "good" },
	{ "ten points behind it",              100, { 2026, 3, 2 }, { 2026, 3, 2 },   "good" },
	{ "eleven points behind it",           100, { 2026, 3, 3 }, { 2026, 3, 3 },   "slow" },
	{ "nothing moved, but it was said",      0, { 2026, 1, 5 }, { 2026, 1, 11 },  "good" },
	{ "nothing moved, eleven days in",       0, { 2026, 1, 5 }, { 2026, 1, 12 },  "slow" },
	{ "all reached, long ago",             200, { 2026, 1, 5 }, { 2026, 4, 1 },   "done" },
	{ "far ahead, but silent",             180, { 2026, 1, 5 }, { 2026, 1, 31 },  "stale" },
	{ "far ahead, on the last day it may", 180, { 2026, 1, 5 }, { 2026, 1, 30 },  "good" },
	{ "its last day",                      150, { 2026, 4, 11 }, { 2026, 4, 11 }, "slow" },
	{ "the day after",                     199, { 2026, 4, 11 }, { 2026, 4, 12 }, "late" },
	{ "the day after, all reached",        200, { 2026, 4, 11 }, { 2026, 4, 12 }, "done" },
	{ "past its day, nothing ever said",  NONE, { 0, 0, 0 },    { 2026, 4, 12 },  "late" },
};

TEST("a goal is judged against a straight line with ten points of grace, and silence is never green")
{
	for (size_t i = 0; i < COUNT(lives); i++) {
		struct measure m = figure("up", 0, 200, lives[i].reached);
		struct pace p;

		m.reached_on = lives[i].said;
		p = goal_pace(&m, 1, OPENS, DUE, lives[i].today);
		SAY(lives[i].words);
		SAME(p.health, lives[i].health);
	}
	SAY(NULL);
}

TEST("several measures count by weight; one that said nothing takes no share")
{
	struct day today = { 2026, 1, 11 };
	struct measure m[3] = { figure("up", 0, 100, 50), figure("down", 100, 0, 100), figure("up", 0, 100, NONE) };

	EQ(goal_pace(m, 1, OPENS, DUE, today).come, 500);
	EQ(goal_pace(m, 2, OPENS, DUE, today).come, 250);
	EQ(goal_pace(m, 3, OPENS, DUE, today).come, 250);       /* the third is absent, not zero */
	EQ(goal_pace(m, 3, OPENS, DUE, today).said, 2);
	m[0].weight = 75;
	m[1].weight = 25;
	EQ(goal_pace(m, 2, OPENS, DUE, today).come, 375);
	m[2].weight = 900;
	EQ(goal_pace(m, 3, OPENS, DUE, today).come, 375);
	EQ(goal_pace(m + 2, 1, OPENS, DUE, today).come, NONE);
	EQ(goal_pace(NULL, 0, OPENS, DUE, today).come, NONE);
	m[0].reached = 100;
	m[1].reached = 0;
	SAME(goal_pace(m, 2, OPENS, DUE, today).health, "done");
	SAME(goal_pace(m, 3, OPENS, DUE, today).health, "good"); /* not done while one has said nothing */
}

TEST("yes or no, and a range kept from the start, owe nothing before the last day")
{
	struct measure yes = figure("up", 0, 1000, 0), range = figure("within", 55, 50, 56);

	yes.kind = "yesno";
	yes.reached_on = range.reached_on = (struct day){ 2026, 4, 1 };
	range.high = 60;
	SAME(goal_pace(&yes, 1, OPENS, DUE, (struct day){ 2026, 4, 10 }).health, "good");
	SAME(goal_pace(&yes, 1, OPENS, DUE, (struct day){ 2026, 4, 11 }).health, "slow");
	SAME(goal_pace(&yes, 1, OPENS, DUE, (struct day){ 2026, 4, 12 }).health, "late");
	SAME(goal_pace(&range, 1, OPENS, DUE, (struct day){ 2026, 4, 10 }).health, "done");
	range.reached = 61;
	SAME(goal_pace(&range, 1, OPENS, DUE, (struct day){ 2026, 4, 10 }).health, "slow");
}

TEST("the rhythm is what the measure says, else a quarter of the time, 7 to 30 days")
{
	struct measure m = figure("up", 0, 1, NONE);

	EQ(measure_rhythm(&m, OPENS, DUE), 25);
	EQ(measure_rhythm(&m, OPENS, (struct day){ 2026, 1, 9 }), 7);
	EQ(measure_rhythm(&m, OPENS, (struct day){ 2027, 1, 1 }), 30);
	m.every = 90;
	EQ(measure_rhythm(&m, OPENS, DUE), 90);
}

/* ---- what holds of all figures */

static uint64_t seed = 42;

static uint64_t
next(void)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return seed;
}

/* Small ones, large ones, and the ends of what a number can be; never NONE, which is none. */
static int64_t
any(void)
{
	static const int64_t ends[] = { INT64_MIN + 1, INT64_MAX, 0, 1, -1, INT64_MAX - 1, INT64_MIN + 2 };
	uint64_t kind = next() % 4;

	if (kind == 0)
		return ends[next() % COUNT(ends)];
	if (kind == 1)
		return (int64_t)(next() % 2001) - 1000;
	int64_t n = (int64_t)next();

	return n == NONE ? 0 : n;
}

static struct measure
any_measure(void)
{
	static const char *const betters[] = { "up", "down", "within" };
	struct measure m = figure(betters[next() % 3], any(), any(), any());
	int64_t other = any();

	if (strcmp(m.better, "within") == 0) {
		m.high = other > m.target ? other : m.target;
		m.target = other > m.target ? m.target : other;
	} else if ((strcmp(m.better, "up") == 0) != (m.baseline < m.target)) {
		int64_t was = m.baseline;

		m.baseline = m.target;
		m.target = was;
	}
	return m;
}

TEST("of any figures: within its bounds, all exactly when reached, no better for moving away, no overflow")
{
	for (int i = 0; i < 200000; i++) {
		struct measure m = any_measure(), nearer = m;
		int64_t come = measure_come(&m), step = (int64_t)(next() % 1000);
		bool there = strcmp(m.better, "up") == 0 ? m.reached >= m.target : strcmp(m.better, "down") == 0 ? m.reached <= m.target
		    : m.reached >= m.target && m.reached <= m.high;

		YES(come >= 0 && come <= WAY);
		EQ(come == WAY, there);
		if (strcmp(m.better, "within") == 0)
			continue;
		/* A step in the right direction never lowers it. */
		if (strcmp(m.better, "up") == 0 ? m.reached <= INT64_MAX - step : m.reached > INT64_MIN + step) {
			nearer.reached += strcmp(m.better, "up") == 0 ? step : -step;
			YES(measure_come(&nearer) >= come);
		}
	}
}

TEST("of any figures: the same way in another unit has come as far, and a way turned round too")
{
	for (int i = 0; i < 100000; i++) {
		struct measure m = any_measure(), larger, turned;

		m.baseline %= 1000000;
		m.target %= 1000000;
		m.reached %= 1000000;
		m.high = m.high == NONE ? NONE : m.high % 1000000;
		if (strcmp(m.better, "within") == 0 ? m.high < m.target : (strcmp(m.better, "up") == 0) != (m.baseline < m.target))
			continue;
		larger = m;
		larger.baseline *= 1000;
		larger.target *= 1000;
		larger.reached *= 1000;
		larger.high = m.high == NONE ? NONE : m.high * 1000;
		EQ(measure_come(&larger), measure_come(&m));
		if (strcmp(m.better, "within") == 0)
			continue;
		turned = m;
		turned.better = strcmp(m.better, "up") == 0 ? "down" : "up";
		turned.baseline = -m.baseline;
		turned.target = -m.target;
		turned.reached = -m.reached;
		EQ(measure_come(&turned), measure_come(&m));
	}
}

TEST("of any weights: the whole lies between the least and the most of its parts; an absent one changes nothing")
{
	for (int i = 0; i < 20000; i++) {
		struct measure m[4];
		int64_t least = WAY, most = 0, here;
		struct pace p, with;

		for (size_t k = 0; k < 3; k++) {
			m[k] = any_measure();
			m[k].weight = (int64_t)(next() % 101);
			here = measure_come(&m[k]);
			if (m[k].weight == 0)
				continue;
			least = here < least ? here : least;
			most = here > most ? here : most;
		}
		m[3] = figure("up", 0, 1, NONE);
		m[3].weight = (int64_t)(next() % 101);
		p = goal_pace(m, 3, OPENS, DUE, DUE);
		with = goal_pace(m, 4, OPENS, DUE, DUE);
		if (m[0].weight + m[1].weight + m[2].weight > 0) {
			YES(p.come >= least && p.come <= most);
			EQ(with.come, p.come);
		}
	}
}

TEST("a step is asked for from the last day of the rhythm on, while the goal runs and something is not reached")
{
	static const struct { const char *words; int64_t reached; struct day said, today; bool due; } table[] = {
		{ "the day before its first word is due", NONE, { 0, 0, 0 },    { 2026, 1, 25 }, false },
		{ "the day it is due",                    NONE, { 0, 0, 0 },    { 2026, 1, 26 }, true },
		{ "silent since",                         NONE, { 0, 0, 0 },    { 2026, 3, 1 },  true },
		{ "a word came",                          20,   { 2026, 1, 26 }, { 2026, 2, 19 }, false },
		{ "and is old again",                     20,   { 2026, 1, 26 }, { 2026, 2, 20 }, true },
		{ "all reached",                          200,  { 2026, 1, 5 },  { 2026, 4, 1 },  false },
		{ "its last day",                         20,   { 2026, 1, 26 }, { 2026, 4, 11 }, true },
		{ "past its day: a look back, no step",   20,   { 2026, 1, 26 }, { 2026, 4, 12 }, false },
		{ "not begun",                            NONE, { 0, 0, 0 },    { 2025, 11, 1 }, false },
	};

	for (size_t i = 0; i < COUNT(table); i++) {
		struct measure m = figure("up", 0, 200, table[i].reached);
		struct pace p;

		m.reached_on = table[i].said;
		p = goal_pace(&m, 1, OPENS, DUE, table[i].today);
		SAY(table[i].words);
		EQ(goal_step_is_due(&p, OPENS, DUE, table[i].today), table[i].due);
	}
	SAY(NULL);
}
