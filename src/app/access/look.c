/* look.c: that somebody saw a sensitive record, for the person it is about. Decides nothing about who may. */
#include "access/access.h"

/* As events name them; what is not here is nobody's to ask after. */
static const char *const kinds[] = {
	[OF_REVIEW] = "review", [OF_PART] = "part", [OF_FEEDBACK] = "feedback", [OF_SHARED] = "note",
};

/*
 * Left out: oneself; who writes in it and is nothing else to the person, else the list would name
 * who was asked about them; what everybody may read.
 */
static bool
counts(const struct rq *rq, const struct subject *s)
{
	uint32_t plain = 1u << SELF | 1u << REVIEWER | 1u << COLLEAGUE;

	return (size_t)s->of < COUNT(kinds) && kinds[s->of] && s->person.n && s->person.n != rq->viewer.n && s->relations & ~plain;
}

void
access_looked(struct rq *rq)
{
	const struct subject *s = rq_subject(rq);

	if (counts(rq, s))
		look_leave(rq, kinds[s->of], s->id, s->person.n);
}
