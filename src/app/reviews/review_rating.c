/* review_rating.c: what do the answers come to? No database, no HTML, no fractions. */
#include "reviews/review_rating.h"

enum { WHOLE = 1000, PERCENT = 100 };

/* n / d to the nearest whole number, half up also below zero. d > 0. */
static int64_t
half_up(int64_t n, int64_t d)
{
	int64_t twice = 2 * n + d;
	int64_t down = twice / (2 * d);

	return twice % (2 * d) < 0 ? down - 1 : down;
}

static int64_t
counts(const struct rating_input *input)
{
	return input->section_weight * input->weight;   /* at most a million */
}

struct rating
review_rating(const struct rating_input *inputs, size_t n)
{
	struct rating made = { .value = NONE };
	int64_t whole = 0, come = 0, sum = 0;

	for (size_t i = 0; i < n; i++) {
		whole += counts(&inputs[i]);
		if (inputs[i].value == NONE)
			continue;
		come += counts(&inputs[i]);
		sum += counts(&inputs[i]) * inputs[i].value;
	}
	if (whole == 0)
		return made;
	made.based_on = come * PERCENT / whole;
	if (2 * come >= whole)
		made.value = half_up(sum, come);
	return made;
}

int64_t
rating_share(const struct rating_input *input)
{
	return half_up(counts(input), WHOLE);
}

size_t
rating_mark(const int64_t *marks, size_t n, int64_t value)
{
	size_t at = 0;

	while (at + 1 < n && 2 * value >= marks[at] + marks[at + 1])
		at++;
	return at;
}
