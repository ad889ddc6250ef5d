/* text_test.c: text as people write their names. */
#include "base/text.h"
#include "base/test.h"

#include <string.h>

static const struct {
	const char *words, *text;
	size_t n;
	bool good;
} bytes[] = {
	{ "nothing",              "",                 0, true },
	{ "plain",                "Ana",              3, true },
	{ "two, three and four",  "ë李😀",            9, true },
	{ "a NUL",                "a\0b",             3, false },
	{ "a bare continuation",  "\x80",             1, false },
	{ "cut short",            "\xe6\x9d",         2, false },
	{ "too long a form",      "\xc0\xaf",         2, false },
	{ "half a surrogate",     "\xed\xa0\x80",     3, false },
	{ "beyond Unicode",       "\xf4\x90\x80\x80", 4, false },
	{ "Latin-1",              "Zo\xeb",           3, false },
	{ "a bad byte at the end", "Ana\xff",         4, false },
};

TEST("only whole UTF-8 without NUL is text")
{
	for (size_t i = 0; i < COUNT(bytes); i++) {
		SAY(bytes[i].words);
		EQ(text_is_utf8(bytes[i].text, bytes[i].n), bytes[i].good);
	}
	YES(text_is_utf8(NULL, 0));
}

TEST("length counts letters, not bytes")
{
	EQ(text_length(""), 0);
	EQ(text_length(NULL), 0);
	EQ(text_length("Zoë"), 3);
	EQ(text_length("李明😀"), 3);
	EQ(text_length("e\u0301"), 2);
}

static const struct {
	const char *words, *text, *nfc;
} composed[] = {
	{ "letter and accent become one", "Zoe\u0308", "Zoë" },
	{ "already one",                  "Zoë",       "Zoë" },
	{ "Angstrom is Å",                "\u212b",    "Å" },
	{ "ligatures stay",               "ﬁn",        "ﬁn" },
	{ "Korean syllables",             "\u1112\u1161\u11ab", "한" },
	{ "empty",                        "",          "" },
	{ "not UTF-8",                    "\xff",      NULL },
	{ "not there",                    NULL,        NULL },
};

TEST("letters and their accents are put together")
{
	struct arena *a = arena_new();

	for (size_t i = 0; i < COUNT(composed); i++) {
		SAY(composed[i].words);
		SAME(text_nfc(a, composed[i].text), composed[i].nfc);
	}
	arena_free(a);
}

static const struct {
	const char *words, *text, *folded;
} folds[] = {
	{ "capitals",            "Ana DUARTE",         "ana duarte" },
	{ "accents",             "Zoë Åström-Núñez",   "zoe astrom-nunez" },
	{ "accents apart",       "Zoe\u0308",          "zoe" },
	{ "sharp s",             "Groß",               "gross" },
	{ "capital sharp s",     "GROẞ",               "gross" },
	{ "Danish",              "Søren Ærø",          "soren aero" },
	{ "Polish",              "Łukasz Żółć",        "lukasz zolc" },
	{ "Croatian",            "Đorđe",              "dorde" },
	{ "Turkish",             "Işık İnci",          "isik inci" },
	{ "Icelandic",           "Þór Guðrún",         "thor gudrun" },
	{ "French",              "Œuvre",              "oeuvre" },
	{ "Vietnamese",          "Nguyễn Thị Hồng",    "nguyen thi hong" },
	{ "Greek, final sigma",  "ΟΔΥΣΣΕΎΣ οδυσσεύς",  "οδυσσευσ οδυσσευσ" },
	{ "Russian",             "Ёлкин Й",            "елкин и" },
	{ "Chinese",             "李明",               "李明" },
	{ "Hindi keeps vowels",  "किरण",               "किरण" },
	{ "wide letters",        "Ａｎａ１",           "ana1" },
	{ "a ligature",          "ﬁn",                 "fin" },
	{ "runs of space",       " a \t\n  b\u00a0\u3000c ", "a b c" },
	{ "no width",            "a\u200bb\ufeff",     "ab" },
	{ "a soft hyphen",       "co\u00adop",         "coop" },
	{ "an apostrophe stays", "O'Neil",             "o'neil" },
	{ "only space",          " \u00a0 ",           "" },
	{ "empty",               "",                   "" },
	{ "not UTF-8",           "\xff",               "" },
	{ "not there",           NULL,                 NULL },
};

TEST("folded text is what a person in a hurry would type, and folding again changes nothing")
{
	struct arena *a = arena_new();

	for (size_t i = 0; i < COUNT(folds); i++) {
		SAY(folds[i].words);
		SAME(text_fold(a, folds[i].text), folds[i].folded);
		SAME(text_fold(a, folds[i].folded), folds[i].folded);
	}
	arena_free(a);
}

static const struct {
	const char *words, *text, *trimmed;
} trims[] = {
	{ "nothing to do",       "Ana",                 "Ana" },
	{ "both ends",           "  Ana\n",             "Ana" },
	{ "inner runs stay",     " Ana  Duarte ",       "Ana  Duarte" },
	{ "no-break and wide",   "\u00a0\u3000Ana\u2003", "Ana" },
	{ "no width",            "\ufeffAna\u200b\u2060", "Ana" },
	{ "only blanks",         " \t\u00a0\u200b",     "" },
	{ "empty",               "",                    "" },
	{ "bad bytes stay",      " \xff ",              "\xff" },
	{ "not there",           NULL,                  NULL },
};

TEST("outer white space goes, and text that was only that is empty")
{
	struct arena *a = arena_new();

	for (size_t i = 0; i < COUNT(trims); i++) {
		const char *trimmed = text_trim(a, trims[i].text);

		SAY(trims[i].words);
		SAME(trimmed, trims[i].trimmed);
		EQ(text_empty(trims[i].text), trimmed == NULL || *trimmed == '\0');
	}
	arena_free(a);
}

static const struct {
	const char *words, *shown, *initials;
} names[] = {
	{ "two words",         "Ana Duarte",          "AD" },
	{ "one word",          "Pelé",                "P" },
	{ "first and last",    "Ana Maria de Duarte", "AD" },
	{ "small letters",     "ana duarte",          "AD" },
	{ "accents stay",      "Örjan Åberg",         "ÖÅ" },
	{ "accents apart",     "O\u0308rjan",         "Ö" },
	{ "a hyphen",          "Jean-Luc Picard",     "JP" },
	{ "brackets",          "(Bob) Smith",         "BS" },
	{ "a number",          "Ana 2",               "A" },
	{ "Chinese",           "李明",                "李" },
	{ "outer space",       "  Ana\u00a0Duarte ",  "AD" },
	{ "empty",             "",                    "?" },
	{ "no letters",        "42 !",                "?" },
	{ "not UTF-8",         "\xff",                "?" },
	{ "not there",         NULL,                  "?" },
};

TEST("initials are the first and the last word's")
{
	struct arena *a = arena_new();

	for (size_t i = 0; i < COUNT(names); i++) {
		SAY(names[i].words);
		SAME(text_initials(a, names[i].shown), names[i].initials);
	}
	arena_free(a);
}
