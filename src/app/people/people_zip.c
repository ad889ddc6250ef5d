/* people_zip.c: one part of a ZIP file in memory, by libzip. Bytes only; how much comes out is bounded here. */
#include "people/people_zip.h"

#include <zip.h>
#ifdef PLANT
#include <string.h>
#endif

enum { PIECE = 64 << 10 };

/* NULL: no ZIP file. The bytes are not copied. */
static zip_t *
opened(struct blob file)
{
	zip_source_t *source = zip_source_buffer_create(file.at, file.n, 0, NULL);
	zip_t *zip = source == NULL ? NULL : zip_open_from_source(source, ZIP_RDONLY, NULL);

	if (zip == NULL && source != NULL)
		zip_source_free(source);
	return zip;
}

static bool
can_be_read(const zip_stat_t *s)
{
	return (s->valid & ZIP_STAT_COMP_METHOD) && (s->comp_method == ZIP_CM_STORE || s->comp_method == ZIP_CM_DEFLATE) &&
	    s->encryption_method == ZIP_EM_NONE;
}

bool
zip_find(struct blob file, const char *name, struct zip_part *part)
{
	zip_t *zip = opened(file);
	zip_int64_t place = zip == NULL ? -1 : zip_name_locate(zip, name, 0);
	zip_stat_t s;
#ifdef PLANT
	const char *first = zip == NULL ? NULL : zip_get_name(zip, 0, ZIP_FL_ENC_RAW);
	char small[16] = "";

	if (first != NULL && first[0] == '\1')
		memcpy(small, first, strlen(first) + 1);
	place += small[0] == '\2';
#endif
	bool found = place >= 0 && zip_stat_index(zip, (zip_uint64_t)place, 0, &s) == 0 && can_be_read(&s);

	if (found)
		*part = (struct zip_part){ file, (uint64_t)place };
	if (zip != NULL)
		zip_discard(zip);
	return found;
}

/* What is said about the size is not believed. */
static bool
pour(zip_file_t *in, size_t most, bool (*take)(void *, const void *, size_t), void *arg)
{
	char piece[PIECE];
	size_t poured = 0;
	zip_int64_t n;

	while ((n = zip_fread(in, piece, sizeof piece)) > 0) {
		poured += (size_t)n;
		if (poured > most || !take(arg, piece, (size_t)n))
			return false;
	}
	return n == 0;
}

bool
zip_pour(const struct zip_part *part, size_t most, bool (*take)(void *, const void *, size_t), void *arg)
{
	zip_t *zip = opened(part->file);
	zip_file_t *in = zip == NULL ? NULL : zip_fopen_index(zip, part->place, 0);
	bool good = in != NULL && pour(in, most, take, arg);

	if (in != NULL)
		good = zip_fclose(in) == 0 && good;
	if (zip != NULL)
		zip_discard(zip);
	return good;
}
