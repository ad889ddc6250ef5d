/* reminder_pages.c: when a cycle reminds by itself. Reads, asks, judges, shows. */
#include "cycles/cycle_pages.h"

#include <string.h>

enum { DAYS_MOST = 60 };

void
reminders_judge(struct reminder_line_rows *rules)
{
	for (size_t i = 0; i < rules->n; i++) {
		struct reminder_line *r = &rules->at[i];

		r->apart = r->days < 0 ? -r->days : r->days;
		r->side = r->days < 0 ? "before" : r->days == 0 ? "on" : "after";
	}
}

/* What a new cycle proposes: a word in time, one when it is late, and the manager when it stays late. */
void
reminders_propose(struct rq *rq, cycle_id cycle)
{
	static const struct { const char *verb; int days; const char *to; } rules[] = {
		{ "review.self", -3, NULL }, { "review.self", 1, NULL }, { "review.self", 7, "manager" },
		{ "review.manager", -3, NULL }, { "review.manager", 1, NULL }, { "review.manager", 7, "manager" },
	};

	for (size_t i = 0; i < COUNT(rules); i++)
		reminder_add(rq, (reminder_id){ new_id(rq) }, cycle, rules[i].verb, rules[i].days, rules[i].to);
}

struct reply
reminder_post(struct rq *rq)
{
	struct reminder_entry typed = reminder_entry_read(rq);

	if (typed.days != NONE && (typed.days < 0 || typed.days > DAYS_MOST))
		refuse(rq, "days", "refused.reminder-days");
	if (refused(rq))
		return again(rq);
	reminder_add(rq, (reminder_id){ new_id(rq) }, rq_cycle(rq), strcmp(typed.verb, "self") == 0 ? "review.self" : "review.manager",
	    reminder_days(typed.days, strcmp(typed.side, "before") == 0), typed.escalates == 1 ? "manager" : NULL);
	return go(rq, "/cycles/%lld/setup#reminders", (long long)rq_cycle(rq).n);
}

struct reply
reminder_stop_post(struct rq *rq)
{
	reminder_stop(rq, (reminder_id){ rq_number(rq, 1) }, rq_cycle(rq));
	return go(rq, "/cycles/%lld/setup#reminders", (long long)rq_cycle(rq).n);
}
