/* review_kind.c: a review and a part as a request's subject, and what the viewer is to them. */
#include "reviews/reviews.h"

struct review_asks {
	const struct review_asked_rows *review;
	const struct held_rows *relations;
};

static void
add_relations(struct subject *s, const struct held_rows *held)
{
	for (size_t i = 0; i < held->n; i++)
		s->relations |= relation_bit(held->at[i].relation);
}

static void *
review_ask(struct rq *rq, struct blob who, int64_t id)
{
	struct review_asks *r = NEW(rq->arena, struct review_asks);

	r->review = review_subject(rq, (review_id){ id });
	r->relations = review_relations(rq, who, (review_id){ id });
	return r;
}

static bool
review_judge(struct rq *rq __attribute__((unused)), void *asked, struct subject *s)
{
	const struct review_asks *r = asked;

	if (r->review->n == 0)
		return false;
	s->person = r->review->at->person;
	s->name = r->review->at->name;
	s->state = r->review->at->state;
	add_relations(s, r->relations);
	return true;
}

struct part_asks {
	const struct part_asked_rows *part;
	const struct held_rows *relations;
};

static void *
part_ask(struct rq *rq, struct blob who, int64_t id)
{
	struct part_asks *p = NEW(rq->arena, struct part_asks);

	p->part = part_subject(rq, (part_id){ id });
	p->relations = part_relations(rq, who, (part_id){ id });
	return p;
}

static bool
part_judge(struct rq *rq, void *asked, struct subject *s)
{
	const struct part_asks *p = asked;

	if (p->part->n == 0)
		return false;
	s->person = p->part->at->person;
	s->name = p->part->at->name;
	s->state = part_state(p->part->at, rq->today);
	s->from = p->part->at->period_from;
	s->to = p->part->at->period_to;
	add_relations(s, p->relations);
	return true;
}

struct former_asks {
	const struct former_asked_rows *former;
	const struct held_rows *relations;
};

static void *
former_ask_of(struct rq *rq, struct blob who, int64_t id)
{
	struct former_asks *f = NEW(rq->arena, struct former_asks);

	f->former = former_subject(rq, (former_id){ id });
	f->relations = former_relations(rq, who, (former_id){ id });
	return f;
}

static bool
former_judge(struct rq *rq __attribute__((unused)), void *asked, struct subject *s)
{
	const struct former_asks *f = asked;

	if (f->former->n == 0)
		return false;
	s->person = f->former->at->person;
	s->name = f->former->at->name;
	s->state = f->former->at->state;
	add_relations(s, f->relations);
	return true;
}

/* Two questions about a cycle: there only for who took part, and to them as themselves. */
static void *
say_ask(struct rq *rq, struct blob who, int64_t id)
{
	return say_subject(rq, who, (cycle_id){ id });
}

static bool
say_judge(struct rq *rq __attribute__((unused)), void *asked, struct subject *s)
{
	const struct say_asked_rows *say = asked;

	if (say->n == 0)
		return false;
	s->person = say->at->person;
	s->name = say->at->name;
	s->state = say->at->state;
	s->relations |= relation_bit("self");
	return true;
}

const struct subject_kind reviews_kinds[] = {
	{ OF_REVIEW, review_ask, review_judge },
	{ OF_PART, part_ask, part_judge },
	{ OF_SAY, say_ask, say_judge },
	{ OF_FORMER, former_ask_of, former_judge },
	{ 0 }
};
