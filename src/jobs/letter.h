/* letter.h: a letter as mail programs read it (RFC 5322). Pure: words in, bytes out. */
#ifndef JOBS_LETTER_H
#define JOBS_LETTER_H

#include "base/arena.h"

struct letter {
	int64_t id, now;
	const char *from, *host;        /* our own address; the host of Message-ID */
	const char *to, *subject, *text;
	const char *stop;               /* where to stop letters of its kind, or NULL */
};

/* One plain address that can begin no other header nor another reader: local@host.name. */
bool letter_address_is(const char *text);
/* NULL: an address that is none. Message-ID goes by id alone: the same letter twice is the same letter. */
const char *letter_write(struct arena *a, const struct letter *l);

#endif
