/* people_dates.h: days as files write them. Knows no files; guesses nothing: what two readings
 * fit is a question. */
#ifndef PEOPLE_DATES_H
#define PEOPLE_DATES_H

#include "base/day.h"

enum date_form { DATES_UNSAID, DATES_DMY, DATES_MDY, DATES_YMD };

enum date_fault { DATE_FINE, DATE_BAD, DATE_SHORT_YEAR };

/* "dmy", "mdy", "ymd"; DATES_UNSAID for anything else. */
enum date_form date_form_of(const char *word);
const char *date_form_word(enum date_form f);    /* "" when unsaid */

/* One cell, trimmed. With the year first every form reads alike; a time of day is passed over.
 * DATE_SHORT_YEAR: a day whose year has two digits, still without its century (date_within). */
enum date_fault date_read(const char *text, enum date_form form, struct day *d);

/* A day of a short year: the last such year that is not more than `ahead` years after today's. */
struct day date_within(struct day d, struct day today, int ahead);

/* One cell as a day with its century, to show what it would be; {0} when it is none. */
struct day date_shown(const char *text, enum date_form form, struct day today);

/* What the cells of one column tell together. Begin with { 0 }. */
struct date_column {
	bool day_first, month_first;    /* a first, a second number over 12 was seen */
	bool two_ways;                  /* some cell is a different day in each reading */
	char decides[32], unclear[32];  /* the first such cells */
};

void date_look(struct date_column *c, const char *text);
/* The form the column decides itself; DATES_UNSAID: it is a question (date_is_question) or the
 * column contradicts itself (both flags). A column that reads alike either way is DATES_DMY. */
enum date_form date_decided(const struct date_column *c);
bool date_is_question(const struct date_column *c);

#endif
