/* task_pages.c: lists of tasks, one's own and a report's, and making one. Reads, asks, judges, shows. */
#include "tasks/task_pages.h"

#include "base/text.h"
#include "db/ask.h"
#include "jobs/notice.h"
#include "tasks/task_judge.h"

#include <string.h>

enum { GOALS = 200, PAGE = 50, WEEK = 7, EVERY_MOST = 366 };

/* Everybody's own at /tasks; a report's at /people/7/tasks. */
static person_id
whose(struct rq *rq)
{
	return rq->web->route->of == OF_VIEWER ? rq->viewer : rq_person(rq);
}

static bool
is(const char *a, const char *b)
{
	return a != NULL && strcmp(a, b) == 0;
}

/* What the address asks for, as the query takes it. */
static struct task_line_rows *
ask_lines(struct rq *rq, const struct task_filter *f)
{
	struct day tomorrow = day_plus(rq->today, 1), none = { 0 };
	bool late = is(f->show, "late"), soon = is(f->show, "soon");

	if (is(f->show, "done") || is(f->show, "dropped"))
		return tasks_list(rq, rq->viewer, whose(rq), NONE, f->show, none, none, f->after, PAGE + 1,
		    is(f->show, "done") ? TASKS_LIST_BY_DONE : TASKS_LIST_BY_DUE);
	return tasks_list(rq, rq->viewer, whose(rq), 1, NULL, late ? rq->today : soon ? day_plus(tomorrow, WEEK) : none,
	    soon ? rq->today : none, f->after, PAGE + 1, TASKS_LIST_BY_DUE);
}

static void
judge_lines(struct rq *rq, struct task_line_rows *tasks, person_id person)
{
	for (size_t i = 0; i < tasks->n; i++) {
		struct task_line *t = &tasks->at[i];

		t->near = task_near(t->lane, t->due, rq->today);
		t->tone = task_tone(t->near);
		t->given = t->asked_by.n != person.n;
	}
}

/* The goal somebody came from, or chose before the form was refused. */
static goal_id
goal_of(struct rq *rq)
{
	const char *said = rq->web->again ? rq_field(rq, "goal") : rq_query(rq, "goal");
	goal_id goal = { 0 };

	if (said != NULL)
		text_int(said, &goal.n);
	return goal;
}

/* Marks the one of that number; false: it is none of them. */
static bool
choose(struct task_goal_rows *goals, goal_id goal)
{
	for (size_t i = 0; i < goals->n; i++)
		if (goals->at[i].id.n == goal.n) {
			goals->at[i].chosen = 1;
			return true;
		}
	return false;
}

struct reply
tasks_get(struct rq *rq)
{
	struct task_filter f = task_filter_read(rq);
	const struct task_whom *whom = task_whom(rq, rq->viewer, whose(rq));
	const struct task_open *open = tasks_open(rq, rq->viewer, whose(rq), rq->today);
	struct task_line_rows *tasks = ask_lines(rq, &f);
	struct task_list page = { .tasks = tasks, .goals = task_goals(rq, rq->viewer, whose(rq), goal_of(rq), GOALS), .show = f.show == NULL ? "open" : f.show };

	if (!answers(rq))
		return nothing();
	page.person = whom->person;
	page.name = whom->name;
	page.own = whom->person.n == rq->viewer.n;
	page.led = whom->manager.n != 0;
	page.open = open->open;
	page.late = open->late;
	page.suggested = day_plus(rq->today, WEEK);
	if (tasks->n > PAGE) {
		tasks->n = PAGE;
		page.next = cursor_of(rq, tasks->at[PAGE - 1].after_key, tasks->at[PAGE - 1].id.n);
	}
	judge_lines(rq, tasks, whom->person);
	choose(page.goals, goal_of(rq));
	return task_list_page(rq, &page);
}

void
refuse_entry(struct rq *rq, const struct task_entry *typed)
{
	if (typed->every != NONE && (typed->every < 1 || typed->every > EVERY_MOST))
		refuse(rq, "every", "refused.task-every");
}

task_id
task_give(struct rq *rq, const struct task_wish *wish)
{
	task_id task = { new_id(rq) };

	task_add(rq, task, wish->person, rq->viewer, wish->title, wish->note, wish->from_kind, wish->from_id, wish->serves.n ? "goal" : NULL,
	    wish->serves.n ? wish->serves.n : NONE, wish->due, wish->every, wish->seen_by);
	if (wish->person.n != rq->viewer.n) {
		task_waiting_opened(rq, (waiting_id){ new_id(rq) }, wish->person, task.n, wish->person, rq->now, wish->due);
		notice_leave(rq, wish->person.n, "task.given", "task", task.n);
	}
	return task;
}

/* A manager always reads what they gave; only one's own may be for oneself alone. */
static const char *
seen_by(const struct rq *rq, const struct task_entry *typed, person_id person)
{
	const char *said = typed->seen_by == NULL ? "pair" : typed->seen_by;

	return person.n != rq->viewer.n && is(said, "self") ? "pair" : said;
}

struct reply
tasks_post(struct rq *rq)
{
	struct task_entry typed = task_entry_read(rq);
	struct task_wish wish = {
		whose(rq), typed.title, typed.note, NULL, NONE, typed.due_on, typed.every, seen_by(rq, &typed, whose(rq)), typed.goal
	};
	struct task_goal_rows *goals = task_goals(rq, rq->viewer, whose(rq), typed.goal, GOALS);


	if (!day_none(typed.due_on) && day_compare(typed.due_on, rq->today) < 0)
		refuse(rq, "due_on", "refused.task-day");
	refuse_entry(rq, &typed);
	answers(rq);
	if (typed.goal.n != 0 && !choose(goals, typed.goal))
		refuse(rq, "goal", "refused.task-goal");
	if (refused(rq))
		return again(rq);
	task_give(rq, &wish);
	tell(rq, "told.task-given");
	if (typed.goal.n != 0)
		return go(rq, "/goals/%lld", (long long)typed.goal.n);
	if (rq->web->route->of == OF_VIEWER)
		return go(rq, "/tasks");
	return go(rq, "/people/%lld/tasks", (long long)whose(rq).n);
}
