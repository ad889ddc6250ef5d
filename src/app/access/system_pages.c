/* system_pages.c: who can see what; how the system is. Changes nothing but when failed work is tried. */
#include "access/pages.h"
#include "access/access.h"
#include "access/policy_words.h"
#include "access_views.h"
#include "jobs_queries.h"

#include <string.h>

/* "written calibrated" as a key of the words file: "written-calibrated"; none for every state. */
static const char *
states_key(struct rq *rq, const char *states)
{
	char *key = *states ? arena_copy(rq->arena, states) : NULL;

	for (char *c = key; c && *c; c++)
		if (*c == ' ')
			*c = '-';
	return key;
}

static void
add_who(struct rq *rq, struct policy_who_rows *who, const struct policy_row *row)
{
	uint32_t by = row->by & (1u << COLLEAGUE) ? 1u << COLLEAGUE : row->by;

	for (int r = 0; r < RELATIONS; r++)
		if (by & (1u << r))
			who->at[who->n++] = (struct policy_who){
				capability_word(row->may), relation_word(r), states_key(rq, row->states) };
}

struct reply
policy_get(struct rq *rq)
{
	size_t n;
	const struct policy_row *rows = policy_rows(&n);
	struct policy_line_rows *lines = NEW(rq->arena, struct policy_line_rows);
	struct policy_who_rows *who = NEW(rq->arena, struct policy_who_rows);

	lines->at = NEW_MANY(rq->arena, struct policy_line, n);
	who->at = NEW_MANY(rq->arena, struct policy_who, n * RELATIONS);
	for (size_t i = 0; i < n; i++) {
		if (rows[i].may == ANYBODY)
			continue;
		if (rows[i].may != rows[i - 1].may)
			lines->at[lines->n++] = (struct policy_line){ capability_word(rows[i].may), policy_never_own(rows[i].may) };
		add_who(rq, who, &rows[i]);
	}
	return access_policy_page(rq, &(struct access_policy){ .lines = lines, .who = who });
}

enum { FAILED_SHOWN = 50 };

struct reply
health_get(struct rq *rq)
{
	struct health page = {
		.now = health_now(rq, rq->now),
		.failed = work_failed(rq, FAILED_SHOWN),
		.engine = store_engine(rq->store) == SQLITE ? "sqlite" : "postgresql",
		.version = MERIDIAN_VERSION,
		.address = site_url(),
	};

	answers(rq);
	return health_page(rq, &page);
}

/* From the first try on, with what it was left with. */
struct reply
job_again_post(struct rq *rq)
{
	queued_id job = { rq_number(rq, 0) };

	mail_once_more(rq, job);
	job_once_more(rq, job, rq->now);
	tell(rq, "told.job_again");
	return go(rq, "/health");
}
