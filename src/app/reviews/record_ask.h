/* record_ask.h: what a record is made of, asked at once. Inside reviews only. */
#ifndef REVIEWS_RECORD_ASK_H
#define REVIEWS_RECORD_ASK_H

#include "reviews/record_text.h"
#include "reviews/reviews.h"

/* Queues the asks; kind, at, by and reason are the caller's. */
struct record_facts record_ask(struct rq *rq, review_id review, person_id person);
/* Signs the text and keeps it as the next edition. In a change, after the change of state. */
void record_keep(struct rq *rq, const struct record_facts *facts);

#endif
