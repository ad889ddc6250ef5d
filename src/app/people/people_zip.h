/* people_zip.h: the parts of a ZIP file in memory, poured out in pieces within bounds. Knows no workbook. */
#ifndef PEOPLE_ZIP_H
#define PEOPLE_ZIP_H

#include "base/arena.h"

struct zip_part {
	struct blob file;               /* stays the caller's */
	uint64_t place;                 /* in the file's directory */
};

/* The part of that name; false: none, or the file is broken, encrypted or of a kind that cannot be read. */
bool zip_find(struct blob file, const char *name, struct zip_part *part);
/* Its bytes piece by piece; false: broken (its checksum too), more than `most` bytes, or `take` said no. */
bool zip_pour(const struct zip_part *part, size_t most, bool (*take)(void *arg, const void *at, size_t n), void *arg);

#endif
