/* form_pages.c: what the web may ask of templates as a whole. Reads, asks, judges, shows. */
#include "forms/form_pages.h"
#include "forms_views.h"

#include <string.h>

/* Everything of one template, asked at once. */
struct whole {
	const struct form_head *head;
	struct section_rows *sections;
	struct question_rows *questions;
	struct anchor_rows *anchors;
};

static struct whole
ask_whole(struct rq *rq, form_id form)
{
	return (struct whole){
		.head = form_head(rq, form), .sections = form_sections(rq, form),
		.questions = form_questions(rq, form), .anchors = form_anchors(rq, form),
	};
}

struct reply
forms_get(struct rq *rq)
{
	struct form_list page = { .forms = forms_list(rq) };

	answers(rq);
	return form_list_page(rq, &page);
}

/* The first scale there is, or a new one. */
static scale_id
some_scale(struct rq *rq)
{
	const struct scale_line_rows *scales = form_scales(rq);

	answers(rq);
	return scales->n > 0 ? scales->at[0].id : scale_make_standard(rq);
}

struct reply
forms_post(struct rq *rq)
{
	struct form_begin typed = form_begin_read(rq);
	form_id form;

	if (refused(rq))
		return again(rq);
	form.n = new_id(rq);
	form_add(rq, form, form, 1, typed.name, NULL, rq->lang);
	if (strcmp(typed.start, "standard") == 0)
		form_fill_standard(rq, form, some_scale(rq));
	else if (strcmp(typed.start, "light") == 0)
		form_fill_light(rq, form);
	return go(rq, "/forms/%lld", (long long)form.n);
}

struct reply
form_get(struct rq *rq)
{
	struct whole all = ask_whole(rq, rq_form(rq));
	struct form_edit page = {
		.head = all.head, .sections = all.sections, .questions = all.questions, .anchors = all.anchors,
	};
	struct form_flaw_rows flaws;

	answers(rq);
	flaws = form_check(rq->arena, all.sections, all.questions, all.anchors);
	page.flaws = &flaws;
	page.weight = form_weight(all.sections);
	return form_edit_page(rq, &page);
}

struct reply
form_post(struct rq *rq)
{
	struct form_name typed = form_name_read(rq);

	if (refused(rq))
		return again(rq);
	form_touch(rq, rq_form(rq), typed.version);
	form_rename(rq, rq_form(rq), typed.name, typed.intro);
	return go(rq, "/forms/%lld", (long long)rq_form(rq).n);
}

struct reply
form_standard_post(struct rq *rq)
{
	struct form_step typed = form_step_read(rq);

	if (refused(rq))
		return again(rq);
	form_touch(rq, rq_form(rq), typed.version);
	form_fill_standard(rq, rq_form(rq), some_scale(rq));
	return go(rq, "/forms/%lld", (long long)rq_form(rq).n);
}

struct reply
form_publish_post(struct rq *rq)
{
	struct form_step typed = form_step_read(rq);
	struct whole all = ask_whole(rq, rq_form(rq));
	struct form_flaw_rows flaws;

	answers(rq);
	flaws = form_check(rq->arena, all.sections, all.questions, all.anchors);
	for (size_t i = 0; i < flaws.n; i++)
		refuse_value(rq, "", flaws.at[i].code, flaws.at[i].where);
	if (refused(rq))
		return again(rq);
	form_publish(rq, rq_form(rq), typed.version, rq->now);
	form_scale_freeze(rq, rq_form(rq));
	return go(rq, "/forms/%lld", (long long)rq_form(rq).n);
}

static void
copy_question(struct rq *rq, form_id form, section_id section, const struct question *q, const struct anchor_rows *anchors)
{
	question_id id = { new_id(rq) };

	question_add(rq, id, form, section, q->kind, q->title, q->help, q->scale, q->weight * 10, q->asks, q->required, q->shared, q->evidence);
	for (size_t i = 0; i < anchors->n; i++)
		if (anchors->at[i].question.n == q->id.n)
			anchor_add(rq, id, form, anchors->at[i].value, anchors->at[i].label, anchors->at[i].behaviour);
}

static void
copy_form(struct rq *rq, form_id form, const struct whole *all)
{
	for (size_t i = 0; i < all->sections->n; i++) {
		const struct section *s = &all->sections->at[i];
		section_id id = { new_id(rq) };

		section_add(rq, id, form, s->title, s->help, s->weight * 10);
		for (size_t k = 0; k < all->questions->n; k++)
			if (all->questions->at[k].section.n == s->id.n)
				copy_question(rq, form, id, &all->questions->at[k], all->anchors);
	}
}

/* The draft of the next edition; the one that is there already, if it is. */
struct reply
form_edition_post(struct rq *rq)
{
	struct whole all = ask_whole(rq, rq_form(rq));
	const struct form_line_rows *draft, *newest;
	form_id form;

	answers(rq);
	draft = form_draft_of(rq, all.head->family);
	newest = form_newest_of(rq, all.head->family);
	answers(rq);
	if (draft->n > 0)
		return go(rq, "/forms/%lld", (long long)draft->at[0].id.n);
	form.n = new_id(rq);
	form_add(rq, form, all.head->family, newest->n > 0 ? newest->at[0].edition + 1 : 1, all.head->name,
	    all.head->intro, rq->lang);
	copy_form(rq, form, &all);
	return go(rq, "/forms/%lld", (long long)form.n);
}

extern const struct route form_part_routes[];
