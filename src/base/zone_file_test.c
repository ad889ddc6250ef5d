/* zone_file_test.c: TZif bytes, whole and broken. */
#include "base/zone_file.h"
#include "base/test.h"

#include <stdlib.h>
#include <string.h>

/* A file of one type (+1 h), then +2 h from 1000, +1 h from 2000, then by rule. */
#define HEAD(times, types, leaps) "TZif2\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0" \
	"\0\0\0\0" "\0\0\0\0" "\0\0\0" leaps "\0\0\0" times "\0\0\0" types "\0\0\0\4"
#define OLD HEAD("\0", "\1", "\0") "\0\0\0\0\0\0" "UTC\0"
#define TIMES "\0\0\0\0\0\0\3\xe8" "\0\0\0\0\0\0\7\xd0"
#define TYPES "\0\0\x0e\x10\0\0" "\0\0\x1c\x20\1\0"
#define WHOLE OLD HEAD("\2", "\2", "\0") TIMES "\1\0" TYPES "AAA\0" "\nAAA-1\n"
#define NO_RULE OLD HEAD("\2", "\2", "\0") TIMES "\1\1" TYPES "AAA\0" "\n\n"
#define BYTES(text) { text, sizeof text - 1 }

static const struct {
	const char *words;
	struct blob bytes;
	int64_t at;
	int offset;             /* -1: refused */
} files[] = {
	{ "before the first change",   BYTES(WHOLE),    999, 3600 },
	{ "at the first change",       BYTES(WHOLE),   1000, 7200 },
	{ "before the second",         BYTES(WHOLE),   1999, 7200 },
	{ "at the second",             BYTES(WHOLE),   2000, 3600 },
	{ "long after, by rule",       BYTES(WHOLE),   INT64_C(9999999999), 3600 },
	{ "long after, without one",   BYTES(NO_RULE), INT64_C(9999999999), 7200 },
	{ "no changes at all", BYTES(OLD HEAD("\0", "\1", "\0") "\0\0\x0e\x10\0\0" "AAA\0\n\n"),
	  0, 3600 },
	{ "no types", BYTES(OLD HEAD("\0", "\0", "\0") "AAA\0\n\n"), 0, -1 },
	{ "a type that is not there",
	  BYTES(OLD HEAD("\2", "\2", "\0") TIMES "\1\2" TYPES "AAA\0\n\n"), 0, -1 },
	{ "times out of order",
	  BYTES(OLD HEAD("\2", "\2", "\0") "\0\0\0\0\0\0\7\xd0" "\0\0\0\0\0\0\3\xe8" "\1\0"
	      TYPES "AAA\0\n\n"), 0, -1 },
	{ "an offset of a week",
	  BYTES(OLD HEAD("\0", "\1", "\0") "\0\x10\0\0\0\0" "AAA\0\n\n"), 0, -1 },
	{ "leap seconds",
	  BYTES(OLD HEAD("\0", "\1", "\1") "\0\0\x0e\x10\0\0" "AAA\0"
	      "\0\0\0\0\0\0\0\0" "\0\0\0\1" "\n\n"), 0, -1 },
	{ "only the old block", BYTES(OLD), 0, -1 },
	{ "another kind of file",
	  BYTES("#!/bin/sh: forty-four bytes and a few more of it\n"), 0, -1 },
	{ "an empty file", BYTES(""), 0, -1 },
};

TEST("a zone file says the offset at any instant, or is refused")
{
	for (size_t i = 0; i < COUNT(files); i++) {
		struct zone_file f;
		bool good = zone_file_read(files[i].bytes, &f);

		SAY(files[i].words);
		EQ(good, files[i].offset >= 0);
		if (good)
			EQ(zone_file_offset(&f, files[i].at), files[i].offset);
	}
}

TEST("a file cut short anywhere before its rule is refused, and never read past its end")
{
	static const char whole[] = WHOLE;
	size_t foot = sizeof whole - 1 - strlen("\nAAA-1\n");

	for (size_t n = 0; n < sizeof whole - 1; n++) {
		unsigned char *cut = malloc(n + (n == 0));
		struct zone_file f;
		bool good;

		memcpy(cut, whole, n);
		good = zone_file_read((struct blob){ cut, n }, &f);
		if (good)
			zone_file_offset(&f, 5000);
		free(cut);
		EQ(good, n >= foot);
	}
}

TEST("a file with any one byte wrong is read without harm")
{
	static const char whole[] = WHOLE;

	for (size_t n = 0; n < 256 * (sizeof whole - 1); n++) {
		unsigned char *broken = malloc(sizeof whole - 1);
		struct zone_file f;

		memcpy(broken, whole, sizeof whole - 1);
		broken[n / 256] = (unsigned char)n;
		if (zone_file_read((struct blob){ broken, sizeof whole - 1 }, &f))
			zone_file_offset(&f, 1500);
		free(broken);
	}
}
