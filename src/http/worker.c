/* worker.c: threads for what may take long, with a lane for hashes. */
#include "http/worker.h"

#include <pthread.h>
#include <stdlib.h>
#include <time.h>

enum { WAITING_MOST = 2048, HASHES_MOST = 2 };

struct piece {
	enum lane lane;
	void (*work)(void *);
	void *arg;
	struct piece *next;
};

struct pool {
	pthread_mutex_t lock;           /* "pool" in docs/threads.md */
	pthread_cond_t more, gone;
	struct piece *first, **end;
	int waiting, hashing, alive, threads;
	bool stopping;
	pthread_t *at;
};

/* The first piece that may run now; call with the lock. */
static struct piece *
take(struct pool *p)
{
	for (struct piece **at = &p->first; *at; at = &(*at)->next) {
		struct piece *one = *at;

		if (one->lane == LANE_HASH && p->hashing >= HASHES_MOST)
			continue;
		*at = one->next;
		if (!one->next)
			p->end = at;
		p->waiting--;
		p->hashing += one->lane == LANE_HASH;
		return one;
	}
	return NULL;
}

static void *
run(void *arg)
{
	struct pool *p = arg;
	struct piece *one;

	pthread_mutex_lock(&p->lock);
	for (;;) {
		while (!(one = take(p)) && !(p->stopping && !p->first))
			pthread_cond_wait(&p->more, &p->lock);
		if (!one)
			break;
		pthread_mutex_unlock(&p->lock);
		one->work(one->arg);
		pthread_mutex_lock(&p->lock);
		if (one->lane == LANE_HASH) {
			p->hashing--;
			pthread_cond_broadcast(&p->more);
		}
		free(one);
	}
	p->alive--;
	pthread_cond_broadcast(&p->more);
	pthread_cond_signal(&p->gone);
	pthread_mutex_unlock(&p->lock);
	return NULL;
}

struct pool *
pool_new(int threads)
{
	struct pool *p = calloc(1, sizeof *p);
	pthread_condattr_t steady;

	if (!p || !(p->at = calloc((size_t)threads, sizeof *p->at)))
		die("no memory for workers");
	pthread_mutex_init(&p->lock, NULL);
	pthread_condattr_init(&steady);
	pthread_condattr_setclock(&steady, CLOCK_MONOTONIC);
	pthread_cond_init(&p->more, NULL);
	pthread_cond_init(&p->gone, &steady);
	pthread_condattr_destroy(&steady);
	p->end = &p->first;
	p->alive = p->threads = threads;
	for (int i = 0; i < threads; i++)
		if (pthread_create(&p->at[i], NULL, run, p))
			die("a worker thread does not start");
	return p;
}

bool
pool_give(struct pool *p, enum lane lane, void (*work)(void *), void *arg)
{
	struct piece *one = calloc(1, sizeof *one);
	bool taken;

	if (!one)
		return false;
	*one = (struct piece){ lane, work, arg, NULL };
	pthread_mutex_lock(&p->lock);
	taken = !p->stopping && p->waiting < WAITING_MOST;
	if (taken) {
		*p->end = one;
		p->end = &one->next;
		p->waiting++;
		pthread_cond_signal(&p->more);
	}
	pthread_mutex_unlock(&p->lock);
	if (!taken)
		free(one);
	return taken;
}

static bool
wait_gone(struct pool *p, int seconds)
{
	struct timespec until;
	int late = 0;

	clock_gettime(CLOCK_MONOTONIC, &until);
	until.tv_sec += seconds;
	pthread_mutex_lock(&p->lock);
	p->stopping = true;
	pthread_cond_broadcast(&p->more);
	while (p->alive && !late)
		late = pthread_cond_timedwait(&p->gone, &p->lock, &until);
	late = p->alive;
	pthread_mutex_unlock(&p->lock);
	return late == 0;
}

bool
pool_stop(struct pool *p, int seconds)
{
	if (!wait_gone(p, seconds))
		return false;
	for (int i = 0; i < p->threads; i++)
		pthread_join(p->at[i], NULL);
	pthread_mutex_destroy(&p->lock);
	pthread_cond_destroy(&p->more);
	pthread_cond_destroy(&p->gone);
	free(p->at);
	free(p);
	return true;
}
