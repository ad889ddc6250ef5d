/* fuzz_dates.c: any text is a day, or none; a day that is read is a real one and reads back. */
#include "people/people_dates.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t n);

int
LLVMFuzzerTestOneInput(const uint8_t *at, size_t n)
{
	struct date_column column = { 0 };
	char *text = malloc(n + 1);

	memcpy(text, at, n);
	text[n] = '\0';
	for (enum date_form f = DATES_UNSAID; f <= DATES_YMD; f++) {
		struct day d = { 0 }, back = { 0 };
		char iso[11];

		if (date_read(text, f, &d) != DATE_FINE)
			continue;
		if (!day_is(d))
			abort();
		day_write(d, iso);
		if (date_read(iso, f, &back) != DATE_FINE || day_compare(d, back) != 0)
			abort();
	}
	date_look(&column, text);
	if (date_is_question(&column) && date_decided(&column) != DATES_UNSAID)
		abort();
	free(text);
	return 0;
}
