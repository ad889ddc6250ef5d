/* phase_turn.c: phases open and close with the day, once; who is concerned is told by a job. No page. */
#include "cycles/cycles.h"

#include "cycles/phase_judge.h"

void
cycle_errand(struct rq *rq, const char *kind, int64_t subject, const char *place, const char *once)
{
	errand_leave(rq, (queued_id){ new_id(rq) }, kind, subject, place, rq->now, once);
}

static void
turn_phase(struct rq *rq, const struct turning_phase *p)
{
	bool over = phase_judge(p->opens, p->closes, (struct day){ 0 }, rq->today) == PHASE_CLOSED;
	const char *place = over ? "closed:0" : "opened:0";

	if (over)
		phase_ends(rq, p->id, p->cycle, rq->today);
	else
		phase_opens(rq, p->id, p->cycle, rq->today);
	cycle_errand(rq, "cycle.phase", p->id.n, place, arena_print(rq->arena, "phase:%lld:%s", (long long)p->id.n, over ? "closed" : "opened"));
}

void
cycles_turn(struct rq *rq)
{
	const struct turning_phase_rows *turning = phases_turning(rq, rq->today);
	char day[11];

	if (!answers(rq))
		return;
	for (size_t i = 0; i < turning->n; i++)
		turn_phase(rq, &turning->at[i]);
	day_write(rq->today, day);
	cycle_errand(rq, "cycle.remind", 0, "0:0", arena_print(rq->arena, "remind:%s", day));
}
