/* cycle_make.c: a new draft of a cycle, as the page and the demo make it. */
#include "cycles/cycles.h"

cycle_id
cycle_make_kind(struct rq *rq, const char *kind, const char *name, struct day from, struct day to, struct day start)
{
	cycle_id cycle = { new_id(rq) };
	struct phase_days plan[PHASES];
	int phases = phase_plan_of(kind, start, plan);

	cycle_add(rq, cycle, kind, name, from, to, to);
	for (int i = 0; i < phases; i++)
		phase_add(rq, (phase_id){ new_id(rq) }, cycle, plan[i].name, i + 1, plan[i].opens, plan[i].closes);
	reminders_propose(rq, cycle);
	return cycle;
}

cycle_id
cycle_make(struct rq *rq, const char *name, struct day from, struct day to, struct day start)
{
	return cycle_make_kind(rq, "review", name, from, to, start);
}

void
cycle_ask_form(struct rq *rq, cycle_id cycle, form_id form)
{
	cycle_form_set(rq, cycle, "self", form);
	cycle_form_set(rq, cycle, "manager", form);
}

void
cycle_take_unit(struct rq *rq, cycle_id cycle, unit_id unit)
{
	rule_add(rq, (rule_id){ new_id(rq) }, cycle, 1, unit.n == 0 ? "all" : "unit", unit);
}
