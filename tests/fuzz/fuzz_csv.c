/* fuzz_csv.c: any bytes are a CSV file, or a flaw with its row; what is read can be written. */
#include "base/text.h"
#include "people/people_csv.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t n);

/* Cells written in quotes read back the same. */
static void
again(struct arena *a, const struct csv_row *row, char separator)
{
	struct csv *c = NEW(a, struct csv);
	struct csv_row back;
	struct out o;

	out_init(&o, a);
	for (int i = 0; i < row->n; i++) {
		if (i > 0)
			put_char(&o, separator);
		put_char(&o, '"');
		for (const char *t = row->cells[i]; *t; t++) {
			if (*t == '"')
				put_char(&o, '"');
			put_char(&o, *t);
		}
		put_char(&o, '"');
	}
	csv_open(c, a, (struct blob){ o.at, o.n });
	c->separator = separator;
	if (!csv_next(c, &back) || back.n != row->n)
		abort();
	for (int i = 0; i < back.n; i++)
		if (strcmp(back.cells[i], row->cells[i]) != 0)
			abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *at, size_t n)
{
	struct arena *a = arena_new();
	struct csv *c = NEW(a, struct csv);
	struct csv_row row;
	char *copy = malloc(n + !n);

	memcpy(copy, at, n);
	csv_open(c, a, (struct blob){ copy, n });
	for (int rows = 0; csv_next(c, &row); rows++) {
		if (row.n < 1 || row.n > CSV_COLUMNS || row.line < 1)
			abort();
		for (int i = 0; i < row.n; i++)
			if (!text_is_utf8(row.cells[i], strlen(row.cells[i])))
				abort();
		if (rows == 0)
			again(a, &row, c->separator);
	}
	if (c->flaw.code != NULL && csv_next(c, &row))
		abort();
	free(copy);
	arena_free(a);
	return 0;
}
