/* unit_heads.c: a unit gets another head from today on; who led it before stays in its past. */
#include "people/people.h"

void
unit_head_change(struct rq *rq, unit_id unit, person_id head)
{
	unit_place_ends(rq, unit, rq->today);
	unit_place_goes_on(rq, (unit_place_id){ new_id(rq) }, unit, rq->today);
	unit_head_set(rq, unit, head);
}

void
people_turn_heads(struct rq *rq, const struct headless_rows *left)
{
	for (size_t i = 0; i < left->n; i++)
		unit_head_change(rq, left->at[i].unit, (person_id){ 0 });
}
