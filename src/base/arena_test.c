/* arena_test.c: memory that lives and dies together. */
#include "base/arena.h"
#include "base/test.h"

#include <string.h>

static const struct {
	const char *words;
	size_t n;
} pieces[] = {
	{ "nothing",                  0 },
	{ "one byte",                 1 },
	{ "just under a line",       15 },
	{ "a line",                  16 },
	{ "just over",               17 },
	{ "most of a block",       8000 },
	{ "a block",               8192 },
	{ "more than any block", 3 << 20 },
	{ "small again",             24 },
};

static bool
all_zero(const unsigned char *at, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (at[i] != 0)
			return false;
	return true;
}

TEST("a piece of any size is zeroed and aligned, also in memory that was used before")
{
	struct arena *a = arena_new();

	for (int round = 0; round < 3; round++) {
		for (size_t i = 0; i < COUNT(pieces); i++) {
			unsigned char *at = arena_take(a, pieces[i].n);

			SAY(pieces[i].words);
			YES(at != NULL);
			EQ((uintptr_t)at % 16, 0);
			YES(all_zero(at, pieces[i].n));
			memset(at, 0xff, pieces[i].n);
		}
		arena_reset(a);
	}
	arena_free(a);
}

TEST("pieces do not overlap")
{
	struct arena *a = arena_new();
	unsigned char *kept[500];

	for (size_t i = 0; i < COUNT(kept); i++) {
		kept[i] = arena_take(a, i + 1);
		memset(kept[i], (int)(i & 0xff), i + 1);
	}
	for (size_t i = 0; i < COUNT(kept); i++) {
		EQ(kept[i][0], i & 0xff);
		EQ(kept[i][i], i & 0xff);
	}
	arena_free(a);
}

TEST("many pieces of a type come in one row")
{
	struct arena *a = arena_new();
	int64_t *row = NEW_MANY(a, int64_t, 100);
	struct blob *one = NEW(a, struct blob);

	row[99] = 7;
	EQ(row[0], 0);
	YES(one->at == NULL);
	arena_free(a);
}

TEST("text is copied, cut and printed into the arena")
{
	struct arena *a = arena_new();

	SAME(arena_copy(a, "Zoë"), "Zoë");
	SAME(arena_copy(a, ""), "");
	SAME(arena_copy(a, NULL), NULL);
	SAME(arena_copy_n(a, "goals", 4), "goal");
	SAME(arena_copy_n(a, NULL, 0), "");
	SAME(arena_print(a, "%s %d", "day", 3), "day 3");
	for (int n = 250; n < 260; n++)
		EQ(strlen(arena_print(a, "%*d", n, 7)), n);
	arena_free(a);
	arena_free(NULL);
}

TEST("what was hidden can be shown again")
{
	struct arena *a = arena_new();
	char *text = arena_copy(a, "answers");

	arena_hide(text, 8);
	arena_show(text, 8);
	SAME(text, "answers");
	arena_hide(text, 8);            /* still hidden when the arena goes */
	arena_free(a);
}

#ifdef ARENA_WATCHED
#include <sanitizer/asan_interface.h>

TEST("under ASan, hidden bytes, the fence after a piece and a reset arena are out of bounds")
{
	struct arena *a = arena_new();
	char *text = arena_copy(a, "answers");

	NO(__asan_address_is_poisoned(text));
	YES(__asan_address_is_poisoned(text + 8));
	arena_hide(text, 8);
	YES(__asan_address_is_poisoned(text));
	arena_show(text, 8);
	NO(__asan_address_is_poisoned(text + 7));
	arena_reset(a);
	YES(__asan_address_is_poisoned(text));
	arena_free(a);
}
#endif
