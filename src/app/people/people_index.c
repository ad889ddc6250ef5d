/* people_index.c: open addressing over texts. Knows no rows and no files. */
#include "people/people_index.h"

#include <string.h>

void
index_init(struct text_index *x, struct arena *a)
{
	*x = (struct text_index){ .arena = a };
}

static uint64_t
spread(const char *key)
{
	uint64_t h = UINT64_C(1469598103934665603);

	for (; *key != '\0'; key++)
		h = (h ^ (unsigned char)*key) * UINT64_C(1099511628211);
	return h;
}

/* Where the key is, or would be. */
static size_t
place_of(const struct text_index *x, const char *key)
{
	size_t at = spread(key) & (x->room - 1);

	while (x->at[at].key != NULL && strcmp(x->at[at].key, key) != 0)
		at = (at + 1) & (x->room - 1);
	return at;
}

int64_t
index_find(const struct text_index *x, const char *key)
{
	size_t at;

	if (x->n == 0 || key == NULL)
		return INDEX_NONE;
	at = place_of(x, key);
	return x->at[at].key == NULL ? INDEX_NONE : x->at[at].n;
}

static void
grow(struct text_index *x)
{
	struct text_index wider = { .arena = x->arena, .room = x->room == 0 ? 64 : 2 * x->room, .n = x->n };

	wider.at = arena_take_many(x->arena, wider.room, sizeof *wider.at);
	for (size_t i = 0; i < x->room; i++)
		if (x->at[i].key != NULL)
			wider.at[place_of(&wider, x->at[i].key)] = x->at[i];
	*x = wider;
}

bool
index_add(struct text_index *x, const char *key, int64_t n)
{
	size_t at;

	if (2 * (x->n + 1) > x->room)
		grow(x);
	at = place_of(x, key);
	if (x->at[at].key != NULL)
		return false;
	x->at[at].key = key;
	x->at[at].n = n;
	x->n++;
	return true;
}

void
index_move(struct text_index *x, const char *key, int64_t n)
{
	x->at[place_of(x, key)].n = n;
}

void
index_add_once(struct text_index *x, const char *key, int64_t n)
{
	if (!index_add(x, key, n))
		x->at[place_of(x, key)].n = INDEX_MANY;
}
