/* cookie_test.c: cookies in and out. */
#include "base/test.h"
#include "http/cookie.h"

#include <string.h>

static const char *
in(struct arena *a, const char *first, const char *second)
{
	struct asked q = { .n = second ? 2 : 1 };

	q.at[0] = (struct heading){ "Cookie", first, 6, strlen(first) };
	if (second)
		q.at[1] = (struct heading){ "cookie", second, 6, strlen(second) };
	return cookie_in(a, &q, "meridian");
}

TEST("a cookie is found by its whole name, and never when there with two values")
{
	struct arena *a = arena_new();

	SAME(in(a, "meridian=x", NULL), "x");
	SAME(in(a, "a=b; meridian=x; c=d", NULL), "x");
	SAME(in(a, "a=b", "meridian=x"), "x");
	SAME(in(a, "meridian=x; meridian=x", NULL), "x");
	SAME(in(a, "meridian=x; meridian=y", NULL), NULL);
	SAME(in(a, "meridian=x", "meridian=y"), NULL);
	SAME(in(a, "xmeridian=x; meridianx=y", NULL), NULL);
	SAME(in(a, "meridian=", NULL), NULL);
	SAME(in(a, "a=meridian=x", NULL), NULL);
	SAME(in(a, ";;; ;", NULL), NULL);
	arena_free(a);
}

static const struct { const char *url, *cookie; } sites[] = {
	{ "http://localhost:8080", "meridian=t; Path=/; HttpOnly; SameSite=Lax" },
	{ "https://hr.example.org", "__Host-meridian=t; Path=/; HttpOnly; SameSite=Lax; Secure" },
	{ "https://example.org/hr/", "__Secure-meridian=t; Path=/hr; HttpOnly; SameSite=Lax; Secure" },
};

TEST("the cookie's name says what the site allows")
{
	struct arena *a = arena_new();
	struct site s;

	for (size_t i = 0; i < COUNT(sites); i++) {
		SAY(sites[i].url);
		YES(site_read(sites[i].url, &s));
		SAME(cookie_out(a, &s, "meridian", "t", -1), sites[i].cookie);
	}
	SAME(cookie_out(a, &s, "meridian", "", 0),
	    "__Secure-meridian=; Path=/hr; Max-Age=0; HttpOnly; SameSite=Lax; Secure");
	arena_free(a);
}
