/* arena.c: blocks that double, given back all at once. Knows nothing of what it holds. */
#include "base/arena.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef ARENA_WATCHED
#include <sanitizer/asan_interface.h>
#define FENCE 16                /* bytes nobody may touch, after each piece */
#else
#define FENCE 0
#endif

enum { ALIGN = 16, BLOCK_FIRST = 8 << 10, BLOCK_MOST = 1 << 20 };

struct block {
	struct block *older;
	size_t used, room;
	_Alignas(ALIGN) unsigned char at[];
};

struct arena {
	struct block *newest;   /* the oldest, at the end of the chain, is kept by a reset */
	size_t next;            /* room of the block after this one */
};

void
arena_hide(void *at, size_t n)
{
#ifdef ARENA_WATCHED
	ASAN_POISON_MEMORY_REGION(at, n);
#else
	(void)at, (void)n;
#endif
}

void
arena_show(void *at, size_t n)
{
#ifdef ARENA_WATCHED
	ASAN_UNPOISON_MEMORY_REGION(at, n);
#else
	(void)at, (void)n;
#endif
}

static void
block_add(struct arena *a, size_t least)
{
	size_t room = least > a->next ? least : a->next;
	struct block *b = malloc(sizeof *b + room);

	if (b == NULL)
		die("no memory for %zu bytes", room);
	b->older = a->newest;
	b->used = 0;
	b->room = room;
	arena_hide(b->at, room);
	a->newest = b;
	if (a->next < BLOCK_MOST)
		a->next *= 2;
}

static void
block_free(struct block *b)
{
	arena_show(b->at, b->room);
	free(b);
}

struct arena *
arena_new(void)
{
	struct arena *a = malloc(sizeof *a);

	if (a == NULL)
		die("no memory for an arena");
	a->newest = NULL;
	a->next = BLOCK_FIRST;
	block_add(a, BLOCK_FIRST);
	return a;
}

/* Give back every block but the oldest. */
static void
trim(struct arena *a)
{
	while (a->newest->older != NULL) {
		struct block *older = a->newest->older;

		block_free(a->newest);
		a->newest = older;
	}
}

void
arena_free(struct arena *a)
{
	if (a == NULL)
		return;
	trim(a);
	block_free(a->newest);
	free(a);
}

void
arena_reset(struct arena *a)
{
	trim(a);
	a->newest->used = 0;
	a->next = 2 * BLOCK_FIRST;
	arena_hide(a->newest->at, a->newest->room);
}

void *
arena_take(struct arena *a, size_t n)
{
	size_t whole;
	void *at;

	if (n > SIZE_MAX / 2)
		die("no memory for %zu bytes", n);
	whole = ((n == 0 ? 1 : n) + ALIGN - 1) / ALIGN * ALIGN + FENCE;
	if (whole > a->newest->room - a->newest->used)
		block_add(a, whole);
	at = a->newest->at + a->newest->used;
	a->newest->used += whole;
	arena_show(at, n);
	return memset(at, 0, n);
}

void *
arena_take_many(struct arena *a, size_t n, size_t size)
{
	size_t whole;

	if (__builtin_mul_overflow(n, size, &whole))
		die("no memory for %zu pieces of %zu bytes", n, size);
	return arena_take(a, whole);
}

char *
arena_copy(struct arena *a, const char *text)
{
	return text == NULL ? NULL : arena_copy_n(a, text, strlen(text));
}

char *
arena_copy_n(struct arena *a, const void *at, size_t n)
{
	char *copy;

	if (n == SIZE_MAX)
		die("no memory for %zu bytes", n);
	copy = arena_take(a, n + 1);
	if (n > 0)
		memcpy(copy, at, n);
	return copy;
}

char *
arena_print(struct arena *a, const char *fmt, ...)
{
	char some[256], *text;          /* most of it is short, and printed once */
	va_list args, again;
	int n;

	va_start(args, fmt);
	va_copy(again, args);
	n = vsnprintf(some, sizeof some, fmt, args);
	va_end(args);
	if (n < 0)
		die("text that cannot be printed");
	if ((size_t)n < sizeof some)
		text = arena_copy_n(a, some, (size_t)n);
	else {
		text = arena_take(a, (size_t)n + 1);
		vsnprintf(text, (size_t)n + 1, fmt, again);
	}
	va_end(again);
	return text;
}
