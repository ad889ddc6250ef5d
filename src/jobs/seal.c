/* seal.c: texts that a stolen dump must not read. Knows keys and bytes. */
#include "jobs/mail.h"

#include "base/chance.h"
#include "http/web.h"

#include <sodium.h>
#include <string.h>

enum { NONCE = crypto_secretbox_NONCEBYTES, MAC = crypto_secretbox_MACBYTES };

struct blob
seal(struct arena *a, const char *purpose, struct blob plain)
{
	unsigned char key[32], *at = arena_take(a, NONCE + MAC + plain.n);

	server_key(key, purpose);
	chance_bytes(at, NONCE);
	crypto_secretbox_easy(at + NONCE, plain.at, plain.n, at, key);
	sodium_memzero(key, sizeof key);
	return (struct blob){ at, NONCE + MAC + plain.n };
}

bool
unseal(struct arena *a, const char *purpose, struct blob sealed, struct blob *plain)
{
	unsigned char key[32], *out;
	bool good;

	if (sealed.n < NONCE + MAC)
		return false;
	out = arena_take(a, sealed.n - NONCE - MAC + 1);
	server_key(key, purpose);
	good = crypto_secretbox_open_easy(out, (const unsigned char *)sealed.at + NONCE, sealed.n - NONCE, sealed.at, key) == 0;
	sodium_memzero(key, sizeof key);
	*plain = (struct blob){ out, sealed.n - NONCE - MAC };
	return good;
}
