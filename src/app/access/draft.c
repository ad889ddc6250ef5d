/* draft.c: drafts of any form: sealed under their author and form, gone when it is sent. Knows no form. */
#include "access/draft.h"

#include "base/text.h"
#include "base/zone.h"
#include "jobs/mail.h"
#include "views/views.h"

#include <stdio.h>
#include <string.h>

enum { KEY_MOST = 40 };

static const char PURPOSE[] = "draft";

/* Of the page, not of the person. */
static bool
of_page(const char *name)
{
	return strcmp(name, "csrf") == 0 || strcmp(name, "retry") == 0 || strcmp(name, "draft") == 0 || strcmp(name, "version") == 0;
}

/* What the box is bound to: a row moved to another person or form does not open. */
static const char *
label_of(struct rq *rq, person_id person, const char *form, int64_t subject)
{
	return arena_print(rq->arena, "%lld %s:%lld", (long long)person.n, form, (long long)subject);
}

static void
put_part(struct out *o, const char *text)
{
	put_n(o, text, strlen(text) + 1);
}

/* The next part; NULL at the end. */
static const char *
next_part(struct blob *left)
{
	const char *at = left->at, *end = left->n ? memchr(at, '\0', left->n) : NULL;

	if (end == NULL)
		return NULL;
	left->n -= (size_t)(end - at) + 1;
	left->at = end + 1;
	return at;
}

static const struct field *
fields_of(struct rq *rq, struct blob left)
{
	struct field *first = NULL, **last = &first;
	const char *name, *value;

	while ((name = next_part(&left)) && (value = next_part(&left))) {
		*last = NEW(rq->arena, struct field);
		**last = (struct field){ .name = name, .value = value };
		last = &(*last)->next;
	}
	return first;
}

const struct draft_row_rows *
drafts_ask(struct rq *rq, struct blob who)
{
	return drafts_asked(rq, who, DRAFTS_MOST);
}

void
drafts_show(struct rq *rq, const struct draft_row_rows *rows)
{
	const struct kept **last = &rq->web->kept;

	for (size_t i = 0; i < rows->n; i++) {
		const struct draft_row *d = &rows->at[i];
		struct kept *k = NEW(rq->arena, struct kept);
		const char *label = label_of(rq, rq->viewer, d->form_key, d->subject);
		struct blob plain;

		if (!unseal(rq->arena, PURPOSE, d->body, &plain) || !same(next_part(&plain), label))
			continue;
		*k = (struct kept){ strchr(label, ' ') + 1, d->saved_at, fields_of(rq, plain), NULL };
		*last = k;
		last = &k->next;
	}
}

struct place {
	const char *form;
	int64_t subject;
};

/* The address's form and subject ("0": none); false: it is none of ours. */
static bool
place_of(struct rq *rq, struct place *p)
{
	const char *subject = rq->web->words[1];

	p->form = rq->web->words[0];
	p->subject = rq->web->ids[1];
	if (strlen(p->form) <= KEY_MOST && strspn(p->form, "abcdefghijklmnopqrstuvwxyz0123456789-_") == strlen(p->form) &&
	    (p->subject || strcmp(subject, "0") == 0))
		return true;
	end_with(rq, ABSENT, "no place of a draft");
	return false;
}

static struct blob
packed(struct rq *rq, const struct place *p, const struct field *fields)
{
	struct out o;

	out_init(&o, rq->arena);
	put_part(&o, label_of(rq, rq->viewer, p->form, p->subject));
	for (const struct field *f = fields; f; f = f->next)
		if (!of_page(f->name) && *f->value) {
			put_part(&o, f->name);
			put_part(&o, f->value);
		}
	return (struct blob){ o.at, o.n };
}

static struct reply
saved_reply(struct rq *rq)
{
	struct out o;
	char clock[6];

	zone_clock(rq->zone, rq->now, clock);
	out_init(&o, rq->arena);
	put_format(&o, "{\"saved\":\"%s\"}", clock);
	return reply_bytes("application/json; charset=utf-8", (struct blob){ o.at, o.n });
}

struct reply
draft_post(struct rq *rq)
{
	struct place p;
	struct blob text;
	const struct draft_count *beside;

	if (!place_of(rq, &p))
		return nothing();
	text = packed(rq, &p, rq->web->body);
	beside = drafts_beside(rq, rq->viewer, p.form, p.subject);
	if (!answers(rq))
		return nothing();
	if (text.n > DRAFT_BYTES)
		refuse(rq, "", "refused.draft_long");
	if (beside->n >= DRAFTS_MOST)
		refuse(rq, "", "refused.drafts_many");
	if (refused(rq))
		return again(rq);
	draft_put(rq, rq->viewer, p.form, p.subject, seal(rq->arena, PURPOSE, text), rq->now);
	return saved_reply(rq);
}

void
draft_keep(struct rq *rq, const char *form, int64_t subject, const struct field *fields)
{
	draft_put(rq, rq->viewer, form, subject, seal(rq->arena, PURPOSE, packed(rq, &(struct place){ form, subject }, fields)), rq->now);
}

struct reply
draft_discard_post(struct rq *rq)
{
	const char *next = rq_field(rq, "next");
	struct place p;

	if (!place_of(rq, &p))
		return nothing();
	draft_drop(rq, rq->viewer, p.form, p.subject);
	tell(rq, "told.draft_gone");
	return go(rq, "%s", local_next(next ? next : "/"));
}

/* The form came through: what it kept is now where it belongs. */
void
access_done(struct rq *rq)
{
	const char *key = rq->viewer.n ? rq_field(rq, "draft") : NULL, *colon = key ? strchr(key, ':') : NULL;
	int64_t subject;

	if (colon && rq->web->route->run != draft_post && text_int(colon + 1, &subject))
		draft_drop(rq, rq->viewer, arena_copy_n(rq->arena, key, (size_t)(colon - key)), subject);
}
