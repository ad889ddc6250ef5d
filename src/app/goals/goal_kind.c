/* goal_kind.c: a goal and a unit as a request's subject, and what the viewer is to them. */
#include "goals/goals.h"

struct goal_asks {
	const struct goal_asked_rows *goal;
	const struct held_goal_rows *relations;
};

static void *
goal_ask(struct rq *rq, struct blob who, int64_t id)
{
	struct goal_asks *g = NEW(rq->arena, struct goal_asks);

	g->goal = goal_subject(rq, (goal_id){ id });
	g->relations = goal_relations(rq, who, (goal_id){ id });
	return g;
}

/* A unit's goal is nobody's record: only who keeps or reads it counts, no role held elsewhere. */
static bool
goal_judge(struct rq *rq __attribute__((unused)), void *asked, struct subject *s)
{
	const struct goal_asks *g = asked;

	if (g->goal->n == 0)
		return false;
	s->person = g->goal->at->person;
	s->name = g->goal->at->name;
	s->state = g->goal->at->state;
	s->scoped = true;
	for (size_t i = 0; i < g->relations->n; i++)
		s->relations |= relation_bit(g->relations->at[i].relation);
	return true;
}

struct unit_asks {
	const struct unit_asked_rows *unit;
	const struct held_goal_rows *relations;
};

static void *
unit_ask(struct rq *rq, struct blob who, int64_t id)
{
	struct unit_asks *u = NEW(rq->arena, struct unit_asks);

	u->unit = unit_subject(rq, (unit_id){ id });
	u->relations = unit_relations(rq, who, (unit_id){ id });
	return u;
}

static bool
unit_judge(struct rq *rq __attribute__((unused)), void *asked, struct subject *s)
{
	const struct unit_asks *u = asked;

	if (u->unit->n == 0)
		return false;
	s->name = u->unit->at->name;
	s->scoped = true;
	for (size_t i = 0; i < u->relations->n; i++)
		s->relations |= relation_bit(u->relations->at[i].relation);
	return true;
}

const struct subject_kind goals_kinds[] = {
	{ OF_GOAL, goal_ask, goal_judge },
	{ OF_UNIT, unit_ask, unit_judge },
	{ 0 }
};
