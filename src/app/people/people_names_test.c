/* people_names_test.c: names of many places, in one column or two. */
#include "base/test.h"
#include "people/people_names.h"

#include <string.h>

static const struct {
	const char *written, *given, *family;
} names[] = {
	{ "Duarte, Ana", "Ana", "Duarte" },
	{ "Ana Duarte", "Ana", "Duarte" },
	{ "  Ana   Duarte ", "Ana", "Duarte" },
	{ "\xc2\xa0" "Duarte ,  Ana", "Ana", "Duarte" },
	{ "van Beethoven, Ludwig", "Ludwig", "van Beethoven" },
	{ "Ludwig van Beethoven", "Ludwig", "van Beethoven" },
	{ "Ursula von der Leyen", "Ursula", "von der Leyen" },
	{ "María de la Cruz", "María", "de la Cruz" },
	{ "Eddie Van Halen", "Eddie", "Van Halen" },
	{ "Van Morrison", "Van", "Morrison" },
	{ "Mary Jane Watson", "Mary Jane", "Watson" },
	{ "John Smith Jr.", "John", "Smith Jr." },
	{ "Smith, John, Jr.", "John", "Smith Jr." },
	{ "Sukarno", "Sukarno", "" },
	{ "王小明", "王小明", "" },
	{ "Duarte,", "", "Duarte" },
	{ "", "", "" },
};

TEST("one column of names becomes given and family name")
{
	struct arena *a = arena_new();

	for (size_t i = 0; i < COUNT(names); i++) {
		struct name n = name_split(a, names[i].written);

		SAY(names[i].written);
		SAME(n.given, names[i].given);
		SAME(n.family, names[i].family);
	}
	arena_free(a);
}

TEST("keys: case and composition do not matter, accents do")
{
	struct arena *a = arena_new();

	SAME(name_key(a, "ÅSA@x.se"), name_key(a, "A\xcc\x8asa@X.SE"));
	NO(strcmp(name_key(a, "asa@x.se"), name_key(a, "åsa@x.se")) == 0);
	SAME(name_key(a, " E-007 "), "e-007");
	SAME(name_any(a, "García López, Ana María"), name_any(a, "ana maria GARCIA LOPEZ"));
	SAME(name_sort(a, (struct name){ "Ana", "Ångström" }), "angstrom ana");
	SAME(name_shown(a, (struct name){ "", "Sukarno" }), "Sukarno");
	arena_free(a);
}

static const struct {
	const char *written;
	bool good;
} mails[] = {
	{ "ana@example.com", true }, { "a.b+c@mail.example.co.uk", true }, { "åsa@exempel.se", true },
	{ "ana", false }, { "ana@", false }, { "@example.com", false }, { "a@b", false },
	{ "a b@example.com", false }, { "a@b@example.com", false }, { "a..b@example.com", false },
	{ "ana@example.com;bob@example.com", false }, { "ana@.com", false }, { "ana@example.", false },
};

TEST("an e-mail has one name, one @ and a host with a dot")
{
	for (size_t i = 0; i < COUNT(mails); i++) {
		SAY(mails[i].written);
		EQ(name_is_email(mails[i].written), mails[i].good);
	}
}

TEST("languages by name or code, words to search by")
{
	struct arena *a = arena_new();
	const char *words[8];

	SAME(name_lang(a, "Deutsch"), "de");
	SAME(name_lang(a, "fr-CA"), "fr");
	SAME(name_lang(a, "Español (España)"), "es");
	YES(name_lang(a, "whatever") == NULL);
	EQ(name_words(a, "Ana-María d'Été 7", words, 8), 3);
	SAME(words[0], "ana");
	SAME(words[2], "ete");
	arena_free(a);
}
