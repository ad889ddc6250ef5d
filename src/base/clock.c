/* clock.c: the one place that reads the clock. Knows a zone's name; nothing of who asks. */
#include "base/clock.h"

#include "base/zone.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int64_t moved, still;
static char zone[64] = "UTC";

int64_t
clock_steady(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

int64_t
clock_now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_REALTIME, &t);
	pthread_mutex_lock(&lock);
	int64_t now = still ? still : (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000 + moved;
	pthread_mutex_unlock(&lock);
	return now;
}

void
clock_move(struct day today)
{
	if (day_none(today))
		return;
	int days = days_between(clock_today(clock_now()), today);

	pthread_mutex_lock(&lock);
	moved += (int64_t)days * 86400 * 1000000;
	pthread_mutex_unlock(&lock);
}

void
clock_set(int64_t now)
{
	pthread_mutex_lock(&lock);
	still = now;
	pthread_mutex_unlock(&lock);
}

void
clock_zone(const char *name)
{
	pthread_mutex_lock(&lock);
	snprintf(zone, sizeof zone, "%s", name);
	pthread_mutex_unlock(&lock);
}

static void
read_zone(char name[static 64])
{
	pthread_mutex_lock(&lock);
	snprintf(name, 64, "%s", zone);
	pthread_mutex_unlock(&lock);
}

struct day
clock_today(int64_t now)
{
	char name[64];

	read_zone(name);
	return zone_day(name, now);
}

int
clock_hour(int64_t now)
{
	char name[64], text[6];

	read_zone(name);
	zone_clock(name, now, text);
	return atoi(text);
}

int64_t
clock_at(struct day d, int hour)
{
	char name[64];
	int64_t utc = instant_of_day(d) + (int64_t)hour * 3600 * 1000000;

	read_zone(name);
	return utc - (int64_t)zone_offset(name, utc) * 1000000;
}
