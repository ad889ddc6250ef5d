/* ddl.c: a migration's text in an engine's own words. Knows macros and quotes, runs nothing. */
#include "db/conn.h"

#include <ctype.h>
#include <string.h>

static const struct {
	const char *macro, *word[2];            /* by enum engine */
} macros[] = {
	{ "@id", { "integer", "bigint" } },
	{ "@int", { "integer", "bigint" } },
	{ "@real", { "real", "double precision" } },
	{ "@text", { "text", "text collate \"C\"" } },
	{ "@blob", { "blob", "bytea" } },
	{ "@keyed", { "without rowid", "" } },
};

/* What stands at `at`: a quoted text, a comment, a macro or one byte; returns what follows it. */
static const char *
quoted(struct out *o, const char *at)
{
	const char *end = strchr(at + 1, '\'');

	end = end ? end + 1 : at + strlen(at);
	put_n(o, at, (size_t)(end - at));
	return end;
}

static const char *
comment(const char *at)
{
	return at + strcspn(at, "\n");
}

static const char *
macro(struct out *o, const char *at, enum engine engine)
{
	size_t n = 1;

	while (isalpha((unsigned char)at[n]))
		n++;
	for (size_t i = 0; i < COUNT(macros); i++)
		if (strlen(macros[i].macro) == n && strncmp(macros[i].macro, at, n) == 0) {
			put(o, macros[i].word[engine]);
			return at + n;
		}
	put_n(o, at, n);                /* not ours: the engine will say so */
	return at + n;
}

/* One statement without its semicolon; *at moves behind it. */
static void
next(struct out *o, const char **at, enum engine engine)
{
	const char *t = *at;

	while (*t && *t != ';') {
		if (*t == '\'')
			t = quoted(o, t);
		else if (t[0] == '-' && t[1] == '-')
			t = comment(t);
		else if (*t == '@')
			t = macro(o, t, engine);
		else
			put_char(o, *t++);
	}
	*at = *t ? t + 1 : t;
}

static bool
ends_with(const char *text, const char *word)
{
	size_t n = strlen(text), m = strlen(word);

	while (n > 0 && isspace((unsigned char)text[n - 1]))
		n--;
	return n >= m && strncmp(text + n - m, word, m) == 0;
}

/* SQLite checks kinds only in a STRICT table. */
static void
strict(struct out *o)
{
	const char *text = o->at + strspn(o->at, " \t\n");

	if (strncmp(text, "create table", 12) == 0)
		put(o, ends_with(text, "without rowid") ? ", strict" : " strict");
}

bool
ddl_each(const char *text, enum engine engine, bool (*one)(void *, const char *), void *arg)
{
	struct arena *a = arena_new();
	bool well = true;

	while (well && *text) {
		struct out o;

		out_init(&o, a);
		put(&o, "");
		next(&o, &text, engine);
		if (o.at[strspn(o.at, " \t\r\n")] == '\0')
			continue;
		if (engine == SQLITE)
			strict(&o);
		well = one(arg, o.at);
	}
	arena_free(a);
	return well;
}
