/* digest.c: digests and hex, from libsodium. Knows nothing of what the bytes mean. */
#include "base/digest.h"

#include <sodium.h>
#include <string.h>

_Static_assert(DIGEST_BYTES == crypto_hash_sha256_BYTES, "SHA-256");
_Static_assert(SIGN_BYTES == crypto_sign_BYTES, "Ed25519");

void
digest_of(unsigned char out[static 32], const void *at, size_t n)
{
	digest_of_two(out, (struct blob){ at, n }, (struct blob){ NULL, 0 });
}

void
digest_of_two(unsigned char out[static 32], struct blob a, struct blob b)
{
	crypto_hash_sha256_state state;

	crypto_hash_sha256_init(&state);
	if (a.at != NULL)
		crypto_hash_sha256_update(&state, a.at, a.n);
	if (b.at != NULL)
		crypto_hash_sha256_update(&state, b.at, b.n);
	crypto_hash_sha256_final(&state, out);
}

struct blob
digest_take(struct arena *a, const void *at, size_t n)
{
	unsigned char *out = arena_take(a, DIGEST_BYTES);

	digest_of(out, at, n);
	return (struct blob){ out, DIGEST_BYTES };
}

char *
hex_of(struct arena *a, struct blob b)
{
	char *text;

	if (b.at == NULL)
		return NULL;
	text = arena_take_many(a, b.n + 1, 2);
	return sodium_bin2hex(text, 2 * b.n + 1, b.at, b.n);
}

bool
hex_read(struct arena *a, const char *text, struct blob *b)
{
	size_t digits = text == NULL ? 1 : strlen(text), n;
	unsigned char *at;

	if (digits % 2 != 0)
		return false;
	at = arena_take(a, digits / 2);
	if (sodium_hex2bin(at, digits / 2, text, digits, NULL, &n, NULL) != 0)
		return false;
	if (n != digits / 2)
		return false;
	*b = (struct blob){ at, n };
	return true;
}

bool
same_bytes(struct blob a, struct blob b)
{
	if (a.at == NULL || b.at == NULL || a.n != b.n)
		return false;
	return sodium_memcmp(a.at, b.at, a.n) == 0;
}
