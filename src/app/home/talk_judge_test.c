/* talk_judge_test.c: reasons to talk, as a table. */
#include "home/talk_judge.h"

#include "base/test.h"

#include <string.h>

#define OCTOBER { 2026, 10, 1 }
#define JULY { 2026, 7, 1 }

static const struct day today = { 2026, 11, 24 };

static const struct { const char *words; struct glance g; const char *whys; } cases[] = {
	{ "all is well", { .report = 1, .goals = 2, .given_on = OCTOBER, .hired_on = JULY }, "" },
	{ "no goal", { .report = 1, .given_on = OCTOBER }, "none" },
	{ "no word for sixty days", { .report = 1, .goals = 1, .given_on = JULY }, "quiet" },
	{ "never a word, and here since July", { .report = 1, .goals = 1, .hired_on = JULY }, "quiet" },
	{ "never a word, but new", { .report = 1, .goals = 1, .hired_on = OCTOBER }, "" },
	{ "on the sixtieth day it is not yet said", { .report = 1, .goals = 1, .given_on = { 2026, 9, 25 } }, "" },
	{ "on the day after it is", { .report = 1, .goals = 1, .given_on = { 2026, 9, 24 } }, "quiet" },
	{ "a goal behind and another silent", { .report = 1, .goals = 2, .behind = 1, .silent = 1, .given_on = OCTOBER }, "behind silent" },
	{ "to be agreed", { .report = 1, .goals = 1, .waiting = 1, .given_on = OCTOBER }, "waiting" },
	{ "released, not talked about", { .report = 1, .goals = 1, .given_on = OCTOBER, .review_state = "released" }, "released" },
	{ "read, not talked about", { .report = 1, .goals = 1, .given_on = OCTOBER, .review_state = "acknowledged" }, "released" },
	{ "talked about", { .report = 1, .goals = 1, .given_on = OCTOBER, .review_state = "released", .talked = 1 }, "" },
	{ "not released yet", { .report = 1, .goals = 1, .given_on = OCTOBER, .review_state = "written" }, "" },
	{ "somebody else's report", { .report = 0, .review_state = "released" }, "" },
};

static const char *
joined(const struct glance *g, char out[static 80], int64_t *weight)
{
	const char *whys[TALK_WHYS];
	size_t n = talk_whys(g, today, whys, weight);

	out[0] = '\0';
	for (size_t i = 0; i < n; i++)
		snprintf(out + strlen(out), 80 - strlen(out), "%s%s", i ? " " : "", whys[i]);
	return out;
}

TEST("whom to talk to, and why")
{
	for (size_t i = 0; i < COUNT(cases); i++) {
		char said[80];
		int64_t weight;

		SAY(cases[i].words);
		SAME(joined(&cases[i].g, said, &weight), cases[i].whys);
		YES((weight > 0) == (cases[i].whys[0] != '\0'));
	}
	SAY(NULL);
}

TEST("a stronger reason weighs more than all weaker ones together")
{
	const struct glance strong = { .report = 1, .goals = 1, .behind = 1, .given_on = OCTOBER };
	const struct glance weak = { .report = 1, .goals = 0, .silent = 1, .waiting = 1, .given_on = JULY };
	char said[80];
	int64_t a, b;

	joined(&strong, said, &a);
	joined(&weak, said, &b);
	YES(a > b);
}
