/* ask_pages.c: asking for feedback, seeing what came of it, answering and declining. Reads, asks, judges, shows. */
#include "feedback/feedback_pages.h"
#include "feedback_views.h"

#include "access/access.h"
#include "base/text.h"
#include "jobs/notice.h"

#include <string.h>

enum { WHOM_MOST = 10, DUE_DAYS = 10, DUE_MOST = 90 };

struct reply
ask_own_get(struct rq *rq)
{
	return go(rq, "/people/%lld/ask", (long long)rq->viewer.n);
}

/* Whom the address names, or what was typed when the page is shown again. */
static size_t
whom_said(struct rq *rq, person_id whom[static WHOM_MOST])
{
	size_t n = 0;

	for (const struct field *f = rq->web->again ? rq->web->body : rq->web->query; f != NULL && n < WHOM_MOST; f = f->next)
		if (strcmp(f->name, "whom") == 0 && text_int(f->value, &whom[n].n) && whom[n].n > 0)
			n++;
	return n;
}

static void
add_person(struct colleague_rows *all, size_t most, struct colleague one, int64_t chosen, person_id but)
{
	if (all->n == most || one.person.n == but.n)
		return;
	for (size_t i = 0; i < all->n; i++)
		if (all->at[i].person.n == one.person.n)
			return;
	one.chosen = chosen;
	all->at[all->n++] = one;
}

enum { LISTED_MOST = WHOM_MOST + FOUND_MOST + NEAR_MOST + RECENT_MOST };

struct whom_asked {
	const struct askable_rows *chosen[WHOM_MOST];
	const struct colleague_rows *more[3];
	size_t n, n_more;
};

static void
ask_whom(struct rq *rq, struct whom_asked *w, bool writing)
{
	person_id whom[WHOM_MOST];

	w->n = whom_said(rq, whom);
	for (size_t i = 0; i < w->n; i++)
		w->chosen[i] = ask_askable(rq, rq->viewer, whom[i]);
	if (writing)
		return;
	w->more[w->n_more++] = colleagues_found(rq, rq_query(rq, "words"));
	w->more[w->n_more++] = feedback_near(rq, rq->viewer, NEAR_MOST);
	w->more[w->n_more++] = feedback_recent(rq, rq->viewer, RECENT_MOST);
}

/* Those chosen first, then who was found, then who is near; nobody twice, not the one it is about. */
static struct colleague_rows *
listed(struct rq *rq, const struct whom_asked *w, person_id about)
{
	struct colleague_rows *all = NEW(rq->arena, struct colleague_rows);

	all->at = NEW_MANY(rq->arena, struct colleague, LISTED_MOST);
	for (size_t i = 0; i < w->n; i++)
		if (w->chosen[i]->n > 0)
			add_person(all, LISTED_MOST, (struct colleague){ .person = w->chosen[i]->at->person, .name = w->chosen[i]->at->name }, 1, about);
	for (size_t k = 0; k < w->n_more; k++)
		for (size_t i = 0; i < w->more[k]->n; i++)
			add_person(all, LISTED_MOST, w->more[k]->at[i], 0, about);
	return all;
}

/* The words of the one chosen; NULL: one's own. */
static const char *
words_chosen(const struct ask_start_rows *starts)
{
	for (size_t i = 0; i < starts->n; i++)
		if (starts->at[i].chosen)
			return starts->at[i].words;
	return NULL;
}

struct reply
ask_form_get(struct rq *rq)
{
	person_id about = rq_person(rq);
	const char *step = rq_query(rq, "step");
	bool own = about.n == rq->viewer.n, writing = rq->web->again || (step != NULL && strcmp(step, "write") == 0);
	struct whom_asked whom = { .n = 0 };
	struct ask_form page = {
		.about = feedback_to_of(rq, rq->viewer, about), .own = own, .words = rq_query(rq, "words"),
		.reports = own && !writing ? feedback_reports(rq, rq->viewer, NEAR_MOST) : NEW(rq->arena, struct colleague_rows),
		.due = day_plus(rq->today, DUE_DAYS), .today = rq->today,
	};

	const struct ask_template_rows *templates = ask_templates(rq);

	ask_whom(rq, &whom, writing);
	answers(rq);
	if (!fine(rq) && rq->outcome != REFUSED)
		return nothing();
	page.people = listed(rq, &whom, about);
	page.writing = writing && (page.people->n > 0 || rq->web->again);
	page.starts = ask_starts(rq, templates, own, rq_query(rq, "start"));
	page.why = words_chosen(page.starts);
	page.free = page.why == NULL;
	return ask_form_page(rq, &page);
}

struct reply
ask_form_post(struct rq *rq)
{
	struct ask_entry typed = ask_entry_read(rq);
	person_id about = rq_person(rq);
	struct whom_asked whom = { .n = typed.n_whom };
	struct colleague_rows *people;
	ask_id id;

	for (size_t i = 0; i < typed.n_whom; i++)
		whom.chosen[i] = ask_askable(rq, rq->viewer, typed.whom[i]);
	answers(rq);
	if (!fine(rq) && rq->outcome != REFUSED)
		return nothing();
	people = listed(rq, &whom, about);
	if (people->n == 0)
		refuse(rq, "whom", "refused.ask_nobody");
	if (!day_none(typed.due) && (day_compare(typed.due, rq->today) < 0 || days_between(rq->today, typed.due) > DUE_MOST))
		refuse(rq, "due", "refused.ask_due");
	if (refused(rq))
		return again(rq);
	id.n = new_id(rq);
	ask_add(rq, id, rq->viewer, about, typed.why, typed.due, rq->now);
	for (size_t i = 0; i < people->n; i++) {
		asked_add(rq, id, people->at[i].person);
		asked_waits(rq, (waiting_id){ new_id(rq) }, id, people->at[i].person, about, rq->now, typed.due);
		notice_leave(rq, people->at[i].person.n, "ask.made", "ask", id.n);
	}
	tell(rq, "told.ask_made");
	return go(rq, "/asks/%lld", (long long)id.n);
}

struct reply
ask_show_get(struct rq *rq)
{
	const struct ask_head *head = ask_head(rq, rq->viewer, rq_ask(rq));
	struct asked_line_rows *people = ask_people(rq, rq->viewer, rq_ask(rq));
	struct ask_show page = { .head = head, .people = people };

	if (!answers(rq) && rq->outcome != REFUSED)
		return nothing();
	for (size_t i = 0; i < people->n; i++)
		people->at[i].stands = asked_state(people->at[i].state, head->due, rq->today);
	page.side = head->by.n == rq->viewer.n ? "asker" : "asked";
	page.own = head->by.n == head->about.n;
	page.you_lead = same(head->manager_name, rq_who(rq)->name);
	page.stands = strcmp(page.side, "asked") == 0 ? rq_subject(rq)->state : asked_state("open", head->due, rq->today);
	return ask_show_page(rq, &page);
}

static void
answered(struct rq *rq, const struct ask_head *head, const char *verb)
{
	feedback_waiting_closed(rq, head->id.n, "feedback.answer", rq->viewer, rq->now);
	if (head->by.n != head->about.n || strcmp(verb, "ask.declined") == 0)
		notice_leave(rq, head->by.n, verb, "ask", head->id.n);
}

/* Asked by somebody else than the one it is about, it is read by both of them and the manager: nothing behind a back. */
struct reply
ask_answer_post(struct rq *rq)
{
	struct ask_answer typed = ask_answer_read(rq);
	const struct ask_head *head = ask_head(rq, rq->viewer, rq_ask(rq));
	const struct feedback_to *to = ask_about_of(rq, rq->viewer, rq_ask(rq));
	struct feedback_gift gift = { .author = rq->viewer, .ask = rq_ask(rq), .goal = NONE };
	feedback_id id;

	gift.said = (struct feedback_said){ "answer", typed.situation, typed.behaviour, typed.impact, typed.next_step, { 0 }, rq->today };
	feedback_advise(rq, &gift.said);
	answers(rq);
	if (refused(rq))
		return again(rq);
	if (!fine(rq))
		return nothing();
	gift.receiver = head->about;
	gift.seen_by = head->by.n == head->about.n && !same(typed.seen_by, "manager") ? "receiver" : "manager";
	asked_given(rq, rq_ask(rq), rq->viewer);
	id = feedback_give(rq, &gift, to->manager);
	answered(rq, head, "ask.answered");
	tell(rq, "told.feedback_given");
	return go(rq, "/feedback/%lld", (long long)id.n);
}

struct reply
ask_decline_post(struct rq *rq)
{
	struct ask_decline typed = ask_decline_read(rq);
	const struct ask_head *head = ask_head(rq, rq->viewer, rq_ask(rq));

	answers(rq);
	if (refused(rq))
		return again(rq);
	if (!fine(rq))
		return nothing();
	asked_declined(rq, rq_ask(rq), rq->viewer, typed.reason);
	answered(rq, head, "ask.declined");
	tell(rq, "told.ask_declined");
	return go(rq, "/asks/%lld", (long long)head->id.n);
}
