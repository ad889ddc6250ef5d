/* people_stand.h: where a row leaves its person: what holds after it. Pure. */
#ifndef PEOPLE_STAND_H
#define PEOPLE_STAND_H

#include "people/people_import.h"

/* Who they are after the row: what no column holds stays as it was. NULL: there is none. */
struct who {
	const char *number, *number_key, *email, *email_key, *given, *family, *shown, *sort_key,
	    *phone, *lang;
};

struct stand {
	spell_id spell;                 /* 0: a new one */
	bool again;                     /* a new employment */
	bool employed, over;            /* today; the last day is past */
	bool manager_here;              /* the manager is employed today */
	struct day starts_on, ends_on, hired_on;        /* ends_on: the day after the last */
	unit_id unit;
	job_id job;
	level_id level;
	location_id location;
	person_id manager;
	const char *sort_key;
};

struct who who_of(struct arena *a, const struct import_line *l);
/* Ids of wanted units and of people in the file must have been given. */
struct stand stand_of(const struct import *im, const struct import_line *l);
struct day day_later(struct day a, struct day b);

#endif
