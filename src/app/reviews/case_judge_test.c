/* case_judge_test.c: which facts make a case. */
#include "base/test.h"
#include "reviews/case_judge.h"
#include "reviews/formers.h"

#include <string.h>

#define YEAR { 2026, 1, 1 }, .period_to = { 2026, 12, 31 }
#define OPEN .state = "open", .manager_state = "asked"
#define FACT(m, w, ...) { .member = { m }, .what = w, .name = "A", .unit = "U", .period_from = YEAR, __VA_ARGS__ }

TEST("days within a period count both its ends, and nothing outside")
{
	struct day from = { 2026, 1, 1 }, to = { 2026, 12, 31 };

	YES(case_days_within((struct day){ 2025, 6, 1 }, (struct day){ 2026, 1, 1 }, from, to) == 0);
	YES(case_days_within((struct day){ 2025, 6, 1 }, (struct day){ 2026, 1, 2 }, from, to) == 1);
	YES(case_days_within((struct day){ 2026, 12, 31 }, DAY_EVER, from, to) == 1);
	YES(case_days_within((struct day){ 2025, 1, 1 }, DAY_EVER, from, to) == 365);
	YES(case_days_within((struct day){ 2027, 1, 1 }, DAY_EVER, from, to) == 0);
}

static struct case_fact facts[] = {
	FACT(1, "absence", .from_on = { 2026, 1, 1 }, .until_on = { 2026, 4, 2 }, OPEN),      /* 91 of 365: no more than a quarter */
	FACT(2, "absence", .from_on = { 2026, 1, 1 }, .until_on = { 2026, 2, 1 }, OPEN),      /* 31 and 61: more, together */
	FACT(2, "absence", .from_on = { 2026, 5, 1 }, .until_on = { 2026, 7, 1 }, OPEN),
	FACT(3, "led", .from_on = { 2025, 3, 1 }, .until_on = { 2026, 1, 30 }, OPEN),         /* 29 days of the period */
	FACT(4, "led", .from_on = { 2025, 3, 1 }, .until_on = { 2026, 1, 31 }, OPEN),         /* 30 */
	FACT(4, "led", .from_on = { 2026, 2, 1 }, .until_on = { 9999, 12, 31 }, OPEN),        /* leads them now: no case of this kind */
	FACT(5, "joined", .from_on = { 2026, 9, 1 }, .until_on = { 9999, 12, 31 }, .choice = "keep", OPEN),
	FACT(6, "ended", .from_on = { 2020, 9, 1 }, .until_on = { 2026, 9, 1 }, .state = "written", .manager_state = "submitted"),
};

TEST("a quarter away, thirty days led, joined or left: a case; decided or handed in: none that waits")
{
	struct arena *arena = arena_new();
	const struct case_fact_rows rows = { COUNT(facts), facts };
	struct cases made = cases_judge(arena, &rows);

	YES(made.lines->n == 4);
	YES(made.lines->at[0].id.n == 2 && made.lines->at[0].needs == 1);
	YES(made.lines->at[1].id.n == 4 && made.lines->at[1].needs == 1);
	YES(made.lines->at[2].id.n == 5 && made.lines->at[2].needs == 0 && made.lines->at[2].fixed == 0);
	YES(made.lines->at[3].id.n == 6 && made.lines->at[3].needs == 0 && made.lines->at[3].fixed == 1);
	YES(made.reasons->n == 5);
	YES(made.undecided == 2);
	arena_free(arena);
}

TEST("a former manager has ten days, not beyond the manager's own last day, and three at least")
{
	struct day today = { 2026, 11, 24 };

	YES(day_compare(former_due(today, (struct day){ 2027, 1, 31 }), (struct day){ 2026, 12, 4 }) == 0);
	YES(day_compare(former_due(today, (struct day){ 2026, 12, 1 }), (struct day){ 2026, 12, 1 }) == 0);
	YES(day_compare(former_due(today, (struct day){ 2026, 11, 25 }), (struct day){ 2026, 11, 27 }) == 0);
	YES(day_compare(former_due(today, (struct day){ 2026, 10, 1 }), (struct day){ 2026, 11, 27 }) == 0);
}

TEST("moved once, and led by another again: it needs a decision anew; kept stays kept")
{
	struct case_move at[] = { { .choice = NULL }, { .choice = "move" }, { .choice = "keep" } };
	struct case_move_rows moves = { COUNT(at), at };

	YES(moves_judge(&moves) == 2);
	YES(at[0].needs == 1 && at[1].needs == 1 && at[2].needs == 0);
}
