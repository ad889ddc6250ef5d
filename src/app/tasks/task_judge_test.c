/* task_judge_test.c: the days of a task, as a table somebody could read and correct. */
#include "base/base.h"
#include "base/test.h"
#include "tasks/task_judge.h"

static struct day
day(const char *text)
{
	struct day d = { 0 };

	assert_true(day_read(text, &d));
	return d;
}

TEST("an open task is late, due today, soon or later; a closed one is nothing")
{
	static const struct { const char *lane, *due, *near, *tone; } table[] = {
		{ "todo",    "2026-11-23", "late",  "bad" },
		{ "doing",   "2026-11-24", "today", "warn" },
		{ "todo",    "2026-11-25", "soon",  "warn" },
		{ "todo",    "2026-12-01", "soon",  "warn" },
		{ "todo",    "2026-12-02", "later", "quiet" },
		{ "done",    "2026-11-01", "",      "quiet" },
		{ "dropped", "2026-11-01", "",      "quiet" },
	};

	for (size_t i = 0; i < COUNT(table); i++) {
		const char *near = task_near(table[i].lane, day(table[i].due), day("2026-11-24"));

		assert_string_equal(near, table[i].near);
		assert_string_equal(task_tone(near), table[i].tone);
	}
}

TEST("a task that comes again keeps its step and never comes back already due")
{
	static const struct { const char *due; int64_t every; const char *today, *next; } table[] = {
		{ "2026-11-24", 7,  "2026-11-24", "2026-12-01" },       /* done on its day */
		{ "2026-11-27", 7,  "2026-11-24", "2026-12-04" },       /* done early: counted from its day */
		{ "2026-11-03", 7,  "2026-11-24", "2026-12-01" },       /* three weeks late: not three at once */
		{ "2026-11-02", 7,  "2026-11-24", "2026-11-30" },
		{ "2026-01-31", 30, "2026-02-01", "2026-03-02" },
		{ "2026-11-23", 1,  "2026-11-24", "2026-11-25" },
	};

	for (size_t i = 0; i < COUNT(table); i++) {
		struct day next = task_next_due(day(table[i].due), table[i].every, day(table[i].today));

		assert_int_equal(day_compare(next, day(table[i].next)), 0);
	}
}

TEST("whatever the days, the next one lies ahead, by no more than it must")
{
	for (int64_t every = 1; every <= 366; every += 5)
		for (int over = -40; over <= 800; over += 7) {
			struct day due = day("2026-11-24"), today = day_plus(due, over), next = task_next_due(due, every, today);
			int64_t far = days_between(due, next);

			assert_true(days_between(today, next) > 0 && far % every == 0 && far > 0);
			assert_true(over < 0 ? far == every : days_between(today, next) <= every);
		}
}
