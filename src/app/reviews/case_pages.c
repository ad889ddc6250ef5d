/* case_pages.c: leave, transfers, part of a year: what is asked of whom. Reads, asks, judges, shows. */
#include "reviews/case_judge.h"
#include "reviews/formers.h"
#include "reviews/review_pages.h"

#include "base/text.h"
#include "jobs/notice.h"
#include "people_queries.h"
#include "views/views.h"

#include <string.h>

enum { FACTS = 2000, MOVES = 200, FORMERS = 4000, FORMERS_OF_ONE = 20 };

struct case_asks
cases_ask(struct rq *rq, cycle_id cycle, bool undecided)
{
	return (struct case_asks){ case_facts(rq, rq->viewer, cycle, undecided ? 1 : NONE, FACTS), case_moves(rq, rq->viewer, cycle, MOVES) };
}

int64_t
cases_undecided(struct rq *rq, const struct case_asks *asks)
{
	return cases_judge(rq->arena, asks->facts).undecided + moves_judge(asks->moves);
}

/* The one form that was refused stays open. */
static void
keep_open(struct rq *rq, struct cycle_cases *page)
{
	bool moves = strstr(rq->web->path, "/moves/") != NULL;
	int64_t person = rq_number(rq, 1);

	for (size_t i = 0; rq->web->again && !moves && i < page->cases->n; i++)
		page->cases->at[i].refused_here = page->cases->at[i].person.n == person;
	for (size_t i = 0; rq->web->again && moves && i < page->moves->n; i++)
		page->moves->at[i].refused_here = page->moves->at[i].person.n == person;
}

/* Of a list in the order of the cases, only those of cases that are shown; marks the cases where somebody can still be asked. */
static void
keep_formers(struct case_line_rows *cases, struct former_line_rows *formers)
{
	size_t kept = 0, c = 0;

	for (size_t i = 0; i < formers->n; i++) {
		size_t was = c;

		while (c < cases->n && cases->at[c].id.n != formers->at[i].member.n)
			c++;
		if (c == cases->n) {
			c = was;
			continue;
		}
		cases->at[c].asks |= formers->at[i].state == NULL;
		formers->at[kept++] = formers->at[i];
	}
	formers->n = kept;
}

struct reply
cases_get(struct rq *rq)
{
	cycle_id id = rq_cycle(rq);
	struct case_asks asks = cases_ask(rq, id, false);
	struct former_line_rows *formers = case_formers(rq, rq->viewer, id, (person_id){ 0 }, FORMERS);
	struct cycle_cases page = { .head = cycle_head(rq, id), .forms = case_forms(rq, id), .moves = asks.moves, .formers = formers };
	struct cases made;

	answers(rq);
	made = cases_judge(rq->arena, asks.facts);
	page.cases = made.lines;
	page.reasons = made.reasons;
	page.undecided = made.undecided + moves_judge(asks.moves);
	page.full = asks.facts->n == FACTS || asks.moves->n == MOVES;
	keep_formers(page.cases, formers);
	keep_open(rq, &page);
	return cycle_cases_page(rq, &page);
}

static bool
is(const char *state, const char *word)
{
	return state != NULL && strcmp(state, word) == 0;
}

static bool
not_begun(const char *part)
{
	return part == NULL || is(part, "asked") || is(part, "removed");
}

static bool
is_among(const struct case_form_line_rows *forms, form_id form)
{
	for (size_t i = 0; i < forms->n; i++)
		if (forms->at[i].id.n == form.n)
			return true;
	return false;
}

static void
refuse_days(struct rq *rq, const struct case_state *s, const struct case_entry *typed)
{
	if (day_none(typed->from) || day_none(typed->to) || day_compare(typed->from, typed->to) >= 0
	    || day_compare(typed->from, s->period_from) < 0 || day_compare(typed->to, s->period_to) > 0)
		refuse(rq, "from", "refused.case-days");
}

/* The manager's part is in: what is asked does not change any more. */
static bool
is_fixed(const struct case_state *s)
{
	bool writing = is(s->manager_state, "asked") || is(s->manager_state, "writing");

	return !(writing && (is(s->state, "open") || is(s->state, "cancelled")));
}

/* Somebody was quicker, or the page is an old one. */
static struct reply
too_late(struct rq *rq)
{
	end_with(rq, CONFLICT, "the case is settled");
	return nothing();
}

static void
refuse_case(struct rq *rq, const struct case_state *s, const struct case_entry *typed, const struct case_form_line_rows *forms)
{
	bool shorter = is(typed->choice, "short");

	if ((shorter || is(s->choice, "short")) && !(not_begun(s->self_state) && not_begun(s->manager_state)))
		refuse(rq, "choice", "refused.case-begun");
	if (is(typed->choice, "part"))
		refuse_days(rq, s, typed);
	if (shorter && !is_among(forms, typed->form))
		refuse(rq, "form", "refused.case-form");
}

static const struct former_line *
former_among(const struct former_line_rows *formers, person_id person)
{
	for (size_t i = 0; i < formers->n; i++)
		if (formers->at[i].person.n == person.n && formers->at[i].state == NULL)
			return &formers->at[i];
	return NULL;
}

static void
refuse_asking(struct rq *rq, const struct case_entry *typed, const struct former_line_rows *formers)
{
	for (size_t i = 0; i < typed->n_ask; i++)
		if (former_among(formers, typed->ask[i]) == NULL)
			return refuse(rq, "ask", "refused.case-ask");
	if (typed->n_ask > 0 && is(typed->choice, "exclude"))
		refuse(rq, "ask", "refused.case-ask-out");
}

/* Each once, however often they were marked. */
static void
ask_formers(struct rq *rq, const struct case_state *s, person_id person, const struct case_entry *typed, const struct former_line_rows *formers)
{
	struct former_wish wish = { s->review, person, s->manager_due, typed->shared == 1, s->rehearsal };

	for (size_t i = 0; i < formers->n; i++)
		for (size_t k = 0; k < typed->n_ask; k++)
			if (typed->ask[k].n == formers->at[i].person.n) {
				former_asks(rq, &wish, &formers->at[i]);
				break;
			}
}

/* What an earlier decision changed is as it was at the launch. */
static void
case_undo(struct rq *rq, const struct case_state *s)
{
	if (is(s->choice, "exclude")) {
		case_in(rq, s->review);
		case_member(rq, s->member, NULL);
		case_waiting_back(rq, s->review);
		former_waiting_back(rq, s->review);
		counts_case(rq, s->review, new_id(rq), 1);
	} else if (is(s->choice, "part")) {
		case_days_back(rq, s->member);
	} else if (is(s->choice, "short")) {
		case_form_back(rq, s->review);
	}
}

static void
case_do(struct rq *rq, const struct case_state *s, const struct case_entry *typed)
{
	if (is(typed->choice, "exclude")) {
		counts_case(rq, s->review, new_id(rq), -1);
		case_waiting_closed(rq, s->review, rq->now);
		former_waiting_closed(rq, s->review, rq->now);
		case_out(rq, s->review);
		case_member(rq, s->member, "excluded");
	} else if (is(typed->choice, "part")) {
		case_days(rq, s->member, typed->from, typed->to);
	} else if (is(typed->choice, "short")) {
		case_form(rq, s->review, typed->form);
	}
}

static struct reply
back(struct rq *rq, const char *told)
{
	tell(rq, told);
	return go(rq, "/cycles/%lld/cases", (long long)rq_cycle(rq).n);
}

struct reply
case_post(struct rq *rq)
{
	cycle_id cycle = rq_cycle(rq);
	person_id person = { rq_number(rq, 1) };
	struct case_entry typed = case_entry_read(rq);
	const struct case_state *s = case_state(rq, rq->viewer, cycle, person);
	const struct case_form_line_rows *forms = case_forms(rq, cycle);
	const struct former_line_rows *formers = case_formers(rq, rq->viewer, cycle, person, FORMERS_OF_ONE);
	bool part = is(typed.choice, "part");

	if (!answers(rq))
		return nothing();
	if (is_fixed(s))
		return too_late(rq);
	refuse_case(rq, s, &typed, forms);
	refuse_asking(rq, &typed, formers);
	if (refused(rq))
		return again(rq);
	case_undo(rq, s);
	case_do(rq, s, &typed);
	ask_formers(rq, s, person, &typed, formers);
	case_put(rq, rq->viewer, (case_id){ new_id(rq) }, cycle, person, "year", typed.choice, typed.reason, part ? typed.from : (struct day){ 0 },
	    part ? typed.to : (struct day){ 0 }, rq->now);
	return back(rq, "told.case");
}

/* What the former manager has begun is not passed on: until it is handed in it is theirs alone. */
static void
move_do(struct rq *rq, const struct move_state *s, person_id person)
{
	waiting_closed(rq, s->part.n, "review.manager", rq->now);
	case_answers_clear(rq, s->part);
	case_cites_clear(rq, s->part);
	case_review_moves(rq, s->review, person, s->heir);
	case_part_moves(rq, s->part, s->heir);
	if (s->rehearsal)
		return;
	waiting_opened(rq, (waiting_id){ new_id(rq) }, s->heir, "review.manager", "part", s->part.n, person, rq->now, s->due);
	notice_leave(rq, s->heir.n, "review.moved", "part", s->part.n);
	notice_leave(rq, s->former.n, "review.moved_away", "person", person.n);
}

struct reply
move_post(struct rq *rq)
{
	person_id person = { rq_number(rq, 1) };
	struct move_entry typed = move_entry_read(rq);
	const struct move_state_rows *s = move_state(rq, rq->viewer, rq_cycle(rq), person);
	bool moves = is(typed.choice, "move");

	if (!answers(rq))
		return nothing();
	if (s->n == 0)
		return too_late(rq);
	if (refused(rq))
		return again(rq);
	if (moves)
		move_do(rq, s->at, person);
	case_put(rq, rq->viewer, (case_id){ new_id(rq) }, rq_cycle(rq), person, "manager", typed.choice, typed.reason, (struct day){ 0 }, (struct day){ 0 }, rq->now);
	return back(rq, moves ? "told.moved" : "told.case");
}

struct reply
absence_post(struct rq *rq)
{
	struct absence_entry typed = absence_entry_read(rq);
	const struct case_person_rows *who = case_person(rq, rq->viewer, rq_cycle(rq), typed.who != NULL ? text_fold(rq->arena, typed.who) : "");

	if (!answers(rq))
		return nothing();
	if (typed.who != NULL && who->n == 0)
		refuse(rq, "who", "refused.case-nobody");
	if (!day_none(typed.away) && !day_none(typed.back) && day_compare(typed.away, typed.back) >= 0)
		refuse(rq, "back", "refused.case-back");
	if (refused(rq))
		return again(rq);
	absence_add(rq, (absence_id){ new_id(rq) }, who->at->person, typed.away, typed.back);
	return back(rq, "told.absence");
}
