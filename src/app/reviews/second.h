/* second.h: a part opened again, for the second level and for HR. Inside reviews only. */
#ifndef REVIEWS_SECOND_H
#define REVIEWS_SECOND_H

#include "reviews/reviews.h"

/*
 * A handed-in part is its writer's again until `due`: sums, inputs of the rating and what waits follow.
 * The review itself, the reason and the notice are the caller's. In a change, after the review's own.
 */
void part_again(struct rq *rq, review_id review, const struct second_state *s, bool self, struct day due);

#endif
