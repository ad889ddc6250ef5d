/* assets.c: serves the embedded styles, script and pictures. */
#include "http/asset.h"

#include <string.h>

static const struct asset *
named(const char *name)
{
	for (const struct asset *a = assets; a->name; a++)
		if (strcmp(a->name, name) == 0)
			return a;
	return NULL;
}

const char *
asset_path(struct rq *rq, const char *name)
{
	const struct asset *a = named(name);

	if (!a)
		return arena_print(rq->arena, "%s/assets/%s", base_path(), name);
	return arena_print(rq->arena, "%s/assets/%s?v=%s", base_path(), name, a->etag);
}

struct reply
asset_reply(const char *name)
{
	const struct asset *a = named(name);

	return a ? reply_bytes(a->type, (struct blob){ a->data, a->n }) : reply_text(404, "There is no such file.");
}

struct reply
asset_get(struct rq *rq)
{
	const struct asset *a = named(rq->web->words[0]);
	const char *v = rq_query(rq, "v");
	struct reply r;

	if (!a)
		return reply_text(404, "There is no such file.");
	r = reply_bytes(a->type, (struct blob){ a->data, a->n });
	r.keep = v && strcmp(v, a->etag) == 0;          /* an old hash may be asked of a new program */
	return r;
}
