/* escape.c: text into markup, addresses and JSON. Knows places, never languages. */
#include "views/views.h"

#include "base/text.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

/* What stands for a sign of markup; NULL for the others. */
static const char *
entity(char c)
{
	switch (c) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	case '\'':
		return "&#39;";
	default:
		return NULL;
	}
}

static void
put_escaped(struct out *o, const char *text, const char *signs)
{
	while (text != NULL && *text != '\0') {
		size_t plain = strcspn(text, signs);

		put_n(o, text, plain);
		text += plain;
		if (*text != '\0')
			put(o, entity(*text++));
	}
}

void
put_html(struct out *o, const char *text)
{
	put_escaped(o, text, "&<>");
}

void
put_attr(struct out *o, const char *text)
{
	put_escaped(o, text, "&<>\"'");
}

static bool
unreserved(unsigned char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	    c == '-' || c == '_' || c == '.' || c == '~';
}

void
put_url(struct out *o, const char *text)
{
	static const char hex[] = "0123456789ABCDEF";

	/* "." and ".." would climb when a browser tidies the address; %2E does too. */
	if (text != NULL && (strcmp(text, ".") == 0 || strcmp(text, "..") == 0)) {
		LIT(o, "-");
		return;
	}
	for (; text != NULL && *text != '\0'; text++) {
		unsigned char c = (unsigned char)*text;

		if (unreserved(c)) {
			put_char(o, *text);
		} else {
			put_char(o, '%');
			put_char(o, hex[c >> 4]);
			put_char(o, hex[c & 15]);
		}
	}
}

/* Signs that browsers drop or turn, and so could hide a scheme or another host. */
static bool
clean(const char *text)
{
	for (; *text != '\0'; text++)
		if ((unsigned char)*text <= ' ' || *text == '\\' || *text == 0x7f)
			return false;
	return true;
}

void
put_address(struct out *o, const char *text)
{
	bool own = text != NULL && clean(text) &&
	    ((text[0] == '/' && text[1] != '/') || text[0] == '?' || text[0] == '#');

	if (!own) {
		LIT(o, "#");
		return;
	}
	if (text[0] == '/')
		put_attr(o, base_path());
	put_attr(o, text);
}

void
put_link(struct out *o, const char *text)
{
	bool web = text != NULL && clean(text) &&
	    (strncmp(text, "https://", 8) == 0 || strncmp(text, "http://", 7) == 0);

	if (web)
		put_attr(o, text);
	else
		LIT(o, "#");
}

void
put_token(struct out *o, const char *text)
{
	for (; text != NULL && *text != '\0'; text++)
		put_char(o, unreserved((unsigned char)*text) ? *text : '-');
}

void
put_number(struct out *o, int64_t n)
{
	if (n != NONE)
		put_int(o, n);
}

void
put_day_iso(struct out *o, struct day d)
{
	char text[11];

	if (day_none(d))
		return;
	day_write(d, text);
	put(o, text);
}

void
put_instant_iso(struct out *o, int64_t at)
{
	struct day d;
	int64_t second;

	if (at == NONE)
		return;
	d = day_of_instant(at);
	second = (at - instant_of_day(d)) / 1000000;
	put_day_iso(o, d);
	put_format(o, "T%02d:%02d:%02dZ", (int)(second / 3600), (int)(second / 60 % 60), (int)(second % 60));
}

void
put_milli_raw(struct out *o, int64_t milli)
{
	if (milli != NONE)
		put(o, milli_text(o->arena, milli));
}

bool
same(const char *a, const char *b)
{
	return strcmp(a == NULL ? "" : a, b == NULL ? "" : b) == 0;
}

/* ---- JSON */

void
json_id(struct out *o, int64_t n)
{
	if (n == 0)
		LIT(o, "null");
	else
		put_format(o, "\"%" PRId64 "\"", n);
}

void
json_int(struct out *o, int64_t n)
{
	if (n == NONE)
		LIT(o, "null");
	else
		put_int(o, n);
}

void
json_flag(struct out *o, int64_t n)
{
	put(o, n == NONE ? "null" : n != 0 ? "true" : "false");
}

static void
json_from(struct out *o, bool none, size_t from)
{
	if (none && o->n == from)
		LIT(o, "null");
	else
		LIT(o, "\"");
}

void
json_milli(struct out *o, int64_t n)
{
	size_t from = o->n;

	if (n != NONE) {
		LIT(o, "\"");
		put_milli_raw(o, n);
	}
	json_from(o, n == NONE, from);
}

void
json_instant(struct out *o, int64_t at)
{
	size_t from = o->n;

	if (at != NONE) {
		LIT(o, "\"");
		put_instant_iso(o, at);
	}
	json_from(o, at == NONE, from);
}

void
json_day(struct out *o, struct day d)
{
	size_t from = o->n;

	if (!day_none(d)) {
		LIT(o, "\"");
		put_day_iso(o, d);
	}
	json_from(o, day_none(d), from);
}

void
json_comma(struct out *o)
{
	if (o->n > 0 && o->at[o->n - 1] != '{')
		LIT(o, ",");
}

void
json_row(struct out *o, bool more)
{
	if (more)
		LIT(o, ",");
	LIT(o, "{");
}
