/* pack.h: compresses a body. */
#ifndef HTTP_PACK_H
#define HTTP_PACK_H

#include "base/arena.h"
#include "http/wants.h"

/* True and the packed body in *out when it became smaller. */
bool pack(struct arena *a, enum coding coding, struct blob in, struct blob *out);
bool pack_suits(const char *type);              /* text of some kind */

#endif
