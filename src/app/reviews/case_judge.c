/* case_judge.c: who of a running cycle needs a decision, and why. No clock, no database, no HTML. */
#include "reviews/case_judge.h"
#include "reviews/formers.h"

#include <string.h>

enum { FORMER_DAYS = 10, FORMER_LEAST = 3 };

int64_t
case_days_within(struct day from, struct day until, struct day period_from, struct day period_to)
{
	struct day end = day_plus(period_to, 1);
	int64_t n;

	from = day_compare(from, period_from) < 0 ? period_from : from;
	until = day_compare(until, end) > 0 ? end : until;
	n = days_between(from, until);
	return n > 0 ? n : 0;
}

struct day
former_due(struct day today, struct day manager_due)
{
	struct day due = day_plus(today, FORMER_DAYS), least = day_plus(today, FORMER_LEAST);

	if (day_compare(manager_due, due) < 0)
		due = manager_due;
	return day_compare(due, least) < 0 ? least : due;
}

static bool
is(const char *state, const char *word)
{
	return state != NULL && strcmp(state, word) == 0;
}

static int64_t
days_of(const struct case_fact *f)
{
	return case_days_within(f->from_on, f->until_on, f->period_from, f->period_to);
}

/* Facts of one person, [first, end): all days away together. */
static bool
away_long(const struct case_fact_rows *facts, size_t first, size_t end)
{
	const struct case_fact *one = &facts->at[first];
	int64_t away = 0, period = days_between(one->period_from, one->period_to) + 1;

	for (size_t i = first; i < end; i++)
		if (is(facts->at[i].what, "absence"))
			away += days_of(&facts->at[i]);
	return away * CASE_SHARE > period;
}

/* Who leads them now is a question of its own: who writes (moves_judge). */
static bool
weighs(const struct case_fact *f, bool away)
{
	if (is(f->what, "absence"))
		return away;
	return !is(f->what, "led") || (day_compare(f->until_on, DAY_EVER) < 0 && days_of(f) >= CASE_LED_DAYS);
}

static void
add_reason(struct case_reason_rows *reasons, const struct case_fact *f)
{
	bool ends = !is(f->what, "joined") && day_compare(f->until_on, DAY_EVER) < 0;

	reasons->at[reasons->n++] = (struct case_reason){
		.member = f->member, .what = f->what, .from_on = f->from_on, .until_on = ends ? f->until_on : (struct day){ 0 }, .other = f->other
	};
}

static struct case_line
line_of(const struct case_fact *f)
{
	bool writing = is(f->manager_state, "asked") || is(f->manager_state, "writing");
	bool out = is(f->state, "cancelled");

	return (struct case_line){
		.id = f->member, .person = f->person, .name = f->name, .unit = f->unit, .choice = f->choice, .reason = f->reason, .by_name = f->by_name,
		.at = f->at, .days_from = f->days_from, .days_to = f->days_to, .fixed = !out && !(is(f->state, "open") && writing),
		.needs = f->choice == NULL && is(f->state, "open") && writing
	};
}

/* The facts of one person: their reasons, and a line when there is one. */
static void
judge_person(struct cases *made, const struct case_fact_rows *facts, size_t first, size_t end)
{
	bool away = away_long(facts, first, end);
	size_t before = made->reasons->n;

	for (size_t i = first; i < end; i++)
		if (weighs(&facts->at[i], away))
			add_reason(made->reasons, &facts->at[i]);
	if (made->reasons->n == before)
		return;
	made->lines->at[made->lines->n] = line_of(&facts->at[first]);
	made->undecided += made->lines->at[made->lines->n++].needs;
}

struct cases
cases_judge(struct arena *arena, const struct case_fact_rows *facts)
{
	struct cases made = { NEW(arena, struct case_line_rows), NEW(arena, struct case_reason_rows), 0 };

	made.lines->at = NEW_MANY(arena, struct case_line, facts->n);
	made.reasons->at = NEW_MANY(arena, struct case_reason, facts->n);
	for (size_t first = 0, end; first < facts->n; first = end) {
		for (end = first + 1; end < facts->n && facts->at[end].member.n == facts->at[first].member.n; end++)
			;
		judge_person(&made, facts, first, end);
	}
	return made;
}

int64_t
moves_judge(struct case_move_rows *moves)
{
	int64_t n = 0;

	for (size_t i = 0; i < moves->n; i++) {
		moves->at[i].needs = moves->at[i].choice == NULL || is(moves->at[i].choice, "move");
		n += moves->at[i].needs;
	}
	return n;
}
