/*
 * people_csv.c: the reader of CSV files (RFC 4180 and what spreadsheets really write).
 * No clock, no database, no fields: bytes in, cells out.
 */
#include "people/people_csv.h"

#include "base/text.h"

#include <string.h>

static bool
flaw(struct csv *c, const char *code, int column)
{
	if (c->flaw.code == NULL)
		c->flaw = (struct csv_flaw){ code, c->line, column };
	return false;
}

static const char separators[] = ",;\t|";

/* How often each separator stands in this row, outside quotes; where the next row begins. */
static const char *
count_separators(const char *at, const char *end, size_t seen[static 4])
{
	bool quoted = false;

	for (; at < end && (quoted || (*at != '\n' && *at != '\r')); at++) {
		const char *k = *at == '\0' ? NULL : strchr(separators, *at);

		if (*at == '"')
			quoted = !quoted;
		else if (!quoted && k != NULL)
			seen[k - separators]++;
	}
	while (at < end && (*at == '\n' || *at == '\r'))
		at++;
	return at;
}

enum { TITLES_MOST = 12 };

/* The one that cuts the first two rows alike, else the one most often in the first; rows without any are titles. */
static char
guess(const char *at, const char *end)
{
	size_t first[4] = { 0 }, second[4] = { 0 }, best = 0, most = 0;

	for (int titles = 0; at < end && titles < TITLES_MOST && first[0] + first[1] + first[2] + first[3] == 0; titles++)
		at = count_separators(at, end, first);
	count_separators(at, end, second);
	for (size_t i = 0; i < COUNT(first); i++) {
		size_t worth = 2 * first[i] + (first[i] > 0 && first[i] == second[i] ? 2 * CSV_COLUMNS : 0);

		if (worth > most) {
			most = worth;
			best = i;
		}
	}
	return separators[best];
}

static void
line_end(struct csv *c)
{
	if (c->at < c->end && *c->at == '\r')
		c->at++;
	if (c->at < c->end && *c->at == '\n')
		c->at++;
}

/* Excel's own first line, "sep=;". */
static void
stated_separator(struct csv *c)
{
	if (c->end - c->at < 5 || memcmp(c->at, "sep=", 4) != 0 || memchr(",;\t|", c->at[4], 4) == NULL)
		return;
	if (c->end - c->at > 5 && c->at[5] != '\r' && c->at[5] != '\n')
		return;
	c->separator = c->at[4];
	c->at += 5;
	line_end(c);
	c->line++;
}

/* What is no table of text, by how it begins. NULL: it may be one. */
static const char *
no_table(struct blob file)
{
	static const struct { const char *begins; size_t n; const char *code; } others[] = {
		{ "PK\3\4", 4, "file_workbook" }, { "\xd0\xcf\x11\xe0", 4, "file_old_workbook" },
		{ "%PDF", 4, "file_other" }, { "\x1f\x8b", 2, "file_other" }, { "{\\rtf", 5, "file_other" },
		{ "[{", 2, "file_json" }, { "{\"", 2, "file_json" }, { "[\n", 2, "file_json" }, { "{\n", 2, "file_json" },
	};

	const char *at = file.at;

	for (size_t i = 0; i < COUNT(others); i++)
		if (file.n >= others[i].n && memcmp(file.at, others[i].begins, others[i].n) == 0)
			return others[i].code;
	if (file.n > 1 && at[0] == '<' && (at[1] == '!' || at[1] == '?' || (at[1] | 32) >= 'a'))
		return "file_web";
	return NULL;
}

void
csv_open(struct csv *c, struct arena *a, struct blob file)
{
	const char *code = file.n > CSV_BYTES ? "file_too_large" : no_table(file);

	memset(c, 0, sizeof *c);
	out_init(&c->text, a);
	if (file.n == 0)
		file.at = "";
	if (code == NULL)
		code = csv_letters(a, &file, &c->letters_guessed);
	if (code == NULL)
		code = no_table(file);
	if (code != NULL) {
		flaw(c, code, 0);
		return;
	}
	c->at = file.at;
	c->end = c->at + file.n;
	c->separator = guess(c->at, c->end);
	stated_separator(c);
}

/* A cell without quotes: up to the separator or the end of the line. */
static bool
bare_cell(struct csv *c)
{
	const char *from = c->at;

	while (c->at < c->end && *c->at != c->separator && *c->at != '\n' && *c->at != '\r')
		c->at++;
#ifdef PLANT
	char small[32];

	memcpy(small, from, (size_t)(c->at - from));
	from = small[0] == *from ? from : c->at;
#endif
	if (c->at - from > CSV_CELL)
		return flaw(c, "cell_too_long", c->n + 1);
	put_n(&c->text, from, (size_t)(c->at - from));
	return true;
}

/* What stands between two quotes; "" inside is one of them. */
static bool
quoted_cell(struct csv *c)
{
	size_t begins = c->text.n;

	for (c->at++;; c->at++) {
		const char *from = c->at, *quote = memchr(from, '"', (size_t)(c->end - from));

		if (quote == NULL)
			return flaw(c, "quote_open", c->n + 1);
		put_n(&c->text, from, (size_t)(quote - from));
		if (c->text.n - begins > CSV_CELL)
			return flaw(c, "cell_too_long", c->n + 1);
		c->at = quote + 1;
		if (c->at == c->end || *c->at != '"')
			break;
		put_char(&c->text, '"');
	}
	while (c->at < c->end && *c->at == ' ' && *c->at != c->separator)
		c->at++;
	if (c->at < c->end && *c->at != c->separator && *c->at != '\n' && *c->at != '\r')
		return flaw(c, "quote_after", c->n + 1);
	return true;
}

static bool
cell(struct csv *c)
{
	size_t from = c->text.n;

	if (c->n == CSV_COLUMNS)
		return flaw(c, "too_many_columns", 0);
	if (c->at < c->end && *c->at == '"' ? !quoted_cell(c) : !bare_cell(c))
		return false;
	if (c->text.n > from && !text_is_utf8(c->text.at + from, c->text.n - from))
		return flaw(c, "not_utf8", c->n + 1);
	put_char(&c->text, '\0');
	c->from[c->n++] = from;
	return true;
}

bool
csv_next(struct csv *c, struct csv_row *row)
{
	bool more = true;

	if (c->flaw.code != NULL || c->at >= c->end)
		return false;
	if (c->line++ > CSV_ROWS)
		return flaw(c, "too_many_rows", 0);
	c->n = 0;
	c->text.n = 0;
	while (more) {
		if (!cell(c))
			return false;
		more = c->at < c->end && *c->at == c->separator;
		if (more)
			c->at++;
	}
	line_end(c);
	for (int i = 0; i < c->n; i++)
		c->cells[i] = c->text.at + c->from[i];
	*row = (struct csv_row){ .line = c->line, .n = c->n, .cells = c->cells };
	return true;
}

/* "=1+1", "@x", "+cmd|", "-2+3": but "+49 170 12", "-", "-12.5" are what they are. */
static bool
formula(const char *cell)
{
	if (*cell == '=' || *cell == '@' || *cell == '\t')
		return true;
	return (*cell == '+' || *cell == '-') && cell[1] != '\0' && cell[strspn(cell, "+-0123456789 ()/.,")] != '\0';
}

const char *
csv_plain(struct arena *a, const char *cell)
{
	size_t n = strlen(cell);

	if (n >= 3 && cell[0] == '=' && cell[1] == '"' && cell[n - 1] == '"')
		return arena_copy_n(a, cell + 2, n - 3);
	return cell[0] == '\'' && formula(cell + 1) ? cell + 1 : cell;
}

void
csv_put(struct out *o, const char *cell, char separator)
{
	size_t plain = strcspn(cell, "\"\r\n\t,;");
	bool runs = formula(cell);

	if (cell[plain] == '\0' && (plain == 0 || strchr(cell, separator) == NULL) && cell[0] != ' ' && !runs) {
		put(o, cell);
		return;
	}
	put_char(o, '"');
	if (runs)
		put_char(o, '\'');
	for (; *cell != '\0'; cell++) {
		if (*cell == '"')
			put_char(o, '"');
		put_char(o, *cell);
	}
	put_char(o, '"');
}
