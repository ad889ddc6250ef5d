/* csrf.c: did our own page send this? Tokens are HMACs under a mask; no rows. */
#include "http/csrf.h"
#include "base/chance.h"

#include <sodium.h>
#include <string.h>
#include <strings.h>

enum { N = crypto_auth_BYTES, TEXT = 2 * 2 * N };

/* Sessions and pre cookies are told apart, so that neither can stand in for the other. */
static void
seal(unsigned char out[static N], const char *session, const char *pre)
{
	crypto_auth_hmacsha512256_state state;
	unsigned char key[32];
	const char *of = session ? session : pre;

	server_key(key, "csrf");
	crypto_auth_hmacsha512256_init(&state, key, sizeof key);
	crypto_auth_hmacsha512256_update(&state, (const unsigned char *)(session ? "s" : "p"), 1);
	crypto_auth_hmacsha512256_update(&state, (const unsigned char *)of, strlen(of));
	crypto_auth_hmacsha512256_final(&state, out);
}

const char *
csrf_token(struct arena *a, const char *session, const char *pre)
{
	unsigned char both[2 * N];
	char *text = arena_take(a, TEXT + 1);

	if (!session && !pre)
		return NULL;
	seal(both + N, session, pre);
	chance_bytes(both, N);
	for (int i = 0; i < N; i++)
		both[N + i] ^= both[i];
	return sodium_bin2hex(text, TEXT + 1, both, sizeof both);
}

bool
csrf_matches(const char *token, const char *session, const char *pre)
{
	unsigned char both[2 * N], right[N];
	size_t n;

	if (!token || (!session && !pre) || strlen(token) != TEXT)
		return false;
	if (sodium_hex2bin(both, sizeof both, token, TEXT, NULL, &n, NULL) || n != sizeof both)
		return false;
	for (int i = 0; i < N; i++)
		both[N + i] ^= both[i];
	seal(right, session, pre);
	return sodium_memcmp(both + N, right, N) == 0;
}

bool
csrf_from_here(struct arena *a, const struct asked *q, const struct site *s, const char *host)
{
	const char *site = gate_header(a, q, "sec-fetch-site");
	const char *origin = gate_header(a, q, "origin");

	if (site)
		return strcmp(site, "same-origin") == 0 || strcmp(site, "none") == 0;
	if (!origin)
		return false;
	if (strcasecmp(origin, s->origin) == 0)
		return true;
	return !site_is_set() && strcasecmp(origin, arena_print(a, "http://%s", host)) == 0;
}
