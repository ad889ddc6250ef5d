/* gate_test.c: what the gate lets in. The list of bad requests is smuggle_cases.h. */
#include "base/test.h"
#include "http/gate.h"
#include "http/smuggle_cases.h"

#include <string.h>

/* Raw text as it is on the wire, taken apart as libmicrohttpd does. */
static void
take_apart(struct arena *a, const char *text, struct asked *q)
{
	char *line = arena_copy(a, text), *next = NULL;

	memset(q, 0, sizeof *q);
	q->method = strtok_r(line, " ", &next);
	q->target = strtok_r(NULL, " ", &next);
	q->version = strtok_r(NULL, "\n", &next);
	while ((line = strtok_r(NULL, "\n", &next)) != NULL && q->n <= GATE_HEADERS) {
		char *colon = strchr(line, ':');
		char *value = colon + 1 + strspn(colon + 1, " ");

		q->at[q->n++] = (struct heading){ line, value, (size_t)(colon - line), strlen(value) };
	}
}

static struct passed passed;

static int
judged(struct arena *a, const char *text, const char *host, const char *base)
{
	struct ours ours = { .host = host, .base = base };
	struct asked q;

	take_apart(a, text, &q);
	return gate_judge(a, &q, &ours, &passed).status;
}

TEST("smuggled, misdirected and odd requests are turned away")
{
	struct arena *a = arena_new();

	for (size_t i = 0; i < COUNT(smuggle_cases); i++) {
		SAY(smuggle_cases[i].words);
		EQ(judged(a, smuggle_cases[i].text, "example.org", ""), smuggle_cases[i].status);
	}
	arena_free(a);
}

TEST("a path is decoded once, a query into fields in order")
{
	struct arena *a = arena_new();

	EQ(judged(a, "GET /people/J%C3%B6rg?a=1+2&b=%26&a HTTP/1.1\nHost: x\n", NULL, ""), 0);
	SAME(passed.path, "/people/J\xc3\xb6rg");
	SAME(passed.query->name, "a");
	SAME(passed.query->value, "1 2");
	SAME(passed.query->next->value, "&");
	SAME(passed.query->next->next->value, "");
	SAME(passed.target, "/people/J%C3%B6rg?a=1+2&b=%26&a");
	arena_free(a);
}

TEST("HEAD is GET without a body, and probes ask by address")
{
	struct arena *a = arena_new();

	EQ(judged(a, "HEAD / HTTP/1.1\nHost: example.org\n", "example.org", ""), 0);
	EQ(passed.method, GET);
	YES(passed.head);
	EQ(judged(a, "GET /healthz HTTP/1.1\nHost: 10.0.0.7:8080\n", "example.org", ""), 0);
	EQ(judged(a, "GET /readyz HTTP/1.1\nHost: 10.0.0.7:8080\n", "example.org", ""), 0);
	arena_free(a);
}

TEST("a base path is taken off, and nothing beside it is ours")
{
	struct arena *a = arena_new();

	EQ(judged(a, "GET /meridian/goals?x=1 HTTP/1.1\nHost: x\n", NULL, "/meridian"), 0);
	SAME(passed.path, "/goals");
	SAME(passed.target, "/goals?x=1");
	EQ(judged(a, "GET /meridian HTTP/1.1\nHost: x\n", NULL, "/meridian"), 0);
	SAME(passed.path, "/");
	EQ(judged(a, "GET /meridians HTTP/1.1\nHost: x\n", NULL, "/meridian"), 404);
	EQ(judged(a, "GET /healthz HTTP/1.1\nHost: x\n", NULL, "/meridian"), 0);
	arena_free(a);
}

TEST("sixty-four headers are enough, and none is long")
{
	struct arena *a = arena_new();
	char text[20000] = "GET / HTTP/1.1\nHost: x\n";

	for (int i = 0; i < 63; i++)
		strncat(text, "A: b\n", sizeof text - strlen(text) - 1);
	EQ(judged(a, text, NULL, ""), 0);
	strncat(text, "A: b\n", sizeof text - strlen(text) - 1);
	EQ(judged(a, text, NULL, ""), 431);
	memset(text, 'x', sizeof text - 1);
	memcpy(text, "GET / HTTP/1.1\nHost: x\nB: ", 26);
	text[9000] = '\0';
	EQ(judged(a, text, NULL, ""), 431);
	memset(text, 'x', 9000);
	memcpy(text, "GET /", 5);
	memcpy(text + 8500, " HTTP/1.1\nHost: x\n", 19);
	EQ(judged(a, text, NULL, ""), 414);
	arena_free(a);
}

TEST("next= leads to a place inside this site or to the front page")
{
	for (size_t i = 0; i < COUNT(redirect_cases); i++) {
		SAY(redirect_cases[i].next);
		SAME(local_next(redirect_cases[i].next), redirect_cases[i].goes);
	}
	SAME(local_next(NULL), "/");
}
