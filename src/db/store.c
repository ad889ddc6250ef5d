/* store.c: one database: its address, its lock, its readers, its writer. Knows no statements. */
#include "db/conn.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

bool
why_say(const char **why, const char *fmt, ...)
{
	static _Thread_local char said[512];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(said, sizeof said, fmt, ap);
	va_end(ap);
	if (why)
		*why = said;
	return false;
}

int64_t
clock_us(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

struct conn *
conn_new(struct store *s)
{
	struct conn *c = calloc(1, sizeof *c);

	if (!c)
		die("no memory for a connection");
	c->store = s;
	c->engine = s->engine;
	return c;
}

/* The file and its lock are ours alone to read: SQLite's side files follow the file's mode. */
static bool
lock_file(struct store *s, const char **why)
{
	char name[4096];
	int fd;

	snprintf(name, sizeof name, "%s.lock", s->path);
	s->lock_fd = open(name, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	if (s->lock_fd < 0)
		return why_say(why, "%s cannot be made: %s.", name, strerror(errno));
	if (flock(s->lock_fd, LOCK_EX | LOCK_NB) != 0)
		return why_say(why, "%s is in use by another process, which holds %s.", s->path, name);
	fd = open(s->path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	if (fd < 0)
		return why_say(why, "%s cannot be opened: %s.", s->path, strerror(errno));
	close(fd);
	return true;
}

/* A thread ended: its reader goes with it. */
static void
reader_gone(void *arg)
{
	struct conn *c = arg, **at;
	struct store *s = c->store;

	pthread_mutex_lock(&s->lock);
	for (at = &s->all; *at && *at != c; at = &(*at)->next)
		;
	if (*at)
		*at = c->next;
	pthread_mutex_unlock(&s->lock);
	lite_close(c);
}

static struct conn *
reader(struct store *s, const char **why)
{
	struct conn *c = pthread_getspecific(s->mine);

	if (c)
		return c;
	c = lite_open(s, false, why);
	if (!c)
		return NULL;
	pthread_mutex_lock(&s->lock);
	c->next = s->all;
	s->all = c;
	pthread_mutex_unlock(&s->lock);
	pthread_setspecific(s->mine, c);
	return c;
}

static void
configure(void)
{
	sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);     /* its counters are one lock for all threads */
}

static bool
lite_start(struct store *s, const char **why)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;

	pthread_once(&once, configure);
	if (s->path[0] == '\0')
		return why_say(why, "sqlite: needs a path after it.");
	if (pthread_key_create(&s->mine, reader_gone) != 0)
		return why_say(why, "Too many databases are open.");
	if (s->mode == STORE_READ)
		return reader(s, why) != NULL;
	if (!lock_file(s, why))
		return false;
	s->writer = writer_start(s, why);
	return s->writer != NULL;
}

static bool
is_postgres(const char *url)
{
	return strncmp(url, "postgresql://", 13) == 0 || strncmp(url, "postgres://", 11) == 0;
}

static struct store *
store_new(const char *url, enum store_mode mode)
{
	struct store *s = calloc(1, sizeof *s);

	if (!s || !(s->url = strdup(url)))
		die("no memory for a store");
	s->mode = mode;
	s->lock_fd = -1;
	s->engine = is_postgres(url) ? POSTGRES : SQLITE;
	if (s->engine == SQLITE)
		s->path = s->url + strlen("sqlite:");
	pthread_mutex_init(&s->lock, NULL);
	pthread_mutex_init(&s->ids.lock, NULL);
	pthread_cond_init(&s->back, NULL);
	return s;
}

struct store *
store_open(const char *url, enum store_mode mode, const char **why)
{
	struct store *s;

	if (strncmp(url, "sqlite:", 7) != 0 && !is_postgres(url)) {
		why_say(why, "A database is sqlite:PATH or postgresql://….");
		return NULL;
	}
	s = store_new(url, mode);
	if (s->engine == SQLITE ? lite_start(s, why) : pg_start(s, why))
		return s;
	store_close(s);
	return NULL;
}

static void
readers_close(struct store *s)
{
	pthread_key_delete(s->mine);
	while (s->all) {
		struct conn *c = s->all;

		s->all = c->next;
		lite_close(c);
	}
}

/* Readers first: the writer's last checkpoint then takes the whole log. */
void
store_close(struct store *s)
{
	if (!s)
		return;
	if (s->engine == SQLITE) {
		readers_close(s);
		if (s->writer)
			writer_stop(s->writer);
		if (s->lock_fd >= 0)
			close(s->lock_fd);
	} else {
		pg_stop(s);
	}
	pthread_mutex_destroy(&s->lock);
	pthread_mutex_destroy(&s->ids.lock);
	pthread_cond_destroy(&s->back);
	free(s->url);
	free(s);
}

enum engine
store_engine(const struct store *s)
{
	return s->engine;
}

const char *
store_path(const struct store *s)
{
	return s->path;
}

enum engine
conn_engine(const struct conn *c)
{
	return c->engine;
}

static enum fault
lite_read(struct store *s, void (*work)(struct conn *, void *), void *arg, int budget_us)
{
	const char *why = "";
	struct conn *c = reader(s, &why);

	if (!c || c->doing != RESTING) {
		log_fault("db.read", "why=\"%s\"", c ? "a read inside a read" : why);
		return FAULT_BROKEN;
	}
	c->fault = FAULT_NONE;
	c->doing = READING;
	c->until_us = budget_us ? clock_us() + budget_us : 0;
	work(c, arg);
	c->until_us = 0;
	if (c->begun && !lite_lost(c))
		lite_do(c, "rollback");
	c->begun = false;
	c->doing = RESTING;
	return c->fault;
}

enum fault
store_read(struct store *s, void (*work)(struct conn *, void *), void *arg, int budget_us)
{
	if (s->engine == POSTGRES)
		return pg_read(s, work, arg);
	return lite_read(s, work, arg, budget_us);
}

enum fault
store_change(struct store *s, bool (*work)(struct conn *, void *), void *arg)
{
	if (s->mode != STORE_WRITE) {
		log_fault("db.change", "why=\"opened to read\"");
		return FAULT_BROKEN;
	}
	return s->engine == POSTGRES ? pg_change(s, work, arg) : writer_change(s->writer, work, arg);
}

void
store_change_later(struct store *s, bool (*work)(struct conn *, void *), void *arg,
    void (*then)(void *arg, enum fault fault))
{
	if (s->engine == SQLITE && s->mode == STORE_WRITE)
		writer_change_later(s->writer, work, arg, then);
	else
		then(arg, store_change(s, work, arg));
}

enum fault
conn_run(struct conn *c, struct ask *first, struct arena *a)
{
	enum fault fault;

	if (c->fault != FAULT_NONE)
		return c->fault;
	fault = c->engine == POSTGRES ? pg_run(c, first, a) : lite_run(c, first, a);
	if (c->fault == FAULT_NONE)
		c->fault = fault;
	return fault;
}

static void
look(struct conn *c, void *arg)
{
	*(bool *)arg = lite_do(c, "select count(*) from sqlite_schema");
}

bool
store_healthy(struct store *s, const char **why)
{
	bool answers = false;

	if (s->engine == POSTGRES)
		return pg_healthy(s, why);
	if (s->writer && !writer_healthy(s->writer, why))
		return false;
	lite_read(s, look, &answers, 0);
	return answers || why_say(why, "%s does not answer.", s->path);
}
