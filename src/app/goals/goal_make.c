/* goal_make.c: the steps of a goal's life as pages and the demo take them: set, agree, move. Each in a change. */
#include "goals/goals.h"

#include "jobs/notice.h"

#include <string.h>

enum { ANSWER_WITHIN = 14, PERCENT = 10 };

static void
add_measure(struct rq *rq, goal_id goal, const struct measure_terms *m)
{
	bool money = strcmp(m->kind, "money") == 0, range = strcmp(m->better, "within") == 0;

	measure_add(rq, (measure_id){ new_id(rq) }, goal, m->place, m->name, m->kind, m->better, money ? NULL : m->unit, money ? m->unit : NULL,
	    m->decimals, m->baseline, m->target, range ? m->target : NONE, range ? m->high : NONE, m->weight * PERCENT, m->every);
}

static void
wait_for(struct rq *rq, goal_id goal, person_id whom, person_id about)
{
	if (whom.n != 0)
		goal_wait_opened(rq, (waiting_id){ new_id(rq) }, whom, goal, about, rq->now, day_plus(rq->today, ANSWER_WITHIN));
}

/* Asks whoever has not agreed; opens what waits for nobody. */
static void
ask_sides(struct rq *rq, goal_id goal, const struct goal_new *g)
{
	bool owner = g->side && strcmp(g->side, "owner") == 0, manager = g->side && strcmp(g->side, "manager") == 0;

	if (!owner)
		wait_for(rq, goal, g->person, g->person);
	if (!manager)
		wait_for(rq, goal, g->manager, g->person);
	if (owner && g->manager.n == 0)
		goal_open(rq, goal, g->person, rq->now);
}

goal_id
goal_make(struct rq *rq, const struct goal_new *g)
{
	const struct goal_terms *t = &g->terms;
	goal_id goal = { new_id(rq) };
	bool of_person = strcmp(g->owner, "person") == 0;

	goal_add(rq, goal, g->owner, g->person, strcmp(g->owner, "unit") == 0 ? g->unit : (unit_id){ 0 }, t->parent, t->title, t->why, t->lever, t->success,
	    t->opens, t->due, t->seen_by, of_person ? "proposed" : "open", of_person ? NONE : rq->now, rq->viewer, rq->now);
	for (size_t i = 0; i < t->n; i++)
		add_measure(rq, goal, &t->measures[i]);
	if (!of_person)
		return goal;
	if (g->side)
		assent_put(rq, goal, g->side, rq->viewer, g->person, rq->now, terms_digest(rq->arena, t));
	ask_sides(rq, goal, g);
	return goal;
}

static bool
has_side(const struct assent_line_rows *assents, const char *side)
{
	for (size_t i = 0; i < assents->n; i++)
		if (strcmp(assents->at[i].part, side) == 0)
			return true;
	return false;
}

static struct blob
digest_now(struct rq *rq, const struct goal_head *g, const struct measure_rows *measures)
{
	struct measure_terms terms[MEASURES_MOST];
	size_t n = measures->n < MEASURES_MOST ? measures->n : MEASURES_MOST;

	for (size_t i = 0; i < n; i++)
		terms[i] = measure_terms_of(&measures->at[i]);
	return terms_digest(rq->arena, &(struct goal_terms){ g->title, g->why, g->lever, g->success, g->seen_by, g->opens, g->due, g->parent, terms, n });
}

void
goal_agree(struct rq *rq, goal_id goal, const char *side, int64_t version)
{
	const struct goal_head *g = goal_head(rq, rq->viewer, goal);
	const struct measure_rows *measures = goal_measures(rq, rq->viewer, goal);
	const struct assent_line_rows *assents = goal_assents(rq, rq->viewer, goal);
	const char *other = strcmp(side, "owner") == 0 ? "manager" : "owner";

	if (!answers(rq))
		return;
	goal_touch(rq, goal, version);
	assent_put(rq, goal, side, rq->viewer, g->person, rq->now, digest_now(rq, g, measures));
	goal_waits_closed(rq, goal, rq->now, rq->viewer);
	if (has_side(assents, other) || (strcmp(other, "manager") == 0 && g->manager.n == 0)) {
		goal_open(rq, goal, g->person, rq->now);
		notice_leave(rq, g->person.n, "goal.opened", "goal", goal.n);
		notice_leave(rq, g->manager.n, "goal.opened", "goal", goal.n);
	}
}

void
goals_rebuild(struct rq *rq)
{
	const struct wait_count *missing;

	goal_waits_gone(rq, rq->now);
	missing = goal_waits_missing(rq);
	if (answers(rq) && missing->n > 0)
		goal_waits_fill(rq, new_ids(rq, missing->n), rq->now, day_plus(rq->today, ANSWER_WITHIN));
}

void
goal_move(struct rq *rq, goal_id goal, person_id owner, measure_id measure, struct day on, int64_t value, int64_t confidence, const char *note)
{
	step_add(rq, (step_id){ new_id(rq) }, measure, goal, owner, on, value, confidence, note, rq->viewer, rq->now);
	measure_keep(rq, measure, goal);
}
