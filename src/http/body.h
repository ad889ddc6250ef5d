/* body.h: readers of bodies. Pure: bytes in, fields out, or a status. */
#ifndef HTTP_BODY_H
#define HTTP_BODY_H

#include "http/web.h"

enum {
	BODY_MOST = 1 << 20,            /* bytes; routes with UPLOAD take UPLOAD_MOST */
	UPLOAD_MOST = 64 << 20,
	FIELDS_MOST = 2000,
	DEPTH_MOST = 8,                 /* of JSON */
	NAME_MOST = 512,                /* bytes of a field's name */
	BOUNDARY_MOST = 70              /* RFC 2046 */
};

/* Fields in the order they came. 0, or 400 (not well formed), 413 (too many, too deep),
 * 415 (a type we do not read). No bytes and no type: no fields. */
int body_read(struct arena *a, const char *type, struct blob bytes, struct field **fields);
bool body_is_json(const char *type);

int body_urlencoded(struct arena *a, struct blob b, struct field **fields);
int body_multipart(struct arena *a, const char *type, struct blob b, struct field **fields);
int body_json(struct arena *a, struct blob b, struct field **fields);

/* False on a broken %xx, on NUL, and on what is not UTF-8. plus: '+' is a space. */
bool percent_decode(struct arena *a, const char *at, size_t n, bool plus, char **text);
/* Everything but letters, digits and -._~/ as %xx. */
char *percent_encode(struct arena *a, const char *text);

/* A list being put together, counted. */
struct fields {
	struct arena *arena;
	struct field *first, **end;
	size_t n;
};
void fields_init(struct fields *f, struct arena *a);
int fields_add(struct fields *f, const char *name, const char *value, struct blob bytes);
char *lines_plain(char *text);                  /* browsers' CRLF becomes LF, in place */

#endif
