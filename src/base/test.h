/* test.h: a thin face of cmocka: a test is a sentence. */
#ifndef BASE_TEST_H
#define BASE_TEST_H

#include "base/base.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <cmocka.h>

/* TEST("a sentence") { ... }: registers itself; base/test.c has main and runs them in file order. */
struct test_case {
	const char *sentence, *file;
	void (*run)(void **);
	struct test_case *next;
};
void test_add(struct test_case *t);
extern const char *test_words;          /* the row being looked at; printed on failure */

#define TEST_NAME2(a, b) a##b
#define TEST_NAME(a, b) TEST_NAME2(a, b)
#define TEST(words) TEST_AT(words, __LINE__)
#define TEST_AT(words, line) \
	static void TEST_NAME(run_, line)(void **); \
	static struct test_case TEST_NAME(case_, line) = { words, __FILE__, TEST_NAME(run_, line), 0 }; \
	__attribute__((constructor)) static void TEST_NAME(add_, line)(void) \
	{ test_add(&TEST_NAME(case_, line)); } \
	static void TEST_NAME(run_, line)(void **state __attribute__((unused)))

#define SAY(words) (test_words = (words))
#define EQ(a, b) test_equal((int64_t)(a), (int64_t)(b), #a " == " #b, __FILE__, __LINE__)
#define YES(a) test_true((a), #a, __FILE__, __LINE__)
#define NO(a) test_true(!(a), "not " #a, __FILE__, __LINE__)
#define SAME(a, b) test_text((a), (b), #a " is " #b, __FILE__, __LINE__)
/* The first that is not so ends its test; the others go on. */
void test_equal(int64_t a, int64_t b, const char *what, const char *file, int line);
void test_true(bool a, const char *what, const char *file, int line);
void test_text(const char *a, const char *b, const char *what, const char *file, int line);

#endif
