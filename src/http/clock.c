/* clock.c: the day of a request, and the turn of the day. The clock itself is base/clock.h. */
#include "http/exchange.h"

void
clock_read(struct server *s, int64_t *now, struct day *today)
{
	*now = clock_now();
	*today = s->house->day ? s->house->day(*now) : day_of_instant(*now);
}

static int
number(struct day d)
{
	return d.y * 10000 + d.m * 100 + d.d;
}

bool
turn_is_due(struct server *s, struct day today)
{
	return s->house->turn && atomic_load(&s->turned) < number(today);
}

/* Whoever comes second waits for the first: nobody sees the new day half turned. */
void
turn_make(struct server *s, struct day today)
{
	pthread_mutex_lock(&s->turning);
	if (turn_is_due(s, today)) {
		s->house->turn(s->store, today);
		atomic_store(&s->turned, number(today));
	}
	pthread_mutex_unlock(&s->turning);
}
