/* framework_judge_test.c: who is proposed what, and why, as a table. */
#include "cycles/framework_judge.h"

#include "base/test.h"

#include <string.h>

/* growth oversight council frequency goals data fairness manager employee */
static const struct {
	const char *words, *said[FRAMEWORK_ASKS];
	int64_t people;
	const char *style, *kind, *rhythm;
	bool approval;
	int months;
} rows[] = {
	{ "a young company that doubles every year", { "fast", "none", "none", "week", "team", "words", "manager", "coach", "drives" }, 35, "continuous", "midyear", "week", false, 3 },
	{ "fast, but it wants a figure", { "fast", "none", "none", "week", "team", "figures", "manager", "coach", "drives" }, 60, "continuous", "review", "week", false, 3 },
	{ "fast, with a second pair of eyes on ratings", { "fast", "none", "none", "week", "team", "figures", "second", "coach", "drives" }, 60, "continuous", "review", "week", true, 3 },
	{ "a bank", { "steady", "regulated", "agrees", "year", "top", "figures", "trail", "judge", "answers" }, 4000, "structured", "review", "quarter", true, 12 },
	{ "a small regulated practice", { "steady", "regulated", "none", "quarter", "top", "both", "trail", "both", "shares" }, 30, "structured", "review", "month", true, 12 },
	{ "regulated and fast: a trail all the same", { "fast", "regulated", "none", "week", "team", "words", "manager", "coach", "drives" }, 30, "blended", "review", "fortnight", true, 6 },
	{ "fast, and a trail is wanted", { "fast", "none", "none", "week", "team", "words", "trail", "coach", "drives" }, 30, "blended", "review", "fortnight", true, 6 },
	{ "the middle of everything", { "some", "some", "none", "quarter", "both", "both", "manager", "both", "shares" }, 120, "blended", "review", "month", false, 6 },
	{ "the same with a works council that has a say", { "some", "some", "agrees", "quarter", "both", "both", "manager", "both", "shares" }, 120, "blended", "review", "month", true, 6 },
	{ "the same among thousands", { "some", "some", "agrees", "quarter", "both", "both", "second", "both", "shares" }, 1000, "structured", "review", "month", true, 12 },
	{ "nothing is said", { NULL }, 100, "blended", "review", "month", false, 6 },
};

static struct framework_answers
of(size_t i)
{
	struct framework_answers a = { .people = rows[i].people };

	memcpy(a.said, rows[i].said, sizeof a.said);
	return a;
}

TEST("nine answers and a head count propose a way of working and what follows from it")
{
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct framework_answers a = of(i);
		struct framework_proposal p = framework_judge(&a, NULL);

		SAY(rows[i].words);
		SAME(p.style, rows[i].style);
		SAME(p.kind, rows[i].kind);
		SAME(p.rhythm, rows[i].rhythm);
		EQ(p.approval, rows[i].approval);
		EQ(p.months, rows[i].months);
	}
	SAY(NULL);
}

TEST("every answer that weighs is a reason for or against, whatever is proposed; between the two nothing is against")
{
	static const char *const styles[] = { NULL, "continuous", "blended", "structured" };

	for (size_t i = 0; i < COUNT(rows); i++)
		for (size_t s = 0; s < COUNT(styles); s++) {
			struct framework_answers a = of(i);
			struct framework_proposal p = framework_judge(&a, styles[s]), own = framework_judge(&a, NULL);

			SAY(rows[i].words);
			if (styles[s])
				SAME(p.style, styles[s]);
			EQ(p.n_for + p.n_against, own.n_for + own.n_against);
			if (strcmp(p.style, "blended") == 0)
				EQ(p.n_against, 0);
			for (size_t k = 0; k < p.n_against; k++)
				EQ(p.against[k].leans < 0, strcmp(p.style, "structured") == 0);
		}
	SAY(NULL);
}

TEST("a dimension leans to the modern or the traditional end, or stands between")
{
	SAME(framework_lean(ASK_FREQUENCY, "week"), "modern");
	SAME(framework_lean(ASK_FREQUENCY, "quarter"), "between");
	SAME(framework_lean(ASK_GOALS, "top"), "traditional");
	SAME(framework_lean(ASK_GOALS, "no such word"), "between");
	SAME(framework_lean(ASK_GOALS, NULL), "between");
}

static const struct { const char *words; struct day today, start; } starts[] = {
	{ "a Tuesday is a working day",  { 2026, 11, 24 }, { 2026, 11, 24 } },
	{ "so is a Friday",              { 2026, 11, 27 }, { 2026, 11, 27 } },
	{ "a Saturday waits two days",   { 2026, 11, 28 }, { 2026, 11, 30 } },
	{ "a Sunday one",                { 2026, 11, 29 }, { 2026, 11, 30 } },
};

TEST("a cycle that is prepared today begins on a working day")
{
	for (size_t i = 0; i < COUNT(starts); i++) {
		SAY(starts[i].words);
		EQ(day_compare(framework_start(starts[i].today), starts[i].start), 0);
	}
	SAY(NULL);
}

TEST("months before a day: a day that month does not have becomes its last")
{
	EQ(day_compare(months_before((struct day){ 2026, 11, 24 }, 3), (struct day){ 2026, 8, 24 }), 0);
	EQ(day_compare(months_before((struct day){ 2026, 11, 24 }, 12), (struct day){ 2025, 11, 24 }), 0);
	EQ(day_compare(months_before((struct day){ 2026, 1, 31 }, 2), (struct day){ 2025, 11, 30 }), 0);
	EQ(day_compare(months_before((struct day){ 2024, 8, 31 }, 6), (struct day){ 2024, 2, 29 }), 0);
}
