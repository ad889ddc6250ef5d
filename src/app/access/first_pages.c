/* first_pages.c: who is HR and who heads what, on one page, for when nobody has been told yet. Reads, asks, judges, shows. */
#include "access/access.h"
#include "access/head_judge.h"
#include "access/pages.h"
#include "access_views.h"
#include "people/people.h"

#include <string.h>

enum { TITLES = 20000 };

struct first_asked {
	struct headed_unit_rows *units;
	struct head_choice_rows *choices;
	const struct titled_rows *titles;
};

static struct first_asked
ask_first(struct rq *rq)
{
	return (struct first_asked){ units_headed(rq, rq->viewer), head_choices(rq), titles_given(rq, rq->viewer, TITLES) };
}

/* Those whose title says HR and who hold no role yet. */
static struct hr_choice_rows *
said_hr(struct rq *rq, const struct titled_rows *titles)
{
	struct hr_choice_rows *rows = NEW(rq->arena, struct hr_choice_rows);

	rows->at = NEW_MANY(rq->arena, struct hr_choice, titles->n);
	for (size_t i = 0; i < titles->n; i++) {
		const struct titled *t = &titles->at[i];
		const char *role = t->role ? NULL : hr_role_of(rq->arena, t->job);

		if (role)
			rows->at[rows->n++] = (struct hr_choice){ .id = t->person, .name = t->name, .job = t->job, .proposed = role };
	}
	return rows;
}

/* The choices of the units that are shown, in their order: so the page walks both at once. */
static void
put_in_order(struct rq *rq, const struct headed_unit_rows *units, struct head_choice_rows *choices)
{
	struct head_choice *sorted = NEW_MANY(rq->arena, struct head_choice, choices->n);
	size_t n = 0;

	for (size_t k = 0; k < units->n; k++)
		for (size_t i = 0; i < choices->n; i++)
			if (choices->at[i].unit.n == units->at[k].id.n)
				sorted[n++] = choices->at[i];
	choices->at = sorted;
	choices->n = n;
}

struct reply
first_people_get(struct rq *rq)
{
	struct first_asked all = ask_first(rq);
	struct first_people page = { .units = all.units, .choices = all.choices, .hr = hr_now(rq, rq->viewer) };

	answers(rq);
	if (!fine(rq) && rq->outcome != REFUSED)
		return nothing();
	put_in_order(rq, all.units, all.choices);
	heads_judge(all.units, all.choices);
	page.titles = said_hr(rq, all.titles);
	return first_people_page(rq, &page);
}

static const struct headed_unit *
unit_among(const struct headed_unit_rows *units, unit_id unit)
{
	for (size_t i = 0; i < units->n; i++)
		if (units->at[i].id.n == unit.n)
			return &units->at[i];
	return NULL;
}

static bool
may_head(const struct head_choice_rows *choices, unit_id unit, person_id person)
{
	for (size_t i = 0; i < choices->n; i++)
		if (choices->at[i].unit.n == unit.n && choices->at[i].person.n == person.n)
			return true;
	return person.n == 0;
}

static bool
is_offered(const struct hr_choice_rows *titles, person_id person)
{
	for (size_t i = 0; i < titles->n; i++)
		if (titles->at[i].id.n == person.n)
			return true;
	return false;
}

static bool
wants(const char *role)
{
	return role && strcmp(role, "none") != 0;
}

static void
refuse_first(struct rq *rq, const struct first_entry *typed, const struct first_asked *all, const struct hr_choice_rows *titles)
{
	for (size_t i = 0; i < typed->n_unit; i++)
		if (!unit_among(all->units, typed->unit[i].id) || !may_head(all->choices, typed->unit[i].id, typed->unit[i].head))
			refuse(rq, arena_print(rq->arena, "head.%lld", (long long)typed->unit[i].id.n), "refused.not_a_choice");
	for (size_t i = 0; i < typed->n_person; i++)
		if (wants(typed->person[i].role) && !is_offered(titles, typed->person[i].id))
			refuse(rq, arena_print(rq->arena, "role.%lld", (long long)typed->person[i].id.n), "refused.not_a_choice");
}

static void
name_heads(struct rq *rq, const struct first_entry *typed, const struct headed_unit_rows *units)
{
	bool moved = false;

	for (size_t i = 0; i < typed->n_unit; i++)
		if (unit_among(units, typed->unit[i].id)->head.n != typed->unit[i].head.n) {
			unit_head_change(rq, typed->unit[i].id, typed->unit[i].head);
			moved = true;
		}
	if (moved && people_hooks.people_moved != NULL)
		people_hooks.people_moved(rq);
}

static void
give_roles(struct rq *rq, const struct first_entry *typed, unit_id root)
{
	for (size_t i = 0; i < typed->n_person; i++)
		if (wants(typed->person[i].role)) {
			grant_add(rq, (role_grant_id){ new_id(rq) }, typed->person[i].id, typed->person[i].role, root, rq->today, DAY_EVER, 1, rq->viewer,
			    words(rq->lang, "first.reason"));
			scope_build(rq, typed->person[i].id);
		}
}

struct reply
first_people_post(struct rq *rq)
{
	struct first_entry typed = first_entry_read(rq);
	struct first_asked all = ask_first(rq);
	const struct unit_row_rows *roots = unit_roots(rq);

	answers(rq);
	if (!fine(rq) && rq->outcome != REFUSED)
		return nothing();
	refuse_first(rq, &typed, &all, said_hr(rq, all.titles));
	if (refused(rq))
		return again(rq);
	name_heads(rq, &typed, all.units);
	if (roots->n)
		give_roles(rq, &typed, roots->at->id);
	tell(rq, "told.first_people");
	return go(rq, "/start");
}
