/* review_rating.h: the rating a form's answers come to. Whole numbers only. */
#ifndef REVIEWS_REVIEW_RATING_H
#define REVIEWS_REVIEW_RATING_H

#include "base/base.h"

/* One rated question, answered or not. Weights in thousandths. */
struct rating_input {
	int64_t section_weight;         /* of the section in the form */
	int64_t weight;                 /* of the question in its section */
	int64_t value;                  /* thousandths; NONE: not answered */
};

struct rating {
	int64_t value;                  /* thousandths; NONE: too little of the form */
	int64_t based_on;               /* percent of the form's weight, rounded down */
};

/* The key kept beside a computed rating, so that it can be worked out again for ever. */
#define RATING_FORMULA "weighted-mean-1"

/*
 * The weighted mean of what was answered. A question counts section weight x question weight;
 * what was not answered takes no share, so the others share its weight as they stand to each
 * other. Under half of the form's weight there is no rating. One rounding, at the end, half up.
 */
struct rating review_rating(const struct rating_input *inputs, size_t n);

/* A question's share of the form, in thousandths, half up; for the open formula. */
int64_t rating_share(const struct rating_input *input);

/* Which of n ascending marks the value lies in: the nearest, at the middle the upper. n > 0. */
size_t rating_mark(const int64_t *marks, size_t n, int64_t value);

#endif
