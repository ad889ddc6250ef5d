/* statcases.h: what the case files share: tables, levels, terms, JSON numbers. Knows no method. */
#ifndef STATCASES_H
#define STATCASES_H

#include "base/arena.h"
#include "base/base.h"

#include <jansson.h>

/* A CASE("method") { ... } registers itself; it has `a` (memory of this case), `dir` and the arguments `c`, and
 * returns the result, or NULL when the case cannot be computed (say why with case_failed). */
typedef json_t *case_run(struct arena *a, const char *dir, const json_t *c);
struct case_kind {
	const char *method;
	case_run *run;
	struct case_kind *next;
};
void case_add(struct case_kind *k);

#define CASE_NAME2(a, b) a##b
#define CASE_NAME(a, b) CASE_NAME2(a, b)
#define CASE(method) CASE_AT(method, __LINE__)
#define CASE_AT(method, line) \
	static case_run CASE_NAME(run_, line); \
	static struct case_kind CASE_NAME(kind_, line) = { method, CASE_NAME(run_, line), 0 }; \
	__attribute__((constructor)) static void CASE_NAME(add_, line)(void) \
	{ case_add(&CASE_NAME(kind_, line)); } \
	static json_t *CASE_NAME(run_, line)(struct arena *a, const char *dir, const json_t *c)

/* The result of a case, with its parts; NULL when it cannot be computed. */
json_t *case_result(const char *dir, const json_t *c);
json_t *case_failed(const char *fmt, ...) __attribute__((format(printf, 1, 2)));        /* NULL; the words go to stderr */

/* Numbers out: NaN is null, an infinity is "Inf" or "-Inf". */
json_t *number(double x);
json_t *numbers(const double *x, size_t n);
json_t *whole(size_t n);
json_t *truth_or_null(int truth);                        /* below 0: null */

/* Numbers in. */
double argument(const json_t *c, const char *key, double without);
size_t argument_count(const json_t *c, const char *key, size_t without);  /* 0 when it is no count below a million */
const char *argument_text(const json_t *c, const char *key);             /* NULL when absent */
double *argument_numbers(struct arena *a, const json_t *list, size_t *n); /* of a JSON array */

/* A file of the case, after its `where`. cell is NULL where the file says NA. */
struct table {
	size_t rows, columns;
	char **name;            /* [columns] */
	char ***cell;           /* [rows][columns] */
};
struct table *case_table(struct arena *a, const char *dir, const json_t *c);             /* c.file, c.where */
struct table *case_table_of(struct arena *a, const char *dir, const char *file, const json_t *where);
size_t column_of(const struct table *t, const char *name);               /* SIZE_MAX when absent */
double *column_numbers(struct arena *a, const struct table *t, const char *name);       /* NaN where missing; NULL when absent */
bool condition_holds(const struct table *t, size_t row, const json_t *condition);
/* Whole numbers, no header: row by row; NULL when it cannot be read. */
double *case_matrix(struct arena *a, const char *dir, const char *file, size_t *rows, size_t *columns);

/* c.y of c.file in row order, logarithms when c.log says so; NULL when it cannot be read. */
double *case_series(struct arena *a, const char *dir, const json_t *c, size_t *n);

/* Levels of "a" or "a:b": distinct texts in the order of CASES.md; of[row] is the position, SIZE_MAX where missing. */
struct levels {
	size_t n;
	char **text;
	size_t *of;
};
struct levels *case_levels(struct arena *a, const struct table *t, const char *factor);

/* Intercept and terms: x is [p][n], column by column; rows with a missing cell hold NaN. NULL: an unknown column. */
struct design {
	size_t n, p;
	char **name;
	double *x;
};
struct design *case_design(struct arena *a, const struct table *t, const json_t *terms, bool intercept);

#endif
