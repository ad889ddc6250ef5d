/*
 * reaper.c: closes connections whose request is not complete 20 s after its first byte (H36).
 * The first byte is seen in the kernel's count of bytes received, looked at once a second; unix
 * sockets have no such count: there a silent or slow line is closed 60 s after its last answer.
 */
#include "http/reaper.h"
#include "base/log.h"

#include <linux/tcp.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <netinet/in.h>
#include <time.h>

enum { SECOND = 1000000, WHOLE_S = 20, IDLE_S = 60, LEAST_RATE = 8192 };

enum state { IDLE, READING, WHOLE };

struct line {
	int fd;
	bool is_tcp, uploads, noted;
	enum state state;
	int64_t since;
	uint64_t bytes_before;          /* received up to the last answer */
	size_t got;                     /* of the body */
	void *carried;
	char peer[64];
	struct line *next, *prev;
};

struct reaper {
	pthread_mutex_t lock;           /* "reaper" in docs/threads.md; nothing is taken under it */
	pthread_cond_t stop;
	pthread_t thread;
	int64_t (*steady)(void);
	struct line *first;
	bool stopping;
};

static uint64_t
received(const struct line *l)
{
	struct tcp_info t = { 0 };
	socklen_t n = sizeof t;

	return getsockopt(l->fd, IPPROTO_TCP, TCP_INFO, &t, &n) ? 0 : t.tcpi_bytes_received;
}

static bool
is_due(struct line *l, int64_t now)
{
	int64_t s = (now - l->since) / SECOND;

	if (l->state == WHOLE)
		return false;
	if (l->state == IDLE && !l->is_tcp)
		return s > IDLE_S;
	if (l->state == IDLE) {
		uint64_t n = received(l);

		if (!l->noted) {
			l->bytes_before = n;
			l->noted = true;
		}
		if (n > l->bytes_before) {
			l->state = READING;
			l->since = now;
		}
		return false;
	}
	if (s < WHOLE_S)
		return false;
	return !l->uploads || l->got < (size_t)s * LEAST_RATE;
}

static void
look(struct reaper *r)
{
	int64_t now = r->steady();

	for (struct line *l = r->first; l; l = l->next)
		if (is_due(l, now)) {
			log_line("line.reaped", "state=%d bytes=%zu", l->state, l->got);
			shutdown(l->fd, SHUT_RDWR);
			l->state = WHOLE;       /* once */
		}
}

static void *
run(void *arg)
{
	struct reaper *r = arg;
	struct timespec until;

	pthread_mutex_lock(&r->lock);
	while (!r->stopping) {
		clock_gettime(CLOCK_MONOTONIC, &until);
		until.tv_sec++;
		pthread_cond_timedwait(&r->stop, &r->lock, &until);
		look(r);
	}
	pthread_mutex_unlock(&r->lock);
	return NULL;
}

void
reaper_hurry(struct reaper *r)
{
	pthread_mutex_lock(&r->lock);
	for (struct line *l = r->first; l; l = l->next)
		if (l->state == READING) {
			shutdown(l->fd, SHUT_RDWR);
			l->state = WHOLE;
		}
	pthread_mutex_unlock(&r->lock);
}

struct reaper *
reaper_new(int64_t (*steady)(void))
{
	struct reaper *r = calloc(1, sizeof *r);
	pthread_condattr_t monotonic;

	if (!r)
		die("no memory for the reaper");
	pthread_mutex_init(&r->lock, NULL);
	pthread_condattr_init(&monotonic);
	pthread_condattr_setclock(&monotonic, CLOCK_MONOTONIC);
	pthread_cond_init(&r->stop, &monotonic);
	pthread_condattr_destroy(&monotonic);
	r->steady = steady;
	if (pthread_create(&r->thread, NULL, run, r))
		die("the reaper does not start");
	return r;
}

void
reaper_free(struct reaper *r)
{
	pthread_mutex_lock(&r->lock);
	r->stopping = true;
	pthread_cond_signal(&r->stop);
	pthread_mutex_unlock(&r->lock);
	pthread_join(r->thread, NULL);
	pthread_mutex_destroy(&r->lock);
	pthread_cond_destroy(&r->stop);
	free(r);
}

struct line *
line_open(struct reaper *r, int fd, bool is_tcp)
{
	struct line *l = calloc(1, sizeof *l);

	if (!l)
		die("no memory for a connection");
	l->fd = fd;
	l->is_tcp = is_tcp;
	l->noted = true;                /* nothing came before: the first byte counts */
	l->since = r->steady();
	pthread_mutex_lock(&r->lock);
	l->next = r->first;
	if (l->next)
		l->next->prev = l;
	r->first = l;
	pthread_mutex_unlock(&r->lock);
	return l;
}

void
line_close(struct reaper *r, struct line *l)
{
	pthread_mutex_lock(&r->lock);
	if (l->next)
		l->next->prev = l->prev;
	if (l->prev)
		l->prev->next = l->next;
	else
		r->first = l->next;
	pthread_mutex_unlock(&r->lock);
	free(l);
}

static void
turn_to(struct reaper *r, struct line *l, enum state state)
{
	pthread_mutex_lock(&r->lock);
	if (state == READING && l->state == IDLE)
		l->since = r->steady();
	if (state == IDLE) {
		l->since = r->steady();
		l->uploads = l->noted = false;
		l->got = 0;
	}
	l->state = state;
	pthread_mutex_unlock(&r->lock);
}

void
line_begins(struct reaper *r, struct line *l)
{
	turn_to(r, l, READING);
}

void
line_whole(struct reaper *r, struct line *l)
{
	turn_to(r, l, WHOLE);
}

void
line_idle(struct reaper *r, struct line *l)
{
	turn_to(r, l, IDLE);
}

void
line_uploads(struct reaper *r, struct line *l)
{
	pthread_mutex_lock(&r->lock);
	l->uploads = true;
	pthread_mutex_unlock(&r->lock);
}

void
line_got(struct reaper *r, struct line *l, size_t n)
{
	pthread_mutex_lock(&r->lock);
	l->got += n;
	pthread_mutex_unlock(&r->lock);
}

void
line_carry(struct line *l, void *what)
{
	l->carried = what;
}

void *
line_carries(const struct line *l)
{
	return l->carried;
}

const char *
line_peer(const struct line *l)
{
	return l->peer;
}

void
line_name(struct line *l, const char *peer)
{
	snprintf(l->peer, sizeof l->peer, "%s", peer);
}
