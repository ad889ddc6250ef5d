/* feedback_give.c: writes one piece of feedback and tells those who may read it. Knows no page. */
#include "feedback/feedback.h"
#include "feedback_queries.h"

#include "jobs/notice.h"
#include "views/views.h"

#include <string.h>

feedback_id
feedback_give(struct rq *rq, const struct feedback_gift *g, person_id manager)
{
	feedback_id id = { new_id(rq) };
	struct feedback_signals s = feedback_signals(&g->said);
	bool of_goal = g->goal != NONE;

	feedback_add(rq, id, g->author, g->receiver, g->said.kind, g->ask, g->said.situation, g->said.behaviour, g->said.impact,
	    g->said.next_step, day_none(g->said.happened) ? g->said.given : g->said.happened, rq->now, g->said.given, g->seen_by, g->value,
	    of_goal ? "goal" : NULL, g->goal, s.example, s.date, s.impact, s.next, s.words);
	notice_leave(rq, g->receiver.n, "feedback.given", "feedback", id.n);
	if (strcmp(g->seen_by, "manager") == 0 && manager.n != g->author.n)
		notice_leave(rq, manager.n, "feedback.of-report", "feedback", id.n);
	return id;
}

void
feedback_advise(struct rq *rq, const struct feedback_said *said)
{
	const char *codes[HELP_MOST];
	size_t n;

	if (rq->web->check == NULL || said->kind == NULL)
		return;
	n = feedback_help(said, codes);
	for (size_t i = 0; i < n; i++)
		advise(rq, feedback_help_field(codes[i]), words(rq->lang, arena_print(rq->arena, "help.%s", codes[i])));
}

void
feedback_turn(struct rq *rq)
{
	asked_lapsed(rq, rq->today);
	asked_lapsed_closed(rq, rq->today, rq->now);
}
