/* home_team.c: a team at a glance for its lead, and the same figures for each of its people. Asks and judges; shows nothing. */
#include "home/home_team.h"

#include "goals/goal_lines.h"
#include "goals/goal_standing.h"
#include "home/home.h"
#include "home/talk_judge.h"

#include <stdlib.h>
#include <string.h>

enum { TEAM = 200, TEAM_GOALS = 1000 };

struct home_team_asked
home_team_ask(struct rq *rq)
{
	if (rq_who(rq) && rq_who(rq)->reports > 0)
		return (struct home_team_asked){ home_team(rq, rq->viewer, TEAM), team_goals(rq, rq->viewer, TEAM_GOALS), team_measures(rq, rq->viewer) };
	return (struct home_team_asked){ home_team(rq, rq->viewer, TEAM), NEW(rq->arena, struct goal_line_rows), NEW(rq->arena, struct measure_rows) };
}

static void
judge_one(struct rq *rq, struct glance *g, const struct goal_line_rows *goals, struct talk_why_rows *whys)
{
	struct goal_standing s = goal_standing(goals, g->person);
	const char *said[TALK_WHYS];
	size_t n;

	g->goals = s.goals;
	g->behind = s.behind;
	g->silent = s.silent;
	g->waiting = s.waiting;
	g->health = s.worst;
	g->tone = health_tone(s.worst);
	g->late = g->own_state && strcmp(g->own_state, "submitted") != 0 && !day_none(g->due) && days_between(rq->today, g->due) < 0;
	n = talk_whys(g, rq->today, said, &g->weight);
	for (size_t i = 0; i < n; i++)
		whys->at[whys->n++] = (struct talk_why){ .person = g->person, .why = said[i], .tone = i == 0 && g->weight >= 8 ? "warn" : "quiet" };
}

/* Rows come by name; of equal weight they stay so. */
static void
heaviest_first(struct arena *a, struct glance_rows *team)
{
	struct glance *sorted = NEW_MANY(a, struct glance, team->n);
	size_t n = 0;

	for (int64_t weight = 1 << TALK_WHYS; weight >= 0; weight--)
		for (size_t i = 0; i < team->n; i++)
			if (team->at[i].weight == weight)
				sorted[n++] = team->at[i];
	team->at = sorted;
}

/* Reasons stand below their person as the page walks them: in the order of the people. */
static void
whys_in_order(struct arena *a, struct talk_why_rows *whys, const struct glance_rows *team)
{
	struct talk_why *sorted = NEW_MANY(a, struct talk_why, whys->n);
	size_t n = 0;

	for (size_t i = 0; i < team->n; i++)
		for (size_t k = 0; k < whys->n; k++)
			if (whys->at[k].person.n == team->at[i].person.n)
				sorted[n++] = whys->at[k];
	whys->at = sorted;
}

void
home_team_judge(struct rq *rq, const struct home_team_asked *asked, struct home *page)
{
	struct talk_why_rows *whys = NEW(rq->arena, struct talk_why_rows);

	whys->at = NEW_MANY(rq->arena, struct talk_why, asked->team->n * TALK_WHYS);
	goal_lines_judge(asked->goals, asked->measures, rq->today);
	for (size_t i = 0; i < asked->team->n; i++)
		judge_one(rq, &asked->team->at[i], asked->goals, whys);
	heaviest_first(rq->arena, asked->team);
	whys_in_order(rq->arena, whys, asked->team);
	page->team = asked->team;
	page->whys = whys;
	for (size_t i = 0; i < asked->team->n; i++)
		page->talks += asked->team->at[i].weight > 0;
}

void
home_own_judge(struct rq *rq, struct own_glance_rows *own, const struct goal_line_rows *goals)
{
	struct goal_standing s = goal_standing(goals, rq->viewer);

	if (own->n == 0)
		return;
	own->at->goals = s.goals;
	own->at->behind = s.behind;
	own->at->silent = s.silent;
	own->at->waiting = s.waiting;
	own->at->health = s.worst;
	own->at->tone = health_tone(s.worst);
}
