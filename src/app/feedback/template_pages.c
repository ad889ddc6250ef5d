/* template_pages.c: what requests for feedback may begin with, kept by HR. Reads, asks, shows. */
#include "feedback/feedback_pages.h"
#include "feedback_views.h"

#include <string.h>

enum { TEMPLATES_MOST = 20 };

/* The program's own three. */
static struct ask_start_rows *
usual(struct rq *rq, bool own)
{
	static const char *const keys[] = { "talk", "project", "together" };
	struct ask_start_rows *rows = NEW(rq->arena, struct ask_start_rows);

	rows->at = NEW_MANY(rq->arena, struct ask_start, COUNT(keys));
	for (size_t i = 0; i < COUNT(keys); i++)
		rows->at[rows->n++] = (struct ask_start){ .key = keys[i], .title = words(rq->lang, arena_print(rq->arena, "ask_start_when.%s", keys[i])),
			.words = words(rq->lang, arena_print(rq->arena, own ? "ask_start.%s" : "ask_start_of.%s", keys[i])) };
	return rows;
}

struct ask_start_rows *
ask_starts(struct rq *rq, const struct ask_template_rows *templates, bool own, const char *chosen)
{
	struct ask_start_rows *rows = NEW(rq->arena, struct ask_start_rows);

	if (templates->n == 0)
		rows = usual(rq, own);
	else
		rows->at = NEW_MANY(rq->arena, struct ask_start, templates->n);
	for (size_t i = 0; i < templates->n; i++) {
		const struct ask_template *t = &templates->at[i];

		if (!t->away)
			rows->at[rows->n++] = (struct ask_start){ .key = arena_print(rq->arena, "%lld", (long long)t->id.n), .title = t->title,
				.words = own ? t->own_words : t->of_words };
	}
	for (size_t i = 0; chosen != NULL && i < rows->n; i++)
		rows->at[i].chosen = strcmp(rows->at[i].key, chosen) == 0;
	return rows;
}

struct reply
templates_get(struct rq *rq)
{
	struct template_list page = { .templates = ask_templates(rq), .usual = usual(rq, true) };

	answers(rq);
	return template_list_page(rq, &page);
}

struct reply
templates_post(struct rq *rq)
{
	struct template_entry typed = template_entry_read(rq);
	const struct ask_template_rows *templates = ask_templates(rq);

	answers(rq);
	if (!fine(rq) && rq->outcome != REFUSED)
		return nothing();
	if (templates->n >= TEMPLATES_MOST)
		refuse(rq, "", "refused.templates_many");
	if (refused(rq))
		return again(rq);
	ask_template_add(rq, (template_id){ new_id(rq) }, typed.title, typed.own_words, typed.of_words);
	tell(rq, "told.template_saved");
	return go(rq, "/ask-templates");
}

struct reply
template_post(struct rq *rq)
{
	struct template_entry typed = template_entry_read(rq);

	if (refused(rq))
		return again(rq);
	ask_template_change(rq, (template_id){ rq_number(rq, 0) }, typed.title, typed.own_words, typed.of_words, typed.version);
	tell(rq, "told.template_saved");
	return go(rq, "/ask-templates");
}

struct reply
template_away_post(struct rq *rq)
{
	struct template_step typed = template_step_read(rq);

	if (refused(rq))
		return again(rq);
	ask_template_move(rq, (template_id){ rq_number(rq, 0) }, typed.away, typed.version);
	tell(rq, typed.away ? "told.template_away" : "told.template_back");
	return go(rq, "/ask-templates");
}
