/* routes.h: which route a path is. Pure; knows no handlers' business. */
#ifndef HTTP_ROUTES_H
#define HTTP_ROUTES_H

#include "http/web.h"

enum { PARTS = 12, PLACES = 4 };        /* parts of a path, :names of a route */

/* A flag for our own routes: no rows, no sign-in; run bare. */
enum { BARE = 1 << 16 };

struct routes;

/* Lists as in struct house. Dies on a path that is malformed or there twice. */
struct routes *routes_new(const struct route *const *lists);
void routes_free(struct routes *all);

struct found {
	const struct route *route;      /* NULL: none */
	int64_t ids[PLACES];
	const char *words[PLACES];
	const char *allow;              /* the path is there under these methods: 405; else 404 */
};
struct found route_find(struct arena *a, const struct routes *all, enum method m, const char *path);

#endif
