/* feed.c: pages that stay open. Suspended while there is nothing to tell; one thread wakes those that have news. */
#include "http/feed.h"

#include "base/clock.h"
#include "base/log.h"

#include <microhttpd.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

enum { DIGEST = 32, TEXT = 128, SECOND = 1000000 };

/* One open page. Its connection's loop thread and the feeds' thread meet under feeds.lock. */
struct open {
	struct feeds *feeds;
	struct MHD_Connection *conn;
	int fd;
	int64_t account, person, count;
	unsigned char digest[DIGEST];
	char text[TEXT];                /* what is to be told next; at: how much of it was */
	size_t n, at;
	int64_t checked, beat;          /* steady: session asked after, something sent */
	bool suspended, ends;
	struct open *next, *prev;
};

struct feeds {
	pthread_mutex_t lock;           /* "feeds" in docs/threads.md; libmicrohttpd's locks are taken under it */
	pthread_cond_t wake;
	pthread_t thread;
	struct store *store;
	const struct house *house;
	struct open *first;
	int n;
	int64_t since;                  /* what moved after it has not been looked at */
	bool stopping;
};

/* ---- one page's bytes ---- */

/* Call with the lock. */
static void
resume(struct open *o)
{
	if (o->suspended) {
		o->suspended = false;
		MHD_resume_connection(o->conn);
	}
}

/* What was not yet told is replaced: only the last number counts. A half told one is let go on. */
static void
say_count(struct open *o, int64_t count)
{
	char text[TEXT];
	int n = snprintf(text, sizeof text, "event: unread\ndata: %lld\n\n", (long long)count);

	o->count = count;
	if (o->at > 0 && o->at < o->n) {
		if (o->n + (size_t)n <= TEXT) {
			memcpy(o->text + o->n, text, (size_t)n);
			o->n += (size_t)n;
		} else {
			o->count = -1;          /* again at the next look */
		}
		return;
	}
	memcpy(o->text, text, (size_t)n);
	o->n = (size_t)n;
	o->at = 0;
}

/* On the connection's loop thread: bytes, or sleep, or the end. */
static ssize_t
on_bytes(void *arg, uint64_t place, char *to, size_t most)
{
	struct open *o = arg;
	struct feeds *f = o->feeds;
	ssize_t n = 0;

	(void)place;
	pthread_mutex_lock(&f->lock);
	if (o->at < o->n) {
		size_t left = o->n - o->at;

		n = (ssize_t)(left < most ? left : most);
		memcpy(to, o->text + o->at, (size_t)n);
		o->at += (size_t)n;
		o->beat = clock_steady();
	} else if (o->ends || f->stopping) {
		n = MHD_CONTENT_READER_END_OF_STREAM;
	} else {
		o->suspended = true;
		MHD_suspend_connection(o->conn);
	}
	pthread_mutex_unlock(&f->lock);
	return n;
}

static void
on_gone(void *arg)
{
	struct open *o = arg;
	struct feeds *f = o->feeds;

	pthread_mutex_lock(&f->lock);
	if (o->next)
		o->next->prev = o->prev;
	if (o->prev)
		o->prev->next = o->next;
	else
		f->first = o->next;
	f->n--;
	pthread_mutex_unlock(&f->lock);
	free(o);
}

/* Call with the lock. Of one account's the newest stay: whoever goes from page to page leaves old ones behind. */
static void
make_room(struct feeds *f, int64_t account)
{
	int own = 0;

	for (struct open *o = f->first; o; o = o->next) {
		own += o->account == account && !o->ends;
		if (o->account == account && !o->ends && own >= FEEDS_OF_ONE) {
			o->ends = true;
			resume(o);
		}
	}
}

static struct open *
open_new(struct feeds *f, struct MHD_Connection *conn, const struct feed *wish)
{
	struct open *o = calloc(1, sizeof *o);

	if (!o)
		return NULL;
	*o = (struct open){ .feeds = f, .conn = conn, .fd = MHD_get_connection_info(conn, MHD_CONNECTION_INFO_CONNECTION_FD)->connect_fd, .account = wish->account.n, .person = wish->person.n, .checked = clock_steady(),
		.beat = clock_steady() };
	memcpy(o->digest, wish->digest.at, wish->digest.n < DIGEST ? wish->digest.n : DIGEST);
	say_count(o, wish->count);
	return o;
}

struct MHD_Response *
feed_open(struct feeds *f, struct MHD_Connection *conn, const struct feed *wish, int *refused)
{
	struct open *o = open_new(f, conn, wish);
	struct MHD_Response *r = NULL;

	*refused = 503;
	if (!o)
		return NULL;
	pthread_mutex_lock(&f->lock);
	*refused = f->stopping || f->n >= FEEDS_MOST ? 503 : 0;
	if (!*refused && (r = MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, 1024, on_bytes, o, on_gone)) != NULL) {
		make_room(f, o->account);
		o->next = f->first;
		if (o->next)
			o->next->prev = o;
		f->first = o;
		f->n++;
	}
	pthread_mutex_unlock(&f->lock);
	if (!r)
		free(o);
	if (!r && !*refused)
		*refused = 503;
	return r;
}

/* ---- the one thread that looks ---- */

struct look {
	struct feeds *feeds;
	struct arena *arena;
	struct feed *asked;             /* of those to be asked after: who, and what came of it */
	size_t n;
	int64_t now;
	bool many;                      /* so many moved that everybody is counted anew */
	struct feed_person *moved;
	size_t n_moved;
};

static void
read_moved(struct conn *c, void *arg)
{
	struct look *l = arg;
	struct rq *rq = rq_new(l->arena, l->feeds->store, c, l->now, clock_today(l->now));

	l->moved = l->feeds->house->feed_moved(rq, l->feeds->since, &l->n_moved, &l->many);
}

static void
read_checks(struct conn *c, void *arg)
{
	struct look *l = arg;
	struct rq *rq = rq_new(l->arena, l->feeds->store, c, l->now, clock_today(l->now));

	l->feeds->house->feed_check(rq, l->asked, l->n);
}

static bool
has_moved(const struct look *l, int64_t person)
{
	if (l->many)
		return true;
	for (size_t i = 0; i < l->n_moved; i++)
		if (l->moved[i].person.n == person)
			return true;
	return false;
}

/* Who has news perhaps, and whose session is to be asked after. Their place in the list may change meanwhile. */
static void
choose(struct look *l)
{
	struct feeds *f = l->feeds;
	int64_t steady = clock_steady();

	pthread_mutex_lock(&f->lock);
	l->asked = NEW_MANY(l->arena, struct feed, (size_t)f->n + 1);
	for (struct open *o = f->first; o; o = o->next) {
		if (o->ends || (o->count >= 0 && !has_moved(l, o->person) && steady - o->checked < (int64_t)FEED_CHECK_S * SECOND))
			continue;
		o->checked = steady;
		l->asked[l->n++] = (struct feed){ .key = (uintptr_t)o, .account = { o->account }, .person = { o->person },
			.digest = { arena_copy_n(l->arena, (const char *)o->digest, DIGEST), DIGEST } };
	}
	pthread_mutex_unlock(&f->lock);
}

static struct feed *
answer_of(const struct look *l, const struct open *o)
{
	for (size_t i = 0; i < l->n; i++)
		if (l->asked[i].key == (uintptr_t)o && l->asked[i].account.n == o->account)
			return &l->asked[i];
	return NULL;
}

/* Has the other side gone? libmicrohttpd does not look while a connection sleeps; its socket stays until it wakes. */
static bool
is_left(const struct open *o)
{
	char c;

	return o->suspended && recv(o->fd, &c, 1, MSG_PEEK | MSG_DONTWAIT) == 0;
}

/* Tells what is new; a beat to those that were silent for long; the end to those whose session has ended. */
static void
tell_all(struct look *l, bool asked)
{
	struct feeds *f = l->feeds;
	int64_t steady = clock_steady();

	pthread_mutex_lock(&f->lock);
	for (struct open *o = f->first; o; o = o->next) {
		const struct feed *a = asked ? answer_of(l, o) : NULL;

		if ((a && !a->lives) || is_left(o))
			o->ends = true;
		else if (a && a->count != o->count)
			say_count(o, a->count);
		else if (o->at == o->n && steady - o->beat > (int64_t)FEED_BEAT_S * SECOND) {
			memcpy(o->text, ":\n\n", 3);
			o->n = 3;
			o->at = 0;
		}
		if (o->at < o->n || o->ends)
			resume(o);
	}
	pthread_mutex_unlock(&f->lock);
}

/* Changes of other nodes may be committed a little after the instant they carry: the look goes back some seconds. */
static void
look(struct feeds *f)
{
	struct look l = { .feeds = f, .arena = arena_new(), .now = clock_now() };
	bool asked = store_read(f->store, read_moved, &l, 0) == FAULT_NONE;

	if (asked) {
		f->since = l.now - (int64_t)10 * SECOND;
		choose(&l);
		asked = l.n == 0 || store_read(f->store, read_checks, &l, 0) == FAULT_NONE;
	}
	tell_all(&l, asked);
	arena_free(l.arena);
}

static void *
run(void *arg)
{
	struct feeds *f = arg;
	struct timespec until;

	pthread_mutex_lock(&f->lock);
	while (!f->stopping) {
		clock_gettime(CLOCK_MONOTONIC, &until);
		until.tv_sec += FEED_LOOK_S;
		pthread_cond_timedwait(&f->wake, &f->lock, &until);
		if (f->stopping || f->n == 0)
			continue;
		pthread_mutex_unlock(&f->lock);
		look(f);
		pthread_mutex_lock(&f->lock);
	}
	pthread_mutex_unlock(&f->lock);
	return NULL;
}

struct feeds *
feeds_new(struct store *s, const struct house *h)
{
	struct feeds *f = calloc(1, sizeof *f);
	pthread_condattr_t monotonic;

	if (!f)
		die("no memory for feeds");
	f->store = s;
	f->house = h;
	f->since = clock_now();
	pthread_mutex_init(&f->lock, NULL);
	pthread_condattr_init(&monotonic);
	pthread_condattr_setclock(&monotonic, CLOCK_MONOTONIC);
	pthread_cond_init(&f->wake, &monotonic);
	pthread_condattr_destroy(&monotonic);
	if (pthread_create(&f->thread, NULL, run, f))
		die("the feeds' thread does not start");
	return f;
}

void
feeds_end(struct feeds *f)
{
	pthread_mutex_lock(&f->lock);
	log_line("feeds.end", "open=%d", f->n);
	f->stopping = true;
	for (struct open *o = f->first; o; o = o->next)
		resume(o);
	pthread_cond_signal(&f->wake);
	pthread_mutex_unlock(&f->lock);
	pthread_join(f->thread, NULL);
}

void
feeds_free(struct feeds *f)
{
	pthread_mutex_destroy(&f->lock);
	pthread_cond_destroy(&f->wake);
	free(f);
}
