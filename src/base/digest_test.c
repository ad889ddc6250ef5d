/* digest_test.c: SHA-256 against the examples of FIPS 180-2, and hex. */
#include "base/digest.h"
#include "base/test.h"

#include <string.h>

static const struct {
	const char *text, *hex;
} known[] = {
	{ "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" },
	{ "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" },
	{ "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
	  "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1" },
};

TEST("digests are those of the standard, in one piece and in two, cut anywhere")
{
	struct arena *a = arena_new();

	for (size_t i = 0; i < COUNT(known); i++) {
		const char *text = known[i].text;
		size_t n = strlen(text);
		unsigned char two[32];

		SAY(text);
		SAME(hex_of(a, digest_take(a, text, n)), known[i].hex);
		for (size_t cut = 0; cut <= n; cut++) {
			digest_of_two(two, (struct blob){ text, cut },
			    (struct blob){ text + cut, n - cut });
			SAME(hex_of(a, (struct blob){ two, 32 }), known[i].hex);
		}
	}
	arena_free(a);
}

TEST("nothing has the digest of no bytes")
{
	unsigned char out[32], none[32];

	digest_of(out, NULL, 0);
	digest_of(none, "", 0);
	EQ(memcmp(out, none, 32), 0);
}

static const struct {
	const char *words, *text;
	int n;                  /* bytes, or -1: refused */
} hexes[] = {
	{ "two bytes",       "00ff",   2 },
	{ "capitals",        "00FF",   2 },
	{ "no bytes",        "",       0 },
	{ "half a byte",     "00f",   -1 },
	{ "not a digit",     "0g",    -1 },
	{ "a space",         "00 f",  -1 },
	{ "a sign",          "-1",    -1 },
	{ "not there",       NULL,    -1 },
};

TEST("hex is read when all of it is hex")
{
	struct arena *a = arena_new();

	for (size_t i = 0; i < COUNT(hexes); i++) {
		struct blob b = { NULL, 99 };

		SAY(hexes[i].words);
		EQ(hex_read(a, hexes[i].text, &b), hexes[i].n >= 0);
		EQ(b.n, hexes[i].n >= 0 ? hexes[i].n : 99);
		if (hexes[i].n == 2)
			SAME(hex_of(a, b), "00ff");
	}
	SAME(hex_of(a, (struct blob){ NULL, 0 }), NULL);
	SAME(hex_of(a, (struct blob){ "", 0 }), "");
	arena_free(a);
}

static const struct {
	const char *words;
	struct blob a, b;
	bool same;
} pairs[] = {
	{ "equal",               { "abc", 3 }, { "abc", 3 }, true },
	{ "the last differs",    { "abc", 3 }, { "abd", 3 }, false },
	{ "one is longer",       { "abc", 3 }, { "abcd", 4 }, false },
	{ "both empty",          { "", 0 },    { "", 0 },    true },
	{ "one is not there",    { "", 0 },    { NULL, 0 },  false },
	{ "neither is there",    { NULL, 0 },  { NULL, 0 },  false },
};

TEST("bytes are the same when both are there and equal")
{
	for (size_t i = 0; i < COUNT(pairs); i++) {
		SAY(pairs[i].words);
		EQ(same_bytes(pairs[i].a, pairs[i].b), pairs[i].same);
	}
}
