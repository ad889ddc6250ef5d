/* home_pages.c: what needs the viewer, then how things stand. One page for every role. */
#include "http/asset.h"
#include "home/home.h"
#include "feedback/feedback.h"
#include "feedback_queries.h"
#include "goals/goal_lines.h"
#include "home/home_judge.h"
#include "home/home_nav.h"
#include "home/home_team.h"
#include "home/home_units.h"
#include "home/start.h"
#include "home_views.h"
#include "notices/notices_judge.h"

#include "base/zone.h"

#include <string.h>

enum { NEEDS = 50, GOALS = 5, OWN_GOALS = 200, FEEDBACK = 5 };

static void
judge_needs(struct rq *rq, struct need_rows *needs)
{
	for (size_t i = 0; i < needs->n; i++) {
		struct need *n = &needs->at[i];

		n->first = i == 0;
		n->days = days_between(rq->today, n->due);
		n->pill = due_word(n->due, rq->today);
		n->tone = due_tone(n->pill);
		n->icon = need_icon(n->verb);
		n->link = arena_print(rq->arena, "%s%lld", notice_place(n->kind) ? notice_place(n->kind) : "/?need=", (long long)n->subject);
	}
}

static void
judge_phases(struct rq *rq, struct home_phase_rows *phases, const struct home_cycle_rows *cycle)
{
	const struct home_cycle *c = cycle->n ? cycle->at : NULL;
	bool in = c && c->self_state && strcmp(c->self_state, "submitted") == 0;
	bool out = c && c->review_state && (strcmp(c->review_state, "released") == 0
	    || strcmp(c->review_state, "acknowledged") == 0 || strcmp(c->review_state, "locked") == 0);

	for (size_t i = 0; i < phases->n; i++) {
		struct home_phase *p = &phases->at[i];

		p->stands = phase_stands(p, in, out, rq->today);
		p->says = days_between(rq->today, p->opens_on) > 0 ? "opens" : "closes";
	}
}

static void
judge_cycles(struct home_progress_rows *cycles)
{
	for (size_t i = 0; i < cycles->n; i++)
		cycles->at[i].share = share_of(cycles->at[i].managers + cycles->at[i].selves, 2 * cycles->at[i].people);
}

/* All of one's goals are counted; the first ones are shown. */
static void
judge_own(struct rq *rq, struct home *page, const struct measure_rows *measures)
{
	goal_lines_judge(page->goals, measures, rq->today);
	home_own_judge(rq, page->own, page->goals);
	if (page->goals->n > GOALS)
		page->goals->n = GOALS;
}

/* Asked for those only who will see it. */
static struct home_progress_rows *
cycles_of(struct rq *rq)
{
	if (may(rq, SEE_COMPLETION))
		return home_progress(rq, rq->viewer, rq->today);
	return NEW(rq->arena, struct home_progress_rows);
}

/* An administrator's figures; for others no query is spent on what they will not see. */
static struct health_row_rows *
figures_of(struct rq *rq)
{
	struct health_row_rows *none = NEW(rq->arena, struct health_row_rows);

	if (may(rq, SEE_HEALTH)) {
		none->at = health_now(rq, rq->now);
		none->n = 1;
	}
	return none;
}

/* What is left of a first set-up, unless it was put away; an empty list when nothing is. */
static void
show_start(struct rq *rq, struct home *page, const struct start_facts *facts)
{
	if (facts == NULL || facts->away)
		return;
	page->start_left = start_steps(rq, facts, page->start);
	if (page->start_left == 0)
		page->start->n = 0;
	page->start_first = page->start_left > 0 && page->needs->n == 0;
}

static void
judge(struct rq *rq, struct home *page, const struct measure_rows *measures)
{
	char *clock = arena_take(rq->arena, 6);

	zone_clock(rq->zone, rq->now, clock);
	page->greeting = greeting_of(clock);
	judge_needs(rq, page->needs);
	judge_phases(rq, page->phases, page->cycle);
	judge_cycles(page->cycles);
	judge_own(rq, page, measures);
}

static struct reply
home_get(struct rq *rq)
{
	const struct start_facts *start = may(rq, SEE_START) ? start_facts_of(rq, rq->viewer) : NULL;
	struct home page = {
		.given = rq_who(rq) ? rq_who(rq)->given : "",
		.lead = rq_who(rq) && rq_who(rq)->reports > 0,
		.needs = home_needs(rq, rq->viewer, NEEDS),
		.cycle = home_cycle(rq, rq->viewer),
		.phases = home_phases(rq, rq->viewer),
		.own = home_own(rq, rq->viewer),
		.cycles = cycles_of(rq),
		.reviews = home_reviews(rq, rq->viewer),
		.goals = person_goals(rq, rq->viewer, rq->viewer, 1, PERSON_GOALS_BY_DUE, OWN_GOALS),
		.figures = figures_of(rq),
		.start = NEW(rq->arena, struct start_step_rows),
		.feedback = home_feedback(rq, rq->viewer, FEEDBACK), .asks = asks_open(rq, rq->viewer, rq->today),
	};
	const struct measure_rows *measures = person_measures(rq, rq->viewer, rq->viewer);
	const struct home_team_asked team = home_team_ask(rq);
	const struct home_units_asked units = home_units_ask(rq);

	answers(rq);
	if (fine(rq))
		show_start(rq, &page, start);
	judge(rq, &page, measures);
	home_team_judge(rq, &team, &page);
	home_units_judge(rq, &units, &page);
	return home_page(rq, &page);
}

/* What a program may ask, made from the pages' own signatures; the same for everybody. */
static struct reply
openapi_get(struct rq *rq)
{
	return asset_reply("openapi.json");
}

const struct route home_routes[] = {
	{ GET, "/openapi.json", openapi_get, ANYBODY, OF_NOBODY, OPEN },
	{ GET, "/find", find_get, SEE_HOME, OF_VIEWER },
	{ GET, "/", home_get, SEE_HOME, OF_VIEWER },
	{ GET, "/start", start_get, SEE_START, OF_NOBODY },
	{ POST, "/start/away", start_away_post, SEE_START, OF_NOBODY },
	{ POST, "/start/back", start_back_post, SEE_START, OF_NOBODY },
	{ GET, "/figures", figures_get, SEE_FIGURES, OF_NOBODY },
	{ GET, "/figures/file", figures_file_get, SEE_FIGURES, OF_NOBODY },
	{ GET, "/calendar", calendar_get, SEE_HOME, OF_VIEWER },
	{ GET, "/calendar/file", calendar_file_get, SEE_HOME, OF_VIEWER },
	{ GET, "/account/data", mine_get, SEE_HOME, OF_VIEWER },
	{ GET, "/account/data/file", mine_file_get, SEE_HOME, OF_VIEWER },
	{ 0 }
};
