/* undo_test.c: ten seconds, and whose they are. */
#include "base/test.h"
#include "http/settings.h"
#include "http/undo.h"
#include "http/web.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const int64_t SECOND = 1000000;

static const struct { const char *words; int64_t after; bool open; } moments[] = {
	{ "at once", 0, true },
	{ "nine seconds later", 9 * SECOND, true },
	{ "in the tenth second: pressed in time, and still on its way", 10 * SECOND, true },
	{ "just before it is over", 15 * SECOND - 1, true },
	{ "fifteen seconds later", 15 * SECOND, false },
	{ "the next day", 86400 * SECOND, false },
	{ "before it was done, which cannot be", -1, false },
};

TEST("a change may be taken back for ten seconds, and a little for the way")
{
	int64_t done = INT64_C(1795000000) * SECOND;

	for (size_t i = 0; i < COUNT(moments); i++) {
		SAY(moments[i].words);
		EQ(undo_is_open(done, done + moments[i].after), moments[i].open);
	}
	SAY("what was never done");
	NO(undo_is_open(NONE, done));
	SAY("a letter that is due when the way back is closed cannot be called back any more");
	NO(undo_is_open(done, undo_ends(done)));
}

static void
use_key(void)
{
	static char path[] = "/tmp/meridian-key-XXXXXX";
	const char *why = NULL;

	close(mkstemp(path));
	unlink(path);
	setenv("MERIDIAN_KEY_FILE", path, 1);
	EQ(settings_read(&why), 0);
	EQ(keys_ready(&why), 0);
	unlink(path);
}

TEST("the way back is shown to the session that made the change, for ten seconds")
{
	struct arena *a = arena_new();
	int64_t now = INT64_C(1795000000) * SECOND;
	const char *packed;
	char *bent;

	use_key();
	packed = undo_pack(a, "session", "/account/tokens/7/keep", now);
	SAME(undo_unpack(a, "session", packed, now), "/account/tokens/7/keep");
	SAME(undo_unpack(a, "session", packed, now + 10 * SECOND - 1), "/account/tokens/7/keep");
	SAME(undo_unpack(a, "session", packed, now + 10 * SECOND), NULL);
	SAME(undo_unpack(a, "session", packed, now - 1), NULL);
	SAME(undo_unpack(a, "another", packed, now), NULL);
	SAME(undo_unpack(a, NULL, packed, now), NULL);
	SAME(undo_unpack(a, "session", NULL, now), NULL);
	SAME(undo_unpack(a, "session", "", now), NULL);
	SAME(undo_unpack(a, "session", "00~", now), NULL);
	SAME(undo_unpack(a, "session", "00~1~/", now), NULL);
	bent = arena_copy(a, packed);
	bent[strlen(bent) - 6] = '8';
	SAME(undo_unpack(a, "session", bent, now), NULL);
	arena_free(a);
}

TEST("only a place of ours is a way back")
{
	static const char *const others[] = { "https://elsewhere.example/", "//elsewhere.example", "", "account", "/a;b", "/a b", "/a~b" };
	struct arena *a = arena_new();

	for (size_t i = 0; i < COUNT(others); i++) {
		SAY(others[i]);
		SAME(undo_pack(a, "session", others[i], 1), NULL);
	}
	SAME(undo_pack(a, NULL, "/account", 1), NULL);
	arena_free(a);
}
