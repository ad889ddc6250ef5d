/* task_kind.c: a task as a request's subject, and what the viewer is to it. Knows no page. */
#include "tasks/tasks.h"

struct task_asks {
	const struct task_asked_rows *task;
	const struct held_rows *relations;
};

static void *
task_ask(struct rq *rq, struct blob who, int64_t id)
{
	struct task_asks *t = NEW(rq->arena, struct task_asks);

	t->task = task_subject(rq, (task_id){ id });
	t->relations = task_relations(rq, who, (task_id){ id });
	return t;
}

static bool
task_judge(struct rq *rq __attribute__((unused)), void *asked, struct subject *s)
{
	const struct task_asks *t = asked;

	if (t->task->n == 0)
		return false;
	s->person = t->task->at->person;
	s->name = t->task->at->name;
	s->state = t->task->at->lane;
	for (size_t i = 0; i < t->relations->n; i++)
		s->relations |= relation_bit(t->relations->at[i].relation);
	return true;
}

const struct subject_kind tasks_kinds[] = {
	{ OF_TASK, task_ask, task_judge },
	{ 0 }
};
