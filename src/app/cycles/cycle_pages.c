/* cycle_pages.c: cycles and the preparing of one. Reads, asks, judges, shows. */
#include "cycles/cycle_pages.h"
#include "cycles/framework_pages.h"

#include <string.h>

enum { GAPS_MOST = 50 };

static struct reply
list_get(struct rq *rq)
{
	struct cycle_list page = { .cycles = cycles_list(rq) };

	answers(rq);
	return cycle_list_page(rq, &page);
}

static void
refuse_period(struct rq *rq, struct day from, struct day to)
{
	if (!day_none(from) && !day_none(to) && day_compare(from, to) >= 0)
		refuse(rq, "period_to", "refused.closes-first");
}

static struct reply
list_post(struct rq *rq)
{
	struct cycle_begin typed = cycle_begin_read(rq);
	cycle_id cycle;

	refuse_period(rq, typed.period_from, typed.period_to);
	if (refused(rq))
		return again(rq);
	cycle = cycle_make_kind(rq, typed.kind ? typed.kind : "review", typed.name, typed.period_from, typed.period_to, rq->today);
	return go(rq, "/cycles/%lld/setup", (long long)cycle.n);
}

static void
judge_phases(struct rq *rq, struct phase_rows *phases)
{
	for (size_t i = 0; i < phases->n; i++) {
		struct phase *p = &phases->at[i];

		p->state = phase_word(phase_judge(p->opens, p->closes, (struct day){ 0 }, rq->today));
	}
}

struct reply
cycle_setup_get(struct rq *rq)
{
	cycle_id id = rq_cycle(rq);
	struct phase_rows *phases = cycle_phases(rq, id);
	struct reminder_line_rows *reminders = cycle_reminders(rq, id);
	struct cycle_setup page = {
		.head = cycle_head(rq, id), .phases = phases, .rules = cycle_rules(rq, id),
		.units = cycle_units(rq, rq->today), .forms = cycle_form_choices(rq, id),
		.population = cycle_population(rq, id), .gaps = cycle_gaps(rq, id, GAPS_MOST), .reminders = reminders,
	};

	answers(rq);
	judge_phases(rq, phases);
	reminders_judge(reminders);
	page.writers = page.population->people - page.population->no_manager;
	return cycle_setup_page(rq, &page);
}

/* Each phase's days, typed, in the order of the page. */
static void
refuse_phases(struct rq *rq, const struct cycle_entry *typed)
{
	struct phase_days before = { .name = NULL };

	for (size_t i = 0; i < typed->n_phase; i++) {
		struct phase_days at = { "", typed->phase[i].opens, typed->phase[i].closes };
		const char *flaw;

		if (day_none(at.opens) || day_none(at.closes))
			continue;
		flaw = phase_flaw(&at, before.name == NULL ? NULL : &before);
		if (flaw != NULL)
			refuse(rq, arena_print(rq->arena, "closes.%lld", (long long)typed->phase[i].id.n), flaw);
		before = at;
	}
}

static struct reply
setup_post(struct rq *rq)
{
	struct cycle_entry typed = cycle_entry_read(rq);

	refuse_period(rq, typed.period_from, typed.period_to);
	refuse_phases(rq, &typed);
	if (refused(rq))
		return again(rq);
	cycle_touch(rq, rq_cycle(rq), typed.version);
	cycle_change(rq, rq_cycle(rq), typed.name, typed.period_from, typed.period_to, typed.as_of, typed.approval == 1);
	for (size_t i = 0; i < typed.n_phase; i++)
		phase_move(rq, typed.phase[i].id, rq_cycle(rq), typed.phase[i].opens, typed.phase[i].closes);
	if (typed.form.n != 0)
		cycle_ask_form(rq, rq_cycle(rq), typed.form);
	return go(rq, "/cycles/%lld/setup", (long long)rq_cycle(rq).n);
}

static struct reply
rules_post(struct rq *rq)
{
	struct rule_entry typed = rule_entry_read(rq);
	bool takes = typed.takes != NULL && strcmp(typed.takes, "in") == 0;

	if (!takes && typed.unit.n == 0)
		refuse(rq, "unit", "refused.missing");
	if (refused(rq))
		return again(rq);
	cycle_touch(rq, rq_cycle(rq), typed.version);
	rule_add(rq, (rule_id){ new_id(rq) }, rq_cycle(rq), takes, typed.unit.n == 0 ? "all" : "unit", typed.unit);
	return go(rq, "/cycles/%lld/setup", (long long)rq_cycle(rq).n);
}

static struct reply
rule_remove_post(struct rq *rq)
{
	struct cycle_step typed = cycle_step_read(rq);

	if (refused(rq))
		return again(rq);
	cycle_touch(rq, rq_cycle(rq), typed.version);
	rule_remove(rq, (rule_id){ rq_number(rq, 1) }, rq_cycle(rq));
	return go(rq, "/cycles/%lld/setup", (long long)rq_cycle(rq).n);
}

static int
months_of(const char *by)
{
	return strcmp(by, "year") == 0 ? 12 : strcmp(by, "half") == 0 ? 6 : 3;
}

static struct reply
copy_post(struct rq *rq)
{
	struct cycle_again typed = cycle_again_read(rq);
	const struct cycle_head *head = cycle_head(rq, rq_cycle(rq));
	const struct phase_rows *phases = cycle_phases(rq, rq_cycle(rq));
	cycle_id cycle;

	answers(rq);
	if (refused(rq))
		return again(rq);
	cycle = cycle_copy(rq, head, phases, typed.name, months_of(typed.by));
	tell(rq, "told.copied-cycle");
	return go(rq, "/cycles/%lld/setup", (long long)cycle.n);
}

const struct route cycles_routes[] = {
	{ GET,  "/framework",           framework_get,   SEE_FRAMEWORK, OF_NOBODY },
	{ POST, "/framework",           framework_post,  EDIT_FRAMEWORK, OF_NOBODY, .again = framework_get },
	{ POST, "/framework/pilot",     framework_pilot_post, EDIT_FRAMEWORK, OF_NOBODY, .again = framework_get },
	{ GET,  "/cycles",              list_get,        SEE_CYCLES, OF_NOBODY },
	{ POST, "/cycles",              list_post,       BEGIN_CYCLE, OF_NOBODY, .again = list_get },
	{ GET,  "/cycles/:cycle/setup", cycle_setup_get, SEE_CYCLE,  OF_CYCLE },
	{ POST, "/cycles/:cycle/setup", setup_post,      EDIT_CYCLE, OF_CYCLE, .again = cycle_setup_get },
	{ POST, "/cycles/:cycle/rules", rules_post,      EDIT_CYCLE, OF_CYCLE, .again = cycle_setup_get },
	{ POST, "/cycles/:cycle/rules/:rule/remove", rule_remove_post, EDIT_CYCLE, OF_CYCLE, .again = cycle_setup_get },
	{ POST, "/cycles/:cycle/copy", copy_post, BEGIN_CYCLE, OF_CYCLE, .again = cycle_setup_get },
	{ POST, "/cycles/:cycle/reminders", reminder_post, SET_REMINDERS, OF_CYCLE, .again = cycle_setup_get },
	{ POST, "/cycles/:cycle/reminders/:reminder/stop", reminder_stop_post, SET_REMINDERS, OF_CYCLE, .again = cycle_setup_get },
	{ 0 }
};
