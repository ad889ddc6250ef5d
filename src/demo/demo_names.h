/* demo_names.h: names of people from many languages. Knows names; nothing of who bears them. */
#ifndef DEMO_NAMES_H
#define DEMO_NAMES_H

#include "base/base.h"

/*
 * One language's names: lists with commas between. Given names stand by turns, a woman's, a man's.
 * "Wei|伟" is the Latin form, then the native one.
 */
struct culture {
	const char *lang;
	const char *given, *family;
	bool family_first;              /* in its own script: family, then given, without a space */
	bool family_by_turns;           /* family names too stand by turns, a woman's, a man's */
};

extern const struct culture demo_cultures_west[], demo_cultures_east[];
extern const size_t demo_cultures_west_n, demo_cultures_east_n;

/* West and east as one list. */
size_t culture_count(void);
const struct culture *culture_at(size_t n);
/* The first of a language; NULL when there is none. */
const struct culture *culture_of(const char *lang);

/* Items of a list with commas. */
size_t list_count(const char *list);
/* The n-th item, up to its comma; the part before (native false) or after the bar, which is the
 * whole when there is no bar. */
struct blob list_item(const char *list, size_t n, bool native);

#endif
