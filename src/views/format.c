/* format.c: days, times and numbers as people of a language read them. No clock. */
#include "views/views.h"

#include "base/text.h"
#include "base/zone.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* Words that shape figures ("shape.thousands") are one sign or a pattern, per language. */
static const char *
shape(const struct show *s, const char *key)
{
	const char *found = words_of(s->lang, key);

	return found == NULL ? "" : found;
}

/* A pattern like "{d} {month} {y}"; names of months by the stem of their keys. */
static void
put_pattern(struct show *s, const char *pattern, struct day d, const char *months)
{
	char key[32];

	snprintf(key, sizeof key, "%s.%d", months, d.m);
	for (const char *c = pattern; *c != '\0'; c++) {
		if (strncmp(c, "{d}", 3) == 0) {
			put_int(s->out, d.d);
			c += 2;
		} else if (strncmp(c, "{y}", 3) == 0) {
			put_int(s->out, d.y);
			c += 2;
		} else if (strncmp(c, "{month}", 7) == 0) {
			put_html(s->out, shape(s, key));
			c += 6;
		} else {
			put_char(s->out, *c);
		}
	}
}

void
put_day(struct show *s, struct day d)
{
	if (!day_none(d))
		put_pattern(s, shape(s, "shape.day"), d, "month");
}

void
put_short(struct show *s, struct day d)
{
	if (!day_none(d))
		put_pattern(s, shape(s, "shape.short"), d, "month_short");
}

static const char *
zone(const struct show *s)
{
	return s->rq->zone == NULL ? "UTC" : s->rq->zone;
}

void
put_instant_day(struct show *s, int64_t at)
{
	if (at != NONE)
		put_day(s, zone_day(zone(s), at));
}

void
put_instant_short(struct show *s, int64_t at)
{
	if (at != NONE)
		put_short(s, zone_day(zone(s), at));
}

void
put_time(struct show *s, int64_t at)
{
	char text[6];

	if (at == NONE)
		return;
	zone_clock(zone(s), at, text);
	put(s->out, text);
}

void
put_instant(struct show *s, int64_t at)
{
	if (at == NONE)
		return;
	put_instant_day(s, at);
	LIT(s->out, ", ");
	put_time(s, at);
}

/* Digits in groups of three; the text may begin with a minus and have a decimal part. */
static void
put_grouped(struct show *s, const char *text)
{
	const char *point = strchr(text, '.');
	size_t whole = point == NULL ? strlen(text) : (size_t)(point - text);

	for (size_t i = 0; i < whole; i++) {
		size_t left = whole - i;

		if (i > 0 && left % 3 == 0 && text[i - 1] != '-')
			put(s->out, shape(s, "shape.thousands"));
		put_char(s->out, text[i]);
	}
	if (point != NULL) {
		put(s->out, shape(s, "shape.point"));
		put(s->out, point + 1);
	}
}

void
put_count(struct show *s, int64_t n)
{
	char text[32];

	if (n == NONE)
		return;
	snprintf(text, sizeof text, "%" PRId64, n);
	put_grouped(s, text);
}

void
put_percent(struct show *s, int64_t n)
{
	if (n == NONE)
		return;
	put_count(s, n);
	put(s->out, shape(s, "shape.percent"));
}

void
put_milli(struct show *s, int64_t n)
{
	if (n != NONE)
		put_grouped(s, milli_text(s->rq->arena, n));
}

void
put_milli_percent(struct show *s, int64_t n)
{
	if (n == NONE)
		return;
	put_milli(s, n);
	put(s->out, shape(s, "shape.percent"));
}

void
put_money(struct show *s, int64_t n)
{
	char text[40];
	uint64_t size = n < 0 ? 0 - (uint64_t)n : (uint64_t)n;

	if (n == NONE)
		return;
	snprintf(text, sizeof text, "%s%" PRIu64 ".%02u", n < 0 ? "-" : "", size / 100, (unsigned)(size % 100));
	put_grouped(s, text);
}

void
put_initials(struct show *s, const char *name)
{
	if (name != NULL)
		put_html(s->out, text_initials(s->rq->arena, name));
}

/* Blank lines part paragraphs, single ends are breaks. */
void
put_lines(struct show *s, const char *text)
{
	bool open = false;

	while (text != NULL && *text != '\0') {
		size_t n = strcspn(text, "\n");
		size_t shown = n > 0 && text[n - 1] == '\r' ? n - 1 : n;
		char *line = arena_copy_n(s->rq->arena, text, shown);

		if (text_empty(line)) {
			if (open)
				LIT(s->out, "</p>");
			open = false;
		} else {
			put(s->out, open ? "<br>" : "<p>");
			put_html(s->out, line);
			open = true;
		}
		text += n + (text[n] == '\n');
	}
	if (open)
		LIT(s->out, "</p>");
}

/* ---- words */

int
lang_index(const char *code)
{
	for (int i = 0; code != NULL && languages[i].code != NULL; i++)
		if (strcmp(code, languages[i].code) == 0)
			return i;
	return 0;
}

const char *
lang_code(const struct show *s)
{
	return languages[s->lang].html;
}

const char *
lang_dir(const struct show *s)
{
	return languages[s->lang].rtl ? "rtl" : "ltr";
}

const char *
words(const char *lang, const char *key)
{
	const char *found = words_of(lang_index(lang), key);

	return found == NULL ? key : found;
}

const char *
words_value(struct rq *rq, const char *key, const char *value)
{
	const char *text = words(rq->lang, key);
	const char *place = strstr(text, "{value}");

	if (place == NULL)
		return text;
	return arena_print(rq->arena, "%.*s%s%s", (int)(place - text), text, value == NULL ? "" : value,
	    place + strlen("{value}"));
}

void
put_word_of(struct show *s, const char *kind, const char *word)
{
	const char *found;

	if (!there(word))
		return;
	found = words_of(s->lang, arena_print(s->rq->arena, "%s.%s", kind, word));
	put_attr(s->out, found == NULL ? word : found);
}

void
put_word_n(struct show *s, const char *kind, int64_t n)
{
	if (n != NONE)
		put_word_of(s, kind, arena_print(s->rq->arena, "%" PRId64, n));
}

/* Forms in the order of the CLDR: one, (few, many,) other. */
int
plural(const char *lang, int64_t n)
{
	if (strcmp(lang, "fr") == 0 || strcmp(lang, "pt") == 0)
		return n != 0 && n != 1;
	if (strcmp(lang, "pl") == 0) {
		if (n == 1)
			return 0;
		return n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14) ? 1 : 2;
	}
	return n != 1;
}
