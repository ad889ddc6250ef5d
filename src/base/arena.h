/* arena.h: one lifetime of memory (a request, a job). Knows nothing of what it holds. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include "base/base.h"

#include <stdarg.h>

struct arena;

/* Never NULL: memory that is gone ends the program (die). */
struct arena *arena_new(void);
void arena_free(struct arena *a);                /* all of it; NULL is fine */
void arena_reset(struct arena *a);               /* empty it, keep its first block */

/* Zeroed, aligned to 16. n == 0 gives a valid pointer. */
void *arena_take(struct arena *a, size_t n);
#define NEW(a, type) ((type *)arena_take((a), sizeof(type)))
#define NEW_MANY(a, type, n) ((type *)arena_take_many((a), (n), sizeof(type)))
void *arena_take_many(struct arena *a, size_t n, size_t size);   /* dies on overflow */

char *arena_copy(struct arena *a, const char *text);             /* NULL gives NULL */
char *arena_copy_n(struct arena *a, const void *at, size_t n);   /* adds a NUL */
char *arena_print(struct arena *a, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

#if defined(__SANITIZE_ADDRESS__)
#define ARENA_WATCHED 1         /* ASan looks on */
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_WATCHED 1
#endif
#endif

/* Under ASan: reading [at, at+n) is a fault until unhidden. Elsewhere nothing. */
void arena_hide(void *at, size_t n);
void arena_show(void *at, size_t n);

#endif
