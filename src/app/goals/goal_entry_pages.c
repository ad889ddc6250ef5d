/* goal_entry_pages.c: a goal's terms: proposed for a person, set for a unit, changed. Reads, asks, judges, shows. */
#include "goals/goal_pages.h"

#include "base/text.h"

#include <string.h>

enum { PARENTS = 100, WHOLE = 100 };

/* Five places for measures; those that are filled, or the first, stand open. */
static struct goal_slot_rows *
slots_of(struct rq *rq, const struct measure_rows *measures)
{
	struct goal_slot_rows *rows = NEW(rq->arena, struct goal_slot_rows);

	rows->at = NEW_MANY(rq->arena, struct goal_slot, MEASURES_MOST);
	for (int64_t place = 1; place <= MEASURES_MOST; place++) {
		struct goal_slot s = { .id = { place }, .place = place, .kind = "number", .better = "up", .decimals = 0, .baseline = NONE, .target = NONE,
			.high = NONE, .weight = NONE, .every = NONE, .filled = place == 1 || rq_field(rq, arena_print(rq->arena, "name.%lld", (long long)place)) };

		for (size_t i = 0; measures && i < measures->n; i++)
			if (measures->at[i].place == place) {
				const struct measure *m = &measures->at[i];

				s = (struct goal_slot){ s.id, place, m->name, m->kind, m->better, m->unit, m->decimals, m->baseline, m->target, m->high,
					m->weight ? m->weight : NONE, m->every, m->steps, 1 };
			}
		rows->at[rows->n++] = s;
	}
	return rows;
}

/* From today to the end of the half-year that it lies in, or the next when that is near. */
static struct goal_draft *
fresh(struct rq *rq)
{
	struct goal_draft *d = NEW(rq->arena, struct goal_draft);
	struct day half = { rq->today.y, 6, 30 }, year = { rq->today.y, 12, 31 }, next = { (int16_t)(rq->today.y + 1), 6, 30 };

	d->opens = rq->today;
	d->due = days_between(rq->today, half) > 60 ? half : days_between(rq->today, year) > 60 ? year : next;
	d->seen_by = "line";
	return d;
}

static struct reply
show_new(struct rq *rq, const char *owner, const char *action, const char *back, person_id person)
{
	struct goal_form page = {
		.owner = owner, .who = rq_subject(rq)->name, .own = person.n == rq->viewer.n, .action = action, .back = back, .draft = fresh(rq),
		.slots = slots_of(rq, NULL), .parents = goal_parents(rq, rq->viewer, person, PARENTS), .smart = NEW(rq->arena, struct smart_line_rows),
	};

	answers(rq);
	return goal_form_page(rq, &page);
}

struct reply
person_goal_new_get(struct rq *rq)
{
	long long person = rq_person(rq).n;

	return show_new(rq, "person", arena_print(rq->arena, "/people/%lld/goals", person), arena_print(rq->arena, "/people/%lld/goals", person), rq_person(rq));
}

struct reply
unit_goal_new_get(struct rq *rq)
{
	long long unit = rq_goal_unit(rq).n;
	const struct unit_asked_rows *top = unit_is_top(rq, rq_goal_unit(rq));

	answers(rq);
	return show_new(rq, top->n ? "organisation" : "unit", arena_print(rq->arena, "/units/%lld/goals", unit), "/goals/tree", (person_id){ 0 });
}

static bool
is_filled(const struct goal_entry_measure *m)
{
	return m->name != NULL && *m->name;
}

static void
check_measure(struct rq *rq, struct measure_terms *m)
{
	const char *field, *flaw = measure_flaw(m, &field);

	if (flaw != NULL)
		refuse(rq, arena_print(rq->arena, "%s.%lld", field, (long long)m->place), flaw);
	else
		measure_complete(rq->arena, m);
}

static struct measure_terms *
entry_measures(struct rq *rq, const struct goal_entry *typed, size_t *n)
{
	struct measure_terms *terms = NEW_MANY(rq->arena, struct measure_terms, MEASURES_MOST);
	int64_t weights = 0;

	*n = 0;
	for (size_t i = 0; i < typed->n_measure && *n < MEASURES_MOST; i++) {
		const struct goal_entry_measure *m = &typed->measure[i];
		struct measure_terms t = { m->id.n, m->name, m->kind ? m->kind : "number", m->better ? m->better : "up", m->unit, m->decimals, m->baseline, m->target, m->high,
			m->weight, m->every };

		if (!is_filled(m) || m->id.n < 1 || m->id.n > MEASURES_MOST)
			continue;
		check_measure(rq, &t);
		weights += t.weight == NONE ? 0 : t.weight;
		terms[(*n)++] = t;
	}
	if (*n == 0)
		refuse(rq, "name.1", "refused.goal_measure");
	if (weights != 0 && weights != WHOLE && !refused(rq))
		refuse(rq, "weight.1", "refused.goal_weights");
	return terms;
}

struct goal_terms
goal_entry_terms(struct rq *rq, const struct goal_entry *e)
{
	struct goal_terms t = { e->title, e->why, e->lever, e->success, e->seen_by, e->opens, e->due, e->parent, NULL, 0 };

	t.measures = entry_measures(rq, e, &t.n);
	if (!day_none(e->opens) && !day_none(e->due) && days_between(e->opens, e->due) <= 0)
		refuse(rq, "due", "refused.goal_days");
	return t;
}

/* Is the goal above one that the viewer sees, and not one of those below? */
void
check_parent(struct rq *rq, goal_id parent, goal_id own)
{
	const struct goal_asked_rows *seen;
	const struct goal_up_rows *ups;

	if (parent.n == 0)
		return;
	seen = goal_parent_seen(rq, rq->viewer, parent);
	ups = goal_line_up(rq, parent);
	answers(rq);
	if (seen->n == 0)
		refuse(rq, "parent", "refused.goal_parent");
	for (size_t i = 0; i < ups->n; i++)
		if (own.n != 0 && ups->at[i].id.n == own.n)
			refuse(rq, "parent", "refused.goal_loop");
}

struct reply
person_goal_post(struct rq *rq)
{
	struct goal_entry typed = goal_entry_read(rq);
	struct goal_new g = { .owner = "person", .person = rq_person(rq), .side = goal_side(rq), .terms = goal_entry_terms(rq, &typed) };
	const struct manager_row_rows *manager = goal_manager(rq, rq_person(rq));
	goal_id goal;

	answers(rq);
	check_parent(rq, typed.parent, (goal_id){ 0 });
	if (refused(rq))
		return again(rq);
	g.manager = manager->n ? manager->at->manager : (person_id){ 0 };
	goal = goal_make(rq, &g);
	tell(rq, "told.goal_proposed");
	return go(rq, "/goals/%lld", (long long)goal.n);
}

struct reply
unit_goal_post(struct rq *rq)
{
	struct goal_entry typed = goal_entry_read(rq);
	struct goal_new g = { .unit = rq_goal_unit(rq), .terms = goal_entry_terms(rq, &typed) };
	const struct unit_asked_rows *top = unit_is_top(rq, rq_goal_unit(rq));
	goal_id goal;

	answers(rq);
	g.owner = top->n ? "organisation" : "unit";
	check_parent(rq, typed.parent, (goal_id){ 0 });
	if (refused(rq))
		return again(rq);
	goal = goal_make(rq, &g);
	tell(rq, "told.goal_set");
	return go(rq, "/goals/%lld", (long long)goal.n);
}

/* ---- changed */

static struct goal_draft *
draft_of(struct rq *rq, const struct goal_head *g)
{
	struct goal_draft *d = NEW(rq->arena, struct goal_draft);

	*d = (struct goal_draft){ .title = g->title, .why = g->why, .lever = g->lever, .success = g->success, .opens = g->opens, .due = g->due,
		.seen_by = g->seen_by, .version = g->version, .opened = g->opened_at != NONE };
	return d;
}

/* Marks the goal above among those to choose; it, when it is not one of them (over, or not seen): it may stay. */
static goal_id
choose_parent(struct parent_choice_rows *parents, goal_id parent)
{
	goal_id kept = parent;

	for (size_t i = 0; i < parents->n; i++) {
		parents->at[i].chosen = parents->at[i].id.n == parent.n;
		if (parents->at[i].chosen)
			kept.n = 0;
	}
	return kept;
}

struct reply
goal_edit_get(struct rq *rq)
{
	goal_id id = rq_goal(rq);
	const struct goal_head *g = goal_head(rq, rq->viewer, id);
	const struct measure_rows *measures = goal_measures(rq, rq->viewer, id);
	struct goal_form page = { .goal = id, .parents = goal_parents(rq, rq->viewer, rq_subject(rq)->person, PARENTS) };

	if (!answers(rq))
		return nothing();
	page.owner = g->owner;
	page.who = g->name;
	page.own = g->person.n == rq->viewer.n;
	page.action = page.back = arena_print(rq->arena, "/goals/%lld", (long long)id.n);
	page.draft = draft_of(rq, g);
	page.slots = slots_of(rq, measures);
	page.kept_parent = choose_parent(page.parents, g->parent);
	page.smart = smart_lines_of(rq, g, measures);
	return goal_form_page(rq, &page);
}
