/* demo_goals.c: goals of the organisation, of units and of people, and how they move. Knows no pages. */
#include "base/out.h"
#include "demo/demo_goals_words.h"
#include "demo/demo_world.h"
#include "demo/plan_truth.h"
#include "goals/goals.h"

#include <stdlib.h>

enum { SLICE = 100, MILLI = 1000, MONTHS = 12, MANY_PEOPLE = 1500, USUAL = 3300, AGREED = 2 };
enum { MADE, MANAGER_AGREES, MOVES, ENDS };

/* One goal on its way. */
struct demo_goal {
	goal_id id;
	measure_id measure;
	const struct goal_words *words;
	int person, unit, manager;      /* indexes; NOBODY: none */
	int parent;                     /* index of a goal; NOBODY */
	struct day opens, due;
	uint64_t fate;                  /* what becomes of it */
};

struct goals {
	struct world *w;
	struct demo_goal *at;
	size_t n;
	int of_all[GOALS_OF_ALL];
	int *of_unit;
};

static int
begin_goal(struct goals *g, const struct goal_words *words, int person, int unit, int parent, struct day opens, struct day due)
{
	const struct plan_person *who = person == NOBODY ? NULL : &g->w->plan->people[person];
	struct demo_goal *d = &g->at[g->n];

	*d = (struct demo_goal){
		.words = words, .person = person, .unit = unit, .parent = parent, .opens = opens, .due = due,
		.manager = who ? who->manager : NOBODY, .fate = mix(g->w->seed, g->n, 201),
	};
	return (int)g->n++;
}

static void
expect(struct world *w, int what, int goal, struct day d)
{
	w->moments[w->n_moments++] = (struct moment){ working_hour(d, (uint64_t)(goal * 8 + what)), what, goal };
}

static struct day
month_end(int month)
{
	struct day next = { (int16_t)((month + 1) / MONTHS), (int8_t)((month + 1) % MONTHS + 1), 1 };

	return day_plus(next, -1);
}

/* In the last week of each month; some fall silent in the middle of the year, of many people only each third month. */
static void
expect_steps(struct goals *g, int i, struct day until)
{
	struct world *w = g->w;
	const struct demo_goal *d = &g->at[i];
	int last = plan_month_of(until), each = w->plan->employed > MANY_PEOPLE ? 3 : 1;

	if (d->fate % 11 == 3)
		last = last < plan_month_of(d->opens) + 5 ? last : plan_month_of(d->opens) + 4;
	for (int m = plan_month_of(d->opens); m <= last; m++) {
		struct day on = day_plus(month_end(m), -(int)(mix(d->fate, (uint64_t)m, 1) % 7));

		if ((m + i) % each == 0 && day_compare(on, until) < 0 && day_compare(on, w->plan->today) < 0)
			expect(w, MOVES, i, on);
	}
}

/* Most are agreed within two weeks; of some the manager has not spoken yet. */
static void
expect_life(struct goals *g, int i, bool over)
{
	struct world *w = g->w;
	struct demo_goal *d = &g->at[i];
	bool own = d->person != NOBODY;
	struct day made = day_plus(d->opens, own ? (int)(d->fate % 5) : 0), agreed = day_plus(made, 2 + (int)(d->fate / 5 % 12));

	expect(w, MADE, i, made);
	if (own && !over && d->fate % 17 == 5)
		return;
	if (own)
		expect(w, MANAGER_AGREES, i, agreed);
	expect_steps(g, i, d->due);
	if (over)
		expect(w, ENDS, i, day_plus(d->due, 5 + (int)(d->fate % 9)));
}

/* From the top down, a day a level: a goal names the one above it. */
static void
plan_units_goals(struct goals *g, struct day opens, struct day due)
{
	const struct plan *p = g->w->plan;

	for (int k = 0; k < GOALS_OF_ALL; k++)
		g->of_all[k] = begin_goal(g, &demo_goals_of_all[k], NOBODY, NOBODY, NOBODY, opens, due);
	for (int u = 1; u < p->n_units; u++) {
		int above = p->units[u].parent, f = p->units[u].function;
		const struct goal_words *words = above > 0 ? &demo_goals[f][(size_t)u % GOALS_OF_FUNCTION] : &demo_goals_of_unit[f];

		g->of_unit[u] = begin_goal(g, words, NOBODY, u, above > 0 ? g->of_unit[above] : g->of_all[(size_t)u % GOALS_OF_ALL],
		    day_plus(opens, p->units[u].depth), due);
	}
}

/* Who leads has one goal of leading; the others are their function's. */
static void
plan_persons_goals(struct goals *g, int who, int many, struct day opens, struct day due)
{
	const struct plan_person *at = &g->w->plan->people[who];
	int parent = at->unit > 0 ? g->of_unit[at->unit] : g->of_all[0];
	enum function f = at->function;

	for (int k = 0; k < many; k++) {
		bool leads = k == 0 && at->reports > 0;
		size_t which = (size_t)(at->rank + k) % GOALS_OF_FUNCTION;

		begin_goal(g, &demo_goals[leads ? LEADING : f][which], who, NOBODY, parent, opens, due);
	}
}

static bool
was_here(const struct plan_person *who, struct day d)
{
	return day_compare(day_plus(who->hired, 30), d) < 0 && day_none(who->left) && !who->outside && who->email != NULL;
}

static void
plan_all(struct goals *g)
{
	struct world *w = g->w;
	const struct plan *p = w->plan;
	struct day end = day_plus(w->year, -1), due = day_plus((struct day){ (int16_t)(w->year.y + 1), w->year.m, 1 }, -1);
	size_t over;

	plan_units_goals(g, day_plus(w->live, 2), end);
	for (int i = 0; i < p->employed; i++)
		if (i != 0 && was_here(&p->people[i], w->live))
			plan_persons_goals(g, i, 1, day_plus(w->live, 12), end);
	over = g->n;
	plan_units_goals(g, w->year, due);
	for (int i = 0; i < p->employed; i++) {
		bool came = day_compare(p->people[i].hired, w->year) > 0;

		if (i == 0 || !was_here(&p->people[i], p->today) || mix(w->seed, (uint64_t)i, 202) % 13 == 4)
			continue;
		plan_persons_goals(g, i, 2 + (int)(mix(w->seed, (uint64_t)i, 203) % 2),
		    day_plus(came ? p->people[i].hired : w->year, came ? 14 : 9), due);
	}
	for (size_t i = 0; i < g->n; i++)
		expect_life(g, (int)i, i < over);
}

/* ---- writing them --------------------------------------------------------------------------- */

static person_id
maker(const struct world *w, const struct demo_goal *d)
{
	int who = d->person != NOBODY ? d->person : d->unit != NOBODY ? w->plan->units[d->unit].head : 0;

	return w->people[who];
}

static person_id
owner_of(const struct world *w, const struct demo_goal *d)
{
	return (person_id){ d->person == NOBODY ? 0 : w->people[d->person].n };
}

static int
decimals_of(const struct goal_words *words)
{
	return words->kind[0] == 'p' ? 1 : 0;
}

static void
make(struct rq *rq, struct goals *g, struct demo_goal *d)
{
	const struct world *w = g->w;
	const struct goal_words *t = d->words;
	bool own = d->person != NOBODY;
	struct measure_terms measure = {
		.place = 1, .name = t->measure, .kind = t->kind, .better = t->target < t->baseline ? "down" : "up", .unit = t->unit,
		.decimals = decimals_of(t), .baseline = t->baseline, .target = t->target, .high = NONE, .weight = 100, .every = NONE,
	};

	rq->viewer = maker(w, d);
	d->id = goal_make(rq, &(struct goal_new){
		.owner = own ? "person" : d->unit != NOBODY ? "unit" : "organisation", .person = owner_of(w, d),
		.unit = { d->unit == NOBODY ? 0 : w->units[d->unit].n }, .side = own ? "owner" : NULL,
		.manager = { own ? w->people[d->manager].n : 0 },
		.terms = {
			.title = t->title, .why = t->why, .lever = t->lever, .seen_by = own ? "unit" : "all", .opens = d->opens, .due = d->due,
			.parent = { d->parent == NOBODY ? 0 : g->at[d->parent].id.n }, .measures = &measure, .n = 1,
		},
	});
}

static void
agree(struct rq *rq, struct goals *g, struct demo_goal *d)
{
	rq->viewer = g->w->people[d->manager];
	goal_agree(rq, d->id, "manager", 1);
}

/* How far on its way by the end of that month: good months carry further. */
static int64_t
reached(const struct world *w, const struct demo_goal *d, int month)
{
	int from = plan_month_of(d->opens), months = plan_month_of(d->due) - from + 1;
	int64_t road = d->words->target - d->words->baseline, come = 0, coarse = decimals_of(d->words) ? 100 : MILLI;

	for (int m = from; m <= month; m++) {
		int64_t well = d->person == NOBODY ? USUAL : plan_month(w->plan, d->person, m);

		come += well + (int64_t)(mix(d->fate, (uint64_t)m, 2) % 1600) - 900;
	}
	come = d->words->baseline + road * come / (USUAL * months);
	return come / coarse * coarse;
}

static void
move(struct rq *rq, struct goals *g, struct demo_goal *d)
{
	const struct world *w = g->w;
	int month = plan_month_of(rq->today);
	int64_t level = d->person == NOBODY ? USUAL : plan_month(w->plan, d->person, month);
	uint64_t roll = mix(d->fate, (uint64_t)month, 5);
	struct writing about = plan_writing_in(w->plan, d->person == NOBODY ? 0 : d->person, true, rq->today);
	const char *words = level >= USUAL ? demo_steps_good[roll % demo_steps_good_n] : demo_steps_slow[roll % demo_steps_slow_n];

	rq->viewer = maker(w, d);
	goal_move(rq, d->id, owner_of(w, d), d->measure, rq->today, reached(w, d, month), clamp(level / 500, 1, 10),
	    roll % 3 ? pattern_fill(rq->arena, &about, words, roll) : NULL);
}

static void
end(struct rq *rq, struct goals *g, struct demo_goal *d)
{
	const struct goal_words *t = d->words;
	int64_t come = (reached(g->w, d, plan_month_of(d->due)) - t->baseline) * 100 / (t->target - t->baseline);

	rq->viewer = maker(g->w, d);
	goal_close(rq, d->id, owner_of(g->w, d), rq->today, come >= 95 ? "met" : come >= 60 ? "partly" : "missed", d->fate % 5 != 2,
	    demo_looks_back[d->fate % demo_looks_back_n], d->person == NOBODY ? 1 : AGREED);
}

static void
happen(struct rq *rq, void *arg)
{
	static void (*const does[])(struct rq *, struct goals *, struct demo_goal *) = {
		[MADE] = make, [MANAGER_AGREES] = agree, [MOVES] = move, [ENDS] = end
	};
	struct world *w = arg;

	rq->door = DOOR_WEB;
	for (size_t m = w->from; m < w->to && fine(rq); m++) {
		const struct moment *at = &w->moments[m];

		rq->now = at->at;
		rq->today = day_of_instant(rq->now);
		does[at->what](rq, w->goals, &w->goals->at[at->who]);
	}
	answers(rq);
}

static int
by_goal(const void *a, const void *b)
{
	const struct demo_measure *x = a, *y = b;

	return (x->goal.n > y->goal.n) - (x->goal.n < y->goal.n);
}

/* Steps name a measure: its number is read once the goals are there. */
static void
read_measures(struct rq *rq, void *arg)
{
	struct world *w = arg;
	const struct demo_measure_rows *rows = demo_measures(rq);

	if (!answers(rq))
		return;
	for (size_t i = 0; i < w->goals->n; i++) {
		struct demo_measure key = { .goal = w->goals->at[i].id }, *found = bsearch(&key, rows->at, rows->n, sizeof key, by_goal);

		w->goals->at[i].measure = found ? found->id : (measure_id){ 0 };
	}
}

/* The moments from..: those that make goals, or those that move them. */
static bool
run(struct world *w, bool making, const struct moment *all, size_t n)
{
	w->moments = NEW_MANY(w->call->arena, struct moment, n + 1);
	w->n_moments = 0;
	for (size_t i = 0; i < n; i++)
		if ((all[i].what <= MANAGER_AGREES) == making)
			w->moments[w->n_moments++] = all[i];
	moments_sort(w);
	return world_slices(w, w->n_moments, SLICE, happen);
}

bool
world_goals(struct world *w)
{
	struct arena *a = w->call->arena;
	size_t most = 2 * (size_t)(w->plan->n_units + GOALS_OF_ALL) + 4 * (size_t)w->plan->employed, n;
	struct goals g = { .w = w, .at = NEW_MANY(a, struct demo_goal, most), .of_unit = NEW_MANY(a, int, (size_t)w->plan->n_units) };
	struct moment *all = NEW_MANY(a, struct moment, most * 16);

	w->goals = &g;
	w->moments = all;
	w->n_moments = 0;
	plan_all(&g);
	n = w->n_moments;
	return run(w, true, all, n) && call_read(w->call, read_measures, w) && run(w, false, all, n);
}
