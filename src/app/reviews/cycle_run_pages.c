/* cycle_run_pages.c: launching a cycle and watching it run. Reads, asks, judges, shows. */
#include "reviews/case_judge.h"
#include "reviews/review_pages.h"

#include "base/text.h"
#include "cycles_views.h"
#include "db/ask.h"
#include "jobs/mail.h"
#include "views/views.h"

#include <string.h>

enum { LATE = 50, LATE_PARTS = 500, UNITS = 50, LEFT_OUT = 50, PAGE = 50, AT_ONCE = 100, REMARKS = 500 };

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
judge_launch(struct rq *rq, const struct cycle_head *head, const struct population *people, const struct phase_rows *phases, int64_t ratings)
{
	const struct phase *self = phase_named(phases, "self");

	if (head->form.n == 0)
		refuse(rq, "", "refused.no-template");
	if (strcmp(head->kind, "midyear") == 0 && ratings > 0)
		refuse(rq, "", "refused.midyear-rating");
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
	const struct cycle_rates *rates = cycle_rates(rq, id);
	const struct address_rows *addresses;

	answers(rq);
	judge_launch(rq, head, people, phases, rates->ratings);
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

/* What the address asks for; nonsense counts as nothing. */
struct wish {
	const char *shows, *after;
	unit_id unit;
};

static int64_t
number_in(struct rq *rq, const char *name)
{
	const char *said = rq_query(rq, name);
	int64_t n = NONE;

	return said != NULL && text_int(said, &n) && n >= 0 ? n : NONE;
}

static struct wish
wish_of(struct rq *rq)
{
	static const char *const shown[] = { "late", "ready", "open", "released", "acknowledged", "locked" };
	const char *said = rq_query(rq, "state");
	int64_t unit = number_in(rq, "unit");
	struct wish w = { "", rq_query(rq, "after"), { unit == NONE ? 0 : unit } };

	for (size_t i = 0; said != NULL && i < COUNT(shown); i++)
		if (strcmp(said, shown[i]) == 0)
			w.shows = shown[i];
	return w;
}

static struct cycle_review_rows *
reviews_of(struct rq *rq, cycle_id id, const struct wish *w)
{
	bool late = strcmp(w->shows, "late") == 0, ready = strcmp(w->shows, "ready") == 0;

	return cycle_reviews(rq, rq->viewer, id, *w->shows && !late && !ready ? w->shows : NULL, ready ? 1 : NONE,
	    late ? rq->today : (struct day){ 0 }, w->unit, w->after, PAGE + 1, CYCLE_REVIEWS_BY_NAME);
}

/* One more than a page was asked for: is there a next one? */
static const char *
next_of(struct rq *rq, struct cycle_review_rows *reviews)
{
	if (reviews->n <= PAGE)
		return NULL;
	reviews->n = PAGE;
	return cursor_of(rq, reviews->at[PAGE - 1].after_key, reviews->at[PAGE - 1].person.n);
}

static void
judge_completion(struct rq *rq, struct cycle_completion *page, struct phase_rows *phases, struct late_line_rows *late)
{
	judge_phases(rq, phases);
	for (size_t i = 0; i < late->n; i++)
		late->at[i].nudged = late->at[i].nudged_at >= instant_of_day(rq->today);
	page->units_more = page->units->n > 0 ? page->units->at[0].total - (int64_t)page->units->n : 0;
	page->late_more = late->n > LATE;
	late->n = late->n > LATE ? LATE : late->n;
	page->out_more = page->left_out->n > 0 ? page->left_out->at[0].total - (int64_t)page->left_out->n : 0;
	if (page->unit.n != 0 && page->units->n > 0)
		page->unit_name = page->units->at[0].name;
}

static struct reply
completion_show(struct rq *rq, cycle_id id, const struct wish *w)
{
	struct phase_rows *phases = cycle_phases(rq, id);
	struct late_line_rows *late = completion_late(rq, rq->viewer, id, rq->today, w->unit, LATE_PARTS, LATE + 1);
	struct cycle_review_rows *reviews = reviews_of(rq, id, w);
	struct verdict_line_rows *verdicts = cycle_verdicts(rq, id);
	struct case_asks cases = cases_ask(rq, id, true);
	int64_t whole = w->unit.n == 0 ? 1 : NONE;
	struct cycle_completion page = {
		.head = cycle_head(rq, id), .shows = w->shows, .unit = w->unit, .phases = phases, .late = late, .reviews = reviews,
		.counts = completion(rq, rq->viewer, id, rq->today, whole, w->unit),
		.units = completion_units(rq, rq->viewer, id, whole, w->unit, UNITS),
		.left_out = completion_left_out(rq, rq->viewer, id, LEFT_OUT), .ready = releasable(rq, rq->viewer, id, AT_ONCE),
		.overdue = overdue_self(rq, rq->viewer, id, rq->today, AT_ONCE),
		.once_more = rq->web->again, .verdicts = verdicts, .remarks = cycle_remarks(rq, id, REMARKS), .kept = number_in(rq, "kept"), .reminding = number_in(rq, "reminding"),
	};

	answers(rq);
	judge_completion(rq, &page, phases, late);
	for (size_t i = 0; i < verdicts->n; i++)
		verdicts->at[i].label = arena_print(rq->arena, "%lld", (long long)verdicts->at[i].worth);
	page.cases = cases_undecided(rq, &cases);
	page.next = next_of(rq, reviews);
	return cycle_completion_page(rq, &page);
}

struct reply
completion_get(struct rq *rq)
{
	struct wish w = wish_of(rq);

	if (strcmp(rq_subject(rq)->state, "draft") == 0)
		return go(rq, "/cycles/%lld/setup", (long long)rq_cycle(rq).n);
	return completion_show(rq, rq_cycle(rq), &w);
}

/* A copy of the draft runs, with today's days; the draft stays as it is. */
struct reply
rehearse_post(struct rq *rq)
{
	cycle_id id = rq_cycle(rq), copy;
	const struct cycle_head *head = cycle_head(rq, id);
	const struct population *people = cycle_population(rq, id);
	const struct phase_rows *phases = cycle_phases(rq, id);
	const struct cycle_rates *rates = cycle_rates(rq, id);

	answers(rq);
	judge_launch(rq, head, people, phases, rates->ratings);
	if (refused(rq))
		return again(rq);
	copy = cycle_copy(rq, head, phases, words_value(rq, "rehearsal.name", head->name), 0);
	answers(rq);
	cycle_rehearse(rq, copy, people->people);
	tell(rq, "told.rehearsal");
	return go(rq, "/cycles/%lld", (long long)copy.n);
}

struct reply
discard_post(struct rq *rq)
{
	cycle_discarded(rq, rq_cycle(rq), rq->now);
	reviews_discarded(rq, rq_cycle(rq));
	waiting_discarded(rq, rq_cycle(rq), rq->now);
	tell(rq, "told.discarded");
	return go(rq, "/cycles");
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
	counts_extended(rq, typed.phase, id, typed.person, typed.until, new_id(rq));
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
	for (size_t i = 0; i < overdue->n; i++)
		review_waive(rq, overdue->at[i].review, overdue->at[i].person);
	tell(rq, "told.went-on");
	return go(rq, "/cycles/%lld", (long long)rq_cycle(rq).n);
}

static bool
phases_over(struct rq *rq, const struct phase_rows *phases)
{
	for (size_t i = 0; i < phases->n; i++)
		if (phase_judge(phases->at[i].opens, phases->at[i].closes, (struct day){ 0 }, rq->today) != PHASE_CLOSED)
			return false;
	return true;
}

/* Nothing more is written in it; what is released can still be read, talked about and acknowledged. */
struct reply
close_post(struct rq *rq)
{
	cycle_id id = rq_cycle(rq);
	struct close_entry typed = close_entry_read(rq);
	const struct phase_rows *phases = cycle_phases(rq, id);
	const struct unreleased *left = cycle_unreleased(rq, id);

	answers(rq);
	if (close_flaw(left->reviews, phases_over(rq, phases)) != NULL && text_empty(typed.reason))
		refuse_value(rq, "reason", "refused.close-reason", arena_print(rq->arena, "%lld", (long long)left->reviews));
	if (refused(rq))
		return again(rq);
	cycle_close(rq, id, rq->now);
	if (!text_empty(typed.reason))
		cycle_close_reason(rq, id, typed.reason);
	waiting_cycle_closed(rq, id, rq->now);
	cycle_errand(rq, "cycle.say", id.n, "0:0", arena_print(rq->arena, "say:%lld", (long long)id.n));
	tell(rq, "told.closed-cycle");
	return go(rq, "/cycles/%lld", (long long)id.n);
}
