/* feedback_kind.c: feedback, a request and a note as a request's subject, and what the viewer is to them. */
#include "feedback/feedback.h"
#include "feedback_queries.h"

#include "access/access.h"

static void
add_relations(struct subject *s, const struct held_rows *held)
{
	for (size_t i = 0; i < held->n; i++)
		s->relations |= relation_bit(held->at[i].relation);
}

struct feedback_asks {
	const struct feedback_asked_about_rows *feedback;
	const struct held_rows *relations;
};

static void *
feedback_ask(struct rq *rq, struct blob who, int64_t id)
{
	struct feedback_asks *f = NEW(rq->arena, struct feedback_asks);

	f->feedback = feedback_subject(rq, (feedback_id){ id });
	f->relations = feedback_relations(rq, who, (feedback_id){ id });
	return f;
}

static bool
feedback_judge(struct rq *rq, void *asked, struct subject *s)
{
	const struct feedback_asks *f = asked;
	const struct feedback_asked_about *row;

	if (f->feedback->n == 0)
		return false;
	row = f->feedback->at;
	s->person = row->person;
	s->name = row->name;
	s->state = feedback_state(row->seen_by, row->given_at, row->withdrawn_at, rq->now);
	add_relations(s, f->relations);
	return true;
}

static void *
ask_ask(struct rq *rq, struct blob who, int64_t id)
{
	return ask_subject(rq, who, (ask_id){ id });
}

/* It is the record of who asks; who is asked writes in it, and its state is theirs. */
static bool
ask_judge(struct rq *rq, void *asked, struct subject *s)
{
	const struct ask_about_rows *ask = asked;

	if (ask->n == 0)
		return false;
	s->person = ask->at->person;
	s->name = ask->at->name;
	s->state = "mine";
	if (ask->at->state != NULL) {
		s->state = asked_state(ask->at->state, ask->at->due, rq->today);
		s->relations |= relation_bit("reviewer");
	}
	return true;
}

static bool
whose(struct subject *s, const struct note_whose_rows *note)
{
	if (note->n == 0)
		return false;
	s->person = note->at->person;
	s->name = note->at->name;
	return true;
}

static void *
note_ask(struct rq *rq, struct blob who __attribute__((unused)), int64_t id)
{
	return note_subject(rq, (note_id){ id });
}

static bool
note_judge(struct rq *rq __attribute__((unused)), void *asked, struct subject *s)
{
	return whose(s, asked);
}

struct shared_asks {
	const struct note_whose_rows *note;
	const struct held_rows *relations;
};

static void *
shared_ask(struct rq *rq, struct blob who, int64_t id)
{
	struct shared_asks *x = NEW(rq->arena, struct shared_asks);

	x->note = shared_subject(rq, (shared_id){ id });
	x->relations = shared_relations(rq, who, (shared_id){ id });
	return x;
}

static bool
shared_judge(struct rq *rq __attribute__((unused)), void *asked, struct subject *s)
{
	const struct shared_asks *x = asked;

	add_relations(s, x->relations);
	return whose(s, x->note);
}

const struct subject_kind feedback_kinds[] = {
	{ OF_FEEDBACK, feedback_ask, feedback_judge },
	{ OF_ASK, ask_ask, ask_judge },
	{ OF_NOTE, note_ask, note_judge },
	{ OF_SHARED, shared_ask, shared_judge },
	{ 0 }
};
