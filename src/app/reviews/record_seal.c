/* record_seal.c: signs a text and checks a signed file. No database, no business. */
#include "reviews/record_seal.h"

#include <sodium.h>
#include <string.h>

/*
 * The seal stands at the end and has one length, so where the text ends is never in doubt. No
 * line of the text can look like it: each begins with a word and a colon, or with a tab.
 */
#define SEAL_HEAD "-- seal --\n"
#define SEAL_DIGEST "sha256: "
#define SEAL_KEY "key: "
#define SEAL_SIGN "signature: "

enum {
	SEAL_BYTES = sizeof SEAL_HEAD - 1 + sizeof SEAL_DIGEST + 2 * DIGEST_BYTES
	    + sizeof SEAL_KEY + 2 * KEY_BYTES + sizeof SEAL_SIGN + 2 * SIGN_BYTES,
	SHOWN_BYTES = 16                /* of a fingerprint */
};

struct record_seal
record_sign(struct arena *a, struct blob body, const unsigned char key[static KEY_BYTES],
    const unsigned char secret[static SECRET_BYTES])
{
	unsigned char *sign = arena_take(a, SIGN_BYTES);

	crypto_sign_detached(sign, NULL, body.at, body.n, secret);
	return (struct record_seal){
		.body = body,
		.digest = digest_take(a, body.at, body.n),
		.signature = { sign, SIGN_BYTES },
		.key = { arena_copy_n(a, key, KEY_BYTES), KEY_BYTES },
	};
}

static void
seal_line(struct out *o, const char *name, struct blob value)
{
	put(o, name);
	put_hex(o, value);
	put_char(o, '\n');
}

struct blob
record_file(struct arena *a, const struct record_seal *seal)
{
	struct out o;

	out_init(&o, a);
	put_n(&o, seal->body.at, seal->body.n);
	put(&o, SEAL_HEAD);
	seal_line(&o, SEAL_DIGEST, seal->digest);
	seal_line(&o, SEAL_KEY, seal->key);
	seal_line(&o, SEAL_SIGN, seal->signature);
	return (struct blob){ o.at, o.n };
}

/* One way to write hex only: a capital letter would be another file with the same meaning. */
static bool
is_plain_hex(const char *at, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (strchr("0123456789abcdef", at[i]) == NULL || at[i] == '\0')
			return false;
	return true;
}

/* The line "name HEX\n" at *at; moves behind it. */
static bool
take_line(struct arena *a, const char **at, const char *name, size_t bytes, struct blob *value)
{
	size_t head = strlen(name);

	if (memcmp(*at, name, head) != 0 || !is_plain_hex(*at + head, 2 * bytes)
	    || (*at)[head + 2 * bytes] != '\n')
		return false;
	if (!hex_read(a, arena_copy_n(a, *at + head, 2 * bytes), value))
		return false;
	*at += head + 2 * bytes + 1;
	return value->n == bytes;
}

static bool
take_apart(struct arena *a, struct blob file, struct record_seal *seal)
{
	const char *at = file.at;

	if (file.at == NULL || file.n <= SEAL_BYTES)
		return false;
	seal->body = (struct blob){ file.at, file.n - SEAL_BYTES };
	at += seal->body.n;
	if (memcmp(at, SEAL_HEAD, strlen(SEAL_HEAD)) != 0)
		return false;
	at += strlen(SEAL_HEAD);
	return take_line(a, &at, SEAL_DIGEST, DIGEST_BYTES, &seal->digest)
	    && take_line(a, &at, SEAL_KEY, KEY_BYTES, &seal->key)
	    && take_line(a, &at, SEAL_SIGN, SIGN_BYTES, &seal->signature);
}

enum record_verdict
record_check(struct arena *a, struct blob file, struct record_seal *seal)
{
	if (!take_apart(a, file, seal))
		return RECORD_NO_RECORD;
	if (!same_bytes(digest_take(a, seal->body.at, seal->body.n), seal->digest))
		return RECORD_CHANGED;
	if (crypto_sign_verify_detached(seal->signature.at, seal->body.at, seal->body.n,
	    seal->key.at) != 0)
		return RECORD_UNSIGNED;
	return RECORD_GOOD;
}

char *
key_fingerprint(struct arena *a, struct blob key)
{
	struct blob digest = digest_take(a, key.at, key.n);
	const char *hex = hex_of(a, digest);
	struct out o;

	out_init(&o, a);
	for (size_t i = 0; i < 2 * SHOWN_BYTES; i++) {
		if (i > 0 && i % 4 == 0)
			put_char(&o, ' ');
		put_char(&o, hex[i]);
	}
	return o.at;
}

char *
record_word(struct arena *a, struct blob body, const char *key)
{
	const char *text = arena_copy_n(a, body.at, body.n);
	char *line = arena_print(a, "\n%s: ", key);
	const char *at = strstr(text, line);

	if (at == NULL)
		return arena_copy(a, "");
	at += strlen(line);
	return arena_copy_n(a, at, strcspn(at, "\n"));
}
