/* cycle_run.c: a launch freezes people, forms and days and asks everyone. No page. */
#include "reviews/reviews.h"

enum { BLOCK = 6 };     /* numbers a person: member, review, two parts, two waitings */

static void
launch(struct rq *rq, cycle_id cycle, int64_t version, int64_t people, bool rehearsal)
{
	cycle_launch(rq, cycle, version, rq->now);
	launch_members(rq, cycle, new_ids(rq, BLOCK * people));
	launch_reviews(rq, cycle);
	launch_self_parts(rq, cycle);
	launch_manager_parts(rq, cycle);
	if (!rehearsal) {
		launch_waiting(rq, cycle, "self", "review.self", rq->now);
		launch_waiting(rq, cycle, "manager", "review.manager", rq->now);
	}
	counts_fill(rq, cycle);
	launch_phase_states(rq, cycle, rq->today);
}

void
cycle_launch_all(struct rq *rq, cycle_id cycle, int64_t version, int64_t people)
{
	launch(rq, cycle, version, people, false);
}

/* Nobody's home page asks for it: whoever tries it out knows where it is. */
void
cycle_rehearse(struct rq *rq, cycle_id cycle, int64_t people)
{
	cycle_rehearses(rq, cycle);
	launch(rq, cycle, 1, people, true);
}
