/* exchange.c: an exchange's memory, and its sleep while other threads work for it. */
#include "http/exchange.h"

#include <microhttpd.h>
#include <stdlib.h>
#include <string.h>

enum { HELD_MOST = 256 << 20 };         /* bytes of all large bodies together */

struct exchange *
exchange_new(struct server *s, struct line *line, const char *target)
{
	struct arena *a = arena_new();
	struct exchange *x = NEW(a, struct exchange);

	x->arena = a;
	x->server = s;
	x->line = line;
	x->began = clock_steady();
	x->raw = arena_copy(a, target);
	atomic_init(&x->refs, 1);
	atomic_fetch_add(&s->present, 1);
	return x;
}

void
exchange_drop(struct exchange *x)
{
	if (atomic_fetch_sub(&x->refs, 1) != 1)
		return;
	atomic_fetch_sub(&x->server->bytes_held, (long)x->body_room);
	atomic_fetch_sub(&x->server->present, 1);
	free(x->body);
	arena_free(x->first);
	arena_free(x->second);
	arena_free(x->arena);
}

bool
exchange_body(struct exchange *x, const char *at, size_t n)
{
	size_t room = x->body_room ? x->body_room : 4096;
	char *more;

	if (x->too_large || x->body_n + n > x->body_most) {
		x->too_large = true;            /* swallowed; answered when it has ended */
		return true;
	}
	while (room < x->body_n + n + 1)
		room *= 2;
	if (room != x->body_room) {
		long held = atomic_fetch_add(&x->server->bytes_held, (long)(room - x->body_room));

		if (held + (long)room > HELD_MOST || !(more = realloc(x->body, room))) {
			atomic_fetch_sub(&x->server->bytes_held, (long)(room - x->body_room));
			return false;
		}
		x->body = more;
		x->body_room = room;
	}
	memcpy(x->body + x->body_n, at, n);
	x->body_n += n;
	x->body[x->body_n] = '\0';
	return true;
}

/* Stopping libmicrohttpd while a connection sleeps aborts: a request may come when all others have gone. */
static bool
is_closed(struct exchange *x)
{
	if (!x->server->closed)
		return false;
	x->verdict = (struct verdict){ 503, "the server has stopped" };
	atomic_store_explicit(&x->ready, true, memory_order_release);
	return true;
}

static void
sleep_now(struct exchange *x)
{
	struct server *s = x->server;

	atomic_fetch_add(&x->refs, 1);
	x->suspended = true;
	x->prev = NULL;
	x->next = s->suspended;
	if (x->next)
		x->next->prev = x;
	s->suspended = x;
	MHD_suspend_connection(x->conn);
}

bool
exchange_suspend(struct exchange *x)
{
	struct server *s = x->server;
	bool closed;

	pthread_mutex_lock(&s->lock);
	closed = is_closed(x);
	if (!closed)
		sleep_now(x);
	pthread_mutex_unlock(&s->lock);
	return !closed;
}

void
exchange_close(struct server *s)
{
	pthread_mutex_lock(&s->lock);
	s->closed = true;
	pthread_mutex_unlock(&s->lock);
}

/* Call with the lock. */
static void
wake(struct exchange *x)
{
	if (x->next)
		x->next->prev = x->prev;
	if (x->prev)
		x->prev->next = x->next;
	else
		x->server->suspended = x->next;
	x->suspended = false;
	atomic_store_explicit(&x->ready, true, memory_order_release);
	MHD_resume_connection(x->conn);
}

void
exchange_finish(struct exchange *x)
{
	struct server *s = x->server;

	pthread_mutex_lock(&s->lock);
	if (x->suspended)
		wake(x);
	pthread_mutex_unlock(&s->lock);
	exchange_drop(x);
}

void
exchange_abandon_all(struct server *s)
{
	pthread_mutex_lock(&s->lock);
	while (s->suspended) {
		s->suspended->abandoned = true;
		wake(s->suspended);
	}
	pthread_mutex_unlock(&s->lock);
}
