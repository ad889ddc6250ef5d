/* health.c: the server's own routes: is it alive, is it ready, and its assets. */
#include "http/asset.h"
#include "http/health.h"
#include "http/routes.h"

static const struct house *house;

void
health_of(const struct house *h)
{
	house = h;
}

static struct reply
health_get(struct rq *rq)
{
	(void)rq;
	return reply_text(200, "ok\n");
}

static struct reply
ready_get(struct rq *rq)
{
	const char *why = house->readiness ? house->readiness(rq->store) : NULL;

	if (!why && store_healthy(rq->store, &why))
		return reply_text(200, "ready\n");
	return reply_text(503, arena_print(rq->arena, "%s\n", why ? why : "The database does not answer."));
}

static const struct route own[] = {
	{ .method = GET, .path = "/healthz", .run = health_get, .flags = OPEN | BARE },
	{ .method = GET, .path = "/readyz", .run = ready_get, .flags = OPEN | BARE | SLOW },
	{ .method = GET, .path = "/assets/:name", .run = asset_get, .flags = OPEN | BARE },
	{ 0 },
};
const struct route *const health_routes[] = { own, NULL };
