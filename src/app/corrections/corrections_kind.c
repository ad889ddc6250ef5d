/* corrections_kind.c: a correction as a request's subject, and what the viewer is to it. Knows no page. */
#include "corrections/corrections.h"

struct correction_asks {
	const struct correction_asked_rows *correction;
	const struct held_rows *relations;
};

static void *
correction_ask_about(struct rq *rq, struct blob who, int64_t id)
{
	struct correction_asks *c = NEW(rq->arena, struct correction_asks);

	c->correction = correction_subject(rq, (correction_id){ id });
	c->relations = correction_relations(rq, who, (correction_id){ id });
	return c;
}

static bool
correction_judge(struct rq *rq __attribute__((unused)), void *asked, struct subject *s)
{
	const struct correction_asks *c = asked;

	if (c->correction->n == 0)
		return false;
	s->person = c->correction->at->person;
	s->name = c->correction->at->name;
	s->state = c->correction->at->state;
	for (size_t i = 0; i < c->relations->n; i++)
		s->relations |= relation_bit(c->relations->at[i].relation);
	return true;
}

const struct subject_kind corrections_kinds[] = {
	{ OF_CORRECTION, correction_ask_about, correction_judge },
	{ 0 }
};
