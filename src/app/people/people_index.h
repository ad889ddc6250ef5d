/* people_index.h: from a text to a number, in an arena. Knows no rows. */
#ifndef PEOPLE_INDEX_H
#define PEOPLE_INDEX_H

#include "base/arena.h"

enum { INDEX_NONE = -1, INDEX_MANY = -2 };

struct text_index {
	struct arena *arena;
	struct { const char *key; int64_t n; } *at;
	size_t n, room;
};

void index_init(struct text_index *x, struct arena *a);
/* INDEX_NONE when it is not there. */
int64_t index_find(const struct text_index *x, const char *key);
/* Keeps the first; true when it was new. The key is not copied. */
bool index_add(struct text_index *x, const char *key, int64_t n);
/* Another number for a key that is there. */
void index_move(struct text_index *x, const char *key, int64_t n);
/* A second one of the same key makes it INDEX_MANY. */
void index_add_once(struct text_index *x, const char *key, int64_t n);

#endif
