/* people_csv_test.c: files as HR systems and spreadsheets write them. */
#include "base/test.h"
#include "people/people_csv.h"

#include <string.h>

#define FILE_OF(text) ((struct blob){ (text), sizeof(text) - 1 })

/* Cells joined by "|", rows by "/". */
static const char *
all(struct arena *a, struct blob file, struct csv *c)
{
	struct csv_row row;
	struct out o;

	out_init(&o, a);
	put(&o, "");
	csv_open(c, a, file);
	while (csv_next(c, &row)) {
		if (o.n > 0)
			put(&o, "/");
		for (int i = 0; i < row.n; i++) {
			put(&o, i > 0 ? "|" : "");
			put(&o, row.cells[i]);
		}
	}
	return o.at;
}

static const struct {
	const char *words;
	struct blob file;
	const char *cells;
} files[] = {
	{ "plain", FILE_OF("a,b\nc,d\n"), "a|b/c|d" },
	{ "without a last line end", FILE_OF("a,b\nc,d"), "a|b/c|d" },
	{ "Windows line ends", FILE_OF("a,b\r\nc,d\r\n"), "a|b/c|d" },
	{ "old Mac line ends", FILE_OF("a,b\rc,d\r"), "a|b/c|d" },
	{ "the mark of Unicode", FILE_OF("\xef\xbb\xbf" "a,b\nc,d\n"), "a|b/c|d" },
	{ "UTF-16, the small end first", FILE_OF("\xff\xfe" "a\0;\0b\0\n\0\xe9\0;\0\x42\x04\n\0"), "a|b/\xc3\xa9|\xd1\x82" },
	{ "UTF-16, the big end first", FILE_OF("\xfe\xff\0a\0\t\0b\0\r\0\n\x4e\x2d\0\t\xd8\x3d\xde\x00"), "a|b/\xe4\xb8\xad|\xf0\x9f\x98\x80" },
	{ "UTF-16 and nothing else", FILE_OF("\xff\xfe"), "" },
	{ "semicolons", FILE_OF("a;b,c\nd;e\n"), "a|b,c/d|e" },
	{ "more semicolons than commas", FILE_OF("a;b;c,x\n1;2;3\n"), "a|b|c,x/1|2|3" },
	{ "tabs", FILE_OF("a\tb\nc\td\n"), "a|b/c|d" },
	{ "Excel's own line", FILE_OF("sep=;\r\na;b\r\n"), "a|b" },
	{ "a letter is no separator", FILE_OF("sep=x\na,b\n"), "sep=x/a|b" },
	{ "quotes", FILE_OF("\"a,x\",b\n\"say \"\"hi\"\"\",d\n"), "a,x|b/say \"hi\"|d" },
	{ "a line end in quotes", FILE_OF("a,b\n\"c\nd\",e\n"), "a|b/c\nd|e" },
	{ "quotes do not count for the separator", FILE_OF("\"a;b;c\",d\n"), "a;b;c|d" },
	{ "a quote in the middle stands", FILE_OF("a\"b,c\n"), "a\"b|c" },
	{ "a blank after the closing quote", FILE_OF("\"a\" ,b\n"), "a|b" },
	{ "empty cells", FILE_OF(",,\n,x,\n"), "||/|x|" },
	{ "one column", FILE_OF("a\nb\n"), "a/b" },
	{ "nothing", FILE_OF(""), "" },
	{ "bars", FILE_OF("a|b,x\nc|d\n"), "a|b,x/c|d" },
	{ "Windows letters", FILE_OF("a,b\nc,M\xfcller\n\x80,\x9f\n"), "a|b/c|M\xc3\xbcller/\xe2\x82\xac|\xc5\xb8" },
	{ "UTF-16 without its mark", FILE_OF("a\0;\0b\0\n\0c\0;\0\xe9\0\n\0"), "a|b/c|\xc3\xa9" },
};

TEST("a CSV file is read however it was written")
{
	struct arena *a = arena_new();
	struct csv c;

	for (size_t i = 0; i < COUNT(files); i++) {
		SAY(files[i].words);
		SAME(all(a, files[i].file, &c), files[i].cells);
		YES(c.flaw.code == NULL);
	}
	arena_free(a);
}

static const struct {
	const char *words;
	struct blob file;
	const char *code;
	int64_t line;
	int column;
} broken[] = {
	{ "a quote never closed", FILE_OF("a,b\nc,\"d\ne,f\n"), "quote_open", 2, 2 },
	{ "text after a closing quote", FILE_OF("a,b\n\"c\"d,e\n"), "quote_after", 2, 1 },
	{ "UTF-8 and Windows mixed", FILE_OF("a,\xc3\xa9\nc,M\xfcller\n"), "not_utf8", 2, 2 },
	{ "a byte that is nothing on Windows", FILE_OF("a,b\nc,M\x81\n"), "not_utf8", 2, 2 },
	{ "letters of an old Macintosh", FILE_OF("a,b\rc,M\x9fller\r"), "not_utf8", 2, 2 },
	{ "UTF-32", FILE_OF("\xff\xfe\0\0a\0\0\0"), "file_utf32", 0, 0 },
	{ "an old workbook", FILE_OF("\xd0\xcf\x11\xe0xxxx"), "file_old_workbook", 0, 0 },
	{ "a page of the web", FILE_OF("<html><table>"), "file_web", 0, 0 },
	{ "a list of records", FILE_OF("[{\"id\": 1}]"), "file_json", 0, 0 },
	{ "a printed page", FILE_OF("%PDF-1.4\n"), "file_other", 0, 0 },
	{ "a byte of zero", FILE_OF("a,b\nc\0x,d\n"), "not_utf8", 2, 1 },
	{ "UTF-16 cut in a letter", FILE_OF("\xff\xfe" "a\0,"), "file_utf16", 0, 0 },
	{ "UTF-16 with half a pair", FILE_OF("\xff\xfe" "\x3d\xd8" "a\0"), "file_utf16", 0, 0 },
	{ "UTF-16 with a second half alone", FILE_OF("\xff\xfe" "\x00\xde"), "file_utf16", 0, 0 },
	{ "UTF-16 with a zero", FILE_OF("\xff\xfe" "a\0\0\0"), "not_utf8", 1, 1 },
	{ "a workbook", FILE_OF("PK\3\4xxxx"), "file_workbook", 0, 0 },
};

TEST("what cannot be read is said with its row and column")
{
	struct arena *a = arena_new();
	struct csv c;

	for (size_t i = 0; i < COUNT(broken); i++) {
		SAY(broken[i].words);
		all(a, broken[i].file, &c);
		SAME(c.flaw.code, broken[i].code);
		EQ(c.flaw.line, broken[i].line);
		EQ(c.flaw.column, broken[i].column);
	}
	arena_free(a);
}

TEST("a file has limits: columns, cells, rows")
{
	struct arena *a = arena_new();
	struct out o;
	struct csv c;

	out_init(&o, a);
	for (int i = 0; i <= CSV_COLUMNS; i++)
		put(&o, "x,");
	all(a, (struct blob){ o.at, o.n }, &c);
	SAME(c.flaw.code, "too_many_columns");

	out_init(&o, a);
	for (int i = 0; i <= CSV_CELL; i++)
		put(&o, "x");
	all(a, (struct blob){ o.at, o.n }, &c);
	SAME(c.flaw.code, "cell_too_long");

	out_init(&o, a);
	for (int i = 0; i < CSV_ROWS + 2; i++)
		put(&o, "\n");
	all(a, (struct blob){ o.at, o.n }, &c);
	SAME(c.flaw.code, "too_many_rows");
	arena_free(a);
}

TEST("a cell is written so that it reads back the same")
{
	static const char *const cells[] = { "plain", "", "a,b", "a;b", "say \"hi\"", "two\nlines", " x" };
	struct arena *a = arena_new();

	for (size_t i = 0; i < COUNT(cells); i++) {
		struct out o;
		struct csv c;

		SAY(cells[i]);
		out_init(&o, a);
		csv_put(&o, cells[i], ',');
		put(&o, ",end\n");
		SAME(all(a, (struct blob){ o.at, o.n }, &c), arena_print(a, "%s|end", cells[i]));
	}
	arena_free(a);
}
