/* review_settle.c: both sides are in: the rating is worked out and kept with all it came from. */
#include "reviews/reviews.h"

#include <string.h>

enum { HR_MOST = 20 };

static bool
is(const char *state, const char *word)
{
	return state != NULL && strcmp(state, word) == 0;
}

static bool
is_complete(const struct review_state *s)
{
	return is(s->state, "open") && is(s->manager_state, "submitted")
	    && (is(s->self_state, "submitted") || is(s->self_state, "removed"));
}

/* Each section's weight stands on a line ahead of its questions, so that the sum can be done again. */
static void
keep_inputs(struct rq *rq, review_id review, const struct rating_answer_rows *answers_in)
{
	int64_t place = 0;
	section_id section = { 0 };

	for (size_t i = 0; i < answers_in->n; i++) {
		const struct rating_answer *a = &answers_in->at[i];

		if (a->section.n != section.n)
			input_add(rq, review, ++place, "section", (question_id){ a->section.n }, a->section_weight, NONE);
		section = a->section;
		input_add(rq, review, ++place, "question", a->question, a->weight, a->value);
	}
}

static struct rating
rating_of(struct arena *arena, const struct rating_answer_rows *answers_in)
{
	struct rating_input *inputs = NEW_MANY(arena, struct rating_input, answers_in->n);

	for (size_t i = 0; i < answers_in->n; i++)
		inputs[i] = (struct rating_input){
			answers_in->at[i].section_weight, answers_in->at[i].weight, answers_in->at[i].value
		};
	return review_rating(inputs, answers_in->n);
}

static const char *
label_of(struct arena *arena, const struct rating_scale_rows *scale, int64_t value)
{
	int64_t *marks = NEW_MANY(arena, int64_t, scale->n);

	if (value == NONE || scale->n == 0)
		return NULL;
	for (size_t i = 0; i < scale->n; i++)
		marks[i] = scale->at[i].value;
	return scale->at[rating_mark(marks, scale->n, value)].label;
}

void
review_is_ready(struct rq *rq, review_id review, cycle_id cycle)
{
	counts_review(rq, review, new_id(rq), "ready", 1);
	waiting_hr(rq, new_ids(rq, HR_MOST + 1), cycle, rq->now, HR_MOST);
}

void
review_settle(struct rq *rq, review_id review)
{
	const struct review_state *s = review_state(rq, review);
	const struct rating_answer_rows *in = rating_answers(rq, review);
	const struct rating_scale_rows *scale = rating_scale(rq, review);
	struct rating made;

	if (!answers(rq) || !is_complete(s))
		return;
	made = rating_of(rq->arena, in);
	keep_inputs(rq, review, in);
	review_compute(rq, review, s->person, RATING_FORMULA, made.value, label_of(rq->arena, scale, made.value), rq->now);
	if (is(s->kind, "midyear")) {
		review_shared(rq, review, s);
	} else if (s->approval) {
		review_second_level(rq, review);
		waiting_second(rq, new_ids(rq, HR_MOST + 1), review, rq->now, HR_MOST);
	} else {
		review_is_ready(rq, review, s->cycle);
	}
}

void
part_hand_in(struct rq *rq, part_id part, review_id review, person_id person, const char *relation, int64_t version)
{
	counts_part_in(rq, part, new_id(rq));
	part_submit(rq, part, review, person, relation, version, rq->now);
	waiting_closed(rq, part.n, arena_print(rq->arena, "review.%s", relation), rq->now);
	if (is(relation, "manager"))
		former_waiting_closed(rq, review, rq->now);
	answers(rq);
	review_settle(rq, review);
}

void
review_waive(struct rq *rq, review_id review, person_id person)
{
	counts_self_waived(rq, review, new_id(rq));
	self_waived(rq, review, person);
	waiting_self_closed(rq, review, rq->now);
	answers(rq);
	review_settle(rq, review);
}
