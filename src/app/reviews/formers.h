/* formers.h: what HR asks of a former manager. Inside reviews and for the demo. Knows no page. */
#ifndef REVIEWS_FORMERS_H
#define REVIEWS_FORMERS_H

#include "reviews/reviews.h"

struct former_wish {
	review_id review;
	person_id person;               /* whom it is about */
	struct day due;                 /* of the manager's part: it should be there before */
	int64_t shared;                 /* 1: the employee reads it after release */
	bool rehearsal;
};

/* Asks one who led them before: the row, and unless it is a rehearsal a task on their home page and a notice. In a change. */
void former_asks(struct rq *rq, const struct former_wish *w, const struct former_line *one);
/* Ten days, but not later than the manager's own last day; at least three days, whatever that day is. */
struct day former_due(struct day today, struct day manager_due);

#endif
