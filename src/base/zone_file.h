/* zone_file.h: the inside of a TZif file from version 2 (RFC 8536). Knows no paths. */
#ifndef BASE_ZONE_FILE_H
#define BASE_ZONE_FILE_H

#include "base/zone_rule.h"

/* Points into the bytes it was read from. */
struct zone_file {
	const unsigned char *times;     /* of n changes, 8 bytes each, ascending */
	const unsigned char *kinds;     /* which type each change leads to */
	const unsigned char *types;     /* 6 bytes each; at least one */
	size_t n;
	bool ruled;                     /* `rule` goes on after the last change */
	struct zone_rule rule;
};

/* False for other files, damaged ones and those that count leap seconds. */
bool zone_file_read(struct blob bytes, struct zone_file *f);
/* Seconds east of UTC at so many seconds since 1970, within the years 1 to 9999. */
int zone_file_offset(const struct zone_file *f, int64_t seconds);

#endif
