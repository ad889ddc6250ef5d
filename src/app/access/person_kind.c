/* person_kind.c: a person as a request's subject, and what the viewer is to them. */
#include "access/access.h"
#include "access/policy_words.h"

struct person_asked {
	const struct person_name_rows *name;
	const struct held_rows *relations;
};

static void *
person_ask(struct rq *rq, struct blob who, int64_t id)
{
	struct person_asked *p = NEW(rq->arena, struct person_asked);

	p->name = who_person(rq, (person_id){ id });
	p->relations = who_relations(rq, who, (person_id){ id });
	return p;
}

static bool
person_judge(struct rq *rq, void *asked, struct subject *s)
{
	const struct person_asked *p = asked;

	if (!p->name->n)
		return false;
	s->person = (person_id){ s->id };
	s->name = p->name->at->name;
	s->state = p->name->at->employed ? "employed" : "left";
	for (size_t i = 0; i < p->relations->n; i++)
		s->relations |= relation_bit(p->relations->at[i].relation);
	return true;
}

const struct subject_kind access_kinds[] = {
	{ OF_PERSON, person_ask, person_judge },
	{ 0 }
};
