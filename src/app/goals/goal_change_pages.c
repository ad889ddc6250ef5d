/* goal_change_pages.c: terms changed, and what each change says of itself. Reads, asks, judges, writes. */
#include "goals/goal_pages.h"

#include "jobs/notice.h"

#include <string.h>

enum { PERCENT = 10, ANSWER_WITHIN = 14, LINES = 20 };

/* What is different, as it is kept: the old and the new words of each term. */
struct difference {
	const char *what, *was, *became;
};

struct differences {
	struct difference at[LINES];
	size_t n;
};

static bool
alike(const char *a, const char *b)
{
	return strcmp(a ? a : "", b ? b : "") == 0;
}

static void
differ(struct differences *d, const char *what, const char *was, const char *became)
{
	if (!alike(was, became) && d->n < LINES)
		d->at[d->n++] = (struct difference){ what, was, became };
}

static const char *
iso(struct rq *rq, struct day d)
{
	char text[11];

	day_write(d, text);
	return arena_print(rq->arena, "%s", text);
}

static const char *
text_at(struct rq *rq, const struct measure_rows *old, int64_t place)
{
	for (size_t i = 0; i < old->n; i++)
		if (old->at[i].place == place) {
			struct measure_terms t = measure_terms_of(&old->at[i]);

			return measure_text(rq->arena, &t);
		}
	return NULL;
}

static const struct measure_terms *
terms_at(const struct goal_terms *t, int64_t place)
{
	for (size_t i = 0; i < t->n; i++)
		if (t->measures[i].place == place)
			return &t->measures[i];
	return NULL;
}

static void
differ_all(struct rq *rq, struct differences *d, const struct goal_head *g, const struct measure_rows *old, const struct goal_terms *t)
{
	differ(d, "title", g->title, t->title);
	differ(d, "why", g->why, t->why);
	differ(d, "lever", g->lever, t->lever);
	differ(d, "success", g->success, t->success);
	differ(d, "opens", iso(rq, g->opens), iso(rq, t->opens));
	differ(d, "due", iso(rq, g->due), iso(rq, t->due));
	if (g->parent.n != t->parent.n)
		differ(d, "parent", g->parent.n ? arena_print(rq->arena, "%lld", (long long)g->parent.n) : NULL,
		    t->parent.n ? arena_print(rq->arena, "%lld", (long long)t->parent.n) : NULL);
	for (int64_t place = 1; place <= MEASURES_MOST; place++) {
		const struct measure_terms *m = terms_at(t, place);

		differ(d, "measure", text_at(rq, old, place), m ? measure_text(rq->arena, m) : NULL);
	}
}

/* A measure with steps stays, and stays of its kind: its figures would mean something else. */
static void
check_kept(struct rq *rq, const struct measure_rows *old, const struct goal_terms *t)
{
	for (size_t i = 0; i < old->n; i++) {
		const struct measure *m = &old->at[i];
		const struct measure_terms *now = terms_at(t, m->place);

		if (m->steps > 0 && (now == NULL || strcmp(now->kind, m->kind) != 0))
			refuse(rq, arena_print(rq->arena, "%s.%lld", now ? "kind" : "name", (long long)m->place), "refused.goal_has_steps");
	}
}

static void
put_measure(struct rq *rq, goal_id goal, const struct measure *old, const struct measure_terms *m)
{
	bool money = strcmp(m->kind, "money") == 0, range = strcmp(m->better, "within") == 0;
	const char *unit = money ? NULL : m->unit, *currency = money ? m->unit : NULL;
	int64_t low = range ? m->target : NONE, high = range ? m->high : NONE, weight = m->weight * PERCENT;

	if (old == NULL)
		measure_add(rq, (measure_id){ new_id(rq) }, goal, m->place, m->name, m->kind, m->better, unit, currency, m->decimals, m->baseline, m->target, low, high, weight, m->every);
	else
		measure_terms(rq, old->id, goal, m->name, m->kind, m->better, unit, currency, m->decimals, m->baseline, m->target, low, high, weight, m->every);
}

static void
put_measures(struct rq *rq, goal_id goal, const struct measure_rows *old, const struct goal_terms *t)
{
	for (int64_t place = 1; place <= MEASURES_MOST; place++) {
		const struct measure_terms *now = terms_at(t, place);
		const struct measure *was = NULL;

		for (size_t i = 0; i < old->n; i++)
			if (old->at[i].place == place)
				was = &old->at[i];
		if (now != NULL)
			put_measure(rq, goal, was, now);
		else if (was != NULL)
			measure_remove(rq, was->id, goal);
	}
}

/* Everybody who had agreed agrees anew; who changed it has. */
static void
ask_anew(struct rq *rq, const struct goal_head *g, const struct goal_terms *t)
{
	const char *side = goal_side(rq);
	bool mine = side && strcmp(side, "owner") == 0;

	assents_clear(rq, g->id);
	goal_waits_closed(rq, g->id, rq->now, (person_id){ 0 });
	if (side)
		assent_put(rq, g->id, side, rq->viewer, g->person, rq->now, terms_digest(rq->arena, t));
	if (!mine)
		goal_wait_opened(rq, (waiting_id){ new_id(rq) }, g->person, g->id, g->person, rq->now, day_plus(rq->today, ANSWER_WITHIN));
	else if (g->manager.n == 0)
		goal_open(rq, g->id, g->person, rq->now);
	if ((!side || mine) && g->manager.n != 0)
		goal_wait_opened(rq, (waiting_id){ new_id(rq) }, g->manager, g->id, g->person, rq->now, day_plus(rq->today, ANSWER_WITHIN));
	notice_leave(rq, g->person.n, "goal.changed", "goal", g->id.n);
	notice_leave(rq, g->manager.n, "goal.changed", "goal", g->id.n);
}

static void
keep_changes(struct rq *rq, goal_id goal, const struct differences *d, const char *reason)
{
	for (size_t i = 0; i < d->n; i++)
		goal_change_add(rq, (goal_change_id){ new_id(rq) }, goal, rq->viewer, rq->now, d->at[i].what, d->at[i].was, d->at[i].became, reason);
}

struct reply
goal_edit_post(struct rq *rq)
{
	struct goal_entry typed = goal_entry_read(rq);
	struct goal_terms t = goal_entry_terms(rq, &typed);
	const struct goal_head *g = goal_head(rq, rq->viewer, rq_goal(rq));
	const struct measure_rows *old = goal_measures(rq, rq->viewer, rq_goal(rq));
	struct differences d = { .n = 0 };
	bool opened, person;

	if (!answers(rq))
		return nothing();
	if (typed.parent.n != g->parent.n)
		check_parent(rq, typed.parent, g->id);
	check_kept(rq, old, &t);
	opened = g->opened_at != NONE;
	person = g->person.n != 0;
	if (opened && (typed.reason == NULL || !*typed.reason))
		refuse(rq, "reason", "refused.goal_reason");
	if (refused(rq))
		return again(rq);
	differ_all(rq, &d, g, old, &t);
	goal_terms(rq, g->id, g->person, t.parent, t.title, t.why, t.lever, t.success, t.opens, t.due, t.seen_by, d.n > 0 && person ? "proposed" : g->state, typed.version);
	put_measures(rq, g->id, old, &t);
	if (opened)
		keep_changes(rq, g->id, &d, typed.reason);
	if (d.n > 0 && person)
		ask_anew(rq, g, &t);
	tell(rq, "told.goal_changed");
	return go(rq, "/goals/%lld", (long long)g->id.n);
}
