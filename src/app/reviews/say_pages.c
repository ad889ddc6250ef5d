/* say_pages.c: two questions about a cycle, answered without a name. Reads, asks, judges, shows. */
#include "reviews/review_pages.h"
#include "reviews/say_judge.h"

#include "base/chance.h"
#include "base/text.h"
#include "jobs/mail.h"

enum { SLIP = 16 };

struct reply
say_get(struct rq *rq)
{
	const struct subject *s = rq_subject(rq);
	struct cycle_say page = { .cycle = rq_say(rq), .name = s->name, .stands = s->state, .figures = SAY_FIGURES, .texts = SAY_TEXTS };

	return cycle_say_page(rq, &page);
}

/* A random key, and an envelope as long as any other: nothing in it says whose it is. */
static void
put_envelope(struct rq *rq, cycle_id cycle, const struct said *said)
{
	char *slip = arena_take(rq->arena, SLIP);

	chance_bytes(slip, SLIP);
	say_envelope_add(rq, cycle, (struct blob){ slip, SLIP }, seal(rq->arena, "say", said_pad(rq->arena, said)));
}

struct reply
say_post(struct rq *rq)
{
	struct say_entry typed = say_entry_read(rq);
	struct said said = { typed.worth, typed.change ? typed.change : "" };

	if (typed.worth != NONE && (typed.worth < 1 || typed.worth > 5))
		refuse(rq, "worth", "refused.say-worth");
	if (refused(rq))
		return again(rq);
	say_seat(rq, rq->viewer, rq_say(rq));
	put_envelope(rq, rq_say(rq), &said);
	say_asked_no_more(rq, rq->viewer, rq_say(rq));
	tell(rq, "told.said");
	return go(rq, "/say/%lld", (long long)rq_say(rq).n);
}
