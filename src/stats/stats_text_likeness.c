/* stats_text_likeness.c: which texts are nearly the same. Knows no authors and no subjects. */
#include "stats/stats_text.h"

#include <stdlib.h>
#include <string.h>

enum { LEAST_TRIGRAMS = 20 };

static int
ascending(const void *i, const void *j)
{
	uint64_t x = *(const uint64_t *)i, y = *(const uint64_t *)j;

	return x < y ? -1 : x > y;
}

/* Letters and digits in lower case, one space for all between them, one before and one after. */
static size_t
normal(const char *text, unsigned char *out)
{
	size_t n = 0;

	out[n++] = ' ';
	for (; *text; text++) {
		unsigned char c = (unsigned char)*text;
		bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c >= 0x80 || (c >= 'A' && c <= 'Z');

		if (kept)
			out[n++] = c >= 'A' && c <= 'Z' ? (unsigned char)(c - 'A' + 'a') : c;
		else if (out[n - 1] != ' ')
			out[n++] = ' ';
	}
	if (out[n - 1] != ' ')
		out[n++] = ' ';
	return n;
}

struct text_shape
text_shape(struct arena *a, const char *text)
{
	size_t room = (text != NULL ? strlen(text) : 0) + 3, n;
	unsigned char *plain = arena_take(a, room);
	struct text_shape s = { 0, NEW_MANY(a, uint64_t, room) };

	n = normal(text != NULL ? text : "", plain);
	for (size_t i = 0; i + 3 <= n; i++)
		s.trigram[s.n++] = (uint64_t)plain[i] << 16 | (uint64_t)plain[i + 1] << 8 | plain[i + 2];
	qsort(s.trigram, s.n, sizeof *s.trigram, ascending);
	n = s.n;
	s.n = 0;
	for (size_t i = 0; i < n; i++)
		if (s.n == 0 || s.trigram[s.n - 1] != s.trigram[i])
			s.trigram[s.n++] = s.trigram[i];
	return s;
}

double
text_likeness(const struct text_shape *one, const struct text_shape *two)
{
	size_t i = 0, j = 0, shared = 0;

	if (one->n == 0 || two->n == 0)
		return 0;
	while (i < one->n && j < two->n) {
		shared += one->trigram[i] == two->trigram[j];
		if (one->trigram[i] <= two->trigram[j])
			j += one->trigram[i++] == two->trigram[j];
		else
			j++;
	}
	return (double)shared / (double)(one->n + two->n - shared);
}

static size_t
first_of(const size_t *group, size_t i)
{
	while (group[i] != i)
		i = group[i];
	return i;
}

size_t
near_duplicates(struct arena *a, const char *const *text, size_t texts, double least, size_t *group)
{
	struct text_shape *shape = NEW_MANY(a, struct text_shape, texts);
	size_t copies = 0;

	for (size_t i = 0; i < texts; i++) {
		shape[i] = text_shape(a, text[i]);
		group[i] = i;
		for (size_t j = 0; shape[i].n >= LEAST_TRIGRAMS && j < i; j++) {
			size_t small = shape[i].n < shape[j].n ? shape[i].n : shape[j].n, large = shape[i].n + shape[j].n - small, mine, theirs;

			if (small < LEAST_TRIGRAMS || (double)small < least * (double)large || text_likeness(&shape[i], &shape[j]) < least)
				continue;
			mine = first_of(group, i);
			theirs = first_of(group, j);
			group[mine > theirs ? mine : theirs] = mine > theirs ? theirs : mine;
		}
	}
	for (size_t i = 0; i < texts; i++) {
		group[i] = first_of(group, i);
		copies += group[i] != i;
	}
	return copies;
}
