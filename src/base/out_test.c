/* out_test.c: text put together. */
#include "base/out.h"
#include "base/test.h"

#include <string.h>

static const struct {
	const char *words, *text, *json;
} texts[] = {
	{ "nothing there",     NULL,             "null" },
	{ "empty",             "",               "\"\"" },
	{ "plain",             "Ana",            "\"Ana\"" },
	{ "quotes",            "say \"no\"",     "\"say \\\"no\\\"\"" },
	{ "a backslash",       "a\\b",           "\"a\\\\b\"" },
	{ "lines and tabs",    "a\r\n\tb",       "\"a\\r\\n\\tb\"" },
	{ "rare controls",     "\b\f\x01\x1f",   "\"\\b\\f\\u0001\\u001f\"" },
	{ "letters of others", "Zoë 李",         "\"Zoë 李\"" },
	{ "a slash",           "a/b",            "\"a/b\"" },
};

TEST("text is quoted as JSON wants it")
{
	struct arena *a = arena_new();

	for (size_t i = 0; i < COUNT(texts); i++) {
		struct out o;

		SAY(texts[i].words);
		out_init(&o, a);
		put_json_text(&o, texts[i].text);
		SAME(o.at, texts[i].json);
		EQ(o.n, strlen(texts[i].json));
	}
	arena_free(a);
}

static const struct {
	int64_t n;
	const char *text;
} numbers[] = {
	{ 0, "0" }, { 7, "7" }, { -7, "-7" }, { 10, "10" }, { 1234567890, "1234567890" },
	{ INT64_MAX, "9223372036854775807" }, { INT64_MIN, "-9223372036854775808" },
};

TEST("whole numbers are written in full")
{
	struct arena *a = arena_new();

	for (size_t i = 0; i < COUNT(numbers); i++) {
		struct out o;

		out_init(&o, a);
		put_int(&o, numbers[i].n);
		SAME(o.at, numbers[i].text);
	}
	arena_free(a);
}

TEST("pieces of every kind follow each other")
{
	struct arena *a = arena_new();
	struct out o;

	out_init(&o, a);
	put(&o, "goal");
	put_char(&o, ' ');
	put_n(&o, "12345", 2);
	put(&o, NULL);
	put(&o, "");
	put_format(&o, ", %s %d", "due", 3);
	put_hex(&o, (struct blob){ " \xff", 2 });
	put_hex(&o, (struct blob){ NULL, 0 });
	SAME(o.at, "goal 12, due 320ff");
	EQ(o.n, 18);
	arena_free(a);
}

TEST("a printed piece may end anywhere in the room there is")
{
	struct arena *a = arena_new();

	for (int n = 250; n < 260; n++) {
		struct out o;

		out_init(&o, a);
		put_format(&o, "%*d", n, 7);
		EQ(o.n, n);
		EQ(strlen(o.at), n);
	}
	arena_free(a);
}

TEST("putting nothing gives empty text, not no text")
{
	struct arena *a = arena_new();
	struct out o;

	out_init(&o, a);
	YES(o.at == NULL);
	put(&o, "");
	SAME(o.at, "");
	arena_free(a);
}

TEST("text grows past every size of room, byte by byte and at once")
{
	struct arena *a = arena_new();
	struct out slow, fast;
	char some[300];

	memset(some, 'x', sizeof some);
	out_init(&slow, a);
	out_init(&fast, a);
	for (size_t i = 0; i < 100 * sizeof some; i++) {
		put_char(&slow, 'x');
		EQ(slow.at[i + 1], '\0');
	}
	for (size_t i = 0; i < 100; i++)
		put_format(&fast, "%.*s", (int)sizeof some, some);
	EQ(fast.n, 100 * sizeof some);
	SAME(slow.at, fast.at);
	arena_free(a);
}
