/* correction_pages.c: saying that something kept about oneself is wrong, and HR's answer. Reads, asks, shows. */
#include "corrections/corrections.h"
#include "corrections_views.h"

#include "db/ask.h"
#include "jobs/notice.h"

enum { LINES = 100, DAYS = 30, ANSWERERS = 20 };

/* The law gives a month (GDPR, article 12.3); the homes say so. */
correction_id
correction_ask(struct rq *rq, const char *about, int64_t ref, const char *words)
{
	correction_id id = { new_id(rq) };
	int64_t first = new_ids(rq, ANSWERERS);

	correction_add(rq, id, rq->viewer, about, ref, words, rq->now);
	correction_waits(rq, first, id, rq->viewer, rq->now, day_plus(rq->today, DAYS), ANSWERERS);
	return id;
}

void
correction_close(struct rq *rq, const struct correction_head *head, const char *verdict, const char *answer)
{
	correction_answer(rq, head->id, rq->viewer, head->person, verdict, answer, head->version, rq->now);
	correction_waits_no_more(rq, head->id, rq->now);
	notice_leave(rq, head->person.n, "correction.answered", "correction", head->id.n);
}

static struct reply
corrections_get(struct rq *rq)
{
	struct correction_from from = correction_from_read(rq);
	struct correction_list page = {
		.about = from.about, .ref = from.ref,
		.own = corrections_own(rq, rq->viewer, LINES), .open = corrections_open(rq, rq->viewer, LINES),
	};

	answers(rq);
	return correction_list_page(rq, &page);
}

static struct reply
corrections_post(struct rq *rq)
{
	struct correction_entry typed = correction_entry_read(rq);

	if (refused(rq))
		return again(rq);
	correction_ask(rq, typed.about, typed.ref, typed.words);
	tell(rq, "told.correction-asked");
	return go(rq, "/corrections");
}

static struct reply
correction_get(struct rq *rq)
{
	struct correction_show page = { .head = correction_head(rq, rq->viewer, rq_correction(rq)) };

	if (!answers(rq))
		return nothing();
	page.own = page.head->person.n == rq->viewer.n;
	return correction_show_page(rq, &page);
}

static struct reply
correction_answer_post(struct rq *rq)
{
	struct correction_verdict typed = correction_verdict_read(rq);
	struct correction_head *head = correction_head(rq, rq->viewer, rq_correction(rq));

	if (refused(rq))
		return again(rq);
	if (!answers(rq))
		return nothing();
	head->version = typed.version;
	correction_close(rq, head, typed.verdict, typed.answer);
	tell(rq, "told.correction-answered");
	return go(rq, "/corrections");
}

const struct route corrections_routes[] = {
	{ GET,  "/corrections",                    corrections_get,        SEE_HOME,          OF_VIEWER, DRAFTS },
	{ POST, "/corrections",                    corrections_post,       SEE_HOME,          OF_VIEWER, .again = corrections_get },
	{ GET,  "/corrections/:correction",        correction_get,         SEE_CORRECTION,    OF_CORRECTION, DRAFTS },
	{ POST, "/corrections/:correction/answer", correction_answer_post, ANSWER_CORRECTION, OF_CORRECTION, .again = correction_get },
	{ 0 }
};
