/*
 * fuzz_mapping.c: any headings give a mapping that can be kept, and any file one that can be
 * judged. Input: a file; or, after a line "map", a line COLUMN=field and the file.
 */
#include "people/people_import.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t n);

/* Each field at most once, kept as text and read again. */
static void
look(struct mapping *m, struct arena *a)
{
	struct mapping *back = NEW(a, struct mapping);

	for (int i = 0; i < m->n; i++)
		if (m->in[i] != IN_NOTHING && mapping_at(m, m->in[i]) != i)
			abort();
	*back = *m;
	if (!mapping_read(back, a, mapping_text(m, a)) || memcmp(back->in, m->in, sizeof m->in) != 0)
		abort();
	mapping_digest(m, a);
	mapping_lack(m);
}

static void
judge(struct import *im, struct arena *a, struct blob file, const char *map)
{
	static const struct import_person_rows people = { 0, NULL };
	static const struct import_unit_rows units = { 0, NULL };
	static const struct import_word_rows words = { 0, NULL };
	static const struct import_known known = {
		.people = &people, .units = &units, .jobs = &words, .levels = &words,
		.locations = &words, .today = { 2026, 11, 24 },
	};

	if (!import_open(im, a, file))
		return;
	if (map != NULL)
		mapping_set(&im->map, a, map);
	look(&im->map, a);
	import_judge(im, &known);
	if (im->lack == NULL && im->inserted + im->updated + im->same + im->ended + im->rejected !=
	    (int64_t)im->n)
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *at, size_t n)
{
	struct arena *a = arena_new();
	struct import *im = NEW(a, struct import);
	const uint8_t *end = n > 4 && memcmp(at, "map\n", 4) == 0 ? memchr(at + 4, '\n', n - 4) : NULL;
	const char *map = end == NULL ? NULL : arena_copy_n(a, at + 4, (size_t)(end - at - 4));
	size_t from = end == NULL ? 0 : (size_t)(end - at) + 1;
	char *copy = malloc(n - from + 1);

	memcpy(copy, at + from, n - from);
	judge(im, a, (struct blob){ copy, n - from }, map);
	free(copy);
	arena_free(a);
	return 0;
}
