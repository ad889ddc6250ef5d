/* demo_tasks.c: tasks of the demo: some of one's own, some given, some done. Knows one person at a time. */
#include "demo/demo_world.h"
#include "tasks/tasks.h"

enum { STEP = 40, THIRD = 3 };

static const char *const own[] = {
	"Write down how the month-end list is made", "Clear the open questions of the handbook", "Book the training for spring",
	"Go through the backlog and close what is over", "Send the figures of the week",
};
static const char *const given[] = {
	"Show the new colleague how the release is checked", "Bring a proposal for the shift plan", "Talk to the supplier about the late parts",
	"Present the results at the department meeting",
};

static void
give(struct rq *rq, struct world *w, int who)
{
	const struct plan_person *p = &w->plan->people[who];
	uint64_t roll = mix(w->seed, (uint64_t)who, 91);
	task_id task;

	rq->viewer = w->people[p->manager];
	task = task_give(rq, &(struct task_wish){ w->people[who], given[roll % COUNT(given)], "We spoke about it in the conversation.",
		NULL, NONE, day_plus(rq->today, (int)(roll % 30) - 5), NONE, roll % 2 ? "pair" : "line" });
	task_step_add(rq, (item_id){ new_id(rq) }, task, "A first draft");
	task_step_add(rq, (item_id){ new_id(rq) }, task, "Looked at together");
	rq->viewer = w->people[who];
	task_remark_add(rq, (comment_id){ new_id(rq) }, task, w->people[who], rq->viewer, "I begin next week.", rq->now);
}

static void
own_work(struct rq *rq, struct world *w, int who, const struct task_goal_rows *goals)
{
	uint64_t roll = mix(w->seed, (uint64_t)who, 92);
	task_id task;

	rq->viewer = w->people[who];
	task = task_give(rq, &(struct task_wish){ rq->viewer, own[roll % COUNT(own)], NULL, NULL, NONE,
		day_plus(rq->today, (int)(roll % 21)), roll % 4 ? NONE : 7, roll % 3 ? "self" : "pair", goals->n ? goals->at[0].id : (goal_id){ 0 } });
	if (roll % 5 == 0) {
		task_move(rq, task, rq->viewer, "done", rq->today, 1);
		task_again(rq, task, (task_id){ new_id(rq) }, rq->viewer, day_plus(rq->today, 28));
	}
}

/* Whose turn it is; NOBODY: none of theirs. */
static int
turn_of(const struct world *w, size_t i)
{
	int who = (int)i * THIRD;
	const struct plan_person *p = &w->plan->people[who];

	return !day_none(p->left) || p->manager == NOBODY ? NOBODY : who;
}

static void
give_all(struct rq *rq, void *world)
{
	struct world *w = world;
	const struct task_goal_rows *goals[STEP];

	rq->door = DOOR_WEB;
	rq->today = day_of_instant(rq->now);
	for (size_t i = w->from; i < w->to && fine(rq); i++)
		if (turn_of(w, i) != NOBODY)
			goals[i - w->from] = task_goals(rq, w->people[turn_of(w, i)], w->people[turn_of(w, i)], (goal_id){ 0 }, 1);
	answers(rq);
	for (size_t i = w->from; i < w->to && fine(rq); i++)
		if (turn_of(w, i) != NOBODY) {
			give(rq, w, turn_of(w, i));
			own_work(rq, w, turn_of(w, i), goals[i - w->from]);
		}
	answers(rq);
}

bool
world_tasks(struct world *w)
{
	w->at = working_hour(day_plus(w->plan->today, -1), 17);
	return world_slices(w, (size_t)w->plan->employed / THIRD, STEP, give_all);
}
