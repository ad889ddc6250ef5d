/* goal_step_pages.c: what happens to a goal that stands: agreed, moved, corrected, commented, closed, dropped, handed over. */
#include "goals/goal_pages.h"

#include "jobs/notice.h"

#include <string.h>

enum { HEIRS = 500, TEN = 10, YES = 1000, ANSWER_WITHIN = 14 };

static struct reply
back(struct rq *rq, const char *told)
{
	tell(rq, told);
	return go(rq, "/goals/%lld", (long long)rq_goal(rq).n);
}

/* Tells both sides; whoever did it is not told. */
static void
leave_notices(struct rq *rq, const struct goal_head *g, const char *verb)
{
	notice_leave(rq, g->person.n, verb, "goal", g->id.n);
	notice_leave(rq, g->manager.n, verb, "goal", g->id.n);
}

struct reply
goal_agree_post(struct rq *rq)
{
	struct goal_agree typed = goal_agree_read(rq);

	if (refused(rq))
		return again(rq);
	goal_agree(rq, rq_goal(rq), goal_side(rq), typed.version);
	return back(rq, "told.goal_agreed");
}

static const struct measure *
measure_in(const struct measure_rows *measures, measure_id id)
{
	for (size_t i = 0; i < measures->n; i++)
		if (measures->at[i].id.n == id.n)
			return &measures->at[i];
	return NULL;
}

/* Figures and days a step may have. Yes is 1.000. */
static void
check_step(struct rq *rq, const struct goal_head *g, const struct measure *m, struct day on, int64_t value, int64_t confidence)
{
	if (m == NULL)
		refuse(rq, "measure", "refused.not_a_choice");
	else if (strcmp(m->kind, "yesno") == 0 && value != 0 && value != YES && value != NONE)
		refuse(rq, "value", "refused.goal_yesno");
	else if (measure_too_fine(value, m->decimals))
		refuse(rq, "value", "refused.goal_decimals");
	if (!day_none(on) && (days_between(on, rq->today) < 0 || days_between(g->opens, on) < 0))
		refuse(rq, "on_day", "refused.goal_step_day");
	if (confidence != NONE && (confidence < 0 || confidence > TEN))
		refuse(rq, "confidence", "refused.goal_confidence");
}

/* With this step no other is due: then nobody is asked for one any more. */
static bool
is_heard(const struct goal_head *g, struct measure_rows *measures, const struct step_entry *step, struct day today)
{
	struct pace p;

	for (size_t i = 0; i < measures->n; i++) {
		struct measure *m = &measures->at[i];

		if (m->id.n == step->measure.n && (day_none(m->reached_on) || day_compare(m->reached_on, step->on_day) <= 0)) {
			m->reached = step->value;
			m->reached_on = step->on_day;
		}
	}
	p = goal_pace(measures->at, measures->n, g->opens, g->due, today);
	return !goal_step_is_due(&p, g->opens, g->due, today);
}

struct reply
step_post(struct rq *rq)
{
	struct step_entry typed = step_entry_read(rq);
	const struct goal_head *g = goal_head(rq, rq->viewer, rq_goal(rq));
	struct measure_rows *measures = goal_measures(rq, rq->viewer, rq_goal(rq));

	if (!answers(rq))
		return nothing();
	check_step(rq, g, measure_in(measures, typed.measure), typed.on_day, typed.value, typed.confidence);
	if (refused(rq))
		return again(rq);
	goal_move(rq, g->id, g->person, typed.measure, typed.on_day, typed.value, typed.confidence, typed.note);
	if (is_heard(g, measures, &typed, rq->today))
		goal_step_heard(rq, g->id, rq->now);
	return back(rq, "told.step_added");
}

static step_id
rq_step(const struct rq *rq)
{
	return (step_id){ rq_number(rq, 1) };
}

struct reply
step_get(struct rq *rq)
{
	struct goal_step page = { .head = goal_head(rq, rq->viewer, rq_goal(rq)), .unit = "" };
	const struct step_line_rows *step = goal_step(rq, rq->viewer, rq_goal(rq), rq_step(rq));
	const struct measure_rows *measures = goal_measures(rq, rq->viewer, rq_goal(rq));
	const struct measure *m;

	if (!answers(rq))
		return nothing();
	if (step->n == 0) {
		end_with(rq, ABSENT, "no step of this goal that holds");
		return nothing();
	}
	m = measure_in(measures, step->at->measure);
	step->at->figure = m ? goal_figure(rq, m, step->at->value) : "";
	page.step = step->at;
	return goal_step_page(rq, &page);
}

/* The old one stays, marked; the new one is kept in its place. */
struct reply
step_correct_post(struct rq *rq)
{
	struct step_correction typed = step_correction_read(rq);
	const struct goal_head *g = goal_head(rq, rq->viewer, rq_goal(rq));
	const struct measure_rows *measures = goal_measures(rq, rq->viewer, rq_goal(rq));
	const struct step_line_rows *step = goal_step(rq, rq->viewer, rq_goal(rq), rq_step(rq));

	if (!answers(rq))
		return nothing();
	if (step->n == 0) {
		end_with(rq, CONFLICT, "the step was corrected already");
		return nothing();
	}
	check_step(rq, g, measure_in(measures, step->at->measure), typed.on_day, typed.value, typed.confidence);
	if (refused(rq))
		return again(rq);
	step_void(rq, rq_step(rq), g->id);
	step_correct(rq, (step_id){ new_id(rq) }, rq_step(rq), g->id, g->person, typed.on_day, typed.value, typed.confidence, typed.note, rq->viewer, rq->now);
	measure_keep(rq, step->at->measure, g->id);
	return back(rq, "told.step_corrected");
}

struct reply
comment_post(struct rq *rq)
{
	struct goal_comment typed = goal_comment_read(rq);
	const struct goal_head *g = goal_head(rq, rq->viewer, rq_goal(rq));

	if (!answers(rq))
		return nothing();
	if (refused(rq))
		return again(rq);
	goal_comment_add(rq, (goal_comment_id){ new_id(rq) }, g->id, rq->viewer, g->person, rq->now, typed.words);
	leave_notices(rq, g, "goal.commented");
	return back(rq, "told.goal_commented");
}

struct reply
goal_end_get(struct rq *rq)
{
	struct goal_end page = { .head = goal_head(rq, rq->viewer, rq_goal(rq)) };
	const struct measure_rows *measures = goal_measures(rq, rq->viewer, rq_goal(rq));
	struct pace p;

	if (!answers(rq))
		return nothing();
	p = goal_pace(measures->at, measures->n, page.head->opens, page.head->due, rq->today);
	page.health = p.health;
	page.come = come_percent(p.come);
	page.said = p.said;
	return goal_end_page(rq, &page);
}

struct reply
goal_close_post(struct rq *rq)
{
	struct goal_close typed = goal_close_read(rq);
	const struct goal_head *g = goal_head(rq, rq->viewer, rq_goal(rq));

	if (!answers(rq))
		return nothing();
	if (refused(rq))
		return again(rq);
	goal_close(rq, g->id, g->person, rq->today, typed.outcome, typed.realistic == 1, typed.words, typed.version);
	goal_waits_closed(rq, g->id, rq->now, (person_id){ 0 });
	leave_notices(rq, g, "goal.closed");
	return back(rq, "told.goal_closed");
}

struct reply
goal_drop_post(struct rq *rq)
{
	struct goal_drop typed = goal_drop_read(rq);
	const struct goal_head *g = goal_head(rq, rq->viewer, rq_goal(rq));

	if (!answers(rq))
		return nothing();
	if (refused(rq))
		return again(rq);
	goal_drop(rq, g->id, g->person, rq->today, typed.reason, typed.version);
	goal_waits_closed(rq, g->id, rq->now, (person_id){ 0 });
	leave_notices(rq, g, "goal.dropped");
	return back(rq, "told.goal_dropped");
}

struct reply
hand_over_get(struct rq *rq)
{
	struct goal_hand_over page = { .head = goal_head(rq, rq->viewer, rq_goal(rq)), .heirs = goal_heirs(rq, rq->viewer, rq_goal(rq), HEIRS) };

	answers(rq);
	return goal_hand_over_page(rq, &page);
}

/* The new owner and their manager are asked; whoever hands over agrees only if they are that manager. */
static void
give(struct rq *rq, const struct goal_head *g, const struct person_choice *heir, const char *reason, int64_t version)
{
	const struct manager_row_rows *manager = goal_manager(rq, heir->id);
	struct day by = day_plus(rq->today, ANSWER_WITHIN);

	if (!answers(rq))
		return;
	goal_hand_over(rq, g->id, g->person, heir->id, version);
	goal_change_add(rq, (goal_change_id){ new_id(rq) }, g->id, rq->viewer, rq->now, "owner", g->name, heir->name, reason);
	assents_clear(rq, g->id);
	goal_waits_closed(rq, g->id, rq->now, (person_id){ 0 });
	goal_wait_opened(rq, (waiting_id){ new_id(rq) }, heir->id, g->id, heir->id, rq->now, by);
	if (manager->n)
		goal_wait_opened(rq, (waiting_id){ new_id(rq) }, manager->at->manager, g->id, heir->id, rq->now, by);
	leave_notices(rq, g, "goal.handed_over");
	notice_leave(rq, heir->id.n, "goal.handed_over", "goal", g->id.n);
}

struct reply
hand_over_post(struct rq *rq)
{
	struct hand_over typed = hand_over_read(rq);
	const struct goal_head *g = goal_head(rq, rq->viewer, rq_goal(rq));
	const struct person_choice_rows *heir = goal_heir(rq, rq->viewer, typed.heir);

	if (!answers(rq))
		return nothing();
	if (g->person.n == 0)
		end_with(rq, FORBIDDEN, "a unit's goal stays the unit's");
	else if (!refused(rq) && (heir->n == 0 || heir->at->id.n == g->person.n))
		refuse(rq, "heir", "refused.goal_heir");
	if (refused(rq))
		return again(rq);
	give(rq, g, heir->at, typed.reason, typed.version);
	tell(rq, "told.goal_handed_over");
	return go(rq, "/goals/%lld", (long long)g->id.n);
}
