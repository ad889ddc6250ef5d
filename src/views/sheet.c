/* sheet.c: a table as a CSV file. Writes cells; knows no page and no noun of the business. */
#include "views/sheet.h"

#include "base/text.h"

#include <string.h>

void
sheet_begin(struct sheet *s, struct rq *rq)
{
	*s = (struct sheet){ .rq = rq };
	out_init(&s->out, rq->arena);
	put(&s->out, "\xef\xbb\xbf");
}

static void
begin_cell(struct sheet *s)
{
	if (s->begun)
		put_char(&s->out, ',');
	s->begun = true;
}

void
sheet_row(struct sheet *s)
{
	put(&s->out, "\r\n");
	s->begun = false;
}

/* Spreadsheets read the wide signs of eastern keyboards like the narrow ones, and skip spaces before them. */
static bool
looks_like_formula(const char *text)
{
	static const char *const signs[] = { "=", "+", "-", "@", "\t", "\r", "\xef\xbc\x9d", "\xef\xbc\x8b", "\xef\xbc\x8d", "\xef\xbc\xa0" };

	while (*text == ' ' || *text == '\n')
		text++;
	for (size_t i = 0; i < COUNT(signs); i++)
		if (strncmp(text, signs[i], strlen(signs[i])) == 0)
			return true;
	return false;
}

void
sheet_text(struct sheet *s, const char *text)
{
	bool quoted;

	begin_cell(s);
	if (!there(text))
		return;
	quoted = text[strcspn(text, "\",;\r\n\t")] != '\0' || *text == ' ';
	if (quoted)
		put_char(&s->out, '"');
	if (looks_like_formula(text))
		put_char(&s->out, '\'');
	for (; *text; text++) {
		if (*text == '"')
			put_char(&s->out, '"');
		put_char(&s->out, *text);
	}
	if (quoted)
		put_char(&s->out, '"');
}

void
sheet_heads(struct sheet *s, const char *const *keys, size_t n)
{
	for (size_t i = 0; i < n; i++)
		sheet_text(s, words(s->rq->lang, keys[i]));
	sheet_row(s);
}

void
sheet_word(struct sheet *s, const char *kind, const char *word)
{
	sheet_text(s, there(word) ? words(s->rq->lang, arena_print(s->rq->arena, "%s.%s", kind, word)) : NULL);
}

void
sheet_int(struct sheet *s, int64_t n)
{
	begin_cell(s);
	if (n != NONE)
		put_int(&s->out, n);
}

void
sheet_milli(struct sheet *s, int64_t milli)
{
	begin_cell(s);
	if (milli != NONE)
		put_milli_raw(&s->out, milli);
}

void
sheet_day(struct sheet *s, struct day d)
{
	begin_cell(s);
	if (!day_none(d))
		put_day_iso(&s->out, d);
}

struct reply
sheet_reply(struct sheet *s, const char *file_name)
{
	struct reply r = reply_bytes("text/csv; charset=utf-8", (struct blob){ s->out.at, s->out.n });

	r.file_name = file_name;
	return r;
}
