/* wants_test.c: what is asked for, and by whom. */
#include "base/test.h"
#include "http/wants.h"

static const struct { const char *accept; bool token, json; } accepts[] = {
	{ NULL, false, false },
	{ NULL, true, true },
	{ "*/*", false, false },
	{ "*/*", true, true },
	{ "application/json", false, true },
	{ "text/html", true, false },
	{ "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", false, false },
	{ "text/html;q=0.5, application/json", false, true },
	{ "application/json;q=0.5, text/html", true, false },
	{ "application/json;q=0", false, false },
	{ "application/jsonp", false, false },
	{ "application/problem+json", false, true },
};

TEST("an explicit Accept wins; a token with none gets JSON")
{
	for (size_t i = 0; i < COUNT(accepts); i++) {
		SAY(accepts[i].accept ? accepts[i].accept : "none");
		EQ(wants_json(accepts[i].accept, accepts[i].token), accepts[i].json);
	}
}

TEST("zstd before gzip, and neither when refused")
{
	EQ(wants_coding("gzip, deflate, br, zstd"), ZSTD);
	EQ(wants_coding("gzip, deflate, zstd;q=0"), GZIP);
	EQ(wants_coding("gzip;q=0"), PLAIN);
	EQ(wants_coding("deflate"), PLAIN);
	EQ(wants_coding(NULL), PLAIN);
}

static const struct { const char *list, *peer, *forwarded, *who; } peers[] = {
	{ NULL, "192.0.2.1", "10.9.9.9", "192.0.2.1" },
	{ "127.0.0.1", "192.0.2.1", "10.9.9.9", "192.0.2.1" },
	{ "127.0.0.1", "127.0.0.1", "192.0.2.1", "192.0.2.1" },
	{ "127.0.0.1", "127.0.0.1", "6.6.6.6, 192.0.2.1", "192.0.2.1" },
	{ "10.0.0.0/8, unix", "unix", "192.0.2.1, 10.1.2.3", "192.0.2.1" },
	{ "10.0.0.0/8", "11.0.0.1", "192.0.2.1", "11.0.0.1" },
	{ "2001:db8::/32", "2001:db8::7", "192.0.2.9", "192.0.2.9" },
	{ "127.0.0.1", "127.0.0.1", "nonsense", "127.0.0.1" },
	{ "127.0.0.1", "127.0.0.1", NULL, "127.0.0.1" },
};

TEST("forwarded addresses count only from trusted proxies, the nearest first")
{
	struct arena *a = arena_new();

	for (size_t i = 0; i < COUNT(peers); i++) {
		SAY(peers[i].forwarded ? peers[i].forwarded : "none");
		SAME(true_peer(a, peers[i].list, peers[i].peer, peers[i].forwarded), peers[i].who);
	}
	arena_free(a);
}
