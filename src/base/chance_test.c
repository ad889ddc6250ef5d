/* chance_test.c: chance, and chance that repeats. */
#include "base/chance.h"
#include "base/test.h"

#include <string.h>

TEST("two draws without a seed differ")
{
	unsigned char a[32], b[32];

	chance_bytes(a, sizeof a);
	chance_bytes(b, sizeof b);
	NO(memcmp(a, b, sizeof a) == 0);
	chance_bytes(a, 0);
}

static const struct {
	const char *words;
	size_t n;
} sizes[] = {
	{ "nothing", 0 }, { "a byte", 1 }, { "an id", 16 }, { "just under a piece", 31 },
	{ "a piece", 32 }, { "just over", 33 }, { "several", 100 },
};

TEST("hex has two small digits a byte and ends")
{
	for (size_t i = 0; i < COUNT(sizes); i++) {
		char text[202];

		SAY(sizes[i].words);
		memset(text, '!', sizeof text);
		chance_hex(text, sizes[i].n);
		EQ(strlen(text), 2 * sizes[i].n);
		EQ(strspn(text, "0123456789abcdef"), 2 * sizes[i].n);
		EQ(text[2 * sizes[i].n + 1], '!');
	}
}

TEST("the same seed gives the same bytes in the same order, another seed others")
{
	char first[33], second[33], again[33], other[33];

	chance_seed(7);
	chance_hex(first, 16);
	chance_hex(second, 16);
	chance_seed(7);
	chance_hex(again, 16);
	SAME(again, first);
	NO(strcmp(first, second) == 0);
	chance_hex(again, 16);
	SAME(again, second);
	chance_seed(8);
	chance_hex(other, 16);
	NO(strcmp(other, first) == 0);
}
