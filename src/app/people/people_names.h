/* people_names.h: names and keys of people as they are written. Knows no rows and no files. */
#ifndef PEOPLE_NAMES_H
#define PEOPLE_NAMES_H

#include "base/arena.h"

struct name {
	const char *given, *family;     /* never NULL; one of them may be "" */
};

/* Trimmed, composed (NFC), inner runs of space made one; "" for NULL. */
char *name_clean(struct arena *a, const char *text);
/* One column: "Last, First" or "First Last"; particles ("van", "de la") stay with the family. */
struct name name_split(struct arena *a, const char *text);
char *name_shown(struct arena *a, struct name n);        /* "Given Family" */
char *name_sort(struct arena *a, struct name n);         /* folded, family first */
/* The same for every order of the words: to find a manager by name. */
char *name_any(struct arena *a, const char *text);
/* What makes a number or an e-mail the same: case and composition do not matter, accents do. */
char *name_key(struct arena *a, const char *text);
bool name_is_email(const char *text);
/* "German", "de-DE", "Deutsch" -> "de"; NULL when it is no language we know. */
const char *name_lang(struct arena *a, const char *text);
/* Folded: what makes two jobs, levels or units of one name. */
char *name_word(struct arena *a, const char *text);
/* Folded words to search by, at most `most`; returns how many. Single letters are left out. */
size_t name_words(struct arena *a, const char *text, const char **words, size_t most);

#endif
