/* statcases.c: build/statcases DIR computes every case of DIR/cases.json and prints one JSON object. Knows no method. */
#include "statcases.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static struct case_kind *kinds;

void
case_add(struct case_kind *k)
{
	k->next = kinds;
	kinds = k;
}

json_t *
case_failed(const char *fmt, ...)
{
	va_list words;

	va_start(words, fmt);
	vfprintf(stderr, fmt, words);
	va_end(words);
	fputc('\n', stderr);
	return NULL;
}

json_t *
number(double x)
{
	if (isnan(x))
		return json_null();
	if (isinf(x))
		return json_string(x > 0 ? "Inf" : "-Inf");
	return json_real(x);
}

json_t *
numbers(const double *x, size_t n)
{
	json_t *list = json_array();

	for (size_t i = 0; i < n; i++)
		json_array_append_new(list, number(x[i]));
	return list;
}

json_t *
whole(size_t n)
{
	return json_integer((json_int_t)n);
}

json_t *
truth_or_null(int truth)
{
	return truth < 0 ? json_null() : json_boolean(truth);
}

double
argument(const json_t *c, const char *key, double without)
{
	const json_t *v = json_object_get(c, key);

	return json_is_number(v) ? json_number_value(v) : without;
}

size_t
argument_count(const json_t *c, const char *key, size_t without)
{
	double v = argument(c, key, (double)without);

	return v >= 0 && v < 1e6 ? (size_t)v : 0;
}

const char *
argument_text(const json_t *c, const char *key)
{
	return json_string_value(json_object_get(c, key));
}

double *
argument_numbers(struct arena *a, const json_t *list, size_t *n)
{
	double *x;

	*n = json_array_size(list);
	x = NEW_MANY(a, double, *n);
	for (size_t i = 0; i < *n; i++)
		x[i] = json_is_number(json_array_get(list, i)) ? json_number_value(json_array_get(list, i)) : NAN;
	return x;
}

static json_t *
one(const char *dir, const json_t *c)
{
	const char *method = argument_text(c, "method");
	const struct case_kind *k = kinds;
	struct arena *a;
	json_t *result;

	while (k != NULL && (method == NULL || strcmp(k->method, method) != 0))
		k = k->next;
	if (k == NULL)
		return case_failed("method %s is not there yet", method != NULL ? method : "(none)");
	a = arena_new();
	result = k->run(a, dir, c);
	arena_free(a);
	return result;
}

/* With parts: an object of results, each of the case's arguments with those of the part. */
json_t *
case_result(const char *dir, const json_t *c)
{
	json_t *parts = json_object_get(c, "parts"), *all, *part;
	const char *name;

	if (!json_is_object(parts))
		return one(dir, c);
	all = json_object();
	json_object_foreach(parts, name, part) {
		json_t *arguments = json_copy((json_t *)(uintptr_t)c), *result;

		json_object_update(arguments, part);
		result = one(dir, arguments);
		json_decref(arguments);
		if (result == NULL) {
			json_decref(all);
			return NULL;
		}
		json_object_set_new(all, name, result);
	}
	return all;
}

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static bool
asked_for(int argc, char **argv, const char *key)
{
	if (argc == 2)
		return true;
	for (int i = 2; i < argc; i++)
		if (strcmp(argv[i], key) == 0)
			return true;
	return false;
}

/* Usage: statcases DIR [case ...]. STATCASES_TIME=1 says the CPU seconds of each on stderr. */
int
main(int argc, char **argv)
{
	char path[4096];
	json_t *cases, *all = json_object(), *c;
	size_t i, absent = 0;

	if (argc < 2)
		return case_failed("usage: statcases DIR [case ...]"), 2;
	snprintf(path, sizeof path, "%s/cases.json", argv[1]);
	cases = json_load_file(path, 0, NULL);
	if (!json_is_array(cases))
		return case_failed("%s is no list of cases", path), 2;
	json_array_foreach(cases, i, c) {
		const char *key = argument_text(c, "key");
		double start = now();
		json_t *result;

		if (key == NULL || !asked_for(argc, argv, key))
			continue;
		result = case_result(argv[1], c);
		if (getenv("STATCASES_TIME"))
			fprintf(stderr, "%8.3f s %s\n", now() - start, key);
		if (result != NULL)
			json_object_set_new(all, key, result);
		else
			absent++, fprintf(stderr, "absent: %s\n", key);
	}
	json_dumpf(all, stdout, JSON_INDENT(1) | JSON_REAL_PRECISION(17));
	putchar('\n');
	json_decref(all);
	json_decref(cases);
	return absent > 0;
}
