/* say_judge_test.c: answers without a name: their padding, and from how many on something is told. */
#include "base/test.h"
#include "reviews/say_judge.h"

#include <string.h>

TEST("an answer comes back as it was said, and every envelope is as long as any other")
{
	static const char *const texts[] = { "", "Less of it.", "Größere Schrift, ünd früher: 早い" };
	struct arena *a = arena_new();

	for (int64_t worth = 1; worth <= 5; worth++)
		for (size_t i = 0; i < COUNT(texts); i++) {
			struct said in = { worth, texts[i] }, out = { 0, NULL };
			struct blob padded = said_pad(a, &in);

			EQ(padded.n, SAY_BYTES);
			YES(said_read(a, padded, &out));
			EQ(out.worth, worth);
			SAME(out.change, texts[i]);
		}
	arena_free(a);
}

TEST("what is no answer is not read as one")
{
	struct arena *a = arena_new();
	struct said in = { 3, "x" }, out;
	struct blob padded = said_pad(a, &in);

	NO(said_read(a, (struct blob){ padded.at, SAY_BYTES - 1 }, &out));
	((char *)padded.at)[0] = '6';
	NO(said_read(a, padded, &out));
	arena_free(a);
}

static const struct { int64_t answers; bool figures, texts; } floors[] = {
	{ 0, false, false }, { 4, false, false }, { 5, true, false }, { 9, true, false }, { 10, true, true },
};

TEST("figures are told from five answers on, texts from ten")
{
	for (size_t i = 0; i < COUNT(floors); i++) {
		EQ(say_tells_figures(floors[i].answers), floors[i].figures);
		EQ(say_tells_texts(floors[i].answers), floors[i].texts);
	}
}
