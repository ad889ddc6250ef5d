/* cycle_copy.c: a cycle again, some months later: its days, people, templates in their newest edition, reminders. No page. */
#include "cycles/cycles.h"

enum { RULES_MOST = 1000 };

cycle_id
cycle_copy(struct rq *rq, const struct cycle_head *from, const struct phase_rows *phases, const char *name, int months)
{
	cycle_id cycle = { new_id(rq) };

	cycle_copied(rq, cycle, from->id, name, months_later(from->period_from, months), months_later(from->period_to, months),
	    months_later(from->as_of, months));
	for (size_t i = 0; i < phases->n; i++) {
		const struct phase *p = &phases->at[i];
		struct day opens = months_later(p->opens, months), closes = months_later(p->closes, months);

		if (day_compare(closes, opens) <= 0)            /* two days at the end of a longer month */
			closes = day_plus(opens, 1);
		phase_add(rq, (phase_id){ new_id(rq) }, cycle, p->name, p->place, opens, closes);
	}
	forms_copied(rq, cycle, from->id);
	rules_copied(rq, cycle, from->id, new_ids(rq, RULES_MOST), RULES_MOST);
	reminders_copied(rq, cycle, from->id, new_ids(rq, RULES_MOST), RULES_MOST);
	return cycle;
}
