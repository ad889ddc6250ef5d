/* goal_step_jobs.c: each day, whoever let a goal fall silent is asked for a word about it, once. Sends nothing itself. */
#include "goals/goals.h"

#include "base/text.h"
#include "goals/goal_lines.h"

enum { SLICE = 200, BEFORE_THE_DIGEST = 5 };

/* The goals of a slice, and which of them want a step. */
struct slice {
	const struct quiet_goal_rows *goals;
	struct day *by;                 /* the last day of its rhythm; no day: nothing is wanted */
};

static int64_t
stopped_at(const struct job *j)
{
	int64_t at = 0;

	text_int(j->place, &at);
	return at;
}

static void
read_slice(struct rq *rq, struct job *j)
{
	struct slice *s = NEW(rq->arena, struct slice);
	const struct measure_rows *measures;

	j->with = s;
	s->goals = goals_heard(rq, stopped_at(j), SLICE);
	if (!answers(rq) || s->goals->n == 0)
		return;
	s->by = NEW_MANY(rq->arena, struct day, s->goals->n);
	measures = goals_heard_measures(rq, stopped_at(j), s->goals->at[s->goals->n - 1].id.n);
	if (!answers(rq))
		return;
	for (size_t i = 0; i < s->goals->n; i++) {
		const struct quiet_goal *g = &s->goals->at[i];
		size_t n;
		const struct measure *m = measures_of(measures, g->id, &n);
		struct pace p = goal_pace(m, n, g->opens, g->due, rq->today);

		if (goal_step_is_due(&p, g->opens, g->due, rq->today))
			s->by[i] = p.speaks_by;
	}
}

/* Who was asked already keeps the one line they have, until a step comes. */
static void
write_slice(struct rq *rq, struct job *j)
{
	const struct slice *s = j->with;

	if (stopped_at(j) == 0)
		goal_steps_unwanted(rq, rq->now);
	for (size_t i = 0; i < s->goals->n; i++) {
		const struct quiet_goal *g = &s->goals->at[i];

		if (day_none(s->by[i]) && g->asked > 0)
			goal_step_heard(rq, g->id, rq->now);
		if (!day_none(s->by[i]) && g->asked == 0)
			goal_step_wanted(rq, (waiting_id){ new_id(rq) }, g->person, g->id, rq->now, s->by[i]);
	}
	if (s->goals->n == SLICE)
		job_more(j, arena_print(rq->arena, "%lld", (long long)s->goals->at[SLICE - 1].id.n));
}

const struct job_kind goals_jobs[] = {
	{ .kind = "goal_step", .rhythm = DAILY, .hour = BEFORE_THE_DIGEST, .read = read_slice, .write = write_slice },
	{ 0 }
};
