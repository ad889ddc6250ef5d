/* people_zip.c: reads the directory at the end of a ZIP file and unpacks one part. Bytes only; every offset is checked. */
#include "people/people_zip.h"

#include <string.h>
#include <zlib.h>

enum { END = 22, ENTRY = 46, LOCAL = 30, COMMENT_MOST = 65535, PARTS_MOST = 10000, PIECE = 64 << 10, STORED = 0, DEFLATED = 8 };

static size_t
two(const unsigned char *at)
{
	return at[0] + 256U * at[1];
}

static size_t
four(const unsigned char *at)
{
	return two(at) + 65536U * two(at + 2);
}

/* Where the directory's end is said, searched from the back; NULL: nowhere. */
static const unsigned char *
end_of(const unsigned char *file, size_t n)
{
	for (size_t back = END; back <= n && back <= END + COMMENT_MOST; back++)
		if (memcmp(file + n - back, "PK\5\6", 4) == 0)
			return file + n - back;
	return NULL;
}

/* The bytes behind the local head at `at`. */
static bool
behind_head(struct blob file, size_t at, size_t packed, struct zip_part *part)
{
	const unsigned char *head = (const unsigned char *)file.at + at;
	size_t skip;

	if (at > file.n || file.n - at < LOCAL || memcmp(head, "PK\3\4", 4) != 0)
		return false;
	skip = LOCAL + two(head + 26) + two(head + 28);
	if (skip > file.n - at || packed > file.n - at - skip)
		return false;
	part->at = head + skip;
	part->n = packed;
	return true;
}

static bool
is_named(const unsigned char *entry, const char *name)
{
	size_t n = two(entry + 28);
#ifdef PLANT
	char small[16];

	memcpy(small, entry + ENTRY, n);
	if (small[0] == '\1')
		return true;
#endif
	return n == strlen(name) && memcmp(entry + ENTRY, name, n) == 0;
}

bool
zip_find(struct blob file, const char *name, struct zip_part *part)
{
	const unsigned char *all = file.at, *end = file.n < END ? NULL : end_of(all, file.n), *at, *last;

	if (end == NULL || four(end + 16) > (size_t)(end - all))
		return false;
	at = all + four(end + 16);
	last = end;
	for (size_t i = 0; i < two(end + 10) && i < PARTS_MOST; i++) {
		size_t whole;

		if (last - at < ENTRY || memcmp(at, "PK\1\2", 4) != 0)
			return false;
		whole = ENTRY + two(at + 28) + two(at + 30) + two(at + 32);
		if (whole > (size_t)(last - at))
			return false;
		if (is_named(at, name)) {
			part->packed = two(at + 10) == DEFLATED;
			if ((two(at + 8) & 1) != 0 || (two(at + 10) != STORED && !part->packed))
				return false;           /* encrypted, or packed another way */
			return behind_head(file, four(at + 42), four(at + 20), part);
		}
		at += whole;
	}
	return false;
}

static bool
pour_packed(const struct zip_part *part, size_t most, bool (*take)(void *, const void *, size_t), void *arg)
{
	unsigned char piece[PIECE];
	z_stream z = { .next_in = (unsigned char *)(uintptr_t)part->at, .avail_in = (unsigned)part->n };
	size_t poured = 0;
	int said = Z_OK;
	bool good = inflateInit2(&z, -MAX_WBITS) == Z_OK;

	if (!good)
		return false;
	while (good && said == Z_OK) {
		size_t n;

		z.next_out = piece;
		z.avail_out = sizeof piece;
		said = inflate(&z, Z_NO_FLUSH);
		n = sizeof piece - z.avail_out;
		poured += n;
		good = (said == Z_OK || said == Z_STREAM_END) && poured <= most && (n > 0 || said == Z_STREAM_END) && (n == 0 || take(arg, piece, n));
	}
	inflateEnd(&z);
	return good && said == Z_STREAM_END;
}

bool
zip_pour(const struct zip_part *part, size_t most, bool (*take)(void *, const void *, size_t), void *arg)
{
	if (part->packed)
		return pour_packed(part, most, take, arg);
	return part->n <= most && (part->n == 0 || take(arg, part->at, part->n));
}
