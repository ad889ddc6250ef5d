/* small_judge.c: which counts are too small to be shown. No rows, no people, only their numbers. */
#include "home/small_judge.h"

/* The smallest cell that is still shown, zeroes last; n when there is none. */
static size_t
next_cell(const int64_t *cells, size_t n)
{
	size_t best = n;

	for (size_t i = 0; i < n; i++)
		if (cells[i] != NONE && (best == n || (cells[i] > 0 && (cells[best] == 0 || cells[i] < cells[best]))))
			best = i;
	return best;
}

void
small_cells(int64_t *cells, size_t n)
{
	int64_t hidden = 0;
	size_t many = 0, next;

	for (size_t i = 0; i < n; i++)
		if (cells[i] > 0 && cells[i] < SMALL) {
			hidden += cells[i];
			many++;
			cells[i] = NONE;
		}
	while (many > 0 && (many < 2 || hidden < SMALL) && (next = next_cell(cells, n)) < n) {
		hidden += cells[next];
		many++;
		cells[next] = NONE;
	}
}

static size_t
next_group(const int64_t *people, const bool *shown, size_t n)
{
	size_t best = n;

	for (size_t i = 0; i < n; i++)
		if (shown[i] && people[i] > 0 && (best == n || people[i] < people[best]))
			best = i;
	return best;
}

void
small_groups(int64_t whole, const int64_t *people, bool *shown, size_t n)
{
	int64_t rest = whole;
	size_t next;

	for (size_t i = 0; i < n; i++) {
		shown[i] = people[i] == 0 || people[i] >= SMALL;
		if (shown[i])
			rest -= people[i];
	}
	while (rest != 0 && rest < SMALL && (next = next_group(people, shown, n)) < n) {
		shown[next] = false;
		rest += people[next];
	}
}
