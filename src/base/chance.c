/* chance.c: random bytes from libsodium, or from a seed. Knows nothing of their use. */
#include "base/chance.h"

#include <pthread.h>
#include <sodium.h>
#include <string.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;        /* "chance": all below */
static bool ready, seeded;
static uint64_t start, drawn;

/* Under the lock. True when the bytes come from the seed; then the key of this draw. */
static bool
draw(unsigned char key[static randombytes_SEEDBYTES])
{
	if (!ready && sodium_init() < 0)
		die("libsodium did not start");
	ready = true;
	if (!seeded)
		return false;
	memset(key, 0, randombytes_SEEDBYTES);
	for (int i = 0; i < 8; i++) {
		key[i] = (unsigned char)(start >> 8 * i);
		key[8 + i] = (unsigned char)(drawn >> 8 * i);
	}
	drawn++;
	return true;
}

void
chance_bytes(void *at, size_t n)
{
	unsigned char key[randombytes_SEEDBYTES];
	bool from_seed;

	pthread_mutex_lock(&lock);
	from_seed = draw(key);
	pthread_mutex_unlock(&lock);
	if (from_seed)
		randombytes_buf_deterministic(at, n, key);
	else
		randombytes_buf(at, n);
}

void
chance_seed(uint64_t seed)
{
	pthread_mutex_lock(&lock);
	seeded = true;
	start = seed;
	drawn = 0;
	pthread_mutex_unlock(&lock);
}

void
chance_hex(char *text, size_t n)
{
	unsigned char some[32];

	text[0] = '\0';
	while (n > 0) {
		size_t now = n < sizeof some ? n : sizeof some;

		chance_bytes(some, now);
		sodium_bin2hex(text, 2 * now + 1, some, now);
		text += 2 * now;
		n -= now;
	}
	sodium_memzero(some, sizeof some);
}
