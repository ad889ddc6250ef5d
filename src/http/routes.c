/* routes.c: which route a path is. */
#include "http/routes.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

struct part {
	const char *at;                 /* of the pattern */
	size_t n;
};

struct pattern {
	const struct route *route;
	struct part parts[PARTS];
	size_t n;
};

struct routes {
	struct pattern *at;
	size_t n;
};

/* How many parts; PARTS + 1 when too many. "/" has none. */
static size_t
split(const char *path, struct part *parts)
{
	size_t n = 0;

	if (strcmp(path, "/") == 0)
		return 0;
	while (*path == '/') {
		size_t length = strcspn(++path, "/");

		if (n == PARTS)
			return PARTS + 1;
		parts[n++] = (struct part){ path, length };
		path += length;
	}
	return n;
}

static bool
is_same(const struct pattern *a, const struct pattern *b)
{
	if (a->n != b->n || a->route->method != b->route->method)
		return false;
	for (size_t i = 0; i < a->n; i++) {
		const struct part *p = &a->parts[i], *q = &b->parts[i];

		if (*p->at == ':' && *q->at == ':')
			continue;
		if (p->n != q->n || memcmp(p->at, q->at, p->n) != 0)
			return false;
	}
	return true;
}

static void
add(struct routes *all, const struct route *r)
{
	struct pattern *p = &all->at[all->n];
	size_t places = 0;

	p->route = r;
	p->n = r->path[0] == '/' ? split(r->path, p->parts) : PARTS + 1;
	for (size_t i = 0; i < p->n && p->n <= PARTS; i++)
		places += p->parts[i].at[0] == ':';
	if (p->n > PARTS || places > PLACES)
		die("route %s is malformed", r->path);
	for (size_t i = 0; i < all->n; i++)
		if (is_same(p, &all->at[i]))
			die("route %s is there twice", r->path);
	all->n++;
}

struct routes *
routes_new(const struct route *const *lists)
{
	struct routes *all = calloc(1, sizeof *all);
	size_t n = 0;

	for (const struct route *const *l = lists; *l; l++)
		for (const struct route *r = *l; r->method; r++)
			n++;
	if (all)
		all->at = calloc(n + 1, sizeof *all->at);
	if (!all || !all->at)
		die("no memory for routes");
	for (const struct route *const *l = lists; *l; l++)
		for (const struct route *r = *l; r->method; r++)
			add(all, r);
	return all;
}

void
routes_free(struct routes *all)
{
	free(all->at);
	free(all);
}

static bool
fits(const struct pattern *p, const struct part *parts, size_t n)
{
	if (p->n != n)
		return false;
	for (size_t i = 0; i < n; i++) {
		const struct part *want = &p->parts[i];

		if (parts[i].n == 0)
			return false;
		if (want->at[0] != ':' &&
		    (want->n != parts[i].n || memcmp(want->at, parts[i].at, want->n) != 0))
			return false;
	}
	return true;
}

/* "/people/new" goes before "/people/:person". */
static bool
is_nearer(const struct pattern *a, const struct pattern *b)
{
	for (size_t i = 0; i < a->n; i++)
		if ((a->parts[i].at[0] == ':') != (b->parts[i].at[0] == ':'))
			return b->parts[i].at[0] == ':';
	return false;
}

/* Digits only, no sign and no leading nought; else 0, which is nobody's number. */
static int64_t
number(const char *word)
{
	int64_t n;

	if (word[0] < '1' || word[0] > '9' || !text_int(word, &n))
		return 0;
	return n;
}

static void
fill(struct arena *a, struct found *f, const struct pattern *p, const struct part *parts)
{
	size_t k = 0;

	f->route = p->route;
	for (size_t i = 0; i < p->n; i++) {
		if (p->parts[i].at[0] != ':')
			continue;
		f->words[k] = arena_copy_n(a, parts[i].at, parts[i].n);
		f->ids[k] = number(f->words[k]);
		k++;
	}
}

static const char *
allowed(struct arena *a, unsigned methods)
{
	return arena_print(a, "%s%s%s%s", methods & 1u << GET ? "GET, HEAD, " : "",
	    methods & 1u << POST ? "POST, " : "", methods & 1u << PUT ? "PUT, " : "",
	    methods & 1u << DELETE ? "DELETE, " : "");
}

struct found
route_find(struct arena *a, const struct routes *all, enum method m, const char *path)
{
	struct found f = { 0 };
	struct part parts[PARTS];
	size_t n = path[0] == '/' ? split(path, parts) : PARTS + 1;
	const struct pattern *best = NULL;
	unsigned methods = 0;

	for (size_t i = 0; i < all->n; i++) {
		const struct pattern *p = &all->at[i];

		if (!fits(p, parts, n))
			continue;
		methods |= 1u << p->route->method;
		if (p->route->method == m && (!best || is_nearer(p, best)))
			best = p;
	}
	if (best)
		fill(a, &f, best, parts);
	else if (methods) {
		char *list = arena_copy(a, allowed(a, methods));

		list[strlen(list) - 2] = '\0';
		f.allow = list;
	}
	return f;
}
