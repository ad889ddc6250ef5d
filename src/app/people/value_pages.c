/* value_pages.c: the organisation's values, read by everybody and kept by HR. Reads, asks, shows. */
#include "people/people_pages.h"
#include "people_queries.h"
#include "people_views.h"

enum { VALUES_MOST = 20 };

struct reply
values_get(struct rq *rq)
{
	struct value_list page = { .values = values_list(rq) };

	answers(rq);
	for (size_t i = 0; i < page.values->n; i++)
		page.values->at[i].ended = day_compare(page.values->at[i].ends, rq->today) <= 0;
	return value_list_page(rq, &page);
}

struct reply
values_post(struct rq *rq)
{
	struct value_entry typed = value_entry_read(rq);
	const struct value_line_rows *values = values_list(rq);

	answers(rq);
	if (!fine(rq) && rq->outcome != REFUSED)
		return nothing();
	if (values->n >= VALUES_MOST)
		refuse(rq, "", "refused.values_many");
	if (refused(rq))
		return again(rq);
	company_value_add(rq, (company_value_id){ new_id(rq) }, typed.name, typed.meaning, rq->today, DAY_EVER);
	return go(rq, "/values");
}

struct reply
value_post(struct rq *rq)
{
	struct value_entry typed = value_entry_read(rq);

	if (refused(rq))
		return again(rq);
	company_value_change(rq, (company_value_id){ rq_number(rq, 0) }, typed.name, typed.meaning, typed.version);
	return go(rq, "/values");
}

struct reply
value_end_post(struct rq *rq)
{
	struct value_step typed = value_step_read(rq);

	if (refused(rq))
		return again(rq);
	company_value_end(rq, (company_value_id){ rq_number(rq, 0) }, rq->today, typed.version);
	return go(rq, "/values");
}
