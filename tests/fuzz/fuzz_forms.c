/* fuzz_forms.c: urlencoded and multipart bodies. Input: the content type, a line end, the body. */
#include "base/text.h"
#include "http/body.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t n);

int
LLVMFuzzerTestOneInput(const uint8_t *at, size_t n)
{
	const uint8_t *end = memchr(at, '\n', n);
	struct arena *a = arena_new();
	struct field *f = NULL;
	char *type, *body;
	size_t left;

	if (end && memchr(at, '\0', (size_t)(end - at)) == NULL) {
		type = arena_copy_n(a, at, (size_t)(end - at));
		left = n - (size_t)(end - at) - 1;
		/* On the heap and no longer than it is: one byte too far is a fault. */
		body = malloc(left + !left);
		memcpy(body, end + 1, left);
		if (strncmp(type, "multipart", 9) != 0)
			body_urlencoded(a, (struct blob){ body, left }, &f);
		else
			body_multipart(a, type, (struct blob){ body, left }, &f);
		for (; f; f = f->next)
			if (!text_is_utf8(f->name, strlen(f->name)) ||
			    !text_is_utf8(f->value, strlen(f->value)))
				abort();
		free(body);
	}
	arena_free(a);
	return 0;
}
