/* number_test.c: numbers as people type and read them. */
#include "base/text.h"
#include "base/test.h"

static const struct {
	const char *text;
	int64_t n;              /* NONE: refused */
} whole[] = {
	{ "0", 0 }, { "12", 12 }, { "-12", -12 }, { "007", 7 }, { "-0", 0 },
	{ "9223372036854775807", INT64_MAX }, { "-9223372036854775807", -INT64_MAX },
	{ "9223372036854775808", NONE }, { "-9223372036854775808", NONE },
	{ "99999999999999999999", NONE },
	{ "", NONE }, { "-", NONE }, { "--1", NONE }, { "+1", NONE },
	{ " 1", NONE }, { "1 ", NONE },
	{ "1.0", NONE }, { "1e3", NONE }, { "0x1", NONE }, { "1,000", NONE }, { "١", NONE },
	{ NULL, NONE },
};

TEST("a whole number is all of the text, or the text is refused")
{
	for (size_t i = 0; i < COUNT(whole); i++) {
		int64_t n = NONE;

		SAY(whole[i].text);
		EQ(text_int(whole[i].text, &n), whole[i].n != NONE);
		EQ(n, whole[i].n);
	}
}

static const struct {
	const char *text;
	int64_t milli;          /* NONE: refused */
} thousandths[] = {
	{ "0", 0 }, { "12", 12000 }, { "-3.5", -3500 }, { "0.125", 125 }, { "-0.5", -500 },
	{ "1.10", 1100 }, { "1.005", 1005 }, { ".5", 500 }, { "-.5", -500 }, { "00.50", 500 },
	{ "9223372036854775.807", INT64_MAX }, { "-9223372036854775.807", -INT64_MAX },
	{ "9223372036854775.808", NONE }, { "-9223372036854775.808", NONE },
	{ "9223372036854776", NONE }, { "99999999999999999999", NONE },
	{ "0.1255", NONE }, { "0.1250", NONE }, { "5.", NONE }, { ".", NONE }, { "-", NONE },
	{ "-.", NONE }, { "1.2.3", NONE }, { "1.-2", NONE }, { "3,5", NONE }, { "1e3", NONE },
	{ " 1", NONE }, { "1 ", NONE }, { "+1", NONE }, { "", NONE }, { NULL, NONE },
};

TEST("thousandths have at most three decimals")
{
	for (size_t i = 0; i < COUNT(thousandths); i++) {
		int64_t n = NONE;

		SAY(thousandths[i].text);
		EQ(text_milli(thousandths[i].text, &n), thousandths[i].milli != NONE);
		EQ(n, thousandths[i].milli);
	}
}

static const struct {
	int64_t milli;
	const char *text;
} shown[] = {
	{ 0, "0" }, { 3500, "3.5" }, { -3500, "-3.5" }, { 12000, "12" }, { 125, "0.125" },
	{ 5, "0.005" }, { -5, "-0.005" }, { 1050, "1.05" }, { 1005, "1.005" }, { 100, "0.1" },
	{ INT64_MAX, "9223372036854775.807" }, { -INT64_MAX, "-9223372036854775.807" },
	{ NONE, "" },
};

TEST("thousandths are written as short as they go")
{
	struct arena *a = arena_new();

	for (size_t i = 0; i < COUNT(shown); i++) {
		int64_t back = NONE;

		SAY(shown[i].text);
		SAME(milli_text(a, shown[i].milli), shown[i].text);
		EQ(text_milli(shown[i].text, &back), shown[i].milli != NONE);
		EQ(back, shown[i].milli);
	}
	arena_free(a);
}
