/* fuzz_gate.c: the gate reads any head without harm. Input: METHOD TARGET VERSION, then headers. */
#include "http/cookie.h"
#include "http/csrf.h"
#include "http/wants.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t n);

/* Cuts text at the first c; what follows, or its end. */
static char *
cut(char *text, char c)
{
	char *at = strchr(text, c);

	if (!at)
		return text + strlen(text);
	*at = '\0';
	return at + 1;
}

static void
read_heading(struct asked *q, char *line)
{
	char *value = cut(line, ':');

	q->at[q->n++] = (struct heading){ line, value, strlen(line), strlen(value) };
}

/* What came through must be what its header says. */
static void
check(const struct passed *p)
{
	if (!p->path || p->path[0] != '/' || !p->host || !p->method)
		abort();
	if (path_is_local(p->target) && (p->target[1] == '/' || strchr(p->target, '\\')))
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *at, size_t n)
{
	struct arena *a = arena_new();
	char *text = arena_copy_n(a, at, n), *next = cut(text, '\n');
	struct ours ours = { .base = n % 2 ? "" : "/hr", .behind_proxy = n % 3 == 0 };
	struct asked *q = NEW(a, struct asked);
	struct passed p;

	q->method = text;
	text = cut(text, ' ');
	q->target = text;
	q->version = cut(text, ' ');
	while (*next && q->n <= GATE_HEADERS) {
		char *line = next;

		next = cut(line, '\n');
		read_heading(q, line);
	}
	if (gate_judge(a, q, &ours, &p).status == 0)
		check(&p);
	cookie_in(a, q, "meridian");
	wants_json(gate_header(a, q, "accept"), false);
	wants_coding(gate_header(a, q, "accept-encoding"));
	true_peer(a, "10.0.0.0/8, ::1/64", "10.0.0.1", gate_header(a, q, "x-forwarded-for"));
	arena_free(a);
	return 0;
}
