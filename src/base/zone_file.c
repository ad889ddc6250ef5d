/* zone_file.c: reads TZif bytes where they lie. Knows no paths, trusts no count. */
#include "base/zone_file.h"

#include <string.h>

enum { HEAD = 44, MOST = 1 << 16 };     /* bytes of a header; more than any count can be */

struct counts {
	size_t utc, standard, leaps, times, types, letters;
};

static uint64_t
number(const unsigned char *at, size_t n)
{
	uint64_t read = 0;

	for (size_t i = 0; i < n; i++)
		read = read << 8 | at[i];
	return read;
}

/* The header at *at, which then moves past it. */
static bool
head(const unsigned char **at, const unsigned char *end, struct counts *c)
{
	const unsigned char *h = *at;
	size_t *into[] = {
		&c->utc, &c->standard, &c->leaps, &c->times, &c->types, &c->letters
	};

	if (end - h < HEAD || memcmp(h, "TZif", 4) != 0 || h[4] < '2')
		return false;
	for (size_t i = 0; i < COUNT(into); i++)
		if ((*into[i] = (size_t)number(h + 20 + 4 * i, 4)) > MOST)
			return false;
	*at += HEAD;
	return true;
}

/* Bytes of a block whose times have `wide` bytes. */
static size_t
block(const struct counts *c, size_t wide)
{
	return c->times * (wide + 1) + c->types * 6 + c->letters + c->leaps * (wide + 4) +
	    c->standard + c->utc;
}

/* Every change leads to a type there is, a day's offset at most, and comes after the last. */
static bool
sound(const struct zone_file *f, const struct counts *c)
{
	for (size_t i = 0; i < c->types; i++) {
		int32_t east = (int32_t)number(f->types + 6 * i, 4);

		if (east < -26 * 3600 || east > 26 * 3600)
			return false;
	}
	for (size_t i = 0; i < f->n; i++) {
		int64_t at = (int64_t)number(f->times + 8 * i, 8);

		if (f->kinds[i] >= c->types)
			return false;
		if (i > 0 && at <= (int64_t)number(f->times + 8 * (i - 1), 8))
			return false;
	}
	return true;
}

/* "\nCET-1CEST,M3.5.0,M10.5.0/3\n"; one we cannot read leaves the last change in force. */
static void
foot(const unsigned char *at, const unsigned char *end, struct zone_file *f)
{
	const unsigned char *last;

	if (end - at < 2 || *at != '\n')
		return;
	at++;
	last = memchr(at, '\n', (size_t)(end - at));
	if (last != NULL)
		f->ruled = zone_rule_read((const char *)at, (size_t)(last - at), &f->rule);
}

bool
zone_file_read(struct blob bytes, struct zone_file *f)
{
	const unsigned char *at = bytes.at, *end = at + bytes.n;
	struct zone_file read = { .ruled = false };
	struct counts c;

	if (!head(&at, end, &c) || (size_t)(end - at) < block(&c, 4))
		return false;
	at += block(&c, 4);                     /* the old times of 32 bits */
	if (!head(&at, end, &c) || (size_t)(end - at) < block(&c, 8))
		return false;
	if (c.types == 0 || c.leaps > 0)
		return false;
	read.n = c.times;
	read.times = at;
	read.kinds = read.times + 8 * c.times;
	read.types = read.kinds + c.times;
	if (!sound(&read, &c))
		return false;
	foot(at + block(&c, 8), end, &read);
	*f = read;
	return true;
}

/* How many of the changes have come by then. */
static size_t
changes_by(const struct zone_file *f, int64_t seconds)
{
	size_t low = 0, high = f->n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if ((int64_t)number(f->times + 8 * middle, 8) <= seconds)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

int
zone_file_offset(const struct zone_file *f, int64_t seconds)
{
	size_t come = changes_by(f, seconds), type;

	if (come == f->n && f->ruled)
		return zone_rule_offset(&f->rule, seconds);
	type = come == 0 ? 0 : f->kinds[come - 1];
	return (int32_t)number(f->types + 6 * type, 4);
}
