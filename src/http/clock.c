/* clock.c: the clock, read once a request, and the turn of the day. */
#include "http/exchange.h"

#include <time.h>

enum { MICRO = 1000000 };

static int64_t
read_clock(clockid_t which)
{
	struct timespec t;

	clock_gettime(which, &t);
	return (int64_t)t.tv_sec * MICRO + t.tv_nsec / 1000;
}

int64_t
clock_steady(void)
{
	return read_clock(CLOCK_MONOTONIC);
}

void
clock_read(struct server *s, int64_t *now, struct day *today)
{
	*now = read_clock(CLOCK_REALTIME) + (int64_t)s->days_moved * 86400 * MICRO;
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
