/* nudge_pages.c: one letter a day to those who are late: one at once, everyone in slices. Reads, asks, judges, shows. */
#include "reviews/review_pages.h"

#include "jobs/mail.h"
#include "views/views.h"

int64_t
nudge_one(struct rq *rq, const struct errand_cycle *cycle, person_id person, const char *email, int64_t due_at)
{
	const char *link = arena_print(rq->arena, "%s/reviews", site_url());
	int64_t letter = 0;

	if (cycle->rehearsal != 1)
		letter = mail_leave_due(rq, person.n, email, "review-late", words_value(rq, "mail.review-late.subject", cycle->name),
		    words_value(rq, "mail.review-late.text", link), due_at);
	nudge_mark(rq, cycle->id, person, rq->now);
	return letter;
}

/* A job writes the letters: nobody waits, however many they are. Pressed again while it runs, it is the same one. */
static struct reply
nudge_everyone(struct rq *rq, cycle_id id)
{
	long long by = (long long)rq->viewer.n;

	cycle_errand(rq, "cycle.nudge", id.n, arena_print(rq->arena, "%lld:0", by),
	    arena_print(rq->arena, "nudge:%lld:%lld:%lld", (long long)id.n, by, (long long)(rq->now / 10000000)));
	return go(rq, "/cycles/%lld?reminding=1", (long long)id.n);
}

struct reply
nudge_post(struct rq *rq)
{
	cycle_id id = rq_cycle(rq);
	struct nudge_entry typed = nudge_entry_read(rq);
	const struct errand_cycle_rows *cycle = errand_cycle(rq, id);
	const struct late_letter_rows *late;
	bool may_send;
	int64_t letter;

	if (refused(rq))
		return again(rq);
	if (typed.person.n == 0)
		return nudge_everyone(rq, id);
	late = late_letters(rq, rq->viewer, id, rq->today, typed.person, 1);
	answers(rq);
	may_send = late->n == 1 && may_nudge(late->at->nudged_at, late->at->email, instant_of_day(rq->today));
	if (!may_send)
		return go(rq, "/cycles/%lld?kept=1", (long long)id.n);
	letter = nudge_one(rq, cycle->at, late->at->person, late->at->email, undo_ends(rq->now));
	tell_undo(rq, "told.nudged", "/cycles/%lld/nudge/%lld/%lld/back", (long long)id.n, (long long)late->at->person.n, (long long)letter);
	return go(rq, "/cycles/%lld", (long long)id.n);
}

/* The letter has not left yet: it does not leave, and the person may be reminded again. */
struct reply
nudge_back_post(struct rq *rq)
{
	cycle_id id = rq_cycle(rq);
	person_id person = { rq_number(rq, 1) };
	const struct late_letter_rows *late = late_letters(rq, rq->viewer, id, rq->today, person, 1);
	int64_t letter = rq_number(rq, 2);

	if (!answers(rq))
		return nothing();
	if (!late->n)
		return end_with(rq, ABSENT, "nobody late whom the viewer may remind"), nothing();
	if (!undo_is_open(late->at->nudged_at, rq->now))
		return end_with(rq, CONFLICT, "undo"), nothing();
	if (letter)
		mail_take_back(rq, letter, person.n, "review-late");
	nudge_unmark(rq, id, person, late->at->nudged_at);
	tell(rq, "told.nudge_back");
	return go(rq, "/cycles/%lld", (long long)id.n);
}
