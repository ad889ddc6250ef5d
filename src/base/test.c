/* test.c: runs every registered test and counts. Knows nothing of what is tested. */
#include "base/test.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

const char *test_words;

static struct test_case *first, **last = &first;
static jmp_buf out_of_test;

void
test_add(struct test_case *t)
{
	*last = t;
	last = &t->next;
}

/* Leaves the test that is running; the next one goes on. */
_Noreturn static void
leave(const char *what, const char *file, int line)
{
	printf("# %s:%d: %s\n", file, line, what);
	if (test_words != NULL)
		printf("# in the row: %s\n", test_words);
	longjmp(out_of_test, 1);
}

void
test_equal(int64_t a, int64_t b, const char *what, const char *file, int line)
{
	if (a == b)
		return;
	printf("# %" PRId64 " is not %" PRId64 "\n", a, b);
	leave(what, file, line);
}

void
test_true(bool a, const char *what, const char *file, int line)
{
	if (!a)
		leave(what, file, line);
}

void
test_text(const char *a, const char *b, const char *what, const char *file, int line)
{
	if (a == b || (a != NULL && b != NULL && strcmp(a, b) == 0))
		return;
	printf("# \"%s\" is not \"%s\"\n", a == NULL ? "(NULL)" : a, b == NULL ? "(NULL)" : b);
	leave(what, file, line);
}

static bool
run(const struct test_case *t)
{
	void *state = NULL;
	bool passed = false;

	test_words = NULL;
	if (setjmp(out_of_test) == 0) {
		t->run(&state);
		passed = true;
	} else {
		passed = false;
	}
	printf("%s - %s\n", passed ? "ok" : "not ok", t->sentence);
	fflush(stdout);
	return passed;
}

int
main(void)
{
	int passed = 0, failed = 0;

	for (const struct test_case *t = first; t != NULL; t = t->next)
		*(run(t) ? &passed : &failed) += 1;
	printf("%d passed, %d failed\n", passed, failed);
	return failed > 0 || passed == 0 ? EXIT_FAILURE : EXIT_SUCCESS;
}
