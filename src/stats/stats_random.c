/* stats_random.c: random numbers that repeat. Holds no global state. */
#include "stats/stats_random.h"

#include "stats/stats_distribution.h"

static uint64_t
turned(uint64_t x, int k)
{
	return x << k | x >> (64 - k);
}

struct random_source
random_from(uint64_t seed)
{
	struct random_source r;

	for (int i = 0; i < 4; i++) {
		uint64_t z = seed += 0x9e3779b97f4a7c15;

		z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
		z = (z ^ z >> 27) * 0x94d049bb133111eb;
		r.state[i] = z ^ z >> 31;
	}
	return r;
}

uint64_t
random_bits(struct random_source *r)
{
	uint64_t *s = r->state, out = turned(s[0] + s[3], 23) + s[0], t = s[1] << 17;

	s[2] ^= s[0];
	s[3] ^= s[1];
	s[1] ^= s[2];
	s[0] ^= s[3];
	s[2] ^= t;
	s[3] = turned(s[3], 45);
	return out;
}

double
random_share(struct random_source *r)
{
	return ((double)(random_bits(r) >> 12) + 0.5) * 0x1p-52;
}

/* The high half of the product (Lemire 2019); the uneven rest is drawn again. */
size_t
random_below(struct random_source *r, size_t n)
{
	unsigned __int128 product;

	if (n == 0)
		return 0;
	do
		product = (unsigned __int128)random_bits(r) * n;
	while ((uint64_t)product < -(uint64_t)n % n);
	return (size_t)(product >> 64);
}

double
random_sign(struct random_source *r)
{
	return random_bits(r) >> 63 ? 1 : -1;
}

double
random_normal(struct random_source *r)
{
	return normal_quantile(random_share(r));
}
