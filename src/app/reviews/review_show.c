/* review_show.c: reading a review and the lists of reviews. Reads, asks, judges, shows. */
#include "reviews/evidence.h"
#include "reviews/review_pages.h"
#include "tasks/task_judge.h"

#include <string.h>

enum { EARLIER = 20, AWAITS = 200, FORMERS = 20 };

/* One step between neighbouring levels is a thousand. */
static const char *
apart(int64_t self, int64_t manager)
{
	int64_t steps;

	if (self == NONE || manager == NONE)
		return "";
	steps = self > manager ? self - manager : manager - self;
	return steps == 0 ? "same" : steps <= 1000 ? "one" : "more";
}

static void
judge_apart(struct review_question_rows *questions, const struct review_answer_rows *all)
{
	for (size_t i = 0; i < questions->n; i++) {
		int64_t value[2] = { NONE, NONE };

		for (size_t k = 0; k < all->n; k++)
			if (all->at[k].question.n == questions->at[i].id.n)
				value[strcmp(all->at[k].relation, "self") != 0] = all->at[k].value;
		questions->at[i].apart = apart(value[0], value[1]);
	}
}

static bool
is(const char *state, const char *word)
{
	return strcmp(state, word) == 0;
}

/* The whole of a review; own 1: as its employee sees it, NONE: all of it. */
static struct review_show
ask_review(struct rq *rq, int64_t own)
{
	review_id id = rq_review(rq);

	return (struct review_show){
		.head = review_head(rq, rq->viewer, id), .sections = review_sections(rq, rq->viewer, id),
		.questions = review_questions(rq, rq->viewer, id, own), .answered = review_answers(rq, rq->viewer, id, own),
		.cited = review_cites(rq, rq->viewer, id, rq_subject(rq)->person, own), .goals = review_goals(rq, rq->viewer, id),
		.formula = review_formula(rq, rq->viewer, id, own), .told = review_words(rq, rq->viewer, id),
		.records = review_records(rq, rq->viewer, id), .history = review_history(rq, rq->viewer, id, own),
		.talk = talk_of(rq, rq->viewer, id), .agreed = agreed_steps(rq, rq->viewer, id),
		.earlier = earlier_steps(rq, rq->viewer, id, EARLIER), .beside = review_beside(rq, rq->viewer, id), .scale = rating_scale(rq, id),
		.formers = former_words(rq, rq->viewer, (part_id){ 0 }, id, own),
	};
}

void
judge_steps(const struct rq *rq, struct agreed_step_rows *steps)
{
	for (size_t i = 0; i < steps->n; i++) {
		struct agreed_step *s = &steps->at[i];

		s->near = task_near(s->lane, s->due, rq->today);
		s->tone = task_tone(s->near);
	}
}

/* Sections number themselves; the formula is worked out anew from what was kept. */
static void
judge_review(struct rq *rq, struct review_show *page)
{
	for (size_t i = 0; i < page->sections->n; i++)
		page->sections->at[i].number = (int64_t)i + 1;
	judge_apart(page->questions, page->answered);
	fold_hidden(page->cited);
	page->based_on = formula_judge(rq->arena, page->formula).based_on;
	page->today = rq->today;
	judge_steps(rq, page->agreed);
	judge_steps(rq, page->earlier);
	page->awaits = page->head->approval && (is(page->head->state, "written") || is(page->head->state, "calibrated"));
}

/* The employee, after a release was taken back: that it was, and why; nothing of what it said. */
static struct reply
withdrawn_get(struct rq *rq)
{
	struct review_withdrawn page = { .taken = review_withdrawal(rq, rq->viewer, rq_review(rq)) };

	answers(rq);
	return review_withdrawn_page(rq, &page);
}

struct reply
review_get(struct rq *rq)
{
	bool own = rq_subject(rq)->person.n == rq->viewer.n;
	struct review_show page;

	if (own && strncmp(rq_subject(rq)->state, "withdrawn", 9) == 0)
		return withdrawn_get(rq);
	page = ask_review(rq, own ? 1 : NONE);
	answers(rq);
	judge_review(rq, &page);
	page.seen_as = own ? "own" : "whole";
	return review_show_page(rq, &page);
}

struct reply
preview_get(struct rq *rq)
{
	struct review_show page = ask_review(rq, 1);

	answers(rq);
	judge_review(rq, &page);
	page.seen_as = "preview";
	return review_show_page(rq, &page);
}

struct reply
reviews_get(struct rq *rq)
{
	struct my_part_rows *parts = my_parts(rq, rq->viewer);
	struct review_list page = { .parts = parts, .reviews = my_reviews(rq, rq->viewer), .formers = my_formers(rq, rq->viewer, FORMERS) };

	answers(rq);
	for (size_t i = 0; i < parts->n; i++) {
		struct my_part *p = &parts->at[i];

		p->phase = strcmp(p->state, "submitted") == 0 ? "submitted"
		    : phase_word(phase_judge(p->opens, p->due, (struct day){ 0 }, rq->today));
	}
	return review_list_page(rq, &page);
}

struct reply
team_get(struct rq *rq)
{
	struct team_list page = { .reviews = team_reviews(rq, rq->viewer) };
	const struct approval_line_rows *awaits = approvals(rq, rq->viewer, (cycle_id){ 0 }, AWAITS);

	answers(rq);
	page.awaits = (int64_t)awaits->n;
	return team_list_page(rq, &page);
}
