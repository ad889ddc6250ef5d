/* feedback_pages.c: the boxes of feedback, praise for all, whom to give some. Reads, asks, judges, shows. */
#include "feedback/feedback_pages.h"
#include "feedback/note_pages.h"
#include "feedback_views.h"

#include "access/access.h"
#include "base/text.h"
#include "db/ask.h"
#include "people/people_names.h"

#include <string.h>

/* The word of the address when it is one of the list, else its first. */
static const char *
choice(struct rq *rq, const char *name, const char *const *all, size_t n)
{
	const char *said = rq_query(rq, name);

	for (size_t i = 0; said != NULL && i < n; i++)
		if (strcmp(said, all[i]) == 0)
			return all[i];
	return all[0];
}

static const char *
kind_asked(struct rq *rq)
{
	static const char *const kinds[] = { "", "praise", "suggestion", "observation", "answer" };
	const char *kind = choice(rq, "kind", kinds, COUNT(kinds));

	return *kind ? kind : NULL;
}

static struct feedback_line_rows *
lines_of(struct rq *rq, const char *box, const char *kind)
{
	const char *after = rq_query(rq, "after");

	if (strcmp(box, "received") == 0)
		return feedback_received(rq, rq->viewer, kind, after, PAGE + 1, FEEDBACK_RECEIVED_BY_NEWEST);
	if (strcmp(box, "given") == 0)
		return feedback_given(rq, rq->viewer, kind, after, PAGE + 1, FEEDBACK_GIVEN_BY_NEWEST);
	if (strcmp(box, "team") == 0)
		return feedback_of_team(rq, rq->viewer, kind, after, PAGE + 1, FEEDBACK_OF_TEAM_BY_NEWEST);
	return NEW(rq->arena, struct feedback_line_rows);
}

static struct ask_line_rows *
asks_of(struct rq *rq, const char *box, const char *wanted)
{
	const char *after = rq_query(rq, "after");

	if (strcmp(box, wanted) != 0)
		return NEW(rq->arena, struct ask_line_rows);
	if (strcmp(box, "asked") == 0)
		return asks_of_me(rq, rq->viewer, after, PAGE + 1, ASKS_OF_ME_BY_LATEST);
	return asks_of_mine(rq, rq->viewer, after, PAGE + 1, ASKS_OF_MINE_BY_LATEST);
}

static void
judge_asks(struct rq *rq, struct ask_line_rows *asks)
{
	for (size_t i = 0; i < asks->n; i++)
		asks->at[i].stands = asked_state(asks->at[i].state ? asks->at[i].state : "open", asks->at[i].due, rq->today);
}

/* Whose words of usefulness the author does not get: only counts do. */
static void
keep_marks_back(struct feedback_line_rows *lines, const char *box)
{
	for (size_t i = 0; i < lines->n; i++)
		if (strcmp(box, "received") != 0)
			lines->at[i].useful = NONE;
}

struct reply
feedback_list_get(struct rq *rq)
{
	static const char *const boxes[] = { "received", "given", "team", "asked", "asks" };
	const char *box = choice(rq, "box", boxes, COUNT(boxes)), *kind = kind_asked(rq);
	const struct open_asks *open = asks_open(rq, rq->viewer, rq->today);
	struct feedback_list page = {
		.box = box, .kind = kind, .lead = rq_who(rq)->reports > 0,
		.lines = lines_of(rq, box, kind), .asked = asks_of(rq, box, "asked"), .asks = asks_of(rq, box, "asks"),
	};

	if (!answers(rq))
		return nothing();
	page.open = open->n;
	keep_marks_back(page.lines, box);
	judge_asks(rq, page.asked);
	judge_asks(rq, page.asks);
	page.next = PAGE_OF(rq, page.lines);
	page.next = page.next ? page.next : PAGE_OF(rq, page.asked);
	page.next = page.next ? page.next : PAGE_OF(rq, page.asks);
	return feedback_list_page(rq, &page);
}

struct reply
feedback_praise_get(struct rq *rq)
{
	struct feedback_praise page = {
		.lines = feedback_praise(rq, rq->viewer, rq_query(rq, "after"), PAGE + 1, FEEDBACK_PRAISE_BY_NEWEST),
	};

	if (!answers(rq))
		return nothing();
	keep_marks_back(page.lines, "praise");
	page.next = PAGE_OF(rq, page.lines);
	return feedback_praise_page(rq, &page);
}

struct colleague_rows *
colleagues_found(struct rq *rq, const char *said)
{
	const char *words[2], *more = NULL, *more_end = NULL;
	size_t n = said == NULL ? 0 : name_words(rq->arena, said, words, COUNT(words));

	if (n == 0)
		return NEW(rq->arena, struct colleague_rows);
	if (n > 1) {
		more = words[1];
		more_end = arena_print(rq->arena, "%s\xf4\x8f\xbf\xbf", more);
	}
	return feedback_people(rq, rq->viewer, words[0], arena_print(rq->arena, "%s\xf4\x8f\xbf\xbf", words[0]), more, more_end, FOUND_MOST);
}

/* The goal that the address names; NONE. What it is called is its own page's to say. */
static int64_t
goal_asked(struct rq *rq)
{
	const char *said = rq_query(rq, "goal");
	int64_t goal = NONE;

	if (said == NULL || !text_int(said, &goal) || goal <= 0)
		return NONE;
	return goal;
}

/* ?to=7 goes on to that person at once: links of other pages need not know the form's address. */
struct reply
feedback_pick_get(struct rq *rq)
{
	const char *to = rq_query(rq, "to"), *kind = kind_asked(rq);
	struct feedback_pick page = { .words = rq_query(rq, "words"), .kind = kind, .goal = goal_asked(rq) };
	int64_t person;

	if (to != NULL && text_int(to, &person) && person > 0 && page.goal != NONE)
		return go(rq, "/people/%lld/feedback?kind=%s&goal=%lld", (long long)person, kind ? kind : "", (long long)page.goal);
	if (to != NULL && text_int(to, &person) && person > 0)
		return go(rq, "/people/%lld/feedback?kind=%s", (long long)person, kind ? kind : "");
	page.found = colleagues_found(rq, page.words);
	page.near = feedback_near(rq, rq->viewer, NEAR_MOST);
	page.recent = feedback_recent(rq, rq->viewer, RECENT_MOST);
	answers(rq);
	return feedback_pick_page(rq, &page);
}

/* One's own note that the words begin with; another's is as if there were none. */
static void
begin_with_note(struct rq *rq, struct feedback_give *page, const struct note_row_rows *note)
{
	struct note_text t = note_for_feedback(rq, note, rq_person(rq));

	if (t.words == NULL)
		return;
	page->behaviour = t.words;
	page->happened = note->at->happened;
}

static note_id
note_asked(struct rq *rq)
{
	const char *said = rq_query(rq, "note");
	note_id note = { 0 };

	if (said != NULL)
		text_int(said, &note.n);
	return note;
}

struct reply
feedback_give_get(struct rq *rq)
{
	const char *kind = kind_asked(rq);
	const struct note_row_rows *note = note_maybe(rq, rq->viewer, note_asked(rq));
	struct feedback_give page = {
		.to = feedback_to_of(rq, rq->viewer, rq_person(rq)), .values = feedback_values(rq, rq->today),
		.kind = kind ? kind : "praise", .goal = goal_asked(rq), .today = rq->today, .seen_by = "receiver",
	};

	answers(rq);
	page.you_lead = page.to->manager.n == rq->viewer.n;
	begin_with_note(rq, &page, note);
	return feedback_give_page(rq, &page);
}

static bool
value_is_ours(const struct value_choice_rows *values, company_value_id value)
{
	for (size_t i = 0; i < values->n; i++)
		if (values->at[i].id.n == value.n)
			return true;
	return value.n == 0;
}

struct reply
feedback_give_post(struct rq *rq)
{
	struct feedback_entry typed = feedback_entry_read(rq);
	const struct feedback_to *to = feedback_to_of(rq, rq->viewer, rq_person(rq));
	const struct value_choice_rows *values = feedback_values(rq, rq->today);
	struct feedback_gift gift = {
		.said = { typed.kind, typed.situation, typed.behaviour, typed.impact, typed.next_step, typed.happened, rq->today },
		.author = rq->viewer, .receiver = rq_person(rq), .seen_by = typed.seen_by, .value = typed.value, .goal = typed.goal,
	};
	feedback_id id;

	answers(rq);
	if (!fine(rq) && rq->outcome != REFUSED)
		return nothing();
	if (same(typed.seen_by, "all") && !same(typed.kind, "praise"))
		refuse(rq, "seen_by", "refused.feedback_all");
	if (!day_none(typed.happened) && day_compare(typed.happened, rq->today) > 0)
		refuse(rq, "happened", "refused.feedback_future");
	if (!value_is_ours(values, typed.value))
		refuse(rq, "value", "refused.feedback_value");
	feedback_advise(rq, &gift.said);
	if (refused(rq))
		return again(rq);
	id = feedback_give(rq, &gift, to->manager);
	tell(rq, "told.feedback_given");
	return go(rq, "/feedback/%lld", (long long)id.n);
}
