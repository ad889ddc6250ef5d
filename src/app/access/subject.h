/*
 * subject.h: the record a request is about and what the viewer is to it. Loaded by the house
 * before any handler runs. Each module registers how its kind is loaded.
 */
#ifndef ACCESS_SUBJECT_H
#define ACCESS_SUBJECT_H

#include "access/policy.h"
#include "http/web.h"

struct subject {
	enum subject_of of;
	int64_t id;
	person_id person;               /* whose record it is; 0: nobody's */
	const char *name;               /* what to call it, "" if it has none */
	const char *state;              /* "" if it has none */
	uint32_t relations;             /* 1u << enum relation */
	bool scoped;                    /* nobody's record, yet only the relations found for it count, not roles held elsewhere */
	struct day from, to;            /* the days it speaks of; no day if it speaks of none */
};

/*
 * How one kind is loaded. `ask` queues queries and returns its own struct; `judge`, after answers,
 * fills person, name, state, adds relations; false: there is no such record.
 * who: digest of the session or token; join the view signed_in on it (the viewer's id is not
 * known yet: session, subject and relations are one round).
 */
struct subject_kind {
	enum subject_of of;
	void *(*ask)(struct rq *rq, struct blob who, int64_t id);
	bool (*judge)(struct rq *rq, void *asked, struct subject *s);
};
void subject_kinds(const struct subject_kind *const *lists);     /* NULL-ended list of lists ended by ask NULL */

const struct subject *rq_subject(const struct rq *rq);
/* The id of the route's subject; the request is broken when its kind is another. */
#define SUBJECT_ID(type, word, kind) \
	static inline type##_id rq_##word(struct rq *rq) \
	{ return (type##_id){ subject_id(rq, kind) }; }
int64_t subject_id(struct rq *rq, enum subject_of of);
/* The bit of a relation's word as relation_to has it ("manager", "director" …); 0 when unknown. */
uint32_t relation_bit(const char *word);
SUBJECT_ID(person, person, OF_PERSON)

/* Roles the viewer holds anywhere, as relation bits. */
uint32_t rq_roles(const struct rq *rq);
/* As templates ask it: {{#if may RELEASE_REVIEW}}, about the route's subject. */
bool may(const struct rq *rq, enum capability c);

#endif
