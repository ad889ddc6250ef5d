/* people_utf16.c: text as spreadsheets export it under the name "Unicode", made UTF-8. Bytes only. */
#include "people/people_csv.h"

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

bool
csv_utf16(struct arena *a, struct blob file, struct blob *utf8)
{
	const unsigned char *at = file.at;
	bool big = file.n >= 2 && at[0] == 0xfe;
	struct out o;

	if (file.n % 2 != 0)
		return false;
	out_init(&o, a);
	put(&o, "");
	for (size_t i = 2; i < file.n; i += 2) {
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
