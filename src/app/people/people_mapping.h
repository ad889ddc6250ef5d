/* people_mapping.h: which column holds what. Knows headers and fields; no rows, no database. */
#ifndef PEOPLE_MAPPING_H
#define PEOPLE_MAPPING_H

#include "people/people_csv.h"
#include "people/people_dates.h"

enum field_of {
	IN_NOTHING, IN_NUMBER, IN_NAME, IN_GIVEN, IN_FAMILY, IN_EMAIL, IN_MANAGER, IN_UNIT,
	IN_UNIT_PATH, IN_JOB, IN_LEVEL, IN_LOCATION, IN_STARTS, IN_ENDS, IN_END_REASON, IN_LANG,
	IN_PHONE, IN_GENDER, IN_BIRTH_DAY, IN_FIELDS
};

struct mapping {
	int n;                                  /* columns */
	const char *header[CSV_COLUMNS];        /* cleaned; "" for a column without one */
	enum field_of in[CSV_COLUMNS];
	enum date_form dates;
};

/* "unit-path"; "" for nothing. */
const char *field_word(enum field_of f);
/* From its word, its English label or any header we know ("Vorname"); IN_FIELDS if unknown. */
enum field_of field_named(struct arena *a, const char *word);
/* What a column of this header most likely holds; *sure: more is surer, 0 nothing. */
enum field_of field_guess(struct arena *a, const char *header, int *sure);

/* Each field at most once; given and family names before one name column. */
void mapping_propose(struct mapping *m, struct arena *a, const struct csv_row *header);
/* "COLUMN=field" or "COLUMN=" over what is there; a code when it cannot be: column_unknown,
 * field_unknown, mapping_form; NULL when done. A field moves from the column that had it. */
const char *mapping_set(struct mapping *m, struct arena *a, const char *text);
void mapping_put(struct mapping *m, int column, enum field_of f);
/* The column of a field, or -1. */
int mapping_at(const struct mapping *m, enum field_of f);
/* What is missing for people to be read: no_number, no_name; NULL when nothing. */
const char *mapping_lack(const struct mapping *m);

/* What is kept in the database: the form of dates and a word a column. read: false when it is not
 * of this header (another count) or not ours. */
char *mapping_text(const struct mapping *m, struct arena *a);
bool mapping_read(struct mapping *m, struct arena *a, const char *text);
/* The same for every file with these headers in this order. */
struct blob mapping_digest(const struct mapping *m, struct arena *a);

#endif
