/* form_part_pages.c: sections and questions of a draft: add, change, move up, remove. */
#include "forms/form_pages.h"
#include "forms_views.h"

#include <string.h>

enum { WHOLE = 100, MILLI = 10 };       /* percent; thousandths in one percent */

static section_id
rq_section(const struct rq *rq)
{
	return (section_id){ rq_number(rq, 1) };
}

static question_id
rq_question(const struct rq *rq)
{
	return (question_id){ rq_number(rq, 1) };
}

static struct reply
back(struct rq *rq)
{
	return go(rq, "/forms/%lld", (long long)rq_form(rq).n);
}

static void
refuse_weight(struct rq *rq, int64_t weight)
{
	if (weight != NONE && (weight < 0 || weight > WHOLE))
		refuse(rq, "weight", "refused.percent");
}

struct reply
section_add_post(struct rq *rq)
{
	struct section_entry typed = section_entry_read(rq);

	refuse_weight(rq, typed.weight);
	if (refused(rq))
		return again(rq);
	form_touch(rq, rq_form(rq), typed.version);
	section_add(rq, (section_id){ new_id(rq) }, rq_form(rq), typed.title, typed.help, typed.weight * MILLI);
	return back(rq);
}

struct reply
section_post(struct rq *rq)
{
	struct section_entry typed = section_entry_read(rq);

	refuse_weight(rq, typed.weight);
	if (refused(rq))
		return again(rq);
	form_touch(rq, rq_form(rq), typed.version);
	section_change(rq, rq_section(rq), rq_form(rq), typed.title, typed.help, typed.weight * MILLI);
	return back(rq);
}

/* The two places are exchanged by way of a third: no two sections may share one. */
static void
exchange_sections(struct rq *rq, const struct section *a, const struct section *b)
{
	section_place(rq, a->id, rq_form(rq), -1);
	section_place(rq, b->id, rq_form(rq), a->place);
	section_place(rq, a->id, rq_form(rq), b->place);
}

struct reply
section_up_post(struct rq *rq)
{
	struct form_step typed = form_step_read(rq);
	const struct section_rows *all = form_sections(rq, rq_form(rq));

	answers(rq);
	if (refused(rq))
		return again(rq);
	form_touch(rq, rq_form(rq), typed.version);
	for (size_t i = 1; i < all->n; i++)
		if (all->at[i].id.n == rq_section(rq).n)
			exchange_sections(rq, &all->at[i], &all->at[i - 1]);
	return back(rq);
}

struct reply
section_remove_post(struct rq *rq)
{
	struct form_step typed = form_step_read(rq);

	if (refused(rq))
		return again(rq);
	form_touch(rq, rq_form(rq), typed.version);
	section_anchors_remove(rq, rq_section(rq), rq_form(rq));
	section_questions_remove(rq, rq_section(rq), rq_form(rq));
	section_remove(rq, rq_section(rq), rq_form(rq));
	return back(rq);
}

struct reply
question_add_post(struct rq *rq)
{
	struct question_begin typed = question_begin_read(rq);
	const struct scale_line_rows *scales = form_scales(rq);
	question_id id = { new_id(rq) };
	scale_id scale = { 0 };

	answers(rq);
	if (refused(rq))
		return again(rq);
	form_touch(rq, rq_form(rq), typed.version);
	if (strcmp(typed.kind, "text") != 0)
		scale = scales->n > 0 ? scales->at[0].id : scale_make_standard(rq);
	question_add(rq, id, rq_form(rq), rq_section(rq), typed.kind, typed.title, NULL, scale, 0, "both", 1, 1, "may");
	anchors_of_scale(rq, id, scale);
	return back(rq);
}

static void
change_levels(struct rq *rq, const struct question_entry *typed)
{
	if (typed->n_level == 0)
		return;
	anchors_remove(rq, rq_question(rq), rq_form(rq));
	for (size_t i = 0; i < typed->n_level; i++)
		anchor_add(rq, rq_question(rq), rq_form(rq), typed->level[i].id.n, typed->level[i].label,
		    typed->level[i].behaviour);
}

struct reply
question_post(struct rq *rq)
{
	struct question_entry typed = question_entry_read(rq);

	if (typed.n_level > 0 && typed.weight == NONE)
		refuse(rq, "weight", "refused.missing");
	refuse_weight(rq, typed.weight);
	if (refused(rq))
		return again(rq);
	form_touch(rq, rq_form(rq), typed.version);
	question_change(rq, rq_question(rq), rq_form(rq), typed.title, typed.help,
	    typed.weight == NONE ? 0 : typed.weight * MILLI, typed.asks, typed.required, typed.shared, typed.evidence == NULL ? "may" : typed.evidence);
	change_levels(rq, &typed);
	return back(rq);
}

static void
exchange_questions(struct rq *rq, const struct question *a, const struct question *b)
{
	question_place(rq, a->id, rq_form(rq), -1);
	question_place(rq, b->id, rq_form(rq), a->place);
	question_place(rq, a->id, rq_form(rq), b->place);
}

/* Within its section; the first one stays. */
struct reply
question_up_post(struct rq *rq)
{
	struct form_step typed = form_step_read(rq);
	const struct question_rows *all = form_questions(rq, rq_form(rq));

	answers(rq);
	if (refused(rq))
		return again(rq);
	form_touch(rq, rq_form(rq), typed.version);
	for (size_t i = 1; i < all->n; i++)
		if (all->at[i].id.n == rq_question(rq).n && all->at[i].section.n == all->at[i - 1].section.n)
			exchange_questions(rq, &all->at[i], &all->at[i - 1]);
	return back(rq);
}

/* What was taken out earlier, and can no longer be brought back. */
static void
forget_gone(struct rq *rq)
{
	int64_t before = rq->now - (undo_ends(rq->now) - rq->now);

	gone_anchors_forget(rq, rq_form(rq), before);
	gone_forget(rq, rq_form(rq), before);
}

struct reply
question_remove_post(struct rq *rq)
{
	struct form_step typed = form_step_read(rq);

	if (refused(rq))
		return again(rq);
	form_touch(rq, rq_form(rq), typed.version);
	forget_gone(rq);
	question_keep(rq, rq_question(rq), rq_form(rq), rq->now);
	anchors_keep(rq, rq_question(rq), rq_form(rq));
	anchors_remove(rq, rq_question(rq), rq_form(rq));
	question_remove(rq, rq_question(rq), rq_form(rq));
	tell_undo(rq, "told.question_gone", "/forms/%lld/questions/%lld/back", (long long)rq_form(rq).n, (long long)rq_question(rq).n);
	return back(rq);
}

/* As it was and where it was, unless its section has gone meanwhile. */
struct reply
question_back_post(struct rq *rq)
{
	const struct question_gone_rows *gone = question_gone_of(rq, rq_question(rq), rq_form(rq));
	const struct form_head *head = form_head(rq, rq_form(rq));

	if (!answers(rq))
		return nothing();
	if (gone->n == 0)
		return end_with(rq, ABSENT, "no question that was taken out"), nothing();
	if (!undo_is_open(gone->at->gone_at, rq->now))
		return end_with(rq, CONFLICT, "undo"), nothing();
	form_touch(rq, rq_form(rq), head->version);
	question_bring(rq, rq_question(rq), rq_form(rq));
	anchors_bring(rq, rq_question(rq), rq_form(rq));
	gone_anchors_brought(rq, rq_question(rq), rq_form(rq));
	gone_brought(rq, rq_question(rq), rq_form(rq));
	tell(rq, "told.question_back");
	return back(rq);
}
