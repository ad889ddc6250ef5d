/* secret_test.c: which passwords will do, and that a hash holds. */
#include "access/secret.h"

#include "base/chance.h"
#include "base/test.h"

static const struct {
	const char *words, *password, *flaw;
} cases[] = {
	{ "a few words are good",               "blue kettle on a hill",   NULL },
	{ "twelve letters that are no word",    "rvq8-xkwe-1m",            NULL },
	{ "letters of any language count",      "пятьслонов12",            NULL },
	{ "eleven are too few",                 "rvq8-xkwe-1",             "refused.secret_short" },
	{ "nothing",                            "",                        "refused.secret_short" },
	{ "a common one",                       "password1234",            "refused.secret_common" },
	{ "a common one in capitals",           "PassWord1234",            "refused.secret_common" },
	{ "one sign again and again",           "!!!!!!!!!!!!!!",          "refused.secret_common" },
	{ "little more than the family name",   "Duarte-12345",            "refused.secret_name" },
	{ "the e-mail",                         "ana.duarte@x.y",          "refused.secret_name" },
};

TEST("a new password is refused when it is short, common or little more than the name")
{
	struct arena *a = arena_new();

	for (size_t i = 0; i < COUNT(cases); i++) {
		SAY(cases[i].words);
		SAME(secret_flaw(a, cases[i].password, "Ana Duarte", "ana.duarte@x.y"), cases[i].flaw);
	}
	SAY(NULL);
	arena_free(a);
}

TEST("a hash knows its password and no other, and nobody has none")
{
	struct arena *a = arena_new();
	const char *hash = secret_hash(a, "blue kettle on a hill");

	YES(secret_is(hash, "blue kettle on a hill"));
	NO(secret_is(hash, "blue kettle on a hil"));
	NO(secret_is(NULL, "blue kettle on a hill"));
	NO(secret_is("no hash at all", "blue kettle on a hill"));
	arena_free(a);
}
