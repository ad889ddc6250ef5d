/* out.h: bytes that grow. The one way text is put together. */
#ifndef BASE_OUT_H
#define BASE_OUT_H

#include "base/arena.h"

struct out {
	struct arena *arena;
	char *at;               /* always NUL-terminated once anything was put */
	size_t n, room;
};

void out_init(struct out *o, struct arena *a);
void put(struct out *o, const char *text);                   /* as it is */
void put_n(struct out *o, const void *at, size_t n);
void put_char(struct out *o, char c);
void put_int(struct out *o, int64_t n);
void put_format(struct out *o, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void put_json_text(struct out *o, const char *text);         /* quoted, escaped; NULL is null */
void put_hex(struct out *o, struct blob b);

#endif
