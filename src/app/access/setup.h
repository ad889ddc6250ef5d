/* setup.h: the first person of an organisation. Inside access only. */
#ifndef ACCESS_SETUP_H
#define ACCESS_SETUP_H

#include "access/access.h"

struct first {
	const char *organisation, *zone, *given, *family, *email, *secret;
	account_id account;             /* filled */
	person_id person;
};

/* Rows of the organisation, its root unit, the first person with both roles, and their account. */
void setup_make(struct rq *rq, struct first *f, unit_id root);

#endif
