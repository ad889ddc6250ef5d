/* asset.h: files embedded in the program (tools/assets.py makes the list). */
#ifndef HTTP_ASSET_H
#define HTTP_ASSET_H

#include "http/web.h"

struct asset {
	const char *name, *type;
	const unsigned char *data;
	size_t n;
	const char *etag;
};
extern const struct asset assets[];             /* ends with name NULL */

struct reply asset_reply(const char *name);      /* 404 when there is none */
struct reply asset_get(struct rq *rq);          /* GET /assets/:name */

#endif
