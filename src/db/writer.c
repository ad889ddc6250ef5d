/* writer.c: the one thread that writes to SQLite's file. Knows changes, not what they change. */
#include "db/conn.h"

#include <stdlib.h>

enum { GROUP_MOST = 64 };

struct change {
	bool (*work)(struct conn *, void *);
	void *arg;
	void (*then)(void *, enum fault);       /* NULL: its thread waits */
	enum fault fault;
	bool bare, answered;
	pthread_cond_t said;
	struct change *next;
};

struct writer {
	struct store *store;
	struct conn *conn;                      /* the writer's thread alone */
	pthread_t thread;
	pthread_mutex_t lock;                   /* "writer": all below */
	pthread_cond_t come;
	struct change *first, *last;
	bool stopping;
	const char *broken;                     /* why no more is written */
};

/* After a failed write nobody knows what the disk holds: no more is promised. */
static void
give_up(struct writer *w)
{
	pthread_mutex_lock(&w->lock);
	if (!w->broken)
		log_fault("db.writer", "why=\"the disk failed; no more is written\"");
	w->broken = "The disk failed while writing; restart when it is well.";
	pthread_mutex_unlock(&w->lock);
}

/* False when the whole transaction is gone, not only this change. */
static bool
change_run(struct writer *w, struct change *ch)
{
	struct conn *c = w->conn;
	bool keep;

	c->fault = FAULT_NONE;
	if (!lite_do(c, "savepoint one")) {
		ch->fault = c->fault;
		return false;
	}
	keep = ch->work(c, ch->arg);
	ch->fault = c->fault;
	if (lite_lost(c) || c->io)
		return false;
	if (!keep || c->fault != FAULT_NONE)
		lite_do(c, "rollback to one");
	return lite_do(c, "release one") && !lite_lost(c);
}

/* Nobody is told "saved" before this has come back true. */
static bool
commit(struct writer *w)
{
	struct conn *c = w->conn;

	c->fault = FAULT_NONE;
	return ids_keep(c) && lite_do(c, "commit") && lite_lost(c);
}

/* All of them in one transaction; false: none was kept. */
static bool
together(struct writer *w, struct change *first)
{
	struct conn *c = w->conn;
	bool whole;

	c->fault = FAULT_NONE;
	whole = lite_do(c, "begin immediate");
	c->doing = CHANGING;
	for (struct change *ch = first; ch && whole; ch = ch->next)
		whole = change_run(w, ch);
	whole = whole && commit(w);
	c->doing = RESTING;
	if (!whole && !lite_lost(c))
		lite_do(c, "rollback");
	if (c->io)
		give_up(w);
	return whole;
}

/* One change spoilt the group: each runs once more, by itself. */
static void
one_by_one(struct writer *w, struct change *first)
{
	for (struct change *ch = first, *next; ch; ch = next) {
		next = ch->next;
		ch->next = NULL;
		if (w->conn->io || !together(w, ch))
			ch->fault = ch->fault ? ch->fault : FAULT_BROKEN;
		ch->next = next;
	}
}

static void
bare_run(struct writer *w, struct change *ch)
{
	w->conn->fault = FAULT_NONE;
	ch->fault = ch->work(w->conn, ch->arg) ? FAULT_NONE : FAULT_BROKEN;
	if (!lite_lost(w->conn))
		lite_do(w->conn, "rollback");
}

static void
fail_all(struct change *first)
{
	for (struct change *ch = first; ch; ch = ch->next)
		ch->fault = FAULT_BROKEN;
}

static void
group_run(struct writer *w, struct change *first)
{
	if (w->conn->io)
		fail_all(first);
	else if (first->bare)
		bare_run(w, first);
	else if (together(w, first))
		return;
	else if (w->conn->io || !first->next)
		fail_all(first);
	else
		one_by_one(w, first);
}

static void
answer(struct writer *w, struct change *first)
{
	for (struct change *ch = first, *next; ch; ch = next) {
		next = ch->next;
		if (ch->then) {
			ch->then(ch->arg, ch->fault);
			free(ch);
			continue;
		}
		pthread_mutex_lock(&w->lock);
		ch->answered = true;
		pthread_cond_signal(&ch->said);
		pthread_mutex_unlock(&w->lock);
	}
}

/* The first of the queue, up to GROUP_MOST; a bare one goes alone. Called with the lock. */
static struct change *
group_take(struct writer *w)
{
	struct change *first = w->first, *last = first;

	for (int n = 1; n < GROUP_MOST && !last->bare && last->next && !last->next->bare; n++)
		last = last->next;
	w->first = last->next;
	if (!w->first)
		w->last = NULL;
	last->next = NULL;
	return first;
}

static void *
write_on(void *arg)
{
	struct writer *w = arg;

	pthread_mutex_lock(&w->lock);
	for (;;) {
		struct change *group;

		while (!w->first && !w->stopping)
			pthread_cond_wait(&w->come, &w->lock);
		if (!w->first)
			break;
		group = group_take(w);
		pthread_mutex_unlock(&w->lock);
		group_run(w, group);
		answer(w, group);
		pthread_mutex_lock(&w->lock);
	}
	pthread_mutex_unlock(&w->lock);
	return NULL;
}

struct writer *
writer_start(struct store *s, const char **why)
{
	struct writer *w = calloc(1, sizeof *w);

	if (!w)
		die("no memory for the writer");
	w->store = s;
	w->conn = lite_open(s, true, why);
	if (!w->conn) {
		free(w);
		return NULL;
	}
	pthread_mutex_init(&w->lock, NULL);
	pthread_cond_init(&w->come, NULL);
	if (pthread_create(&w->thread, NULL, write_on, w) != 0)
		die("no thread for the writer");
	return w;
}

void
writer_stop(struct writer *w)
{
	pthread_mutex_lock(&w->lock);
	w->stopping = true;
	pthread_cond_signal(&w->come);
	pthread_mutex_unlock(&w->lock);
	pthread_join(w->thread, NULL);
	if (!w->conn->io)
		lite_checkpoint(w->conn);
	lite_close(w->conn);
	pthread_mutex_destroy(&w->lock);
	pthread_cond_destroy(&w->come);
	free(w);
}

/* Called with the lock. */
static void
queue(struct writer *w, struct change *ch)
{
	if (w->last)
		w->last->next = ch;
	else
		w->first = ch;
	w->last = ch;
	pthread_cond_signal(&w->come);
}

static enum fault
wait_for(struct writer *w, struct change *ch)
{
	if (pthread_equal(pthread_self(), w->thread)) {
		log_fault("db.writer", "why=\"a change inside a change\"");
		return FAULT_BROKEN;
	}
	pthread_cond_init(&ch->said, NULL);
	pthread_mutex_lock(&w->lock);
	queue(w, ch);
	while (!ch->answered)
		pthread_cond_wait(&ch->said, &w->lock);
	pthread_mutex_unlock(&w->lock);
	pthread_cond_destroy(&ch->said);
	return ch->fault;
}

enum fault
writer_change(struct writer *w, bool (*work)(struct conn *, void *), void *arg)
{
	struct change ch = { .work = work, .arg = arg };

	return wait_for(w, &ch);
}

enum fault
writer_bare(struct writer *w, bool (*work)(struct conn *, void *), void *arg)
{
	struct change ch = { .work = work, .arg = arg, .bare = true };

	return wait_for(w, &ch);
}

void
writer_change_later(struct writer *w, bool (*work)(struct conn *, void *), void *arg,
    void (*then)(void *, enum fault))
{
	struct change *ch = calloc(1, sizeof *ch);

	if (!ch)
		die("no memory for a change");
	ch->work = work;
	ch->arg = arg;
	ch->then = then;
	pthread_mutex_lock(&w->lock);
	queue(w, ch);
	pthread_mutex_unlock(&w->lock);
}

bool
writer_healthy(struct writer *w, const char **why)
{
	const char *broken;

	pthread_mutex_lock(&w->lock);
	broken = w->broken;
	pthread_mutex_unlock(&w->lock);
	return broken ? why_say(why, "%s", broken) : true;
}
