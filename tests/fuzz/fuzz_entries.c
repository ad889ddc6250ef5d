/*
 * fuzz_entries.c: every form of every page, read from any body. Input: one byte that picks the
 * form, then an urlencoded body.
 */
#include "db/rq.h"
#include "http/body.h"
#include "http/web.h"
#include "views/views.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t n);

static size_t
forms(void)
{
	size_t n = 0;

	while (form_fuzz[n].name)
		n++;
	return n;
}

int
LLVMFuzzerTestOneInput(const uint8_t *at, size_t n)
{
	struct arena *a = arena_new();
	struct web web = { .method = POST, .path = "/" };
	struct rq *rq = rq_new(a, NULL, NULL, 0, (struct day){ 2026, 11, 24 });

	if (n > 0) {
		size_t left = n - 1;
		char *body = malloc(left + !left);

		memcpy(body, at + 1, left);
		body_urlencoded(a, (struct blob){ body, left }, &web.body);
		rq->web = &web;
		form_fuzz[at[0] % forms()].read(rq);
		for (const struct refusal *r = rq->refusals; r; r = r->next)
			if (r->field == NULL || r->code == NULL)
				abort();
		free(body);
	}
	arena_free(a);
	return 0;
}
