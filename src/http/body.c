/* body.c: which reader a body needs, and the urlencoded one. Pure. */
#include "http/body.h"
#include "base/out.h"
#include "base/text.h"

#include <string.h>
#include <strings.h>

void
fields_init(struct fields *f, struct arena *a)
{
	*f = (struct fields){ .arena = a };
	f->end = &f->first;
}

int
fields_add(struct fields *f, const char *name, const char *value, struct blob bytes)
{
	struct field *one;

	if (f->n >= FIELDS_MOST || strlen(name) > NAME_MOST)
		return 413;
	one = NEW(f->arena, struct field);
	*one = (struct field){ .name = name, .value = value, .bytes = bytes };
	*f->end = one;
	f->end = &one->next;
	f->n++;
	return 0;
}

char *
lines_plain(char *text)
{
	char *to = text;

	for (const char *from = text; *from; from++)
		if (from[0] != '\r' || from[1] != '\n')
			*to++ = *from;
	*to = '\0';
	return text;
}

static int
hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if ((c | 32) >= 'a' && (c | 32) <= 'f')
		return (c | 32) - 'a' + 10;
	return -1;
}

bool
percent_decode(struct arena *a, const char *at, size_t n, bool plus, char **text)
{
	char *to = arena_take(a, n + 1);
	size_t k = 0;

	for (size_t i = 0; i < n; i++) {
		if (at[i] != '%') {
			to[k++] = plus && at[i] == '+' ? ' ' : at[i];
			continue;
		}
		if (n - i < 3 || hex_digit(at[i + 1]) < 0 || hex_digit(at[i + 2]) < 0)
			return false;
		to[k++] = (char)(hex_digit(at[i + 1]) << 4 | hex_digit(at[i + 2]));
		i += 2;
	}
	to[k] = '\0';
	*text = to;
	return text_is_utf8(to, k);
}

char *
percent_encode(struct arena *a, const char *text)
{
	struct out o;

	out_init(&o, a);
	put(&o, "");
	for (; *text; text++) {
		unsigned char c = (unsigned char)*text;

		if ((c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z') || strchr("-._~/", c))
			put_char(&o, (char)c);
		else
			put_format(&o, "%%%02X", c);
	}
	return o.at;
}

static int
pair(struct fields *f, const char *at, size_t n)
{
	const char *equals = memchr(at, '=', n);
	size_t name_n = equals ? (size_t)(equals - at) : n;
	char *name, *value = arena_copy(f->arena, "");

	if (n == 0)
		return 0;
	if (!percent_decode(f->arena, at, name_n, true, &name))
		return 400;
	if (equals && !percent_decode(f->arena, equals + 1, n - name_n - 1, true, &value))
		return 400;
	return fields_add(f, name, lines_plain(value), (struct blob){ 0 });
}

int
body_urlencoded(struct arena *a, struct blob b, struct field **fields)
{
	const char *at = b.at, *end = at + b.n;
	struct fields f;
	int status = 0;

	fields_init(&f, a);
	while (at < end && !status) {
		const char *and = memchr(at, '&', (size_t)(end - at));
		const char *stop = and ? and : end;

		status = pair(&f, at, (size_t)(stop - at));
		at = and ? and + 1 : end;
	}
	*fields = f.first;
	return status;
}

/* "text/html; charset=x" is of type "text/html". */
static bool
is_type(const char *type, const char *wanted)
{
	size_t n = strlen(wanted);

	return strncasecmp(type, wanted, n) == 0 &&
	    (type[n] == '\0' || type[n] == ';' || type[n] == ' ' || type[n] == '\t');
}

bool
body_is_json(const char *type)
{
	return type && is_type(type, "application/json");
}

int
body_read(struct arena *a, const char *type, struct blob bytes, struct field **fields)
{
	*fields = NULL;
	if (!type)
		return bytes.n ? 415 : 0;
	if (is_type(type, "application/x-www-form-urlencoded"))
		return body_urlencoded(a, bytes, fields);
	if (is_type(type, "multipart/form-data"))
		return body_multipart(a, type, bytes, fields);
	if (body_is_json(type))
		return bytes.n ? body_json(a, bytes, fields) : 0;
	return 415;
}
