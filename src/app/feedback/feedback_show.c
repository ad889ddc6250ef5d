/* feedback_show.c: one piece of feedback: read, thanked, judged, answered back, withdrawn. Reads, asks, judges, shows. */
#include "feedback/feedback_pages.h"
#include "feedback_views.h"

#include "jobs/notice.h"

#include <string.h>

enum { REPLIES_MOST = 20 };

static struct feedback_note_rows *
help_of(struct rq *rq, const struct feedback_head *h)
{
	struct feedback_note_rows *rows = NEW(rq->arena, struct feedback_note_rows);
	struct feedback_said said = {
		h->kind, h->situation, h->behaviour, h->impact, h->next_step, h->dated ? h->happened : (struct day){ 0 }, h->given,
	};
	const char *codes[HELP_MOST];

	rows->n = feedback_help(&said, codes);
	rows->at = NEW_MANY(rq->arena, struct feedback_note, HELP_MOST);
	for (size_t i = 0; i < rows->n; i++)
		rows->at[i].code = codes[i];
	return rows;
}

/* What is between the two of them, and what only one of them is told. */
struct reply
feedback_show_get(struct rq *rq)
{
	struct feedback_head *head = feedback_head(rq, rq->viewer, rq_feedback(rq));
	struct feedback_reply_rows *replies = feedback_replies(rq, rq->viewer, rq_feedback(rq)), none = { 0 };
	struct feedback_note_rows no_help = { 0 };
	struct feedback_show page = { .head = head };

	if (!answers(rq) && rq->outcome != REFUSED)
		return nothing();
	page.side = head->author.n == rq->viewer.n ? "author" : head->receiver.n == rq->viewer.n ? "receiver" : "reader";
	page.talk = strcmp(page.side, "reader") != 0;
	page.fresh = may(rq, WITHDRAW_FEEDBACK);
	page.replies = page.talk ? replies : &none;
	page.help = strcmp(page.side, "author") == 0 ? help_of(rq, head) : &no_help;
	if (strcmp(page.side, "receiver") != 0)
		head->useful = NONE;
	if (!page.talk) {
		head->thanked_at = NONE;
		head->why = NULL;
	}
	return feedback_show_page(rq, &page);
}

static struct reply
back(struct rq *rq, const char *told)
{
	tell(rq, told);
	return go(rq, "/feedback/%lld", (long long)rq_feedback(rq).n);
}

struct reply
feedback_thanks_post(struct rq *rq)
{
	const struct feedback_head *head = feedback_head(rq, rq->viewer, rq_feedback(rq));

	answers(rq);
	if (!fine(rq))
		return nothing();
	feedback_thank(rq, rq_feedback(rq), rq->viewer, rq->now);
	notice_leave(rq, head->author.n, "feedback.thanked", "feedback", head->id.n);
	return back(rq, "told.feedback_thanked");
}

struct reply
feedback_useful_post(struct rq *rq)
{
	struct feedback_useful typed = feedback_useful_read(rq);

	if (refused(rq))
		return again(rq);
	feedback_mark(rq, rq_feedback(rq), rq->viewer, typed.useful);
	return back(rq, "told.feedback_marked");
}

struct reply
feedback_reply_post(struct rq *rq)
{
	struct feedback_back typed = feedback_back_read(rq);
	const struct feedback_head *head = feedback_head(rq, rq->viewer, rq_feedback(rq));
	const struct reply_count *own = feedback_replies_by(rq, rq_feedback(rq), rq->viewer);

	if (!answers(rq) && rq->outcome != REFUSED)
		return nothing();
	if (own->n >= REPLIES_MOST)
		refuse(rq, "words", "refused.feedback_replies");
	if (refused(rq))
		return again(rq);
	feedback_reply_add(rq, (reply_id){ new_id(rq) }, head->id, rq->viewer, rq->now, typed.words);
	notice_leave(rq, head->author.n == rq->viewer.n ? head->receiver.n : head->author.n, "feedback.replied", "feedback", head->id.n);
	return back(rq, "told.feedback_answered");
}

struct reply
feedback_withdraw_post(struct rq *rq)
{
	feedback_withdraw(rq, rq_feedback(rq), rq->viewer, rq->now);
	return back(rq, "told.feedback_withdrawn");
}
