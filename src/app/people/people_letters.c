/*
 * people_letters.c: text as spreadsheets export it, made UTF-8: UTF-16 (with its mark or without),
 * and Windows-1252 when it cannot be anything else. Bytes only.
 */
#include "people/people_csv.h"

#include "base/text.h"

#include <string.h>

static unsigned
pair_at(const unsigned char *at, bool big)
{
	return big ? at[0] * 256U + at[1] : at[1] * 256U + at[0];
}

static void
put_letter(struct out *o, unsigned c)
{
	if (c < 0x80) {
		put_char(o, (char)c);
	} else if (c < 0x800) {
		put_char(o, (char)(0xc0 | c >> 6));
		put_char(o, (char)(0x80 | (c & 0x3f)));
	} else {
		if (c >= 0x10000) {
			put_char(o, (char)(0xf0 | c >> 18));
			put_char(o, (char)(0x80 | (c >> 12 & 0x3f)));
		} else {
			put_char(o, (char)(0xe0 | c >> 12));
		}
		put_char(o, (char)(0x80 | (c >> 6 & 0x3f)));
		put_char(o, (char)(0x80 | (c & 0x3f)));
	}
}

static bool
from_utf16(struct arena *a, struct blob file, bool big, struct blob *utf8)
{
	const unsigned char *at = file.at;
	struct out o;

	if (file.n % 2 != 0)
		return false;
	out_init(&o, a);
	put(&o, "");
	for (size_t i = 0; i < file.n; i += 2) {
		unsigned c = pair_at(at + i, big), low;

		if (c >= 0xdc00 && c < 0xe000)
			return false;
		if (c >= 0xd800 && c < 0xdc00) {
			low = i + 2 < file.n ? pair_at(at + i + 2, big) : 0;
			if (low < 0xdc00 || low >= 0xe000)
				return false;
			c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
			i += 2;
		}
		put_letter(&o, c);
	}
	*utf8 = (struct blob){ o.at, o.n };
	return true;
}

enum { LOOK = 256 };

/* Zeros at every second place and nowhere else: UTF-16 of a western table, its mark left out. 1 big, 0 small, -1 neither. */
static int
unmarked(const unsigned char *at, size_t n)
{
	size_t zeros[2] = { 0 }, seen = (n < LOOK ? n : LOOK) & ~(size_t)1;

	for (size_t i = 0; i < seen; i++)
		zeros[i % 2] += at[i] == 0;
	if (seen < 8 || zeros[0] + zeros[1] < seen / 4 || (zeros[0] > 0 && zeros[1] > 0))
		return -1;
	return zeros[0] > 0;
}

/* What the bytes 0x80 to 0x9f mean on Windows; 0: nothing. */
static const unsigned short windows[32] = {
	0x20ac, 0, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0, 0x17d, 0,
	0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0, 0x17e, 0x178,
};

/* Does a letter of UTF-8 of several bytes begin here? */
static bool
utf8_begins(const unsigned char *at, size_t n)
{
	size_t more = at[0] >= 0xf0 && at[0] < 0xf5 ? 3 : at[0] >= 0xe0 ? 2 : at[0] >= 0xc2 ? 1 : 0;

	return more > 0 && at[0] < 0xf5 && more < n && text_is_utf8(at, more + 1);
}

/* Letters over 127, none of them UTF-8, no zeros, no bytes without a meaning, lines that end as on Windows or Unix. */
static bool
may_be_windows(const unsigned char *at, size_t n)
{
	bool high = false, line = memchr(at, '\n', n) != NULL;

	if (!line && memchr(at, '\r', n) != NULL)
		return false;           /* an old Macintosh wrote other letters there */
	for (size_t i = 0; i < n; i++) {
		if (at[i] == 0 || (at[i] >= 0x80 && at[i] < 0xa0 && windows[at[i] - 0x80] == 0))
			return false;
		if (at[i] >= 0x80 && utf8_begins(at + i, n - i))
			return false;
		high |= at[i] >= 0x80;
	}
	return high;
}

static struct blob
from_windows(struct arena *a, struct blob file)
{
	const unsigned char *at = file.at;
	struct out o;

	out_init(&o, a);
	put(&o, "");
	for (size_t i = 0; i < file.n; i++)
		put_letter(&o, at[i] >= 0x80 && at[i] < 0xa0 ? windows[at[i] - 0x80] : at[i]);
	return (struct blob){ o.at, o.n };
}

const char *
csv_letters(struct arena *a, struct blob *file, bool *guessed)
{
	const unsigned char *at = file->at;
	int order = -1;

	*guessed = false;
	if (file->n >= 4 && (memcmp(at, "\xff\xfe\0\0", 4) == 0 || memcmp(at, "\0\0\xfe\xff", 4) == 0))
		return "file_utf32";
	if (file->n >= 2 && (memcmp(at, "\xff\xfe", 2) == 0 || memcmp(at, "\xfe\xff", 2) == 0)) {
		order = at[0] == 0xfe;
		*file = (struct blob){ at + 2, file->n - 2 };
	} else if (file->n >= 3 && memcmp(at, "\xef\xbb\xbf", 3) == 0) {
		*file = (struct blob){ at + 3, file->n - 3 };
	} else {
		order = unmarked(at, file->n);
	}
	if (order >= 0)
		return from_utf16(a, *file, order == 1, file) ? NULL : "file_utf16";
	if (file->n > 0 && !text_is_utf8(file->at, file->n) && may_be_windows(file->at, file->n)) {
		*file = from_windows(a, *file);
		*guessed = true;
	}
	return NULL;
}
