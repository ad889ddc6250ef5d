/* grants_pages.c: roles: who holds which over which units, given and ended by others. */
#include "access/pages.h"
#include "access/access.h"
#include "access_views.h"

#include <string.h>

enum { MOST = 500 };

static void
judge(struct grant_line_rows *grants)
{
	for (size_t i = 0; i < grants->n; i++)
		grants->at[i].open_ended = day_compare(grants->at[i].ends_on, DAY_EVER) == 0;
}

struct reply
grants_get(struct rq *rq)
{
	struct grants page = { .grants = grants_list(rq, rq->viewer, MOST), .roles = roles_all(rq) };

	answers(rq);
	judge(page.grants);
	return grants_page(rq, &page);
}

struct reply
person_grants_get(struct rq *rq)
{
	struct person_grants page = {
		.grants = grants_of(rq, rq->viewer, rq_person(rq)),
		.roles = roles_all(rq),
		.units = units_given(rq, rq->viewer),
		.today = rq->today,
		.who = rq_subject(rq)->name,
		.person = rq_person(rq),
		.own = rq_person(rq).n == rq->viewer.n,
	};

	answers(rq);
	judge(page.grants);
	return person_grants_page(rq, &page);
}

static bool
is_among(const struct unit_choice_rows *units, unit_id unit)
{
	for (size_t i = 0; i < units->n; i++)
		if (units->at[i].id.n == unit.n)
			return true;
	return false;
}

static void
judge_entry(struct rq *rq, const struct grant_entry *typed, const struct unit_choice_rows *units)
{
	if (!is_among(units, typed->unit))
		refuse(rq, "unit", "refused.unit");
	if (days_between(rq->today, typed->starts_on) < 0)
		refuse(rq, "starts_on", "refused.day_past");
	if (!day_none(typed->ends_on) && days_between(typed->starts_on, typed->ends_on) <= 0)
		refuse(rq, "ends_on", "refused.day_before_start");
}

struct reply
person_grants_post(struct rq *rq)
{
	struct grant_entry typed = grant_entry_read(rq);
	const struct unit_choice_rows *units = units_given(rq, rq->viewer);
	person_id person = rq_person(rq);

	answers(rq);
	if (!refused(rq))
		judge_entry(rq, &typed, units);
	if (refused(rq))
		return again(rq);
	grant_add(rq, (role_grant_id){ new_id(rq) }, person, typed.role, typed.unit, typed.starts_on,
	    day_none(typed.ends_on) ? DAY_EVER : typed.ends_on, days_between(rq->today, typed.starts_on) == 0, rq->viewer, typed.reason);
	scope_build(rq, person);
	tell(rq, "told.granted");
	return go(rq, "/people/%lld/grants", (long long)person.n);
}

/* The last director and the last administrator stay: else nobody could give the role again. */
struct reply
grant_end_post(struct rq *rq)
{
	role_grant_id id = { rq_number(rq, 1) };
	const struct grant_left_rows *left = grants_left(rq, id);
	person_id person = rq_person(rq);

	answers(rq);
	if (left->n && left->at->n == 0 && (strcmp(left->at->role, "director") == 0 || strcmp(left->at->role, "admin") == 0))
		refuse(rq, "", "refused.last_role");
	if (refused(rq))
		return again(rq);
	grant_end(rq, id, person, rq->today, day_plus(rq->today, 1));
	scope_build(rq, person);
	tell(rq, "told.grant_ended");
	return go(rq, "/people/%lld/grants", (long long)person.n);
}
