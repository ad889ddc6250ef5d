/* typed.c: a form shown again: what was typed laid over, refusals in words beside the fields. */
#include "views/views.h"

#include <stdio.h>
#include <string.h>

static int
hex_of_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* Is the action just written (escaped, with base path) the address that was posted to? */
static bool
action_is(const struct show *s, const char *path)
{
	const char *c = s->out->at + s->mark, *end = s->out->at + s->mark_end;
	const char *base = base_path();

	if ((size_t)(end - c) < strlen(base) || strncmp(c, base, strlen(base)) != 0)
		return false;
	for (c += strlen(base); c < end && *c != '?' && *c != '#'; c++, path++) {
		char sign = *c;

		if (sign == '%' && end - c > 2 && hex_of_digit(c[1]) >= 0 && hex_of_digit(c[2]) >= 0) {
			sign = (char)(hex_of_digit(c[1]) * 16 + hex_of_digit(c[2]));
			c += 2;
		} else if (strncmp(c, "&amp;", 5) == 0) {
			c += 4;
		}
		if (sign != *path)
			return false;
	}
	return *path == '\0';
}

static bool
is_here(const struct show *s, bool only)
{
	const struct web *web = s->rq->web;

	if (web == NULL || !web->again)
		return false;
	return only || s->mark_end <= s->mark || action_is(s, web->path);
}

/* "value.12" is like "value.*". */
static bool
like(const char *name, const char *pattern)
{
	for (; *pattern != '\0'; pattern++) {
		if (*pattern == '*') {
			for (; *name != '\0' && *name != '.'; name++)
				if (like(name, pattern + 1))
					return true;
			return like(name, pattern + 1);
		}
		if (*name++ != *pattern)
			return false;
	}
	return *name == '\0';
}

static bool
beside(const char *field, const char *const *fields, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (like(field, fields[i]))
			return true;
	return false;
}

static void
put_hidden(struct out *o, const char *name, const char *value)
{
	if (value == NULL)
		return;
	put_format(o, "<input type=\"hidden\" name=\"%s\" value=\"", name);
	put_attr(o, value);
	LIT(o, "\">");
}

/* Several fields need a look, and on a long form they may be far below: the way to the first. */
static void
put_way(struct show *s, const struct refusal *first)
{
	LIT(s->out, "<p><a href=\"#");
	put_attr(s->out, first->field);
	LIT(s->out, "-error\">");
	put_html(s->out, words(s->rq->lang, "problem.refused"));
	LIT(s->out, "</a></p>");
}

/* Refusals of the whole form, and those that no control of it would show. */
static void
put_whole(struct show *s, const char *const *fields, size_t n)
{
	const struct refusal *first = NULL;
	size_t below = 0;
	bool open = false;

	for (const struct refusal *r = s->rq->refusals; r != NULL; r = r->next) {
		if (r->field[0] != '\0' && beside(r->field, fields, n)) {
			first = first ? first : r;
			below++;
			continue;
		}
		if (!open)
			LIT(s->out, "<div class=\"error-summary\" role=\"alert\">");
		open = true;
		LIT(s->out, "<p class=\"error\">");
		put_html(s->out, words_value(s->rq, r->code, r->value));
		LIT(s->out, "</p>");
	}
	if (!open && below > 1)
		LIT(s->out, "<div class=\"error-summary\" role=\"alert\">");
	if (below > 1)
		put_way(s, first);
	if (open || below > 1)
		LIT(s->out, "</div>");
}

/* Shown again with nothing refused: somebody was faster. The row is theirs, the words are yours. */
static void
put_conflict(struct show *s)
{
	LIT(s->out, "<div class=\"error-summary\" role=\"alert\"><p class=\"error\">");
	put_html(s->out, words(s->rq->lang, "problem.conflict"));
	LIT(s->out, "</p></div>");
}

/* ---- drafts: a form with data-draft="form:subject"; without a subject it is the page's own */

static const char *
draft_key(const struct show *s)
{
	const char *key = arena_copy_n(s->rq->arena, s->out->at + s->draft, s->draft_end - s->draft);

	if (strchr(key, ':') != NULL)
		return key;
	return arena_print(s->rq->arena, "%s:%lld", key, s->rq->web ? (long long)s->rq->web->ids[0] : 0);
}

static const struct kept *
kept_of(const struct show *s, const char *key)
{
	const struct kept *k = s->rq->web ? s->rq->web->kept : NULL;

	while (k != NULL && strcmp(k->key, key) != 0)
		k = k->next;
	return k;
}

/* "feedback:7" as a place: "/drafts/feedback/7". */
static void
put_draft_place(struct show *s, const char *key)
{
	size_t n = strcspn(key, ":");

	put_attr(s->out, base_path());
	LIT(s->out, "/drafts/");
	put_attr(s->out, arena_copy_n(s->rq->arena, key, n));
	LIT(s->out, "/");
	put_attr(s->out, key[n] == ':' ? key + n + 1 : "0");
}

void
form_draft(struct show *s)
{
	const char *key = draft_key(s);

	LIT(s->out, " data-autosave=\"");
	put_draft_place(s, key);
	LIT(s->out, "\" data-saved-word=\"");
	put_attr(s->out, words(s->rq->lang, "draft.saved"));
	LIT(s->out, "\" data-not-saved=\"");
	put_attr(s->out, words(s->rq->lang, "draft.not_saved"));
	LIT(s->out, "\"");
}

/* "09:42" of today, else with the day. */
static const char *
when(const struct show *s, int64_t at)
{
	struct show aside = *s;
	struct out o;

	out_init(&o, s->rq->arena);
	aside.out = &o;
	if (s->rq->now - at < INT64_C(12) * 3600 * 1000000)
		put_time(&aside, at);
	else
		put_instant(&aside, at);
	return o.at;
}

/* What is kept is shown, and said; its button is another form's, or Enter in a field would press it. */
static void
put_kept(struct show *s, const char *key)
{
	put_hidden(s->out, "draft", key);
	if (s->kept == NULL)
		return;
	LIT(s->out, "<div class=\"notice\" data-tone=\"info\"><p>");
	put_html(s->out, words_value(s->rq, "draft.kept", when(s, s->kept->saved_at)));
	LIT(s->out, "</p><button class=\"button small\" form=\"draft-");
	put_attr(s->out, key);
	LIT(s->out, "\">");
	put_html(s->out, words(s->rq->lang, "draft.discard"));
	LIT(s->out, "</button></div>");
}

void
form_after(struct show *s)
{
	const char *key = draft_key(s);
	bool kept = kept_of(s, key) != NULL && !s->rq->web->again;

	s->draft = s->draft_end = 0;
	if (!kept)
		return;
	LIT(s->out, "<form method=\"post\" class=\"discard\" id=\"draft-");
	put_attr(s->out, key);
	LIT(s->out, "\" action=\"");
	put_draft_place(s, key);
	LIT(s->out, "/discard\">");
	put_hidden(s->out, "csrf", s->rq->web->csrf);
	put_hidden(s->out, "retry", s->rq->web->retry);
	put_hidden(s->out, "next", s->rq->web->target);
	LIT(s->out, "</form>");
}

void
form_begin(struct show *s, bool only, const char *const *fields, size_t n)
{
	s->here = is_here(s, only);
	s->mark = s->mark_end = 0;
	if (s->rq->web != NULL) {
		put_hidden(s->out, "csrf", s->rq->web->csrf);
		put_hidden(s->out, "retry", s->rq->web->retry);
	}
	if (s->draft_end > s->draft) {
		s->kept = s->rq->web == NULL || s->rq->web->again ? NULL : kept_of(s, draft_key(s));
		put_kept(s, draft_key(s));
	}
	if (s->here && s->rq->refusals == NULL)
		put_conflict(s);
	else if (s->here)
		put_whole(s, fields, n);
}

void
form_end(struct show *s)
{
	s->here = false;
	s->kept = NULL;
	if (s->draft_end > s->draft)
		LIT(s->out, "<p class=\"saved\" data-saved role=\"status\"></p>");
}

const char *
field_name(struct show *s, const char *fmt, ...)
{
	char text[256];
	va_list rest;

	if (!s->here && s->kept == NULL)
		return "";
	va_start(rest, fmt);
	vsnprintf(text, sizeof text, fmt, rest);
	va_end(rest);
	return arena_copy(s->rq->arena, text);
}

const char *
typed(struct show *s, const char *field)
{
	if (s->here)
		return rq_field(s->rq, field);
	for (const struct field *f = s->kept ? s->kept->fields : NULL; f != NULL; f = f->next)
		if (same(f->name, field))
			return f->value;
	return NULL;
}

bool
put_typed(struct show *s, const char *field)
{
	const char *text = typed(s, field);

	put_attr(s->out, text);
	return text != NULL;
}

void
put_typed_value(struct show *s, const char *field)
{
	const char *text = typed(s, field);

	if (text == NULL)
		return;
	LIT(s->out, " value=\"");
	put_attr(s->out, text);
	LIT(s->out, "\"");
}

bool
chosen(struct show *s, const char *field, const char *value, bool otherwise)
{
	if (!s->here && s->kept == NULL)
		return otherwise;
	for (const struct field *f = s->here ? s->rq->web->body : s->kept->fields; f != NULL; f = f->next)
		if (same(f->name, field) && same(f->value, value))
			return true;
	return false;
}

static const struct refusal *
refusal_of(const struct show *s, const char *field)
{
	if (s->here && *field != '\0')
		for (const struct refusal *r = s->rq->refusals; r != NULL; r = r->next)
			if (strcmp(r->field, field) == 0)
				return r;
	return NULL;
}

void
put_invalid(struct show *s, const char *field, bool bare)
{
	if (refusal_of(s, field) == NULL)
		return;
	LIT(s->out, " aria-invalid=\"true\"");
	if (!bare)
		return;
	LIT(s->out, " aria-describedby=\"");
	put_attr(s->out, field);
	LIT(s->out, "-error\"");
}

void
put_described(struct show *s, const char *field)
{
	if (refusal_of(s, field) == NULL)
		return;
	LIT(s->out, " ");
	put_attr(s->out, field);
	LIT(s->out, "-error");
}

void
put_refusal(struct show *s, const char *field)
{
	const struct refusal *r = refusal_of(s, field);

	if (r == NULL)
		return;
	LIT(s->out, "<p class=\"error\" id=\"");
	put_attr(s->out, field);
	LIT(s->out, "-error\">");
	put_html(s->out, words_value(s->rq, r->code, r->value));
	LIT(s->out, "</p>");
}
