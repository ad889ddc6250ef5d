/* framework_pages.c: nine questions, what they propose, and a pilot made from it. Reads, asks, judges, shows. */
#include "cycles/framework_judge.h"
#include "cycles/framework_pages.h"
#include "cycles/pilot_judge.h"
#include "cycles_views.h"
#include "forms/forms.h"

#include <string.h>

enum { EARLIER = 10 };

static const char *const dimension_keys[FRAMEWORK_DIMENSIONS] = { "frequency", "goals", "data", "fairness", "manager", "employee" };

static struct framework_answers
answers_of(const struct framework_row *f)
{
	return (struct framework_answers){
		.said = { f->growth, f->oversight, f->council, f->frequency, f->goals, f->data_use, f->fairness, f->manager_part, f->employee_part },
		.people = f->people,
	};
}

/* The style to look at: another than the proposed one when the address names it. */
static const char *
looked_at(struct rq *rq)
{
	static const char *const styles[] = { "continuous", "blended", "structured" };
	const char *style = rq_query(rq, "style");

	for (size_t i = 0; style && i < COUNT(styles); i++)
		if (strcmp(style, styles[i]) == 0)
			return styles[i];
	return NULL;
}

static struct framework_why_rows *
reasons_shown(struct rq *rq, const struct framework_reason *reasons, size_t n)
{
	struct framework_why_rows *rows = NEW(rq->arena, struct framework_why_rows);

	rows->at = NEW_MANY(rq->arena, struct framework_why, n);
	for (size_t i = 0; i < n; i++)
		rows->at[rows->n++].why = reasons[i].key;
	return rows;
}

static struct framework_dimension_rows *
dimensions_shown(struct rq *rq, const struct framework_answers *a)
{
	struct framework_dimension_rows *rows = NEW(rq->arena, struct framework_dimension_rows);

	rows->at = NEW_MANY(rq->arena, struct framework_dimension, FRAMEWORK_DIMENSIONS);
	for (int i = 0; a && i < FRAMEWORK_DIMENSIONS; i++) {
		enum framework_ask ask = (enum framework_ask)(ASK_FREQUENCY + i);

		rows->at[rows->n++] = (struct framework_dimension){
			.dimension = dimension_keys[i], .said = arena_print(rq->arena, "%s-%s", dimension_keys[i], a->said[ask]), .lean = framework_lean(ask, a->said[ask]),
		};
	}
	return rows;
}

static struct framework_phase_rows *
phases_shown(struct rq *rq, const char *kind, struct day start)
{
	struct framework_phase_rows *rows = NEW(rq->arena, struct framework_phase_rows);
	struct phase_days plan[PHASES];

	rows->n = (size_t)phase_plan_of(kind, start, plan);
	rows->at = NEW_MANY(rq->arena, struct framework_phase, rows->n);
	for (size_t i = 0; i < rows->n; i++)
		rows->at[i] = (struct framework_phase){ .name = plan[i].name, .opens = plan[i].opens, .closes = plan[i].closes };
	return rows;
}

/* What follows from the answers, beside them. */
static void
propose(struct rq *rq, struct framework *page, const struct framework_row *f)
{
	struct framework_answers a = answers_of(f);
	struct framework_proposal p = framework_judge(&a, looked_at(rq));
	int best = pilot_judge(page->units, page->people);

	page->style = p.style;
	page->own = strcmp(p.style, f->proposed) == 0;
	page->kind = p.kind;
	page->rhythm = p.rhythm;
	page->approval = p.approval;
	page->start = framework_start(rq->today);
	page->period_to = rq->today;
	page->period_from = months_before(rq->today, p.months);
	page->speaks_for = reasons_shown(rq, p.speaks_for, p.n_for);
	page->against = reasons_shown(rq, p.against, p.n_against);
	page->dimensions = dimensions_shown(rq, &a);
	page->phases = phases_shown(rq, p.kind, page->start);
	if (best >= 0) {
		page->best->at = &page->units->at[best];
		page->best->n = 1;
		page->name = words_value(rq, "framework.pilot-name", page->units->at[best].name);
	}
}

static void
answers_shown(struct framework *page, const struct framework_row *f)
{
	page->growth = f->growth;
	page->oversight = f->oversight;
	page->council = f->council;
	page->frequency = f->frequency;
	page->goals = f->goals;
	page->data_use = f->data_use;
	page->fairness = f->fairness;
	page->manager_part = f->manager_part;
	page->employee_part = f->employee_part;
}

struct reply
framework_get(struct rq *rq)
{
	struct framework_row_rows *now = framework_now(rq);
	const struct head_count *people = framework_people(rq);
	struct framework page = {
		.now = now, .earlier = framework_earlier(rq, EARLIER), .units = pilot_units(rq, rq->today),
		.best = NEW(rq->arena, struct pilot_unit_rows), .speaks_for = reasons_shown(rq, NULL, 0), .against = reasons_shown(rq, NULL, 0),
		.dimensions = dimensions_shown(rq, NULL), .phases = NEW(rq->arena, struct framework_phase_rows), .name = "",
	};

	answers(rq);
	if (!fine(rq) && rq->outcome != REFUSED)
		return nothing();
	page.people = people->people;
	if (now->n > 0) {
		answers_shown(&page, now->at);
		propose(rq, &page, now->at);
	}
	return framework_page(rq, &page);
}

struct reply
framework_post(struct rq *rq)
{
	struct framework_entry typed = framework_entry_read(rq);
	const struct head_count *people = framework_people(rq);
	struct framework_answers a;

	answers(rq);
	if (refused(rq))
		return again(rq);
	a = (struct framework_answers){
		.said = { typed.growth, typed.oversight, typed.council, typed.frequency, typed.goals, typed.data_use, typed.fairness, typed.manager_part, typed.employee_part },
		.people = people->people,
	};
	framework_add(rq, (framework_id){ new_id(rq) }, rq->viewer, rq->now, a.people, typed.growth, typed.oversight, typed.council, typed.frequency, typed.goals,
	    typed.data_use, typed.fairness, typed.manager_part, typed.employee_part, framework_judge(&a, NULL).style);
	return go(rq, "/framework");
}

/* The cycle, its people and its template, through the doors that pages use. */
static cycle_id
pilot_made(struct rq *rq, const struct pilot_entry *typed, form_id form)
{
	cycle_id cycle = cycle_make_kind(rq, typed->kind, typed->name, typed->period_from, typed->period_to, typed->start);

	cycle_is_pilot(rq, cycle, typed->approval == 1 && strcmp(typed->kind, "review") == 0);
	cycle_take_unit(rq, cycle, typed->unit);
	cycle_ask_form(rq, cycle, form.n ? form : strcmp(typed->kind, "review") == 0 ? form_make_standard(rq) : form_make_light(rq));
	return cycle;
}

static void
refuse_pilot(struct rq *rq, const struct pilot_entry *typed, const struct pilot_unit_rows *units)
{
	bool known = false;

	for (size_t i = 0; i < units->n; i++)
		known = known || units->at[i].id.n == typed->unit.n;
	if (typed->unit.n && !known)
		refuse(rq, "unit", "refused.not_a_choice");
	if (!day_none(typed->period_from) && !day_none(typed->period_to) && day_compare(typed->period_from, typed->period_to) >= 0)
		refuse(rq, "period_to", "refused.closes-first");
	if (!day_none(typed->start) && days_between(rq->today, typed->start) < 0)
		refuse(rq, "start", "refused.start-past");
}

struct reply
framework_pilot_post(struct rq *rq)
{
	struct pilot_entry typed = pilot_entry_read(rq);
	const struct framework_row_rows *now = framework_now(rq);
	const struct pilot_unit_rows *units = pilot_units(rq, rq->today);
	const struct made_form_rows *form = framework_form(rq, typed.kind && strcmp(typed.kind, "review") == 0 ? "standard" : "light");
	cycle_id cycle;

	answers(rq);
	if (!fine(rq) && rq->outcome != REFUSED)
		return nothing();
	refuse_pilot(rq, &typed, units);
	if (now->n == 0)
		refuse(rq, "", "refused.framework-first");
	if (refused(rq))
		return again(rq);
	cycle = pilot_made(rq, &typed, form->n ? form->at->id : (form_id){ 0 });
	framework_choose(rq, now->at->id, typed.style, typed.rhythm, typed.reason, rq->today, cycle, typed.version);
	tell(rq, "told.pilot");
	return go(rq, "/cycles/%lld/setup", (long long)cycle.n);
}
