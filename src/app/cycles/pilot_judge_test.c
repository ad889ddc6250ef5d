/* pilot_judge_test.c: which unit is proposed for a pilot, as a table. */
#include "cycles/pilot_judge.h"

#include "base/test.h"

/* people, without a manager, without an address, head */
#define UNIT(number, many, lost, mute, led) { .id = { number }, .name = "U", .people = many, .no_manager = lost, .no_address = mute, .head = { led } }

static const struct {
	const char *words;
	struct pilot_unit units[4];
	size_t n;
	int best;
	const char *verdicts[4];
} rows[] = {
	{ "no unit, no pilot", { { .people = 0 } }, 0, -1, { NULL } },
	{ "nobody in it, no pilot", { UNIT(1, 0, 0, 0, 0) }, 1, -1, { "small" } },
	{ "the one of about fifteen people", { UNIT(1, 60, 1, 0, 9), UNIT(2, 8, 0, 0, 9), UNIT(3, 14, 0, 0, 9), UNIT(4, 40, 0, 0, 9) }, 4, 2, { "large", "fits", "fits", "fits" } },
	{ "one without a head gives way", { UNIT(1, 15, 0, 0, 0), UNIT(2, 39, 0, 0, 9) }, 2, 1, { "headless", "fits" } },
	{ "one with a hole in its lines gives way", { UNIT(1, 15, 1, 0, 9), UNIT(2, 30, 0, 0, 9) }, 2, 1, { "lines", "fits" } },
	{ "one that cannot be written to gives way", { UNIT(1, 15, 0, 2, 9), UNIT(2, 30, 0, 0, 9) }, 2, 1, { "silent", "fits" } },
	{ "nothing fits: size matters more than a head that can be named", { UNIT(1, 15, 0, 0, 0), UNIT(2, 5, 0, 0, 9) }, 2, 0, { "headless", "small" } },
	{ "the edges are in", { UNIT(1, 7, 0, 0, 9), UNIT(2, 41, 0, 0, 9), UNIT(3, 40, 0, 0, 9) }, 3, 2, { "small", "large", "fits" } },
};

TEST("a pilot is tried in a unit of 8 to 40 people with a head, whole lines and addresses, of about fifteen")
{
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct pilot_unit units[4];
		struct pilot_unit_rows list = { .at = units, .n = rows[i].n };

		for (size_t k = 0; k < rows[i].n; k++)
			units[k] = rows[i].units[k];
		SAY(rows[i].words);
		EQ(pilot_judge(&list, 100), rows[i].best);
		for (size_t k = 0; k < rows[i].n; k++) {
			SAME(units[k].verdict, rows[i].verdicts[k]);
			EQ(units[k].best, (int)k == rows[i].best);
		}
	}
	SAY(NULL);
}

TEST("a unit that holds everybody is the whole, and gives way")
{
	struct pilot_unit units[] = { UNIT(1, 20, 0, 0, 9), UNIT(2, 9, 0, 0, 9) };
	struct pilot_unit_rows list = { .at = units, .n = 2 };

	EQ(pilot_judge(&list, 20), 1);
	SAME(units[0].verdict, "whole");
}
