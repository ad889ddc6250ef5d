/* rate.c: counts by name and minute in a table that does not grow: names that meet share their count. */
#include "http/rate.h"

#include <pthread.h>
#include <sodium.h>
#include <string.h>

enum { PLACES = 4096 };

static const int64_t MINUTE = INT64_C(60) * 1000000;

static struct {
	int64_t minute;
	int n;
} counts[PLACES];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;        /* "rate" */

/* Keyed with what was made at start: nobody chooses whom to meet. */
static size_t
place_of(const char *name)
{
	static unsigned char key[crypto_shorthash_KEYBYTES];
	static bool made;
	uint64_t sum;

	if (!made) {
		randombytes_buf(key, sizeof key);
		made = true;
	}
	crypto_shorthash((void *)&sum, (const void *)name, strlen(name), key);
	return sum % PLACES;
}

bool
rate_allows(const char *name, int64_t now)
{
	size_t at;
	bool allowed;

	pthread_mutex_lock(&lock);
	at = place_of(name);
	if (counts[at].minute != now / MINUTE) {
		counts[at].minute = now / MINUTE;
		counts[at].n = 0;
	}
	allowed = counts[at].n < RATE_MOST;
	counts[at].n += allowed;
	pthread_mutex_unlock(&lock);
	return allowed;
}
