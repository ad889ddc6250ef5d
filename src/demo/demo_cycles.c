/* demo_cycles.c: a cycle that is over, a mid-year conversation, a cycle that runs. Knows the steps; not what is written. */
#include "demo/demo_cycles.h"

#include "base/out.h"
#include "forms/forms.h"
#include "home_queries.h"

enum { SLICE = 100, RELEASES = 40, LOOKED = 12, ALL = 100000000 };

static const int64_t MINUTE = INT64_C(60) * 1000000;

static void
make_forms(struct rq *rq, void *arg)
{
	struct world *w = arg;

	rq->viewer = w->people[plan_with(w->plan, ROLE_PERFORMANCE, NOBODY)];
	w->form = form_make_standard(rq);
	w->light = (form_id){ new_id(rq) };
	form_add(rq, w->light, w->light, 1, "Mid-year conversation", "Where we are, what has changed, what would help.", "en");
	form_fill_light(rq, w->light);
	form_publish(rq, w->light, 1, rq->now);
	answers(rq);
}

/* How the organisation works, asked twice: the first time it was smaller. */
static void
choose_framework(struct rq *rq, void *arg)
{
	struct world *w = arg;
	framework_id first = { new_id(rq) }, now = { new_id(rq) };

	rq->viewer = w->people[plan_with(w->plan, ROLE_PERFORMANCE, NOBODY)];
	rq->today = day_of_instant(rq->now);
	framework_add(rq, first, rq->viewer, rq->now, 20, "fast", "none", "none", "week", "team", "words", "manager", "coach", "drives", "continuous");
	framework_add(rq, now, rq->viewer, rq->now, w->plan->n_people, "some", "some", "informed", "quarter", "both", "both", "second", "both", "shares", "blended");
	framework_choose(rq, now, "blended", "month", "We had grown out of doing without, and nobody wanted the long forms of the company before.", rq->today, (cycle_id){ 0 }, 1);
	start_put_away(rq, w->people[plan_with(w->plan, ROLE_ADMIN, NOBODY)], rq->now);
	answers(rq);
}

static void
make_cycle(struct rq *rq, void *arg)
{
	struct world *w = arg;
	struct review_plan *c = w->cycle;

	rq->viewer = w->people[plan_with(w->plan, ROLE_PERFORMANCE, NOBODY)];
	rq->today = day_of_instant(rq->now);
	c->id = cycle_make_kind(rq, c->kind, c->name, c->period_from, c->period_to, c->phases[0].opens);
	cycle_ask_form(rq, c->id, c->form);
	cycle_take_unit(rq, c->id, (unit_id){ 0 });
	answers(rq);
	const struct phase_rows *phases = cycle_phases(rq, c->id);
	if (!answers(rq))
		return;
	for (size_t i = 0; i < phases->n && i <= (size_t)c->last; i++)
		phase_move(rq, phases->at[i].id, c->id, c->phases[i].opens, c->phases[i].closes);
	answers(rq);
}

static void
launch(struct rq *rq, void *arg)
{
	struct world *w = arg;
	const struct population *people = cycle_population(rq, w->cycle->id);

	rq->viewer = w->people[plan_with(w->plan, ROLE_PERFORMANCE, NOBODY)];
	rq->today = day_of_instant(rq->now);
	if (answers(rq))
		cycle_launch_all(rq, w->cycle->id, 1, people->people);
	answers(rq);
}

/* What the launch made, kept for all that follows. */
static void
read_reviews(struct rq *rq, void *arg)
{
	struct world *w = arg;
	struct review_plan *c = w->cycle;
	const struct demo_review_rows *rows = demo_reviews(rq, c->id);
	const struct question_rows *questions = form_questions(rq, c->form);

	if (!answers(rq))
		return;
	c->reviews = NEW_MANY(w->call->arena, struct demo_review, rows->n);
	for (c->n = 0; c->n < rows->n; c->n++)
		c->reviews[c->n] = rows->at[c->n];
	c->questions = NEW_MANY(w->call->arena, struct demo_question, questions->n);
	for (c->n_questions = 0; c->n_questions < questions->n; c->n_questions++) {
		const struct question *q = &questions->at[c->n_questions];

		c->questions[c->n_questions] = (struct demo_question){ q->id, q->kind[0] == 'r', q->place };
	}
}

static bool
begin_cycle(struct world *w, struct review_plan *c)
{
	w->cycle = c;
	w->at = working_hour(day_plus(c->phases[0].opens, -14), 5);
	if (!world_change(w, make_cycle))
		return false;
	w->at = instant_of_day(c->phases[0].opens) + 8 * 60 * MINUTE;
	return world_change(w, launch) && call_read(w->call, read_reviews, w);
}

/* ---- what is done when ------------------------------------------------------------------- */

static struct day
working_day(struct day d)
{
	while (day_weekday(d) > 5)
		d = day_plus(d, -1);
	return d;
}

/* Some day of the phase up to `last`, more of them late than early. */
static void
expect(struct world *w, int what, size_t review, const struct phase_days *phase, struct day last)
{
	uint64_t roll = mix(w->seed + (uint64_t)w->cycle->id.n, review, (uint64_t)what);
	int days = days_between(phase->opens, day_compare(phase->closes, last) < 0 ? phase->closes : last);
	int a = (int)(roll % (unsigned)(days + 1)), b = (int)((roll >> 32) % (unsigned)(days + 1));
	struct day d = working_day(day_plus(phase->opens, a > b ? a : b));

	if (day_compare(d, phase->opens) < 0)
		d = phase->opens;
	w->moments[w->n_moments++] = (struct moment){ working_hour(d, roll), what, (int)review };
}

static bool
run_moments(struct world *w)
{
	moments_sort(w);
	return world_slices(w, w->n_moments, SLICE, review_moments);
}

static void
start_moments(struct world *w)
{
	w->moments = NEW_MANY(w->call->arena, struct moment, 3 * w->cycle->n + 1);
	w->n_moments = 0;
}

static bool
can_write(const struct world *w, person_id person)
{
	int who = world_index(w, person);

	return who != NOBODY && w->plan->people[who].email != NULL;
}

/* ---- the one that is over ------------------------------------------------------------------- */

static bool
release_all(struct world *w)
{
	struct review_plan *c = w->cycle;
	int director = plan_with(w->plan, ROLE_DIRECTOR, NOBODY);

	c->by = director;
	for (size_t from = 0; from < c->n; from += RELEASES) {
		w->from = from;
		w->to = from + RELEASES < c->n ? from + RELEASES : c->n;
		w->at = instant_of_day(c->phases[2].opens) + (9 * 60 + (int64_t)(from / RELEASES)) * MINUTE;
		if (!world_change(w, review_releases))
			return false;
	}
	c->by = 0;                      /* nobody releases their own: the chief does the director's */
	w->from = 0;
	w->to = c->n;
	w->at += MINUTE;
	return world_change(w, review_releases);
}

static bool
finished(struct world *w, struct review_plan *c)
{
	if (!begin_cycle(w, c))
		return false;
	start_moments(w);
	for (size_t i = 0; i < c->n; i++) {
		bool writes = can_write(w, c->reviews[i].person);

		expect(w, writes ? SELF_SUBMITS : SELF_WAIVED, i, &c->phases[writes ? 0 : 1], DAY_EVER);
		expect(w, MANAGER_SUBMITS, i, &c->phases[1], DAY_EVER);
	}
	if (!run_moments(w) || !release_all(w))
		return false;
	start_moments(w);
	for (size_t i = 0; i < c->n; i++)
		expect(w, TALKS_AND_ANSWERS, i, &c->phases[3], DAY_EVER);
	return run_moments(w);
}

/* ---- the conversation in the middle of the year ----------------------------------------------- */

/* Nine of ten write; both read both as soon as both are in. */
static bool
halfway(struct world *w, struct review_plan *c)
{
	if (!begin_cycle(w, c))
		return false;
	start_moments(w);
	for (size_t i = 0; i < c->n; i++) {
		if (!can_write(w, c->reviews[i].person) || mix(w->seed, i, 43) % 10 == 3)
			continue;
		expect(w, SELF_SUBMITS, i, &c->phases[0], DAY_EVER);
		expect(w, MANAGER_SUBMITS, i, &c->phases[1], DAY_EVER);
	}
	return run_moments(w);
}

/* ---- the one that runs ---------------------------------------------------------------------- */

/* The two who are printed first find their own review untouched. */
static void
expect_open(struct world *w, size_t i, struct day last)
{
	const struct review_plan *c = w->cycle;
	int who = world_index(w, c->reviews[i].person);
	uint64_t roll = mix(w->seed, i, 41) % 100;

	if (who == plan_employee(w->plan) || who == plan_lead(w->plan) || !can_write(w, c->reviews[i].person))
		return;
	if (roll < 45)
		expect(w, SELF_SUBMITS, i, &c->phases[0], last);
	else if (roll < 65)
		expect(w, SELF_DRAFTS, i, &c->phases[0], last);
	if (roll % 10 == 1)
		expect(w, MANAGER_SUBMITS, i, &c->phases[1], last);
	else if (roll % 10 == 2)
		expect(w, MANAGER_DRAFTS, i, &c->phases[1], last);
}

static bool
running(struct world *w, struct review_plan *c)
{
	if (!begin_cycle(w, c))
		return false;
	start_moments(w);
	for (size_t i = 0; i < c->n; i++)
		expect_open(w, i, day_plus(w->plan->today, -1));
	return run_moments(w) && cycle_cases(w);
}

/* "Review of 2026", or "Review of 2025/26" where it begins in July. */
static const char *
year_name(struct arena *a, struct day from)
{
	return from.m < 7 ? arena_print(a, "Review of %d", from.y)
	    : arena_print(a, "Review of %d/%02d", from.y, (from.y + 1) % 100);
}

static struct day
half_end(struct day half)
{
	return half.m < 7 ? (struct day){ half.y, 6, 30 } : (struct day){ half.y, 12, 31 };
}

/* The first of the month six months ago: of the month that is not over nothing is told. */
static struct day
six_months_before(struct day d)
{
	int months = 12 * d.y + d.m - 1 - 6;

	return (struct day){ (int16_t)(months / 12), (int8_t)(months % 12 + 1), 1 };
}

/* Phases stand as they are today. */
static void
turn_phases(struct rq *rq, void *arg)
{
	struct world *w = arg;

	launch_phase_states(rq, w->cycle->id, w->plan->today);
	answers(rq);
}

/* The day after its last one. */
static void
close_over(struct rq *rq, void *arg)
{
	struct world *w = arg;

	rq->viewer = w->people[plan_with(w->plan, ROLE_PERFORMANCE, NOBODY)];
	cycle_close(rq, w->cycle->id, rq->now);
	waiting_cycle_closed(rq, w->cycle->id, rq->now);
	rq->today = day_of_instant(rq->now);
	for (size_t i = 0; i < w->cycle->n && i < LOOKED; i++) {
		rq->viewer = w->cycle->reviews[i].manager;
		look_leave(rq, "review", w->cycle->reviews[i].id.n, w->cycle->reviews[i].person.n);
	}
	answers(rq);
}

static void
fold(struct rq *rq, void *arg)
{
	(void)arg;
	cycles_fold(rq, ALL);
	answers(rq);
}

static bool
end(struct world *w, struct review_plan *over)
{
	w->at = working_hour(working_day(day_plus(over->phases[over->last].closes, 3)), 7);
	return world_change(w, turn_phases) && world_change(w, close_over) && world_change(w, fold);
}

static bool
all(struct world *w, struct review_plan *over, struct review_plan *mid, struct review_plan *runs)
{
	if (!finished(w, over) || !end(w, over) || !halfway(w, mid) || !end(w, mid) || !running(w, runs))
		return false;
	return world_change(w, turn_phases) && world_change(w, fold);
}

static const char *
mid_name(struct arena *a, struct day from)
{
	return arena_print(a, "Mid-year %d", from.y);
}

bool
world_cycles(struct world *w)
{
	struct arena *a = w->call->arena;
	struct day last = day_plus(w->plan->today, -12);
	struct review_plan over = {
		.kind = "review", .last = 3, .name = year_name(a, w->last_year), .period_from = w->last_year, .period_to = half_end(w->last_half),
		.since = w->last_half,
	}, mid = {
		.kind = "midyear", .name = mid_name(a, w->half), .period_from = w->year, .period_to = day_plus(w->half, -1), .since = w->year,
	}, runs = {
		.kind = "review", .last = 3, .name = year_name(a, w->year), .period_from = w->year, .period_to = half_end(w->half),
		.since = six_months_before(w->plan->today),
		.phases = {
			{ "self", last, day_plus(last, 20) }, { "manager", day_plus(last, 6), day_plus(last, 27) },
			{ "release", day_plus(last, 28), day_plus(last, 34) }, { "talk", day_plus(last, 35), day_plus(last, 55) },
		},
	};

	phase_plan(w->year, over.phases);
	mid.last = phase_plan_of("midyear", day_plus(w->half, -20), mid.phases) - 1;
	w->at = working_hour(day_plus(w->live, 3), 3);
	if (!world_change(w, make_forms) || !world_change(w, choose_framework))
		return false;
	over.form = runs.form = w->form;
	mid.form = w->light;
	return all(w, &over, &mid, &runs);
}
