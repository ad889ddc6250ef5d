/* show.c: a filled page to a reply: JSON, or HTML in its layout. Knows no page by name. */
#include "views/views.h"

#include "base/log.h"
#include "base/text.h"

#include <string.h>

static bool
may_nothing(struct rq *rq, int capability)
{
	(void)rq;
	(void)capability;
	return false;
}

bool (*rq_may)(struct rq *, int) = may_nothing;
void (*view_layout[FRAMES])(struct show *, const struct out *, const char *);

static void
show_init(struct show *s, struct rq *rq, struct out *o)
{
	out_init(o, rq->arena);
	*s = (struct show){ .rq = rq, .out = o, .lang = lang_index(rq->lang), .title_at = SIZE_MAX };
}

/* A page shown again says why: 422 when fields are refused, 409 when somebody was faster. */
static int
status_of(const struct rq *rq)
{
	if (rq->web == NULL || !rq->web->again)
		return 200;
	return rq->refusals != NULL ? 422 : 409;
}

static struct reply
reply_out(const struct rq *rq, const char *type, const struct out *o)
{
	struct reply r = reply_bytes(type, (struct blob){ o->n > 0 ? o->at : "", o->n });

	r.status = status_of(rq);
	return r;
}

static bool
failed(const struct rq *rq)
{
	return rq->outcome != FINE && rq->outcome != REFUSED;
}

struct reply
view_wrap(struct rq *rq, const struct out *content, const char *title, int frame)
{
	void (*wrap)(struct show *, const struct out *, const char *) = view_layout[frame];
	struct out whole;
	struct show s;

	if (wrap == NULL)
		return reply_out(rq, "text/html; charset=utf-8", content);
	show_init(&s, rq, &whole);
	wrap(&s, content, title == NULL ? "" : title);
	if (failed(rq))
		return nothing();
	return reply_out(rq, "text/html; charset=utf-8", &whole);
}

struct reply
view_show(struct rq *rq, const struct view *v, const void *page)
{
	bool json = rq->web != NULL && rq->web->json_out;
	struct out o;
	struct show s;

	if (failed(rq))
		return nothing();
	show_init(&s, rq, &o);
	if (!v->ready(&s, page))
		return nothing();
	if (json && rq->web->again)
		return problem(rq, status_of(rq), words(rq->lang,
		    rq->refusals != NULL ? "problem.refused" : "problem.conflict"));
	if (json)
		v->json(&s, page);
	else
		v->html(&s, page);
	if (failed(rq))
		return nothing();
	if (json)
		return reply_out(rq, "application/json", &o);
	return view_wrap(rq, &o, s.title, v->frame);
}

/* ---- the title: the first heading, or a <title> on top */

void
title_from(struct show *s)
{
	if (s->title == NULL)
		s->title_at = s->out->n;
}

/* [from, to) without its tags, as escaped text. */
static char *
bare_text(struct arena *a, const char *from, size_t n)
{
	struct out o;
	bool tag = false;

	out_init(&o, a);
	for (size_t i = 0; i < n; i++) {
		if (from[i] == '<')
			tag = true;
		else if (from[i] == '>' && tag)
			tag = false;
		else if (!tag)
			put_char(&o, from[i]);
	}
	return text_trim(a, o.n > 0 ? o.at : "");
}

void
title_to(struct show *s)
{
	if (s->title_at == SIZE_MAX)
		return;
	if (s->out->n > s->title_at)
		s->title = bare_text(s->rq->arena, s->out->at + s->title_at, s->out->n - s->title_at);
	s->title_at = SIZE_MAX;
}

void
title_cut(struct show *s)
{
	size_t from = s->title_at;

	title_to(s);
	if (from != SIZE_MAX && from < s->out->n) {
		s->out->n = from;
		s->out->at[from] = '\0';
	}
}

/* ---- what was not filled */

void
slot_missing(struct rq *rq, const char *slot)
{
	log_fault("slot.missing", "slot=%s", slot);
	end_with(rq, BROKEN, arena_print(rq->arena, "the slot %s was not filled", slot));
}

bool
slot_given(struct show *s, const void *value, const char *slot)
{
	if (value == NULL)
		slot_missing(s->rq, slot);
	return value != NULL;
}

const char *
given(struct show *s, const char *text, const char *slot)
{
	if (text == NULL)
		slot_missing(s->rq, slot);
	return text == NULL ? "" : text;
}

void
rows_end(struct show *s, size_t k, size_t n, const char *list)
{
	if (k < n)
		end_with(s->rq, BROKEN, arena_print(s->rq->arena, "rows left over in %s", list));
}
