/* form.c: a body to a struct, by the table of its form line; refuses what is wrong. No rows, no markup. */
#include "views/views.h"

#include "base/text.h"

#include <inttypes.h>
#include <string.h>

enum { ROWS_MOST = 500 };       /* of one each: a page never shows more */

/* The fields to read: of the address on a GET and when a page is shown again. */
static const struct field *
fields_of(const struct rq *rq)
{
	const struct web *web = rq->web;

	if (web == NULL)
		return NULL;
	return web->method == GET || web->again ? web->query : web->body;
}

static const struct field *
field_named(const struct rq *rq, const char *name)
{
	for (const struct field *f = fields_of(rq); f != NULL; f = f->next)
		if (strcmp(f->name, name) == 0)
			return f;
	return NULL;
}

/* Trimmed, NFC, line ends one way; NULL when there is nothing; refused when it is no text. */
static const char *
tidy(struct rq *rq, const struct field *f)
{
	char *text, *to;

	if (f == NULL || f->value == NULL)
		return NULL;
	text = text_nfc(rq->arena, f->value);
	if (text == NULL) {
		refuse(rq, f->name, "refused.not_a_text");
		return NULL;
	}
	text = text_trim(rq->arena, text);
	to = text;
	for (const char *c = text; *c != '\0'; c++)
		if (*c != '\r')
			*to++ = *c;
		else if (c[1] != '\n')
			*to++ = '\n';
	*to = '\0';
	return *text == '\0' ? NULL : text;
}

static void
set_text(struct rq *rq, const struct form_field *ff, const char *name, const char *text, void *at)
{
	if (ff->limit > 0 && text_length(text) > ff->limit)
		refuse_value(rq, name, "refused.too_long", arena_print(rq->arena, "%zu", ff->limit));
	memcpy(at, &text, sizeof text);
}

static void
set_word(struct rq *rq, const struct form_field *ff, const char *name, const char *text, void *at)
{
	bool known = ff->choices == NULL && strlen(text) <= 60 &&
	    text[strspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-")] == '\0';

	for (size_t i = 0; ff->choices != NULL && ff->choices[i] != NULL; i++)
		known = known || strcmp(ff->choices[i], text) == 0;
#ifdef PLANT
	char planted[16];               /* fuzzing must find this */
	memcpy(planted, text, strlen(text) + 1);
	known = known && planted[0];
#endif
	if (known)
		memcpy(at, &text, sizeof text);
	else
		refuse(rq, name, "refused.not_a_choice");
}

static void
set_number(struct rq *rq, const struct form_field *ff, const char *name, const char *text, void *at)
{
	int64_t n = 0;
	bool is = ff->kind == FORM_MILLI ? text_milli(text, &n) : text_int(text, &n);

	if (!is || n == NONE)
		refuse(rq, name, ff->kind == FORM_ID ? "refused.not_a_choice" : "refused.not_a_number");
	else if (ff->kind == FORM_ID && n <= 0)
		refuse(rq, name, "refused.not_a_choice");
	else
		memcpy(at, &n, sizeof n);
}

static void
set_day(struct rq *rq, const char *name, const char *text, void *at)
{
	struct day d;

	if (day_read(text, &d))
		memcpy(at, &d, sizeof d);
	else
		refuse(rq, name, "refused.not_a_day");
}

/* One value that is there. */
static void
set(struct rq *rq, const struct form_field *ff, const char *name, const char *text, void *at)
{
	int64_t yes = strcmp(text, "0") != 0 && strcmp(text, "false") != 0;

	switch (ff->kind) {
	case FORM_TEXT:
		set_text(rq, ff, name, text, at);
		break;
	case FORM_WORD:
		set_word(rq, ff, name, text, at);
		break;
	case FORM_FLAG:
		memcpy(at, &yes, sizeof yes);
		break;
	case FORM_DAY:
		set_day(rq, name, text, at);
		break;
	default:
		set_number(rq, ff, name, text, at);
	}
}

static void
set_none(const struct form_field *ff, void *at)
{
	int64_t none = NONE;

	if (ff->kind == FORM_INT || ff->kind == FORM_MILLI || (ff->kind == FORM_FLAG && ff->maybe))
		memcpy(at, &none, sizeof none);
}

static void
read_one(struct rq *rq, const struct form_field *ff, const char *name, char *at)
{
	const struct field *f = field_named(rq, name);
	const char *text = tidy(rq, f);

	set_none(ff, at);
	if (text != NULL)
		set(rq, ff, name, text, at);
	else if (!ff->maybe && ff->kind != FORM_FLAG)
		refuse(rq, name, "refused.missing");
}

/* "cites" and "cites.0", "cites.1": JSON lists come so. */
static bool
of_list(const char *field, const char *name)
{
	size_t n = strlen(name);

	if (strncmp(field, name, n) != 0)
		return false;
	if (field[n] == '\0')
		return true;
	return field[n] == '.' && field[n + 1] != '\0' && strspn(field + n + 1, "0123456789") == strlen(field + n + 1);
}

static void
read_list(struct rq *rq, const struct form_field *ff, const char *name, char *into)
{
	size_t n = 0;
	char *at = arena_take_many(rq->arena, ff->most, ff->size);

	for (const struct field *f = fields_of(rq); f != NULL; f = f->next) {
		const char *text = of_list(f->name, name) ? tidy(rq, f) : NULL;

		if (text == NULL)
			continue;
		if (n == ff->most) {
			refuse_value(rq, name, "refused.too_many", arena_print(rq->arena, "%zu", ff->most));
			break;
		}
		set(rq, ff, f->name, text, at + n++ * ff->size);
	}
	memcpy(into + ff->offset, &at, sizeof at);
	memcpy(into + ff->count, &n, sizeof n);
}

/* ---- each: rows keyed by a number in the field's name */

/* "value.12" or "question.12.value" (or with a list's place after it): 12, else 0. */
static int64_t
key_of(struct rq *rq, const struct form_field *each, const struct form_field *ff, const char *field)
{
	size_t digits, n = strlen(each->name);
	const char *number;
	int64_t key = 0;

	if (strncmp(field, each->name, n) == 0 && field[n] == '.') {
		number = field + n + 1;
		digits = strspn(number, "0123456789");
		if (number[digits] != '.' || !of_list(number + digits + 1, ff->name))
			return 0;
	} else {
		n = strlen(ff->name);
		if (strncmp(field, ff->name, n) != 0 || field[n] != '.')
			return 0;
		number = field + n + 1;
		digits = strspn(number, "0123456789");
		if (number[digits] != '\0')
			return 0;
	}
	return digits > 0 && digits < 19 && text_int(arena_copy_n(rq->arena, number, digits), &key) ? key : 0;
}

/* The keys that stand in the body, each once, in the order they came. */
static size_t
keys_of(struct rq *rq, const struct form_field *each, int64_t *keys)
{
	size_t n = 0;

	for (const struct field *f = fields_of(rq); f != NULL; f = f->next)
		for (const struct form_field *ff = each->fields; ff->name != NULL; ff++) {
			int64_t key = key_of(rq, each, ff, f->name);
			bool old = key == 0;

			for (size_t i = 0; i < n && !old; i++)
				old = keys[i] == key;
			if (old)
				continue;
			if (n == ROWS_MOST) {
				refuse_value(rq, "", "refused.too_many", arena_print(rq->arena, "%d", ROWS_MOST));
				return n;
			}
			keys[n++] = key;
		}
	return n;
}

/* The field as it was typed: the page's form, or the JSON one. */
static const char *
name_in_row(struct rq *rq, const struct form_field *each, const char *name, int64_t key)
{
	const char *long_name = arena_print(rq->arena, "%s.%" PRId64 ".%s", each->name, key, name);

	for (const struct field *f = fields_of(rq); f != NULL; f = f->next)
		if (of_list(f->name, long_name))
			return long_name;
	if (rq->web->json_in)
		return long_name;
	return arena_print(rq->arena, "%s.%" PRId64, name, key);
}

static void
read_each(struct rq *rq, const struct form_field *each, char *into)
{
	int64_t *keys = NEW_MANY(rq->arena, int64_t, ROWS_MOST);
	size_t n = keys_of(rq, each, keys);
	char *at = arena_take_many(rq->arena, n, each->size);

	for (size_t i = 0; i < n; i++) {
		memcpy(at + i * each->size, &keys[i], sizeof keys[i]);
		for (const struct form_field *ff = each->fields; ff->name != NULL; ff++) {
			const char *name = name_in_row(rq, each, ff->name, keys[i]);

			if (ff->most > 0)
				read_list(rq, ff, name, at + i * each->size);
			else
				read_one(rq, ff, name, at + i * each->size + ff->offset);
		}
	}
	memcpy(into + each->offset, &at, sizeof at);
	memcpy(into + each->count, &n, sizeof n);
}

void
form_read(struct rq *rq, const struct form_field *fields, void *into)
{
	for (const struct form_field *ff = fields; ff->name != NULL; ff++) {
		if (ff->kind == FORM_EACH)
			read_each(rq, ff, into);
		else if (ff->most > 0)
			read_list(rq, ff, ff->name, into);
		else
			read_one(rq, ff, ff->name, (char *)into + ff->offset);
	}
}
