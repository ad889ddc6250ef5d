/* who.h: what the house keeps on web->subject. Inside access only. */
#ifndef ACCESS_WHO_H
#define ACCESS_WHO_H

#include "access/access.h"

struct caller {
	struct subject subject;
	struct blob digest;             /* of the session or token; .at NULL: none was sent */
	const struct who_row_rows *who;
	const struct held_rows *held;
	uint32_t roles;                 /* relation bits of roles held anywhere */
	const struct subject_kind *kind;
	void *of_kind;                  /* what kind->ask gave */
	const struct draft_row_rows *drafts;    /* on a page that keeps them; else NULL */
};

struct caller *caller_of(const struct rq *rq);    /* NULL outside requests */

#endif
