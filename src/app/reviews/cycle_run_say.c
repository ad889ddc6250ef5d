/* cycle_run_say.c: envelopes about a closed cycle are opened all at once, or not at all. A job; no names, no order. */
#include "reviews/cycle_run_jobs.h"
#include "reviews/say_judge.h"

#include "base/chance.h"
#include "base/text.h"
#include "jobs/mail.h"

enum { ENVELOPES = 100000, SLIP = 16, WORTHS = 5 };

struct opened {
	int64_t answers, people[WORTHS + 1];
	const char **texts;
	size_t n_texts;
};

void
say_errand_read(struct rq *rq, struct errand_now *e)
{
	const struct say_envelope_rows *all = say_envelopes(rq, (cycle_id){ e->row->subject }, ENVELOPES);
	struct opened *o = NEW(rq->arena, struct opened);

	e->with = o;
	if (!answers(rq))
		return;
	o->texts = NEW_MANY(rq->arena, const char *, all->n);
	for (size_t i = 0; i < all->n; i++) {
		struct blob plain;
		struct said said;

		if (!unseal(rq->arena, "say", all->at[i].sealed, &plain) || !said_read(rq->arena, plain, &said))
			continue;
		o->answers++;
		o->people[said.worth]++;
		if (!text_empty(said.change))
			o->texts[o->n_texts++] = said.change;
	}
}

/* Under fresh random keys: they lie in the order of those, not of the envelopes. */
static void
put_remarks(struct rq *rq, cycle_id cycle, const struct opened *o)
{
	for (size_t i = 0; i < o->n_texts; i++) {
		char *slip = arena_take(rq->arena, SLIP);

		chance_bytes(slip, SLIP);
		remark_add(rq, cycle, (struct blob){ slip, SLIP }, o->texts[i]);
	}
}

void
say_errand_write(struct rq *rq, struct errand_now *e)
{
	const struct opened *o = e->with;
	cycle_id cycle = { e->row->subject };

	for (int64_t worth = 1; say_tells_figures(o->answers) && worth <= WORTHS; worth++)
		verdict_add(rq, cycle, worth, o->people[worth]);
	if (say_tells_texts(o->answers))
		put_remarks(rq, cycle, o);
	say_envelopes_gone(rq, cycle);
	say_seats_rewritten(rq, cycle);
	say_waiting_gone(rq, cycle);
}
