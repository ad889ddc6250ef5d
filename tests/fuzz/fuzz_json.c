/* fuzz_json.c: JSON bodies. */
#include "base/text.h"
#include "http/body.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t n);

int
LLVMFuzzerTestOneInput(const uint8_t *at, size_t n)
{
	struct arena *a = arena_new();
	struct field *f = NULL;

	if (body_json(a, (struct blob){ at, n }, &f) == 0)
		for (; f; f = f->next)
			if (!text_is_utf8(f->name, strlen(f->name)) || !f->value)
				abort();
	arena_free(a);
	return 0;
}
