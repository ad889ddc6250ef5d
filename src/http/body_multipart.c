/* body_multipart.c: reads multipart/form-data as browsers write it. Pure. */
#include "http/body.h"
#include "base/text.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

/* What is left to read. */
struct rest {
	const char *at, *end;
};

/* The delimiter is CRLF "--" boundary. */
struct mark {
	char at[4 + BOUNDARY_MOST + 1];
	size_t n;
};

static const char *
find(const char *at, const char *end, const char *what, size_t n)
{
	return memmem(at, (size_t)(end - at), what, n);
}

/* boundary=x or boundary="x" of the content type. */
static bool
read_boundary(const char *type, struct mark *m)
{
	const char *at = strcasestr(type, "boundary=");
	size_t n;

	if (!at)
		return false;
	at += 9;
	n = *at == '"' ? strcspn(++at, "\"") : strcspn(at, "; \t");
#ifndef PLANT
	if (n == 0 || n > BOUNDARY_MOST)
		return false;
#endif
	memcpy(m->at, "\r\n--", 4);
	for (size_t i = 0; i < n; i++)
		m->at[4 + i] = at[i];
	m->n = 4 + n;
	return true;
}

/* name="…" of a Content-Disposition; backslash escapes nothing but a quote (browsers send %22). */
static bool
parameter(struct arena *a, const char *line, const char *name, const char **value)
{
	size_t n = strlen(name), len;

	for (const char *at = line; (at = strchr(at, ';')) != NULL;) {
		at += 1 + strspn(at + 1, " \t");
		if (strncasecmp(at, name, n) != 0 || at[n] != '=')
			continue;
		at += n + 1;
		if (*at != '"') {
			*value = arena_copy_n(a, at, strcspn(at, "; \t"));
			return true;
		}
		len = strcspn(++at, "\"");
		if (at[len] != '"')
			return false;
		*value = arena_copy_n(a, at, len);
		return true;
	}
	return false;
}

/* Some browsers send a whole path: only its last part is the name. */
static const char *
last_part(const char *name)
{
	const char *slash = strrchr(name, '/');
	const char *back = strrchr(name, '\\');

	if (back && (!slash || back > slash))
		slash = back;
	return slash ? slash + 1 : name;
}

/* The header lines of a part: only Content-Disposition counts. */
static bool
read_head(struct arena *a, struct rest *r, const char **name, const char **file)
{
	const char *end;

	*name = *file = NULL;
	for (;;) {
		char *line;

		end = find(r->at, r->end, "\r\n", 2);
		if (!end || end - r->at > 4096 || !text_is_utf8(r->at, (size_t)(end - r->at)))
			return false;
		line = arena_copy_n(a, r->at, (size_t)(end - r->at));
		r->at = end + 2;
		if (!*line)
			return *name != NULL;
		if (strncasecmp(line, "Content-Transfer-Encoding:", 26) == 0)
			return false;
		if (strncasecmp(line, "Content-Disposition:", 20) != 0)
			continue;
		if (!strcasestr(line, "form-data") || !parameter(a, line, "name", name))
			return false;
		parameter(a, line, "filename", file);
	}
}

static int
read_part(struct fields *f, struct rest *r, const struct mark *m)
{
	const char *name, *file, *end;
	struct blob b;

	if (!read_head(f->arena, r, &name, &file))
		return 400;
	/* An empty body's delimiter begins with the CRLF that ended the head. */
	end = find(r->at - 2, r->end, m->at, m->n);
	if (!end)
		return 400;
	b = (struct blob){ r->at, end < r->at ? 0 : (size_t)(end - r->at) };
	r->at = end + m->n;
	if (file)
		return fields_add(f, name, last_part(file), b);
	if (!text_is_utf8(b.at, b.n))
		return 400;
	return fields_add(f, name, lines_plain(arena_copy_n(f->arena, b.at, b.n)), (struct blob){ 0 });
}

/* After a delimiter: CRLF and one more part, or "--" and the end. */
static int
after_mark(struct rest *r, bool *more)
{
	if (r->end - r->at < 2)
		return 400;
	*more = memcmp(r->at, "\r\n", 2) == 0;
	if (!*more && memcmp(r->at, "--", 2) != 0)
		return 400;
	r->at += 2;
	return 0;
}

int
body_multipart(struct arena *a, const char *type, struct blob b, struct field **fields)
{
	struct rest r = { b.at, (const char *)b.at + b.n };
	struct fields f;
	struct mark m;
	bool more = false;
	int status;

	fields_init(&f, a);
	/* The first delimiter has no CRLF before it. */
	if (!read_boundary(type, &m) || b.n < m.n - 2 || memcmp(r.at, m.at + 2, m.n - 2) != 0)
		return 400;
	r.at += m.n - 2;
	status = after_mark(&r, &more);
	while (!status && more) {
		status = read_part(&f, &r, &m);
		if (!status)
			status = after_mark(&r, &more);
	}
	*fields = f.first;
	return status;
}
