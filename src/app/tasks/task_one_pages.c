/* task_one_pages.c: one task: its days, lanes, steps, remarks. Reads, asks, judges, shows. */
#include "tasks/task_pages.h"

#include "jobs/notice.h"
#include "tasks/task_judge.h"

#include <string.h>

enum { STEPS_MOST = 50 };

static struct reply
back(struct rq *rq, const char *told)
{
	if (told != NULL)
		tell(rq, told);
	return go(rq, "/tasks/%lld", (long long)rq_task(rq).n);
}

struct reply
task_get(struct rq *rq)
{
	const struct task_head *head = task_head(rq, rq->viewer, rq_task(rq));
	struct task_show page = {
		.head = head, .steps = task_steps(rq, rq->viewer, rq_task(rq)), .remarks = task_remarks(rq, rq->viewer, rq_task(rq)),
		.serves = task_serves(rq, rq->viewer, rq_task(rq)),
	};

	if (!answers(rq))
		return nothing();
	page.own = head->person.n == rq->viewer.n;
	page.given = head->asked_by.n != head->person.n;
	page.near = task_near(head->lane, head->due, rq->today);
	page.tone = task_tone(page.near);
	for (size_t i = 0; i < page.steps->n; i++)
		page.steps_done += page.steps->at[i].done;
	return task_show_page(rq, &page);
}

/* The other of the two, of those who may still read it: a manager of today, never one of yesterday. */
static void
notice_other(struct rq *rq, const struct task_head *head, const char *verb)
{
	if (strcmp(head->seen_by, "self") == 0)
		return;
	notice_leave(rq, head->person.n, verb, "task", head->id.n);
	if (head->asked_by.n == head->manager.n && head->manager.n != head->person.n)
		notice_leave(rq, head->manager.n, verb, "task", head->id.n);
}

struct reply
task_post(struct rq *rq)
{
	struct task_entry typed = task_entry_read(rq);
	const struct task_head *head = task_head(rq, rq->viewer, rq_task(rq));

	if (!answers(rq))
		return nothing();
	refuse_entry(rq, &typed);
	if (refused(rq))
		return again(rq);
	task_change(rq, head->id, head->person, typed.title, typed.note, typed.due_on, typed.every, typed.version);
	task_waiting_due(rq, head->id.n, typed.due_on);
	notice_other(rq, head, "task.changed");
	return back(rq, "told.task-changed");
}

/* Done: what comes again comes again, with its steps to do anew. */
static void
come_again(struct rq *rq, const struct task_head *head)
{
	task_id next = { new_id(rq) };
	struct day due = task_next_due(head->due, head->every, rq->today);

	task_again(rq, head->id, next, head->person, due);
	task_again_steps(rq, head->id, next, new_ids(rq, STEPS_MOST));
	if (head->asked_by.n != head->person.n)
		task_waiting_opened(rq, (waiting_id){ new_id(rq) }, head->person, next.n, head->person, rq->now, due);
}

static void
move(struct rq *rq, const struct task_head *head, const char *lane, int64_t version)
{
	bool was_done = strcmp(head->lane, "done") == 0, done = strcmp(lane, "done") == 0, open = !done && strcmp(lane, "dropped") != 0;

	task_move(rq, head->id, head->person, lane, done ? rq->today : (struct day){ 0 }, version);
	if (open)
		task_waiting_again(rq, head->id.n);
	else
		task_waiting_closed(rq, head->id.n, rq->now);
	if (done && head->every != NONE)
		come_again(rq, head);
	if (was_done)
		task_not_again(rq, head->id);
	if (!open)
		notice_other(rq, head, done ? "task.done" : "task.dropped");
}

struct reply
task_lane_post(struct rq *rq)
{
	struct task_lane typed = task_lane_read(rq);
	const struct task_head *head = task_head(rq, rq->viewer, rq_task(rq));

	if (!answers(rq))
		return nothing();
	if (refused(rq))
		return again(rq);
	move(rq, head, typed.lane, typed.version);
	if (strcmp(typed.lane, "done") != 0)
		return back(rq, "told.task-moved");
	tell_undo(rq, head->every == NONE ? "told.task-done" : "told.task-done-again", "/tasks/%lld/undo", (long long)head->id.n);
	return go(rq, "/tasks");
}

/* What was done is to do again; later the task's own page says the same by its button. */
struct reply
task_undo_post(struct rq *rq)
{
	const struct task_head *head = task_head(rq, rq->viewer, rq_task(rq));

	if (!answers(rq))
		return nothing();
	move(rq, head, "todo", head->version);
	tell(rq, "told.task-undone");
	return go(rq, "/tasks");
}

struct reply
task_steps_post(struct rq *rq)
{
	struct task_step_entry typed = task_step_entry_read(rq);
	const struct task_step_rows *steps = task_steps(rq, rq->viewer, rq_task(rq));

	answers(rq);
	if (steps->n >= STEPS_MOST)
		refuse(rq, "words", "refused.task-steps");
	if (refused(rq))
		return again(rq);
	task_step_add(rq, (item_id){ new_id(rq) }, rq_task(rq), typed.words);
	return back(rq, NULL);
}

struct reply
task_step_post(struct rq *rq)
{
	struct task_step_tick typed = task_step_tick_read(rq);

	if (refused(rq))
		return again(rq);
	task_step_set(rq, (item_id){ rq_number(rq, 1) }, rq_task(rq), typed.done);
	return back(rq, NULL);
}

struct reply
task_remarks_post(struct rq *rq)
{
	struct task_remark_entry typed = task_remark_entry_read(rq);
	const struct task_head *head = task_head(rq, rq->viewer, rq_task(rq));

	if (!answers(rq))
		return nothing();
	if (refused(rq))
		return again(rq);
	task_remark_add(rq, (comment_id){ new_id(rq) }, head->id, head->person, rq->viewer, typed.remark, rq->now);
	notice_other(rq, head, "task.remarked");
	return back(rq, NULL);
}
