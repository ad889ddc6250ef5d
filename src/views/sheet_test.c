/* sheet_test.c: what a spreadsheet finds in a file of ours, as a table somebody could read and correct. */
#include "base/test.h"
#include "views/sheet.h"

#include <string.h>

/* The file of one cell, behind the mark. */
static const char *
cell(struct arena *a, const char *text)
{
	struct rq rq = { .arena = a, .lang = "en" };
	struct sheet s;

	sheet_begin(&s, &rq);
	sheet_text(&s, text);
	assert_memory_equal(s.out.at, "\xef\xbb\xbf", 3);
	return s.out.at + 3;
}

TEST("text in a sheet is text: quoted where it must be, and never a formula")
{
	static const struct { const char *text, *cell; } table[] = {
		{ NULL, "" },
		{ "", "" },
		{ "Answer in a day", "Answer in a day" },
		{ "Answer, soon", "\"Answer, soon\"" },
		{ "Say \"yes\"", "\"Say \"\"yes\"\"\"" },
		{ "two\nlines", "\"two\nlines\"" },
		{ "half; half", "\"half; half\"" },
		{ "=1+1", "'=1+1" },
		{ "+49 30", "'+49 30" },
		{ "-2", "'-2" },
		{ "@SUM(A1)", "'@SUM(A1)" },
		{ "\t=1", "\"'\t=1\"" },
		{ "  =1", "\"'  =1\"" },
		{ "=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"" },
		{ "\xef\xbc\x9d" "1", "'\xef\xbc\x9d" "1" },
		{ "\xef\xbc\xa0" "a", "'\xef\xbc\xa0" "a" },
		{ "a=b", "a=b" },
	};
	struct arena *a = arena_new();

	for (size_t i = 0; i < COUNT(table); i++)
		assert_string_equal(cell(a, table[i].text), table[i].cell);
	arena_free(a);
}

TEST("figures and days stay figures and days, and what is missing is empty")
{
	struct arena *a = arena_new();
	struct rq rq = { .arena = a, .lang = "en" };
	struct sheet s;
	struct reply r;

	sheet_begin(&s, &rq);
	sheet_text(&s, "one");
	sheet_int(&s, -3);
	sheet_int(&s, NONE);
	sheet_row(&s);
	sheet_milli(&s, -1500);
	sheet_milli(&s, NONE);
	sheet_day(&s, (struct day){ 2026, 11, 24 });
	sheet_day(&s, (struct day){ 0 });
	sheet_word(&s, "goal_health", NULL);
	sheet_row(&s);
	r = sheet_reply(&s, "goals.csv");
	assert_string_equal(s.out.at + 3, "one,-3,\r\n-1.5,,2026-11-24,,\r\n");
	assert_string_equal(r.type, "text/csv; charset=utf-8");
	assert_string_equal(r.file_name, "goals.csv");
	assert_int_equal(r.body.n, s.out.n);
	arena_free(a);
}
