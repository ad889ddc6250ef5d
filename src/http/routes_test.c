/* routes_test.c: which route a path is. */
#include "base/test.h"
#include "http/routes.h"

static struct reply one(struct rq *rq) { (void)rq; return nothing(); }

static const struct route some[] = {
	{ .method = GET, .path = "/", .run = one },
	{ .method = GET, .path = "/people/:person", .run = one },
	{ .method = GET, .path = "/people/new", .run = one },
	{ .method = POST, .path = "/people/:person", .run = one },
	{ .method = GET, .path = "/people/:person/goals/:goal", .run = one },
	{ .method = PUT, .path = "/words/:key", .run = one },
	{ 0 },
};
static const struct route *const lists[] = { some, NULL };

static const struct { enum method m; const char *path, *route, *allow; } paths[] = {
	{ GET, "/", "/", NULL },
	{ GET, "/people/7", "/people/:person", NULL },
	{ GET, "/people/new", "/people/new", NULL },
	{ POST, "/people/new", "/people/:person", NULL },
	{ GET, "/people/7/goals/9", "/people/:person/goals/:goal", NULL },
	{ GET, "/people", NULL, NULL },
	{ GET, "/people/", NULL, NULL },
	{ GET, "/people//goals/9", NULL, NULL },
	{ GET, "/people/7/", NULL, NULL },
	{ GET, "//people/7", NULL, NULL },
	{ GET, "", NULL, NULL },
	{ GET, "/a/b/c/d/e/f/g/h/i/j/k/l/m/n", NULL, NULL },
	{ DELETE, "/people/7", NULL, "GET, HEAD, POST" },
	{ POST, "/", NULL, "GET, HEAD" },
	{ GET, "/words/x", NULL, "PUT" },
};

TEST("a path is the nearest route, or absent, or there for other methods")
{
	struct routes *all = routes_new(lists);
	struct arena *a = arena_new();

	for (size_t i = 0; i < COUNT(paths); i++) {
		struct found f = route_find(a, all, paths[i].m, paths[i].path);

		SAY(paths[i].path);
		SAME(f.route ? f.route->path : NULL, paths[i].route);
		SAME(f.allow, paths[i].allow);
	}
	arena_free(a);
	routes_free(all);
}

static const struct { const char *path; int64_t id; const char *word; } places[] = {
	{ "/people/7", 7, "7" },
	{ "/people/9223372036854775807", INT64_MAX, "9223372036854775807" },
	{ "/people/9223372036854775808", 0, "9223372036854775808" },
	{ "/people/0", 0, "0" },
	{ "/people/07", 0, "07" },
	{ "/people/-7", 0, "-7" },
	{ "/people/+7", 0, "+7" },
	{ "/people/7x", 0, "7x" },
	{ "/people/ana", 0, "ana" },
};

TEST("a place is a number only when it is one and nothing else")
{
	struct routes *all = routes_new(lists);
	struct arena *a = arena_new();

	for (size_t i = 0; i < COUNT(places); i++) {
		struct found f = route_find(a, all, GET, places[i].path);

		SAY(places[i].path);
		EQ(f.ids[0], places[i].id);
		SAME(f.words[0], places[i].word);
	}
	arena_free(a);
	routes_free(all);
}
