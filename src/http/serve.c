/* serve.c: starts the server, waits for a signal, and drains (H37). */
#include "base/log.h"
#include "http/callbacks.h"
#include "http/health.h"
#include "http/listen.h"

#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

enum { GRACE_S = 2, DRAIN_S = 18, IDLE_S = 75, MEMORY = 64 * 1024, CONNECTIONS_MOST = 16384 };

static int
number_of(const char *name, int otherwise, int most)
{
	const char *text = setting(name);
	int n = text ? atoi(text) : otherwise;

	return (int)clamp(n, 1, most);
}

static int
processors(void)
{
	return (int)clamp(sysconf(_SC_NPROCESSORS_ONLN), 1, 64);
}

/* A third of the descriptors stays for the database, mail and files. */
static unsigned
connections_most(void)
{
	struct rlimit r;

	if (getrlimit(RLIMIT_NOFILE, &r) == 0 && r.rlim_cur < r.rlim_max) {
		r.rlim_cur = r.rlim_max;
		setrlimit(RLIMIT_NOFILE, &r);
	}
	if (getrlimit(RLIMIT_NOFILE, &r))
		return 512;
	return (unsigned)clamp((int64_t)(r.rlim_cur / 3 * 2), 64, CONNECTIONS_MOST);
}

static void
on_trouble(void *unused, const char *fmt, va_list args)
{
	char text[300];

	(void)unused;
	vsnprintf(text, sizeof text, fmt, args);
	text[strcspn(text, "\r\n")] = '\0';
	log_line("http.trouble", "what=\"%s\"", text);
}

static struct MHD_Daemon *
start(struct server *s, int fd)
{
	int threads = number_of("MERIDIAN_THREADS", processors(), 256);
	const struct MHD_OptionItem pool[] = {
		/* One thread is the daemon's own: a pool of one is refused. */
		{ threads > 1 ? MHD_OPTION_THREAD_POOL_SIZE : MHD_OPTION_END, threads, NULL },
		{ MHD_OPTION_END, 0, NULL },
	};

	return MHD_start_daemon(MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME |
	        MHD_USE_ITC | MHD_USE_ERROR_LOG,
	    0, NULL, NULL, on_request, s,
	    MHD_OPTION_EXTERNAL_LOGGER, on_trouble, NULL,
	    MHD_OPTION_LISTEN_SOCKET, fd,
	    MHD_OPTION_URI_LOG_CALLBACK, on_target, s,
	    MHD_OPTION_UNESCAPE_CALLBACK, on_unescape, NULL,
	    MHD_OPTION_NOTIFY_COMPLETED, on_completed, s,
	    MHD_OPTION_NOTIFY_CONNECTION, on_connection, s,
	    MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)MEMORY,
	    MHD_OPTION_CONNECTION_LIMIT, connections_most(),
	    MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)IDLE_S,
	    MHD_OPTION_STRICT_FOR_CLIENT, 1,
	    MHD_OPTION_ARRAY, pool,
	    MHD_OPTION_END);
}

static bool
all_gone(struct server *s, int seconds)
{
	for (int i = 0; i < seconds * 50; i++) {
		if (atomic_load(&s->present) == 0)
			return true;
		nanosleep(&(struct timespec){ 0, 20000000 }, NULL);
	}
	return atomic_load(&s->present) == 0;
}

/* True when everything that was begun came to its end. */
static bool
drain(struct server *s, const char *listening, int fd)
{
	bool whole;

	atomic_store(&s->stopping, true);
	if (s->feeds)
		feeds_end(s->feeds);
	listen_stop(fd);
	log_line("server.drain", "present=%d", atomic_load(&s->present));
	if (!all_gone(s, GRACE_S))
		reaper_hurry(s->reaper);
	whole = all_gone(s, DRAIN_S);
	exchange_close(s);
	whole = all_gone(s, whole ? GRACE_S : 0);
	if (!whole) {
		exchange_abandon_all(s);        /* stopping with one suspended aborts */
		all_gone(s, 1);
	}
	MHD_stop_daemon(s->daemon);             /* closes fd */
	listen_end(listening);
	reaper_free(s->reaper);
	if (whole && s->feeds)
		feeds_free(s->feeds);
	return pool_stop(s->pool, whole ? DRAIN_S : 1) && whole;
}

static void
wait_for_signal(const sigset_t *ends)
{
	int which = 0;

	while (sigwait(ends, &which))
		;
	log_line("server.signal", "number=%d", which);
}

static void
move_clock(struct server *s, struct day today)
{
	int64_t now;
	struct day real;

	clock_move(today);
	clock_read(s, &now, &real);
	if (turn_is_due(s, real))
		turn_make(s, real);
}

static void
make(struct server *s, struct store *store, const struct house *h)
{
	bool lite = store_engine(store) == SQLITE;

	*s = (struct server){ .store = store, .house = h };
	pthread_mutex_init(&s->lock, NULL);
	pthread_mutex_init(&s->turning, NULL);
	health_of(h);
	s->ours = routes_new(health_routes);
	s->theirs = routes_new(h->routes);
	s->reaper = reaper_new(clock_steady);
	s->feeds = h->feed_check ? feeds_new(store, h) : NULL;
	s->pool = pool_new(number_of("MERIDIAN_POOL", lite ? 2 * processors() + 2 : 16, 256));
}

static int
refuse_start(const char *why)
{
	fprintf(stderr, "%s\n", why);
	return 1;
}

int
serve(struct store *store, const struct house *h, struct day today)
{
	static struct server s;         /* late workers may outlive this function */
	const char *listening = setting("MERIDIAN_LISTEN"), *why = NULL;
	sigset_t ends;
	int fd;

	if (keys_ready(&why))
		return refuse_start(why);
	fd = listen_on(listening, &why);
	if (fd < 0)
		return refuse_start(why);
	sigemptyset(&ends);
	sigaddset(&ends, SIGTERM);
	sigaddset(&ends, SIGINT);
	pthread_sigmask(SIG_BLOCK, &ends, NULL);
	signal(SIGPIPE, SIG_IGN);
	make(&s, store, h);
	move_clock(&s, today);
	s.daemon = start(&s, fd);
	if (!s.daemon)
		return refuse_start("The HTTP server does not start.");
	log_line("server.ready", "listen=%s url=%s", listening, site_url());
	wait_for_signal(&ends);
	if (!drain(&s, listening, fd))
		return 1;
	routes_free(s.ours);
	routes_free(s.theirs);
	return 0;
}
