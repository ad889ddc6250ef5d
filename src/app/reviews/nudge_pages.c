/* nudge_pages.c: one letter a day to those who are late. Reads, asks, judges, shows. */
#include "reviews/review_pages.h"

#include "jobs/mail.h"
#include "views/views.h"

enum { LETTERS = 100, READ_MOST = 1000 };

/* How many got a letter, how many had one today or have no address, how many are left for the next press. */
struct nudged {
	int64_t sent, kept, rest;
};

static void
nudge_one(struct rq *rq, const struct cycle_head *cycle, const struct late_letter *late)
{
	const char *link = arena_print(rq->arena, "%s/reviews", site_url());

	mail_leave(rq, late->person.n, late->email, "review-late", words_value(rq, "mail.review-late.subject", cycle->name),
	    words_value(rq, "mail.review-late.text", link));
	nudge_mark(rq, cycle->id, late->person, rq->now);
}

static struct nudged
nudge_all(struct rq *rq, const struct cycle_head *cycle, const struct late_letter_rows *late)
{
	struct nudged n = { 0 };

	for (size_t i = 0; i < late->n; i++) {
		if (!may_nudge(late->at[i].nudged_at, late->at[i].email, instant_of_day(rq->today))) {
			n.kept++;
		} else if (n.sent == LETTERS) {
			n.rest++;
		} else {
			nudge_one(rq, cycle, &late->at[i]);
			n.sent++;
		}
	}
	return n;
}

struct reply
nudge_post(struct rq *rq)
{
	cycle_id id = rq_cycle(rq);
	struct nudge_entry typed = nudge_entry_read(rq);
	const struct cycle_head *head = cycle_head(rq, id);
	const struct late_letter_rows *late = late_letters(rq, rq->viewer, id, rq->today, typed.person, READ_MOST);
	struct nudged n;

	if (refused(rq))
		return again(rq);
	answers(rq);
	n = nudge_all(rq, head, late);
	return go(rq, "/cycles/%lld?sent=%lld&kept=%lld&rest=%lld", (long long)id.n, (long long)n.sent, (long long)n.kept, (long long)n.rest);
}
