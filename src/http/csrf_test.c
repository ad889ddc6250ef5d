/* csrf_test.c: tokens and origins. */
#include "base/test.h"
#include "http/csrf.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void
use_key(void)
{
	static char path[] = "/tmp/meridian-key-XXXXXX";
	static bool made;
	const char *why = NULL;

	if (!made) {
		close(mkstemp(path));
		unlink(path);
		setenv("MERIDIAN_KEY_FILE", path, 1);
		made = true;
	}
	EQ(settings_read(&why), 0);
	EQ(keys_ready(&why), 0);
	unlink(path);
}

TEST("a token fits its own session, and looks new each time")
{
	struct arena *a = arena_new();
	const char *t, *u;
	char *bent;

	use_key();
	t = csrf_token(a, "session", NULL);
	u = csrf_token(a, "session", NULL);
	YES(strcmp(t, u) != 0);
	YES(csrf_matches(t, "session", NULL));
	YES(csrf_matches(u, "session", "pre"));
	NO(csrf_matches(t, "another", NULL));
	NO(csrf_matches(t, NULL, "session"));
	NO(csrf_matches(NULL, "session", NULL));
	NO(csrf_matches("", "session", NULL));
	NO(csrf_matches(t, NULL, NULL));
	bent = arena_copy(a, t);
	bent[5] = bent[5] == '0' ? '1' : '0';
	NO(csrf_matches(bent, "session", NULL));
	bent[5] = 'x';
	NO(csrf_matches(bent, "session", NULL));
	SAME(csrf_token(a, NULL, NULL), NULL);
	arena_free(a);
}

static const struct { const char *words, *site, *origin; bool here; } origins[] = {
	{ "our page", "same-origin", "https://hr.example.org", true },
	{ "typed by the person", "none", NULL, true },
	{ "another site", "cross-site", "https://evil.example", false },
	{ "a neighbour under one domain", "same-site", "https://hr.example.org", false },
	{ "cross-site, though the origin looks ours", "cross-site", "https://hr.example.org", false },
	{ "an older browser", NULL, "https://hr.example.org", true },
	{ "an older browser elsewhere", NULL, "https://evil.example", false },
	{ "the same host without TLS", NULL, "http://hr.example.org", false },
	{ "a longer host", NULL, "https://hr.example.org.evil.example", false },
	{ "a hidden origin", NULL, "null", false },
	{ "neither", NULL, NULL, false },
};

TEST("changes come from our own pages")
{
	struct arena *a = arena_new();
	const char *why;
	struct site s;

	setenv("MERIDIAN_URL", "https://hr.example.org", 1);
	EQ(settings_read(&why), 0);
	site_read("https://hr.example.org", &s);
	for (size_t i = 0; i < COUNT(origins); i++) {
		struct asked q = { .n = 0 };

		if (origins[i].site)
			q.at[q.n++] = (struct heading){ "Sec-Fetch-Site", origins[i].site, 14, strlen(origins[i].site) };
		if (origins[i].origin)
			q.at[q.n++] = (struct heading){ "Origin", origins[i].origin, 6, strlen(origins[i].origin) };
		SAY(origins[i].words);
		EQ(csrf_from_here(a, &q, &s, "hr.example.org"), origins[i].here);
	}
	unsetenv("MERIDIAN_URL");
	settings_read(&why);
	arena_free(a);
}
