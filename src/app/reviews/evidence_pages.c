/* evidence_pages.c: the evidence beside a form: asks for it, makes the page's rows, cites. Knows no rule of its own. */
#include "reviews/evidence_pages.h"

#include "base/out.h"
#include "views/chart.h"

#include <string.h>

static const struct {
	const char *source, *icon, *tone;
	bool quoted;                    /* the words are somebody's sentence, not a title */
} sources[] = {
	{ "goals", "target", "info", false }, { "feedback", "message", "accent", true },
	{ "journal", "note", "warn", true }, { "tasks", "list-check", "good", false },
};

static bool
is(const char *a, const char *b)
{
	return a != NULL && strcmp(a, b) == 0;
}

enum { TENTHS = 10 };           /* thousandths in one percent */

/* The last day whose figures count: the period's, or today. */
static struct day
judged_on(const struct rq *rq, struct day to)
{
	return day_compare(to, rq->today) < 0 ? to : rq->today;
}

static int64_t
shown_most(const struct evidence_filter *filter)
{
	if (filter->most == NONE || filter->most < ITEMS_MOST)
		return ITEMS_MOST;
	return filter->most > ITEMS_LIMIT ? ITEMS_LIMIT : filter->most;
}

struct evidence_asks
evidence_ask(struct rq *rq, part_id part, bool writing)
{
	const struct subject *about = rq_subject(rq);
	struct evidence_asks asks = { .cites = part_cites(rq, rq->viewer, part, about->person) };

	asks.items = NEW(rq->arena, struct part_item_rows);
	asks.counts = NEW(rq->arena, struct evidence_count_rows);
	asks.earlier = NEW(rq->arena, struct earlier_review_rows);
	asks.goals = (struct goal_results){ NEW(rq->arena, struct goal_line_rows), NEW(rq->arena, struct measure_rows) };
	asks.line = NEW(rq->arena, struct reads_line_rows);
	if (!writing)
		return asks;
	asks.filter = evidence_filter_read(rq);
	asks.items = part_items(rq, rq->viewer, part, about->person, rq->today, asks.filter.source, shown_most(&asks.filter) + 1,
	    is(asks.filter.sort, "oldest") ? PART_ITEMS_BY_OLDEST : PART_ITEMS_BY_NEWEST);
	asks.counts = part_counts(rq, rq->viewer, part, about->person, rq->today);
	asks.goals = goal_results_ask(rq, about->person, about->from, about->to);
	asks.line = reads_line(rq, rq->viewer, about->person);
	if (asks.filter.earlier == 1)
		asks.earlier = earlier_review(rq, rq->viewer, part);
	return asks;
}

int64_t
evidence_citable(const struct evidence_count_rows *counts)
{
	int64_t n = 0;

	for (size_t i = 0; i < counts->n; i++)
		n += counts->at[i].n;
	return n;
}

/* "1.2" on each question; the one that the next citation is for; whether words may stand for citations. */
static void
number_questions(struct rq *rq, const struct evidence_asks *asks, struct part_form *page)
{
	int64_t citable = evidence_citable(asks->counts), place = 0, section = 0;
	question_id here = asks->filter.cites_for;

	for (size_t i = 0; i < page->questions->n; i++) {
		struct part_question *q = &page->questions->at[i];

		for (; page->sections->at[section].id.n != q->section.n; section++)
			place = 0;
		q->number = arena_print(rq->arena, "%lld.%lld", (long long)section + 1, (long long)++place);
		q->asks_reason = page->writable && is(page->head->relation, "manager") && !is(q->kind, "text")
		    && reason_asked(q->evidence, citable);
		q->here = q->id.n == here.n;
	}
}

static void
number_cites(struct part_cite_rows *cites)
{
	for (size_t i = 0; i < cites->n; i++)
		cites->at[i].number = (int64_t)i + 1;
}

static const char *
number_of(const struct part_question_rows *questions, question_id id)
{
	for (size_t i = 0; i < questions->n; i++)
		if (questions->at[i].id.n == id.n)
			return questions->at[i].number;
	return "";
}

static void
dress(struct part_item *item)
{
	item->month = month_key(item->on_day);
	for (size_t i = 0; i < COUNT(sources); i++)
		if (is(item->source, sources[i].source)) {
			item->icon = sources[i].icon;
			item->tone = sources[i].tone;
			item->quoted = sources[i].quoted;
		}
}

/* The items' months in their order, and beside each item where it is cited. */
static void
group_items(struct rq *rq, const struct evidence_asks *asks, struct part_form *page)
{
	struct item_month_rows *months = NEW(rq->arena, struct item_month_rows);
	struct item_mark_rows *marks = NEW(rq->arena, struct item_mark_rows);

	months->at = NEW_MANY(rq->arena, struct item_month, asks->items->n);
	marks->at = NEW_MANY(rq->arena, struct item_mark, asks->cites->n);
	for (size_t i = 0; i < asks->items->n; i++) {
		struct part_item *item = &asks->items->at[i];

		dress(item);
		if (months->n == 0 || months->at[months->n - 1].month != item->month)
			months->at[months->n++] = (struct item_month){ item->month, item->on_day.m, item->on_day.y };
		for (size_t k = 0; k < asks->cites->n; k++)
			if (asks->cites->at[k].ref.n == item->ref.n)
				marks->at[marks->n++] = (struct item_mark){ item->ref, number_of(page->questions, asks->cites->at[k].question) };
	}
	page->items = asks->items;
	page->item_months = months;
	page->marks = marks;
}

/* Months of the period so far, with their counts; those without any by name. */
static void
draw_months(struct rq *rq, const struct evidence_asks *asks, struct part_form *page)
{
	struct day to = judged_on(rq, page->head->period_to);
	struct chart_month_rows *months = chart_months(rq->arena, page->head->period_from, to, NULL, 0);
	struct empty_month_rows *empties = NEW(rq->arena, struct empty_month_rows);
	struct day first;

	for (size_t i = 0; i < asks->counts->n; i++)
		if (day_read(arena_print(rq->arena, "%s-01", asks->counts->at[i].month), &first))
			chart_month_add(months, first, asks->counts->at[i].n);
	chart_months_draw(months);
	empties->at = NEW_MANY(rq->arena, struct empty_month, months->n);
	for (size_t i = 0; i < months->n; i++)
		if (months->at[i].n == 0)
			empties->at[empties->n++] = (struct empty_month){ months->at[i].month, "comma" };
	if (empties->n > 0) {
		empties->at[empties->n - 1].follows = "and";
		empties->at[0].follows = "first";
	}
	page->months = months;
	page->empties = empties;
}

static void
count_kinds(struct rq *rq, const struct evidence_asks *asks, struct part_form *page)
{
	struct evidence_kind_rows *kinds = NEW(rq->arena, struct evidence_kind_rows);

	kinds->at = NEW_MANY(rq->arena, struct evidence_kind, COUNT(sources));
	for (size_t i = 0; i < COUNT(sources); i++) {
		struct evidence_kind k = { sources[i].source, 0, is(asks->filter.source, sources[i].source) };

		for (size_t j = 0; j < asks->counts->n; j++)
			k.n += is(asks->counts->at[j].source, k.source) ? asks->counts->at[j].n : 0;
		if (k.n > 0 || k.here)
			kinds->at[kinds->n++] = k;
	}
	page->kinds = kinds;
}

static void
judge_about(struct rq *rq, const struct evidence_asks *asks, struct part_form *page)
{
	struct recency r = evidence_recency(page->head->period_from, page->head->period_to, asks->cites);
	struct evidence_about *about = NEW(rq->arena, struct evidence_about);
	int64_t most = shown_most(&asks->filter);

	*about = (struct evidence_about){
		.total = evidence_citable(asks->counts), .shown = most, .more = (int64_t)asks->items->n > most && most < ITEMS_LIMIT,
		.source = asks->filter.source, .oldest = is(asks->filter.sort, "oldest"), .earlier = asks->filter.earlier == 1,
		.says = r.says, .warns = r.warns, .cited = r.cited, .recent = r.recent, .recent_from = r.from,
		.months = r.months, .recent_months = r.last,
	};
	if ((int64_t)asks->items->n > most)
		asks->items->n = (size_t)most;
	page->about = about;
}

/* Goals are kept to the line; whoever has left it is not shown them. */
static void
judge_goals(struct rq *rq, const struct evidence_asks *asks, struct part_form *page)
{
	page->goals = asks->goals.goals;
	page->goals_now = asks->line->n > 0;
	if (!page->goals_now)
		asks->goals.goals->n = 0;
	goal_results_judge(rq, &asks->goals, judged_on(rq, page->head->period_to));
}

void
evidence_goals_keep(struct rq *rq, review_id review, const struct evidence_asks *asks)
{
	struct goal_line_rows *goals = asks->goals.goals;

	if (asks->line->n == 0)
		return;
	goal_results_judge(rq, &asks->goals, judged_on(rq, rq_subject(rq)->to));
	review_goals_clear(rq, review);
	for (size_t i = 0; i < goals->n; i++) {
		const struct goal_line *g = &goals->at[i];

		review_goal_put(rq, review, g->id, g->title, g->agreed * TENTHS, g->progress == NONE ? NONE : g->progress * TENTHS, rq->today);
	}
}

void
evidence_judge(struct rq *rq, const struct evidence_asks *asks, struct part_form *page)
{
	page->cited = asks->cites;
	page->earlier = asks->earlier;
	number_cites(asks->cites);
	number_questions(rq, asks, page);
	judge_about(rq, asks, page);
	group_items(rq, asks, page);
	draw_months(rq, asks, page);
	count_kinds(rq, asks, page);
	judge_goals(rq, asks, page);
}

/* ---- what the buttons ask */

bool
evidence_is_asked(const struct evidence_step *step)
{
	return step->cite.n != 0 || step->uncite != NULL || step->see != NULL;
}

static size_t
cites_of(const struct part_cite_rows *cites, question_id question)
{
	size_t n = 0;

	for (size_t i = 0; i < cites->n; i++)
		n += cites->at[i].question.n == question.n;
	return n;
}

void
evidence_do(struct rq *rq, part_id part, const struct evidence_step *step, const struct part_cite_rows *cites)
{
	question_id question;
	evidence_id ref;

	if (step->cite.n != 0 && step->cites_for.n == 0)
		refuse(rq, "cites_for", "refused.missing");
	else if (step->cite.n != 0 && cites_of(cites, step->cites_for) >= CITES_MOST)
		refuse(rq, "cites_for", "refused.enough-cited");
	if (step->uncite != NULL && !cite_read(step->uncite, &question, &ref))
		refuse(rq, "uncite", "refused.not_a_choice");
	if (refused(rq))
		return;
	if (step->cite.n != 0)
		cite_add(rq, rq->viewer, part, rq_subject(rq)->person, step->cites_for, step->cite, rq->today, rq->now);
	if (step->uncite != NULL)
		cite_remove(rq, part, question, ref);
}

/* The filter as it is after the button; what a button changes replaces what the form carried. */
static struct evidence_step
seen(const struct evidence_step *step)
{
	struct evidence_step to = *step;

	if (is(step->see, "all"))
		to.source = NULL;
	else if (is(step->see, "newest") || is(step->see, "oldest"))
		to.sort = step->see;
	else if (is(step->see, "more"))
		to.most = (step->most == NONE ? ITEMS_MOST : step->most) + ITEMS_MOST;
	else if (is(step->see, "earlier"))
		to.earlier = 1;
	else if (step->see != NULL)
		to.source = step->see;
	return to;
}

/* Where the eye was: the item, the question, or the list. */
static void
put_place(struct out *o, const struct evidence_step *step)
{
	question_id question;
	evidence_id ref;

	if (step->cite.n != 0)
		put_format(o, "#i%lld", (long long)step->cite.n);
	else if (cite_read(step->uncite, &question, &ref))
		put_format(o, "#q%lld", (long long)question.n);
	else
		put(o, "#evidence");
}

struct reply
evidence_back(struct rq *rq, part_id part, const struct evidence_step *step)
{
	struct evidence_step to = seen(step);
	struct out o;

	out_init(&o, rq->arena);
	put_format(&o, "/parts/%lld?sort=%s", (long long)part.n, to.sort == NULL ? "newest" : to.sort);
	if (to.source != NULL)
		put_format(&o, "&source=%s", to.source);
	if (to.most != NONE && to.most > ITEMS_MOST)
		put_format(&o, "&most=%lld", (long long)to.most);
	if (to.earlier == 1)
		put(&o, "&earlier=1");
	if (to.cites_for.n != 0)
		put_format(&o, "&cites_for=%lld", (long long)to.cites_for.n);
	put_place(&o, &to);
	return go(rq, "%s", o.at);
}

struct reply
cite_post(struct rq *rq)
{
	struct evidence_step step = evidence_step_read(rq);
	const struct part_cite_rows *cites = part_cites(rq, rq->viewer, rq_part(rq), rq_subject(rq)->person);

	answers(rq);
	evidence_do(rq, rq_part(rq), &step, cites);
	if (refused(rq))
		return again(rq);
	part_begun(rq, rq_part(rq));
	return evidence_back(rq, rq_part(rq), &step);
}
