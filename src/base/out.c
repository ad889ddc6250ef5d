/* out.c: bytes that grow in an arena. Knows JSON's quotes; knows no rows, pages or requests. */
#include "base/out.h"

#include <stdio.h>
#include <string.h>

enum { ROOM_FIRST = 256 };

void
out_init(struct out *o, struct arena *a)
{
	*o = (struct out){ .arena = a };
}

/* Make room for n bytes more and their NUL. The old bytes are hidden: `at` moves. */
static void
grow(struct out *o, size_t n)
{
	size_t room = o->room == 0 ? ROOM_FIRST : o->room;
	char *at;

	if (n > SIZE_MAX / 4 - o->n)
		die("no memory for text of %zu bytes more", n);
	while (room <= o->n + n)
		room *= 2;
	if (room == o->room)
		return;
	at = arena_take(o->arena, room);
	if (o->at != NULL) {
		memcpy(at, o->at, o->n);
		arena_hide(o->at, o->room);
	}
	o->at = at;
	o->room = room;
}

void
put_n(struct out *o, const void *at, size_t n)
{
	grow(o, n);
	if (n > 0)
		memcpy(o->at + o->n, at, n);
	o->n += n;
	o->at[o->n] = '\0';
}

void
put(struct out *o, const char *text)
{
	put_n(o, text, text == NULL ? 0 : strlen(text));
}

void
put_char(struct out *o, char c)
{
	put_n(o, &c, 1);
}

void
put_int(struct out *o, int64_t n)
{
	char digits[20];
	size_t at = sizeof digits;
	uint64_t left = n < 0 ? -(uint64_t)n : (uint64_t)n;

	do
		digits[--at] = (char)('0' + left % 10);
	while ((left /= 10) > 0);
	if (n < 0)
		digits[--at] = '-';
	put_n(o, digits + at, sizeof digits - at);
}

void
put_format(struct out *o, const char *fmt, ...)
{
	va_list args, again;
	int n;

	grow(o, 0);
	va_start(args, fmt);
	va_copy(again, args);
	n = vsnprintf(o->at + o->n, o->room - o->n, fmt, args);
	va_end(args);
	if (n < 0)
		die("text that cannot be printed");
	if ((size_t)n >= o->room - o->n) {
		grow(o, (size_t)n);
		vsnprintf(o->at + o->n, (size_t)n + 1, fmt, again);
	}
	va_end(again);
	o->n += (size_t)n;
}

/* How JSON writes a byte that cannot stand as it is; NULL when it can. */
static const char *
json_escape(unsigned char c)
{
	switch (c) {
	case '"':  return "\\\"";
	case '\\': return "\\\\";
	case '\b': return "\\b";
	case '\f': return "\\f";
	case '\n': return "\\n";
	case '\r': return "\\r";
	case '\t': return "\\t";
	default:   return NULL;
	}
}

static void
put_json_byte(struct out *o, unsigned char c)
{
	const char *escape = json_escape(c);

	if (escape != NULL)
		put(o, escape);
	else
		put_format(o, "\\u%04x", c);
}

static bool
json_plain(unsigned char c)
{
	return c >= 0x20 && c != '"' && c != '\\';
}

void
put_json_text(struct out *o, const char *text)
{
	if (text == NULL) {
		put(o, "null");
		return;
	}
	put_char(o, '"');
	while (*text != '\0') {
		const char *from = text;

		while (json_plain((unsigned char)*text))
			text++;
		put_n(o, from, (size_t)(text - from));
		if (*text != '\0')
			put_json_byte(o, (unsigned char)*text++);
	}
	put_char(o, '"');
}

void
put_hex(struct out *o, struct blob b)
{
	const unsigned char *at = b.at;

	for (size_t i = 0; b.at != NULL && i < b.n; i++) {
		put_char(o, "0123456789abcdef"[at[i] >> 4]);
		put_char(o, "0123456789abcdef"[at[i] & 15]);
	}
}
