/* every.h: every statement of the program, as sqlgen lists them. For tests that run them all. */
#ifndef DB_EVERY_H
#define DB_EVERY_H

#include "db/db.h"

struct every_statement {
	const struct statement *st;     /* NULL ends the list */
	const char *types;              /* of its parameters, "person_id day text? key?"; a key binds two values */
	int sorts;
};
extern const struct every_statement every_statement[];

#endif
