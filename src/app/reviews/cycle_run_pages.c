/* cycle_run_pages.c: launching a cycle and watching it run. Reads, asks, judges, shows. */
#include "reviews/review_pages.h"

#include "cycles_views.h"
#include "jobs/mail.h"
#include "views/views.h"

#include <string.h>

enum { LATE_MOST = 500, REVIEWS_MOST = 500, AT_ONCE = 100 };

/* One letter to everyone who is asked: what and where, nothing of what anybody writes. */
static void
write_to_all(struct rq *rq, const struct address_rows *addresses, const char *cycle)
{
	const char *subject = words_value(rq, "mail.review-asked.subject", cycle);
	const char *link = arena_print(rq->arena, "%s/reviews", site_url());

	for (size_t i = 0; i < addresses->n; i++)
		mail_leave(rq, addresses->at[i].person.n, addresses->at[i].email, "review-asked", subject,
		    words_value(rq, "mail.review-asked.text", link));
}

static void
judge_launch(struct rq *rq, const struct cycle_head *head, const struct population *people, const struct phase_rows *phases)
{
	const struct phase *self = phase_named(phases, "self");

	if (head->form.n == 0)
		refuse(rq, "", "refused.no-template");
	if (people->people == 0)
		refuse(rq, "", "refused.no-people");
	if (self != NULL && phase_judge(self->opens, self->closes, (struct day){ 0 }, rq->today) == PHASE_CLOSED)
		refuse(rq, "", "refused.phase-over");
}

struct reply
launch_post(struct rq *rq)
{
	cycle_id id = rq_cycle(rq);
	struct cycle_step typed = cycle_step_read(rq);
	const struct cycle_head *head = cycle_head(rq, id);
	const struct population *people = cycle_population(rq, id);
	const struct phase_rows *phases = cycle_phases(rq, id);
	const struct address_rows *addresses;

	answers(rq);
	judge_launch(rq, head, people, phases);
	if (refused(rq))
		return again(rq);
	cycle_launch_all(rq, id, typed.version, people->people);
	addresses = launch_addresses(rq, id);
	answers(rq);
	write_to_all(rq, addresses, head->name);
	tell(rq, "told.launched");
	return go(rq, "/cycles/%lld", (long long)id.n);
}

static void
judge_phases(struct rq *rq, struct phase_rows *phases)
{
	for (size_t i = 0; i < phases->n; i++) {
		struct phase *p = &phases->at[i];

		p->state = phase_word(phase_judge(p->opens, p->closes, (struct day){ 0 }, rq->today));
	}
}

static struct reply
completion_show(struct rq *rq, cycle_id id, const char *state)
{
	struct phase_rows *phases = cycle_phases(rq, id);
	struct cycle_completion page = {
		.head = cycle_head(rq, id), .phases = phases, .counts = completion(rq, rq->viewer, id, rq->today),
		.units = completion_units(rq, rq->viewer, id), .late = completion_late(rq, rq->viewer, id, rq->today, LATE_MOST),
		.late_people = completion_late_people(rq, rq->viewer, id, rq->today),
		.left_out = completion_left_out(rq, rq->viewer, id), .ready = releasable(rq, rq->viewer, id, AT_ONCE),
		.overdue = overdue_self(rq, rq->viewer, id, rq->today, AT_ONCE),
		.reviews = cycle_reviews(rq, rq->viewer, id, state, REVIEWS_MOST),
	};

	answers(rq);
	judge_phases(rq, phases);
	page.filter = state == NULL ? "" : state;
	return cycle_completion_page(rq, &page);
}

struct reply
completion_get(struct rq *rq)
{
	const char *state = rq_query(rq, "state");

	if (strcmp(rq_subject(rq)->state, "draft") == 0)
		return go(rq, "/cycles/%lld/setup", (long long)rq_cycle(rq).n);
	return completion_show(rq, rq_cycle(rq), state == NULL || *state == '\0' ? NULL : state);
}

struct reply
extension_post(struct rq *rq)
{
	cycle_id id = rq_cycle(rq);
	struct extension_entry typed = extension_entry_read(rq);

	if (!day_none(typed.until) && day_compare(typed.until, rq->today) < 0)
		refuse(rq, "until", "refused.day-passed");
	if (refused(rq))
		return again(rq);
	extension_add(rq, rq->viewer, (extension_id){ new_id(rq) }, id, typed.phase, typed.person, typed.until, typed.reason);
	extension_parts(rq, typed.phase, id, typed.person, typed.until);
	extension_waiting(rq, id, typed.person);
	tell(rq, "told.extended");
	return go(rq, "/cycles/%lld", (long long)id.n);
}

/* So many at once, so that nobody else waits long; the page says how many are left. */
struct reply
release_all_post(struct rq *rq)
{
	const struct ready_line_rows *ready = releasable(rq, rq->viewer, rq_cycle(rq), AT_ONCE);

	answers(rq);
	if (ready->n == 0)
		refuse(rq, "", "refused.nothing-ready");
	if (refused(rq))
		return again(rq);
	reviews_release(rq, ready, rq_who(rq)->name);
	tell(rq, "told.released-all");
	return go(rq, "/cycles/%lld", (long long)rq_cycle(rq).n);
}

/* The self review never came: HR goes on with the manager's part alone. */
struct reply
go_on_post(struct rq *rq)
{
	const struct ready_line_rows *overdue = overdue_self(rq, rq->viewer, rq_cycle(rq), rq->today, AT_ONCE);

	answers(rq);
	for (size_t i = 0; i < overdue->n; i++) {
		self_waived(rq, overdue->at[i].review, overdue->at[i].person);
		waiting_self_closed(rq, overdue->at[i].review, rq->now);
		answers(rq);
		review_settle(rq, overdue->at[i].review);
	}
	tell(rq, "told.went-on");
	return go(rq, "/cycles/%lld", (long long)rq_cycle(rq).n);
}
