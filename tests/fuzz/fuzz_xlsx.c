/* fuzz_xlsx.c: any bytes are a workbook, or a flaw; what comes of a workbook is text that the reader of CSV can open. */
#include "base/text.h"
#include "people/people_csv.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t n);

int
LLVMFuzzerTestOneInput(const uint8_t *at, size_t n)
{
	struct arena *a = arena_new();
	char *copy = malloc(n + !n);
	struct blob file = { memcpy(copy, at, n), n };

	if (csv_of_workbook(a, &file) == NULL) {
		struct csv *c = NEW(a, struct csv);
		struct csv_row row;

		if (!text_is_utf8(file.at, file.n))
			abort();
		csv_open(c, a, file);
		while (csv_next(c, &row))
			if (row.n > CSV_COLUMNS)
				abort();
	}
	free(copy);
	arena_free(a);
	return 0;
}
