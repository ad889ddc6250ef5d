/* record_ask.c: gathers, signs and keeps the record of a review. Knows rows; no page. */
#include "reviews/record_ask.h"

/* As the employee sees it: the record is theirs too, so it holds no answer they are not shown. */
struct record_facts
record_ask(struct rq *rq, review_id review, person_id person)
{
	return (struct record_facts){
		.head = review_head(rq, rq->viewer, review),
		.sections = review_sections(rq, rq->viewer, review),
		.questions = review_questions(rq, rq->viewer, review, 1),
		.answers = review_answers(rq, rq->viewer, review, 1),
		.formula = review_formula(rq, rq->viewer, review, 1),
		.goals = review_goals(rq, rq->viewer, review), .cites = record_cites(rq, review, person, 1),
		.told = review_words(rq, rq->viewer, review), .talk = talk_of(rq, rq->viewer, review), .agreed = agreed_steps(rq, rq->viewer, review),
		.last = record_last(rq, review), .at = rq->now, .by = rq->viewer,
	};
}

void
record_keep(struct rq *rq, const struct record_facts *facts)
{
	unsigned char key[KEY_BYTES], secret[SECRET_BYTES];
	struct record_facts next = *facts;
	struct record_seal seal;

	cites_freeze(rq, facts->head->id, facts->head->person);
	next.edition = facts->last->edition + 1;
	sign_key(key, secret);
	seal = record_sign(rq->arena, record_text(rq->arena, &next), key, secret);
	record_add(rq, facts->head->id, facts->by, facts->kind, rq->now, seal.body, seal.digest, seal.signature, facts->reason);
}
