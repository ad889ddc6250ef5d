/* zone.c: finds and keeps zones by name. Asks no clock, leaves libc's zone alone. */
#include "base/zone.h"

#include "base/zone_file.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ZONES "/usr/share/zoneinfo/"
#define SECOND INT64_C(1000000)

enum { NAME = 64, FILE_MOST = 64 << 10 };

struct zone {
	char name[NAME];
	struct zone_file file;
	struct zone *next;
};

/* Only ever grows, at its head: readers need no lock. "zones" keeps two from adding at once. */
static _Atomic(struct zone *) zones;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static bool
name_good(const char *name)
{
	static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
	size_t n = name == NULL ? 0 : strnlen(name, NAME);

	return n > 0 && n < NAME && strchr(letters, name[0]) != NULL &&
	    strspn(name + 1, "0123456789+-_/ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	        "abcdefghijklmnopqrstuvwxyz") == n - 1 &&
	    strstr(name, "//") == NULL;
}

static struct zone *
kept(const char *name)
{
	struct zone *z = atomic_load_explicit(&zones, memory_order_acquire);

	while (z != NULL && strcmp(z->name, name) != 0)
		z = z->next;
	return z;
}

/* The bytes of the zone's file, from malloc; none when it cannot be read. */
static struct blob
load(const char *name)
{
	char path[sizeof ZONES + NAME];
	unsigned char *at = NULL;
	size_t n = 0;
	FILE *in;

	snprintf(path, sizeof path, "%s%s", ZONES, name);
	in = fopen(path, "rbe");
	if (in == NULL)
		return (struct blob){ NULL, 0 };
	at = malloc(FILE_MOST);
	if (at == NULL)
		die("no memory for a zone");
	n = fread(at, 1, FILE_MOST, in);
	fclose(in);
	return (struct blob){ at, n };
}

/* Kept for as long as the program runs. NULL when there is no such zone. */
static struct zone *
keep(const char *name)
{
	struct blob bytes = load(name);
	struct zone_file file;
	struct zone *z;

	if (bytes.at == NULL || !zone_file_read(bytes, &file)) {
		free((void *)bytes.at);
		return NULL;
	}
	z = calloc(1, sizeof *z);
	if (z == NULL)
		die("no memory for a zone");
	memcpy(z->name, name, strlen(name));
	z->file = file;
	z->next = atomic_load_explicit(&zones, memory_order_relaxed);
	atomic_store_explicit(&zones, z, memory_order_release);
	return z;
}

static struct zone *
find(const char *name)
{
	struct zone *z;

	if (!name_good(name))
		return NULL;
	z = kept(name);
	if (z != NULL)
		return z;
	pthread_mutex_lock(&lock);
	z = kept(name);
	if (z == NULL)
		z = keep(name);
	pthread_mutex_unlock(&lock);
	return z;
}

/* The same instant, or the nearest one that the calendar has. */
static int64_t
within(int64_t at)
{
	static const struct day first = { 1, 1, 1 };

	return clamp(at, instant_of_day(first), instant_of_day(DAY_EVER) + 86400 * SECOND - 1);
}

bool
zone_exists(const char *zone)
{
	return find(zone) != NULL;
}

int
zone_offset(const char *zone, int64_t at)
{
	const struct zone *z = find(zone);

	if (z == NULL)
		return 0;
	at = within(at);
	return zone_file_offset(&z->file, at / SECOND - (at % SECOND < 0));
}

struct day
zone_day(const char *zone, int64_t at)
{
	if (at == NONE)
		return (struct day){ 0 };
	return day_of_instant(within(at) + zone_offset(zone, at) * SECOND);
}

void
zone_clock(const char *zone, int64_t at, char text[static 6])
{
	int64_t there, micros;
	int minutes;

	text[0] = '\0';
	if (at == NONE)
		return;
	there = within(at) + zone_offset(zone, at) * SECOND;
	micros = there % (86400 * SECOND);
	minutes = (int)((micros < 0 ? micros + 86400 * SECOND : micros) / (60 * SECOND));
	text[0] = (char)('0' + minutes / 600);
	text[1] = (char)('0' + minutes / 60 % 10);
	text[2] = ':';
	text[3] = (char)('0' + minutes % 60 / 10);
	text[4] = (char)('0' + minutes % 10);
	text[5] = '\0';
}
