/* nudge_pages.c: one letter a day to those who are late: one at once, everyone in slices. Reads, asks, judges, shows. */
#include "reviews/review_pages.h"

#include "jobs/mail.h"
#include "views/views.h"

void
nudge_one(struct rq *rq, const struct errand_cycle *cycle, person_id person, const char *email)
{
	const char *link = arena_print(rq->arena, "%s/reviews", site_url());

	if (cycle->rehearsal != 1)
		mail_leave(rq, person.n, email, "review-late", words_value(rq, "mail.review-late.subject", cycle->name),
		    words_value(rq, "mail.review-late.text", link));
	nudge_mark(rq, cycle->id, person, rq->now);
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

	if (refused(rq))
		return again(rq);
	if (typed.person.n == 0)
		return nudge_everyone(rq, id);
	late = late_letters(rq, rq->viewer, id, rq->today, typed.person, 1);
	answers(rq);
	may_send = late->n == 1 && may_nudge(late->at->nudged_at, late->at->email, instant_of_day(rq->today));
	if (may_send)
		nudge_one(rq, cycle->at, late->at->person, late->at->email);
	return go(rq, "/cycles/%lld?sent=%d&kept=%d", (long long)id.n, may_send, !may_send);
}
